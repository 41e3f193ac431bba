package org.monazite.shock.scale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.shock.OrderSignal;
import org.monazite.shock.RationingRule;
import org.monazite.supply.Criticality;

/// The same days again, written for reading: objects, double precision, an order stored on every link.
/// Nothing is shared with the fast engine but the network, the events and the rules.
final class PlainFirms {

    private final List<Firm> firms = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final FirmScenario scenario;
    private final FirmRules rules;

    private static final class Firm {
        private int number;
        private int rank;
        private double normal;
        private double finalNormal;
        private double overtime = 1;
        private double smoothed;
        private double service = 1;
        private double made;
        private double madeBefore;
        private double demand;
        private double finalWant;
        private double capacityShare = 1;
        private final List<Link> customers = new ArrayList<>();
        private final Map<Integer, Input> inputs = new TreeMap<>();
    }

    private static final class Input {
        private double normal;
        private double stock;
        private Criticality criticality = Criticality.NO_EFFECT;
        private final List<Link> links = new ArrayList<>();
    }

    private static final class Link {
        private Firm from;
        private Firm to;
        private double normal;
        private double order;
        private double permitted;
        private double shipped;
        private boolean banned;
        private boolean touched;
        private double gate;
        private double service = 1;
    }

    /// @param nudge relative change of all first stocks: how much it grows tells how much any rounding
    ///     grows
    PlainFirms(FirmNetwork network, FirmScenario scenario, FirmRules rules, double nudge) {
        this.scenario = scenario;
        this.rules = rules;
        for (int i = 0; i < network.firms(); i++) {
            Firm firm = new Firm();
            firm.number = i;
            firm.rank = network.useClass(i).ordinal();
            firm.normal = network.outputPerYear(i) / 365;
            firm.finalNormal = network.finalPerYear(i) / 365;
            firm.smoothed = firm.normal;
            firm.made = firm.normal;
            firms.add(firm);
        }
        for (int i = 0; i < network.links(); i++) {
            Link link = new Link();
            link.from = firms.get(network.supplier(i));
            link.to = firms.get(network.customer(i));
            link.normal = network.perYear(i) / 365;
            link.order = link.normal;
            link.shipped = link.normal;
            link.touched = scenario.events().stream()
                    .anyMatch(event -> event instanceof FirmEvent.Ban ban && covers(ban, link));
            link.from.customers.add(link);
            Input input = link.to.inputs.computeIfAbsent(network.sectorOf(network.supplier(i)), _ -> new Input());
            input.links.add(link);
            input.normal += link.normal;
            if (network.criticality(i).compareTo(input.criticality) < 0) {
                input.criticality = network.criticality(i);
            }
            links.add(link);
        }
        firms.forEach(firm ->
                firm.inputs.values().forEach(input -> input.stock = rules.stockDays() * input.normal * (1 + nudge)));
    }

    private static boolean covers(FirmEvent.Ban ban, Link link) {
        return ban.from().contains(link.from.number) && ban.to().contains(link.to.number);
    }

    /// Output of a firm, as a share of normal times.
    double made(int firm) {
        return firms.get(firm).normal == 0 ? 0 : firms.get(firm).made / firms.get(firm).normal;
    }

    void day(int day) {
        firms.forEach(
                firm -> firm.inputs.values().forEach(input -> input.links.forEach(l -> input.stock += l.shipped)));
        firms.forEach(firm -> firm.capacityShare = 1);
        for (FirmEvent event : scenario.events()) {
            if (event instanceof FirmEvent.Outage outage) {
                firms.stream()
                        .filter(firm -> outage.firms().contains(firm.number))
                        .forEach(firm -> firm.capacityShare *= 1 - lost(outage, day));
            }
        }
        gates(day);
        firms.forEach(firm -> ask(firm, day));
        firms.forEach(firm -> produce(firm, day));
        firms.forEach(this::serve);
        firms.forEach(this::plan);
    }

    private static double lost(FirmEvent.Outage outage, int day) {
        if (day < outage.start()) {
            return 0;
        }
        if (day < outage.end()) {
            return outage.share();
        }
        return outage.recoveryDays() == 0
                ? 0
                : outage.share() * Math.max(0, 1 - (day - outage.end()) / outage.recoveryDays());
    }

    private void gates(int day) {
        for (Link link : links) {
            link.gate = Double.POSITIVE_INFINITY;
            link.banned = false;
            for (FirmEvent event : scenario.events()) {
                if (event instanceof FirmEvent.Ban ban && covers(ban, link) && day >= ban.start() && day < ban.end()) {
                    link.gate = Math.min(link.gate, ban.allowed() * link.normal);
                    link.banned |= ban.allowed() == 0;
                }
            }
            link.permitted = Math.min(link.order, link.gate);
        }
    }

    private void ask(Firm firm, int day) {
        firm.finalWant = firm.finalNormal;
        for (FirmEvent event : scenario.events()) {
            if (event instanceof FirmEvent.Surge surge
                    && surge.firms().contains(firm.number)
                    && day >= surge.start()
                    && day < surge.end()) {
                double ramp = surge.rampDays() == 0 ? 1 : Math.min(1, (day - surge.start()) / surge.rampDays());
                firm.finalWant *= 1 + surge.growth() * ramp;
            }
        }
        firm.demand = firm.finalWant
                + firm.customers.stream().mapToDouble(l -> l.permitted).sum();
    }

    private void produce(Firm firm, int day) {
        if (day > 0) {
            double z = firm.demand > 0 ? Math.max(0, (firm.demand - firm.made) / firm.demand) : 0;
            double calm = 1 - Math.min(1, 1000 * z);
            firm.overtime +=
                    ((rules.overtime() - firm.overtime) * z + (1 - firm.overtime) * calm) / rules.overtimeDays();
            firm.overtime = Math.max(1, firm.overtime);
        }
        double capacity = firm.normal * rules.spare() * firm.capacityShare * firm.overtime;
        double goal = Math.min(firm.demand, capacity);
        double least = 1;
        double weak = 1;
        double all = firm.inputs.values().stream().mapToDouble(i -> i.normal).sum();
        for (Input input : firm.inputs.values()) {
            double need = input.normal / firm.normal * goal;
            double q = need > 0 ? Math.min(1, input.stock / need) : 1;
            switch (input.criticality) {
                case ESSENTIAL -> least = Math.min(least, q);
                case IMPORTANT -> least = Math.min(least, (1 + q) / 2);
                case NON_ESSENTIAL -> weak -= input.normal / all * (1 - q);
                case NO_EFFECT -> {}
            }
        }
        firm.made = goal * Math.min(least, weak);
        for (Input input : firm.inputs.values()) {
            input.stock = Math.max(0, input.stock - input.normal / firm.normal * firm.made);
        }
    }

    private record Want(Link link, double want, double normal, int rank) {}

    private void serve(Firm firm) {
        List<Want> wants = new ArrayList<>();
        boolean finalLast = rules.rationing() == RationingRule.FINAL_LAST;
        firm.customers.forEach(l -> wants.add(new Want(l, l.permitted, l.normal, finalLast ? 0 : l.to.rank)));
        if (firm.finalWant > 0) {
            wants.add(new Want(null, firm.finalWant, firm.finalNormal, finalLast ? 1 : 3));
        }
        double left = firm.made;
        if (rules.rationing() == RationingRule.PROPORTIONAL) {
            double share = firm.demand > 0 ? Math.min(1, left / firm.demand) : 1;
            firm.customers.forEach(l -> l.shipped = l.permitted * share);
            firm.service += (share - firm.service) / rules.memoryDays();
        } else {
            for (int rank = 0; rank < 4; rank++) {
                int r = rank;
                left -= serveRank(wants.stream().filter(w -> w.rank == r).toList(), left);
            }
            double ordered =
                    firm.customers.stream().mapToDouble(l -> l.permitted).sum();
            double shipped = firm.customers.stream().mapToDouble(l -> l.shipped).sum();
            firm.service += ((ordered > 0 ? shipped / ordered : 1) - firm.service) / rules.memoryDays();
        }
        for (Link link : firm.customers) {
            double met = link.order > 0 ? link.shipped / link.order : link.gate > 0 ? 1 : 0;
            link.service += (met - link.service) / rules.memoryDays();
        }
    }

    private double serveRank(List<Want> wants, double have) {
        double all = wants.stream().mapToDouble(Want::want).sum();
        double level = Double.POSITIVE_INFINITY;
        double share = all > have ? Math.max(0, have) / all : 1;
        if (rules.rationing() == RationingRule.PRIORITY_WATERFILL) {
            level = all > have ? level(wants, Math.max(0, have)) : level;
            share = 1;
        }
        double given = 0;
        for (Want want : wants) {
            double got = Math.min(want.want * share, level * want.normal);
            given += got;
            if (want.link != null) {
                want.link.shipped = got;
            }
        }
        return given;
    }

    private static double level(List<Want> wants, double have) {
        List<Want> sorted = new ArrayList<>(wants);
        sorted.sort(Comparator.comparingDouble(w -> w.want / w.normal));
        double slope = sorted.stream().mapToDouble(Want::normal).sum();
        double left = have;
        for (Want want : sorted) {
            if (want.want / want.normal * slope >= left) {
                return left / slope;
            }
            left -= want.want;
            slope -= want.normal;
        }
        return Double.POSITIVE_INFINITY;
    }

    private void plan(Firm firm) {
        double level = firm.normal > 0 ? firm.smoothed / firm.normal : 1;
        firm.smoothed += (Math.min(firm.demand, rules.demandMost() * firm.normal) - firm.smoothed) / rules.demandDays();
        double use = rules.orders() == OrderSignal.SMOOTHED ? firm.smoothed : firm.made;
        double goal = switch (rules.orders()) {
            case SMOOTHED -> firm.smoothed;
            case FIXED -> firm.normal;
            case REALISED -> firm.made;
        };
        for (Input input : firm.inputs.values()) {
            double each = input.normal / firm.normal;
            double coming = input.links.stream().mapToDouble(l -> l.shipped).sum() - level * input.normal;
            double need = each * use + (rules.stockDays() * each * goal - input.stock - coming) / rules.refillDays();
            need = Math.clamp(need, 0, rules.orderMost() * input.normal);
            double pulls = input.links.stream().mapToDouble(this::pull).sum();
            for (Link link : input.links) {
                link.order = need * (pulls > 0 ? pull(link) / pulls : link.normal / input.normal);
            }
        }
    }

    private double pull(Link link) {
        double service = link.touched ? link.service : link.from.service;
        double capacity = Math.max(link.from.capacityShare * link.from.overtime, 1e-9);
        return link.banned
                ? 0
                : link.normal
                        * Math.pow(Math.max(service, rules.memoryLeast()), rules.memoryPower())
                        * Math.pow(capacity, rules.capacityPower());
    }
}
