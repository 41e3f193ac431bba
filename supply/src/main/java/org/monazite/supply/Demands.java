package org.monazite.supply;

/// Final demand on a node's product.
public final class Demands {

    final int[] node;
    final int[] place;
    final byte[] useClass;
    final double[] perYear;
    final double[] low;
    final double[] high;
    final double[] lossUsd;
    final byte[] flag;
    final int[] citationSet;

    Demands(int[] node, int[] place, byte[] useClass, double[][] values, byte[] flag, int[] citationSet) {
        this.node = node;
        this.place = place;
        this.useClass = useClass;
        this.perYear = values[0];
        this.low = values[1];
        this.high = values[2];
        this.lossUsd = values[3];
        this.flag = flag;
        this.citationSet = citationSet;
    }

    /// The number of rows.
    public int size() {
        return node.length;
    }

    /// The node whose product is wanted.
    public int node(int demand) {
        return node[demand];
    }

    /// Index of the place that wants it.
    public int place(int demand) {
        return place[demand];
    }

    /// Who is served first when supply is short.
    public UseClass useClass(int demand) {
        return CLASSES[useClass[demand]];
    }

    /// Demand per year.
    public double perYear(int demand) {
        return perYear[demand];
    }

    /// Lower end of the demand.
    public double low(int demand) {
        return low[demand];
    }

    /// Upper end of the demand.
    public double high(int demand) {
        return high[demand];
    }

    /// Value lost per unit not served, US dollars; 0 where none is counted.
    public double lossUsd(int demand) {
        return lossUsd[demand];
    }

    /// How careful a reader must be with the demand.
    public Flag flag(int demand) {
        return Nodes.FLAGS[flag[demand]];
    }

    /// The set of citations behind the demand.
    public int citationSet(int demand) {
        return citationSet[demand];
    }

    static final UseClass[] CLASSES = UseClass.values();
}
