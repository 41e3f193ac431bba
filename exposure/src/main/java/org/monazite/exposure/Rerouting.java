package org.monazite.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.monazite.exposure.internal.Remaining;
import org.monazite.exposure.internal.SmallSimplex;
import org.monazite.supply.Arcs;
import org.monazite.supply.Cells;
import org.monazite.supply.Flag;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Nodes;
import org.monazite.supply.SupplyNetwork;

/// What an importer loses when some makers vanish: at once, and after everything that can be re-routed is.
///
/// At once: each process falls to its smallest remaining input. Adjusted: the linear program that serves as
/// much of the importer's end use as can be, with existing relations (each up to `relationMost` times its
/// baseline) and the capacity of the works (`spare` times the baseline where the network states none);
/// balances and recipes hold. The importer comes first and all others give way, so the adjusted loss is the
/// least there can be, and what is rescued the most.
///
/// @param used end use of the importer in normal times, per year
/// @param lostStatic part of it lost at once, 0..1; NaN if it uses nothing
/// @param lostAdjusted part still lost after re-routing, at most `lostStatic`
/// @param bound least loss that the prices of the linear program allow: a proof that re-routing cannot do
/// better
/// @param detours relations that carry more than before, by how much more
/// @param flag the weakest flag of the flows and outputs of the network
public record Rerouting(
        double used, double lostStatic, double lostAdjusted, double bound, List<Detour> detours, Flag flag) {

    /// Copies the detours.
    public Rerouting {
        detours = List.copyOf(detours);
    }

    /// The part that re-routing saves, at most.
    public double rescued() {
        return lostStatic - lostAdjusted;
    }

    /// A relation that carries more.
    ///
    /// @param from node that ships
    /// @param to node that buys
    /// @param before per year in normal times
    /// @param after per year after re-routing
    public record Detour(String from, String to, double before, double after) {}

    /// How far works and relations can stretch.
    ///
    /// @param spare capacity over baseline where the network states none, 1 or more
    /// @param relationMost most that a relation carries, times its baseline, 1 or more
    public record Stretch(double spare, double relationMost) {

        /// A quarter more output, twice the relation: the defaults of the shock engine.
        public static final Stretch DEFAULT = new Stretch(1.25, 2);

        /// Checks the ranges.
        public Stretch {
            if (!(spare >= 1) || !(relationMost >= 1)) {
                throw new IllegalArgumentException(
                        "Stretch is 1 or more, was spare %s and relation %s.".formatted(spare, relationMost));
            }
        }
    }

    /// Without a place: all its makers, or those of one product.
    ///
    /// @param productId the product; empty for all that the place makes or passes on
    /// @throws IllegalArgumentException if the network has no such place
    public static Rerouting without(
            SupplyNetwork network, Importer importer, String place, String productId, Stretch stretch) {
        if (network.findPlace(place).isEmpty()) {
            throw new UnknownPlaceException(place, network.places());
        }
        boolean[] gone = new boolean[network.nodes().size()];
        for (int node = 0; node < gone.length; node++) {
            boolean all = productId.isEmpty();
            boolean one = network.productOf(node).id().equals(productId)
                    && network.nodes().kind(node) == NodeKind.MAKER;
            gone[node] = network.placeOf(node).equals(place) && (all || one);
        }
        return new Program(network, importer, gone, stretch).solve();
    }

    /// The linear program, in parts of the baseline: an arc from 0 to `relationMost`, a node from 0 to its
    /// capacity.
    private static final class Program {

        private final SupplyNetwork network;
        private final Importer importer;
        private final boolean[] gone;
        private final Stretch stretch;
        private final List<double[]> rows = new ArrayList<>();
        private final List<Double> limits = new ArrayList<>();
        private final int arcs;
        private final int columns;

        Program(SupplyNetwork network, Importer importer, boolean[] gone, Stretch stretch) {
            this.network = network;
            this.importer = importer;
            this.gone = gone;
            this.stretch = stretch;
            this.arcs = network.arcs().size();
            this.columns = arcs + network.nodes().size();
        }

        Rerouting solve() {
            double[] objective = new double[columns];
            double[] bounds = new double[columns];
            double used = 0;
            double kept = 0;
            double[] left = Remaining.without(network, gone);
            for (int node = 0; node < gone.length; node++) {
                bounds[arcs + node] = gone[node] ? 0 : most(node);
                if (network.nodes().kind(node) == NodeKind.USE && importer.holds(network.placeOf(node))) {
                    objective[arcs + node] = network.nodes().output(node);
                    used += network.nodes().output(node);
                    kept += network.nodes().output(node) * left[node];
                }
                ship(node);
                take(node);
            }
            for (int arc = 0; arc < arcs; arc++) {
                bounds[arc] = network.arcs().perYear(arc) > 0 ? stretch.relationMost() : 0;
            }
            if (used == 0) {
                return new Rerouting(0, Double.NaN, Double.NaN, Double.NaN, List.of(), Flag.NONE);
            }
            double scale = 1 / used;
            double[] scaled = Arrays.stream(objective).map(each -> each * scale).toArray();
            SmallSimplex.Optimum best = SmallSimplex.maximise(
                    rows.toArray(double[][]::new),
                    limits.stream().mapToDouble(Double::doubleValue).toArray(),
                    scaled,
                    bounds);
            double lost = 1 - kept / used;
            double adjusted = Math.clamp(1 - best.value(), 0, Math.max(0, lost));
            return new Rerouting(used, lost, adjusted, Math.max(0, 1 - best.bound()), detours(best.x()), weakest());
        }

        private Flag weakest() {
            Flag flag = Flag.DERIVED;
            for (int arc = 0; arc < arcs; arc++) {
                flag = flag.and(network.arcs().flag(arc));
            }
            for (int node = 0; node < network.nodes().size(); node++) {
                flag = flag.and(network.nodes().flag(node));
            }
            return flag;
        }

        private double most(int node) {
            Nodes nodes = network.nodes();
            return switch (nodes.kind(node)) {
                case POOL -> 1000; // a pool passes on what it holds
                case USE -> 1;
                case MAKER ->
                    nodes.output(node) == 0
                            ? 0
                            : Math.max(
                                    1,
                                    Double.isNaN(nodes.capacity(node))
                                            ? stretch.spare()
                                            : nodes.capacity(node) / nodes.output(node));
            };
        }

        /// What leaves a node is at most what it makes.
        private void ship(int node) {
            Arcs all = network.arcs();
            double output = network.nodes().output(node);
            if (all.first(node) == all.first(node + 1) || output == 0) {
                return;
            }
            double[] row = new double[columns];
            for (int arc = all.first(node); arc < all.first(node + 1); arc++) {
                row[arc] = all.perYear(arc) / output;
            }
            row[arcs + node] = -1;
            rows.add(row);
            limits.add(0.0);
        }

        /// What a node makes is at most what its inputs allow; input of unknown origin comes as before.
        private void take(int node) {
            Cells cells = network.cells();
            for (int cell = cells.first(node); cell < cells.first(node + 1); cell++) {
                double total = cells.unknownOrigin(cell);
                for (int k = cells.firstIn(cell); k < cells.firstIn(cell + 1); k++) {
                    total += network.arcs().perYear(cells.arcIn(k));
                }
                double half = switch (cells.criticality(cell)) {
                    case ESSENTIAL -> 1;
                    case IMPORTANT -> 0.5;
                    case NON_ESSENTIAL, NO_EFFECT -> 0;
                };
                if (total == 0 || half == 0) {
                    continue;
                }
                double[] row = new double[columns];
                for (int k = cells.firstIn(cell); k < cells.firstIn(cell + 1); k++) {
                    int arc = cells.arcIn(k);
                    row[arc] -= half * network.arcs().perYear(arc) / total;
                }
                row[arcs + node] = 1;
                rows.add(row);
                limits.add(1 - half + half * cells.unknownOrigin(cell) / total);
            }
        }

        private List<Detour> detours(double[] x) {
            List<Detour> detours = new ArrayList<>();
            for (int arc = 0; arc < arcs; arc++) {
                double before = network.arcs().perYear(arc);
                double after = before * x[arc];
                if (after > before * (1 + 1e-6)) {
                    detours.add(new Detour(
                            network.nodes().key(network.arcs().supplier(arc)),
                            network.nodes().key(network.arcs().buyer(arc)),
                            before,
                            after));
                }
            }
            detours.sort(Comparator.<Detour>comparingDouble(each -> each.before() - each.after())
                    .thenComparing(Detour::from)
                    .thenComparing(Detour::to));
            return detours;
        }
    }
}
