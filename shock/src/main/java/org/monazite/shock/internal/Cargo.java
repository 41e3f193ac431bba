package org.monazite.shock.internal;

import org.monazite.shock.Action;

/// Ships that were under way when their lane was shut and that wait or come later. Laid out as the ring of shipments
/// at the day of closing.
final class Cargo {

    private final int[] links;
    private final Action.LaneClosure action;
    private final int ringDays;
    private final double[] held;

    Cargo(int[] links, Action.LaneClosure action, int ringDays) {
        this.links = links;
        this.action = action;
        this.ringDays = ringDays;
        this.held = new double[ringDays * links.length];
    }

    /// Takes ships off the ring on the day of closing, and lets those arrive whose time has come.
    void move(int day, int width, double[] ring, double[] stock, double[] transit, int[] cellOf) {
        if (day == action.start()) {
            for (int ahead = 0; ahead < ringDays; ahead++) {
                int row = (day + ahead) % ringDays * width;
                for (int i = 0; i < links.length; i++) {
                    held[ahead * links.length + i] = ring[row + links[i]];
                    ring[row + links[i]] = 0;
                }
            }
        }
        long ahead = (long) day - action.start() - shift();
        if (ahead >= 0 && ahead < ringDays) {
            for (int i = 0; i < links.length; i++) {
                double due = held[(int) ahead * links.length + i];
                stock[cellOf[links[i]]] += due;
                transit[links[i]] -= due;
                held[(int) ahead * links.length + i] = 0;
            }
        }
    }

    private long shift() {
        return switch (action.underWay()) {
            case CONTINUE -> 0;
            case STOP -> (long) action.end() - action.start();
            case DELAY -> (long) Math.ceil(action.underWayDays());
        };
    }
}
