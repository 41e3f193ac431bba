package org.monazite.app.verify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.StreamSupport;
import org.monazite.shock.Action;
import org.monazite.shock.Assumptions;
import org.monazite.shock.DayView;
import org.monazite.shock.OpenRule;
import org.monazite.shock.OrderSignal;
import org.monazite.shock.Parameter;
import org.monazite.shock.PriceMarket;
import org.monazite.shock.RationingRule;
import org.monazite.shock.Scenario;
import org.monazite.shock.Simulation;
import org.monazite.shock.Targets;
import org.monazite.supply.ArcRow;
import org.monazite.supply.Basis;
import org.monazite.supply.CellRow;
import org.monazite.supply.DemandRow;
import org.monazite.supply.Flag;
import org.monazite.supply.Material;
import org.monazite.supply.NetworkBuilder;
import org.monazite.supply.NetworkId;
import org.monazite.supply.NodeKind;
import org.monazite.supply.NodeRow;
import org.monazite.supply.Place;
import org.monazite.supply.Product;
import org.monazite.supply.Range;
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;
import org.monazite.supply.Unit;
import org.monazite.supply.UseClass;
import tools.jackson.databind.JsonNode;

/// Recorded trajectories of the daily engine: cases/shock/engine. Deviations relative to the baseline of each
/// column, or to its largest value where the baseline is zero.
public final class EngineCases {

    private static final double TOLERANCE = 1e-8;

    private EngineCases() {}

    /// Plays one case and compares every recorded column.
    public static Outcome check(CaseFolder folder) {
        JsonNode spec = folder.json("case.json");
        SupplyNetwork network = network(folder.at(spec.path("network").asString()));
        Scenario scenario = new Scenario(
                folder.name(), LocalDate.of(2025, 1, 1), assumptions(spec.path("parameters")), actions(spec));
        List<Map<String, String>> recorded = folder.csv("trajectory.csv");
        Map<String, ToDoubleFunction<DayView>> columns = new LinkedHashMap<>();
        for (String column : recorded.getFirst().keySet()) {
            if (!column.equals("step")) {
                columns.put(column, reader(network, column));
            }
        }
        Map<String, Double> scale = scales(columns.keySet(), recorded);
        Worst worst = new Worst();
        Simulation.of(network).daily(scenario, spec.path("steps").asInt(), (day, view) -> {
            if (day < recorded.size()) {
                columns.forEach((column, reader) -> {
                    double theirs = Double.parseDouble(
                            Objects.requireNonNull(recorded.get(day).get(column)));
                    double ours = reader.applyAsDouble(view);
                    worst.see(
                            Math.abs(ours - theirs) / Objects.requireNonNull(scale.get(column)),
                            "step %d %s".formatted(day, column));
                });
            }
        });
        return new Outcome("engine", folder.name(), worst.deviation(), TOLERANCE, worst.where());
    }

    private static Map<String, Double> scales(Set<String> columns, List<Map<String, String>> recorded) {
        Map<String, Double> scales = new LinkedHashMap<>();
        for (String column : columns) {
            double first = Math.abs(Double.parseDouble(
                    Objects.requireNonNull(recorded.getFirst().get(column))));
            double most = recorded.stream()
                    .mapToDouble(row -> Math.abs(Double.parseDouble(Objects.requireNonNull(row.get(column)))))
                    .max()
                    .orElse(1);
            scales.put(column, first > 0 ? first : most > 0 ? most : 1);
        }
        return scales;
    }

    private static ToDoubleFunction<DayView> reader(SupplyNetwork network, String column) {
        String key = column.substring(column.indexOf(':') + 1);
        return switch (column.substring(0, column.indexOf(':'))) {
            case "X" -> {
                int node = node(network, key);
                yield view -> view.made(node);
            }
            case "S" -> {
                String[] parts = key.split("<-", 2);
                int node = node(network, parts[0]);
                int product = network.findProduct(parts[1]).orElseThrow();
                yield view -> view.stock(node, product);
            }
            case "p" -> spot(network, key);
            case "ship" -> {
                String[] parts = key.split(">", 2);
                int arc = arc(network, node(network, parts[0]), node(network, parts[1]));
                yield view -> view.shipped(arc);
            }
            case "sold" -> {
                String[] parts = key.split("[>/]", 3);
                int node = node(network, parts[0]);
                int place = network.findPlace(place(parts[1])).orElseThrow();
                UseClass useClass = UseClass.valueOf(parts[2].toUpperCase(Locale.ROOT));
                yield view -> view.sold(node, place, useClass);
            }
            default -> throw new CaseException(column, "no such column is known");
        };
    }

    private static ToDoubleFunction<DayView> spot(SupplyNetwork network, String key) {
        if (!key.contains("@")) {
            int node = node(network, key);
            return view -> Double.isNaN(view.spotOf(node)) ? 1 : view.spotOf(node);
        }
        String[] parts = key.split("@", 2);
        int product = network.findProduct(parts[0]).orElseThrow();
        int place = network.findPlace(place(parts[1])).orElseThrow();
        return view -> view.spotAt(product, place);
    }

    private static int node(SupplyNetwork network, String key) {
        return network.nodes().find(key).orElseThrow(() -> new CaseException(key, "the case has no such node"));
    }

    private static int arc(SupplyNetwork network, int supplier, int buyer) {
        for (int arc = network.arcs().first(supplier); arc < network.arcs().first(supplier + 1); arc++) {
            if (network.arcs().buyer(arc) == buyer) {
                return arc;
            }
        }
        throw new CaseException(
                network.nodes().key(supplier),
                "it does not supply " + network.nodes().key(buyer));
    }

    /// Places of the cases have one letter; codes of ours have two or more.
    private static String place(String letter) {
        return letter + letter;
    }

    private static SupplyNetwork network(CaseFolder folder) {
        NetworkBuilder builder = SupplyNetwork.builder(
                new NetworkId.Draft("case", folder.name(), 2025, NetworkId.Grain.PLANT, Unit.TONNES_PER_YEAR));
        Map<String, Double> output = new LinkedHashMap<>();
        Map<String, String> product = new LinkedHashMap<>();
        Set<String> places = new LinkedHashSet<>();
        for (Map<String, String> row : folder.csv("nodes.csv")) {
            output.put(get(row, "node"), 0.0);
            product.put(get(row, "node"), get(row, "product"));
            places.add(place(get(row, "place")));
        }
        List<Map<String, String>> links = folder.csv("links.csv");
        List<Map<String, String>> finals = folder.csv("final.csv");
        Map<List<String>, Double> inputs = new LinkedHashMap<>();
        for (Map<String, String> row : links) {
            double flow = Double.parseDouble(get(row, "flow_per_year"));
            output.merge(get(row, "supplier"), flow, Double::sum);
            inputs.merge(
                    List.of(get(row, "buyer"), Objects.requireNonNull(product.get(get(row, "supplier")))),
                    flow,
                    Double::sum);
        }
        finals.forEach(
                row -> output.merge(get(row, "node"), Double.parseDouble(get(row, "flow_per_year")), Double::sum));
        places.forEach(code -> builder.place(new Place(code, code, code)));
        new HashSet<>(product.values())
                .forEach(id -> builder.product(
                        new Product.Mineral(id, new Material("m", "M", "m", "m"), Stage.MINE, new Basis("t"), id, id)));
        output.forEach((key, made) -> builder.node(NodeRow.of(
                NodeKind.MAKER,
                key,
                place(key.substring(0, key.indexOf('|'))),
                Objects.requireNonNull(product.get(key)),
                Range.exactly(made))));
        inputs.forEach((cell, flow) -> builder.cell(
                CellRow.of(cell.get(0), cell.get(1), flow / Objects.requireNonNull(output.get(cell.get(0))))));
        links.forEach(row -> builder.arc(ArcRow.of(
                        get(row, "supplier"),
                        get(row, "buyer"),
                        Range.exactly(Double.parseDouble(get(row, "flow_per_year"))))
                .over(-1, Integer.parseInt(get(row, "lag_days")))));
        finals.forEach(row -> builder.demand(demand(row)));
        return builder.build();
    }

    private static DemandRow demand(Map<String, String> row) {
        return new DemandRow(
                get(row, "node"),
                place(get(row, "place")),
                UseClass.valueOf(get(row, "class").toUpperCase(Locale.ROOT)),
                Range.exactly(Double.parseDouble(get(row, "flow_per_year"))),
                0,
                Flag.NONE,
                List.of());
    }

    private static String get(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), () -> "The case has no column " + column);
    }

    private static final Map<String, Parameter> NAMES = Map.ofEntries(
            Map.entry("n", Parameter.STOCK_DAYS),
            Map.entry("tau", Parameter.REFILL_DAYS),
            Map.entry("kappa", Parameter.SPARE),
            Map.entry("alphaMax", Parameter.OVERTIME),
            Map.entry("tauAlpha", Parameter.OVERTIME_DAYS),
            Map.entry("tauX", Parameter.DEMAND_DAYS),
            Map.entry("xMax", Parameter.DEMAND_MOST),
            Map.entry("tauR", Parameter.MEMORY_DAYS),
            Map.entry("rMin", Parameter.MEMORY_LEAST),
            Map.entry("gamma", Parameter.MEMORY_POWER),
            Map.entry("h", Parameter.CAPACITY_POWER),
            Map.entry("omax", Parameter.ORDER_MOST),
            Map.entry("epsD", Parameter.DEMAND_ELASTICITY),
            Map.entry("lam", Parameter.PRICE_SPEED),
            Map.entry("rho", Parameter.PRICE_RETURN),
            Map.entry("pMax", Parameter.PRICE_MOST),
            Map.entry("contract", Parameter.CONTRACT_SHARE),
            Map.entry("tauC", Parameter.CONTRACT_DAYS),
            Map.entry("sigmaMax", Parameter.THRIFT_MOST),
            Map.entry("tauSub", Parameter.THRIFT_DAYS));

    private static Assumptions assumptions(JsonNode parameters) {
        Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
        values.put(Parameter.RELATION_MOST, Parameter.RELATION_MOST.most()); // the recorded engine has no such cap
        NAMES.forEach((name, parameter) -> {
            if (parameters.has(name)) {
                values.put(parameter, parameters.path(name).asDouble());
            }
        });
        Map<UseClass, Double> guarantees = new EnumMap<>(UseClass.class);
        parameters
                .path("guarantee")
                .properties()
                .forEach(entry -> guarantees.put(
                        UseClass.valueOf(entry.getKey().toUpperCase(Locale.ROOT)),
                        entry.getValue().asDouble()));
        return Assumptions.MINERALS
                .with(values)
                .with(
                        RationingRule.valueOf(constant(parameters.path("ration").asString("proportional"))),
                        OrderSignal.valueOf(
                                constant(parameters.path("orderSignal").asString("smoothed"))),
                        OpenRule.valueOf(constant(parameters.path("openRule").asString("ban"))),
                        PriceMarket.valueOf(
                                constant(parameters.path("priceMarket").asString("destination"))),
                        guarantees);
    }

    private static String constant(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static List<Action> actions(JsonNode spec) {
        List<Action> actions = new ArrayList<>();
        spec.path("events").forEach(event -> actions.add(action(event)));
        return actions;
    }

    private static Action action(JsonNode event) {
        int start = event.path("start").asInt(0);
        int end = event.path("end").asInt(Integer.MAX_VALUE);
        return switch (event.path("type").asString()) {
            case "ban" ->
                new Action.ExportBan(
                        targets(event), start, end, event.path("allowed").asDouble(0));
            case "licence" ->
                new Action.LicenceRegime(
                        targets(event),
                        start,
                        end,
                        event.path("delay").asDouble(),
                        approvals(event.path("approval")),
                        event.path("controlled").asDouble(1),
                        event.path("spill").asDouble(0.5),
                        event.path("spillDelay").asDouble(20),
                        event.path("cap").asDouble(Double.POSITIVE_INFINITY));
            case "outage" ->
                new Action.Outage(
                        codes(event.path("place")),
                        names(event.path("product")),
                        start,
                        end,
                        event.path("loss").asDouble(),
                        event.path("recovery").asDouble(0));
            case "surge" ->
                new Action.DemandSurge(
                        codes(event.path("place")),
                        names(event.path("product")),
                        start,
                        end,
                        event.path("growth").asDouble(),
                        event.path("ramp").asDouble(0));
            case "release" ->
                new Action.StockRelease(
                        place(event.path("place").asString()),
                        event.path("product").asString(),
                        event.path("tonnes").asDouble(),
                        event.path("rate").asDouble(),
                        event.path("coverBelow").asDouble(),
                        event.path("coverStop").asDouble(),
                        event.path("lead").asInt());
            case String other -> throw new CaseException(other, "this kind of event is not known");
        };
    }

    private static List<Action.Approval> approvals(JsonNode approval) {
        return StreamSupport.stream(approval.spliterator(), false)
                .map(each ->
                        new Action.Approval(each.get(0).asInt(), each.get(1).asDouble()))
                .toList();
    }

    private static Targets targets(JsonNode event) {
        return new Targets(codes(event.path("from")), codes(event.path("to")), names(event.path("products")));
    }

    private static Set<String> codes(JsonNode places) {
        Set<String> codes = new LinkedHashSet<>();
        names(places).forEach(letter -> codes.add(place(letter)));
        return codes;
    }

    private static Set<String> names(JsonNode values) {
        Set<String> names = new LinkedHashSet<>();
        if (values.isArray()) {
            values.forEach(value -> names.add(value.asString()));
        } else if (!values.isMissingNode() && !List.of("all", "*").contains(values.asString())) {
            names.add(values.asString());
        }
        return names;
    }
}
