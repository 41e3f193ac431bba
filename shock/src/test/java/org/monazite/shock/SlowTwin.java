package org.monazite.shock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.monazite.supply.SupplyNetwork;

/// The daily engine once more, slow and plain: objects and lists, every formula where it is used, nothing shared with
/// the kernel. Quantities per day.
final class SlowTwin extends TwinResponses {

    private final Map<Action, Double> left = new HashMap<>();

    SlowTwin(SupplyNetwork network, Scenario scenario) {
        super(network, scenario);
    }

    double spot(String name) {
        Market market = markets.get(name);
        return market == null ? Double.NaN : market.spot;
    }

    void day(int t) {
        respond(t);
        openGates(t);
        leak(t);
        cargo(t);
        for (Link link : links) {
            Double arrives = link.due.remove(t);
            link.cell.stock += arrives == null ? 0 : arrives;
        }
        release(t);
        licences(t);
        quotas(t);
        demand();
        produce(t);
        ship(t);
        settle(t);
        prices();
        follow(t);
        thrift();
        orders();
    }

    private static boolean acts(int t, int start, int end) {
        return t >= start && t < end;
    }

    private void openGates(int t) {
        for (Link link : links) {
            link.permit = Double.POSITIVE_INFINITY;
            link.banned = false;
            link.lagToday = link.lag;
        }
        nodes.forEach(node -> node.lossToday = 0);
        for (Action action : actions) {
            switch (action) {
                case Action.ExportBan ban -> {
                    for (Link link : links) {
                        if (acts(t, ban.start(), ban.end()) && hits(ban.targets(), link)) {
                            link.permit = Math.min(link.permit, ban.allowed() * link.normal);
                            link.banned = link.banned || ban.allowed() == 0;
                        }
                    }
                }
                case Action.LaneClosure closure -> {
                    for (Link link : links) {
                        if (acts(t, closure.start(), closure.end()) && detour(link, closure) >= 0) {
                            shut(link, detour(link, closure));
                        }
                    }
                }
                case Action.Outage outage -> {
                    double loss = t < outage.start() || outage.recoveryDays() == 0 && t >= outage.end()
                            ? 0
                            : t < outage.end()
                                    ? outage.loss()
                                    : outage.loss() * left(outage, (t - outage.end()) / outage.recoveryDays());
                    for (Node node : nodes) {
                        boolean hit = outage.places().contains(node.place)
                                && !node.pool
                                && (outage.product().isEmpty()
                                        || outage.product().contains(node.product));
                        node.lossToday = hit ? 1 - (1 - node.lossToday) * (1 - loss) : node.lossToday;
                    }
                }
                case Action.LicenceRegime _, Action.DemandSurge _, Action.StockRelease _, Action.Quota _ -> {}
                case Action.Rush _, Action.Hoarding _, Action.Leakage _, Action.NewSupplier _ -> {}
                case Action.Substitution _, Action.Recycling _, Action.Restart _, Action.Branching _ -> {}
            }
        }
    }

    private static double left(Action.Outage outage, double time) {
        return outage.recovery() == Action.Recovery.LINEAR ? Math.max(0, 1 - time) : StrictMath.exp(-time);
    }

    private void shut(Link link, double extra) {
        if (Double.isInfinite(extra)) {
            link.permit = 0;
            link.banned = true;
        } else {
            link.lagToday = Math.max(link.lagToday, link.lag + (int) Math.ceil(extra));
        }
    }

    private void release(int t) {
        for (Action action : actions) {
            if (action instanceof Action.StockRelease release) {
                List<Cell> eligible = cells.stream()
                        .filter(cell -> !cell.buyer.pool
                                && cell.buyer.place.equals(release.place())
                                && network.products().get(cell.product).id().equals(release.product()))
                        .toList();
                double held = eligible.stream().mapToDouble(cell -> cell.stock).sum();
                double use = eligible.stream().mapToDouble(cell -> cell.normal).sum();
                double gap = eligible.stream().mapToDouble(SlowTwin::gap).sum();
                double cover = use > 0 ? held / use : Double.POSITIVE_INFINITY;
                List<Link> trades = new ArrayList<>();
                eligible.forEach(cell -> trades.addAll(cell.links));
                boolean on = triggered(action, release.trigger(), t, eligible, trades, List.of());
                int first = since.getOrDefault(action, t) + release.leadDays();
                if (on && t >= first && cover < release.coverStop() && gap > 0) {
                    double rest = left.getOrDefault(action, release.tonnes());
                    double x = Math.min(gap, Math.min(rest, release.tonnesPerDay()));
                    List<Double> gaps = eligible.stream().map(SlowTwin::gap).toList();
                    for (int i = 0; i < gaps.size(); i++) {
                        eligible.get(i).stock += x * gaps.get(i) / gap;
                    }
                    left.put(action, rest - x);
                }
            }
        }
    }

    private static double gap(Cell cell) {
        return Math.max(0, cell.targetDays * cell.normal - cell.stock);
    }

    private void licences(int t) {
        for (Action action : actions) {
            if (action instanceof Action.LicenceRegime licence && acts(t, licence.start(), licence.end())) {
                double approval = 0;
                for (Action.Approval each : licence.approval()) {
                    approval = t >= each.day() ? each.share() : approval;
                }
                List<Link> hit = links.stream()
                        .filter(link -> hits(licence.targets(), link))
                        .toList();
                Map<Link, Double> permits = new HashMap<>();
                for (Link link : hit) {
                    double[] q = link.queues.computeIfAbsent(action, _ -> new double[6]);
                    permits.put(link, queue(q, 0, approval * licence.controlled() * link.order, licence.delayDays()));
                }
                double granted = permits.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
                for (Link link : hit) {
                    double[] q = link.queues.computeIfAbsent(action, _ -> new double[6]);
                    double asked = licence.controlled() * link.order;
                    double out = permits.getOrDefault(link, 0.0)
                            * Math.min(1, granted > 0 ? licence.capPerDay() / granted : 1);
                    double rest = link.order - asked;
                    double held = licence.spill() * rest;
                    double seen = Math.min(held, queue(q, 3, held, licence.spillDelayDays()));
                    double total = licence.controlled() == 1 ? out : Math.min(asked, out) + seen + (rest - held);
                    link.permit = Math.min(link.permit, total);
                }
            }
        }
    }

    private static double queue(double[] q, int at, double enters, double days) {
        double k = Math.min(1, 3 / days);
        double first = k * q[at];
        double second = k * q[at + 1];
        double third = k * q[at + 2];
        q[at] += enters - first;
        q[at + 1] += first - second;
        q[at + 2] += second - third;
        return third;
    }

    private void demand() {
        for (Link link : links) {
            link.allowed = Math.min(link.order, link.permit);
        }
        for (Final demand : finals) {
            Market market = markets.get(demand.market);
            double paid = p.contractShare() * market.contract + (1 - p.contractShare()) * market.spot;
            demand.want = demand.normal * factor(demand) * StrictMath.pow(paid, p.demandElasticity());
        }
        for (Node node : nodes) {
            node.demand = node.out.stream().mapToDouble(link -> link.allowed).sum()
                    + node.finals.stream().mapToDouble(demand -> demand.want).sum();
        }
    }

    private int today;

    private double factor(Final demand) {
        double factor = 1;
        for (Action action : actions) {
            if (action instanceof Action.DemandSurge surge
                    && acts(today, surge.start(), surge.end())
                    && (surge.places().isEmpty() || surge.places().contains(demand.place))
                    && (surge.products().isEmpty() || surge.products().contains(demand.node.product))) {
                double ramp = surge.rampDays() == 0 ? 1 : Math.min(1, (today - surge.start()) / surge.rampDays());
                factor *= 1 + surge.growth() * ramp;
            }
        }
        return factor;
    }

    private void produce(int t) {
        for (Node node : nodes) {
            if (t > 0) {
                double z = node.demand > 0 ? Math.max(0, (node.demand - node.madeBefore) / node.demand) : 0;
                node.overtime += (z > 1e-9 ? (p.overtime() - node.overtime) * z : 1 - node.overtime) / p.overtimeDays();
                node.overtime = Math.max(1, node.overtime);
            }
            node.capacity =
                    node.normal * (node.spare * node.growth + node.restarted) * (1 - node.lossToday) * node.overtime;
            double goal = Math.min(node.demand, node.capacity);
            node.made = goal * inputs(node, goal);
        }
        for (Node node : nodes) {
            for (Cell cell : node.cells) {
                cell.stock = Math.max(0, cell.stock - cell.intake() * node.made);
            }
            node.madeBefore = node.made;
        }
    }

    private static double inputs(Node node, double goal) {
        double allInputs = node.cells.stream().mapToDouble(cell -> cell.normal).sum();
        double least = 1;
        double rest = 1;
        for (Cell cell : node.cells) {
            double need = cell.intake() * goal;
            double q = need > 0 ? Math.min(1, cell.stock / need) : 1;
            switch (cell.criticality) {
                case ESSENTIAL -> least = Math.min(least, q);
                case IMPORTANT -> least = Math.min(least, (1 + q) / 2);
                case NON_ESSENTIAL -> rest -= cell.normal / allInputs * (1 - q);
                case NO_EFFECT -> throw new IllegalStateException("not in these worlds");
            }
        }
        return Math.min(least, rest);
    }

    private void ship(int t) {
        for (Node node : nodes) {
            List<TwinRationing.Customer> customers = new ArrayList<>();
            node.out.forEach(
                    link -> customers.add(new TwinRationing.Customer(link.allowed, link.normal, link.rank, true)));
            node.finals.forEach(f -> customers.add(new TwinRationing.Customer(f.want, f.normal, f.rank, false)));
            TwinRationing.serve(p, customers, node.made);
            int i = 0;
            for (Link link : node.out) {
                link.shipped = customers.get(i++).got;
                link.due.merge(t + link.lagToday, link.shipped, Double::sum);
            }
            for (Final demand : node.finals) {
                demand.sold = customers.get(i++).got;
            }
        }
    }

    private void prices() {
        markets.values().forEach(market -> {
            market.want = 0;
            market.got = 0;
        });
        for (Link link : links) {
            market(link.market).want += link.order;
            market(link.market).got += link.shipped;
        }
        for (Cell cell : cells) {
            if (p.market() == PriceMarket.DESTINATION) {
                market(cell.links.getFirst().market).want += cell.unplaced;
            }
        }
        for (Final demand : finals) {
            market(demand.market).want += demand.want;
            market(demand.market).got += demand.sold;
        }
        for (Market market : markets.values()) {
            double stress = market.want > 0 ? 1 - market.got / market.want : 0;
            if (Math.abs(stress) > 1e-15 || market.spot != 1) {
                double next = market.spot
                        * StrictMath.exp(p.priceSpeed() * stress - p.priceReturn() * StrictMath.log(market.spot));
                market.spot = Math.clamp(next, 0.2, p.priceMost());
            }
            market.contract += (market.spot - market.contract) / p.contractDays();
        }
    }

    private void thrift() {
        for (Cell cell : cells) {
            double full = cell.targetDays * cell.intake() * cell.buyer.normal;
            double pressed = cell.thriftMost * (1 - Math.min(1, cell.stock / full));
            cell.saved += (pressed - cell.saved) / cell.thriftDays;
        }
    }

    private void orders() {
        for (Link link : links) {
            double met = link.order > 0 ? link.shipped / link.order : link.permit > 0 ? 1 : 0;
            link.service += (met - link.service) / p.memoryDays();
        }
        Map<Cell, Double> intakes = new HashMap<>();
        cells.forEach(cell -> intakes.put(cell, intakeAtDawn.getOrDefault(cell, cell.perUnit)));
        for (Node node : nodes) {
            double level = node.planned / node.normal;
            node.planned += (Math.min(node.demand, p.demandMost() * node.normal) - node.planned) / p.demandDays();
            for (Cell cell : node.cells) {
                order(cell, node, level, intakes.getOrDefault(cell, 0.0));
            }
        }
    }

    private final Map<Cell, Double> intakeAtDawn = new HashMap<>();

    private void order(Cell cell, Node node, double level, double intake) {
        double pipeline = 0;
        double carried = cell.links.stream()
                .filter(link -> link.opener != null)
                .mapToDouble(link -> link.order)
                .sum();
        double left = Math.max(0, 1 - carried / cell.normal);
        for (Link link : cell.links) {
            double usual = link.opener != null ? link.order : level * link.normal * left;
            pipeline += link.underWay() - usual * link.lag;
        }
        double use = p.orders() == OrderSignal.SMOOTHED ? node.planned : node.made;
        double goal = p.orders() == OrderSignal.SMOOTHED ? node.planned : node.normal;
        double need = Math.clamp(
                intake * use
                        + ((cell.targetDays + cell.extraDays) * intake * goal - cell.stock - pipeline) / cell.refill,
                0,
                p.orderMost() * cell.normal);
        Map<Link, Double> pull = new HashMap<>();
        cell.links.forEach(link -> pull.put(link, pull(link)));
        if (cell.links.stream().allMatch(link -> pull.getOrDefault(link, 0.0) == 0)) {
            cell.links.forEach(link -> pull.put(link, link.normal));
        }
        List<Link> open = new ArrayList<>(cell.links);
        cell.links.forEach(link -> link.order = 0);
        double rest = need;
        while (true) {
            double all = open.stream()
                    .mapToDouble(link -> pull.getOrDefault(link, 0.0))
                    .sum();
            double share = rest;
            List<Link> full = open.stream()
                    .filter(link -> share * pull.getOrDefault(link, 0.0) / all > most(link))
                    .toList();
            if (full.isEmpty()) {
                open.forEach(link -> link.order = all > 0 ? share * pull.getOrDefault(link, 0.0) / all : 0);
                cell.unplaced = all > 0 ? 0 : rest;
                return;
            }
            for (Link link : full) {
                link.order = most(link);
                rest -= link.order;
            }
            open.removeAll(full);
        }
    }

    private double most(Link link) {
        return link.opener == null ? p.relationMost() * link.normal : link.normal;
    }

    private double pull(Link link) {
        boolean closed = p.open() == OpenRule.BAN ? link.banned : link.permit <= 0;
        if (closed) {
            return 0;
        }
        Node supplier = link.supplier;
        double spare = supplier.pool ? 1 : Math.max(supplier.capacity / (supplier.normal * supplier.spare), 1e-9);
        return link.normal
                * StrictMath.pow(Math.max(link.service, p.memoryLeast()), p.memoryPower())
                * StrictMath.pow(spare, p.capacityPower());
    }

    /// Plays a day; the intake of an input is what it was when the day began.
    void play(int t) {
        today = t;
        cells.forEach(cell -> intakeAtDawn.put(cell, cell.intake()));
        day(t);
    }
}
