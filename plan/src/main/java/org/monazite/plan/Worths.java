package org.monazite.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.monazite.plan.equations.Around;
import org.monazite.plan.equations.PlanModel;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Session;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Effect;
import org.monazite.plan.world.Episode;
import org.monazite.plan.world.Node;
import org.monazite.plan.world.Store;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;
import org.monazite.supply.Flag;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Range;

/// Worth of one more and one less by two warm solves each, and by ban from the duals.
final class Worths {

    private static final double TONNE = 1 / World.TONNES; // kt
    private static final double MILLION = 1;
    private static final double LEAST_STEP = 1e-3; // part of the step
    private static final double NOTHING = 1e-9;
    private static final double LEAST_SHARE = 1e-3;

    private final PlanInput input;
    private final Solver solver;
    private final CrossCheck cross;
    private final Work work;
    private final Consumer<String> progress;

    Worths(PlanInput input, Solver solver, CrossCheck cross, Work work, Consumer<String> progress) {
        this.input = input;
        this.solver = solver;
        this.cross = cross;
        this.work = work;
        this.progress = progress;
    }

    /// @param assets what is asked about; none for all stocks, works and budgets of the partners
    Worth of(PlanSpec spec, List<Worth.Asset> assets) {
        wider(WorldBuilder.build(input, spec), assets); // a wrong name is no reason to search first
        Ground ground = Ground.of(input, solver, work, spec, progress);
        List<Worth.Asset> asked = assets.isEmpty() ? all(ground.world()) : assets;
        World wider = wider(ground.world(), asked);
        progress.accept("worth of one more and one less");
        PlanModel plan = PlanModel.choosing(
                wider,
                ground.found().episodes(),
                ground.before().standing(ground.world()),
                ground.found().caps(),
                1);
        Around around = plan.around();
        Model rows = around.heldAs(ground.around(), ground.found().solution()).relaxed();
        around.fixWhole(rows, ground.found().choice());
        List<Worth.Line> lines = new ArrayList<>();
        try (Session session = Highs.load().open(rows)) {
            Solution base = session.run(Limits.NONE);
            if (!base.hasDuals()) {
                throw new IllegalStateException("The plan does not fit its own rows: " + base.status());
            }
            int added = ground.world().candidates().size();
            for (Worth.Asset asset : asked) {
                if (!Deadline.of(solver).allows("worth")) {
                    break;
                }
                lines.add(
                        asset.kind() == Worth.Kind.BUDGET
                                ? budget(session, around, rows, base, wider, asset)
                                : tonne(session, around, base, wider, asset, added++));
            }
        }
        Report report = new Report(ground.world(), ground.before(), ground.found(), input.network());
        return new Worth(lines, report.decisions().cost(), cross.proof(report, ground.found(), solver));
    }

    /// Every stock that can be filled, the works at which partners make something, and the budgets.
    private static List<Worth.Asset> all(World world) {
        List<Worth.Asset> all = new ArrayList<>();
        world.stores().forEach(store -> all.add(new Worth.Asset(Worth.Kind.STOCK, store.place(), store.product())));
        TreeSet<String> works = new TreeSet<>();
        for (Node node : world.chain().nodes()) {
            boolean capacity = node.isMaker()
                    && node.capacity().getFirst() > 0
                    && (node.group() == Node.Group.BASE || node.group() == Node.Group.DECIDED);
            if (capacity && world.partners().contains(node.place())) {
                works.add(node.place() + ":" + node.product());
            }
        }
        works.forEach(key -> all.add(new Worth.Asset(Worth.Kind.CAPACITY, key.split(":")[0], key.split(":")[1])));
        world.partners().forEach(partner -> all.add(new Worth.Asset(Worth.Kind.BUDGET, partner, "")));
        return all;
    }

    /// The world with one more candidate for each stock and works asked about; none of it is chosen.
    private static World wider(World world, List<Worth.Asset> asked) {
        List<Store> stores = new ArrayList<>(world.stores());
        List<Candidate> more = new ArrayList<>();
        for (Worth.Asset asset : asked) {
            switch (asset.kind()) {
                case BUDGET -> known(world, asset);
                case STOCK -> {
                    taken(world, asset);
                    Store store = new Store(asset.place(), asset.productId());
                    if (!stores.contains(store)) {
                        stores.add(store);
                    }
                    more.add(extra(world, asset, new Effect.Stores(stores.indexOf(store), 1)));
                }
                case CAPACITY -> more.add(extra(world, asset, new Effect.Capacity(works(world, asset), 1)));
            }
        }
        return world.withMore(stores, more);
    }

    private static void known(World world, Worth.Asset asset) {
        if (!world.partners().contains(asset.place())) {
            throw Refusal.of(
                    "worth.payer", "", """
                    '%s' is no partner of the plan and has no budget.
                    Maybe one of %s.""".formatted(asset.place(), world.partners()), asset.place(), world.partners());
        }
    }

    /// Works or users of the place must take the product in.
    private static void taken(World world, Worth.Asset asset) {
        TreeMap<String, TreeSet<String>> taken = new TreeMap<>();
        world.chain().cells().forEach(cell -> {
            Node node = world.chain().nodes().get(cell.node());
            if (node.kind() != NodeKind.POOL) {
                taken.computeIfAbsent(node.place(), _ -> new TreeSet<>()).add(cell.product());
            }
        });
        TreeSet<String> here = taken.getOrDefault(asset.place(), new TreeSet<>());
        if (here.isEmpty()) {
            throw Refusal.of(
                    "worth.nobody",
                    "",
                    """
                    Nobody in '%s' takes anything in that the plan follows.
                    Maybe one of these places: %s; with products such as %s.""".formatted(asset.place(), taken.keySet(), products(taken)),
                    asset.place(),
                    taken.keySet(),
                    products(taken));
        }
        if (!here.contains(asset.productId())) {
            throw Refusal.of(
                    "worth.stock",
                    "",
                    """
                    Nobody in '%s' takes in '%s', so a stock of it serves nothing.
                    Maybe one of %s.""".formatted(asset.place(), asset.productId(), here),
                    asset.place(),
                    asset.productId(),
                    here);
        }
    }

    private static TreeSet<String> products(TreeMap<String, TreeSet<String>> byPlace) {
        TreeSet<String> all = new TreeSet<>();
        byPlace.values().forEach(all::addAll);
        return all;
    }

    /// The works that stand there, else those that are being built or may be backed.
    private static int works(World world, Worth.Asset asset) {
        TreeSet<String> here = new TreeSet<>();
        TreeMap<String, TreeSet<String>> makers = new TreeMap<>();
        int best = -1;
        for (int node = 0; node < world.chain().nodes().size(); node++) {
            Node each = world.chain().nodes().get(node);
            if (each.isMaker()) {
                makers.computeIfAbsent(each.place(), _ -> new TreeSet<>()).add(each.product());
            }
            if (each.isMaker() && each.place().equals(asset.place())) {
                here.add(each.product());
                boolean better = best < 0
                        || each.group().ordinal()
                                < world.chain().nodes().get(best).group().ordinal();
                if (each.product().equals(asset.productId()) && better) {
                    best = node;
                }
            }
        }
        if (here.isEmpty()) {
            throw Refusal.of(
                    "worth.noworks",
                    "",
                    """
                    No works stand in '%s' or could.
                    Maybe one of these places: %s; with products such as %s.""".formatted(asset.place(), makers.keySet(), products(makers)),
                    asset.place(),
                    makers.keySet(),
                    products(makers));
        }
        if (best < 0) {
            throw Refusal.of(
                    "worth.capacity",
                    "",
                    """
                    No works in '%s' make '%s' or could.
                    Maybe one of %s.""".formatted(asset.place(), asset.productId(), here),
                    asset.place(),
                    asset.productId(),
                    here);
        }
        return best;
    }

    private static Candidate extra(World world, Worth.Asset asset, Effect effect) {
        return new Candidate(
                "one more: " + asset.id(),
                Decision.Kind.STOCKPILE,
                asset.id(),
                asset.id(),
                asset.place(),
                asset.productId(),
                World.TONNES,
                0,
                false,
                "",
                Range.exactly(0),
                0,
                0,
                world.spec().asOfYear(),
                0,
                List.of(1.0),
                List.of(effect),
                true,
                "",
                Flag.NONE,
                List.of(),
                List.of());
    }

    private static Worth.Line tonne(
            Session session, Around around, Solution base, World world, Worth.Asset asset, int candidate) {
        int column = around.modules(candidate);
        session.bounds(column, TONNE, TONNE);
        double more = around.money(base) - around.money(ran(session, asset));
        double less = Double.NaN;
        boolean none = asset.kind() == Worth.Kind.STOCK && held(world, around, base, asset) < NOTHING;
        double step = TONNE;
        while (!none && Double.isNaN(less) && step >= TONNE * LEAST_STEP) {
            session.bounds(column, -step, -step);
            Solution taken = session.run(Limits.NONE);
            if (taken.hasPlan()) {
                less = (around.money(taken) - around.money(base)) / step;
            } else {
                step /= 10;
            }
        }
        session.bounds(column, 0, 0);
        boolean breaks = !none && Double.isNaN(less);
        double unit = World.USD / World.TONNES;
        return new Worth.Line(
                asset,
                clean(more / TONNE * unit),
                breaks || none ? Double.NaN : clean(less * unit),
                breaks,
                (breaks || none ? TONNE : step) * World.TONNES,
                cost(world, asset),
                more > NOTHING ? parts(around, base, column) : List.of());
    }

    /// What the plan holds of a stock, kt.
    private static double held(World world, Around around, Solution base, Worth.Asset asset) {
        double held = 0;
        Store store = new Store(asset.place(), asset.productId());
        for (int c = 0; c < world.candidates().size(); c++) {
            for (Effect effect : world.candidates().get(c).effects()) {
                if (effect instanceof Effect.Stores(int at, double kt)
                        && world.stores().get(at).equals(store)) {
                    held += kt * base.value(around.modules(c));
                }
            }
        }
        return held;
    }

    private static Worth.Line budget(
            Session session, Around around, Model rows, Solution base, World world, Worth.Asset asset) {
        int row = around.budget(world.partners().indexOf(asset.place()));
        double money = rows.rowHigh(row);
        session.rowBounds(row, Double.NEGATIVE_INFINITY, money + MILLION);
        double more = around.money(base) - around.money(ran(session, asset));
        double step = Math.min(MILLION, money);
        Solution taken = null;
        while (step > LEAST_STEP && (taken == null || !taken.hasPlan())) {
            session.rowBounds(row, Double.NEGATIVE_INFINITY, money - step);
            taken = session.run(Limits.NONE);
            step = taken.hasPlan() ? step : step / 10;
        }
        session.rowBounds(row, Double.NEGATIVE_INFINITY, money);
        boolean some = taken != null && taken.hasPlan();
        double less = taken != null && taken.hasPlan() ? (around.money(taken) - around.money(base)) / step : Double.NaN;
        return new Worth.Line(
                asset,
                clean(more),
                some ? clean(less) : Double.NaN,
                !some && money > 0,
                (some ? step : MILLION) * World.USD,
                Double.NaN,
                List.of());
    }

    private static Solution ran(Session session, Worth.Asset asset) {
        Solution solution = session.run(Limits.NONE);
        if (!solution.hasPlan()) {
            throw new IllegalStateException(
                    "With more of '%s' the rows have no solution: %s".formatted(asset.id(), solution.status()));
        }
        return solution;
    }

    /// What a solver's tolerance makes of nothing.
    private static double clean(double usd) {
        return usd < 1e-3 ? 0 : usd;
    }

    private static List<Worth.Part> parts(Around around, Solution base, int column) {
        double[] worth = around.worth(base, column);
        List<Episode> episodes = around.episodes();
        double all = 0;
        for (int e = 0; e < episodes.size(); e++) {
            all += Math.max(0, worth[e]);
        }
        List<Worth.Part> parts = new ArrayList<>();
        for (int e = 0; e < episodes.size(); e++) {
            if (worth[e] > LEAST_SHARE * all && worth[e] > NOTHING) {
                Episode episode = episodes.get(e);
                parts.add(new Worth.Part(episode.ban().orElseThrow().id(), around.year(episode), worth[e] / all));
            }
        }
        parts.sort(Comparator.comparingDouble(Worth.Part::share)
                .reversed()
                .thenComparing(Worth.Part::banId)
                .thenComparing(Worth.Part::year));
        return parts;
    }

    /// Yearly cost of one more unit by the cheapest option of the place.
    private static double cost(World world, Worth.Asset asset) {
        double least = Double.NaN;
        for (Candidate candidate : world.candidates()) {
            boolean stock = candidate.effects().stream().anyMatch(effect -> effect instanceof Effect.Stores);
            boolean offers = candidate.generic()
                    && candidate.most() > 0
                    && candidate.place().equals(asset.place())
                    && candidate.product().equals(asset.productId())
                    && stock == (asset.kind() == Worth.Kind.STOCK);
            if (offers) {
                double each = candidate.yearly() * World.USD / candidate.tonnes();
                least = Double.isNaN(least) ? each : Math.min(least, each);
            }
        }
        return least;
    }
}
