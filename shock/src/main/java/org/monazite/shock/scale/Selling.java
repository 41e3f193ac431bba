package org.monazite.shock.scale;

import org.monazite.shock.OrderSignal;
import org.monazite.shock.RationingRule;
import org.monazite.supply.Criticality;

/// First pass of a day, by supplier: orders come in, firms make what they can, share out what is
/// short, and remember. Reads what customers want ([State#ratio]); writes rows of its own firms only.
final class Selling {

    private static final int NEAR = 512; // links whose rows are read ahead
    private static final float TINY = 1e-30f;
    private static final float SHORT = 1e-6f; // less than this is served in full
    private static final float CALM = 1000; // shortages below 1/1000 let overtime fall back in part

    private final Layout layout;
    private final State s;
    private final FirmRules rules;
    private final Calendar calendar;
    private final Touched touched;
    private final int lanes;
    private final int width;
    final double[] output; // per tile and lane, per day
    final double[] unmet; // final demand, the same
    private final double[] finalPerDay;
    private final double[] finalOfTile;

    Selling(State state, FirmRules rules, Calendar calendar, Touched touched, int lanes) {
        this.layout = state.layout;
        this.s = state;
        this.rules = rules;
        this.calendar = calendar;
        this.touched = touched;
        this.lanes = lanes;
        this.width = state.width;
        this.output = new double[layout.tiles * width];
        this.unmet = new double[layout.tiles * width];
        this.finalPerDay = new double[layout.firms];
        this.finalOfTile = new double[layout.tiles];
        for (int tile = 0; tile < layout.tiles; tile++) {
            for (int firm = layout.tileFirst[tile]; firm < layout.tileFirst[tile + 1]; firm++) {
                finalPerDay[firm] = layout.finalShare[firm] * layout.output[firm];
                finalOfTile[tile] += finalPerDay[firm];
            }
        }
    }

    /// Plays a tile.
    void tile(int tile, int day, Desk desk) {
        int first = layout.tileFirst[tile];
        int count = layout.tileFirst[tile + 1] - first;
        int from = s.row(first);
        int to = from + count * width;
        calendar.keep(tile, day, s);
        collectAll(first, first + count, desk);
        if (calendar.surges(tile)) {
            surge(tile, day);
        }
        float speed = day == 0 ? 0 : (float) (1 / rules.overtimeDays());
        make(from, to, (float) rules.spare(), (float) rules.overtime(), speed);
        if (layout.tileMixed[tile]) {
            limit(tile);
        }
        share(tile, day, desk, from, to);
        service(from, to, rules.rationing() == RationingRule.PROPORTIONAL);
        draw(from, to);
        if (rules.rationing() != RationingRule.PROPORTIONAL) {
            System.arraycopy(desk.cut, 0, s.part, from, to - from);
        }
        plan(from, to);
        Gather.total(s.made, width, layout.output, first, count, output, tile * width);
    }

    private void collectAll(int first, int end, Desk desk) {
        int near = layout.firstOut[first];
        int last = layout.firstOut[end];
        for (int firm = first; firm < end; firm++) {
            if (width == Gather.WIDE && near < layout.firstOut[firm + 1]) {
                int to = Math.min(last, Math.max(near + NEAR, layout.firstOut[firm + 1]));
                desk.touched += Gather.touch(s.ratio, width, layout.outCell, near, to);
                near = to;
            }
            collect(firm);
        }
    }

    /// Orders of a firm: those that do not depend on its pull, with normal final demand, and the
    /// others per unit of it.
    private void collect(int firm) {
        int row = s.row(firm);
        int hit = touched.sells(firm);
        int first = layout.firstOut[firm];
        int split = layout.splitOut[firm];
        int end = layout.firstOut[firm + 1];
        float finals = layout.finalShare[firm];
        if (hit == 0) {
            Gather.sum(s.ratio, width, layout.outCell, layout.outWeight, first, split, finals, s.part, row);
            Gather.sum(s.ratio, width, layout.outCell, layout.outWeight, split, end, 0, s.goods, row);
            return;
        }
        for (int lane = 0; lane < width; lane++) {
            if ((hit >> lane & 1) == 0) {
                s.part[row + lane] =
                        Gather.lane(s.ratio, width, lane, layout.outCell, layout.outWeight, first, split, finals);
                s.goods[row + lane] =
                        Gather.lane(s.ratio, width, lane, layout.outCell, layout.outWeight, split, end, 0);
            } else {
                collectTouched(firm, lane);
            }
        }
    }

    private void collectTouched(int firm, int lane) {
        float free = layout.finalShare[firm];
        float pulled = 0;
        for (int out = layout.firstOut[firm]; out < layout.firstOut[firm + 1]; out++) {
            float ratio = s.ratio[s.row(layout.outCell[out]) + lane];
            float weight = layout.outWeight[out];
            int t = touched.out(out, lane);
            boolean single = out < layout.splitOut[firm];
            if (t >= 0) {
                free += weight * permitted(t, lane, ratio, single);
            } else if (single) {
                free += weight * ratio;
            } else {
                pulled += weight * ratio;
            }
        }
        s.part[s.row(firm) + lane] = free;
        s.goods[s.row(firm) + lane] = pulled;
    }

    private float permitted(int t, int lane, float ratio, boolean single) {
        float order = single ? ratio : touched.pull[touched.row(t) + lane] * ratio;
        return Math.min(order, touched.gate(t, lane));
    }

    private void surge(int tile, int day) {
        for (int firm = layout.tileFirst[tile]; firm < layout.tileFirst[tile + 1]; firm++) {
            for (int lane = 0; lane < lanes; lane++) {
                s.part[s.row(firm) + lane] += layout.finalShare[firm] * (calendar.surge(tile, firm, lane, day) - 1);
            }
        }
    }

    /// Demand, overtime and output. Plain short loops over unbroken arrays with one index: the
    /// compiler makes vectors of each, but not of all in one.
    private void make(int from, int to, float spare, float most, float speed) {
        float[] part = s.part;
        float[] goods = s.goods;
        float[] pull = s.pull;
        float[] made = s.made;
        float[] overtime = s.overtime;
        float[] keep = s.keep;
        float[] least = s.least;
        float[] want = s.want;
        for (int i = from; i < to; i++) {
            want[i] = part[i] + pull[i] * goods[i];
        }
        for (int i = from; i < to; i++) {
            part[i] = Math.max(0f, (want[i] - made[i]) / Math.max(want[i], TINY)); // z
        }
        for (int i = from; i < to; i++) {
            float z = part[i];
            float over = overtime[i];
            float step = (most - over) * z + (1f - over) * (1f - Math.min(1f, z * CALM));
            overtime[i] = Math.max(1f, over + step * speed);
        }
        for (int i = from; i < to; i++) {
            made[i] = Math.min(Math.min(want[i], spare * keep[i] * overtime[i]), least[i]);
        }
    }

    /// Output of firms with inputs that are not essential.
    private void limit(int tile) {
        int first = layout.tileFirst[tile];
        for (int firm = first; firm < layout.tileFirst[tile + 1]; firm++) {
            int row = s.row(firm);
            for (int lane = 0; lane < width; lane++) {
                int i = row + lane;
                float goal = Math.min(s.want[i], (float) rules.spare() * s.keep[i] * s.overtime[i]);
                if (goal > 0) {
                    s.made[i] = goal * limit(tile, firm - first, lane, goal);
                }
            }
        }
    }

    private float limit(int tile, int nth, int lane, float goal) {
        float least = 1;
        float weak = 1;
        for (int slot = layout.tileSlot[tile]; slot < layout.tileSlot[tile + 1]; slot++) {
            int cell = layout.slotFirst[slot] + nth;
            if (cell >= layout.slotFirst[slot + 1]) {
                break;
            }
            float q = Math.min(1, s.stock[s.row(cell) + lane] / goal);
            byte critical = layout.cellCritical[cell];
            if (critical == ESSENTIAL) {
                least = Math.min(least, q);
            } else if (critical == IMPORTANT) {
                least = Math.min(least, (1 + q) / 2);
            } else if (critical == NON_ESSENTIAL) {
                weak -= layout.cellShare[cell] * (1 - q);
            }
        }
        return Math.min(least, weak);
    }

    private static final byte ESSENTIAL = (byte) Criticality.ESSENTIAL.ordinal();
    private static final byte IMPORTANT = (byte) Criticality.IMPORTANT.ordinal();
    private static final byte NON_ESSENTIAL = (byte) Criticality.NON_ESSENTIAL.ordinal();

    /// What part of the orders is served, and what of final demand is not.
    private void share(int tile, int day, Desk desk, int from, int to) {
        int first = layout.tileFirst[tile];
        int count = layout.tileFirst[tile + 1] - first;
        float[] part = s.part;
        float[] made = s.made;
        float[] want = s.want;
        if (rules.rationing() == RationingRule.PROPORTIONAL) {
            for (int i = from; i < to; i++) {
                part[i] = Math.min(1f, (made[i] + TINY) / (want[i] + TINY));
            }
            Gather.total(part, width, finalPerDay, first, count, desk.unmet, 0);
            for (int lane = 0; lane < width; lane++) {
                desk.unmet[lane] = finalOfTile[tile] - desk.unmet[lane];
            }
        } else {
            java.util.Arrays.fill(desk.unmet, 0);
            java.util.Arrays.fill(desk.cut, 0, to - from, Cut.all(rules.rationing()));
            for (int firm = first; firm < first + count; firm++) {
                for (int i = s.row(firm), lane = 0; lane < width; lane++, i++) {
                    boolean scarce = want[i] - made[i] > SHORT * want[i];
                    part[i] = scarce ? divide(tile, firm, lane, day, desk) : 1;
                }
            }
        }
        if (calendar.surges(tile) && rules.rationing() == RationingRule.PROPORTIONAL) {
            for (int firm = first; firm < first + count; firm++) {
                for (int lane = 0; lane < lanes; lane++) {
                    desk.unmet[lane] += finalPerDay[firm]
                            * (calendar.surge(tile, firm, lane, day) - 1)
                            * (1 - part[s.row(firm) + lane]);
                }
            }
        }
        System.arraycopy(desk.unmet, 0, unmet, tile * width, width);
    }

    private float divide(int tile, int firm, int lane, int day, Desk desk) {
        RationingRule rule = rules.rationing();
        int row = s.row(firm) + lane;
        Division division = desk.division;
        division.clear();
        for (int out = layout.firstOut[firm]; out < layout.firstOut[firm + 1]; out++) {
            int cell = layout.outCell[out];
            float ratio = s.ratio[s.row(cell) + lane];
            boolean single = out < layout.splitOut[firm];
            int t = touched.sells(firm) == 0 ? -1 : touched.out(out, lane);
            float order = t >= 0 ? permitted(t, lane, ratio, single) : single ? ratio : s.pull[row] * ratio;
            int rank = rule == RationingRule.FINAL_LAST ? 0 : layout.rank[layout.cellFirm[cell]];
            division.add(order, layout.outWeight[out], rank);
        }
        float factor = calendar.surges(tile) ? calendar.surge(tile, firm, lane, day) : 1;
        float served = division.divide(rule, s.made[row], factor, layout.finalShare[firm]);
        desk.cut[row - s.row(layout.tileFirst[tile])] = division.cut;
        desk.unmet[lane] += finalPerDay[firm] * factor * (1 - division.finalShare);
        return served;
    }

    /// Memory of service, and what customers will see of this supplier.
    private void service(int from, int to, boolean proportional) {
        float[] service = s.service;
        float[] part = s.part;
        float[] goods = s.goods;
        float[] pull = s.pull;
        float memory = (float) (1 / rules.memoryDays());
        for (int i = from; i < to; i++) {
            float before = service[i];
            service[i] = before + (part[i] - before) * memory;
        }
        if (proportional) {
            for (int i = from; i < to; i++) {
                goods[i] = pull[i] * part[i];
            }
        } else {
            System.arraycopy(pull, from, goods, from, to - from);
        }
    }

    /// How strongly the firms draw orders for tomorrow.
    private void draw(int from, int to) {
        float[] service = s.service;
        float[] pull = s.pull;
        float[] keep = s.keep;
        float[] overtime = s.overtime;
        float floor = (float) rules.memoryLeast();
        if (rules.memoryPower() == 1 && rules.capacityPower() == 1) {
            for (int i = from; i < to; i++) {
                pull[i] = Math.max(service[i], floor) * Math.max(keep[i] * overtime[i], 1e-9f);
            }
        } else {
            float gamma = (float) rules.memoryPower();
            for (int i = from; i < to; i++) {
                pull[i] = Powers.of(Math.max(service[i], floor), gamma) * capacity(i);
            }
        }
    }

    /// Capacity against normal times, as customers weigh it.
    float capacity(int i) {
        return Powers.of(Math.max(s.keep[i] * s.overtime[i], 1e-9f), (float) rules.capacityPower());
    }

    /// What firms want to take in per unit of normal use, before their stock is counted.
    private void plan(int from, int to) {
        float[] want = s.want;
        float[] made = s.made;
        float[] smoothed = s.smoothed;
        float most = (float) rules.demandMost();
        float speed = (float) (1 / rules.demandDays());
        float refill = (float) (1 / rules.refillDays());
        float days = (float) rules.stockDays();
        if (rules.orders() == OrderSignal.SMOOTHED) {
            for (int i = from; i < to; i++) {
                float before = smoothed[i];
                float now = before + (Math.min(want[i], most) - before) * speed;
                smoothed[i] = now;
                want[i] = now + (days * now + before) * refill;
            }
        } else {
            float fixed = rules.orders() == OrderSignal.FIXED ? 1 : 0;
            for (int i = from; i < to; i++) {
                float before = smoothed[i];
                smoothed[i] = before + (Math.min(want[i], most) - before) * speed;
                float goal = fixed + (1f - fixed) * made[i];
                want[i] = made[i] + (days * goal + before) * refill;
            }
        }
    }
}
