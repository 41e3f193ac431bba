package org.monazite.app.cli.exposure;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.dependence.TradeRisk;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.atlas.chain.Baskets;
import org.monazite.exposure.Importer;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// GeoPolRisk from imported trade, both ways of counting side by side.
@Command(name = "geopolrisk")
final class GeoPolRiskCommand extends Task {

    private static final List<String> MODES = List.of("default", "reference");

    @Option(names = "--for", paramLabel = "PLACE", descriptionKey = "opt.geo.for", defaultValue = "JPN")
    private String importer = "JPN";

    @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "opt.geo.year", required = true)
    private int year;

    @Option(names = "--code", paramLabel = "CODE", descriptionKey = "opt.geo.code", defaultValue = "")
    private String code = "";

    @Option(names = "--mode", paramLabel = "MODE", descriptionKey = "opt.geo.mode", defaultValue = "default")
    private String mode = "default";

    @Option(names = "--explain", descriptionKey = "opt.explain")
    private boolean explain;

    @Override
    protected Report report() throws IOException {
        if (!MODES.contains(mode)) {
            throw Problem.unknown(ExitCode.USAGE, "kind.mode", mode, "--mode", MODES);
        }
        Importer asking = session().workbench().anyImporter(importer, "--for");
        List<TradeRisk> risks = session().dependence().tradeRisks(asking, traded(year), code);
        Words words = new Words(session());
        Report report = new Report(Json.object());
        report.json().put("atlas", session().workbench().atlas().version());
        report.json().put("importer", asking.name());
        report.json().put("year", year);
        report.json().put("mode", mode);
        ArrayNode array = report.json().putArray("scores");
        report.line(text("geo.title", words.importer(asking), String.valueOf(year), text("geo.mode." + mode)));
        if (risks.isEmpty()) {
            return report.line(text("geo.none"));
        }
        report.table(table(words, risks));
        words.legend(risks.stream().map(each -> each.study().score().flag()).toList())
                .forEach(report::line);
        for (TradeRisk each : risks) {
            array.add(json(each));
            if (risks.size() == 1 || !reasons(each).isEmpty()) {
                report.line(text(
                        "geo.why", each.code().code(), words.product(each.code().productId())));
                report.line("  " + basis(each));
                reasons(each).values().forEach(reason -> report.line("  " + reason));
                report.line("  " + difference(each));
            }
        }
        if (explain) {
            Explanations explanations = new Explanations(session());
            for (TradeRisk each : risks) {
                report.line("");
                explanations.lines(each.study().score()).forEach(report::line);
            }
        }
        return report.line(text("geo.note"));
    }

    private Table table(Words words, List<TradeRisk> risks) throws IOException {
        boolean ours = mode.equals("default");
        Table table = new Table().text("code", text("column.hs")).text("product", text("column.product"));
        table.number(ours ? "score" : "reference_score", text(ours ? "column.geo.ours" : "column.geo.reference"));
        table.number(ours ? "reference_score" : "score", text(ours ? "column.geo.reference" : "column.geo.ours"));
        table.number("difference", text("column.geo.difference"))
                .text("range", text("column.range"))
                .number("import_risk", text("column.geo.risk"))
                .number("cf", text("column.geo.cf"))
                .number("cf_reference", text("column.geo.cf.reference"));
        for (TradeRisk each : risks) {
            Table.Cell score = number(each.study().score());
            Table.Cell theirs = plain(each.study().reference().score(), Flag.NONE);
            table.row(
                    Table.Cell.of(each.code().code()),
                    new Table.Cell(
                            words.product(each.code().productId()), each.code().productId()),
                    ours ? score : theirs,
                    ours ? theirs : score,
                    plain(each.study().difference(), Flag.NONE),
                    range(each.study().score()),
                    number(each.study().importRisk()),
                    number(each.study().characterisationFactor()),
                    plain(each.study().reference().characterisationFactor(), Flag.NONE));
        }
        return table;
    }

    private Table.Cell number(Explained number) {
        return plain(number.value(), number.flag());
    }

    private Table.Cell plain(double value, Flag flag) {
        return Double.isNaN(value)
                ? new Table.Cell(numbers().notAvailable(), "")
                : Table.Cell.of(flag.mark() + "%.4g".formatted(value), value);
    }

    private Table.Cell range(Explained number) {
        boolean wide = number.isDefined() && number.high() > number.low();
        return wide
                ? new Table.Cell(
                        "%.4g%s%.4g".formatted(number.low(), texts().pick("–", "〜"), number.high()),
                        number.low() + ".." + number.high())
                : Table.Cell.of("");
    }

    private String basis(TradeRisk each) {
        return text(
                "geo.trade",
                each.importId(),
                each.partners(),
                numbers().plain(each.tonnes()),
                String.valueOf(each.productionYear()),
                each.productionSource(),
                String.valueOf(each.governanceYear()));
    }

    private String difference(TradeRisk each) {
        double apart = each.study().difference();
        return apart == 0
                ? text("geo.same")
                : text("geo.difference", Double.isNaN(apart) ? numbers().notAvailable() : "%+.4g".formatted(apart));
    }

    /// Why the two ways of counting part, and what else a reader must know.
    private Map<String, String> reasons(TradeRisk each) {
        Map<String, String> reasons = new LinkedHashMap<>();
        if (each.taiwan() > 0) {
            reasons.put("taiwan", text("geo.taiwan", numbers().share(each.taiwan())));
        }
        if (!each.study().unrated().isEmpty()) {
            reasons.put(
                    "unrated",
                    text(
                            "geo.unrated",
                            String.join(
                                    ", ",
                                    each.study().unrated().stream().distinct().toList())));
        }
        if (!each.study().leftOut().isEmpty()) {
            reasons.put(
                    "leftout",
                    text(
                            "geo.leftout",
                            String.join(
                                    ", ",
                                    each.study().leftOut().stream().distinct().toList()),
                            numbers().share(each.study().coverage())));
        }
        if (each.own().traded() != each.own().tonnes()) {
            reasons.put(
                    "basis",
                    text(
                            "geo.basis",
                            numbers().plain(each.own().tonnes()),
                            numbers().plain(each.own().traded()),
                            Double.toString(each.code().contentFactor())));
        }
        if (!each.own().published()) {
            reasons.put("own", text("geo.own"));
        }
        if (each.code().percent().value() < 100) {
            reasons.put(
                    "part",
                    text("geo.part", numbers().share(each.code().percent().value() / 100)));
        }
        Baskets.warning(each.tradeScheme(), each.code().code(), year)
                .ifPresent(code -> reasons.put("basket", text("basket." + code)));
        each.otherScheme().ifPresent(ours -> reasons.put("scheme", text("geo.scheme", each.tradeScheme(), ours)));
        return reasons;
    }

    private ObjectNode json(TradeRisk each) {
        ObjectNode node = Json.object();
        node.put("code", each.code().code());
        node.put("product", each.code().productId());
        node.put("import", each.importId());
        node.put("productionYear", each.productionYear());
        node.put("productionSource", each.productionSource());
        node.put("governanceYear", each.governanceYear());
        node.put("partners", each.partners());
        node.set("tonnes", Json.number(each.tonnes()));
        node.set(
                "leading",
                Json.number(
                        mode.equals("default")
                                ? each.study().score().value()
                                : each.study().reference().score()));
        node.set("score", Json.explained(each.study().score()));
        node.set("importRisk", Json.explained(each.study().importRisk()));
        node.set("characterisationFactor", Json.explained(each.study().characterisationFactor()));
        ObjectNode reference = node.putObject("reference");
        reference.set("score", Json.number(each.study().reference().score()));
        reference.set("importRisk", Json.number(each.study().reference().importRisk()));
        reference.set(
                "characterisationFactor", Json.number(each.study().reference().characterisationFactor()));
        node.set("difference", Json.number(each.study().difference()));
        node.set("coverage", Json.number(each.study().coverage()));
        node.set("taiwanShare", Json.number(each.taiwan()));
        node.set("leftOut", Json.strings(each.study().leftOut()));
        node.set("unrated", Json.strings(each.study().unrated()));
        node.set("ownProduction", Json.number(each.own().tonnes()));
        node.set("ownProductionAsTraded", Json.number(each.own().traded()));
        node.set("reasons", Json.strings(reasons(each).keySet()));
        return node;
    }
}
