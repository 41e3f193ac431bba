package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
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
import org.monazite.supply.Route;
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;
import org.monazite.supply.Unit;
import org.monazite.supply.UseClass;

/// A world small enough to see: four places, oxide, a heavy oxide, metal, magnets, users. China makes
/// nearly all.
final class SmallWorld {

    private static final Citation SOURCE = new Citation("f-1", "TEST", "line 1", "made up");

    /// Who ships how many tonnes a year to whom.
    private static final String FLOWS = """
            CHN/a.oxide CHN/a.metal 8000
            CHN/a.oxide JPN/a.metal 400
            AUS/a.oxide JPN/a.metal 600
            AUS/a.oxide CHN/a.metal 400
            CHN/a.metal CHN/a.magnet 6000
            CHN/a.metal JPN/a.magnet 600
            CHN/a.metal USA/a.magnet 100
            JPN/a.metal JPN/a.magnet 800
            CHN/h.oxide CHN/a.magnet 200
            CHN/h.oxide JPN/a.magnet 50
            CHN/h.oxide USA/a.magnet 4
            CHN/a.magnet CHN/a.use/all 15000
            CHN/a.magnet JPN/a.use/cars 1000
            CHN/a.magnet USA/a.use/cars 3000
            JPN/a.magnet JPN/a.use/cars 3500
            JPN/a.magnet USA/a.use/cars 500
            USA/a.magnet USA/a.use/cars 300
            """;

    private SmallWorld() {}

    static SupplyNetwork network() {
        return network(List.of());
    }

    /// The same with routes between places.
    static SupplyNetwork network(List<Route> routes) {
        NetworkBuilder builder = SupplyNetwork.builder(
                new NetworkId.Draft("test", "magnets", 2024, NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR));
        places(builder);
        products(builder);
        TreeMap<String, Integer> ways = new TreeMap<>();
        routes.forEach(route -> ways.put(route.from() + route.to(), builder.route(route)));
        TreeMap<String, Double> output = new TreeMap<>();
        TreeMap<String, Double> taken = new TreeMap<>();
        for (String line : FLOWS.lines().toList()) {
            String[] words = line.strip().split(" ");
            double tonnes = Double.parseDouble(words[2]);
            output.merge(words[0], tonnes, Double::sum);
            taken.merge(words[1] + "|" + productOf(words[0]), tonnes, Double::sum);
            ArcRow arc = ArcRow.of(words[0], words[1], Range.exactly(tonnes));
            String way = words[0].substring(0, 3) + words[1].substring(0, 3);
            builder.arc(ways.containsKey(way) ? arc.over(ways.get(way), 10) : arc);
        }
        taken.forEach((cell, tonnes) -> {
            String node = cell.substring(0, cell.indexOf('|'));
            if (node.contains(".use")) {
                output.merge(node, tonnes, Double::sum);
            }
        });
        output.forEach((node, tonnes) -> node(builder, node, tonnes));
        taken.forEach((cell, tonnes) -> {
            String node = cell.substring(0, cell.indexOf('|'));
            String product = cell.substring(cell.indexOf('|') + 1);
            boolean heavy = product.equals("h.oxide");
            builder.cell(CellRow.of(node, product, tonnes / output.getOrDefault(node, 1.0))
                    .withCriticality(heavy ? Criticality.IMPORTANT : Criticality.ESSENTIAL));
        });
        return builder.build();
    }

    private static void places(NetworkBuilder builder) {
        builder.place(new Place("CHN", "China", "中国"));
        builder.place(new Place("JPN", "Japan", "日本"));
        builder.place(new Place("USA", "United States", "米国"));
        builder.place(new Place("AUS", "Australia", "オーストラリア"));
    }

    private static void products(NetworkBuilder builder) {
        Material light = new Material("a", "A", "Light", "軽");
        Material heavy = new Material("h", "H", "Heavy", "重");
        builder.product(mineral("a.oxide", light, Stage.REFINED));
        builder.product(mineral("h.oxide", heavy, Stage.REFINED));
        builder.product(mineral("a.metal", light, Stage.METAL));
        builder.product(mineral("a.magnet", light, Stage.COMPONENT));
        builder.product(mineral("a.use", light, Stage.ENDUSE));
    }

    private static Product.Mineral mineral(String id, Material material, Stage stage) {
        return new Product.Mineral(id, material, stage, new Basis("t"), id, id);
    }

    private static String productOf(String node) {
        return node.split("/")[1];
    }

    private static void node(NetworkBuilder builder, String key, double tonnes) {
        boolean use = key.contains(".use");
        String place = key.substring(0, 3);
        NodeRow row =
                NodeRow.of(use ? NodeKind.USE : NodeKind.MAKER, key, place, productOf(key), Range.exactly(tonnes));
        builder.node(use ? row.withValueAdded(Range.exactly(1e7)) : row);
        if (use) {
            builder.demand(
                    new DemandRow(key, place, UseClass.INDUSTRY, Range.exactly(tonnes), 1e7, Flag.NONE, List.of()));
        }
    }

    static Project project(
            String id, String place, String product, Stage stage, double tonnes, int start, double capex) {
        return new Project(
                id,
                id,
                "somebody",
                place,
                stage,
                product,
                OptionalDouble.of(tonnes),
                "t/yr",
                Project.Status.PLANNED,
                new Project.Start(OptionalInt.of(start), OptionalInt.of(start), OptionalInt.of(start)),
                OptionalDouble.of(capex),
                OptionalDouble.empty(),
                "",
                List.of(),
                List.of(),
                Flag.ESTIMATE,
                List.of(SOURCE));
    }

    static PlanOption option(String id, String kind, List<String> places, String product, double module, double usd) {
        boolean stock = kind.equals("stockpile");
        return new PlanOption(
                id,
                kind,
                id,
                id,
                places,
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

    static List<Project> projects() {
        return List.of(
                project("aus.oxide", "AUS", "a.oxide", Stage.REFINED, 900, 2026, 120),
                project("aus.heavy", "AUS", "h.oxide", Stage.REFINED, 60, 2026, 90),
                project("usa.metal", "USA", "a.metal", Stage.METAL, 500, 2027, 60),
                project("usa.magnet", "USA", "a.magnet", Stage.COMPONENT, 2500, 2027, 200),
                project("usa.late", "USA", "a.magnet", Stage.COMPONENT, 2500, 2035, 100));
    }

    static List<PlanOption> options() {
        return List.of(
                option("met.module", "metal", List.of("JPN", "USA"), "a.metal", 200, 46_000),
                option("stock.magnet", "stockpile", List.of("JPN", "USA"), "a.magnet", 200, 80_000));
    }

    static PlanInput input(List<Project> projects, List<PlanOption> options) {
        List<Price> prices = new ArrayList<>();
        Map.of("a.oxide", 60_000.0, "h.oxide", 250_000.0, "a.metal", 75_000.0, "a.magnet", 60_000.0)
                .forEach((product, usd) ->
                        prices.add(new Price(product, "2025", usd, "market", false, Flag.NONE, SOURCE)));
        return new PlanInput(
                network(),
                projects,
                options,
                prices,
                List.of(),
                List.of(),
                List.of(),
                Map.of("a.magnet", 0.05),
                Assumptions.MINERALS);
    }

    static PlanInput input() {
        return input(projects(), options());
    }

    static PlanSpec spec(double budgetUsd) {
        return PlanSpec.of(List.of("JPN", "USA"), "CHN", budgetUsd);
    }

    static PlanSpec spec(double budgetUsd, PlanSpec.Targets targets, List<String> include, List<String> exclude) {
        return spec(budgetUsd).with(targets).with(include, exclude);
    }
}
