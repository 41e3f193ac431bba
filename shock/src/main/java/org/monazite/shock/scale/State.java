package org.monazite.shock.scale;

import java.util.Arrays;

/// What a batch of scenarios remembers from day to day, one row per firm or cell, one lane per
/// scenario. Everything is a share of normal times; in normal times all are 1, but stocks, which are
/// days of normal use.
final class State {

    final Layout layout;
    final int width;
    final float[] stock; // S_k / A_k, tomorrow's arrivals included
    final float[] ratio; // need_k / sum(A r): what a link orders per unit of its supplier's pull
    final float[] keep; // 1 - delta: capacity that events leave
    final float[] overtime; // alpha
    final float[] smoothed; // xhat
    final float[] service; // r per supplier
    final float[] made; // X
    final float[] least; // what the scarcest essential input allows
    final float[] want; // first D, then what firms order per unit of use before their stock is counted
    final float[] part; // first orders that do not depend on pull, then the share of orders served, or the cut
    final float[] goods; // first orders per unit of pull, then pull x share served, or pull
    final float[] pull; // how strongly a supplier draws the orders of customers that have several

    State(Layout layout, FirmRules rules, int width) {
        this.layout = layout;
        this.width = width;
        this.stock = filled(layout.cells, (float) (rules.stockDays() + 1));
        this.ratio = filled(layout.cells, 1);
        this.keep = filled(layout.firms, 1);
        this.overtime = filled(layout.firms, 1);
        this.smoothed = filled(layout.firms, 1);
        this.service = filled(layout.firms, 1);
        this.made = filled(layout.firms, 1);
        this.least = filled(layout.firms, Float.POSITIVE_INFINITY);
        this.want = filled(layout.firms, 1);
        this.part = filled(layout.firms, 1);
        this.goods = filled(layout.firms, 1);
        this.pull = filled(layout.firms, 1);
        Buying.scarcest(this);
    }

    private float[] filled(int items, float value) {
        float[] rows = Gather.rows(items, width);
        Arrays.fill(rows, value);
        return rows;
    }

    /// First element of a row.
    int row(int item) {
        return Gather.OFFSET + item * width;
    }

    /// Bytes of the rows of a batch.
    static long bytes(Layout layout, int width) {
        return 4L * width * (2L * layout.cells + 10L * layout.firms);
    }
}
