package org.monazite.shock.scale;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The passes of the engine for firms, one thread, 100,000 firms and 500,000 links.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseParallelGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class FirmKernels {

    private static final int FIRMS = 100_000;

    @Param({"1", "16"})
    @SuppressWarnings("NullAway.Init")
    public int lanes;

    private Layout layout;
    private org.monazite.shock.scale.State state;
    private Selling selling;
    private Buying buying;
    private Desk desk;
    private float[] row;
    private int day;
    private double[] points;
    private double[] masses;

    /// For the harness.
    @SuppressWarnings("NullAway.Init")
    public FirmKernels() {}

    /// Lays out a network and plays it warm.
    @Setup(Level.Trial)
    public void prepare() {
        FirmNetwork network = new FirmWorld(FIRMS, 5 * FIRMS, 80, 1).network();
        layout = new Layout(network);
        state = new org.monazite.shock.scale.State(layout, FirmRules.DEFAULT, lanes);
        List<FirmScenario> none = List.of();
        Touched touched = new Touched(layout, none, lanes);
        selling = new Selling(state, FirmRules.DEFAULT, new Calendar(layout, none), touched, lanes);
        buying = new Buying(state, FirmRules.DEFAULT, touched, selling);
        desk = new Desk(lanes);
        row = new float[lanes];
        points = new double[1000];
        masses = new double[1000];
    }

    /// First pass: by supplier.
    @Benchmark
    public double selling() {
        for (int tile = 0; tile < layout.tiles; tile++) {
            selling.tile(tile, day, desk);
        }
        day++;
        return selling.output[0];
    }

    /// Second pass: by buyer.
    @Benchmark
    public float buying() {
        for (int tile = 0; tile < layout.tiles; tile++) {
            buying.tile(tile, desk);
        }
        return state.stock[Gather.OFFSET];
    }

    /// The sums of the first pass alone.
    @Benchmark
    public float gatherBySupplier() {
        for (int firm = 0; firm < layout.firms; firm++) {
            Gather.sum(
                    state.ratio,
                    lanes,
                    layout.outCell,
                    layout.outWeight,
                    layout.firstOut[firm],
                    layout.firstOut[firm + 1],
                    0,
                    row,
                    0);
        }
        return row[0];
    }

    /// The sums of the second pass alone.
    @Benchmark
    public float gatherByCell() {
        for (int cell = 0; cell < layout.cells; cell++) {
            Gather.sum(
                    state.goods,
                    lanes,
                    layout.inFirm,
                    layout.inWeight,
                    layout.firstIn[cell],
                    layout.firstIn[cell + 1],
                    0,
                    row,
                    0);
        }
        return row[0];
    }

    /// A water-filling level among a thousand customers, by selection; the time includes drawing them.
    @Benchmark
    public double level() {
        for (int i = 0; i < points.length; i++) {
            points[i] = Chance.uniform(day, 1, i);
            masses[i] = Chance.uniform(day, 2, i);
        }
        day++;
        return Division.level(points, masses, points.length, 100);
    }
}
