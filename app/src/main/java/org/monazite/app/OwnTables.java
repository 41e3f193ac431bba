package org.monazite.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.shock.ario.Ario;
import org.monazite.shock.ario.ArioDayView;
import org.monazite.shock.ario.ArioEvent;
import org.monazite.shock.ario.ArioRules;
import org.monazite.shock.ario.ArioRun;
import org.monazite.shock.ario.MrioTable;
import org.monazite.shock.firms.FirmDamage;
import org.monazite.shock.firms.FirmDayView;
import org.monazite.shock.firms.FirmNetwork;
import org.monazite.shock.firms.FirmRules;
import org.monazite.shock.firms.FirmRun;
import org.monazite.shock.firms.InoueTodo;

/// Plays tables and networks that users bring, and reports by weeks in the unit of the table.
public final class OwnTables {

    private static final double YEAR = 365;

    private OwnTables() {}

    /// What is lost, when.
    ///
    /// @param shares share of capacity lost, by name of industry or firm
    /// @param firstDay first day without it, from 0
    /// @param days days before it begins to come back
    /// @param recoveryDays days in which it then comes back
    public record Loss(Map<String, Double> shares, int firstDay, int days, double recoveryDays) {

        /// Copies the shares.
        public Loss {
            shares = Map.copyOf(new TreeMap<>(shares));
        }
    }

    /// A week: what was not made and what final demand did not get, all together.
    ///
    /// @param lostShare part of normal output
    /// @param unmetShare part of normal final demand
    public record Week(int week, double lost, double lostShare, double unmet, double unmetShare) {}

    /// An industry or firm.
    ///
    /// @param share part of its own normal output that was lost over the run
    /// @param worstWeek week of its deepest loss, from 1; 0 if it lost nothing
    /// @param worstShare part of its normal output of that week that was lost
    public record Line(String name, double lost, double share, int worstWeek, double worstShare) {}

    /// A run.
    ///
    /// @param output normal output a day
    /// @param finalDemand normal final demand a day
    /// @param lines those that lost something, the largest loss first
    public record Played(double output, double finalDemand, List<Week> weeks, List<Line> lines) {

        /// Copies its lists.
        public Played {
            weeks = List.copyOf(weeks);
            lines = List.copyOf(lines);
        }

        /// Output lost over the run.
        public double lost() {
            double sum = 0;
            for (Week each : weeks) {
                sum += each.lost;
            }
            return sum;
        }

        /// Final demand not met over the run.
        public double unmet() {
            double sum = 0;
            for (Week each : weeks) {
                sum += each.unmet;
            }
            return sum;
        }
    }

    /// Plays an input-output table by the rules of ARIO.
    ///
    /// @throws IllegalArgumentException if the loss names no industry of the table
    public static Played mrio(MrioTable table, ArioRules rules, Loss loss, int weeks, int threads) {
        Map<Integer, Double> shares = new TreeMap<>();
        loss.shares.forEach((name, share) -> {
            if (share > 0) {
                shares.put(table.find(name).orElseThrow(() -> unknown(name)), share);
            }
        });
        ArioEvent event = new ArioEvent(
                ArioEvent.Kind.CAPACITY,
                shares,
                loss.firstDay,
                Math.max(loss.firstDay, loss.firstDay + loss.days - 1),
                loss.recoveryDays);
        Ledger ledger = new Ledger(table.size(), weeks);
        for (int industry = 0; industry < table.size(); industry++) {
            ledger.normal[industry] = table.output(industry) / YEAR;
        }
        double finalDemand = 0;
        for (int consumer = 0; consumer < table.consumers().size(); consumer++) {
            finalDemand += table.finalDemand(consumer) / YEAR;
        }
        try (ArioRun run = Ario.of(table, rules).start(List.of(event), threads)) {
            for (int day = 0; day < 7 * weeks; day++) {
                ArioDayView view = run.next();
                double unmet = 0;
                for (int consumer = 0; consumer < table.consumers().size(); consumer++) {
                    unmet += view.unmet(consumer);
                }
                ledger.day(day, view::made, unmet);
            }
        }
        return ledger.played(finalDemand, table::industry);
    }

    /// Plays a network of firms by the rules of Inoue and Todo.
    ///
    /// @throws IllegalArgumentException if the loss names no firm of the network
    public static Played firms(FirmNetwork network, FirmRules rules, Loss loss, int weeks) {
        List<FirmDamage> damages = new ArrayList<>();
        new TreeMap<>(loss.shares)
                .forEach((name, share) -> damages.add(
                        new FirmDamage(network.find(name).orElseThrow(() -> unknown(name)), share, loss.firstDay)));
        Ledger ledger = new Ledger(network.firms(), weeks);
        double finalDemand = 0;
        for (int firm = 0; firm < network.firms(); firm++) {
            ledger.normal[firm] = network.output(firm);
            finalDemand += network.finalDemand(firm);
        }
        FirmRun run = InoueTodo.of(network, rules).start(damages);
        for (int day = 0; day < 7 * weeks; day++) {
            FirmDayView view = run.next();
            ledger.day(day, view::made, finalDemand - view.totalSold());
        }
        return ledger.played(finalDemand, network::name);
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("The loss names '" + name + "', which is not there.");
    }

    private interface Made {
        double of(int number);
    }

    private interface Name {
        String of(int number);
    }

    /// Losses by week and by industry or firm.
    private static final class Ledger {

        private final double[] normal;
        private final double[] lost;
        private final double[] inWeek;
        private final double[] worst;
        private final int[] worstWeek;
        private final double[] weekLost;
        private final double[] weekUnmet;

        Ledger(int size, int weeks) {
            normal = new double[size];
            lost = new double[size];
            inWeek = new double[size];
            worst = new double[size];
            worstWeek = new int[size];
            weekLost = new double[weeks];
            weekUnmet = new double[weeks];
        }

        void day(int day, Made made, double unmet) {
            int week = day / 7;
            weekUnmet[week] += unmet;
            for (int each = 0; each < normal.length; each++) {
                double missing = normal[each] - made.of(each);
                weekLost[week] += missing;
                lost[each] += missing;
                inWeek[each] += missing;
                if (day % 7 == 6) {
                    if (inWeek[each] > worst[each] + 1e-9 * normal[each]) {
                        worst[each] = inWeek[each];
                        worstWeek[each] = week + 1;
                    }
                    inWeek[each] = 0;
                }
            }
        }

        Played played(double finalDemand, Name name) {
            double output = 0;
            for (double each : normal) {
                output += each;
            }
            int days = 7 * weekLost.length;
            List<Week> weeks = new ArrayList<>();
            for (int week = 0; week < weekLost.length; week++) {
                weekLost[week] = noise(weekLost[week], 7 * output);
                weekUnmet[week] = noise(weekUnmet[week], 7 * finalDemand);
                weeks.add(new Week(
                        week + 1,
                        weekLost[week],
                        part(weekLost[week], 7 * output),
                        weekUnmet[week],
                        part(weekUnmet[week], 7 * finalDemand)));
            }
            List<Line> lines = new ArrayList<>();
            for (int each = 0; each < normal.length; each++) {
                if (worstWeek[each] > 0) {
                    lines.add(new Line(
                            name.of(each),
                            lost[each],
                            part(lost[each], days * normal[each]),
                            worstWeek[each],
                            part(worst[each], 7 * normal[each])));
                }
            }
            lines.sort(Comparator.comparingDouble(Line::lost).reversed().thenComparing(Line::name));
            return new Played(output, finalDemand, weeks, lines);
        }

        /// Sums of rounding errors are no losses.
        private static double noise(double value, double whole) {
            return Math.abs(value) <= 1e-12 * whole ? 0 : value;
        }

        private static double part(double value, double whole) {
            return whole == 0 ? 0 : value / whole;
        }
    }
}
