package org.monazite.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.exposure.Dependence;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Cell;
import org.monazite.plan.world.Chain;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Effect;
import org.monazite.plan.world.Node;
import org.monazite.plan.world.Offtake;
import org.monazite.plan.world.Starts;
import org.monazite.plan.world.World;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Product;
import org.monazite.supply.Project;
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;

/// Reads off a world what its plans are to be read against.
final class Settings {

    private final World world;
    private final SupplyNetwork base;

    Settings(World world, SupplyNetwork base) {
        this.world = world;
        this.base = base;
    }

    /// Need and capacity by product, along the chain.
    ///
    /// @param choice the plan
    List<Setting.Stage> stages(Choice choice) {
        Chain chain = world.chain();
        Map<String, double[]> sums = new LinkedHashMap<>(); // need, made by partners, made outside, backed
        for (Product product : base.products()) {
            if (product instanceof Product.Mineral mineral && isMade(mineral)) {
                sums.put(product.id(), new double[4]);
            }
        }
        for (Cell cell : chain.cells()) {
            Node buyer = chain.nodes().get(cell.node());
            double[] sum = sums.get(cell.product());
            if (sum != null && buyer.kind() != NodeKind.POOL && world.partners().contains(buyer.place())) {
                sum[0] += cell.perUnit() * buyer.normal().getFirst();
            }
        }
        for (Node node : chain.nodes()) {
            double[] sum = sums.get(node.product());
            if (sum != null
                    && node.isMaker()
                    && !node.place().equals(world.spec().against())) {
                double can = node.capacity().getFirst();
                sum[1] += world.partners().contains(node.place()) ? can : 0;
                sum[2] += can;
            }
        }
        Map<String, List<String>> announced = new TreeMap<>();
        for (int c = 0; c < world.candidates().size(); c++) {
            Candidate candidate = world.candidates().get(c);
            for (Effect effect : candidate.effects()) {
                if (effect instanceof Effect.Capacity(int node, double kt)) {
                    String product = chain.nodes().get(node).product();
                    sums.getOrDefault(product, new double[4])[3] +=
                            kt * Starts.atWork(world, choice, c, world.spec().targetYear());
                    if (isAnnounced(candidate) && !isOwnAlloy(candidate, product)) {
                        announced
                                .computeIfAbsent(product, _ -> new ArrayList<>())
                                .add(candidate.nameEn());
                    }
                }
            }
        }
        List<Setting.Stage> stages = new ArrayList<>();
        sums.forEach((product, sum) -> stages.add(new Setting.Stage(
                product,
                sum[0] * World.TONNES,
                sum[1] * World.TONNES,
                sum[2] * World.TONNES,
                sum[3] * World.TONNES,
                announced.getOrDefault(product, List.of()))));
        return stages;
    }

    /// A named project that somebody still speaks of: one announced years ago and not seen since is none.
    private static boolean isAnnounced(Candidate candidate) {
        return !candidate.generic() && !candidate.statusId().equals(Project.Status.UNCERTAIN.id());
    }

    /// Whether it is the alloy that new magnet works are taken to cast for themselves, which nobody else can have.
    private boolean isOwnAlloy(Candidate candidate, String product) {
        return isStage(product, Stage.ALLOY) && isStage(candidate.product(), Stage.COMPONENT);
    }

    private boolean isStage(String productId, Stage stage) {
        return base.products().stream()
                .anyMatch(each -> each instanceof Product.Mineral mineral
                        && mineral.id().equals(productId)
                        && mineral.stage() == stage);
    }

    private static boolean isMade(Product.Mineral mineral) {
        return switch (mineral.stage()) {
            case REFINED, METAL, ALLOY, COMPONENT -> true;
            case MINE, MIXED, ENDUSE, SCRAP -> false;
        };
    }

    /// All of it.
    ///
    /// @param choice the plan
    /// @param with the network of the target year with it
    /// @param needs what happens if partners need as much as is published
    Setting of(Choice choice, SupplyNetwork with, Setting.Needs needs) {
        return new Setting(base.id().year(), stages(choice), today(), origins(choice, with), needs, world.stretch());
    }

    /// What is so before any plan.
    Setting before() {
        return new Setting(
                base.id().year(), stages(world.nothing()), today(), List.of(), Setting.Needs.NONE, world.stretch());
    }

    private List<Setting.Share> today() {
        Dependences shares = Dependences.of(world, base);
        List<Setting.Share> today = new ArrayList<>();
        for (String partner : world.partners()) {
            for (String product : shares.products()) {
                double direct = shares.directOfSupply(partner, product);
                double traced = shares.traced(partner, product);
                if (direct >= 0 || traced >= 0) {
                    today.add(new Setting.Share(partner, product, direct, traced));
                }
            }
        }
        return today;
    }

    private List<Setting.Origin> origins(Choice choice, SupplyNetwork with) {
        List<Setting.Origin> origins = new ArrayList<>();
        List<String> in = new DecisionList(world, choice, base).ids();
        Dependence now = Dependence.of(base);
        Dependence then = Dependence.of(with);
        for (Offtake offtake : world.offtakes()) {
            if (in.contains(offtake.id())) {
                String key = world.chain().nodes().get(offtake.supplier()).key();
                origins.add(new Setting.Origin(offtake.id(), touched(base, now, key), touched(with, then, key)));
            }
        }
        return origins;
    }

    private double touched(SupplyNetwork network, Dependence traced, String key) {
        int feared = -1;
        for (int place = 0; place < network.places().size(); place++) {
            feared = network.places().get(place).code().equals(world.spec().against()) ? place : feared;
        }
        for (int node = 0; node < network.nodes().size(); node++) {
            if (feared >= 0 && network.nodes().key(node).equals(key)) {
                return traced.touched(node, feared);
            }
        }
        return Double.NaN;
    }
}
