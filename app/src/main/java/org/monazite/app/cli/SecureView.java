package org.monazite.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.app.Secured;
import org.monazite.app.cli.atlas.ImportedView;
import org.monazite.app.cli.exposure.ExposureCommand;
import org.monazite.app.cli.exposure.Exposures;
import org.monazite.app.cli.exposure.PublishedShares;
import org.monazite.app.cli.paper.ClosedFigures;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.cli.plan.PlanFrontier;
import org.monazite.app.cli.plan.PlanTrailJson;
import org.monazite.app.cli.plan.Plans;
import org.monazite.app.cli.plan.PlansJson;
import org.monazite.app.cli.plan.PledgeWords;
import org.monazite.app.cli.shock.Grounds;
import org.monazite.app.cli.shock.Shocks;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Texts;
import org.monazite.app.trail.TrailKeys;
import org.monazite.brief.Findings;
import org.monazite.brief.Numbers;
import org.monazite.exposure.StageExposure;
import org.monazite.exposure.WeakLink;
import org.monazite.pledges.Assessment;
import org.monazite.shock.Ensemble;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The findings of the main job on a terminal and as JSON.
final class SecureView {

    private static final int LINKS = 5;

    private final Session session;
    private final Texts texts;
    private final Numbers numbers;
    private final Words words;

    SecureView(Session session) throws IOException {
        this.session = session;
        this.texts = session.texts();
        this.numbers = session.numbers();
        this.words = new Words(session);
    }

    /// @param limited whether the user set a limit of time: only then a search that was cut short is no success
    Report of(Secured secured, boolean limited) throws IOException {
        Findings findings = secured.findings();
        Report report = new Report(Json.object());
        json(report.json(), secured);
        report.line(texts.get(
                "secure.title",
                findings.card().atlas(),
                String.join(", ", findings.partners()),
                findings.chain(),
                findings.against(),
                session.workbench().network(findings.chain()).nodes().size(),
                findings.card().seed()));
        dependence(report, findings);
        ban(report, findings);
        new Plans(session).show(report, findings.plan(), findings.frontier());
        pledges(report, findings);
        String path = session.options()
                .workspace()
                .resolve("briefs/" + secured.briefId() + "/brief.html")
                .toString();
        report.line("").line(texts.get("secure.brief", path)).line(texts.get("secure.next"));
        ExitCode code = Plans.code(findings.plan());
        if (!PlanFrontier.verified(findings.frontier())) {
            return report.ends(ExitCode.CHECK_FAILED);
        }
        boolean failed = code == ExitCode.CHECK_FAILED || (limited && code == ExitCode.LIMIT);
        return report.ends(failed ? code : ExitCode.DONE);
    }

    private void dependence(Report report, Findings findings) throws IOException {
        report.line("").line(texts.get("secure.dependence", words.place(findings.against())));
        Table table = new Table().text("product", texts.get("column.product"));
        for (String partner : findings.partners()) {
            table.number("direct_" + partner, texts.get("secure.direct", partner));
            table.number("traced_" + partner, texts.get("secure.traced", partner));
        }
        table.number("world_share", texts.get("column.world")).number("hhi", texts.get("column.hhi"));
        Map<String, Map<String, StageExposure>> rows = new java.util.LinkedHashMap<>();
        findings.exposure()
                .forEach(row -> rows.computeIfAbsent(row.productId(), _ -> new TreeMap<>())
                        .put(row.importer(), row));
        for (Map.Entry<String, Map<String, StageExposure>> entry : rows.entrySet()) {
            table.row(cells(entry.getKey(), entry.getValue(), findings.partners()));
        }
        report.table(table);
        words.legend(ExposureCommand.flags(findings.exposure())).forEach(report::line);
        ImportedView imported = new ImportedView(session, session.workbench().atlas());
        imported.rests(report, findings.chain());
        ClosedFigures.say(session, report, findings.chain());
        if (findings.partners().contains("JPN")) {
            new PublishedShares(session).show(report, findings.against());
        }
        for (String partner : findings.partners()) {
            List<WeakLink> links = findings.weakestLinks().getOrDefault(partner, List.of());
            report.line(texts.get("secure.weakest", words.place(partner)));
            report.table(new Exposures(session).links(links.subList(0, Math.min(LINKS, links.size()))));
        }
    }

    private Table.Cell[] cells(String product, Map<String, StageExposure> rows, List<String> partners)
            throws IOException {
        Table.Cell[] cells = new Table.Cell[2 * partners.size() + 3];
        cells[0] = new Table.Cell(words.product(product), product);
        int at = 1;
        for (String partner : partners) {
            StageExposure row = rows.get(partner);
            cells[at++] = row == null ? Table.Cell.of("-") : share(row.directShare());
            cells[at++] = row == null ? Table.Cell.of("-") : share(row.tracedShare());
        }
        StageExposure any = rows.values().iterator().next();
        cells[at++] = share(any.worldShare());
        cells[at] = Table.Cell.of(
                Words.mark(any.hhi().flag(), any.hhi().isDefined())
                        + numbers.hhi(any.hhi().value()),
                any.hhi().value());
        return cells;
    }

    private Table.Cell share(Explained number) {
        return Table.Cell.of(words.share(number), number.value());
    }

    private void ban(Report report, Findings findings) throws IOException {
        report.line("").line(texts.get("secure.ban"));
        Shocks shocks = new Shocks(session, findings.chain());
        shocks.show(report, findings.scenario(), findings.shock(), findings.partners());
        report.line(texts.get("secure.others"));
        Table table =
                new Table().text("scenario", texts.get("column.scenario")).number("members", texts.get("column.runs"));
        for (String partner : findings.partners()) {
            table.number("unmet_p50_" + partner, texts.get("secure.unmet", partner))
                    .text("unmet_range_" + partner, texts.get("column.band"));
        }
        for (Findings.Played other : findings.others()) {
            Table.Cell[] cells = new Table.Cell[2 * findings.partners().size() + 2];
            cells[0] = Table.Cell.of(other.scenario().name());
            cells[1] = Table.Cell.of(
                    numbers.count(other.shock().members()), other.shock().members());
            int at = 2;
            for (String partner : findings.partners()) {
                Ensemble.Line line = worst(other.shock(), partner);
                cells[at++] = line == null
                        ? Table.Cell.of("-")
                        : Table.Cell.of(
                                shocks.marked(numbers.share(line.worst().p50())),
                                line.worst().p50());
                cells[at++] = line == null
                        ? Table.Cell.of("")
                        : Table.Cell.of(numbers.shareRange(
                                line.worst().p10(), line.worst().p90()));
            }
            table.row(cells);
        }
        report.table(table);
        report.line(texts.get("secure.others.note"));
    }

    /// What end use lacks.
    private static Ensemble.@org.jspecify.annotations.Nullable Line worst(Ensemble ensemble, String place) {
        Ensemble.Line worst = null;
        for (Ensemble.Line line : ensemble.lines()) {
            if (line.place().equals(place) && line.productId().endsWith(".use")) {
                worst = worst == null || line.worst().p50() > worst.worst().p50() ? line : worst;
            }
        }
        return worst;
    }

    private void pledges(Report report, Findings findings) throws IOException {
        Map<Assessment.State, Integer> counts = Pledges.counts(findings.pledges());
        report.line("")
                .line(texts.get(
                        "secure.pledges",
                        numbers.date(
                                findings.pledges().isEmpty()
                                        ? findings.asOf()
                                        : findings.pledges().getFirst().asOf()),
                        findings.pledges().size()));
        report.line("  " + Pledges.summary(counts, texts));
        report.line("  " + texts.get("pledge.searched"));
        report.line("  " + PledgeWords.headline(session, findings.plan(), findings.pledges()));
    }

    private void json(ObjectNode node, Secured secured) throws IOException {
        Findings findings = secured.findings();
        node.set("runCard", Json.card(findings.card()));
        node.put(
                "asOf",
                findings.card().settings().getOrDefault("as_of", findings.asOf().toString()));
        node.put("figuresOf", findings.asOf().toString());
        node.put("chain", findings.chain());
        node.set("for", Json.strings(findings.partners()));
        node.put("against", findings.against());
        TrailKeys keys = TrailKeys.of(findings.chain());
        node.set("exposure", Exposures.json(findings.exposure(), keys));
        ObjectNode links = node.putObject("weakestLinks");
        findings.partners().forEach(partner -> {
            ArrayNode array = links.putArray(partner);
            findings.weakestLinks().getOrDefault(partner, List.of()).stream()
                    .limit(20)
                    .forEach(link -> array.add(Exposures.json(link, keys)));
        });
        ArrayNode scenarios = node.putArray("scenarios");
        ArrayNode shock = node.putArray("shock");
        add(scenarios, shock, new Findings.Played(findings.scenario(), findings.shock()), keys);
        findings.others().forEach(other -> add(scenarios, shock, other, keys));
        Flag played = Grounds.played(session.workbench().network(findings.chain()));
        Shocks.flagged(scenarios, played);
        Shocks.flagged(shock, played);
        PlanTrailJson trail = new PlanTrailJson(keys);
        node.set("plan", trail.plan(PlansJson.json(findings.plan()), findings.plan()));
        ObjectNode frontier = trail.frontier(
                PlansJson.json(findings.frontier(), findings.plan().spec().targetYear()),
                findings.plan().spec().against());
        frontier.put("flag", Json.flag(findings.plan().flag()));
        node.set("frontier", frontier);
        node.set("pledges", Pledges.json(findings.pledges()));
        ObjectNode brief = node.putObject("brief");
        brief.put("id", secured.briefId());
        brief.put(
                "path",
                session.options()
                        .workspace()
                        .resolve("briefs/" + secured.briefId() + "/brief.html")
                        .toString());
        ArrayNode suspects = node.putArray("suspects");
        findings.suspects().forEach(suspect -> {
            ObjectNode each = suspects.addObject();
            each.put("quantity", suspect.quantity());
            each.set("figures", Json.strings(suspect.figureIds()));
            each.set("published", Json.number(suspect.published()));
            each.set("balanced", Json.number(suspect.balanced()));
            each.set("z", Json.number(suspect.z()));
            Json.trail(each, suspect.figureIds());
        });
    }

    /// The weeks are told of the main scenario alone, which comes first.
    private static void add(ArrayNode scenarios, ArrayNode shock, Findings.Played played, TrailKeys keys) {
        String name = played.scenario().name();
        ObjectNode scenario = Shocks.scenario(played.scenario(), played.shock());
        scenario.set("valueAtRiskUsd", Shocks.values(name, played.shock(), keys));
        shock.addAll(Shocks.lines(name, played.shock(), scenarios.isEmpty(), keys));
        scenarios.add(scenario);
    }
}
