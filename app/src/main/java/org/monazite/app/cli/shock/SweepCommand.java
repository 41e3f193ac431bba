package org.monazite.app.cli.shock;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.monazite.app.Plays;
import org.monazite.app.Workbench;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.shock.EnsembleSettings;
import org.monazite.shock.Removal;
import org.monazite.shock.Spread;
import org.monazite.shock.Sweep;
import org.monazite.supply.NodeKind;
import org.monazite.supply.SupplyNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Who and what could hurt most: every place, supplier, maker and sea lane taken out in turn.
@Command(name = "sweep")
final class SweepCommand extends Task {

    private static final String REST = "ROW";

    @Option(names = "--for", paramLabel = "PLACES", descriptionKey = "opt.sweep.for", split = ",", defaultValue = "JPN")
    private List<String> importers = List.of("JPN");

    @Option(names = "--weeks", paramLabel = "N", descriptionKey = "opt.weeks", defaultValue = "52")
    private int weeks = 52;

    @Option(names = "--days", paramLabel = "N", descriptionKey = "opt.sweep.days", defaultValue = "180")
    private int days = 180;

    @Option(names = "--members", paramLabel = "N", descriptionKey = "opt.sweep.members", defaultValue = "12")
    private int members = 12;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "opt.seed", defaultValue = "20251028")
    private long seed = 20251028L;

    @Option(
            names = "--what",
            paramLabel = "KINDS",
            descriptionKey = "opt.sweep.what",
            split = ",",
            defaultValue = "place,supplier,maker,lane")
    private List<String> what = List.of("place", "supplier", "maker", "lane");

    @Option(names = "--top", paramLabel = "N", descriptionKey = "opt.top", defaultValue = "15")
    private int top = 15;

    @Option(names = "--rank", paramLabel = "BY", descriptionKey = "opt.sweep.rank", defaultValue = "median")
    private String rank = "median";

    @Option(names = "--product", paramLabel = "PRODUCT", descriptionKey = "opt.sweep.product")
    private @Nullable String product;

    @Option(names = "--chain", paramLabel = "CHAIN", descriptionKey = "opt.chain", defaultValue = "magnets")
    private String chain = "magnets";

    @Override
    protected Report report() throws IOException {
        Workbench workbench = session().workbench();
        range("--days", days, 1, 7 * 520);
        range("--top", top, 1, 10_000);
        EnsembleSettings settings =
                ShockCommand.settings(weeks, members, seed, session().threads());
        TreeSet<String> places = new TreeSet<>();
        for (String word : importers) {
            places.addAll(workbench.importer(chain, word.strip(), "--for").members());
        }
        String id = product == null
                ? bought(workbench.network(chain))
                : workbench.words(chain).product(product, ExitCode.NOT_FOUND, "--product");
        Sweep.Rank by = rank();
        Plays plays = workbench.plays(chain);
        Sweep byMedian = plays.sweep(places, kinds(), settings, days, id);
        Sweep sweep = by == Sweep.Rank.MEDIAN ? byMedian : byMedian.rankedBy(by);
        Report report = new Report(Json.object());
        report.json().set("runCard", Json.card(plays.sweepCard(settings, days)));
        json(report.json(), sweep, places);
        report.json().put("rank", by.name().toLowerCase(Locale.ROOT));
        Played played = new Played(session(), chain);
        show(report, sweep, places, by, played);
        closed(report, chain);
        return played.closed(report);
    }

    /// What users buy: the product of the last stage before use.
    private static String bought(SupplyNetwork network) {
        String bought = "";
        for (int node = 0; node < network.nodes().size(); node++) {
            if (network.nodes().kind(node) == NodeKind.USE) {
                int cell = network.cells().first(node);
                bought = network.products().get(network.cells().product(cell)).id();
            }
        }
        return bought;
    }

    static void range(String option, int value, int low, int high) {
        if (value < low || value > high) {
            throw Problem.of(ExitCode.USAGE, "problem.option.range", option, value, low, high);
        }
    }

    private Sweep.Rank rank() {
        TreeSet<String> known = new TreeSet<>();
        for (Sweep.Rank each : Sweep.Rank.values()) {
            known.add(each.name().toLowerCase(Locale.ROOT));
        }
        String wanted = rank.strip().toLowerCase(Locale.ROOT);
        if (!known.contains(wanted)) {
            throw Problem.unknown(ExitCode.USAGE, "kind.rank", rank, "--rank", known);
        }
        return Sweep.Rank.valueOf(wanted.toUpperCase(Locale.ROOT));
    }

    private Set<Removal.Kind> kinds() {
        EnumSet<Removal.Kind> kinds = EnumSet.noneOf(Removal.Kind.class);
        TreeSet<String> known = new TreeSet<>();
        for (Removal.Kind kind : Removal.Kind.values()) {
            known.add(kind.name().toLowerCase(Locale.ROOT));
        }
        for (String word : what) {
            String wanted = word.strip().toLowerCase(Locale.ROOT);
            if (!known.contains(wanted)) {
                throw Problem.unknown(ExitCode.USAGE, "kind.removal", word, "--what", known);
            }
            kinds.add(Removal.Kind.valueOf(wanted.toUpperCase(Locale.ROOT)));
        }
        return kinds;
    }

    private void show(Report report, Sweep sweep, Set<String> places, Sweep.Rank by, Played played) throws IOException {
        Words words = new Words(session());
        List<String> names = new ArrayList<>();
        for (String place : places) {
            names.add(words.place(place));
        }
        report.line(text(
                "sweep.title",
                numbers().list(names),
                numbers().count(sweep.rows().size()),
                numbers().days(days),
                numbers().weeks(weeks),
                numbers().count(members)));
        List<Sweep.Row> harmful = sweep.rows().stream()
                .filter(row -> row.lossUsd().mean() > 0 || row.lostWeeks().mean() > 1e-3 || row.shortShare() > 0)
                .toList();
        if (harmful.isEmpty()) {
            report.line(text("sweep.none"));
        } else {
            Sweep.Row worst = harmful.stream()
                    .filter(row -> !isUnnamed(row.removal()))
                    .findFirst()
                    .orElse(harmful.getFirst());
            report.line(text(
                    "sweep.first",
                    name(worst.removal(), words),
                    played.usd(worst(worst.lossUsd(), by)),
                    worst.firstShortWeek() == 0
                            ? "-"
                            : words.product(worst.firstProduct()) + " "
                                    + numbers().week(worst.firstShortWeek()),
                    text("sweep.rank." + by.name().toLowerCase(Locale.ROOT))));
            List<Sweep.Row> shown = harmful.subList(0, Math.min(top, harmful.size()));
            report.table(table(shown, words, sweep.product(), played));
            if (shown.stream().anyMatch(row -> isUnnamed(row.removal()))) {
                report.line(text("sweep.unnamed"));
            }
            if (harmful.size() > top) {
                report.line(text("sweep.more", harmful.size() - top));
            }
        }
        report.line(text("sweep.harmless", sweep.rows().size() - harmful.size()));
        if (!sweep.unknown().isEmpty()) {
            report.line(text(
                    "sweep.unknown",
                    numbers().list(sweep.unknown().stream().map(words::lane).toList())));
        }
        if (!played.isValued()) {
            report.line(text("sweep.novalue"));
        }
        report.line(text("sweep.note")).line(text("sweep.next", String.join(",", places)));
    }

    private static double worst(Spread loss, Sweep.Rank by) {
        return switch (by) {
            case MEDIAN -> loss.median().value();
            case P90 -> loss.at(0.9).value();
            case MEAN -> loss.mean();
        };
    }

    private Table table(List<Sweep.Row> rows, Words words, String id, Played played) throws IOException {
        Table table = new Table()
                .number("rank", text("column.rank"))
                .text("removed", text("column.removed"))
                .number("loss_usd", text("column.loss"))
                .text("loss_interval", text("column.interval"))
                .number("loss_usd_p90", text("column.p90"))
                .number("lost_weeks", text("column.lostweeks", words.product(id)))
                .number("lost_weeks_p90", text("column.p90"))
                .text("first_short", text("column.first"))
                .text("short", text("column.short"));
        int rank = 0;
        for (Sweep.Row row : rows) {
            var loss = row.lossUsd().median();
            table.row(
                    Table.Cell.of(Integer.toString(++rank), rank),
                    new Table.Cell(name(row.removal(), words), row.removal().id()),
                    Table.Cell.of(played.usd(loss.value()), loss.value()),
                    new Table.Cell(
                            played.isValued() ? interval(loss.low(), loss.high()) : "-",
                            loss.low() + ".." + loss.high()),
                    Table.Cell.of(
                            played.usd(row.lossUsd().at(0.9).value()),
                            row.lossUsd().at(0.9).value()),
                    weeks(row.lostWeeks().median().value(), played),
                    weeks(row.lostWeeks().at(0.9).value(), played),
                    row.firstShortWeek() == 0
                            ? Table.Cell.of("-")
                            : new Table.Cell(
                                    numbers().week(row.firstShortWeek()) + " " + words.product(row.firstProduct()),
                                    row.firstShortWeek() + " " + row.firstProduct()),
                    Table.Cell.of(row.shortShare() > 0 ? numbers().outOfTen(row.shortShare()) : "-", row.shortShare()));
        }
        return table;
    }

    private static Table.Cell weeks(double value, Played played) {
        return Table.Cell.of(played.marked(tenths(value), String.format(Locale.ROOT, "%.1f", value)), value);
    }

    /// What is shown as 0.0 carries no mark.
    private static double tenths(double weeks) {
        return Math.rint(weeks * 10) / 10;
    }

    /// Whether what is gone is no one's: the origins that no figure names stand together as the rest of the world.
    private static boolean isUnnamed(Removal removal) {
        return removal.place().equals(REST);
    }

    private String interval(double low, double high) {
        return Double.isNaN(low) || Double.isNaN(high) ? "-" : numbers().usdRange(low, high);
    }

    private String name(Removal removal, Words words) throws IOException {
        return plainName(removal, words) + (isUnnamed(removal) ? " *" : "");
    }

    private String plainName(Removal removal, Words words) throws IOException {
        return switch (removal.kind()) {
            case PLACE -> text("removal.place", words.place(removal.place()));
            case SUPPLIER -> text("removal.supplier", words.place(removal.place()), words.product(removal.product()));
            case MAKER -> {
                List<String> products = new ArrayList<>(List.of(words.product(removal.product())));
                for (String also : removal.also()) {
                    products.add(words.product(also));
                }
                yield text(
                        "removal.maker", words.place(removal.place()), numbers().list(products));
            }
            case LANE -> text("removal.lane", words.lane(removal.lane()));
        };
    }

    private static void json(ObjectNode json, Sweep sweep, Set<String> places) {
        json.set("for", Json.strings(places));
        json.put("days", sweep.days());
        json.put("weeks", sweep.weeks());
        json.put("members", sweep.members());
        json.put("seed", sweep.seed());
        json.put("product", sweep.product());
        json.set("lanesNotPlayed", Json.strings(sweep.unknown()));
        ArrayNode array = json.putArray("sweep");
        for (Sweep.Row row : sweep.rows()) {
            ObjectNode node = array.addObject();
            node.put("id", row.removal().id());
            node.put("kind", row.removal().kind().name().toLowerCase(Locale.ROOT));
            node.put("place", row.removal().place());
            node.put("unnamedOrigins", isUnnamed(row.removal()));
            node.put("removedProduct", row.removal().product());
            node.set("alsoRemoved", Json.strings(row.removal().also()));
            node.put("lane", row.removal().lane());
            node.set("lossUsd", Json.spread(row.lossUsd()));
            node.set("lostWeeks", Json.spread(row.lostWeeks()));
            node.put("shortShare", row.shortShare());
            node.put("firstShortWeek", row.firstShortWeek());
            node.put("firstProduct", row.firstProduct());
            node.put("firstPlace", row.firstPlace());
        }
    }
}
