package org.monazite.app.cli.atlas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.atlas.Atlas;
import org.monazite.supply.Flag;
import org.monazite.supply.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Works that stand, are built, or might be.
@Command(name = "works")
final class WorksCommand extends Task {

    private static final String UNPUBLISHED = "-";

    @Option(names = "--product", paramLabel = "PRODUCT", descriptionKey = "opt.about.product")
    private @Nullable String product;

    @Option(names = "--place", paramLabel = "PLACE", descriptionKey = "opt.about.place")
    private @Nullable String place;

    @Option(names = "--undecided", descriptionKey = "opt.works.undecided")
    private boolean undecided;

    @Override
    protected Report report() throws IOException {
        Atlas atlas = session().workbench().atlas();
        known(atlas);
        Report report = new Report(Json.object());
        report.json().put("atlas", atlas.version());
        ArrayNode array = report.json().putArray("works");
        Table table = new Table()
                .text("works", text("column.works.id"))
                .text("name", text("column.name"))
                .text("place", text("column.place"))
                .text("product", text("column.product"))
                .text("size", text("column.size"))
                .hidden("unit")
                .text("state", text("column.state"))
                .number("start", text("column.start"))
                .hidden("start_low")
                .hidden("start_high")
                .number("capital_musd", text("column.works.capital"))
                .hidden("source");
        List<Flag> flags = new ArrayList<>();
        int open = 0;
        for (Project each : atlas.projects()) {
            if (wanted(each)) {
                open += each.status().isDecided() ? 0 : 1;
                flags.add(flag(each, "capacity_t"));
                flags.add(flag(each, "capex_musd"));
                table.row(row(each));
                json(array.addObject(), each);
            }
        }
        if (table.isEmpty()) {
            return report.line(text("works.none"));
        }
        report.line(text("works.title", array.size(), open)).table(table).line(text("works.note"));
        new Words(session()).legend(flags).forEach(report::line);
        return report;
    }

    private void known(Atlas atlas) {
        if (product != null && !atlas.products().containsKey(product)) {
            throw Problem.unknown(
                    ExitCode.NOT_FOUND,
                    "kind.product",
                    product,
                    "--product",
                    atlas.products().keySet());
        }
    }

    private boolean wanted(Project each) throws IOException {
        boolean makes = product == null
                || each.productId().equals(product)
                || each.outputs().stream().anyMatch(output -> output.productId().equals(product));
        return makes
                && Registers.at(session(), place, "--place", each.place())
                && !(undecided && each.status().isDecided());
    }

    /// How careful a reader must be with one field of a row.
    private static Flag flag(Project each, String field) {
        return each.unverifiedFields().contains(field) ? each.flag().and(Flag.UNVERIFIED) : each.flag();
    }

    private Table.Cell[] row(Project each) throws IOException {
        Words words = new Words(session());
        return new Table.Cell[] {
            Table.Cell.of(each.id()),
            Table.Cell.of(each.name()),
            new Table.Cell(words.place(each.place()), each.place()),
            new Table.Cell(words.product(each.productId()), each.productId()),
            amount(flag(each, "capacity_t"), each.capacity().orElse(Double.NaN), " " + each.capacityUnit()),
            Table.Cell.of(each.capacity().isEmpty() ? "" : each.capacityUnit()),
            new Table.Cell(state(each), each.status().id()),
            Table.Cell.of(
                    each.start().year().isEmpty()
                            ? UNPUBLISHED
                            : year(each.start().year())),
            Table.Cell.of(year(each.start().low())),
            Table.Cell.of(year(each.start().high())),
            amount(flag(each, "capex_musd"), each.capexMillionUsd().orElse(Double.NaN), ""),
            Table.Cell.of(each.citations().getFirst().sourceId())
        };
    }

    private String state(Project each) {
        return text("works.status." + each.status().name().toLowerCase(Locale.ROOT));
    }

    /// A number as published, or that nobody published it.
    private Table.Cell amount(Flag flag, double value, String unit) {
        return Table.Cell.of(
                Double.isNaN(value) ? UNPUBLISHED : Words.marked(flag, numbers().count(Math.round(value)) + unit),
                value);
    }

    private static String year(OptionalInt year) {
        return year.isEmpty() ? "" : Integer.toString(year.getAsInt());
    }

    private static void json(ObjectNode node, Project each) {
        node.put("id", each.id());
        node.put("name", each.name());
        node.put("operator", each.operator());
        node.put("place", each.place());
        node.put("stage", each.stage().name().toLowerCase(Locale.ROOT));
        node.put("product", each.productId());
        node.set("capacity", Json.number(each.capacity().orElse(Double.NaN)));
        node.put("capacityUnit", each.capacityUnit());
        node.put("status", each.status().id());
        node.put("decided", each.status().isDecided());
        put(node, "start", each.start().year());
        put(node, "startLow", each.start().low());
        put(node, "startHigh", each.start().high());
        node.set("capexMillionUsd", Json.number(each.capexMillionUsd().orElse(Double.NaN)));
        node.set(
                "publicSupportMillionUsd",
                Json.number(each.publicSupportMillionUsd().orElse(Double.NaN)));
        node.put("offtake", each.offtake());
        ArrayNode outputs = node.putArray("outputs");
        for (Project.Output output : each.outputs()) {
            ObjectNode made = outputs.addObject();
            made.put("product", output.productId());
            made.put("tonnesPerYear", output.tonnesPerYear().value());
            made.put("low", output.tonnesPerYear().low());
            made.put("high", output.tonnesPerYear().high());
            made.put("sellable", output.sellable());
            Registers.cite(made, output.flag(), output.citation());
        }
        node.set("unverifiedFields", Json.strings(each.unverifiedFields()));
        Registers.cite(node, each.flag(), each.citations().getFirst());
    }

    private static void put(ObjectNode node, String key, OptionalInt year) {
        if (year.isPresent()) {
            node.put(key, year.getAsInt());
        } else {
            node.putNull(key);
        }
    }
}
