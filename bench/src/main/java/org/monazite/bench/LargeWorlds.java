package org.monazite.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.monazite.plan.PlanInput;
import org.monazite.plan.PlanRules;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.world.Ban;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;
import org.monazite.shock.Assumptions;
import org.monazite.supply.ArcRow;
import org.monazite.supply.Basis;
import org.monazite.supply.CellRow;
import org.monazite.supply.Citation;
import org.monazite.supply.Criticality;
import org.monazite.supply.DemandRow;
import org.monazite.supply.Flag;
import org.monazite.supply.Material;
import org.monazite.supply.NetworkBuilder;
import org.monazite.supply.NetworkId;
import org.monazite.supply.NodeKind;
import org.monazite.supply.NodeRow;
import org.monazite.supply.Place;
import org.monazite.supply.PlanOption;
import org.monazite.supply.Price;
import org.monazite.supply.Product;
import org.monazite.supply.Project;
import org.monazite.supply.Range;
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;
import org.monazite.supply.Unit;
import org.monazite.supply.UseClass;

/// Made-up worlds of any size for timing the planner: a chain of oxide, heavy oxide, metal and magnets over
/// many places, each of which buys from several others; one supplier is large everywhere. Two places plan
/// together. Every number follows from the seed.
public final class LargeWorlds {

    private static final String FEARED = "CHN";
    private static final List<String> PARTNERS = List.of("JPN", "USA");
    private static final List<String> PRODUCTS = List.of("a.oxide", "h.oxide", "a.metal", "a.magnet");
    private static final Citation SOURCE = new Citation("made-up", "BENCH", "seed", "made up");
    private static final int QUARTERS = 8;

    private final int places;
    private final int sources;
    private final long seed;
    private final Map<String, Double> output = new TreeMap<>();
    private final Map<String, Double> taken = new TreeMap<>();
    private final NetworkBuilder builder = SupplyNetwork.builder(
            new NetworkId.Draft("bench", "magnets", 2024, NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR));

    private LargeWorlds(int places, int sources, long seed) {
        this.places = places;
        this.sources = sources;
        this.seed = seed;
    }

    /// A world.
    ///
    /// @param places 4 or more
    /// @param sources how many others each works buys each input from
    /// @param bans how many the plan must stand; they differ in supplier and in products
    public static World of(int places, int sources, int bans, long seed) {
        LargeWorlds made = new LargeWorlds(places, sources, seed);
        PlanInput input = made.input();
        PlanSpec spec = PlanSpec.of(PARTNERS, FEARED, 4e8)
                .with(PlanRules.DEFAULT); // direct caps are rows, traced shares are steered
        return WorldBuilder.build(input, spec).withBans(made.bans(bans));
    }

    private String place(int index) {
        return switch (index) {
            case 0 -> FEARED;
            case 1 -> "JPN";
            case 2 -> "USA";
            default -> "P%02d".formatted(index);
        };
    }

    /// A number from 0 to below 1 that belongs to these words.
    private double chance(Object... words) {
        long key = seed;
        for (Object word : words) {
            for (char letter : word.toString().toCharArray()) {
                key = mix(key ^ letter);
            }
            key = mix(key + 0x9e3779b97f4a7c15L);
        }
        return (mix(key) >>> 11) * 0x1.0p-53;
    }

    private static long mix(long key) {
        long z = (key ^ (key >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private PlanInput input() {
        List<Price> prices = new ArrayList<>();
        Map.of("a.oxide", 60_000.0, "h.oxide", 250_000.0, "a.metal", 75_000.0, "a.magnet", 60_000.0)
                .forEach((product, usd) ->
                        prices.add(new Price(product, "2025", usd, "market", false, Flag.NONE, SOURCE)));
        return new PlanInput(
                network(),
                projects(),
                options(),
                prices,
                List.of(),
                List.of(),
                List.of(),
                Map.of("a.magnet", 0.05),
                Assumptions.MINERALS);
    }

    private SupplyNetwork network() {
        for (int p = 0; p < places; p++) {
            builder.place(new Place(place(p), "Place " + p, "第" + p));
        }
        Material light = new Material("a", "A", "Light", "軽");
        Material heavy = new Material("h", "H", "Heavy", "重");
        builder.product(mineral("a.oxide", light, Stage.REFINED));
        builder.product(mineral("h.oxide", heavy, Stage.REFINED));
        builder.product(mineral("a.metal", light, Stage.METAL));
        builder.product(mineral("a.magnet", light, Stage.COMPONENT));
        builder.product(mineral("a.use", light, Stage.ENDUSE));
        for (int p = 0; p < places; p++) {
            String user = place(p) + "/a.use/all";
            double demand = p <= 2 ? 12_000 * (p == 0 ? 3 : 1) : 300 + 3_000 * chance("demand", p);
            buy(user, "a.magnet", p, demand);
        }
        suppliers("a.magnet").forEach((maker, tonnes) -> {
            buy(maker, "a.metal", number(maker), tonnes * 0.35);
            buy(maker, "h.oxide", number(maker), tonnes * 0.02);
        });
        suppliers("a.metal").forEach((maker, tonnes) -> buy(maker, "a.oxide", number(maker), tonnes * 1.2));
        finish();
        return builder.build();
    }

    private static Product.Mineral mineral(String id, Material material, Stage stage) {
        return new Product.Mineral(id, material, stage, new Basis("t"), id, id);
    }

    private int number(String node) {
        for (int p = 0; p < places; p++) {
            if (node.startsWith(place(p) + "/")) {
                return p;
            }
        }
        throw new IllegalStateException("There is no place of '" + node + "'.");
    }

    private Map<String, Double> suppliers(String product) {
        Map<String, Double> makers = new TreeMap<>();
        output.forEach((node, tonnes) -> {
            if (node.endsWith("/" + product)) {
                makers.put(node, tonnes);
            }
        });
        return makers;
    }

    /// A buyer takes half of an input from the large supplier, a tenth from home, the rest from some others.
    private void buy(String buyer, String product, int home, double tonnes) {
        Map<String, Double> shares = new TreeMap<>();
        shares.merge(place(0) + "/" + product, home == 0 ? 0.9 : 0.5, Double::sum);
        shares.merge(place(home) + "/" + product, 0.1, Double::sum);
        double all = 0;
        Map<Integer, Double> others = new TreeMap<>();
        for (int n = 0; home != 0 && n < sources; n++) {
            int other = 1 + (int) (chance(buyer, product, n) * (places - 1));
            others.merge(other, 0.2 + chance("size", buyer, product, n), Double::sum);
        }
        for (double size : others.values()) {
            all += size;
        }
        for (Map.Entry<Integer, Double> other : others.entrySet()) {
            shares.merge(place(other.getKey()) + "/" + product, 0.4 * other.getValue() / all, Double::sum);
        }
        shares.forEach((seller, share) -> {
            double amount = share * tonnes;
            builder.arc(ArcRow.of(seller, buyer, Range.exactly(amount)));
            output.merge(seller, amount, Double::sum);
            taken.merge(buyer + "|" + product, amount, Double::sum);
        });
    }

    private void finish() {
        taken.forEach((cell, tonnes) -> {
            String node = cell.substring(0, cell.indexOf('|'));
            if (node.contains(".use")) {
                output.merge(node, tonnes, Double::sum);
            }
        });
        output.forEach(this::node);
        taken.forEach((cell, tonnes) -> {
            String node = cell.substring(0, cell.indexOf('|'));
            String product = cell.substring(cell.indexOf('|') + 1);
            builder.cell(CellRow.of(node, product, tonnes / output.getOrDefault(node, 1.0))
                    .withCriticality(product.equals("h.oxide") ? Criticality.IMPORTANT : Criticality.ESSENTIAL));
        });
    }

    private void node(String key, double tonnes) {
        boolean use = key.contains(".use");
        String place = place(number(key));
        String product = key.split("/", -1)[1];
        NodeRow row = NodeRow.of(use ? NodeKind.USE : NodeKind.MAKER, key, place, product, Range.exactly(tonnes));
        double value = 5e6 + 2e7 * chance("value", key);
        builder.node(use ? row.withValueAdded(Range.exactly(value)) : row);
        if (use) {
            builder.demand(
                    new DemandRow(key, place, UseClass.INDUSTRY, Range.exactly(tonnes), value, Flag.NONE, List.of()));
        }
    }

    private List<Project> projects() {
        List<Project> projects = new ArrayList<>();
        for (int p = 1; p < places; p++) {
            for (String product : PRODUCTS) {
                if (chance("project", p, product) < 0.5) {
                    projects.add(project("p" + p + "." + product, place(p), product));
                }
            }
        }
        return projects;
    }

    private Project project(String id, String place, String product) {
        Stage stage = switch (product) {
            case "a.oxide", "h.oxide" -> Stage.REFINED;
            case "a.metal" -> Stage.METAL;
            default -> Stage.COMPONENT;
        };
        double size = (product.equals("h.oxide") ? 40 : 600) * (0.5 + chance("size", id));
        double capital = size * (product.equals("h.oxide") ? 1.0 : 0.08) * (0.5 + chance("capital", id));
        int start = 2026 + (int) (3 * chance("start", id));
        return new Project(
                id,
                id,
                "somebody",
                place,
                stage,
                product,
                OptionalDouble.of(size),
                "t/yr",
                Project.Status.PLANNED,
                new Project.Start(OptionalInt.of(start), OptionalInt.of(start), OptionalInt.of(start)),
                OptionalDouble.of(capital),
                OptionalDouble.empty(),
                "",
                List.of(),
                List.of(),
                Flag.ESTIMATE,
                List.of(SOURCE));
    }

    private static List<PlanOption> options() {
        return List.of(
                option("met.module", "metal", "a.metal", 200, 46_000),
                option("stock.magnet", "stockpile", "a.magnet", 200, 80_000));
    }

    private static PlanOption option(String id, String kind, String product, double module, double usd) {
        boolean stock = kind.equals("stockpile");
        return new PlanOption(
                id,
                kind,
                id,
                id,
                PARTNERS,
                "",
                product,
                module,
                module * 6,
                Range.exactly(stock ? 0 : usd),
                Range.exactly(stock ? usd : 0),
                Range.exactly(2),
                List.of(0.4, 0.7, 1.0),
                Double.NaN,
                "",
                List.of(),
                Flag.UNVERIFIED,
                SOURCE);
    }

    /// Bans of everything and of each product by the large supplier, then by others; some leave a part open.
    private List<Ban> bans(int many) {
        List<Ban> bans = new ArrayList<>();
        for (int round = 0; bans.size() < many; round++) {
            for (int p = 0; p < places && bans.size() < many; p++) {
                if (!PARTNERS.contains(place(p))) {
                    List<String> products = round == 0 ? List.of() : List.of(PRODUCTS.get(round % PRODUCTS.size()));
                    double open = round < 5 ? 0 : 0.1 * (round % 9);
                    String id = place(p) + ":" + round;
                    double probability = 0.002 + 0.01 * chance("ban", id);
                    bans.add(new Ban(id, List.of(new Ban.Stop(place(p), products, open)), QUARTERS, probability));
                }
            }
        }
        return bans;
    }
}
