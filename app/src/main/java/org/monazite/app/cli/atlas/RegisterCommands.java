package org.monazite.app.cli.atlas;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.atlas.Atlas;
import org.monazite.supply.Citation;
import org.monazite.supply.ExportControl;
import org.monazite.supply.Flag;
import org.monazite.supply.Project;
import org.monazite.supply.StockFact;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The registers that travel beside the network: works and projects, stocks, export controls.
final class RegisterCommands {

    private static final String UNPUBLISHED = "-";

    private RegisterCommands() {}

    private static boolean at(Session session, @Nullable String word, String option, String code) throws IOException {
        return word == null
                || session.workbench().anyImporter(word, option).members().contains(code);
    }

    private static void cite(ObjectNode node, Flag flag, Citation citation) {
        node.put("flag", Json.flag(flag));
        node.put("source", citation.sourceId());
        node.put("figure", citation.figureId());
    }

    /// Works that stand, are built, or might be.
    @Command(name = "works")
    static final class Works extends Task {

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
                    || each.outputs().stream()
                            .anyMatch(output -> output.productId().equals(product));
            return makes
                    && at(session(), place, "--place", each.place())
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
                    Double.isNaN(value)
                            ? UNPUBLISHED
                            : Words.marked(flag, numbers().count(Math.round(value)) + unit),
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
                cite(made, output.flag(), output.citation());
            }
            node.set("unverifiedFields", Json.strings(each.unverifiedFields()));
            cite(node, each.flag(), each.citations().getFirst());
        }

        private static void put(ObjectNode node, String key, OptionalInt year) {
            if (year.isPresent()) {
                node.put(key, year.getAsInt());
            } else {
                node.putNull(key);
            }
        }
    }

    /// Published stocks, targets and purchases.
    @Command(name = "stocks")
    static final class Stocks extends Task {

        @Option(names = "--place", paramLabel = "PLACE", descriptionKey = "opt.about.place")
        private @Nullable String place;

        @Override
        protected Report report() throws IOException {
            Atlas atlas = session().workbench().atlas();
            Words words = new Words(session());
            Report report = new Report(Json.object());
            report.json().put("atlas", atlas.version());
            ArrayNode array = report.json().putArray("stocks");
            Table table = new Table()
                    .text("place", text("column.place"))
                    .text("holder", text("column.stock.holder"))
                    .text("covers", text("column.stock.covers"))
                    .text("kind", text("column.kind"))
                    .text("amount", text("column.stock.amount"))
                    .hidden("unit")
                    .number("year", text("column.year"))
                    .text("source", text("column.source"));
            List<Flag> flags = new ArrayList<>();
            for (StockFact each : atlas.stocks()) {
                if (at(session(), place, "--place", each.place())) {
                    flags.add(each.flag());
                    table.row(row(words, each));
                    json(array.addObject(), each);
                }
            }
            if (table.isEmpty()) {
                return report.line(text("stocks.none"));
            }
            report.line(text("stocks.title", array.size())).table(table).line(text("stocks.note"));
            words.legend(flags).forEach(report::line);
            return report;
        }

        private Table.Cell[] row(Words words, StockFact each) {
            String covers = each.productId().isEmpty()
                    ? PlaceView.minerals(session(), words, each.scope())
                    : words.product(each.productId());
            String amount = numbers().plain(each.value().value());
            boolean wide = each.value().high() > each.value().low();
            return new Table.Cell[] {
                new Table.Cell(words.place(each.place()), each.place()),
                new Table.Cell(words.said(each.holder()), each.holder()),
                new Table.Cell(covers, each.productId().isEmpty() ? each.scope() : each.productId()),
                new Table.Cell(words.said(each.kind()), each.kind()),
                Table.Cell.of(
                        Words.marked(each.flag(), amount)
                                + (wide
                                        ? " (%s–%s)"
                                                .formatted(
                                                        numbers()
                                                                .plain(each.value()
                                                                        .low()),
                                                        numbers()
                                                                .plain(each.value()
                                                                        .high()))
                                        : "")
                                + " "
                                + words.said(each.unit()),
                        each.value().value()),
                new Table.Cell(words.said(each.unit()), each.unit()),
                Table.Cell.of(each.year() == 0 ? "" : Integer.toString(each.year())),
                Table.Cell.of(each.citation().sourceId())
            };
        }

        private static void json(ObjectNode node, StockFact each) {
            node.put("holder", each.holder());
            node.put("place", each.place());
            node.put("product", each.productId());
            node.put("scope", each.scope());
            node.put("kind", each.kind());
            node.put("value", each.value().value());
            node.put("low", each.value().low());
            node.put("high", each.value().high());
            node.put("unit", each.unit());
            if (each.year() == 0) {
                node.putNull("year");
            } else {
                node.put("year", each.year());
            }
            cite(node, each.flag(), each.citation());
        }
    }

    /// Export controls by date.
    @Command(name = "controls")
    static final class Controls extends Task {

        @Option(names = "--place", paramLabel = "PLACE", descriptionKey = "opt.controls.by")
        private @Nullable String place;

        @Option(names = "--hits", paramLabel = "PLACE", descriptionKey = "opt.controls.hits")
        private @Nullable String hits;

        @Option(names = "--hs", paramLabel = "CODE", descriptionKey = "opt.controls.hs")
        private @Nullable String hs;

        @Override
        protected Report report() throws IOException {
            Atlas atlas = session().workbench().atlas();
            Words words = new Words(session());
            Report report = new Report(Json.object());
            report.json().put("atlas", atlas.version());
            ArrayNode array = report.json().putArray("controls");
            Table table = new Table()
                    .text("control", text("column.control"))
                    .text("by", text("column.controls.by"))
                    .hidden("hits")
                    .text("type", text("column.type"))
                    .text("effective", text("column.effective"))
                    .hidden("end")
                    .text("state", text("column.state"))
                    .text("minerals", text("column.minerals"))
                    .text("hs", text("column.controls.hs"))
                    .hidden("source");
            for (ExportControl each : atlas.exportControls()) {
                if (wanted(each)) {
                    table.row(row(words, each));
                    json(array.addObject(), each);
                }
            }
            if (table.isEmpty()) {
                return report.line(text("controls.none"));
            }
            return report.line(text("controls.title", array.size()))
                    .table(table)
                    .line(text("controls.note"));
        }

        private boolean wanted(ExportControl each) throws IOException {
            boolean names = hs == null || each.hsCodes().stream().anyMatch(this::overlaps);
            return names && at(session(), place, "--place", each.imposer()) && hits(each);
        }

        /// A heading holds its subheadings: what names 2846 answers to 2846.90, and the other way round.
        private boolean overlaps(String code) {
            String named = code.replaceFirst("[ (].*", "").replace(".", "");
            String asked = hs == null ? "" : hs.replace(".", "");
            return !named.isEmpty() && (named.startsWith(asked) || asked.startsWith(named));
        }

        private boolean hits(ExportControl each) throws IOException {
            if (hits == null || each.targets().contains("WLD")) {
                return true;
            }
            for (String target : each.targets()) {
                if (at(session(), hits, "--hits", target)) {
                    return true;
                }
            }
            return false;
        }

        private Table.Cell[] row(Words words, ExportControl each) {
            List<String> targets = each.targets().stream()
                    .map(target -> target.equals("WLD") ? text("controls.all") : words.place(target))
                    .toList();
            return new Table.Cell[] {
                Table.Cell.of(each.id()),
                new Table.Cell(words.place(each.imposer()) + " > " + String.join(", ", targets), each.imposer()),
                Table.Cell.of(String.join(";", each.targets())),
                new Table.Cell(words.said(each.type()).replace('_', ' '), each.type()),
                new Table.Cell(
                        date(each.effective())
                                + each.end().map(end -> " – " + end).orElse(""),
                        date(each.effective())),
                Table.Cell.of(date(each.end())),
                new Table.Cell(words.said(each.statusSeen()), each.statusSeen()),
                new Table.Cell(PlaceView.minerals(session(), words, each.minerals()), each.minerals()),
                new Table.Cell(String.join(", ", each.hsCodes()), String.join(";", each.hsCodes())),
                Table.Cell.of(each.citation().sourceId())
            };
        }

        private static String date(Optional<LocalDate> date) {
            return date.map(LocalDate::toString).orElse("");
        }

        private static void json(ObjectNode node, ExportControl each) {
            node.put("id", each.id());
            node.put("by", each.imposer());
            node.put("scope", each.scope());
            node.set("hits", Json.strings(each.targets()));
            node.put("type", each.type());
            node.put("law", each.legalRef());
            node.put("announced", each.announced().map(LocalDate::toString).orElse(null));
            node.put("effective", each.effective().map(LocalDate::toString).orElse(null));
            node.put("end", each.end().map(LocalDate::toString).orElse(null));
            node.put("endKind", each.endKind());
            node.put("status", each.statusSeen());
            node.put("minerals", each.minerals());
            node.put("products", each.products());
            node.set("hsCodes", Json.strings(each.hsCodes()));
            cite(node, each.flag(), each.citation());
        }
    }
}
