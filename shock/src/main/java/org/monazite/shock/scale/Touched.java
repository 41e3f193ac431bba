package org.monazite.shock.scale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The links that a ban touches in some lane: only these carry a gate and a memory of their own. In
/// lanes that do not touch a link it is played like all others, with the same bits.
final class Touched {

    private record Closed(int lane, FirmEvent.Ban ban) {}

    final float[] service; // r_e, a row per touched link
    final float[] pull; // A r_e^gamma (capacity)^h open, per A
    private final int width;
    private final int[] outs; // position among outgoing links, ascending
    private final int[] ins; // position among incoming links, ascending
    private final int[] ofIn; // touched link of each of them
    private final int[] mask; // lanes, as bits
    private final int[] group; // links that the same bans touch share their gates
    private final int[] sells; // lanes in which some link of a firm is touched; empty if none is
    private final int[] buys; // the same by cell
    private final List<List<Closed>> groups;
    private final float[] gate;
    private final boolean[] open;

    Touched(Layout layout, List<FirmScenario> lanes, int width) {
        this.width = width;
        List<Closed> bans = new ArrayList<>();
        for (int lane = 0; lane < lanes.size(); lane++) {
            for (FirmEvent event : lanes.get(lane).events()) {
                if (event instanceof FirmEvent.Ban ban) {
                    bans.add(new Closed(lane, ban));
                }
            }
        }
        this.sells = new int[bans.isEmpty() ? 0 : layout.firms];
        this.buys = new int[bans.isEmpty() ? 0 : layout.cells];
        this.groups = new ArrayList<>();
        Found found = new Found();
        if (!bans.isEmpty()) {
            find(layout, bans, found);
        }
        this.outs = found.out.fit();
        this.group = found.group.fit();
        this.mask = found.mask.fit();
        int count = outs.length;
        this.service = Gather.rows(count, width);
        this.pull = Gather.rows(count, width);
        Arrays.fill(service, 1);
        Arrays.fill(pull, 1);
        this.gate = new float[groups.size() * width];
        this.open = new boolean[groups.size() * width];
        int[] in = found.in.fit();
        long[] pairs = new long[count];
        for (int t = 0; t < count; t++) {
            pairs[t] = (long) in[t] << 32 | t;
        }
        Arrays.sort(pairs);
        this.ins = new int[count];
        this.ofIn = new int[count];
        for (int i = 0; i < count; i++) {
            ins[i] = (int) (pairs[i] >>> 32);
            ofIn[i] = (int) pairs[i];
        }
    }

    /// Touched links as they are found, in order of outgoing links.
    private static final class Found {
        private final Ints out = new Ints();
        private final Ints in = new Ints();
        private final Ints mask = new Ints();
        private final Ints group = new Ints();
        private final Map<List<Closed>, Integer> groupOf = new HashMap<>();
    }

    private static final class Ints {
        private int[] values = new int[16];
        private int size;

        private void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        private int[] fit() {
            return Arrays.copyOf(values, size);
        }
    }

    private void find(Layout layout, List<Closed> bans, Found found) {
        for (int firm = 0; firm < layout.firms; firm++) {
            List<Closed> from = new ArrayList<>();
            for (Closed closed : bans) {
                if (closed.ban.from().contains(layout.original[firm])) {
                    from.add(closed);
                }
            }
            for (int out = layout.firstOut[firm]; out < layout.firstOut[firm + 1] && !from.isEmpty(); out++) {
                int cell = layout.outCell[out];
                List<Closed> hit = new ArrayList<>(1);
                int lanes = 0;
                for (Closed closed : from) {
                    if (closed.ban.to().contains(layout.original[layout.cellFirm[cell]])) {
                        hit.add(closed);
                        lanes |= 1 << closed.lane;
                    }
                }
                if (lanes != 0) {
                    found.out.add(out);
                    found.in.add(incoming(layout, cell, firm));
                    found.mask.add(lanes);
                    found.group.add(found.groupOf.computeIfAbsent(hit, list -> {
                        groups.add(list);
                        return groups.size() - 1;
                    }));
                    sells[firm] |= lanes;
                    buys[cell] |= lanes;
                }
            }
        }
    }

    private static int incoming(Layout layout, int cell, int firm) {
        int at = Arrays.binarySearch(layout.inFirm, layout.firstIn[cell], layout.firstIn[cell + 1], firm);
        if (at < 0) {
            throw new IllegalStateException("Link from firm %d to cell %d is not there.".formatted(firm, cell));
        }
        return at;
    }

    /// Sets the gates of a day.
    void day(int day) {
        Arrays.fill(gate, Float.POSITIVE_INFINITY);
        Arrays.fill(open, true);
        for (int g = 0; g < groups.size(); g++) {
            for (Closed closed : groups.get(g)) {
                if (closed.ban.acts(day)) {
                    int at = g * width + closed.lane;
                    gate[at] = Math.min(gate[at], (float) closed.ban.allowed());
                    open[at] &= closed.ban.allowed() > 0;
                }
            }
        }
    }

    /// Lanes, as bits, in which some link of a supplier is touched.
    int sells(int firm) {
        return sells.length == 0 ? 0 : sells[firm];
    }

    /// Lanes, as bits, in which some link of a cell is touched.
    int buys(int cell) {
        return buys.length == 0 ? 0 : buys[cell];
    }

    /// The touched link at an outgoing position in a lane, or -1.
    int out(int position, int lane) {
        int t = Arrays.binarySearch(outs, position);
        return t >= 0 && (mask[t] >> lane & 1) == 1 ? t : -1;
    }

    /// The touched link at an incoming position in a lane, or -1.
    int in(int position, int lane) {
        int at = Arrays.binarySearch(ins, position);
        return at >= 0 && (mask[ofIn[at]] >> lane & 1) == 1 ? ofIn[at] : -1;
    }

    /// Most that may be ordered, as a share of the normal flow.
    float gate(int touched, int lane) {
        return gate[group[touched] * width + lane];
    }

    /// False while customers do not ask at all.
    boolean isOpen(int touched, int lane) {
        return open[group[touched] * width + lane];
    }

    /// First element of the row of a touched link.
    int row(int touched) {
        return Gather.OFFSET + touched * width;
    }

    /// How many links are touched.
    int size() {
        return outs.length;
    }
}
