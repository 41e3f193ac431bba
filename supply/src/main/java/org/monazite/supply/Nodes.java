package org.monazite.supply;

import java.util.OptionalInt;

/// Who makes what: one product per node. Nodes stand in canonical order (product, place, key).
public final class Nodes {

    final Keys keys;
    final int[] place;
    final int[] product;
    final byte[] kind;
    final double[] output;
    final double[] outputLow;
    final double[] outputHigh;
    final double[] capacity;
    final double[] valueAddedUsd;
    final double[] valueAddedLow;
    final double[] valueAddedHigh;
    final int[] site;
    final byte[] flag;
    final int[] citationSet;

    Nodes(
            Keys keys,
            int[] place,
            int[] product,
            byte[] kind,
            double[][] values, // output, low, high, capacity, value added, low, high
            int[] site,
            byte[] flag,
            int[] citationSet) {
        this.keys = keys;
        this.place = place;
        this.product = product;
        this.kind = kind;
        this.output = values[0];
        this.outputLow = values[1];
        this.outputHigh = values[2];
        this.capacity = values[3];
        this.valueAddedUsd = values[4];
        this.valueAddedLow = values[5];
        this.valueAddedHigh = values[6];
        this.site = site;
        this.flag = flag;
        this.citationSet = citationSet;
    }

    /// The number of nodes.
    public int size() {
        return place.length;
    }

    /// The name of a node, such as `CHN/ndpr.oxide` or `JPN/ndpr.metal/pool`.
    public String key(int node) {
        return keys.get(node);
    }

    /// The node of this name.
    public OptionalInt find(String key) {
        return keys.find(key);
    }

    /// Index of its place in [SupplyNetwork#places()].
    public int place(int node) {
        return place[node];
    }

    /// Index of its product in [SupplyNetwork#products()].
    public int product(int node) {
        return product[node];
    }

    /// What the node does.
    public NodeKind kind(int node) {
        return KINDS[kind[node]];
    }

    /// Baseline output, per year.
    public double output(int node) {
        return output[node];
    }

    /// Lower end of the output's 90 % interval.
    public double outputLow(int node) {
        return outputLow[node];
    }

    /// Upper end of the output's 90 % interval.
    public double outputHigh(int node) {
        return outputHigh[node];
    }

    /// Most it can make, per year; NaN when not known: assumptions decide then.
    public double capacity(int node) {
        return capacity[node];
    }

    /// Value added that depends on it, US dollars per unit of output; 0 where none is counted.
    public double valueAddedUsd(int node) {
        return valueAddedUsd[node];
    }

    /// Lower end of the value added.
    public double valueAddedLow(int node) {
        return valueAddedLow[node];
    }

    /// Upper end of the value added.
    public double valueAddedHigh(int node) {
        return valueAddedHigh[node];
    }

    /// Nodes of one site share an outage and run together (by-products); -1 for none.
    public int site(int node) {
        return site[node];
    }

    /// How careful a reader must be with the output.
    public Flag flag(int node) {
        return FLAGS[flag[node]];
    }

    /// The set of citations behind the output, in [SupplyNetwork#citations()].
    public int citationSet(int node) {
        return citationSet[node];
    }

    /// The array of outputs itself, for kernels in `internal` packages: read, never write.
    public double[] outputShared() {
        return output;
    }

    static final NodeKind[] KINDS = NodeKind.values();
    static final Flag[] FLAGS = Flag.values();
}
