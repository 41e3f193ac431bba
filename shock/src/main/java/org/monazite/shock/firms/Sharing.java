package org.monazite.shock.firms;

/// Water-filling at one supplier: everyone gets the same multiple (level) of its normal amount, nobody
/// more than it
/// wants. Final demand is a customer whose want is its normal amount. Writes what is delivered on the
/// supplier's links
/// and returns what final demand gets. Buffers are as long as the longest list of clients; not for
/// several threads.
final class Sharing {

    private final FirmNetwork net;
    private final double[] rest; // want over normal that is not served yet
    private final double[] level;
    private final int[] live;
    private final double[] wanted;
    private final double[] normal;

    Sharing(FirmNetwork net) {
        this.net = net;
        int most = 0;
        for (int firm = 0; firm < net.firms(); firm++) {
            most = Math.max(most, net.firstOut[firm + 1] - net.firstOut[firm]);
        }
        rest = new double[most];
        level = new double[most];
        live = new int[most];
        wanted = new double[most + 1];
        normal = new double[most + 1];
    }

    /// The loop of the published program, sum by sum: the cost of a level counts final demand even after
    /// it has been
    /// served, and the output counted for it is lost. O(clients squared) when all wants differ.
    double asPublished(int firm, double output, double[] ordered, double[] delivered) {
        int first = net.firstOut[firm];
        int clients = net.firstOut[firm + 1] - first;
        for (int i = 0; i < clients; i++) {
            int link = net.outLink[first + i];
            rest[i] = ordered[link] / net.amount[link];
            level[i] = 0;
            live[i] = i;
        }
        double weight = net.finalDemand[firm];
        double finalRest = 1;
        double finalLevel = 0;
        double left = output;
        int alive = clients;
        while (true) {
            double least = least(alive, finalRest);
            if (least < 0 || nothing(least)) {
                break;
            }
            double cost = 0;
            for (int k = 0; k < alive; k++) {
                cost += least * net.amount[net.outLink[first + live[k]]];
            }
            cost += least * weight;
            if (!(left > cost)) {
                double last = last(first, alive, finalRest > 0 ? weight : 0, left);
                finalLevel += finalRest > 0 ? last : 0;
                break;
            }
            alive = raise(alive, least);
            if (finalRest > 0) {
                finalRest -= least;
                finalLevel += least;
                finalRest = finalRest < 0 || nothing(finalRest) ? 0 : finalRest;
            }
            left -= cost;
            if (alive == 0 && nothing(finalRest) || left < 0 || nothing(left)) {
                break;
            }
        }
        for (int i = 0; i < clients; i++) {
            int link = net.outLink[first + i];
            delivered[link] = level[i] * net.amount[link];
        }
        return finalLevel * weight;
    }

    private static boolean nothing(double value) {
        return Math.abs(value) <= FirmState.NOTHING;
    }

    private double least(int alive, double finalRest) {
        double least = -1;
        for (int k = 0; k < alive; k++) {
            double each = rest[live[k]];
            if (!nothing(each) && (least < 0 || least > each)) {
                least = each;
            }
        }
        if (!nothing(finalRest) && finalRest > 0 && (least < 0 || least > finalRest)) {
            least = finalRest;
        }
        return least;
    }

    /// Everyone who is left gets the level; who has all it wants leaves. Returns how many stay.
    private int raise(int alive, double least) {
        int stay = 0;
        for (int k = 0; k < alive; k++) {
            int i = live[k];
            rest[i] -= least;
            level[i] += least;
            if (!(rest[i] < 0 || nothing(rest[i]))) {
                live[stay++] = i;
            }
        }
        return stay;
    }

    /// What is left goes to those who still want something. Returns the last rise of the level.
    private double last(int first, int alive, double finalWeight, double left) {
        double weights = 0;
        for (int k = 0; k < alive; k++) {
            if (rest[live[k]] > 0) {
                weights += net.amount[net.outLink[first + live[k]]];
            }
        }
        weights += finalWeight;
        double rise = weights <= 0 ? 0 : left / weights;
        for (int k = 0; k < alive; k++) {
            if (rest[live[k]] > 0) {
                level[live[k]] += rise;
            }
        }
        return rise;
    }

    /// One level for all: `sum min(want, level * normal) = output`, found from below in a few rounds.
    double exact(int firm, double output, double demand, double[] ordered, double[] delivered) {
        int first = net.firstOut[firm];
        int clients = net.firstOut[firm + 1] - first;
        double finalDemand = net.finalDemand[firm];
        if (output >= demand) {
            for (int i = 0; i < clients; i++) {
                int link = net.outLink[first + i];
                delivered[link] = ordered[link];
            }
            return finalDemand;
        }
        for (int i = 0; i < clients; i++) {
            int link = net.outLink[first + i];
            wanted[i] = ordered[link];
            normal[i] = net.amount[link];
        }
        wanted[clients] = finalDemand;
        normal[clients] = finalDemand;
        double found = level(clients + (finalDemand > 0 ? 1 : 0), output);
        for (int i = 0; i < clients; i++) {
            delivered[net.outLink[first + i]] = Math.min(wanted[i], found * normal[i]);
        }
        return Math.min(finalDemand, found * finalDemand);
    }

    /// The level at which the first `customers` of the buffers take the output: from below, each round
    /// with those who
    /// have all they want at the level so far. Infinite if they want no more than the output.
    private double level(int customers, double output) {
        double all = 0;
        for (int i = 0; i < customers; i++) {
            all += normal[i];
        }
        double level = output / all;
        while (true) {
            double served = 0;
            double weights = 0;
            for (int i = 0; i < customers; i++) {
                if (wanted[i] <= level * normal[i]) {
                    served += wanted[i];
                } else {
                    weights += normal[i];
                }
            }
            if (weights == 0) {
                return Double.POSITIVE_INFINITY;
            }
            double next = (output - served) / weights;
            if (!(next > level)) {
                return level;
            }
            level = next;
        }
    }
}
