package org.monazite.plan.equations;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.monazite.plan.BudgetLine;
import org.monazite.plan.Decision;
import org.monazite.plan.Funding;
import org.monazite.plan.Instrument;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Row;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Offtake;
import org.monazite.plan.world.Starts;
import org.monazite.plan.world.World;

/// Who puts up what, when and how, where budgets are given by year or instrument: what is spent on a candidate in a
/// year is put up by partners and instruments, within every line of their budgets. Premiums of contracts are floors
/// under a price, paid in each year of the contract.
final class Spending {

    private static final double LESS_LIKED = 1e-5; // M USD a year per M USD: only decides between equals

    private final World world;
    private final Model model;
    private final StartColumns starts;
    private final int firstYear;
    private final int[][][][] paid; // by partner, instrument, candidate, year; -1 for none
    private final SortedMap<Instrument, Double> mix; // how works are paid; empty where that is a decision

    Spending(World world, Model model, StartColumns starts) {
        this.world = world;
        this.model = model;
        this.starts = starts;
        this.firstYear = Starts.firstYear(world.spec());
        this.mix = mix(world);
        int years = world.spec().lastYear() - firstYear + 1;
        int instruments = Instrument.values().length;
        this.paid =
                new int[world.partners().size()][instruments][world.candidates().size()][years];
        for (int[][][] partner : paid) {
            for (int[][] instrument : partner) {
                for (int[] candidate : instrument) {
                    Arrays.fill(candidate, -1);
                }
            }
        }
        for (int c = 0; c < world.candidates().size(); c++) {
            if (starts.isTimed(c)) {
                for (int t = 0; t < years; t++) {
                    addYear(c, t);
                }
                addInstruments(c);
            }
        }
    }

    /// Where no line limits an instrument by which works are usually paid, all of them are paid like that: one column
    /// for all instruments, which are told apart afterwards.
    private static SortedMap<Instrument, Double> mix(World world) {
        Funding funding = world.spec().rules().funding();
        SortedMap<Instrument, Double> mix = funding.usualMix();
        boolean decided = mix.keySet().stream().anyMatch(each -> funding.limits(each, world.partners()));
        return decided ? new TreeMap<>() : mix;
    }

    private boolean isMixed(int c) {
        return !mix.isEmpty()
                && Instrument.payingFor(world.candidates().get(c).kind()).size() > 1;
    }

    /// Instruments with columns of their own, and what a unit of each costs beside the next best.
    private Map<Instrument, Double> instruments(int c) {
        List<Instrument> liked = Instrument.payingFor(world.candidates().get(c).kind());
        Map<Instrument, Double> costs = new TreeMap<>();
        if (isMixed(c)) {
            double cost = 0;
            for (var entry : mix.entrySet()) {
                cost += LESS_LIKED * liked.indexOf(entry.getKey()) * entry.getValue();
            }
            return Map.of(mix.firstKey(), cost);
        }
        liked.forEach(each -> costs.put(each, LESS_LIKED * liked.indexOf(each)));
        return costs;
    }

    private void addYear(int c, int t) {
        boolean[] any = new boolean[1];
        starts.spending(c, firstYear + t, (_, _) -> any[0] = true);
        if (!any[0]) {
            return;
        }
        Candidate candidate = world.candidates().get(c);
        Row row = model.row(Key.of("cash", c, firstYear + t));
        Map<Instrument, Double> instruments = instruments(c);
        for (int i = 0; i < paid.length; i++) {
            String partner = world.partners().get(i);
            if (candidate.payer().isEmpty() || candidate.payer().equals(partner)) {
                for (var each : instruments.entrySet()) {
                    int instrument = each.getKey().ordinal();
                    double cost = (Decisions.isAbroad(world, candidate, i) ? Decisions.ABROAD : 0) + each.getValue();
                    Key key = Key.of("puts-" + (i * Instrument.values().length + instrument), c, firstYear + t);
                    paid[i][instrument][c][t] = model.column(key, 0, Double.POSITIVE_INFINITY, cost);
                    row.plus(paid[i][instrument][c][t]);
                }
            }
        }
        starts.spending(c, firstYear + t, (column, part) -> row.minus(column, candidate.cash() * part));
        row.equalTo(0);
    }

    /// No instrument puts up more than its part.
    private void addInstruments(int c) {
        Decision.Kind kind = world.candidates().get(c).kind();
        for (Instrument instrument : Instrument.payingFor(kind)) {
            double most = world.spec().rules().funding().most(kind, instrument);
            if (most < 1 && !isMixed(c)) {
                Row row = model.row(Key.of("instrument-" + instrument.ordinal(), c));
                visit(c, (by, column) -> row.plus(column, by == instrument ? 1 - most : -most));
                row.atMost(0);
            }
        }
    }

    private void visit(int c, Paid visitor) {
        for (int[][][] partner : paid) {
            for (Instrument instrument : Instrument.values()) {
                for (int column : partner[instrument.ordinal()][c]) {
                    if (column >= 0) {
                        visitor.by(instrument, column);
                    }
                }
            }
        }
    }

    private interface Paid {
        void by(Instrument instrument, int column);
    }

    /// Adds what a partner spends on candidates to a row.
    void addAll(Row row, int partner) {
        for (int[][] instrument : paid[partner]) {
            for (int[] candidate : instrument) {
                for (int column : candidate) {
                    if (column >= 0) {
                        row.plus(column);
                    }
                }
            }
        }
    }

    /// The lines of the budgets; one of somebody who is no partner limits nobody.
    void addLines(int[] contracts) {
        List<BudgetLine> lines = world.spec().rules().funding().lines();
        for (int k = 0; k < lines.size(); k++) {
            BudgetLine line = lines.get(k);
            int partner = world.partners().indexOf(line.partner());
            if (partner >= 0) {
                Row row = model.row(Key.of("line", k));
                addLine(row, line, partner);
                for (int o = 0; o < contracts.length; o++) {
                    Offtake offtake = world.offtakes().get(o);
                    int years = contractYears(world, line);
                    if (offtake.partner().equals(line.partner()) && years > 0) {
                        row.plus(contracts[o], offtake.premium() * years);
                    }
                }
                row.atMost(line.usd() / World.USD);
            }
        }
    }

    private void addLine(Row row, BudgetLine line, int partner) {
        for (Instrument instrument : Instrument.values()) {
            for (int[] candidate : paid[partner][instrument.ordinal()]) {
                for (int t = 0; t < candidate.length; t++) {
                    if (candidate[t] >= 0 && line.limits(instrument, firstYear + t)) {
                        row.plus(candidate[t]);
                    }
                }
            }
        }
    }

    /// Years of a contract in which a line limits its premium.
    private static int contractYears(World world, BudgetLine line) {
        int years = 0;
        for (int year = world.spec().targetYear(); year <= world.spec().lastYear(); year++) {
            years += line.limits(Instrument.FLOOR, year) ? 1 : 0;
        }
        return years;
    }

    double[][][][] read(Solution solution) {
        double[][][][] spent = world.noMoney();
        for (int i = 0; i < paid.length; i++) {
            for (int g = 0; g < paid[i].length; g++) {
                for (int c = 0; c < paid[i][g].length; c++) {
                    for (int t = 0; t < paid[i][g][c].length; t++) {
                        if (paid[i][g][c][t] >= 0) {
                            put(spent[i], g, c, t, Decisions.tidy(solution.value(paid[i][g][c][t])));
                        }
                    }
                }
            }
        }
        return spent;
    }

    private void put(double[][][] spent, int instrument, int c, int t, double value) {
        if (isMixed(c)) {
            mix.forEach((each, part) -> spent[each.ordinal()][c][t] = value * part);
        } else {
            spent[instrument][c][t] = value;
        }
    }
}
