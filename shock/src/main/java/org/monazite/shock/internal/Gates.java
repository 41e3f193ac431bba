package org.monazite.shock.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.monazite.shock.Action;

/// What the actions of a scenario do on a day: bans, licence queues, lost capacity, closed lanes, surges, releases.
/// One per run; holds the queues.
final class Gates {

    private final Wiring wiring;
    private final List<Ban> bans = new ArrayList<>();
    private final List<Licence> licences = new ArrayList<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private final List<Surge> surges = new ArrayList<>();
    private final Quotas quotas = new Quotas();
    final List<Release> releases = new ArrayList<>();

    /// Permitted flow per link; infinite when free.
    final double[] gamma;
    final boolean[] banned;
    /// Links under a ban, a licence regime or a quota today.
    final boolean[] controlled;
    final int[] lag;
    /// Share of capacity that is left, per node.
    final double[] capacity;
    /// Factor on final demand.
    final double[] demand;

    private boolean quiet;

    private record Ban(int[] links, Action.ExportBan action) {}

    private record Lane(int[] links, double[] extra, Action.LaneClosure action) {}

    private record Loss(int[] nodes, Action.Outage action) {}

    private record Surge(int[] finals, Action.DemandSurge action) {}

    /// A strategic stock on its way down.
    static final class Release {
        final int[] cells;
        final Action.StockRelease action;
        final Watch watch;
        double left;

        Release(Wiring wiring, Aim aim, Action.StockRelease action) {
            this.cells = aim.cells(Set.of(action.place()), Set.of(action.product()));
            this.action = action;
            this.watch = new Watch(action.trigger(), cells, Watch.Weights.buying(wiring, cells));
            this.left = action.tonnes();
        }
    }

    /// Three stages per link, for the controlled part and for the part that travels under the same code.
    private static final class Licence {
        final int[] links;
        final Action.LicenceRegime action;
        final double[] queue;
        final double[] spillQueue;
        final double[] out; // permits of the day

        Licence(int[] links, Action.LicenceRegime action) {
            this.links = links;
            this.action = action;
            this.queue = new double[3 * links.length];
            this.spillQueue = new double[3 * links.length];
            this.out = new double[links.length];
        }

        double approval(int day) {
            double share = 0;
            for (Action.Approval approval : action.approval()) {
                share = day >= approval.day() ? approval.share() : share;
            }
            return share;
        }
    }

    Gates(Wiring wiring, List<Action> actions) {
        this.wiring = wiring;
        this.gamma = new double[wiring.links];
        this.banned = new boolean[wiring.links];
        this.controlled = new boolean[wiring.links];
        this.lag = wiring.linkLag.clone();
        this.capacity = new double[wiring.nodes];
        this.demand = new double[wiring.finals];
        Aim aim = new Aim(wiring);
        for (Action action : actions) {
            switch (action) {
                case Action.ExportBan ban -> bans.add(new Ban(aim.links(ban.targets()), ban));
                case Action.LicenceRegime licence -> licences.add(new Licence(aim.links(licence.targets()), licence));
                case Action.Quota quota -> quotas.add(aim.links(quota.targets()), quota);
                case Action.Outage outage -> losses.add(new Loss(aim.nodes(outage), outage));
                case Action.LaneClosure closure -> lanes.add(lane(closure, actions));
                case Action.DemandSurge surge -> surges.add(new Surge(aim.finals(surge), surge));
                case Action.StockRelease release -> releases.add(new Release(wiring, aim, release));
                case Action.Rush _, Action.Hoarding _, Action.Leakage _, Action.NewSupplier _ -> {} // in Responses
                case Action.Substitution _, Action.Recycling _, Action.Restart _ -> {}
                case Action.Branching _ ->
                    throw new IllegalArgumentException("A run plays one future: Scenario.branch(member).");
            }
        }
        reset();
        quiet = false;
    }

    /// Links whose route crosses the lane, with their detour; infinite where there is no way round.
    private Lane lane(Action.LaneClosure closure, List<Action> all) {
        Detours detours = new Detours(wiring.network, closure, all);
        List<Integer> hit = new ArrayList<>();
        List<Double> extra = new ArrayList<>();
        for (int link = 0; link < wiring.links; link++) {
            OptionalDouble days = detours.extra(wiring.linkRoutes[link]);
            if (days.isPresent()) {
                hit.add(link);
                extra.add(days.getAsDouble());
            }
        }
        return new Lane(
                hit.stream().mapToInt(Integer::intValue).toArray(),
                extra.stream().mapToDouble(Double::doubleValue).toArray(),
                closure);
    }

    private void reset() {
        Arrays.fill(gamma, Double.POSITIVE_INFINITY);
        Arrays.fill(banned, false);
        Arrays.fill(controlled, false);
        System.arraycopy(wiring.linkLag, 0, lag, 0, lag.length);
        Arrays.fill(capacity, 1);
        Arrays.fill(demand, 1);
    }

    private boolean acts(int day) {
        boolean acts = false;
        for (Ban ban : bans) {
            acts |= in(day, ban.action().start(), ban.action().end());
        }
        for (Licence licence : licences) {
            acts |= in(day, licence.action.start(), licence.action.end());
        }
        for (Lane lane : lanes) {
            acts |= in(day, lane.action().start(), lane.action().end());
        }
        for (Loss loss : losses) {
            acts |= lost(loss.action(), day) > 0;
        }
        for (Surge surge : surges) {
            acts |= in(day, surge.action().start(), surge.action().end());
        }
        return acts || quotas.acts(day);
    }

    private static boolean in(int day, int start, int end) {
        return day >= start && day < end;
    }

    /// Sets the day up: everything but the licence queues, which need the orders of the day.
    ///
    /// @param flow that counts as normal today
    void open(int day, double[] flow) {
        boolean acting = acts(day);
        if (!acting && quiet) {
            return;
        }
        reset();
        quiet = !acting;
        for (Ban ban : bans) {
            if (in(day, ban.action().start(), ban.action().end())) {
                for (int link : ban.links()) {
                    gamma[link] = Math.min(gamma[link], ban.action().allowed() * flow[link]);
                    banned[link] |= ban.action().allowed() == 0;
                    controlled[link] = true;
                }
            }
        }
        for (Licence licence : licences) {
            if (in(day, licence.action.start(), licence.action.end())) {
                for (int link : licence.links) {
                    controlled[link] = true;
                }
            }
        }
        quotas.mark(day, controlled);
        for (Lane lane : lanes) {
            if (in(day, lane.action().start(), lane.action().end())) {
                shut(lane);
            }
        }
        for (Loss loss : losses) {
            double left = 1 - lost(loss.action(), day);
            for (int node : loss.nodes()) {
                capacity[node] *= left;
            }
        }
        for (Surge surge : surges) {
            if (in(day, surge.action().start(), surge.action().end())) {
                double ramp = surge.action().rampDays() == 0
                        ? 1
                        : Math.min(
                                1,
                                (day - surge.action().start()) / surge.action().rampDays());
                for (int slot : surge.finals()) {
                    demand[slot] *= 1 + surge.action().growth() * ramp;
                }
            }
        }
    }

    /// Of several lanes shut on one route the longest detour counts: ships that leave the usual way do it once.
    private void shut(Lane lane) {
        for (int i = 0; i < lane.links().length; i++) {
            int link = lane.links()[i];
            if (Double.isInfinite(lane.extra()[i])) {
                gamma[link] = 0;
                banned[link] = true;
            } else {
                lag[link] = Math.max(lag[link], wiring.linkLag[link] + (int) Math.ceil(lane.extra()[i]));
            }
        }
    }

    private static double lost(Action.Outage outage, int day) {
        if (day < outage.start()) {
            return 0;
        }
        if (day < outage.end()) {
            return outage.loss();
        }
        if (outage.recoveryDays() == 0) {
            return 0;
        }
        double since = (day - outage.end()) / outage.recoveryDays();
        return switch (outage.recovery()) {
            case LINEAR -> outage.loss() * Math.max(0, 1 - since);
            case EXPONENTIAL -> outage.loss() * StrictMath.exp(-since);
        };
    }

    /// Moves the licence queues by a day; `orders` are what buyers ask today.
    void decide(int day, double[] orders) {
        for (Licence licence : licences) {
            if (in(day, licence.action.start(), licence.action.end())) {
                decide(licence, licence.approval(day), orders);
            }
        }
        quotas.decide(day, orders, gamma);
    }

    /// Takes what was shipped off the quotas.
    void settle(int day, double[] shipped) {
        quotas.settle(day, shipped);
    }

    /// Ships that wait or come later, one entry per closure.
    List<Cargo> cargo(int ringDays) {
        return lanes.stream()
                .filter(lane -> lane.action().underWay() != Action.UnderWay.CONTINUE)
                .map(lane -> new Cargo(lane.links(), lane.action(), ringDays))
                .toList();
    }

    private void decide(Licence licence, double approval, double[] orders) {
        Action.LicenceRegime action = licence.action;
        double controlled = action.controlled();
        double granted = 0;
        for (int i = 0; i < licence.links.length; i++) {
            double asked = controlled * orders[licence.links[i]];
            licence.out[i] = queue(licence.queue, i, approval * asked, rate(action.delayDays()));
            granted += licence.out[i];
        }
        double part = granted > action.capPerDay() ? action.capPerDay() / granted : 1;
        for (int i = 0; i < licence.links.length; i++) {
            int link = licence.links[i];
            double asked = controlled * orders[link];
            double out = licence.out[i] * part;
            double shares = (1 - controlled) * orders[link];
            double waits = action.spill() * shares;
            double spill = Math.min(waits, queue(licence.spillQueue, i, waits, rate(action.spillDelayDays())));
            double permitted = controlled == 1 ? out : Math.min(asked, out) + spill + (shares - waits);
            gamma[link] = Math.min(gamma[link], permitted);
        }
    }

    /// Part of each stage that moves on per day. Three stages of a day each are the shortest way through.
    private static double rate(double meanDays) {
        return Math.min(1, 3 / meanDays);
    }

    private static double queue(double[] queue, int link, double enters, double rate) {
        int q = 3 * link;
        double out = rate * queue[q + 2];
        queue[q + 2] += rate * queue[q + 1] - rate * queue[q + 2];
        queue[q + 1] += rate * queue[q] - rate * queue[q + 1];
        queue[q] += enters - rate * queue[q];
        return out;
    }

    /// The longest lag any link can have.
    int longestLag() {
        double extra = 0;
        for (Lane lane : lanes) {
            for (double each : lane.extra()) {
                extra = Double.isInfinite(each) ? extra : Math.max(extra, Math.ceil(each));
            }
        }
        return wiring.longestLag + (int) extra;
    }
}
