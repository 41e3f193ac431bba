package org.monazite.shock.scale;

import java.util.ArrayList;
import java.util.List;

/// Which outages and surges touch which tile, and what they are on a day.
final class Calendar {

    private record Lost(int lane, FirmEvent.Outage outage) {}

    private record Grown(int lane, FirmEvent.Surge surge) {}

    private final Layout layout;
    private final List<List<Lost>> outages;
    private final List<List<Grown>> surges;

    Calendar(Layout layout, List<FirmScenario> lanes) {
        this.layout = layout;
        this.outages = empty(layout.tiles);
        this.surges = empty(layout.tiles);
        for (int lane = 0; lane < lanes.size(); lane++) {
            for (FirmEvent event : lanes.get(lane).events()) {
                switch (event) {
                    case FirmEvent.Outage outage -> add(outages, outage.firms(), new Lost(lane, outage));
                    case FirmEvent.Surge surge -> add(surges, surge.firms(), new Grown(lane, surge));
                    case FirmEvent.Ban _ -> {} // works on links: see Touched
                }
            }
        }
    }

    private static <T> List<List<T>> empty(int tiles) {
        List<List<T>> lists = new ArrayList<>(tiles);
        for (int tile = 0; tile < tiles; tile++) {
            lists.add(List.of());
        }
        return lists;
    }

    private <T> void add(List<List<T>> lists, Firms firms, T item) {
        for (int tile = 0; tile < layout.tiles; tile++) {
            boolean hit = false;
            for (int firm = layout.tileFirst[tile]; firm < layout.tileFirst[tile + 1] && !hit; firm++) {
                hit = firms.contains(layout.original[firm]);
            }
            if (hit) {
                List<T> longer = new ArrayList<>(lists.get(tile));
                longer.add(item);
                lists.set(tile, longer);
            }
        }
    }

    /// Writes the capacity that is left in a tile, if a day changes it.
    void keep(int tile, int day, State state) {
        List<Lost> list = outages.get(tile);
        boolean changes = false;
        for (Lost lost : list) {
            changes |= lost.outage.left(day) != (day == 0 ? 1 : lost.outage.left(day - 1));
        }
        if (!changes) {
            return;
        }
        int from = state.row(layout.tileFirst[tile]);
        int to = state.row(layout.tileFirst[tile + 1]);
        java.util.Arrays.fill(state.keep, from, to, 1);
        for (Lost lost : list) {
            float left = lost.outage.left(day);
            for (int firm = layout.tileFirst[tile]; firm < layout.tileFirst[tile + 1]; firm++) {
                if (left != 1 && lost.outage.firms().contains(layout.original[firm])) {
                    state.keep[state.row(firm) + lost.lane] *= left;
                }
            }
        }
    }

    /// True if final demand for what a tile makes changes some day.
    boolean surges(int tile) {
        return !surges.get(tile).isEmpty();
    }

    /// Final demand for what a firm makes, times the normal one.
    float surge(int tile, int firm, int lane, int day) {
        float factor = 1;
        for (Grown grown : surges.get(tile)) {
            if (grown.lane == lane && grown.surge.firms().contains(layout.original[firm])) {
                factor *= grown.surge.factor(day);
            }
        }
        return factor;
    }
}
