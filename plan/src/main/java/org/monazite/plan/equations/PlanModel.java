package org.monazite.plan.equations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Row;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lshaped.Structure;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.Sale;
import org.monazite.plan.world.Standing;
import org.monazite.plan.world.World;

/// The model of a plan: decisions, one copy of the chain per ban and assessed year, and a year without a
/// ban for the caps on direct shares.
///
/// Objective, M USD a year: cost of the decisions, value at risk of each ban times its probability, or in part
/// the mean of the worst years ([TailRows]), and, far above both, what the worst ban takes beyond the limit:
/// `BIG x (W + 0.05 x sum of sigma)`, where `sigma` is the part of a partner's demand that is unmet beyond the
/// limit in its worst ban, and `W` the largest of them. So a plan first brings the worst ban down to the limit as
/// far as the budget goes, then saves value at risk as long as it is worth its cost.
public final class PlanModel {

    /// M USD a year for each 100 % of a partner's demand that is unmet beyond the limit.
    static final double BIG = 1e6;
    private static final double EACH = 0.05;
    private static final double DIRECT = 0.1;
    private static final double LATER = 0.3; // weight of the later assessed year
    private static final double CALM = 0.01; // M USD for a unit of the costs of CalmRows
    private static final double WORSE = 2; // over what the worst partner's excess costs, tonne for tonne
    private static final double SPARING = 1e-3; // M USD per kt: far below what any is worth
    private static final double LEAST_VALUE = 1; // M USD per kt: nothing is wasted where no value is known

    private static final List<Family> IN_A_BAN = List.of(
            new CapacityRows(), new InputRows(), new GoalRows(), new OutputRows(), new ContractRows(), new SideRows());

    private final World world;
    private final Model model = new Model();
    private final Decisions decisions;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Integer> shortfalls = new ArrayList<>();
    private final List<List<Integer>> shortfallsOf = new ArrayList<>(); // by partner
    private final List<Integer> traced = new ArrayList<>();
    private final List<List<Integer>> tracedOf = new ArrayList<>(); // by partner
    private final List<Integer> worse = new ArrayList<>(); // by how much partners lose more than without a plan
    private Optional<TracedRows> tracedRows = Optional.empty();
    private final int[] worst; // by assessed year; -1 for one without a ban in the model
    private final int[][] excess; // by assessed year and partner
    private final double valueFactor;
    private final TailRows tail;

    private PlanModel(World world, boolean costs, double valueFactor) {
        this.world = world;
        this.valueFactor = valueFactor;
        model.naming(new RowText(world, model)::columnName, RowText::rowName);
        this.decisions = new Decisions(world, model, costs);
        this.tail = new TailRows(world, model, valueFactor);
        this.excess = new int[world.years().size()][world.partners().size()];
        this.worst = new int[world.years().size()];
        java.util.Arrays.fill(worst, -1);
        world.partners().forEach(_ -> shortfallsOf.add(new ArrayList<>()));
        world.partners().forEach(_ -> tracedOf.add(new ArrayList<>()));
    }

    /// The model that chooses a plan.
    ///
    /// @param bans episodes with a ban
    /// @param before what everybody has without a plan
    /// @param caps most of a partner's supply of a product that may come from the feared supplier, by
    /// partner; 1 for no cap
    /// @param valueFactor part of the value at risk that counts
    public static PlanModel choosing(
            World world, List<Episode> bans, Standing before, List<Double> caps, double valueFactor) {
        PlanModel plan = new PlanModel(world, true, valueFactor);
        Block calm = plan.addCalm(CALM, caps, Optional.of(before.calm()));
        plan.addTraced(calm);
        Calm pattern = world.spec().rules().risk().counts()
                ? new Calm.Known(before.calm())
                : new Calm.Chosen(calm, before.calm());
        plan.addBans(bans, true, pattern, Optional.of(before));
        return plan;
    }

    /// The model that says what a ban does to a given plan.
    ///
    /// @param calm what happens in a year without a ban under the same plan
    /// @param before what everybody has without a plan; empty if that is what is looked for
    public static PlanModel judging(World world, Choice choice, Episode ban, Flows calm, Optional<Standing> before) {
        PlanModel plan = new PlanModel(world, false, 1);
        plan.addBans(List.of(ban), false, new Calm.Known(calm), before);
        plan.decisions.fix(choice);
        return plan;
    }

    /// The same where every tonne that is drawn or released costs a little, one of a strategic stock more: nothing
    /// leaves a stock that need not, and works and users take of their own first.
    public PlanModel sparing() {
        for (Block block : blocks) {
            if (block.isBan()) {
                block.spare(SPARING);
            }
        }
        return this;
    }

    /// The model of a year without a ban under a given plan.
    ///
    /// @param caps as above; imports from the feared supplier are kept below where others can deliver
    public static PlanModel calm(World world, Choice choice, List<Double> caps, Optional<Flows> before) {
        PlanModel plan = new PlanModel(world, false, 1);
        plan.addCalm(1, caps, before);
        plan.decisions.fix(choice);
        return plan;
    }

    /// Of a model of a year without a ban: the rows in which flows come as near to usual ones as they can at the
    /// same cost. Their solution is unique but for rounding.
    ///
    /// @param first a solution of this model
    /// @param usual a year without a ban and without a plan; empty for that of the base year, grown with demand
    public Model nearUsual(Solution first, Optional<Flows> usual) {
        Block block = blocks.getFirst();
        return new NearUsual(block, usual.orElseGet(() -> baseYear(block))).of(first);
    }

    private Flows baseYear(Block block) {
        double[] flow = new double[world.chain().arcs().size()];
        for (int arc = 0; arc < flow.length; arc++) {
            flow[arc] = world.chain().arcs().get(arc).base() * block.growth();
        }
        double[] none = new double[0];
        return new Flows(block.episode, flow, none, none, none, new double[0][], none, none);
    }

    /// How models of plans fall apart: each year without a ban and each ban has columns and rows to itself,
    /// and what a partner lacks in a ban beyond the limit is decided for by all bans of a year together.
    public static Structure structure() {
        return Apart.RULES;
    }

    private static final class Apart implements Structure {

        private static final Apart RULES = new Apart();
        private static final double SURELY = 2; // over what deciding for it costs

        @Override
        public int episode(Object columnKey) {
            return columnKey instanceof Key key ? key.episode() : -1;
        }

        /// The first term of such a row is the excess, with the partner's demand as its coefficient.
        @Override
        public double priceOfShort(Model model, int row) {
            double tail = TailRows.priceOfShort(model, row);
            if (!Double.isNaN(tail)) {
                return SURELY * tail;
            }
            boolean isUnmet = model.rowKey(row) instanceof Key key
                    && key.family().equals("unmet")
                    && model.terms(row) > 0
                    && model.coefficient(row, 0) > 0
                    && model.columnKey(model.column(row, 0)) instanceof Key first
                    && first.family().equals("excess");
            return isUnmet ? SURELY * BIG * (1 + EACH) / model.coefficient(row, 0) : Double.NaN;
        }
    }

    private void addBans(List<Episode> bans, boolean weighted, Calm calm, Optional<Standing> before) {
        for (int t = 0; t < excess.length; t++) {
            int year = t;
            if (bans.stream().anyMatch(ban -> ban.year() == year)) {
                addExcess(t, weighted);
                if (weighted) {
                    tail.begin(t, weight(t));
                }
            }
        }
        for (Episode ban : bans) {
            Block block = new Block(world, model, decisions, ban, blocks.size());
            IN_A_BAN.forEach(family -> family.add(block));
            new ShareRows(calm).add(block);
            new RelationRows(calm).add(block);
            blocks.add(block);
            addLoss(block, weighted);
            if (weighted) {
                tail.add(block, weight(block.year()));
            }
            before.ifPresent(standing -> addNoWorse(block, weighted, standing));
        }
        if (weighted) {
            tail.cap();
        }
    }

    /// No ban takes more from a partner than it takes without the plan. What cannot be kept, as something is
    /// included by name, costs more than anything else that a tonne could be used for.
    private void addNoWorse(Block block, boolean weighted, Standing before) {
        double least = Double.POSITIVE_INFINITY;
        for (String partner : world.partners()) {
            least = Math.min(least, world.demand(partner, block.year()));
        }
        for (int i = 0; i < world.partners().size(); i++) {
            String partner = world.partners().get(i);
            double was = before.unmet(block.episode, partner);
            double demand = world.demand(partner, block.year()) * block.length;
            if (world.spec().keepsWhatItHas(partner) && was < 1 && demand > 0 && least > 0) {
                double price = WORSE * BIG * (1 + EACH) * world.demand(partner, block.year()) / least;
                int column = model.column(
                        new Key("worse", i, 0, block.index), 0, 1, price * (weighted ? weight(block.year()) : 1));
                worse.add(column);
                Row row = block.row("no-worse", i).plus(column, demand);
                metOf(block, row, partner);
                row.atLeast(demand * (1 - was));
            }
        }
    }

    private void metOf(Block block, Row row, String partner) {
        for (Sale sale : world.chain().sales()) {
            if (sale.isProtected() && sale.place().equals(partner)) {
                row.plus(block.made[sale.node()]);
            }
        }
    }

    /// What a kilotonne is worth that a user gets in a ban. In a judgement nothing goes to waste, also where no
    /// value at risk is known or where the users are not those of the plan.
    private double value(Sale sale, boolean weighted) {
        double value = TailRows.value(world, sale);
        return weighted ? value : Math.max(LEAST_VALUE, value);
    }

    /// Probability a year of the block's ban times the weight of its year.
    static double chance(Block block) {
        return block.ban().probability() * weight(block.year());
    }

    static double weight(int year) {
        return year == 0 ? 1 : LATER;
    }

    private void addExcess(int t, boolean weighted) {
        double weight = BIG * (weighted ? weight(t) : 1);
        worst[t] = model.column(Key.of("worst", t), 0, 1, weight);
        for (int i = 0; i < excess[t].length; i++) {
            excess[t][i] = model.column(Key.of("excess", t, i), 0, 1, weight * EACH);
            model.row(Key.of("worst", t, i)).plus(worst[t]).minus(excess[t][i]).atLeast(0);
        }
    }

    /// Value at risk and the part of each partner's demand that is unmet.
    private void addLoss(Block block, boolean weighted) {
        double chance =
                weighted ? chance(block) * (1 - world.spec().rules().risk().weight()) : 1;
        double offset = 0;
        for (Sale sale : world.chain().sales()) {
            if (sale.isProtected()) {
                double value = value(sale, weighted) * valueFactor * chance / block.length;
                model.cost(block.made[sale.node()], model.cost(block.made[sale.node()]) - value);
                offset += value * sale.base() * block.growth() * block.length;
            }
        }
        model.offset(model.offset() + offset);
        for (int i = 0; i < world.partners().size(); i++) {
            String partner = world.partners().get(i);
            double demand = world.demand(partner, block.year()) * block.length;
            Row row = block.row("unmet", i);
            row.plus(excess[block.year()][i], demand);
            metOf(block, row, partner);
            row.atLeast(demand * (1 - world.spec().banLimit(partner)));
        }
    }

    /// The year without a ban, and the caps on what comes straight from the feared supplier.
    private Block addCalm(double weight, List<Double> caps, Optional<Flows> before) {
        Block block = new Block(world, model, decisions, Episode.calm(0), blocks.size());
        new CapacityRows().add(block);
        new ContractRows().add(block);
        new ShareRows(new Calm.Unknown()).add(block);
        new SideRows().add(block);
        new CalmRows(weight).add(block);
        blocks.add(block);
        DirectRows direct = new DirectRows(block, before, BIG * DIRECT * EACH);
        for (int i = 0; i < world.partners().size(); i++) {
            if (caps.get(i) < 1) {
                List<Integer> columns = direct.add(i, caps.get(i));
                shortfalls.addAll(columns);
                shortfallsOf.get(i).addAll(columns);
            }
        }
        return block;
    }

    /// Caps on traced shares, where the question wants them as rows.
    private void addTraced(Block calm) {
        PlanSpec.Traced how = world.spec().rules().traced();
        double cap = world.spec().targets().tracedShare();
        if (how != PlanSpec.Traced.STEERED && cap < 1) {
            TracedRows rows = new TracedRows(calm, how, cap);
            tracedRows = Optional.of(rows);
            for (int i = 0; i < world.partners().size(); i++) {
                if (world.spec().rules().bystanders().contains(world.partners().get(i))) {
                    continue;
                }
                List<Integer> columns = rows.caps(i, cap, BIG * DIRECT);
                traced.addAll(columns);
                shortfallsOf.get(i).addAll(columns);
                tracedOf.get(i).addAll(columns);
            }
        }
    }

    /// Largest part of a partner's demand by which a cap on traced shares is not kept in the rows; 0
    /// without rows.
    public double tracedShortfall(Solution solution) {
        return traced.stream().mapToDouble(solution::value).max().orElse(0);
    }

    /// A partner's traced share of its last product by declared levels; empty where none are declared.
    public OptionalDouble declared(Solution solution, String partner, String product) {
        return tracedRows.map(rows -> rows.share(solution, partner, product)).orElse(OptionalDouble.empty());
    }

    /// Columns by which a partner's caps on traced shares are missed; none without such rows.
    public List<Integer> tracedShortfalls(int partner) {
        return List.copyOf(tracedOf.get(partner));
    }

    /// What is decided about.
    public World world() {
        return world;
    }

    /// The rows and columns.
    public Model model() {
        return model;
    }

    /// What the objective holds for caps on direct shares that are not kept, M USD a year.
    public double directShortfall(Solution solution) {
        double sum = 0;
        for (int column : shortfalls) {
            sum += solution.value(column) * BIG * DIRECT * EACH;
        }
        return sum;
    }

    /// Part of a partner's demand that the worst ban of the target year takes beyond the limit; 0 if no ban
    /// is in the
    /// model.
    public double worstExcess(Solution solution) {
        var column = model.findColumn(Key.of("worst", 0));
        return column.isPresent() ? solution.value(column.getAsInt()) : 0;
    }

    /// Column of a candidate's modules.
    public int modules(int candidate) {
        return decisions.modules(candidate);
    }

    /// The decisions of a solution.
    public Choice choice(Solution solution) {
        return decisions.read(solution);
    }

    /// What happens in each episode, in the order in which they were given, after a year without a ban if
    /// there is one.
    public List<Flows> flows(Solution solution) {
        return blocks.stream().map(block -> block.read(solution)).toList();
    }

    /// What the answers around a plan start from: rows, columns and targets of this model.
    public Around around() {
        return new Around(
                world, model, decisions, List.copyOf(blocks), worst.clone(), excess, shortfallsOf, worse, tail);
    }
}
