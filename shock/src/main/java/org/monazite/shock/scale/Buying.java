package org.monazite.shock.scale;

import java.util.Arrays;
import org.monazite.shock.RationingRule;
import org.monazite.supply.Criticality;

/// Second pass of a day, by buyer: inputs are used, goods come in, and orders for tomorrow are set.
/// Reads rows of suppliers; writes rows of its own firms, their cells and the touched links into them.
final class Buying {

    private static final byte ESSENTIAL = (byte) Criticality.ESSENTIAL.ordinal();

    private final Layout layout;
    private final State s;
    private final FirmRules rules;
    private final Touched touched;
    private final Selling selling;
    private final int width;
    private final RationingRule rule;

    Buying(State state, FirmRules rules, Touched touched, Selling selling) {
        this.layout = state.layout;
        this.s = state;
        this.rules = rules;
        this.touched = touched;
        this.selling = selling;
        this.width = state.width;
        this.rule = rules.rationing();
    }

    /// Plays a tile.
    void tile(int tile, Desk desk) {
        int from = s.row(layout.tileFirst[tile]);
        int size = s.row(layout.tileFirst[tile + 1]) - from;
        System.arraycopy(s.made, from, desk.made, 0, size);
        System.arraycopy(s.want, from, desk.want, 0, size);
        Arrays.fill(desk.least, 0, size, Float.POSITIVE_INFINITY);
        for (int slot = layout.tileSlot[tile]; slot < layout.tileSlot[tile + 1]; slot++) {
            int first = layout.slotFirst[slot];
            int count = layout.slotFirst[slot + 1] - first;
            if (width == Gather.WIDE) {
                desk.touched += touch(first, first + count);
            }
            for (int nth = 0; nth < count; nth++) {
                collect(first + nth, desk, nth * width);
            }
            int n = count * width;
            System.arraycopy(s.stock, s.row(first), desk.stock, 0, n);
            step(desk, n, (float) rules.orderMost(), (float) (1 / rules.refillDays()));
            System.arraycopy(desk.stock, 0, s.stock, s.row(first), n);
            System.arraycopy(desk.ratio, 0, s.ratio, s.row(first), n);
        }
        System.arraycopy(desk.least, 0, s.least, from, size);
        if (layout.tileMixed[tile]) {
            scarcest(s, tile);
        }
    }

    /// Reads the rows of the suppliers of some cells ahead; see [Gather#touch].
    private float touch(int first, int end) {
        float[] part = s.part;
        float[] goods = s.goods;
        float[] pull = s.pull;
        float sum = 0;
        for (int cell = first; cell < end; cell++) {
            int from = layout.firstIn[cell];
            int to = layout.firstIn[cell + 1];
            if (to - from == 1) {
                int row = Gather.OFFSET + layout.inFirm[from] * Gather.WIDE;
                sum += part[row] + part[row + Gather.WIDE - 1];
            } else {
                for (int in = from; in < to; in++) {
                    int row = Gather.OFFSET + layout.inFirm[in] * Gather.WIDE;
                    sum += goods[row] + goods[row + Gather.WIDE - 1] + (pull[row] + pull[row + Gather.WIDE - 1]);
                }
            }
        }
        return sum;
    }

    /// Use, arrivals, need. A plain loop over unbroken arrays with one index: the compiler makes
    /// vectors of it.
    private static void step(Desk desk, int n, float most, float refill) {
        float[] stock = desk.stock;
        float[] made = desk.made;
        float[] arrived = desk.arrived;
        float[] want = desk.want;
        float[] weight = desk.weight;
        float[] ratio = desk.ratio;
        float[] least = desk.least;
        for (int i = 0; i < n; i++) {
            float held = Math.max(0f, stock[i] - made[i]) + arrived[i];
            stock[i] = held;
            ratio[i] = Math.min(most, Math.max(0f, want[i] - held * refill)) / weight[i];
            least[i] = Math.min(least[i], held);
        }
    }

    /// What comes in for a cell today, and how strongly its suppliers draw orders for tomorrow.
    private void collect(int cell, Desk desk, int at) {
        int hit = touched.buys(cell);
        if (hit == 0 && rule == RationingRule.PROPORTIONAL && width > 1) {
            simple(cell, desk, at);
            return;
        }
        for (int lane = 0; lane < width; lane++) {
            if ((hit >> lane & 1) == 1) {
                collectTouched(cell, lane, desk, at + lane);
            } else if (rule == RationingRule.PROPORTIONAL) {
                simple(cell, lane, desk, at + lane);
            } else {
                ranked(cell, lane, desk, at + lane);
            }
        }
    }

    private void simple(int cell, Desk desk, int at) {
        int first = layout.firstIn[cell];
        int end = layout.firstIn[cell + 1];
        int row = s.row(cell);
        if (end - first == 1) {
            times(s.ratio, row, s.part, s.row(layout.inFirm[first]), desk.arrived, at);
            Arrays.fill(desk.weight, at, at + width, 1);
        } else {
            Gather.sum(s.goods, width, layout.inFirm, layout.inWeight, first, end, 0, desk.arrived, at);
            Gather.sum(s.pull, width, layout.inFirm, layout.inWeight, first, end, 0, desk.weight, at);
            times(s.ratio, row, desk.arrived, at, desk.arrived, at);
        }
    }

    private void times(float[] a, int rowA, float[] b, int rowB, float[] out, int at) {
        if (width == Gather.WIDE) {
            for (int lane = 0; lane < Gather.WIDE; lane++) {
                out[at + lane] = a[rowA + lane] * b[rowB + lane];
            }
        } else {
            for (int lane = 0; lane < width; lane++) {
                out[at + lane] = a[rowA + lane] * b[rowB + lane];
            }
        }
    }

    /// The same in one lane, with the same bits.
    private void simple(int cell, int lane, Desk desk, int at) {
        int first = layout.firstIn[cell];
        int end = layout.firstIn[cell + 1];
        float ratio = s.ratio[s.row(cell) + lane];
        if (end - first == 1) {
            desk.arrived[at] = ratio * s.part[s.row(layout.inFirm[first]) + lane];
            desk.weight[at] = 1;
        } else if (end - first <= Gather.BLOCK) {
            float arrived = 0;
            float weight = 0;
            for (int in = first; in < end; in++) {
                int i = s.row(layout.inFirm[in]) + lane;
                arrived += layout.inWeight[in] * s.goods[i];
                weight += layout.inWeight[in] * s.pull[i];
            }
            desk.arrived[at] = ratio * arrived;
            desk.weight[at] = weight;
        } else {
            desk.arrived[at] = ratio * Gather.lane(s.goods, width, lane, layout.inFirm, layout.inWeight, first, end, 0);
            desk.weight[at] = Gather.lane(s.pull, width, lane, layout.inFirm, layout.inWeight, first, end, 0);
        }
    }

    /// One lane of a cell whose suppliers serve by rank.
    private void ranked(int cell, int lane, Desk desk, int at) {
        int first = layout.firstIn[cell];
        int end = layout.firstIn[cell + 1];
        int rank = rankOf(cell);
        float ratio = s.ratio[s.row(cell) + lane];
        float arrived = 0;
        float weight = 0;
        for (int in = first; in < end; in++) {
            int row = s.row(layout.inFirm[in]) + lane;
            float order = end - first == 1 ? ratio : s.goods[row] * ratio;
            arrived += layout.inWeight[in] * Cut.served(rule, order, s.part[row], rank);
            weight += layout.inWeight[in] * s.pull[row];
        }
        desk.arrived[at] = arrived;
        desk.weight[at] = end - first == 1 ? 1 : weight;
    }

    private int rankOf(int cell) {
        return rule == RationingRule.FINAL_LAST ? 0 : layout.rank[layout.cellFirm[cell]];
    }

    /// One lane of a cell with links of which some carry a gate and a memory of their own.
    private void collectTouched(int cell, int lane, Desk desk, int at) {
        int first = layout.firstIn[cell];
        int end = layout.firstIn[cell + 1];
        boolean single = end - first == 1;
        float ratio = s.ratio[s.row(cell) + lane];
        float arrived = 0;
        float weight = 0;
        for (int in = first; in < end; in++) {
            int row = s.row(layout.inFirm[in]) + lane;
            int t = touched.in(in, lane);
            if (t >= 0) {
                arrived += layout.inWeight[in] * served(t, lane, row, ratio, single, rankOf(cell));
                weight += layout.inWeight[in] * touched.pull[touched.row(t) + lane];
            } else {
                // without ranks `goods` already holds what is shipped per unit of need
                boolean shipped = rule == RationingRule.PROPORTIONAL && !single;
                float order = single ? ratio : s.goods[row] * ratio;
                arrived += layout.inWeight[in] * (shipped ? order : Cut.served(rule, order, s.part[row], rankOf(cell)));
                weight += layout.inWeight[in] * s.pull[row];
            }
        }
        if (weight == 0) { // nobody takes orders: the firm goes on asking as in normal times
            for (int in = first; in < end; in++) {
                touched.pull[touched.row(touched.in(in, lane)) + lane] = 1;
            }
            weight = 1;
        }
        desk.arrived[at] = arrived;
        desk.weight[at] = single ? 1 : weight;
    }

    /// What comes over a touched link, as a share of its normal flow; updates its memory and its pull.
    private float served(int t, int lane, int row, float ratio, boolean single, int rank) {
        int at = touched.row(t) + lane;
        float order = single ? ratio : touched.pull[at] * ratio;
        float got = Cut.served(rule, Math.min(order, touched.gate(t, lane)), s.part[row], rank);
        float share = order > 0 ? got / order : touched.gate(t, lane) > 0 ? 1 : 0;
        float memory = (float) (1 / rules.memoryDays());
        touched.service[at] = touched.service[at] + (share - touched.service[at]) * memory;
        float kept = Math.max(touched.service[at], (float) rules.memoryLeast());
        touched.pull[at] =
                touched.isOpen(t, lane) ? Powers.of(kept, (float) rules.memoryPower()) * selling.capacity(row) : 0;
        return got;
    }

    /// Sets what the scarcest essential input allows, everywhere.
    static void scarcest(State s) {
        for (int tile = 0; tile < s.layout.tiles; tile++) {
            scarcest(s, tile);
        }
    }

    private static void scarcest(State s, int tile) {
        Layout layout = s.layout;
        int width = s.width;
        Arrays.fill(s.least, s.row(layout.tileFirst[tile]), s.row(layout.tileFirst[tile + 1]), Float.POSITIVE_INFINITY);
        for (int slot = layout.tileSlot[tile]; slot < layout.tileSlot[tile + 1]; slot++) {
            for (int cell = layout.slotFirst[slot]; cell < layout.slotFirst[slot + 1]; cell++) {
                if (layout.cellCritical[cell] == ESSENTIAL) {
                    int row = s.row(layout.cellFirm[cell]);
                    for (int lane = 0; lane < width; lane++) {
                        s.least[row + lane] = Math.min(s.least[row + lane], s.stock[s.row(cell) + lane]);
                    }
                }
            }
        }
    }
}
