package org.monazite.supply;

/// What a node takes in: one row per buyer and product. Rows of a node stand together, in the order of products.
public final class Cells {

    final int[] first;
    final int[] node;
    final int[] product;
    final double[] perUnit;
    final double[] perUnitLow;
    final double[] perUnitHigh;
    final double[] unknownOrigin;
    final byte[] criticality;
    final byte[] flag;
    final int[] citationSet;
    final int[] firstIn;
    final int[] arcIn;

    Cells(
            int[] first,
            int[] node,
            int[] product,
            double[][] values, // per unit, low, high, unknown origin
            byte[] criticality,
            byte[] flag,
            int[] citationSet,
            int[][] in) { // first in, arc in
        this.first = first;
        this.node = node;
        this.product = product;
        this.perUnit = values[0];
        this.perUnitLow = values[1];
        this.perUnitHigh = values[2];
        this.unknownOrigin = values[3];
        this.criticality = criticality;
        this.flag = flag;
        this.citationSet = citationSet;
        this.firstIn = in[0];
        this.arcIn = in[1];
    }

    /// The number of cells.
    public int size() {
        return node.length;
    }

    /// First cell of a node; its cells are `first(node)` up to, not including, `first(node + 1)`.
    public int first(int node) {
        return first[node];
    }

    /// The node that takes it in.
    public int node(int cell) {
        return node[cell];
    }

    /// Index of the product that is taken in.
    public int product(int cell) {
        return product[cell];
    }

    /// Input per unit of output, one over the yield.
    public double perUnit(int cell) {
        return perUnit[cell];
    }

    /// Lower end of the input per unit of output.
    public double perUnitLow(int cell) {
        return perUnitLow[cell];
    }

    /// Upper end of the input per unit of output.
    public double perUnitHigh(int cell) {
        return perUnitHigh[cell];
    }

    /// Input with no known supplier, per year: shown, never dropped.
    public double unknownOrigin(int cell) {
        return unknownOrigin[cell];
    }

    /// What happens when it runs out.
    public Criticality criticality(int cell) {
        return CRITICALITIES[criticality[cell]];
    }

    /// How careful a reader must be with the input per unit of output.
    public Flag flag(int cell) {
        return Nodes.FLAGS[flag[cell]];
    }

    /// The set of citations behind the input per unit of output.
    public int citationSet(int cell) {
        return citationSet[cell];
    }

    /// First place in the list of arcs into cells; those of a cell are `arcIn(k)` for `firstIn(cell) <= k <
    /// firstIn(cell + 1)`.
    public int firstIn(int cell) {
        return firstIn[cell];
    }

    /// The arc at place `k` of the list of arcs into cells.
    public int arcIn(int k) {
        return arcIn[k];
    }

    /// The list of arcs into cells itself, for kernels in `internal` packages: read, never write.
    public int[] arcInShared() {
        return arcIn;
    }

    static final Criticality[] CRITICALITIES = Criticality.values();
}
