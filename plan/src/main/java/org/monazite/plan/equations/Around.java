package org.monazite.plan.equations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleBiFunction;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.Sale;
import org.monazite.plan.world.World;

/// A solved model looked at from outside: what is money in its objective, what is a target, and which of
/// its
/// numbers belongs to which ban. Money is in million US dollars a year.
public final class Around {

    static final double SLACK = 1e-7; // part of a partner's demand or imports

    private final World world;
    private final Model model;
    private final Decisions decisions;
    private final List<Block> blocks;
    private final int[] worst;
    private final int[][] excess;
    private final List<List<Integer>> shortfalls;
    private final List<Integer> worse;
    private final TailRows tail;
    private final RiskWeights weights;

    Around(
            World world,
            Model model,
            Decisions decisions,
            List<Block> blocks,
            int[] worst,
            int[][] excess,
            List<List<Integer>> shortfalls,
            List<Integer> worse,
            TailRows tail) {
        this.world = world;
        this.model = model;
        this.decisions = decisions;
        this.blocks = blocks;
        this.worst = worst;
        this.excess = excess;
        this.shortfalls = shortfalls;
        this.worse = List.copyOf(worse);
        this.tail = tail;
        this.weights = new RiskWeights(world);
    }

    /// The same rows with every target held where a solution has it, and money alone in the objective: the
    /// prices that only serve the search are gone, so costs and duals are US dollars.
    public Model held(Solution solution) {
        return heldAs(this, solution);
    }

    /// The same with every target held where a solution of another model of the same question has it;
    /// targets
    /// that the other does not have are met in full.
    public Model heldAs(Around other, Solution solution) {
        Model copy = model.copy();
        targets().forEach(column -> {
            var there = other.model.findColumn(model.columnKey(column));
            double missed = there.isPresent() ? solution.value(there.getAsInt()) : 0;
            copy.cost(column, 0);
            copy.bounds(column, 0, Math.max(0, missed) + SLACK);
        });
        keepWorse(copy, other, solution);
        return copy;
    }

    /// Held rows in which each price is for somebody's right-hand side: what partners miss is held partner
    /// by partner, not by the worst of them; what is missing in a year without a ban costs nothing but
    /// cannot grow; what is no money - the pattern of such a year - only decides what is equal; and modules
    /// can be divided, since a price of whole ones that are fixed is no price of what they make. Solved,
    /// they have the duals of [#duals].
    public Model priced(Solution solution) {
        return new Priced(world, model, blocks).rows(held(solution), worst(), solution);
    }

    /// The money of a solution of [#priced] rows, taken apart by whose right-hand sides the duals pay for.
    public DualParts duals(Model priced, Solution solved) {
        return DualParts.of(this, new Owners(world), world.partners().size(), priced, solved);
    }

    /// Visits what the users of the partners would lose in every ban if they got nothing: place, and value
    /// at risk times chance.
    void offsets(BiConsumer<String, Double> visitor) {
        new Priced(world, model, blocks).offsets(visitor);
    }

    /// In no ban does anybody lose more beyond what it lost without a plan than in a solution of another model of the
    /// same question; bans that the other does not have keep their price.
    public void keepWorse(Model copy, Around other, Solution solution) {
        for (int column : worse) {
            Key key = (Key) model.columnKey(column);
            Episode episode = blocks.get(key.episode()).episode;
            for (Block there : other.blocks) {
                if (there.episode.equals(episode)) {
                    int same = other.model
                            .findColumn(new Key(key.family(), key.a(), key.b(), there.index))
                            .orElseThrow();
                    copy.cost(column, 0);
                    copy.bounds(column, 0, Math.max(0, solution.value(same)) + SLACK);
                }
            }
        }
    }

    /// True if a solution pays for that no ban takes more from a partner than without the plan.
    public boolean paysForNoWorse(Solution solution) {
        for (int row = 0; row < model.rows(); row++) {
            boolean rule = model.rowKey(row) instanceof Key key && key.family().startsWith("no-worse");
            if (rule && Math.abs(solution.dual(row)) > SLACK) {
                return true;
            }
        }
        return false;
    }

    /// Nobody is served less in a year without a ban than it is without any plan, or, if that cannot be, than in a
    /// solution of a model of the same question: a share is not brought down by going without.
    ///
    /// @param before a year without a ban and without a plan
    public void serve(Model copy, Flows before, Around other, Solution solution) {
        new Served(world, model).hold(copy, before, other.model, solution);
    }

    /// The rows with their own costs.
    public Model model() {
        return model;
    }

    /// The decisions of a solution.
    public Choice choice(Solution solution) {
        return decisions.read(solution);
    }

    /// Fixes whole modules of a copy of the model at given decisions.
    public void fixWhole(Model copy, Choice choice) {
        for (int c = 0; c < choice.modules().length; c++) {
            if (world.candidates().get(c).whole()) {
                copy.bounds(modules(c), choice.modules()[c], choice.modules()[c]);
                decisions.starts().fix(copy, c, choice.started()[c]);
            }
        }
    }

    /// Columns of the targets: by how much each is missed.
    private List<Integer> targets() {
        List<Integer> columns = new ArrayList<>();
        for (int t = 0; t < worst.length; t++) {
            if (worst[t] >= 0) {
                columns.add(worst[t]);
                for (int column : excess[t]) {
                    columns.add(column);
                }
            }
        }
        shortfalls.forEach(columns::addAll);
        tail.missed().ifPresent(columns::add);
        return columns;
    }

    /// Fixes modules and contracts of a copy of the model at given decisions.
    public void fix(Model copy, Choice choice) {
        for (int c = 0; c < choice.modules().length; c++) {
            copy.bounds(modules(c), choice.modules()[c], choice.modules()[c]);
            decisions.starts().fix(copy, c, choice.started()[c]);
        }
        for (int o = 0; o < choice.contracts().length; o++) {
            copy.bounds(contract(o), choice.contracts()[o], choice.contracts()[o]);
        }
    }

    /// Columns by which a partner's worst ban misses its limit, by assessed year that has a ban.
    public List<Integer> excess(int partner) {
        List<Integer> columns = new ArrayList<>();
        for (int t = 0; t < worst.length; t++) {
            if (worst[t] >= 0) {
                columns.add(excess[t][partner]);
            }
        }
        return columns;
    }

    /// Columns by which the largest of the partners' worst bans misses its limit.
    public List<Integer> worst() {
        return java.util.Arrays.stream(worst)
                .filter(column -> column >= 0)
                .boxed()
                .toList();
    }

    /// Columns by which a partner's direct shares miss their caps.
    public List<Integer> shortfalls(int partner) {
        return List.copyOf(shortfalls.get(partner));
    }

    /// Column by which the mean of the worst years misses its limit; empty without such a target.
    public OptionalInt tailMissed() {
        return tail.missed();
    }

    /// US dollars a year of a unit of that column.
    public double tailUnitUsd() {
        return tail.missedUsd();
    }

    /// Row of a partner's budget.
    public int budget(int partner) {
        return model.findRow(Key.of("budget", partner)).orElseThrow();
    }

    /// Row of a line of the budgets; none for one of somebody who is no partner.
    public OptionalInt line(int index) {
        return model.findRow(Key.of("line", index));
    }

    /// Lifts the lines of the budgets in a copy of the model.
    public void freeLines(Model copy) {
        for (int k = 0; k < world.spec().rules().funding().lines().size(); k++) {
            line(k).ifPresent(row -> copy.rowBounds(row, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        }
    }

    /// Columns of what a partner spends, with the money a unit takes, M USD.
    public Map<Integer, Double> spending(int partner) {
        Map<Integer, Double> money = new TreeMap<>();
        int row = budget(partner);
        for (int term = 0; term < model.terms(row); term++) {
            money.put(model.column(row, term), model.coefficient(row, term));
        }
        return money;
    }

    /// Column of a candidate's modules.
    public int modules(int candidate) {
        return decisions.modules(candidate);
    }

    /// Column of a contract.
    public int contract(int offtake) {
        return decisions.contract(offtake);
    }

    /// Bans of the model, in order.
    public List<Episode> episodes() {
        return blocks.stream()
                .map(block -> block.episode)
                .filter(episode -> episode.ban().isPresent())
                .toList();
    }

    /// Probability a year of a ban of the model times the weight of its year.
    public double chance(Episode episode) {
        return PlanModel.chance(block(episode));
    }

    /// The calendar year of an episode.
    public int year(Episode episode) {
        return world.years().get(episode.year());
    }

    private Block block(Episode episode) {
        return blocks.stream()
                .filter(block -> block.episode.equals(episode))
                .findFirst()
                .orElseThrow();
    }

    /// Value at risk of a partner's users in one ban of the model, per year and before probability.
    public double loss(Solution solution, Episode episode, String partner) {
        Block block = block(episode);
        double sum = 0;
        for (Sale sale : world.chain().sales()) {
            if (sale.isProtected() && sale.place().equals(partner)) {
                double missing = sale.base() * block.growth() - solution.value(block.made[sale.node()]) / block.length;
                sum += world.chain().nodes().get(sale.node()).value() * Math.max(0, missing);
            }
        }
        return sum;
    }

    /// Expected value at risk of a partner's users over the bans of the model: probability, weight of the
    /// year,
    /// loss.
    public double expected(Solution solution, String partner) {
        double sum = 0;
        for (Episode episode : episodes()) {
            sum += chance(episode) * loss(solution, episode, partner);
        }
        return sum;
    }

    /// The mean of the worst years of the target year over the bans of the model, of all who want something.
    public double tail(Solution solution) {
        List<Episode> target =
                episodes().stream().filter(episode -> episode.year() == 0).toList();
        return weights.tail(target, (episode, partner) -> loss(solution, episode, partner));
    }

    /// Value at risk of a partner's users as the objective counts it: `(1 - lambda) x expected + lambda x CVaR`, of
    /// the CVaR the part that the partner loses in the worst years of all who want something of the plan.
    public double borne(Solution solution, String partner) {
        return weights.isWeighed()
                ? weights.borne(episodes(), (episode, each) -> loss(solution, episode, each), partner)
                : expected(solution, partner);
    }

    /// The same for losses of another case, such as no plan.
    ///
    /// @param loss of a partner in a ban of the model, in any unit
    public double borne(ToDoubleBiFunction<Episode, String> loss, String partner) {
        return weights.borne(episodes(), loss, partner);
    }

    /// Columns of the decisions with their yearly cost per unit.
    public Map<Integer, Double> decisionCosts() {
        Map<Integer, Double> costs = new TreeMap<>();
        for (int c = 0; c < world.candidates().size(); c++) {
            costs.put(modules(c), world.candidates().get(c).yearly());
        }
        for (int o = 0; o < world.offtakes().size(); o++) {
            costs.put(contract(o), world.offtakes().get(o).premium());
        }
        return costs;
    }

    /// Yearly cost of the decisions of a solution.
    public double cost(Solution solution) {
        double sum = 0;
        for (var entry : decisionCosts().entrySet()) {
            sum += entry.getValue() * solution.value(entry.getKey());
        }
        return sum;
    }

    /// Value at risk of all partners in a ban as `offset - sum of value x column`; visits the terms and
    /// returns the
    /// offset.
    public double lossTerms(Episode episode, BiConsumer<Integer, Double> visitor) {
        Block block = block(episode);
        double offset = 0;
        for (Sale sale : world.chain().sales()) {
            if (sale.isProtected()) {
                double value = world.chain().nodes().get(sale.node()).value();
                visitor.accept(block.made[sale.node()], value / block.length);
                offset += value * sale.base() * block.growth();
            }
        }
        return offset;
    }

    /// Cost of the decisions and value at risk of all partners as it is weighed: the objective without the small
    /// costs that choose the pattern of a year without a ban.
    public double money(Solution solution) {
        double sum = cost(solution);
        for (String partner : world.partners()) {
            sum += borne(solution, partner);
        }
        return sum;
    }

    /// Where the value of a unit of a column arises: for each ban of the model, in order, what its rows pay for
    /// the unit at the duals of a solution; last, what the rows of a year without a ban and of the decisions
    /// themselves do. Feed that a unit lets works separate counts where the works earn it. The sum is the cost of
    /// the column less its reduced cost.
    public double[] worth(Solution solution, int column) {
        for (int c = 0; c < world.candidates().size(); c++) {
            if (modules(c) == column) { // what a module does it does once it is started
                return new UnitWorth(model, decisions, blocks)
                        .of(solution, decisions.starts().main(solution, c));
            }
        }
        return new UnitWorth(model, decisions, blocks).of(solution, column);
    }

    /// Rows in which what a node makes stands, for an assessed year, in the order of the model.
    ///
    /// @param solution with duals, of rows numbered as these
    public List<WrittenRow> lines(Solution solution, int node, int year) {
        return new WrittenRows(world, model, blocks).of(solution, node, year);
    }
}
