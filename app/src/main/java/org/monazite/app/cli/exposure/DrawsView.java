package org.monazite.app.cli.exposure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.text.Texts;
import org.monazite.brief.Numbers;
import org.monazite.exposure.DrawSettings;
import org.monazite.exposure.DrawnExposure;
import org.monazite.exposure.Importer;
import org.monazite.exposure.Method;
import org.monazite.exposure.Percentiles;
import org.monazite.exposure.RankStability;
import org.monazite.exposure.StageExposure;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What draws say of how sure numbers and orders are.
final class DrawsView {

    private static final int SHOWN = 12;

    private final Session session;
    private final Texts texts;
    private final Numbers numbers;
    private final Words words;

    DrawsView(Session session) throws IOException {
        this.session = session;
        this.texts = session.texts();
        this.numbers = session.numbers();
        this.words = new Words(session);
    }

    private static DrawSettings settings(int draws) {
        if (draws < 100 || draws > 100_000) {
            throw Problem.of(ExitCode.USAGE, "problem.option.range", "--draws", draws, "100", "100000");
        }
        return new DrawSettings(draws, DrawSettings.DEFAULT.seed());
    }

    /// Percentiles of direct, traced and world share and of concentration, with what moves them.
    void exposure(
            Report report,
            String chain,
            List<Importer> importers,
            String supplier,
            int draws,
            List<StageExposure> shown)
            throws IOException {
        DrawSettings settings = settings(draws);
        Set<String> products = shown.stream().map(StageExposure::productId).collect(Collectors.toSet());
        ArrayNode array = report.json().putArray("draws");
        for (Importer importer : importers) {
            DrawnExposure drawn = session.dependence().drawn(chain, importer, supplier, settings);
            Table table = new Table()
                    .text("product", texts.get("column.product"))
                    .text("measure", texts.get("column.measure"))
                    .number("p5", "P5")
                    .number("p50", "P50")
                    .number("p95", "P95")
                    .number("error", texts.get("column.error"))
                    .text("drivers", texts.get("column.drivers"));
            for (DrawnExposure.Row row : drawn.rows()) {
                if (products.contains(row.productId())) {
                    array.add(json(importer, drawn, row));
                    boolean flat = row.percentiles().p95() - row.percentiles().p5() < 1e-9;
                    if (!flat) {
                        table.row(cells(row));
                    }
                }
            }
            String source = texts.get("draws.source." + drawn.source().name().toLowerCase(Locale.ROOT));
            report.line(texts.get(
                    "draws.title", words.importer(importer), numbers.count(settings.draws()), settings.seed(), source));
            if (drawn.projected() > 0) {
                report.line(texts.get("draws.projected", numbers.count(drawn.projected())));
            }
            report.table(table);
        }
    }

    private Table.Cell[] cells(DrawnExposure.Row row) throws IOException {
        String measure = row.measure().name().toLowerCase(Locale.ROOT);
        Percentiles p = row.percentiles();
        String drivers = row.drivers().stream()
                .map(driver -> driver.input() + " " + numbers.roundShare(driver.share()))
                .collect(Collectors.joining("; "));
        return new Table.Cell[] {
            new Table.Cell(words.product(row.productId()), row.productId()),
            new Table.Cell(texts.get("measure." + measure.replace('_', '.')), measure),
            value(row.measure(), p.p5()),
            value(row.measure(), p.p50()),
            value(row.measure(), p.p95()),
            value(row.measure(), p.standardError()),
            Table.Cell.of(drivers)
        };
    }

    private Table.Cell value(DrawnExposure.Measure measure, double value) {
        return measure == DrawnExposure.Measure.HHI ? Table.Cell.of(numbers.hhi(value), value) : share(value);
    }

    private Table.Cell share(double value) {
        return Table.Cell.of(numbers.share(value), value);
    }

    private static ObjectNode json(Importer importer, DrawnExposure drawn, DrawnExposure.Row row) {
        ObjectNode node = Json.object();
        node.put("importer", importer.name());
        node.put("source", drawn.source().name().toLowerCase(Locale.ROOT));
        node.put("projected", drawn.projected());
        node.put("product", row.productId());
        node.put("measure", row.measure().name().toLowerCase(Locale.ROOT));
        node.set("percentiles", json(row.percentiles()));
        ArrayNode drivers = node.putArray("drivers");
        row.drivers().forEach(driver -> {
            ObjectNode each = drivers.addObject();
            each.put("input", driver.input());
            each.set("share", Json.number(driver.share()));
        });
        return node;
    }

    private static ObjectNode json(Percentiles percentiles) {
        ObjectNode node = Json.object();
        node.set("p5", Json.number(percentiles.p5()));
        node.set("p50", Json.number(percentiles.p50()));
        node.set("p95", Json.number(percentiles.p95()));
        node.set("standardError", Json.number(percentiles.standardError()));
        node.set("defined", Json.number(percentiles.defined()));
        return node;
    }

    /// How firm the order of each method is: the first of each list.
    void stability(Report report, Importer importer, int top, int draws) throws IOException {
        if (top < 1 || top > 1000) {
            throw Problem.of(ExitCode.USAGE, "problem.option.range", "--top", top, "1", "1000");
        }
        RankStability stability = session.dependence().stability(importer, top, settings(draws));
        Table table = new Table()
                .text("method", texts.get("column.method"))
                .text("product", texts.get("column.product"))
                .number("in_top", texts.get("column.in.top", top))
                .number("before_next", texts.get("column.before.next"))
                .text("tied", texts.get("column.tied"))
                .number("above_threshold", texts.get("column.above"));
        ArrayNode array = report.json().putArray("rankStability");
        List<String> taus = new ArrayList<>();
        stability.methods().forEach((method, each) -> {
            ObjectNode node = array.addObject();
            node.put("method", method.id());
            node.set("expectedTau", Json.number(each.expectedTau()));
            taus.add(texts.pick(method.nameEn(), method.nameJa())
                    + (Double.isNaN(each.expectedTau()) ? " -" : " %.2f".formatted(each.expectedTau())));
            ArrayNode items = node.putArray("items");
            each.items().forEach(item -> items.add(json(item)));
        });
        for (Method method : stability.methods().keySet()) {
            List<RankStability.Item> items =
                    stability.methods().getOrDefault(method, EMPTY).items();
            for (RankStability.Item item : items.subList(0, Math.min(SHOWN, items.size()))) {
                table.row(
                        new Table.Cell(texts.pick(method.nameEn(), method.nameJa()), method.id()),
                        new Table.Cell(words.subject(item.productId()), item.productId()),
                        share(item.inTop()),
                        share(item.beforeNext()),
                        new Table.Cell(
                                item.tiedWithNext() ? texts.get("draws.tied") : "",
                                String.valueOf(item.tiedWithNext())),
                        share(item.aboveThreshold()));
            }
        }
        report.line(texts.get(
                "draws.stability", numbers.count(draws), DrawSettings.DEFAULT.seed(), String.join("; ", taus)));
        report.table(table);
    }

    private static final RankStability.Stability EMPTY = new RankStability.Stability(List.of(), Double.NaN);

    private static ObjectNode json(RankStability.Item item) {
        ObjectNode node = Json.object();
        node.put("product", item.productId());
        node.set("central", Json.number(item.central()));
        node.set("percentiles", json(item.percentiles()));
        node.set("inTop", Json.number(item.inTop()));
        node.set("beforeNext", Json.number(item.beforeNext()));
        node.put("tiedWithNext", item.tiedWithNext());
        node.set("aboveThreshold", Json.number(item.aboveThreshold()));
        return node;
    }
}
