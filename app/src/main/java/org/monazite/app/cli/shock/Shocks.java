package org.monazite.app.cli.shock;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.Texts;
import org.monazite.app.trail.TrailKeys;
import org.monazite.brief.Numbers;
import org.monazite.brief.ScenarioWords;
import org.monazite.shock.Ensemble;
import org.monazite.shock.Quantiles;
import org.monazite.shock.Scenario;
import org.monazite.supply.Flag;
import org.monazite.supply.Product;
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Ensembles as tables and JSON.
public final class Shocks {

    /// Below this part of the use nothing is called missing.
    private static final double NOTICED = 0.001;

    private final Words words;
    private final Texts texts;
    private final Numbers numbers;
    private final List<Product> chain;
    private final Flag flag;

    /// @throws IOException if the chain cannot be read
    public Shocks(Session session, String chain) throws IOException {
        this.flag = Grounds.played(session.workbench().network(chain));
        this.chain = session.workbench().network(chain).products();
        this.words = new Words(session);
        this.texts = session.texts();
        this.numbers = session.numbers();
    }

    /// Says what is played, an action a line.
    void played(Report report, SupplyNetwork network, Scenario scenario) {
        for (String clause : ScenarioWords.clauses(texts.language(), network, scenario)) {
            report.line(texts.get("shock.played", clause));
        }
    }

    /// Says which actions can change nothing.
    void idle(Report report, Scenario scenario, List<Integer> idle) {
        if (idle.size() == scenario.actions().size()) {
            report.line(texts.get("shock.idle.all"));
        }
        for (int action : idle) {
            report.line(texts.get(
                    "shock.idle", action + 1, ActionText.of(scenario.actions().get(action))));
        }
        if (!idle.isEmpty() || scenario.actions().isEmpty()) {
            ArrayNode notes = report.json().putArray("idleActions");
            idle.forEach(action -> notes.add(action + 1));
        }
    }

    /// The lines of some places and the value at risk there.
    public void show(Report report, Scenario scenario, Ensemble ensemble, List<String> places) throws IOException {
        report.line(texts.get(
                "shock.title",
                scenario.name(),
                numbers.weeks(ensemble.weeks()),
                numbers.count(ensemble.members()),
                ensemble.seed()));
        for (String place : places) {
            report.line(headline(ensemble, place));
        }
        Table table = table(ensemble, places);
        boolean marked = !table.isEmpty();
        if (table.isEmpty()) {
            report.line(texts.get(
                    "shock.nothing",
                    numbers.list(places.stream().map(words::place).toList())));
        } else {
            report.table(table);
        }
        for (String place : places) {
            ensemble.findValue(place).ifPresent(value -> {
                if (value.total().p90() > 0) {
                    report.line(texts.get(
                            "shock.value",
                            words.place(place),
                            flag.mark() + numbers.usd(value.total().p50()),
                            numbers.usdRange(value.total().p10(), value.total().p90())));
                }
            });
        }
        report.line(texts.get("shock.note"));
        if (marked) {
            words.legend(List.of(flag)).forEach(report::line);
        }
    }

    /// The answer in one sentence: the end use that is hit most at a place.
    private String headline(Ensemble ensemble, String place) throws IOException {
        Ensemble.Line worst = null;
        for (Ensemble.Line line : shown(ensemble, List.of(place))) {
            boolean use = chain.stream()
                    .anyMatch(product -> product.id().equals(line.productId())
                            && product instanceof Product.Mineral mineral
                            && mineral.stage() == Stage.ENDUSE);
            if (use && (worst == null || line.worst().p50() > worst.worst().p50())) {
                worst = line;
            }
        }
        return worst == null
                ? texts.get("shock.headline.none", words.place(place))
                : texts.get(
                        "shock.headline",
                        words.place(place),
                        words.product(worst.productId()),
                        Words.marked(flag, numbers.share(worst.worst().p50())),
                        numbers.shareRange(worst.worst().p10(), worst.worst().p90()));
    }

    /// The mark of every number that was played.
    String mark() {
        return flag.mark();
    }

    /// A number that was played, with its mark.
    public String marked(String text) {
        return Words.marked(flag, text);
    }

    /// The flag of what is played on a chain, on each object of a list.
    public static ArrayNode flagged(ArrayNode nodes, Flag flag) {
        nodes.forEach(node -> ((ObjectNode) node).put("flag", Json.flag(flag)));
        return nodes;
    }

    /// One row for each product that may be missing at one of the places.
    Table table(Ensemble ensemble, List<String> places) throws IOException {
        Table table = new Table()
                .text("product", texts.get("column.product"))
                .text("place", texts.get("column.place"))
                .number("unmet_p50", texts.get("column.unmet"))
                .text("unmet_range", texts.get("column.band"))
                .number("worst_week", texts.get("column.worst"))
                .number("first_empty_week", texts.get("column.empty"))
                .text("dry", texts.get("column.dry"));
        for (Ensemble.Line line : shown(ensemble, places)) {
            Quantiles worst = line.worst();
            table.row(
                    new Table.Cell(words.product(line.productId()), line.productId()),
                    new Table.Cell(words.place(line.place()), line.place()),
                    Table.Cell.of(Words.marked(flag, numbers.share(worst.p50())), worst.p50()),
                    new Table.Cell(numbers.shareRange(worst.p10(), worst.p90()), worst.p10() + ".." + worst.p90()),
                    week(line.worstWeek()),
                    week(line.firstEmptyWeek()),
                    Table.Cell.of(
                            line.dryShare() > 0 ? texts.get("shock.dry", numbers.outOfTen(line.dryShare())) : "-",
                            line.dryShare()));
        }
        return table;
    }

    private Table.Cell week(int week) {
        return week == 0 ? new Table.Cell("-", "") : Table.Cell.of(numbers.week(week), week);
    }

    /// In the order of places, then of the chain. Scrap is left to JSON: what lacks it is the maker of oxide, who is
    /// shown.
    private List<Ensemble.Line> shown(Ensemble ensemble, List<String> places) throws IOException {
        List<Ensemble.Line> lines = new ArrayList<>();
        for (String place : places) {
            for (Product product : chain) {
                if (product instanceof Product.Mineral mineral && mineral.stage() != Stage.SCRAP) {
                    ensemble.find(product.id(), place)
                            .filter(line -> line.worst().p90() > NOTICED)
                            .ifPresent(lines::add);
                }
            }
        }
        return lines;
    }

    /// What was played.
    public static ObjectNode scenario(Scenario scenario, Ensemble ensemble) {
        ObjectNode node = Json.object();
        node.put("name", scenario.name());
        node.put("start", scenario.start().toString());
        node.put("weeks", ensemble.weeks());
        node.put("members", ensemble.members());
        node.put("seed", ensemble.seed());
        node.set(
                "actions",
                Json.strings(scenario.actions().stream().map(ActionText::of).toList()));
        node.set("massError", Json.number(ensemble.massError()));
        Map<String, List<String>> trail = new LinkedHashMap<>();
        trail.put("weeks", TrailKeys.list("ensemble.weeks"));
        trail.put("members", TrailKeys.list("ensemble.members", "ensemble.members.others"));
        trail.put("seed", List.of("seed"));
        trail.put("massError", List.of(TrailKeys.COMPUTATION));
        return Json.trail(node, trail);
    }

    /// One object for each product at each place that uses it.
    ///
    /// @param weekly whether to add the weeks
    /// @param keys of the chain
    public static ArrayNode lines(String scenario, Ensemble ensemble, boolean weekly, TrailKeys keys) {
        ArrayNode array = Json.array();
        for (Ensemble.Line line : ensemble.lines()) {
            ObjectNode node = array.addObject();
            node.put("scenario", scenario);
            node.put("product", line.productId());
            node.put("place", line.place());
            node.put("worstWeek", line.worstWeek());
            node.put("firstEmptyWeek", line.firstEmptyWeek());
            node.set("dryShare", Json.number(line.dryShare()));
            node.set("unmetShare", Json.quantiles(line.worst()));
            Json.trail(node, List.of(keys.played(scenario, line.place(), line.productId())));
            if (weekly) {
                ObjectNode weeks = node.putObject("byWeek");
                weeks.set(
                        "p10",
                        Json.numbers(line.byWeek().stream().map(Quantiles::p10).toList()));
                weeks.set(
                        "p50",
                        Json.numbers(line.byWeek().stream().map(Quantiles::p50).toList()));
                weeks.set(
                        "p90",
                        Json.numbers(line.byWeek().stream().map(Quantiles::p90).toList()));
            }
        }
        return array;
    }

    /// Value at risk by place.
    public static ObjectNode values(String scenario, Ensemble ensemble, TrailKeys keys) {
        ObjectNode node = Json.object();
        ensemble.values()
                .forEach(value -> node.set(
                        value.place(),
                        Json.trail(Json.quantiles(value.total()), List.of(keys.played(scenario, value.place())))));
        return node;
    }
}
