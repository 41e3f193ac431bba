package org.monazite.app.cli.exposure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.monazite.app.cli.atlas.ShowCommand;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.cli.paper.Words;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.brief.Numbers;
import org.monazite.exposure.Importer;
import org.monazite.exposure.Trend;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.Product;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Measures over the years that the atlas carries, editions of one source side by side.
@Command(name = "history")
final class HistoryCommand extends Task {

    @Parameters(paramLabel = "PLACE", descriptionKey = "arg.place", arity = "0..1", defaultValue = "CHN")
    private String place = "CHN";

    @Option(names = "--material", paramLabel = "MATERIAL", descriptionKey = "opt.material")
    private @Nullable String material;

    @Override
    protected Report report() throws IOException {
        Importer about = session().workbench().anyImporter(place, "");
        List<Trend> trends = new ArrayList<>(session().dependence().history(about.name()));
        if (material != null) {
            Set<String> subjects = subjects(material);
            trends.removeIf(trend -> !subjects.contains(trend.subject().split(":", 2)[0]));
        }
        Report report = new Report(Json.object());
        report.json().put("atlas", session().workbench().atlas().version());
        report.json().put("place", about.name());
        Words words = new Words(session());
        report.line(text("history.title", words.importer(about)));
        ArrayNode array = report.json().putArray("trends");
        List<Flag> flags = new ArrayList<>();
        for (String measure : List.of(
                "share of world production", "HHI of world production", "net import reliance", "published share")) {
            List<Trend> of = trends.stream()
                    .filter(trend -> trend.measure().equals(measure))
                    .toList();
            if (!of.isEmpty()) {
                report.line(text(
                        "history." + measure.toLowerCase(java.util.Locale.ROOT).replace(' ', '.')));
                report.table(measure.startsWith("published") ? list(of, flags, words) : table(of, flags, words));
            }
            of.forEach(trend -> array.add(json(trend)));
        }
        if (array.isEmpty()) {
            report.line(text("material.nothing"));
        }
        words.legend(flags).forEach(report::line);
        stays(report, trends);
        return report;
    }

    /// Names the imports among the sources whose figures may not be passed on.
    private void stays(Report report, List<Trend> trends) throws IOException {
        Set<String> sources = new TreeSet<>();
        trends.forEach(trend -> trend.points().forEach(point -> sources.add(point.sourceId())));
        List<ImportManifest> closed = session().workbench().atlas().imported().list().stream()
                .filter(each -> sources.contains(each.id())
                        && each.importFormat().redistribution().equals("import-only"))
                .toList();
        if (!closed.isEmpty()) {
            report.json()
                    .set(
                            "closedImports",
                            Json.strings(closed.stream().map(ImportManifest::id).toList()));
            report.line(text(
                    "history.closed", closed.stream().map(ImportManifest::id).collect(Collectors.joining(", "))));
        }
    }

    private Set<String> subjects(String word) throws IOException {
        String id = ShowCommand.material(session().workbench().atlas(), word).id();
        Set<String> subjects = new TreeSet<>(Set.of(id));
        session().workbench().atlas().products().forEach((product, each) -> {
            if (each instanceof Product.Mineral mineral
                    && mineral.material().id().equals(id)) {
                subjects.add(product);
            }
        });
        session().workbench().atlas().comparables().made(2024).forEach(made -> {
            if (made.material().equals(id)) {
                subjects.add(made.production().productId());
            }
        });
        return subjects;
    }

    /// A row for each subject and source, a column for each period.
    private Table table(List<Trend> trends, List<Flag> flags, Words words) {
        TreeSet<String> periods = new TreeSet<>();
        trends.forEach(trend -> trend.points().forEach(point -> periods.add(point.period())));
        Table table = new Table().text("subject", text("column.about")).text("source", text("column.source"));
        Numbers numbers = numbers();
        periods.forEach(period -> table.number(period, numbers.period(period)));
        for (Trend trend : trends) {
            TreeSet<String> sources = new TreeSet<>();
            trend.points().forEach(point -> sources.add(point.sourceId()));
            for (String source : sources) {
                List<Table.Cell> cells = new ArrayList<>();
                cells.add(new Table.Cell(words.subject(trend.subject()), trend.subject()));
                cells.add(Table.Cell.of(source));
                for (String period : periods) {
                    cells.add(trend.points().stream()
                            .filter(point -> point.period().equals(period)
                                    && point.sourceId().equals(source))
                            .findFirst()
                            .map(point -> cell(trend, point.number(), flags))
                            .orElse(Table.Cell.of("")));
                }
                table.row(cells.toArray(Table.Cell[]::new));
            }
        }
        return table;
    }

    /// A row for each point: published series have few years in common.
    private Table list(List<Trend> trends, List<Flag> flags, Words words) {
        Table table = new Table()
                .text("series", text("column.about"))
                .text("period", text("column.period"))
                .number("share", text("column.share"))
                .text("source", text("column.source"))
                .text("counted", text("column.counted.what"));
        for (Trend trend : trends) {
            for (Trend.Point point : trend.points()) {
                String how = point.number().formula().replaceFirst("^as published(: )?", "");
                table.row(
                        new Table.Cell(words.subject(trend.subject()), trend.subject()),
                        new Table.Cell(numbers().period(point.period()), point.period()),
                        cell(trend, point.number(), flags),
                        Table.Cell.of(point.sourceId()),
                        new Table.Cell(words.said(how), how));
            }
        }
        return table;
    }

    private Table.Cell cell(Trend trend, Explained number, List<Flag> flags) {
        if (!number.isDefined()) {
            return Table.Cell.of("-", Double.NaN);
        }
        flags.add(number.flag());
        String shown = trend.measure().startsWith("HHI")
                ? numbers().hhi(number.value())
                : number.high() - number.low() > 1e-9 && trend.measure().equals("net import reliance")
                        ? numbers().shareRange(number.low(), number.high())
                        : numbers().share(number.value());
        return Table.Cell.of(number.flag().mark() + shown, number.value());
    }

    private static ObjectNode json(Trend trend) {
        ObjectNode node = Json.object();
        node.put("subject", trend.subject());
        node.put("measure", trend.measure());
        node.set("change", Json.number(trend.change()));
        node.set("disagreement", Json.number(trend.disagreement()));
        ArrayNode points = node.putArray("points");
        for (Trend.Point point : trend.points()) {
            ObjectNode each = points.addObject();
            each.put("period", point.period());
            each.put("source", point.sourceId());
            each.set("number", Json.explained(point.number()));
        }
        return node;
    }
}
