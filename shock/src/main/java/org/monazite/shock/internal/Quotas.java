package org.monazite.shock.internal;

import java.util.ArrayList;
import java.util.List;
import org.monazite.shock.Action;

/// Quotas of a scenario and what is left of them.
final class Quotas {

    private static final int[] NONE = {};

    private final List<Quota> all = new ArrayList<>();

    private static final class Quota {
        final int[] links;
        final Action.Quota action;
        double left;

        Quota(int[] links, Action.Quota action) {
            this.links = links;
            this.action = action;
        }

        boolean acts(int day) {
            return day >= action.start() && day < action.end();
        }
    }

    void add(int[] links, Action.Quota action) {
        all.add(new Quota(links, action));
    }

    /// True if any quota is in force.
    boolean acts(int day) {
        for (Quota quota : all) { // once a day: no stream
            if (quota.acts(day)) {
                return true;
            }
        }
        return false;
    }

    /// Marks what is controlled.
    void mark(int day, boolean[] controlled) {
        for (Quota quota : all) {
            for (int link : quota.acts(day) ? quota.links : NONE) {
                controlled[link] = true;
            }
        }
    }

    /// Cuts permits to the day's total, `left / days left`, in proportion to orders. Who asks nothing is not cut,
    /// unless nothing is left.
    void decide(int day, double[] orders, double[] gamma) {
        for (Quota quota : all) {
            if (!quota.acts(day)) {
                continue;
            }
            int into = (day - quota.action.start()) % quota.action.periodDays();
            if (into == 0) {
                quota.left = quota.action.tonnes();
            }
            double total = quota.left / (quota.action.periodDays() - into);
            double asked = 0;
            for (int link : quota.links) {
                asked += orders[link];
            }
            for (int link : quota.links) {
                if (orders[link] > 0) {
                    gamma[link] = Math.min(gamma[link], total * (orders[link] / asked));
                } else if (total <= 0) {
                    gamma[link] = 0;
                }
            }
        }
    }

    /// Takes off what was shipped.
    void settle(int day, double[] shipped) {
        for (Quota quota : all) {
            if (quota.acts(day)) {
                for (int link : quota.links) {
                    quota.left -= shipped[link];
                }
                quota.left = Math.max(0, quota.left);
            }
        }
    }
}
