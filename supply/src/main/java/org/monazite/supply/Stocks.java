package org.monazite.supply;

/// What is held in store: one row per holder and cell it serves.
public final class Stocks {

    final byte[] kind;
    final int[] holder;
    final int[] cell;
    final double[] amount;
    final double[] low;
    final double[] high;
    final double[] releasePerDay;
    final byte[] flag;
    final int[] citationSet;

    Stocks(byte[] kind, int[] holder, int[] cell, double[][] values, byte[] flag, int[] citationSet) {
        this.kind = kind;
        this.holder = holder;
        this.cell = cell;
        this.amount = values[0];
        this.low = values[1];
        this.high = values[2];
        this.releasePerDay = values[3];
        this.flag = flag;
        this.citationSet = citationSet;
    }

    /// Who holds a stock and what for.
    public enum Kind {
        /// A node holds it for its own use; the holder is the node.
        WORKING,
        /// A place holds it against disruption; the holder is the place.
        STRATEGIC
    }

    /// The number of rows.
    public int size() {
        return kind.length;
    }

    /// Who holds it and what for.
    public Kind kind(int stock) {
        return KINDS[kind[stock]];
    }

    /// Index of the node (WORKING) or place (STRATEGIC) that holds it.
    public int holder(int stock) {
        return holder[stock];
    }

    /// The cell it serves.
    public int cell(int stock) {
        return cell[stock];
    }

    /// The amount; NaN when not known: assumptions decide then.
    public double amount(int stock) {
        return amount[stock];
    }

    /// Lower end of the amount.
    public double low(int stock) {
        return low[stock];
    }

    /// Upper end of the amount.
    public double high(int stock) {
        return high[stock];
    }

    /// The most that can be released a day; infinite for working stocks.
    public double releasePerDay(int stock) {
        return releasePerDay[stock];
    }

    /// How careful a reader must be with the amount.
    public Flag flag(int stock) {
        return Nodes.FLAGS[flag[stock]];
    }

    /// The set of citations behind the amount.
    public int citationSet(int stock) {
        return citationSet[stock];
    }

    static final Kind[] KINDS = Kind.values();
}
