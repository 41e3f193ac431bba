package org.monazite.supply;

/// Flows between nodes: compressed sparse rows by supplier, sorted by supplier, buyer, cell.
public final class Arcs {

    final int[] first;
    final int[] supplier;
    final int[] buyer;
    final int[] cell;
    final double[] perYear;
    final double[] low;
    final double[] high;
    final int[] lagDays;
    final int[] route;
    final byte[] marks; // bit 0 controlled, bit 1 potential
    final byte[] flag;
    final int[] citationSet;

    Arcs(
            int[] first,
            int[][] ends, // supplier, buyer, cell
            double[][] values, // per year, low, high
            int[] lagDays,
            int[] route,
            byte[] marks,
            byte[] flag,
            int[] citationSet) {
        this.first = first;
        this.supplier = ends[0];
        this.buyer = ends[1];
        this.cell = ends[2];
        this.perYear = values[0];
        this.low = values[1];
        this.high = values[2];
        this.lagDays = lagDays;
        this.route = route;
        this.marks = marks;
        this.flag = flag;
        this.citationSet = citationSet;
    }

    /// The number of arcs.
    public int size() {
        return supplier.length;
    }

    /// First arc of a supplier; its arcs are `first(node)` up to, not including, `first(node + 1)`.
    public int first(int node) {
        return first[node];
    }

    /// The node that ships.
    public int supplier(int arc) {
        return supplier[arc];
    }

    /// The node that buys.
    public int buyer(int arc) {
        return buyer[arc];
    }

    /// Which of the buyer's inputs it is.
    public int cell(int arc) {
        return cell[arc];
    }

    /// Baseline flow, per year.
    public double perYear(int arc) {
        return perYear[arc];
    }

    /// Lower end of the flow's 90 % interval.
    public double low(int arc) {
        return low[arc];
    }

    /// Upper end of the flow's 90 % interval.
    public double high(int arc) {
        return high[arc];
    }

    /// Days from shipping to arrival, at least 1.
    public int lagDays(int arc) {
        return lagDays[arc];
    }

    /// Index of its route in [SupplyNetwork#routes()]; -1 for none (at home, or not known).
    public int route(int arc) {
        return route[arc];
    }

    /// Whether the exporter's rules ask for a licence today.
    public boolean controlled(int arc) {
        return (marks[arc] & 1) != 0;
    }

    /// Whether it carries nothing today but may be qualified.
    public boolean potential(int arc) {
        return (marks[arc] & 2) != 0;
    }

    /// How careful a reader must be with the flow.
    public Flag flag(int arc) {
        return Nodes.FLAGS[flag[arc]];
    }

    /// The set of citations behind the flow.
    public int citationSet(int arc) {
        return citationSet[arc];
    }

    /// The array of flows itself, for kernels in `internal` packages: read, never write.
    public double[] perYearShared() {
        return perYear;
    }

    /// The array of buyers itself, for kernels in `internal` packages: read, never write.
    public int[] buyerShared() {
        return buyer;
    }

    /// The array of cells itself, for kernels in `internal` packages: read, never write.
    public int[] cellShared() {
        return cell;
    }
}
