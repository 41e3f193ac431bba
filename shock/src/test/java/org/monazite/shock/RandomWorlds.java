package org.monazite.shock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.monazite.shock.internal.Names;
import org.monazite.supply.ArcRow;
import org.monazite.supply.CellRow;
import org.monazite.supply.Criticality;
import org.monazite.supply.DemandRow;
import org.monazite.supply.Flag;
import org.monazite.supply.NetworkBuilder;
import org.monazite.supply.NetworkId;
import org.monazite.supply.NodeKind;
import org.monazite.supply.NodeRow;
import org.monazite.supply.Place;
import org.monazite.supply.Range;
import org.monazite.supply.Route;
import org.monazite.supply.StockRow;
import org.monazite.supply.SupplyNetwork;
import org.monazite.supply.Unit;
import org.monazite.supply.UseClass;

/// Balanced networks, actions and assumptions from a seed. Built from the last stage backwards: what a node makes is
/// what those after it take. Some have pools, by-products that return, inputs of unknown origin, stated stocks.
public final class RandomWorlds {

    private static final List<String> CHAIN = List.of("ore", "oxide", "metal", "magnet", "use");
    private static final List<String> PLACES = List.of("AAA", "BBB", "CCC", "DDD");
    private static final List<String> LANES = List.of("LN-1", "LN-2");

    private final Random random;
    private final int places;
    private final Map<String, Double> output = new LinkedHashMap<>();
    private final Map<String, NodeKind> kinds = new LinkedHashMap<>();
    private final Map<List<String>, Double> arcs = new LinkedHashMap<>();
    private final Map<List<String>, Double> taken = new LinkedHashMap<>();
    private final Map<List<String>, Double> unknown = new LinkedHashMap<>();
    private final Map<List<Object>, Double> finals = new LinkedHashMap<>();

    private RandomWorlds(long seed) {
        this.random = new Random(seed);
        this.places = 2 + random.nextInt(3);
    }

    /// The network of a seed.
    public static SupplyNetwork network(long seed) {
        return new RandomWorlds(seed).build();
    }

    private SupplyNetwork build() {
        for (int p = 0; p < places; p++) {
            if (p == 0 || random.nextInt(4) > 0) {
                String key = PLACES.get(p) + "/use";
                kinds.put(key, NodeKind.USE);
                sell(key, 10 + 1000 * random.nextDouble());
            }
        }
        for (int stage = CHAIN.size() - 1; stage > 0; stage--) {
            for (String taker : made(CHAIN.get(stage))) {
                feed(taker, CHAIN.get(stage - 1));
                if (CHAIN.get(stage).equals("magnet") && random.nextBoolean()) {
                    feed(taker, "heavy");
                }
            }
            for (String pool : pools(CHAIN.get(stage - 1))) {
                feedPool(pool, CHAIN.get(stage - 1));
            }
        }
        return rows();
    }

    private List<String> made(String product) {
        return output.keySet().stream()
                .filter(key -> key.split("/")[1].equals(product) && kinds.get(key) != NodeKind.POOL)
                .toList();
    }

    private List<String> pools(String product) {
        return output.keySet().stream()
                .filter(key -> key.split("/")[1].equals(product) && kinds.get(key) == NodeKind.POOL)
                .toList();
    }

    private void sell(String key, double perYear) {
        finals.merge(List.of(key, UseClass.values()[random.nextInt(4)]), perYear, Double::sum);
        output.merge(key, perYear, Double::sum);
    }

    /// One input of a node, from its place's pool or straight from makers.
    private void feed(String taker, String product) {
        double need = output.getOrDefault(taker, 0.0) * (0.2 + 2 * random.nextDouble());
        double lost = random.nextInt(5) == 0 ? need * 0.5 * random.nextDouble() : 0;
        taken.put(List.of(taker, product), need);
        unknown.put(List.of(taker, product), lost);
        String pool = place(taker) + "/" + product + "/pool";
        if (!product.equals("heavy") && random.nextInt(3) == 0) {
            kinds.put(pool, NodeKind.POOL);
            ship(pool, taker, need - lost);
        } else {
            split(taker, product, need - lost);
        }
    }

    private void feedPool(String pool, String product) {
        double need = output.getOrDefault(pool, 0.0);
        taken.put(List.of(pool, product), need);
        split(pool, product, need);
    }

    private void split(String taker, String product, double need) {
        int suppliers = 1 + random.nextInt(places);
        double left = need;
        for (int i = 0; i < suppliers; i++) {
            double part = i == suppliers - 1 ? left : left * random.nextDouble();
            String key = PLACES.get((random.nextInt(places) + i) % places) + "/" + product;
            kinds.put(key, NodeKind.MAKER);
            ship(key, taker, part);
            left -= part;
        }
    }

    private void ship(String supplier, String buyer, double perYear) {
        arcs.merge(List.of(supplier, buyer), perYear, Double::sum);
        output.merge(supplier, perYear, Double::sum);
        if (kinds.get(supplier) == NodeKind.MAKER && random.nextInt(6) == 0) {
            sell(supplier, perYear * random.nextDouble());
        }
    }

    private SupplyNetwork rows() {
        NetworkBuilder builder = SupplyNetwork.builder(
                new NetworkId.Draft("test", "random", 2024, NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR));
        output.forEach((key, made) -> {
            builder.place(new Place(place(key), place(key), place(key)));
            builder.product(World.mineral(key.split("/")[1]));
            NodeRow row = NodeRow.of(
                    kinds.getOrDefault(key, NodeKind.MAKER), key, place(key), key.split("/")[1], Range.exactly(made));
            builder.node(random.nextInt(3) == 0 ? row.withCapacity(made * (1 + random.nextDouble())) : row);
        });
        taken.forEach((cell, perYear) -> {
            builder.cell(CellRow.of(cell.get(0), cell.get(1), perYear / output.getOrDefault(cell.get(0), 1.0))
                    .withUnknownOrigin(unknown.getOrDefault(cell, 0.0))
                    .withCriticality(criticality(cell.get(0))));
            if (random.nextInt(4) == 0) {
                builder.stock(StockRow.working(
                        cell.get(0),
                        cell.get(1),
                        Range.exactly(perYear * 0.2 * random.nextDouble()),
                        Flag.NONE,
                        List.of()));
            }
        });
        arcs.forEach((ends, perYear) -> builder.arc(arc(builder, ends, perYear)));
        finals.forEach((key, perYear) -> builder.demand(new DemandRow(
                (String) key.get(0),
                place((String) key.get(0)),
                (UseClass) key.get(1),
                Range.exactly(perYear),
                0,
                Flag.NONE,
                List.of())));
        return builder.build();
    }

    private Criticality criticality(String key) {
        if (kinds.get(key) == NodeKind.POOL || random.nextInt(3) > 0) {
            return Criticality.ESSENTIAL;
        }
        return random.nextBoolean() ? Criticality.IMPORTANT : Criticality.NON_ESSENTIAL;
    }

    private ArcRow arc(NetworkBuilder builder, List<String> ends, double perYear) {
        ArcRow row = ArcRow.of(ends.get(0), ends.get(1), Range.exactly(perYear));
        String from = place(ends.get(0));
        String to = place(ends.get(1));
        if (from.equals(to)) {
            return row;
        }
        int days = 1 + random.nextInt(40);
        String lane = LANES.get(random.nextInt(2));
        double detour = random.nextInt(4) == 0 ? Double.POSITIVE_INFINITY : 10 * random.nextDouble();
        Route route = new Route(
                from,
                to,
                ends.toString(),
                days,
                days,
                days,
                List.of(lane),
                List.of(new Route.Detour(lane, detour)),
                Flag.NONE);
        return row.over(random.nextBoolean() ? builder.route(route) : -1, days);
    }

    private static String place(String key) {
        return key.substring(0, 3);
    }

    /// Up to three actions of any kind on a network.
    static List<Action> actions(SupplyNetwork network, long seed) {
        Random random = new Random(seed * 31 + 7);
        List<Action> actions = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            action(network, random).ifPresent(actions::add);
            if (actions.size() > 0 && actions.getLast() instanceof Action.Leakage leakage) {
                actions.add(controlBehind(leakage, random));
            }
        }
        return actions.stream()
                .filter(action -> isKnown(network, actions, action))
                .toList();
    }

    private static Action controlBehind(Action.Leakage leakage, Random random) {
        int start = random.nextInt(50);
        return random.nextBoolean()
                ? new Action.ExportBan(leakage.targets(), start, start + 100, 0)
                : new Action.Quota(leakage.targets(), start, start + 100, 100 * random.nextDouble(), 30);
    }

    private static Optional<Action> action(SupplyNetwork network, Random random) {
        int start = random.nextInt(100);
        int end = start + 1 + random.nextInt(200);
        Set<String> products = random.nextBoolean() ? Set.of() : Set.of(anyProduct(network, random));
        Targets targets = new Targets(
                Set.of(anyPlace(network, random)),
                random.nextBoolean() ? Set.of() : Set.of(anyPlace(network, random)),
                products);
        return switch (random.nextInt(13)) {
            case 0 ->
                Optional.of(new Action.ExportBan(targets, start, end, random.nextBoolean() ? 0 : random.nextDouble()));
            case 1 ->
                Optional.of(new Action.LicenceRegime(
                        targets,
                        start,
                        end,
                        1 + 90 * random.nextDouble(),
                        List.of(
                                new Action.Approval(0, random.nextDouble()),
                                new Action.Approval(start + 50, random.nextDouble())),
                        random.nextBoolean() ? 1 : random.nextDouble(),
                        random.nextDouble(),
                        1 + 30 * random.nextDouble(),
                        random.nextBoolean() ? Double.POSITIVE_INFINITY : 3 * random.nextDouble()));
            case 2 ->
                Optional.of(new Action.Outage(
                        targets.from(),
                        products,
                        start,
                        end,
                        random.nextDouble(),
                        100 * random.nextDouble(),
                        Action.Recovery.values()[random.nextInt(2)]));
            case 3 ->
                network.routes().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Action.LaneClosure(
                                network.routes().getFirst().lanes().getFirst(),
                                start,
                                end,
                                random.nextBoolean() ? Optional.empty() : Optional.of(20 * random.nextDouble()),
                                Action.UnderWay.values()[random.nextInt(3)],
                                30 * random.nextDouble()));
            case 4 ->
                Optional.of(new Action.DemandSurge(
                        Set.of(), products, start, end, -0.5 + 1.5 * random.nextDouble(), 50 * random.nextDouble()));
            case 5 ->
                Optional.of(new Action.StockRelease(
                        anyPlace(network, random),
                        anyProduct(network, random),
                        200 * random.nextDouble(),
                        2 * random.nextDouble(),
                        trigger(random, true),
                        60 * random.nextDouble(),
                        random.nextInt(30)));
            default -> response(network, random, targets, start, end);
        };
    }

    private static Trigger trigger(Random random, boolean cover) {
        return switch (random.nextInt(cover ? 3 : 2)) {
            case 0 -> new Trigger.Day(random.nextInt(100));
            case 1 -> new Trigger.SpotAbove(1 + random.nextDouble() / 4, 1 + random.nextInt(10));
            default -> new Trigger.CoverBelow(30 * random.nextDouble());
        };
    }

    /// Answers of buyers and makers; a leak comes around whatever controls the other actions bring.
    private static Optional<Action> response(
            SupplyNetwork network, Random random, Targets targets, int start, int end) {
        return switch (random.nextInt(8)) {
            case 0 ->
                Optional.of(new Action.Quota(targets, start, end, 500 * random.nextDouble(), 1 + random.nextInt(90)));
            case 1 -> Optional.of(new Action.Rush(targets, start, end, random.nextDouble()));
            case 2 ->
                Optional.of(new Action.Hoarding(
                        targets.to(),
                        targets.products(),
                        start,
                        end,
                        60 * random.nextDouble(),
                        random.nextBoolean() ? 0 : 50 * random.nextDouble()));
            case 3 ->
                Optional.of(new Action.Leakage(
                        targets,
                        new TreeSet<>(List.of(anyPlace(network, random), anyPlace(network, random))),
                        0,
                        end,
                        random.nextDouble(),
                        random.nextDouble(),
                        20 * random.nextDouble(),
                        50 * random.nextDouble()));
            case 4 -> newSupplier(network, random);
            case 5 ->
                Optional.of(new Action.Substitution(
                        targets.to(), targets.products(), start, random.nextDouble(), 1 + 100 * random.nextDouble()));
            case 6 ->
                Optional.of(new Action.Recycling(
                        Set.of(),
                        Set.of(anyProduct(network, random)),
                        start,
                        random.nextDouble(),
                        1 + 50 * random.nextDouble(),
                        1 + random.nextDouble()));
            default -> {
                int node = random.nextInt(network.nodes().size());
                yield network.nodes().kind(node) == NodeKind.POOL
                        ? Optional.empty()
                        : Optional.of(new Action.Restart(
                                network.placeOf(node),
                                random.nextBoolean()
                                        ? network.nodes().key(node)
                                        : network.productOf(node).id(),
                                network.nodes().output(node) * random.nextDouble(),
                                trigger(random, false),
                                random.nextInt(60),
                                100 * random.nextDouble()));
            }
        };
    }

    private static Optional<Action> newSupplier(SupplyNetwork network, Random random) {
        String from = anyPlace(network, random);
        String to = anyPlace(network, random);
        if (from.equals(to)) {
            return Optional.empty();
        }
        Action.NewSupplier action = new Action.NewSupplier(
                from,
                to,
                anyProduct(network, random),
                1000 * random.nextDouble(),
                random.nextBoolean() ? 0 : 100 * random.nextDouble(),
                trigger(random, true),
                random.nextBoolean() ? Optional.empty() : Optional.of(1 + random.nextInt(60)));
        return Optional.of(action);
    }

    /// True if the network has what an action names; a leak must not pass through a place that is cut off itself.
    private static boolean isKnown(SupplyNetwork network, List<Action> all, Action action) {
        List<Action> tried = new ArrayList<>(all);
        tried.removeIf(other -> other instanceof Action.Leakage || other instanceof Action.NewSupplier);
        tried.add(action);
        try {
            Names.require(network, tried);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String anyPlace(SupplyNetwork network, Random random) {
        return network.places().get(random.nextInt(network.places().size())).code();
    }

    private static String anyProduct(SupplyNetwork network, Random random) {
        return network.products().get(random.nextInt(network.products().size())).id();
    }

    /// Assumptions anywhere in their ranges, with any rules but the legacy order signal.
    static Assumptions assumptions(long seed) {
        Random random = new Random(seed * 17 + 3);
        Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            values.put(parameter, parameter.low() + (parameter.high() - parameter.low()) * random.nextDouble());
        }
        Map<UseClass, Double> guarantees =
                random.nextBoolean() ? Map.of() : Map.of(UseClass.HOUSEHOLD, random.nextDouble());
        return Assumptions.MINERALS
                .with(values)
                .with(
                        RationingRule.values()[random.nextInt(4)],
                        OrderSignal.values()[random.nextInt(2)],
                        OpenRule.values()[random.nextInt(2)],
                        PriceMarket.values()[random.nextInt(2)],
                        guarantees);
    }

    /// A scenario of a seed: any actions under any assumptions.
    public static Scenario scenario(SupplyNetwork network, long seed) {
        return new Scenario("random " + seed, LocalDate.of(2026, 1, 1), assumptions(seed), actions(network, seed));
    }

    /// Names of all products of a network, to check that worlds differ.
    static Set<String> products(SupplyNetwork network) {
        Set<String> names = new LinkedHashSet<>();
        network.products().forEach(product -> names.add(product.id()));
        return names;
    }
}
