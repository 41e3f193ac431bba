package org.monazite.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.shock.Assumptions;
import org.monazite.supply.ArcRow;
import org.monazite.supply.Basis;
import org.monazite.supply.CellRow;
import org.monazite.supply.Citation;
import org.monazite.supply.DemandRow;
import org.monazite.supply.Flag;
import org.monazite.supply.Material;
import org.monazite.supply.NetworkBuilder;
import org.monazite.supply.NetworkId;
import org.monazite.supply.NodeKind;
import org.monazite.supply.NodeRow;
import org.monazite.supply.Place;
import org.monazite.supply.Price;
import org.monazite.supply.Product;
import org.monazite.supply.Range;
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;
import org.monazite.supply.Unit;
import org.monazite.supply.UseClass;

/// A world in which groups of partners differ in right-hand sides alone: one product, all of it from China,
/// nothing that stands elsewhere. What a partner brings is its needs, its budget and what could be built in
/// its place.
final class OwenWorld {

    private static final Citation SOURCE = new Citation("f-1", "TEST", "line 1", "made up");
    private static final Map<String, Double> USERS =
            new TreeMap<>(Map.of("CHN", 9000.0, "DEU", 1500.0, "JPN", 3000.0, "USA", 1200.0));

    private OwenWorld() {}

    private static SupplyNetwork network() {
        NetworkBuilder builder = SupplyNetwork.builder(
                new NetworkId.Draft("test", "magnets", 2024, NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR));
        Material light = new Material("a", "A", "Light", "軽");
        builder.product(
                new Product.Mineral("a.magnet", light, Stage.COMPONENT, new Basis("t"), "a.magnet", "a.magnet"));
        builder.product(new Product.Mineral("a.use", light, Stage.ENDUSE, new Basis("t"), "a.use", "a.use"));
        double all = 0;
        for (var user : USERS.entrySet()) {
            String place = user.getKey();
            double tonnes = user.getValue();
            String key = place + "/a.use/all";
            builder.place(new Place(place, place, place));
            builder.node(NodeRow.of(NodeKind.USE, key, place, "a.use", Range.exactly(tonnes))
                    .withValueAdded(Range.exactly(1e7)));
            builder.demand(
                    new DemandRow(key, place, UseClass.INDUSTRY, Range.exactly(tonnes), 1e7, Flag.NONE, List.of()));
            builder.cell(CellRow.of(key, "a.magnet", 1));
            builder.arc(ArcRow.of("CHN/a.magnet", key, Range.exactly(tonnes)));
            all += tonnes;
        }
        builder.node(NodeRow.of(NodeKind.MAKER, "CHN/a.magnet", "CHN", "a.magnet", Range.exactly(all)));
        return builder.build();
    }

    /// @param capital of the works in the United States, M USD
    static PlanInput input(double capital) {
        return new PlanInput(
                network(),
                List.of(SmallWorld.project("usa.works", "USA", "a.magnet", Stage.COMPONENT, 4000, 2026, capital)),
                List.of(SmallWorld.option(
                        "stock.magnet", "stockpile", List.of("DEU", "JPN", "USA"), "a.magnet", 400, 80_000)),
                List.of(new Price("a.magnet", "2025", 60_000.0, "market", false, Flag.NONE, SOURCE)),
                List.of(),
                List.of(),
                List.of(),
                Map.of("a.magnet", 0.05),
                Assumptions.MINERALS);
    }

    /// No targets: what a group bears is money alone.
    static PlanSpec spec(double budgetUsd) {
        PlanSpec one = PlanSpec.of(List.of("DEU", "JPN", "USA"), "CHN", budgetUsd);
        return new PlanSpec(
                one.name(),
                one.partners(),
                one.against(),
                one.budgetUsd(),
                one.asOfYear(),
                one.targetYear(),
                one.lastYear(),
                one.banQuarters(),
                new PlanSpec.Targets(1, 1, 1),
                one.discountRate(),
                one.tail(),
                one.genericPart(),
                one.include(),
                one.exclude(),
                one.timeLimitSeconds(),
                one.rules().with(new StockRules(0.5, 1, new TreeSet<>()))); // enough for all to buy
    }
}
