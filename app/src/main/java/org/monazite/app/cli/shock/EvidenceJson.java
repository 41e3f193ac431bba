package org.monazite.app.cli.shock;

import java.util.List;
import org.monazite.app.cli.paper.Json;
import org.monazite.atlas.PublishedLoss;
import org.monazite.shock.Evidence;
import org.monazite.supply.Citation;
import org.monazite.supply.SupplyNetwork;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How sure an ensemble is and what its losses depend on, as JSON.
final class EvidenceJson {

    private EvidenceJson() {}

    static ObjectNode of(Evidence evidence, SupplyNetwork network) {
        ObjectNode node = Json.object();
        node.put("weeklyMembers", evidence.weeklyMembers());
        ArrayNode headlines = node.putArray("headlines");
        evidence.headlines().forEach(headline -> headlines.add(headline(headline)));
        ArrayNode industries = node.putArray("industries");
        evidence.industries().forEach(industry -> industries.add(industry(industry, network)));
        ArrayNode steps = node.putArray("convergence");
        for (Evidence.Step step : evidence.convergence()) {
            ObjectNode each = steps.addObject();
            each.put("members", step.members());
            each.put("place", step.place());
            each.set("p50Width", Json.number(step.medianWidth()));
            each.set("p90Width", Json.number(step.p90Width()));
            each.put("met", step.met());
        }
        return node;
    }

    private static ObjectNode headline(Evidence.Headline headline) {
        ObjectNode node = Json.object();
        node.put("place", headline.place());
        node.set("lossUsd", Json.spread(headline.lossUsd()));
        node.set("rulesShareOfVariance", Json.number(headline.rulesShare()));
        ArrayNode effects = node.putArray("rankCorrelations");
        for (Evidence.Effect effect : headline.effects()) {
            ObjectNode each = effects.addObject();
            each.put("key", effect.key());
            each.set("rankCorrelation", Json.number(effect.rankCorrelation()));
        }
        ArrayNode samples = node.putArray("samples");
        for (Evidence.Sample sample : headline.samples()) {
            ObjectNode each = samples.addObject();
            each.put("quantile", sample.quantile());
            each.put("member", sample.member());
            each.set("lostUsd", Json.numbers(sample.lostUsd()));
        }
        return node;
    }

    private static ObjectNode industry(Evidence.Industry industry, SupplyNetwork network) {
        ObjectNode node = Json.object();
        node.put("node", industry.node());
        node.put("place", industry.place());
        node.set("yearUsd", range(industry.yearUsd()));
        node.set("defaultRunUsd", range(industry.centralUsd()));
        node.set("lossUsd", Json.spread(industry.lossUsd()));
        int index = network.nodes().find(industry.node()).orElseThrow();
        List<Citation> citations = network.citations().of(network.nodes().citationSet(index));
        node.set("figures", Json.strings(Json.figureIds(citations)));
        node.put("flag", Json.flag(network.nodes().flag(index)));
        return node;
    }

    private static ObjectNode range(List<Double> values) {
        ObjectNode node = Json.object();
        node.set("low", Json.number(values.get(0)));
        node.set("value", Json.number(values.get(1)));
        node.set("high", Json.number(values.get(2)));
        return node;
    }

    static ArrayNode published(List<PublishedLoss> losses) {
        ArrayNode array = Json.array();
        for (PublishedLoss loss : losses) {
            ObjectNode node = array.addObject();
            node.put("id", loss.id());
            node.put("place", loss.place());
            node.put("what", loss.what());
            node.set("shareOfGdp", Json.number(loss.shareOfGdp()));
            node.put("period", loss.period());
            node.put("flag", Json.flag(loss.flag()));
            node.put("source", loss.citation().sourceId());
            node.put("figure", loss.citation().figureId());
        }
        return array;
    }
}
