package org.monazite.plan.equations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Row;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Effect;
import org.monazite.plan.world.Feed;
import org.monazite.plan.world.Offtake;
import org.monazite.plan.world.World;

/// First-stage columns and rows: modules, contracts, shared feed, who pays. What stands in a partner's
/// place is paid by that partner as far as its budget goes.
final class Decisions {

    static final double ABROAD = 1e-4; // M USD a year per M USD: only decides who pays

    private final World world;
    private final Model model;
    private final int[] modules;
    private final int[] contracts;
    private final int[][][] separated;
    private final int[][] paid;
    private final StartColumns starts;
    private Optional<Spending> spending = Optional.empty();
    private final List<List<Adds>> capacity = new ArrayList<>();
    private final List<List<Integer>> contractsOf = new ArrayList<>();

    /// What one unit of a column adds to a node, by assessed year.
    private record Adds(int column, double[] kt) {}

    /// Adds the columns and rows.
    ///
    /// @param costs true if decisions cost what they cost, false if they are given
    Decisions(World world, Model model, boolean costs) {
        this.world = world;
        this.model = model;
        this.modules = new int[world.candidates().size()];
        this.contracts = new int[world.offtakes().size()];
        this.separated = new int[world.feeds().size()][][];
        this.paid = new int[world.partners().size()][world.candidates().size()];
        for (int node = 0; node < world.chain().nodes().size(); node++) {
            capacity.add(new ArrayList<>());
            contractsOf.add(new ArrayList<>());
        }
        for (int o = 0; o < contracts.length; o++) {
            contractsOf.get(world.offtakes().get(o).supplier()).add(o);
        }
        addModules(costs);
        this.starts = new StartColumns(world, model, modules, costs);
        addCapacities();
        addContracts(costs);
        addFeeds(costs);
        if (costs && world.spec().rules().funding().isDetailed()) {
            spending = Optional.of(new Spending(world, model, starts));
            addBudgets();
            spending.get().addLines(contracts);
        } else if (costs) {
            addPayments();
            addBudgets();
        }
    }

    private void addModules(boolean costs) {
        List<Candidate> candidates = world.candidates();
        for (int c = 0; c < modules.length; c++) {
            Candidate candidate = candidates.get(c);
            double least = named(world.spec().include(), candidate.id()) ? leastOf(candidate) : 0;
            double most = named(world.spec().exclude(), candidate.id()) ? 0 : candidate.most();
            double cost = costs ? candidate.yearly() : 0;
            Key key = Key.of("modules", c);
            modules[c] = candidate.whole()
                    ? model.integer(key, Math.min(least, most), most, cost)
                    : model.column(key, Math.min(least, most), most, cost);
        }
    }

    private void addCapacities() {
        for (int c = 0; c < modules.length; c++) {
            for (Effect effect : world.candidates().get(c).effects()) {
                if (effect instanceof Effect.Capacity(int node, double kt)) {
                    TreeMap<Integer, double[]> byColumn = new TreeMap<>();
                    for (int t = 0; t < world.years().size(); t++) {
                        int at = t;
                        starts.atWork(
                                c,
                                world.years().get(t),
                                (column, part) ->
                                        byColumn.computeIfAbsent(
                                                        column,
                                                        _ -> new double
                                                                [world.years().size()])[at] = kt * part);
                    }
                    byColumn.forEach((column, byYear) -> capacity.get(node).add(new Adds(column, byYear)));
                }
            }
        }
    }

    /// An id of a project or option, or of an option in a place.
    static boolean named(List<String> ids, String id) {
        return ids.stream().anyMatch(each -> id.equals(each) || id.startsWith(each + "@"));
    }

    private static double leastOf(Candidate candidate) {
        return candidate.whole() ? 1 : candidate.most();
    }

    private void addContracts(boolean costs) {
        for (int o = 0; o < contracts.length; o++) {
            Offtake offtake = world.offtakes().get(o);
            double least = named(world.spec().include(), offtake.id()) ? least(offtake) : 0;
            double most = named(world.spec().exclude(), offtake.id()) ? 0 : least(offtake);
            contracts[o] =
                    model.column(Key.of("contract", o), Math.min(least, most), most, costs ? offtake.premium() : 0);
        }
        for (int node = 0; costs && node < world.chain().nodes().size(); node++) {
            List<Integer> here = contractsOn(node);
            if (here.size() > 1) {
                Row row = model.row(Key.of("contracts", node));
                here.forEach(o -> row.plus(contracts[o]));
                row.atMost(least(world.offtakes().get(here.getFirst())));
            }
        }
    }

    private static double least(Offtake offtake) {
        return offtake.most().stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }

    /// What is separated of a product is no more than what the mines hold, and no more than the works can
    /// take.
    private void addFeeds(boolean costs) {
        for (int f = 0; f < separated.length; f++) {
            Feed feed = world.feeds().get(f);
            separated[f] = new int[feed.draws().size()][world.years().size()];
            for (int d = 0; d < feed.draws().size(); d++) {
                addDraw(f, d, feed.draws().get(d), costs);
            }
            for (int t = 0; costs && t < world.years().size(); t++) {
                Row row = model.row(Key.of("feed", f, t));
                for (int d = 0; d < feed.draws().size(); d++) {
                    row.plus(separated[f][d][t]);
                }
                int year = world.years().get(t);
                for (int c = 0; c < modules.length; c++) {
                    for (Effect effect : world.candidates().get(c).effects()) {
                        if (effect instanceof Effect.Holds(int at, double kt) && at == f) {
                            starts.atWork(c, year, (column, part) -> row.minus(column, kt * part));
                        }
                    }
                }
                row.atMost(feed.supply().get(t));
            }
        }
    }

    private void addDraw(int f, int d, Feed.Draw draw, boolean costs) {
        for (int t = 0; t < world.years().size(); t++) {
            double most = draw.most() * draw.ramp().get(t);
            boolean decided = draw.candidate() < 0;
            double bound = decided
                    ? most
                    : most * world.candidates().get(draw.candidate()).most();
            int column = model.column(Key.of("separated-" + d, f, t), 0, bound, 0);
            separated[f][d][t] = column;
            double[] byYear = new double[world.years().size()];
            byYear[t] = 1;
            capacity.get(draw.node()).add(new Adds(column, byYear));
            if (!decided && costs) {
                Row row = model.row(Key.of("draw-" + d, f, t)).plus(column);
                starts.atWork(draw.candidate(), world.years().get(t), (of, part) -> row.minus(of, draw.most() * part));
                row.atMost(0);
            }
        }
    }

    private void addPayments() {
        int partners = world.partners().size();
        for (int c = 0; c < modules.length; c++) {
            Candidate candidate = world.candidates().get(c);
            Row row = model.row(Key.of("paid", c));
            for (int i = 0; i < partners; i++) {
                boolean pays = candidate.payer().isEmpty()
                        || candidate.payer().equals(world.partners().get(i));
                boolean abroad = isAbroad(world, candidate, i);
                paid[i][c] =
                        model.column(Key.of("pays", i, c), 0, pays ? Double.POSITIVE_INFINITY : 0, abroad ? ABROAD : 0);
                row.plus(paid[i][c]);
            }
            row.minus(modules[c], candidate.cash()).equalTo(0);
        }
    }

    /// What stands in the place of a partner is not paid for by another where it makes no difference.
    static boolean isAbroad(World world, Candidate candidate, int partner) {
        return world.partners().contains(candidate.place())
                && !candidate.place().equals(world.partners().get(partner));
    }

    private void addBudgets() {
        for (int i = 0; i < world.partners().size(); i++) {
            String partner = world.partners().get(i);
            Row row = model.row(Key.of("budget", i));
            if (spending.isPresent()) {
                spending.get().addAll(row, i);
            } else {
                for (int c = 0; c < modules.length; c++) {
                    row.plus(paid[i][c]);
                }
            }
            for (int o = 0; o < contracts.length; o++) {
                if (world.offtakes().get(o).partner().equals(partner)) {
                    row.plus(contracts[o], world.offtakes().get(o).premium() * world.contractYears());
                }
            }
            row.atMost(world.budget().getOrDefault(partner, 0.0));
        }
    }

    /// Fixes everything at given decisions.
    void fix(Choice choice) {
        for (int c = 0; c < modules.length; c++) {
            model.bounds(modules[c], choice.modules()[c], choice.modules()[c]);
            starts.fix(model, c, choice.started()[c]);
        }
        for (int o = 0; o < contracts.length; o++) {
            model.bounds(contracts[o], choice.contracts()[o], choice.contracts()[o]);
        }
        for (int f = 0; f < separated.length; f++) {
            for (int d = 0; d < separated[f].length; d++) {
                for (int t = 0; t < separated[f][d].length; t++) {
                    double kt = choice.separated()[f][d][t];
                    model.bounds(separated[f][d][t], kt, kt);
                }
            }
        }
    }

    /// Reads the decisions.
    Choice read(Solution solution) {
        double[] y = new double[modules.length];
        for (int c = 0; c < y.length; c++) {
            double value = solution.value(modules[c]);
            y[c] = world.candidates().get(c).whole() ? Math.rint(value) : tidy(value);
        }
        double[] q = new double[contracts.length];
        for (int o = 0; o < q.length; o++) {
            q[o] = tidy(solution.value(contracts[o]));
        }
        double[][][] f = new double[separated.length][][];
        for (int i = 0; i < f.length; i++) {
            f[i] = new double[separated[i].length][];
            for (int d = 0; d < f[i].length; d++) {
                f[i][d] = new double[separated[i][d].length];
                for (int t = 0; t < f[i][d].length; t++) {
                    f[i][d][t] = tidy(solution.value(separated[i][d][t]));
                }
            }
        }
        double[][][][] spent = spending.map(each -> each.read(solution)).orElseGet(world::noMoney);
        double[][] a = new double[paid.length][modules.length];
        for (int i = 0; i < a.length; i++) {
            for (int c = 0; c < y.length; c++) {
                a[i][c] = spending.isPresent() ? sum(spent[i], c) : tidy(solution.value(paid[i][c]));
            }
        }
        return new Choice(y, q, f, a, starts.read(solution), spent);
    }

    private static double sum(double[][][] spent, int candidate) {
        double sum = 0;
        for (double[][] instrument : spent) {
            for (double year : instrument[candidate]) {
                sum += year;
            }
        }
        return sum;
    }

    static double tidy(double value) {
        return value < 1e-9 ? 0 : value;
    }

    /// Visits what adds to a node's capacity in an assessed year: column and kt per unit.
    void capacity(int node, int year, BiConsumer<Integer, Double> visitor) {
        for (Adds adds : capacity.get(node)) {
            if (adds.kt()[year] != 0) {
                visitor.accept(adds.column(), adds.kt()[year]);
            }
        }
    }

    /// True if decisions can add to a node.
    boolean canGrow(int node, int year) {
        for (Adds adds : capacity.get(node)) {
            if (adds.kt()[year] != 0) {
                return true;
            }
        }
        return false;
    }

    int modules(int candidate) {
        return modules[candidate];
    }

    /// When candidates start.
    StartColumns starts() {
        return starts;
    }

    /// Columns of what is separated that a row of the shared feed is about.
    List<Integer> separatedAt(Key key) {
        List<Integer> columns = new ArrayList<>();
        for (int d = 0; d < separated[key.a()].length; d++) {
            if (key.family().equals("feed") || key.family().equals("draw-" + d)) {
                columns.add(separated[key.a()][d][key.b()]);
            }
        }
        return columns;
    }

    /// Column of a contract.
    int contract(int offtake) {
        return contracts[offtake];
    }

    /// Contracts on a node.
    List<Integer> contractsOn(int node) {
        return contractsOf.get(node);
    }
}
