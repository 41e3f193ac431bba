package org.monazite.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.monazite.shock.Action;
import org.monazite.shock.Assumptions;
import org.monazite.shock.Run;
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
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A year of the engine for mineral chains on a chain of 60 works: four stages at fifteen places, each
/// buying from three, with a ban by one place.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class MineralDays {

    private static final List<Stage> STAGES = List.of(Stage.MINE, Stage.REFINED, Stage.METAL, Stage.COMPONENT);
    private static final int PLACES = 15;
    private static final double SOLD = 300;

    private SupplyNetwork network;
    private Scenario scenario;

    /// For the harness.
    @SuppressWarnings("NullAway.Init")
    public MineralDays() {}

    /// Builds the chain.
    @Setup(Level.Trial)
    public void prepare() {
        network = chain();
        scenario = ban();
    }

    /// Four stages at fifteen places.
    static SupplyNetwork chain() {
        NetworkBuilder builder = SupplyNetwork.builder(
                new NetworkId.Draft("bench", "chain", 2024, NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR));
        Material material = new Material("nd", "Nd", "Neodymium", "ネオジム");
        for (int place = 0; place < PLACES; place++) {
            builder.place(new Place("P" + place, "P" + place, "P" + place));
        }
        for (int stage = 0; stage < STAGES.size(); stage++) {
            String id = "s" + stage;
            builder.product(new Product.Mineral(id, material, STAGES.get(stage), new Basis("t " + id), id, id));
            for (int place = 0; place < PLACES; place++) {
                add(builder, stage, place);
            }
        }
        return builder.build();
    }

    /// One place sells nothing abroad for half a year.
    static Scenario ban() {
        Targets targets = new Targets(Set.of("P0"), Set.of(), Set.of());
        return new Scenario(
                "ban",
                LocalDate.of(2026, 1, 1),
                Assumptions.MINERALS,
                List.of(new Action.ExportBan(targets, 10, 200, 0)));
    }

    /// Each works makes 300 t for final demand and, but in the last stage, 100 t for each of three
    /// buyers.
    private static void add(NetworkBuilder builder, int stage, int place) {
        boolean last = stage == STAGES.size() - 1;
        String key = key(stage, place);
        double made = last ? SOLD : 2 * SOLD;
        builder.node(NodeRow.of(NodeKind.MAKER, key, "P" + place, "s" + stage, Range.exactly(made)));
        builder.demand(
                new DemandRow(key, "P" + place, UseClass.INDUSTRY, Range.exactly(SOLD), 0, Flag.NONE, List.of()));
        if (stage > 0) {
            builder.cell(CellRow.of(key, "s" + (stage - 1), SOLD / made));
            for (int i = 0; i < 3; i++) {
                String from = key(stage - 1, (place + 5 * i) % PLACES);
                builder.arc(ArcRow.of(from, key, Range.exactly(SOLD / 3)).over(-1, 1 + 7 * i));
            }
        }
    }

    private static String key(int stage, int place) {
        return "P" + place + "/s" + stage;
    }

    /// Fifty-two weeks.
    @Benchmark
    public Run year() {
        return Simulation.of(network).run(scenario, 52);
    }
}
