package org.monazite.app.cli.exposure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.Texts;
import org.monazite.atlas.Comparables;
import org.monazite.brief.Numbers;
import org.monazite.exposure.Importer;
import org.monazite.exposure.MaterialMethods;
import org.monazite.exposure.Method;
import org.monazite.exposure.RankTables;
import org.monazite.exposure.Screening;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Materials by method, how methods order them, and what a threshold picks.
final class MethodsView {

    private static final int WIDEST = 5;

    private final Session session;
    private final Texts texts;
    private final Numbers numbers;
    private final Words words;
    private final Importer importer;

    MethodsView(Session session, Importer importer) throws IOException {
        this.session = session;
        this.texts = session.texts();
        this.numbers = session.numbers();
        this.words = new Words(session);
        this.importer = importer;
    }

    Report table(List<MaterialMethods> rows) throws IOException {
        Report report = new Report(Json.object());
        report.json().put("atlas", session.workbench().atlas().version());
        report.json().put("importer", importer.name());
        Map<String, String> ranks = ranks();
        Table table = new Table()
                .text("product", texts.get("column.product"))
                .number("hhi", texts.get("column.hhi"))
                .number("effective_sources", texts.get("column.short.effective"))
                .number("net_import_reliance", texts.get("column.short.reliance"))
                .number("geopolrisk", texts.get("column.short.geopolrisk"))
                .number("eu_supply_risk", texts.get("column.short.eu"))
                .number("usgs_supply_risk", texts.get("column.short.usgs"))
                .number("lost_without_largest", texts.get("column.short.lost"))
                .text("largest_source", texts.get("column.origin"))
                .number("coverage", texts.get("column.short.coverage"))
                .hidden("unverified")
                .text("official", texts.get("column.short.official"));
        ArrayNode array = report.json().putArray("materials");
        List<Flag> flags = new ArrayList<>();
        for (MaterialMethods row : rows) {
            row.numbers().values().forEach(number -> flags.add(number.isDefined() ? number.flag() : Flag.NONE));
            table.row(
                    new Table.Cell(words.subject(row.productId()), row.productId()),
                    cell(row, Method.HHI),
                    Table.Cell.of(
                            row.effectiveSources().isDefined()
                                    ? row.effectiveSources().flag().mark()
                                            + "%.1f"
                                                    .formatted(row.effectiveSources()
                                                            .value())
                                    : "-",
                            row.effectiveSources().value()),
                    cell(row, Method.RELIANCE),
                    cell(row, Method.GEOPOLRISK),
                    cell(row, Method.EU),
                    cell(row, Method.USGS),
                    cell(row, Method.LOST),
                    new Table.Cell(
                            row.largestSource().isEmpty() ? "" : words.place(row.largestSource()), row.largestSource()),
                    Table.Cell.of(
                            Double.isNaN(row.coverage()) ? "-" : numbers.roundShare(row.coverage()), row.coverage()),
                    Table.Cell.of(numbers.roundShare(row.unverifiedShare()), row.unverifiedShare()),
                    Table.Cell.of(ranks.getOrDefault(row.material(), "")));
            array.add(json(row));
        }
        report.line(texts.get("methods.title", words.importer(importer), rows.size()));
        report.table(table);
        report.line(texts.get("methods.note"));
        words.legend(flags).forEach(report::line);
        return report;
    }

    /// US list of 2025 and place in the ranking of losses, where the material has them.
    private Map<String, String> ranks() throws IOException {
        Map<String, String> marks = new TreeMap<>();
        for (Comparables.Assessed each :
                session.workbench().atlas().comparables().assessments()) {
            if (each.assessment().equals("us_list2025")) {
                marks.merge(each.material(), "US", (a, b) -> a.contains("US") ? a : b + " " + a);
            } else if (each.assessment().equals("usgs_ofr2025") && each.metric().equals("rank")) {
                marks.merge(each.material(), "#%.0f".formatted(each.value()), (a, b) -> a + " " + b);
            }
        }
        return marks;
    }

    private Table.Cell cell(MaterialMethods row, Method method) {
        Explained number = row.numbers().getOrDefault(method, row.effectiveMakers());
        String text = number.isDefined() ? number.flag().mark() + shown(method, number.value()) : "-";
        return Table.Cell.of(text, number.value());
    }

    private String shown(Method method, double value) {
        return switch (method) {
            case HHI -> numbers.hhi(value);
            case RELIANCE, LOST -> numbers.roundShare(value);
            case GEOPOLRISK, USGS -> "%.3f".formatted(value);
            case EU -> "%.2f".formatted(value);
        };
    }

    private static ObjectNode json(MaterialMethods row) {
        ObjectNode node = Json.object();
        node.put("material", row.material());
        node.put("product", row.productId());
        node.put("stage", row.stage().id());
        node.put("period", row.period());
        node.put("largestSource", row.largestSource());
        node.set("coverage", Json.number(row.coverage()));
        node.set("unverifiedShare", Json.number(row.unverifiedShare()));
        node.set("effectiveSources", Json.explained(row.effectiveSources()));
        node.set("effectiveMakers", Json.explained(row.effectiveMakers()));
        ObjectNode methods = node.putObject("methods");
        row.numbers().forEach((method, number) -> methods.set(method.id(), Json.explained(number)));
        return node;
    }

    void disagreement(Report report, List<MaterialMethods> rows) throws IOException {
        RankTables ranks = RankTables.of(rows);
        Table table = new Table().text("method", texts.get("column.method"));
        for (Method method : Method.values()) {
            table.number(method.id(), name(method));
        }
        ObjectNode tau = report.json().putObject("kendallTau");
        for (Method a : Method.values()) {
            List<Table.Cell> cells = new ArrayList<>();
            cells.add(new Table.Cell(name(a), a.id()));
            ObjectNode row = tau.putObject(a.id());
            for (Method b : Method.values()) {
                double value = ranks.tau().getOrDefault(a, Map.of()).getOrDefault(b, Double.NaN);
                cells.add(Table.Cell.of(Double.isNaN(value) ? "-" : "%.2f".formatted(value), value));
                row.set(b.id(), Json.number(value));
            }
            table.row(cells.toArray(Table.Cell[]::new));
        }
        report.line(texts.get("methods.tau")).table(table);
        spreads(report, ranks);
    }

    private void spreads(Report report, RankTables ranks) throws IOException {
        Table table = new Table()
                .text("product", texts.get("column.product"))
                .text("highest", texts.get("column.highest"))
                .text("lowest", texts.get("column.lowest"))
                .number("spread", texts.get("column.spread"))
                .text("cause", texts.get("column.cause"));
        ArrayNode array = report.json().putArray("disagreement");
        for (RankTables.Spread spread : ranks.spreads()) {
            String cause = spread.cause().name().toLowerCase(java.util.Locale.ROOT);
            if (array.size() < WIDEST) {
                table.row(
                        new Table.Cell(words.subject(spread.productId()), spread.productId()),
                        new Table.Cell(name(spread.highest()), spread.highest().id()),
                        new Table.Cell(name(spread.lowest()), spread.lowest().id()),
                        Table.Cell.of(numbers.roundShare(spread.spread()), spread.spread()),
                        new Table.Cell(texts.get("cause." + cause), cause));
            }
            ObjectNode node = array.addObject();
            node.put("product", spread.productId());
            node.put("highest", spread.highest().id());
            node.put("lowest", spread.lowest().id());
            node.set("spread", Json.number(spread.spread()));
            node.put("cause", cause);
        }
        if (!table.isEmpty()) {
            report.line(texts.get("methods.spread")).table(table);
        }
    }

    private String name(Method method) {
        return texts.pick(method.nameEn(), method.nameJa());
    }

    /// @param threshold NaN for that of each method
    void screening(Report report, List<MaterialMethods> rows, List<Method> methods, double threshold)
            throws IOException {
        Table table = new Table()
                .text("method", texts.get("column.method"))
                .number("threshold", texts.get("column.threshold"))
                .number("listed", texts.get("column.listed"))
                .text("entering", texts.get("column.entering"))
                .text("leaving", texts.get("column.leaving"))
                .number("untold", texts.get("column.untold"));
        ArrayNode array = report.json().putArray("screening");
        for (Method method : methods) {
            Screening list = Screening.of(rows, method, Double.isNaN(threshold) ? method.threshold() : threshold);
            table.row(
                    new Table.Cell(name(method), method.id()),
                    Table.Cell.of("%.2f".formatted(list.threshold()), list.threshold()),
                    Table.Cell.of(
                            numbers.count(list.listed().size()), list.listed().size()),
                    Table.Cell.of(names(list.entering())),
                    Table.Cell.of(names(list.leaving())),
                    Table.Cell.of(
                            numbers.count(list.untold().size()), list.untold().size()));
            ObjectNode node = array.addObject();
            node.put("method", method.id());
            node.put("threshold", list.threshold());
            node.set("listed", Json.strings(list.listed()));
            node.set("entering", Json.strings(list.entering()));
            node.set("leaving", Json.strings(list.leaving()));
            node.set("untold", Json.strings(list.untold()));
        }
        report.line(texts.get("methods.screen")).table(table);
    }

    private String names(List<String> products) throws IOException {
        List<String> names = new ArrayList<>();
        for (String product : products) {
            names.add(words.subject(product));
        }
        return String.join(texts.isJapanese() ? "、" : ", ", names);
    }

    void explain(Report report, List<MaterialMethods> rows) throws IOException {
        Explanations explanations = new Explanations(session);
        for (MaterialMethods row : rows) {
            for (Method method : Method.values()) {
                Explained number = row.numbers().getOrDefault(method, row.effectiveMakers());
                report.line("");
                report.line(words.subject(row.productId()));
                explanations.lines(number).forEach(report::line);
            }
        }
    }
}
