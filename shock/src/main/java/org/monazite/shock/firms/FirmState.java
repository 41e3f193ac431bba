package org.monazite.shock.firms;

import java.util.Arrays;
import java.util.List;

/// State of one run and the day's work on it. Arrays by firm, by link, by group, as in [FirmNetwork];
/// nothing is
/// allocated per day. Sums run in ascending number of the firm.
final class FirmState implements FirmDayView {

    /// Numbers as small as this count as zero in the published program.
    static final double NOTHING = 1e-20;

    private final FirmNetwork net;
    private final FirmRules rules;
    private final Sharing sharing;
    private final double[] damage; // share lost from its start on; negative: none
    private final int[] damageStart;

    private final double[] stock; // by link
    private final double[] ordered; // by link
    private final double[] delivered; // by link, yesterday's until rationing
    private final double[] groupStock; // by group
    private final double[] capacity;
    private final double[] lost;
    private final double[] demand;
    private final double[] limit;
    private final double[] made;
    private final double[] sold;
    private final double[] valueAddedPart;
    private int day = -1;

    FirmState(FirmNetwork net, FirmRules rules, List<FirmDamage> damages) {
        this.net = net;
        this.rules = rules;
        int firms = net.firms();
        damage = new double[firms];
        damageStart = new int[firms];
        Arrays.fill(damage, -1);
        for (FirmDamage each : damages) {
            if (each.firm() >= firms) {
                throw new IllegalArgumentException(
                        "A damage names firm %d; there are %d.".formatted(each.firm(), firms));
            }
            if (damage[each.firm()] >= 0) {
                throw new IllegalArgumentException("Two damages name the firm '%s'.".formatted(net.name(each.firm())));
            }
            damage[each.firm()] = each.share();
            damageStart[each.firm()] = each.startDay();
        }
        stock = new double[net.links()];
        for (int link = 0; link < stock.length; link++) {
            stock[link] = net.amount[link] * rules.inventoryDays();
        }
        ordered = net.amount.clone();
        delivered = net.amount.clone();
        groupStock = new double[net.groupAmount.length];
        for (int link = 0; link < stock.length; link++) {
            groupStock[net.group[link]] += rules.inventoryDays() * net.amount[link];
        }
        capacity = net.output.clone();
        demand = net.output.clone();
        made = net.output.clone();
        sold = net.finalDemand.clone();
        lost = new double[firms];
        limit = new double[firms];
        for (int firm = 0; firm < firms; firm++) {
            limit[firm] = net.output[firm] * rules.inventoryDays();
        }
        valueAddedPart = valueAddedParts(net);
        sharing = new Sharing(net);
    }

    static double[] valueAddedParts(FirmNetwork net) {
        double[] parts = new double[net.firms()];
        for (int firm = 0; firm < parts.length; firm++) {
            parts[firm] = net.output[firm] <= 0 ? 0 : (net.output[firm] - net.inputs[firm]) / net.output[firm];
        }
        return parts;
    }

    void step(int today) {
        day = today;
        startDamages();
        for (int client = 0; client < net.firms(); client++) {
            takeIn(client);
            order(client);
        }
        for (int firm = 0; firm < net.firms(); firm++) {
            demand(firm);
            produce(firm);
            share(firm);
        }
        recover();
    }

    private void startDamages() {
        for (int firm = 0; firm < damage.length; firm++) {
            if (damage[firm] >= 0 && damageStart[firm] == day) {
                lost[firm] = damage[firm];
                capacity[firm] = net.output[firm] * (1.0 - lost[firm]);
            }
        }
    }

    /// Stocks of a client: in come deliveries, out goes what yesterday's output took from each group,
    /// shared over the
    /// stocks of the group.
    private void takeIn(int client) {
        if (net.output[client] == 0) {
            return;
        }
        double rate = made[client] / net.output[client];
        for (int link = net.firstLink[client]; link < net.firstLink[client + 1]; link++) {
            int group = net.group[link];
            double use =
                    Math.abs(groupStock[group]) <= NOTHING ? 0 : rate * (net.groupAmount[group] / groupStock[group]);
            double next = stock[link] + delivered[link] - stock[link] * use;
            stock[link] = next <= NOTHING ? 0 : next;
        }
    }

    private void order(int client) {
        double output = net.output[client];
        double yesterday = made[client];
        for (int link = net.firstLink[client]; link < net.firstLink[client + 1]; link++) {
            double normal = net.amount[link];
            double order;
            if (output == 0) {
                order = normal;
            } else {
                double use = normal * yesterday / output;
                double target = switch (rules.orders()) {
                    case SCALED_TARGET, SCALED_TARGET_UP -> rules.inventoryDays() * normal * yesterday / output;
                    case FIXED_TARGET -> rules.inventoryDays() * normal;
                };
                double gap = target - stock[link];
                order = rules.orders() == FirmOrders.SCALED_TARGET_UP && gap <= 0
                        ? use
                        : use + 1 / rules.refillDays() * gap;
            }
            ordered[link] = order < 0 ? 0 : order;
        }
    }

    private void demand(int firm) {
        double orders = 0;
        for (int out = net.firstOut[firm]; out < net.firstOut[firm + 1]; out++) {
            orders += ordered[net.outLink[out]];
        }
        double next = net.finalDemand[firm] + orders;
        if (!(Math.abs(demand[firm] - next) < NOTHING)) {
            demand[firm] = next;
        }
    }

    private void produce(int firm) {
        double most = capacity[firm];
        if (net.buys(firm)) {
            double least = stockLimit(firm, net.firstGroup[firm], net.firstGroup[firm + 1]);
            limit[firm] = least;
            most = most > least ? least : most;
        }
        made[firm] = most > demand[firm] ? demand[firm] : most;
    }

    private double stockLimit(int firm, int from, int to) {
        Arrays.fill(groupStock, from, to, 0);
        for (int link = net.firstLink[firm]; link < net.firstLink[firm + 1]; link++) {
            groupStock[net.group[link]] += stock[link];
        }
        double least = Double.POSITIVE_INFINITY;
        for (int group = from; group < to; group++) {
            double each = groupStock[group] / net.groupAmount[group] * net.output[firm];
            least = least > each ? each : least;
        }
        return least;
    }

    private void share(int firm) {
        double finalDemand = net.finalDemand[firm];
        switch (rules.rationing()) {
            case PROPORTIONAL -> {
                double part = demand[firm] == 0 ? 0 : made[firm] / demand[firm];
                sold[firm] = part * finalDemand;
                deliver(firm, part);
            }
            case FINAL_LAST -> {
                double missing = Math.max(0, demand[firm] - made[firm]);
                if (finalDemand >= missing) {
                    sold[firm] = finalDemand - missing;
                    deliver(firm, 1);
                } else {
                    sold[firm] = 0;
                    deliver(firm, made[firm] / (demand[firm] - finalDemand));
                }
            }
            case WATERFILL_AS_PUBLISHED -> sold[firm] = sharing.asPublished(firm, made[firm], ordered, delivered);
            case WATERFILL -> sold[firm] = sharing.exact(firm, made[firm], demand[firm], ordered, delivered);
        }
    }

    private void deliver(int firm, double part) {
        for (int out = net.firstOut[firm]; out < net.firstOut[firm + 1]; out++) {
            int link = net.outLink[out];
            delivered[link] = ordered[link] * part;
        }
    }

    private void recover() {
        if (rules.recovery() == FirmRecovery.NONE) {
            return;
        }
        for (int firm = 0; firm < lost.length; firm++) {
            if (lost[firm] > 0 && day - damageStart[firm] >= rules.recoveryDelayDays()) {
                lost[firm] = Math.max(0, recovered(firm));
                capacity[firm] = (1.0 - lost[firm]) * net.output[firm];
            }
        }
    }

    private double recovered(int firm) {
        double days = rules.recoveryDays();
        return switch (rules.recovery()) {
            case NONE -> lost[firm];
            case LINEAR -> lost[firm] - damage[firm] / days;
            case UNIFORM -> lost[firm] - 1.0 / days;
            case AT_ONCE -> 0;
            case RENEWAL -> lost[firm] * (1.0 - 1.0 / (damage[firm] / days));
            case EXPONENTIAL -> damage[firm] * StrictMath.exp(-day / days);
            case DAMPED -> damped(firm, days);
        };
    }

    private double damped(int firm, double days) {
        int degree = 0;
        double sum = 0;
        for (int link = net.firstLink[firm]; link < net.firstLink[firm + 1]; link++) {
            sum += lost[net.supplier[link]];
            degree++;
        }
        for (int out = net.firstOut[firm]; out < net.firstOut[firm + 1]; out++) {
            sum += lost[net.outClient[out]];
            degree++;
        }
        double open = degree == 0 ? 1 : 1 - sum / degree;
        return open == 0 ? lost[firm] : lost[firm] * (1.0 - 1.0 / days * open);
    }

    @Override
    public int day() {
        return day;
    }

    @Override
    public double made(int firm) {
        return made[firm];
    }

    @Override
    public double asked(int firm) {
        return demand[firm];
    }

    @Override
    public double stockLimit(int firm) {
        return limit[firm];
    }

    @Override
    public double lost(int firm) {
        return lost[firm];
    }

    @Override
    public double sold(int firm) {
        return sold[firm];
    }

    @Override
    public double delivered(int link) {
        return delivered[link];
    }

    @Override
    public double totalMade() {
        double sum = 0;
        for (double each : made) {
            sum += each;
        }
        return sum;
    }

    @Override
    public double totalValueAdded() {
        double sum = 0;
        for (int firm = 0; firm < made.length; firm++) {
            sum += valueAddedPart[firm] * made[firm];
        }
        return sum;
    }

    @Override
    public double totalSold() {
        double sum = 0;
        for (double each : sold) {
            sum += each;
        }
        return sum;
    }
}
