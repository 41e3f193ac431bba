package org.monazite.app.cli.shock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.monazite.app.OwnTables;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.tables.FirmLists;
import org.monazite.app.tables.Input;
import org.monazite.app.tables.MrioFiles;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.workspace.LossFile;
import org.monazite.shock.ario.ArioRules;
import org.monazite.shock.ario.MrioTable;
import org.monazite.shock.ario.OrderRule;
import org.monazite.shock.firms.FirmNetwork;
import org.monazite.shock.firms.FirmOrders;
import org.monazite.shock.firms.FirmRationing;
import org.monazite.shock.firms.FirmRecovery;
import org.monazite.shock.firms.FirmRules;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Plays the user's own table or network of firms.
final class OwnRun {

    private static final Map<String, OrderRule> ALT =
            Map.of("alt", OrderRule.BY_CAPACITY, "noalt", OrderRule.FIXED_SHARES);
    private static final Map<String, FirmOrders> ORDERS = Map.of(
            "scaled", FirmOrders.SCALED_TARGET, "fixed", FirmOrders.FIXED_TARGET, "up", FirmOrders.SCALED_TARGET_UP);
    private static final Map<String, FirmRationing> RATIONING = Map.of(
            "proportional", FirmRationing.PROPORTIONAL,
            "final-last", FirmRationing.FINAL_LAST,
            "waterfill", FirmRationing.WATERFILL);

    private final Session session;
    private final OwnOptions options;
    private final int weeks;
    private final Report report = new Report(Json.object());
    private final ObjectNode settings = report.json().putObject("settings");

    OwnRun(Session session, OwnOptions options, int weeks) {
        this.session = session;
        this.options = options;
        this.weeks = weeks;
    }

    Report report() throws IOException {
        if (weeks < 1 || weeks > 520) {
            throw Problem.of(ExitCode.USAGE, "problem.option.range", "--weeks", weeks, "1", "520");
        }
        if (options.top < 0) {
            throw Problem.of(ExitCode.USAGE, "problem.option.least", "--top", options.top, "0");
        }
        if (options.mrio != null && options.firms != null) {
            throw Problem.of(ExitCode.USAGE, "problem.own.both");
        }
        settings.put("weeks", weeks);
        return options.mrio != null ? mrio(options.mrio) : firms(String.valueOf(options.firms));
    }

    private Report mrio(String name) throws IOException {
        Path folder = session.path(name);
        MrioTable table = MrioFiles.read(
                one(folder, "Z").orElseThrow(() -> absent(folder, "Z.csv")),
                one(folder, "Y").orElseThrow(() -> absent(folder, "Y.csv")),
                one(folder, "x"),
                options.keepNegative ? MrioFiles.Rules.NEGATIVE_FINAL_DEMAND : MrioFiles.Rules.STRICT);
        ArioRules usual = ArioRules.DEFAULT;
        boolean base = pick("--model", options.model, Map.of("psi", false, "base", true));
        ArioRules rules = checked(() -> new ArioRules(
                base ? ArioRules.Model.BASE : ArioRules.Model.PSI,
                options.inventoryDays == null ? usual.inventoryDays() : options.inventoryDays,
                base ? 1 : usual.psi(),
                base ? 1 : options.refillDays == null ? usual.restorationDays() : options.refillDays,
                usual.overtimeBase(),
                usual.overtimeMost(),
                usual.overtimeDays(),
                pick("--order-rule", options.orderRule == null ? "alt" : options.orderRule, ALT)));
        OwnTables.Loss loss = loss(table.size(), table::industry, "kind.industry");
        settings.put("model", base ? "ARIO-base" : "ARIO-psi");
        settings.put("inventoryDays", rules.inventoryDays());
        settings.put("psi", rules.psi());
        settings.put("restorationDays", rules.restorationDays());
        settings.put("overtimeMost", rules.overtimeMost());
        settings.put("overtimeDays", rules.overtimeDays());
        settings.put("orderRule", rules.orders() == OrderRule.BY_CAPACITY ? "alt" : "noalt");
        report.line(session.texts()
                .get(
                        "own.mrio.title",
                        name,
                        session.numbers().count(table.size()),
                        String.valueOf(settings.get("model").asString())));
        return show(OwnTables.mrio(table, rules, loss, weeks, session.threads()), loss);
    }

    private Optional<Input> one(Path folder, String name) throws IOException {
        for (String ending : List.of(".csv", ".txt", ".tsv")) {
            Path file = folder.resolve(name + ending);
            if (Files.exists(file)) {
                return Optional.of(Input.of(file));
            }
        }
        return Optional.empty();
    }

    private static Problem absent(Path folder, String name) {
        return Problem.of(ExitCode.INPUT, "problem.table.absent", folder.resolve(name));
    }

    private Report firms(String name) throws IOException {
        FirmLists.Read read = FirmLists.read(
                session.path(name),
                Optional.ofNullable(options.finalDemand).map(session::path),
                options.perYear ? 365 : 1);
        FirmNetwork network = read.network();
        OwnTables.Loss loss = loss(network.firms(), network::name, "kind.firm");
        FirmRules usual = FirmRules.DEFAULT;
        FirmRules rules = checked(() -> new FirmRules(
                pick("--rationing", options.rationing, RATIONING),
                pick("--order-rule", options.orderRule == null ? "up" : options.orderRule, ORDERS),
                options.inventoryDays == null ? usual.inventoryDays() : options.inventoryDays,
                options.refillDays == null ? usual.refillDays() : options.refillDays,
                FirmRecovery.LINEAR,
                loss.recoveryDays(),
                loss.days()));
        settings.put("model", "Inoue-Todo");
        settings.put("rationing", options.rationing);
        settings.put("orderRule", options.orderRule == null ? "up" : options.orderRule);
        settings.put("inventoryDays", rules.inventoryDays());
        settings.put("refillDays", rules.refillDays());
        settings.put("rowsAdded", read.repeated());
        settings.put("finalDemandAssumed", read.assumed());
        report.line(session.texts()
                .get(
                        "own.firms.title",
                        name,
                        session.numbers().count(network.firms()),
                        session.numbers().count(network.links())));
        if (read.repeated() > 0) {
            report.line(session.texts().get("own.firms.added", session.numbers().count(read.repeated())));
        }
        if (read.assumed() > 0) {
            report.line(
                    session.texts().get("own.firms.assumed", session.numbers().count(read.assumed())));
        }
        return show(OwnTables.firms(network, rules, loss, weeks), loss);
    }

    private <T> T checked(java.util.function.Supplier<T> rules) {
        try {
            return rules.get();
        } catch (IllegalArgumentException e) {
            Problem problem = Problem.of(ExitCode.USAGE, "problem.own.rules", String.valueOf(e.getMessage()));
            problem.initCause(e);
            throw problem;
        }
    }

    static <T> T pick(String option, String word, Map<String, T> known) {
        T found = known.get(word);
        if (found == null) {
            throw Problem.unknown(ExitCode.USAGE, "kind.value", word, option, known.keySet());
        }
        return found;
    }

    /// What is lost, by names that are there; `*` stands for any letters.
    private OwnTables.Loss loss(int size, IntFunction<String> name, String kind) throws IOException {
        Map<String, Double> asked = new TreeMap<>();
        for (String each : options.lose) {
            int at = each.lastIndexOf('=');
            double share = at < 1 ? Double.NaN : number(each.substring(at + 1));
            if (!(share >= 0 && share <= 1)) {
                throw Problem.of(ExitCode.USAGE, "problem.own.lose", each);
            }
            Double before = asked.put(each.substring(0, at), share);
            if (before != null && before != share) {
                throw Problem.of(ExitCode.USAGE, "problem.own.twice", each.substring(0, at), before, share);
            }
        }
        limits("--first-day", options.firstDay, 0);
        limits("--days", options.days, 1);
        limits("--recovery-days", options.recoveryDays, 1);
        OwnTables.Loss loss = new OwnTables.Loss(asked, options.firstDay, options.days, options.recoveryDays);
        if (options.event != null) {
            Path file = session.path(options.event);
            Input.of(file);
            loss = LossFile.read(options.event, Files.readString(file), loss);
        }
        if (loss.shares().isEmpty()) {
            throw Problem.of(ExitCode.USAGE, "problem.own.nothing");
        }
        Map<String, Double> found = new TreeMap<>();
        for (Map.Entry<String, Double> each : new TreeMap<>(loss.shares()).entrySet()) {
            Pattern pattern = pattern(each.getKey());
            List<String> names = new ArrayList<>();
            int hits = 0;
            for (int i = 0; i < size; i++) {
                names.add(name.apply(i));
                if (pattern.matcher(name.apply(i)).matches()) {
                    hits++;
                    Double before = found.put(name.apply(i), each.getValue());
                    if (before != null && !before.equals(each.getValue())) {
                        throw Problem.of(ExitCode.USAGE, "problem.own.twice", name.apply(i), before, each.getValue());
                    }
                }
            }
            if (hits == 0) {
                throw Problem.unknown(ExitCode.NOT_FOUND, kind, each.getKey(), "", names);
            }
        }
        return new OwnTables.Loss(found, loss.firstDay(), loss.days(), loss.recoveryDays());
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(
                Arrays.stream(words.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static void limits(String option, double value, double least) {
        if (!(value >= least && value <= 100_000)) {
            throw Problem.of(ExitCode.USAGE, "problem.option.range", option, value, (int) least, "100000");
        }
    }

    private Report show(OwnTables.Played played, OwnTables.Loss loss) {
        settings.put("firstDay", loss.firstDay());
        settings.put("days", loss.days());
        settings.put("recoveryDays", loss.recoveryDays());
        ObjectNode lost = settings.putObject("lose");
        new TreeMap<>(loss.shares()).forEach(lost::put);
        String unit = options.unit.isEmpty() ? session.texts().get("own.unit") : options.unit;
        report.json().put("unit", options.unit);
        report.json().put("normalOutputPerDay", played.output());
        report.json().put("normalFinalDemandPerDay", played.finalDemand());
        report.json().put("outputLost", played.lost());
        report.json().put("finalDemandUnmet", played.unmet());
        report.line(session.texts()
                .get(
                        "own.loss",
                        session.numbers().count(loss.shares().size()),
                        loss.firstDay(),
                        loss.days(),
                        session.numbers().plain(loss.recoveryDays())));
        report.table(weeks(played));
        report.line(session.texts()
                .get(
                        "own.total",
                        session.numbers().plain(played.lost()),
                        session.numbers().share(played.lost() / Math.max(1e-300, played.output() * 7 * weeks)),
                        session.numbers().plain(played.unmet()),
                        session.numbers().share(played.unmet() / Math.max(1e-300, played.finalDemand() * 7 * weeks)),
                        unit));
        lines(played);
        return report.line(session.texts().get("own.note"));
    }

    private Table weeks(OwnTables.Played played) {
        Table table = new Table()
                .number("week", session.texts().get("column.week"))
                .number("output_lost", session.texts().get("column.outputlost"))
                .number("output_lost_share", session.texts().get("column.lostshare"))
                .number("final_demand_unmet", session.texts().get("column.unmetvalue"))
                .number("final_demand_unmet_share", session.texts().get("column.unmetshare"));
        ArrayNode array = report.json().putArray("weeks");
        int every = Math.max(1, played.weeks().size() / 26);
        for (OwnTables.Week week : played.weeks()) {
            ObjectNode node = array.addObject();
            node.put("week", week.week());
            node.put("outputLost", week.lost());
            node.put("outputLostShare", week.lostShare());
            node.put("finalDemandUnmet", week.unmet());
            node.put("finalDemandUnmetShare", week.unmetShare());
            if ((week.week() - 1) % every == 0 || session.options().csv()) {
                table.row(
                        Table.Cell.of(String.valueOf(week.week()), week.week()),
                        Table.Cell.of(session.numbers().plain(week.lost()), week.lost()),
                        Table.Cell.of(session.numbers().share(week.lostShare()), week.lostShare()),
                        Table.Cell.of(session.numbers().plain(week.unmet()), week.unmet()),
                        Table.Cell.of(session.numbers().share(week.unmetShare()), week.unmetShare()));
            }
        }
        return table;
    }

    private void lines(OwnTables.Played played) {
        Table table = new Table()
                .text("name", session.texts().get("column.name"))
                .number("output_lost", session.texts().get("column.outputlost"))
                .number("output_lost_share", session.texts().get("column.lostshare"))
                .number("worst_week_share", session.texts().get("column.worstshare"))
                .number("worst_week", session.texts().get("column.worst"));
        ArrayNode array = report.json().putArray("losers");
        for (OwnTables.Line line : played.lines()) {
            if (array.size() < options.top) {
                ObjectNode node = array.addObject();
                node.put("name", line.name());
                node.put("outputLost", line.lost());
                node.put("outputLostShare", line.share());
                node.put("worstWeek", line.worstWeek());
                node.put("worstWeekShare", line.worstShare());
                table.row(
                        Table.Cell.of(line.name()),
                        Table.Cell.of(session.numbers().plain(line.lost()), line.lost()),
                        Table.Cell.of(session.numbers().share(line.share()), line.share()),
                        Table.Cell.of(session.numbers().share(line.worstShare()), line.worstShare()),
                        Table.Cell.of(session.numbers().week(line.worstWeek()), line.worstWeek()));
            }
        }
        report.json().put("losersInAll", played.lines().size());
        if (!table.isEmpty()) {
            report.table(table);
        }
    }
}
