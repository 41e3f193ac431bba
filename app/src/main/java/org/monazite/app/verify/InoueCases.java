package org.monazite.app.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.monazite.app.tables.FirmFiles;
import org.monazite.app.tables.Recorded;
import org.monazite.app.tables.Repeats;
import org.monazite.shock.firms.FirmDamage;
import org.monazite.shock.firms.FirmDayView;
import org.monazite.shock.firms.FirmNetwork;
import org.monazite.shock.firms.FirmRules;
import org.monazite.shock.firms.FirmRun;
import org.monazite.shock.firms.InoueTodo;

/// Runs recorded with ProductionNetworkSimulator: cases/shock/inoue. Totals relative to the total of
/// normal times to
/// 1e-12; firms relative to their normal output (or the value itself, where larger) and deliveries
/// relative to their
/// link to 1e-5, because those files have six digits.
final class InoueCases {

    private static final String SUITE = "inoue";
    private static final double TOTALS = 1e-12;
    private static final double SIX_DIGITS = 1e-5;
    private static final List<String> KEYS = CaseSpec.keys(
            "kernel",
            "case",
            "firms",
            "links",
            "steps",
            "peer_options",
            "rationing",
            "order_rule",
            "inventory_days",
            "refill_days",
            "recovery",
            "recovery_days",
            "recovery_starts_after_days",
            "damage",
            "tables",
            "peer");

    private final CaseFolder folder;
    private final CaseSpec spec;
    private final FirmNetwork network;
    private final InoueTodo model;
    private final List<FirmDamage> damages;
    private final int steps;

    private InoueCases(CaseFolder folder) throws IOException {
        this.folder = folder;
        this.spec = CaseSpec.of(folder, "case.json", KEYS);
        FirmFiles.Read read = FirmFiles.read(
                folder.input("affiliation.txt"),
                folder.input("cVector.txt"),
                folder.input("aTable.txt"),
                folder.has("pini.txt") ? Optional.of(folder.input("pini.txt")) : Optional.empty(),
                Repeats.FIRST);
        this.network = read.network();
        this.steps = spec.whole("steps");
        spec.counts("firms", network.firms());
        spec.counts("links", network.links(), read.rows());
        FirmRules rules = new PeerOptions(spec).rules();
        this.model = InoueTodo.of(network, rules);
        this.damages = damages();
    }

    /// Plays one case and compares every table that is there.
    static List<Outcome> check(CaseFolder folder) {
        try {
            return new InoueCases(folder).compare();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the case " + folder.name(), e);
        }
    }

    private List<FirmDamage> damages() throws IOException {
        if (!spec.has("damage")) {
            return FirmFiles.damages(folder.input("delta.txt"), network);
        }
        List<FirmDamage> found = new ArrayList<>();
        for (CaseSpec each : spec.objects("damage", List.of("firm", "share", "start"))) {
            int firm = network.find(each.word("firm")).orElseThrow(() -> each.wrong("firm"));
            double share = each.number("share");
            int start = each.whole("start", 0);
            if (!(share >= 0 && share <= 1)) {
                throw each.wrong("share");
            }
            if (start < 0) {
                throw each.wrong("start");
            }
            found.add(new FirmDamage(firm, share, start));
        }
        return found;
    }

    private List<Outcome> compare() throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        Map<String, ToDoubleFunction<FirmDayView>> totals = new LinkedHashMap<>();
        totals.put("production", FirmDayView::totalMade);
        totals.put("value_added", FirmDayView::totalValueAdded);
        totals.put("final_consumption", FirmDayView::totalSold);
        Map<String, Double> normal = Map.of(
                "production", model.normalOutput(),
                "value_added", model.normalValueAdded(),
                "final_consumption", model.normalSold());
        for (Map.Entry<String, ToDoubleFunction<FirmDayView>> total : totals.entrySet()) {
            if (folder.has(total.getKey() + ".txt")) {
                double base = normal.getOrDefault(total.getKey(), 1.0);
                outcomes.add(total(total.getKey(), total.getValue(), base));
            }
        }
        if (folder.has("trajectory.csv")) {
            outcomes.add(firms());
        }
        if (folder.has("deliveries.csv")) {
            outcomes.add(deliveries());
        }
        if (outcomes.isEmpty()) {
            throw new CaseException(folder.where("case.json"), "no recorded table lies beside it");
        }
        return outcomes;
    }

    private Outcome outcome(String table, Worst worst, int rows, double allowed, String unit) {
        String size = "%d steps, %d rows".formatted(steps, rows);
        return new Outcome(
                SUITE,
                folder.name(),
                rows == 0 ? Double.NaN : worst.deviation(),
                allowed,
                worst.where(),
                new Outcome.Table(table, size, unit));
    }

    /// A run that is moved on to the step of each row.
    private final class Player {

        private final FirmRun run = model.start(damages);
        private FirmDayView view = run.next();

        FirmDayView at(Recorded row) {
            int step = row.whole("step");
            if (step < view.day() || step >= Math.max(steps, 1)) {
                throw row.wrong("problem.cell.step", "step", steps);
            }
            while (view.day() < step) {
                view = run.next();
            }
            return view;
        }
    }

    private Outcome total(String table, ToDoubleFunction<FirmDayView> ours, double normal) throws IOException {
        Worst worst = new Worst();
        Player player = new Player();
        int rows = Recorded.blanks(folder.input(table + ".txt"), List.of("step", table), row -> {
            // the peer prints the first row of final consumption with six digits
            boolean before = row.text("step").equals("-1");
            double value = before ? normal : ours.applyAsDouble(player.at(row));
            double off = Math.abs(value - row.number(table)) / normal;
            worst.see(before && off < 5e-6 ? 0 : off, "step " + row.text("step"));
        });
        return outcome(table, worst, rows, TOTALS, "of normal");
    }

    private Outcome firms() throws IOException {
        Worst worst = new Worst();
        Player player = new Player();
        int rows = Recorded.csv(
                folder.input("trajectory.csv"),
                List.of("step", "firm", "pini", "pact", "demand", "supply_limit", "delta"),
                row -> {
                    FirmDayView view = player.at(row);
                    int firm = firm(row, "firm");
                    double normal = network.output(firm);
                    see(worst, row, "pini", normal, normal, firm);
                    see(worst, row, "pact", view.made(firm), normal, firm);
                    see(worst, row, "demand", view.asked(firm), normal, firm);
                    if (network.buys(firm)) {
                        see(worst, row, "supply_limit", view.stockLimit(firm), normal, firm);
                    }
                    see(worst, row, "delta", view.lost(firm), 1, firm);
                });
        return outcome("firms", worst, rows, SIX_DIGITS, "of P");
    }

    private int firm(Recorded row, String column) {
        return network.find(row.text(column)).orElseThrow(() -> row.wrong("problem.firm.unknown", column));
    }

    private void see(Worst worst, Recorded row, String column, double ours, double normal, int firm) {
        double theirs = row.number(column);
        double scale = Math.max(normal, Math.abs(theirs));
        worst.see(
                scale == 0 ? Math.abs(ours) : Math.abs(ours - theirs) / scale,
                "step %s firm %s %s".formatted(row.text("step"), network.name(firm), column.toLowerCase(Locale.ROOT)));
    }

    private Outcome deliveries() throws IOException {
        Worst worst = new Worst();
        Player player = new Player();
        int rows = Recorded.csv(
                folder.input("deliveries.csv"), List.of("step", "client", "supplier", "A", "delivered"), row -> {
                    FirmDayView view = player.at(row);
                    int link = network.findLink(firm(row, "supplier"), firm(row, "client"))
                            .orElseThrow(() -> row.wrong("problem.link.unknown", "supplier", row.text("client")));
                    double theirs = row.number("delivered");
                    double scale = Math.max(network.amount(link), Math.abs(theirs));
                    worst.see(
                            Math.abs(view.delivered(link) - theirs) / scale,
                            "step %s %s>%s".formatted(row.text("step"), row.text("supplier"), row.text("client")));
                });
        return outcome("deliveries", worst, rows, SIX_DIGITS, "of A");
    }
}
