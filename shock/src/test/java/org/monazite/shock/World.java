package org.monazite.shock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.monazite.supply.ArcRow;
import org.monazite.supply.Basis;
import org.monazite.supply.CellRow;
import org.monazite.supply.Criticality;
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
import org.monazite.supply.Route;
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;
import org.monazite.supply.Unit;
import org.monazite.supply.UseClass;

/// A world written as text, one node a line:
///
///     CHN/oxide [capacity 500] -> JPN/magnet 365 @5 via LN-TWS+3, industry 100
///     JPN/magnet [site 1, important oxide] -> household 365
///
/// A target is another node, with tonnes a year, days under way and lanes (`+3` the detour in days, `+closed`
/// for none), or a class of final demand at the place itself. What a node makes is the sum of what it sends and
/// sells; what it takes per unit follows from what it gets. A key that ends in `/pool` is a pool, a product named
/// `use` a using sector. `route CHN JPN 5 LN-LOM` is a further route of a pair, in days.
public final class World {

    private static final Material ND = new Material("nd", "Nd", "Neodymium", "ネオジム");
    private static final Map<String, Stage> STAGES = Map.of(
            "ore", Stage.MINE,
            "heavy", Stage.MIXED,
            "oxide", Stage.REFINED,
            "metal", Stage.METAL,
            "alloy", Stage.ALLOY,
            "magnet", Stage.COMPONENT,
            "use", Stage.ENDUSE,
            "swarf", Stage.SCRAP);

    private final NetworkBuilder builder = SupplyNetwork.builder(
            new NetworkId.Draft("test", "world", 2024, NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR));
    private final Map<String, Double> output = new LinkedHashMap<>();
    private final Map<String, List<String>> attributes = new LinkedHashMap<>();
    private final Map<List<String>, Double> taken = new LinkedHashMap<>();

    private World() {}

    /// Builds the world of a text.
    public static SupplyNetwork of(String text) {
        World world = new World();
        text.lines().filter(line -> !line.isBlank()).forEach(world::read);
        return world.build();
    }

    private void read(String line) {
        if (line.startsWith("route ")) {
            String[] words = line.split("\\s+");
            int days = Integer.parseInt(words[3]);
            List<String> lanes = List.of(words).subList(4, words.length);
            builder.route(new Route(words[1], words[2], "other", days, days, days, lanes, List.of(), Flag.NONE));
            return;
        }
        String[] sides = line.split("->");
        String key = sides[0].replaceAll("\\[.*]", "").strip();
        List<String> words = new ArrayList<>();
        if (sides[0].contains("[")) {
            words.addAll(List.of(sides[0].replaceAll(".*\\[|].*", "").strip().split("\\s*,\\s*")));
        }
        attributes.put(key, words);
        output.putIfAbsent(key, 0.0);
        for (String target : sides[1].split(",")) {
            send(key, target.strip().split("\\s+"));
        }
    }

    private void send(String key, String[] words) {
        double tonnes = Double.parseDouble(words[1]);
        output.merge(key, tonnes, Double::sum);
        if (!words[0].contains("/")) {
            builder.demand(new DemandRow(
                    key,
                    place(key),
                    UseClass.valueOf(words[0].toUpperCase(Locale.ROOT)),
                    Range.exactly(tonnes),
                    0,
                    Flag.NONE,
                    List.of()));
            return;
        }
        taken.merge(List.of(words[0], product(key)), tonnes, Double::sum);
        ArcRow arc = ArcRow.of(key, words[0], Range.exactly(tonnes));
        if (words.length > 2) {
            int days = Integer.parseInt(words[2].substring(1));
            arc = arc.over(words.length > 4 ? route(place(key), place(words[0]), days, words) : -1, days);
        }
        builder.arc(arc);
    }

    private int route(String from, String to, int days, String[] words) {
        List<String> lanes = new ArrayList<>();
        List<Route.Detour> detours = new ArrayList<>();
        for (String word : List.of(words).subList(4, words.length)) {
            String[] parts = word.split("\\+");
            lanes.add(parts[0]);
            if (parts.length > 1) {
                detours.add(new Route.Detour(
                        parts[0], parts[1].equals("closed") ? Double.POSITIVE_INFINITY : Double.parseDouble(parts[1])));
            }
        }
        return builder.route(new Route(from, to, "direct", days, days, days, lanes, detours, Flag.NONE));
    }

    private SupplyNetwork build() {
        output.forEach((key, made) -> {
            builder.place(new Place(place(key), place(key), place(key)));
            builder.product(mineral(product(key)));
            builder.node(node(key, made));
        });
        taken.forEach((cell, tonnes) -> {
            String key = cell.get(0);
            double made = output.getOrDefault(key, 0.0);
            CellRow row = CellRow.of(key, cell.get(1), tonnes / made);
            boolean important = attributes.getOrDefault(key, List.of()).contains("important " + cell.get(1));
            builder.cell(important ? row.withCriticality(Criticality.IMPORTANT) : row);
        });
        return builder.build();
    }

    private NodeRow node(String key, double made) {
        NodeKind kind =
                key.endsWith("/pool") ? NodeKind.POOL : product(key).equals("use") ? NodeKind.USE : NodeKind.MAKER;
        NodeRow row = NodeRow.of(kind, key, place(key), product(key), Range.exactly(made));
        for (String word : attributes.getOrDefault(key, List.of())) {
            String[] parts = word.split(" ");
            row = switch (parts[0]) {
                case "capacity" -> row.withCapacity(Double.parseDouble(parts[1]));
                case "site" -> row.atSite(Integer.parseInt(parts[1]));
                case "value" -> row.withValueAdded(Range.exactly(Double.parseDouble(parts[1])));
                default -> row;
            };
        }
        return row;
    }

    static Product mineral(String id) {
        Stage stage = STAGES.get(id);
        if (stage == null) {
            throw new IllegalArgumentException("No stage for " + id);
        }
        return new Product.Mineral(id, ND, stage, new Basis("t " + id), id, id);
    }

    private static String place(String key) {
        return key.split("/")[0];
    }

    private static String product(String key) {
        return key.split("/")[1];
    }
}
