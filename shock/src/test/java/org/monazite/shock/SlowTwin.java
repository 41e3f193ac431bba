package org.monazite.shock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.monazite.supply.Criticality;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Product;
import org.monazite.supply.Stage;
import org.monazite.supply.Stocks;
import org.monazite.supply.SupplyNetwork;
import org.monazite.supply.UseClass;

/// The daily engine once more, slow and plain: objects and lists, every formula where it is used, nothing shared with
/// the kernel. Quantities per day.
final class SlowTwin {

    /// One supplier of one input of one buyer.
    static final class Link {
        int arc;
        Node supplier;
        Cell cell;
        double normal;
        int lag;
        int rank;
        String market;
        String lane;
        double order;
        double allowed;
        double shipped;
        double service = 1;
        int lagToday;
        double permit;
        boolean banned;
        final Map<Integer, Double> due = new HashMap<>();
        final Map<Action, double[]> queues = new HashMap<>();

        double underWay() {
            return due.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /// One input of one buyer.
    static final class Cell {
        Node buyer;
        int product;
        double normal;
        double perUnit;
        Criticality criticality;
        double targetDays;
        double stock;
        double saved;
        double unplaced;
        final List<Link> links = new ArrayList<>();

        double intake() {
            return perUnit * (1 - saved);
        }
    }

    /// Final demand of one class at one place.
    static final class Final {
        Node node;
        String place;
        int placeIndex;
        int rank;
        double normal;
        double want;
        double sold;
        String market;
    }

    static final class Node {
        int index;
        String place;
        String product;
        boolean pool;
        int site;
        boolean scrap;
        double normal;
        double spare;
        double overtime = 1;
        double planned;
        double made;
        double madeBefore;
        double demand;
        double capacity;
        double lossToday;
        final List<Cell> cells = new ArrayList<>();
        final List<Link> out = new ArrayList<>();
        final List<Final> finals = new ArrayList<>();
    }

    static final class Market {
        double spot = 1;
        double contract = 1;
        double want;
        double got;
    }

    private final Assumptions p;
    private final List<Action> actions;
    final List<Node> nodes = new ArrayList<>();
    final List<Cell> cells = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    final List<Final> finals = new ArrayList<>();
    private final Map<String, Market> markets = new HashMap<>();
    private final Map<Action, Double> left = new HashMap<>();
    private final Map<Action, Integer> triggered = new HashMap<>();
    private final SupplyNetwork network;

    SlowTwin(SupplyNetwork network, Scenario scenario) {
        this.network = network;
        this.p = scenario.assumptions();
        this.actions = scenario.actions();
        readNodes();
        readCells();
        readLinks();
        readFinals();
        for (Cell cell : cells) {
            cell.perUnit = cell.normal / cell.buyer.normal;
            cell.targetDays = targetDays(cell);
            cell.stock = cell.targetDays * cell.normal;
        }
        for (Link link : links) {
            for (int day = 0; day < link.lag; day++) {
                link.due.put(day, link.normal);
            }
        }
    }

    private void readNodes() {
        for (int i = 0; i < network.nodes().size(); i++) {
            Node node = new Node();
            node.index = i;
            node.place = network.placeOf(i);
            node.product = network.productOf(i).id();
            node.pool = network.nodes().kind(i) == NodeKind.POOL;
            node.site = network.nodes().site(i);
            node.scrap = network.productOf(i) instanceof Product.Mineral mineral && mineral.stage() == Stage.SCRAP;
            node.normal = network.nodes().output(i) / 365;
            double stated = network.nodes().capacity(i);
            node.spare =
                    node.pool ? 1000 : stated > 0 ? stated / network.nodes().output(i) : p.spare();
            node.planned = node.normal;
            node.made = node.normal;
            nodes.add(node);
        }
    }

    private void readCells() {
        for (int c = 0; c < network.cells().size(); c++) {
            Cell cell = new Cell();
            cell.buyer = nodes.get(network.cells().node(c));
            cell.product = network.cells().product(c);
            cell.criticality = network.cells().criticality(c);
            for (int arc = 0; arc < network.arcs().size(); arc++) {
                cell.normal += network.arcs().cell(arc) == c ? network.arcs().perYear(arc) / 365 : 0;
            }
            if (cell.normal > 0) {
                cells.add(cell);
                cell.buyer.cells.add(cell);
            }
        }
    }

    private void readLinks() {
        for (int arc = 0; arc < network.arcs().size(); arc++) {
            if (network.arcs().perYear(arc) <= 0) {
                continue;
            }
            Link link = new Link();
            link.arc = arc;
            link.supplier = nodes.get(network.arcs().supplier(arc));
            Node buyer = nodes.get(network.arcs().buyer(arc));
            link.cell = cells.stream()
                    .filter(cell -> cell.buyer == buyer
                            && network.products().get(cell.product).id().equals(link.supplier.product))
                    .findFirst()
                    .orElseThrow();
            link.normal = network.arcs().perYear(arc) / 365;
            link.order = link.normal;
            link.lag = network.arcs().lagDays(arc);
            link.rank = rank(buyer.index);
            link.market = market(link.supplier, buyer.place);
            int route = network.arcs().route(arc);
            link.lane = route < 0 ? "" : network.routes().get(route).lanes().getFirst();
            links.add(link);
            link.cell.links.add(link);
            link.supplier.out.add(link);
        }
    }

    private void readFinals() {
        for (int d = 0; d < network.demands().size(); d++) {
            Final demand = new Final();
            demand.node = nodes.get(network.demands().node(d));
            demand.placeIndex = network.demands().place(d);
            demand.place = network.places().get(demand.placeIndex).code();
            demand.rank = network.demands().useClass(d).ordinal();
            demand.normal = network.demands().perYear(d) / 365;
            demand.market = market(demand.node, demand.place);
            finals.add(demand);
            demand.node.finals.add(demand);
        }
    }

    private int rank(int buyer) {
        if (network.nodes().kind(buyer) == NodeKind.USE) {
            for (int d = 0; d < network.demands().size(); d++) {
                if (network.demands().node(d) == buyer) {
                    return network.demands().useClass(d).ordinal();
                }
            }
        }
        return UseClass.INDUSTRY.ordinal();
    }

    private String market(Node supplier, String buyersPlace) {
        String name =
                p.market() == PriceMarket.SUPPLIER ? "node " + supplier.index : supplier.product + "@" + buyersPlace;
        markets.putIfAbsent(name, new Market());
        return name;
    }

    private double targetDays(Cell cell) {
        for (int s = 0; s < network.stocks().size(); s++) {
            int c = network.stocks().cell(s);
            if (network.stocks().kind(s) == Stocks.Kind.WORKING
                    && network.cells().node(c) == cell.buyer.index
                    && network.cells().product(c) == cell.product) {
                return network.stocks().amount(s) / cell.normal;
            }
        }
        return cell.buyer.pool ? p.poolDays() : p.stockDays();
    }

    double spot(String name) {
        Market market = markets.get(name);
        return market == null ? Double.NaN : market.spot;
    }

    void day(int t) {
        openGates(t);
        for (Link link : links) {
            Double arrives = link.due.remove(t);
            link.cell.stock += arrives == null ? 0 : arrives;
        }
        release(t);
        licences(t);
        demand();
        produce(t);
        ship(t);
        prices();
        thrift();
        orders();
    }

    private static boolean acts(int t, int start, int end) {
        return t >= start && t < end;
    }

    private boolean hits(Targets targets, Link link) {
        return targets.hits(link.supplier.place, link.cell.buyer.place, link.supplier.product);
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
                        if (acts(t, closure.start(), closure.end()) && link.lane.equals(closure.lane())) {
                            shut(link, closure);
                        }
                    }
                }
                case Action.Outage outage -> {
                    double loss = t < outage.start() || outage.recoveryDays() == 0 && t >= outage.end()
                            ? 0
                            : t < outage.end()
                                    ? outage.loss()
                                    : outage.loss() * Math.max(0, 1 - (t - outage.end()) / outage.recoveryDays());
                    for (Node node : nodes) {
                        boolean hit = outage.places().contains(node.place)
                                && !node.pool
                                && (outage.product().isEmpty()
                                        || outage.product().contains(node.product));
                        node.lossToday = hit ? 1 - (1 - node.lossToday) * (1 - loss) : node.lossToday;
                    }
                }
                case Action.LicenceRegime _, Action.DemandSurge _, Action.StockRelease _ -> {}
            }
        }
    }

    private void shut(Link link, Action.LaneClosure closure) {
        double extra = closure.extraDays()
                .orElseGet(() -> network.routes()
                        .get(network.arcs().route(link.arc))
                        .detours()
                        .getFirst()
                        .extraDays());
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
                if (cover < release.coverBelow()) {
                    triggered.putIfAbsent(action, t);
                }
                Integer since = triggered.get(action);
                if (since != null && t >= since + release.leadDays() && cover < release.coverStop() && gap > 0) {
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
                double granted = 0;
                for (Link link : hit) {
                    double[] q = link.queues.computeIfAbsent(action, _ -> new double[6]);
                    double asked = licence.controlled() * link.order;
                    double out = queue(q, 0, approval * asked, licence.delayDays());
                    double rest = link.order - asked;
                    double held = licence.spill() * rest;
                    double seen = Math.min(held, queue(q, 3, held, licence.spillDelayDays()));
                    double total = licence.controlled() == 1 ? out : Math.min(asked, out) + seen + (rest - held);
                    link.permit = Math.min(link.permit, total);
                    granted += link.permit;
                }
                if (granted > licence.capPerDay()) {
                    for (Link link : hit) {
                        link.permit *= licence.capPerDay() / granted;
                    }
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
            node.capacity = node.normal * node.spare * (1 - node.lossToday) * node.overtime;
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

    /// A customer of a supplier, be it a maker or final demand.
    private static final class Customer {
        final double want;
        final double normal;
        final int rank;
        final boolean maker;
        double got;

        Customer(double want, double normal, int rank, boolean maker) {
            this.want = want;
            this.normal = normal;
            this.rank = rank;
            this.maker = maker;
        }
    }

    private void ship(int t) {
        for (Node node : nodes) {
            List<Customer> customers = new ArrayList<>();
            node.out.forEach(link -> customers.add(new Customer(link.allowed, link.normal, link.rank, true)));
            node.finals.forEach(f -> customers.add(new Customer(f.want, f.normal, f.rank, false)));
            serve(customers, node.made);
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

    private void serve(List<Customer> customers, double have) {
        double wanted = customers.stream().mapToDouble(c -> c.want).sum();
        if (wanted <= have) {
            customers.forEach(c -> c.got = c.want);
            return;
        }
        switch (p.rationing()) {
            case PROPORTIONAL -> customers.forEach(c -> c.got = c.want * have / wanted);
            case FINAL_LAST -> {
                double orders = customers.stream()
                        .filter(c -> c.maker)
                        .mapToDouble(c -> c.want)
                        .sum();
                double others = wanted - orders;
                customers.forEach(c -> c.got = c.maker
                        ? c.want * Math.min(1, have / orders)
                        : c.want * Math.clamp((have - orders) / others, 0, 1));
            }
            case PRIORITY_PROPORTIONAL, PRIORITY_WATERFILL -> byRank(customers, have);
        }
    }

    private void byRank(List<Customer> customers, double have) {
        for (Customer c : customers) {
            double promise = p.guarantees().getOrDefault(UseClass.values()[c.rank], 0.0);
            c.got = promise * Math.min(c.want, c.normal);
        }
        double promised = customers.stream().mapToDouble(c -> c.got).sum();
        if (promised > have) {
            customers.forEach(c -> c.got *= have / promised);
            return;
        }
        double rest = have - promised;
        for (int rank = 0; rank < 4; rank++) {
            int r = rank;
            List<Customer> same = customers.stream()
                    .filter(c -> c.rank == r && c.want > c.got)
                    .toList();
            double wanted = same.stream().mapToDouble(c -> c.want - c.got).sum();
            if (wanted <= rest) {
                same.forEach(c -> c.got = c.want);
                rest -= wanted;
                continue;
            }
            if (p.rationing() == RationingRule.PRIORITY_PROPORTIONAL) {
                double part = rest / wanted;
                same.forEach(c -> c.got += (c.want - c.got) * part);
            } else {
                fill(same, rest);
            }
            return;
        }
    }

    /// Raises the level step by step: everyone gets the same part of the normal flow until content.
    private static void fill(List<Customer> customers, double have) {
        List<Customer> open = new ArrayList<>(customers);
        open.sort(Comparator.comparingDouble(c -> (c.want - c.got) / c.normal));
        double rest = have;
        while (!open.isEmpty()) {
            double weight = open.stream().mapToDouble(c -> c.normal).sum();
            Customer first = open.removeFirst();
            double level = Math.min((first.want - first.got) / first.normal, rest / weight);
            double step = level * first.normal;
            first.got += step;
            rest -= step;
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

    private Market market(String name) {
        Market market = markets.get(name);
        if (market == null) {
            throw new IllegalStateException(name);
        }
        return market;
    }

    private void thrift() {
        for (Cell cell : cells) {
            double full = cell.targetDays * cell.intake() * cell.buyer.normal;
            double pressed = p.thriftMost() * (1 - Math.min(1, cell.stock / full));
            cell.saved += (pressed - cell.saved) / p.thriftDays();
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
        for (Link link : cell.links) {
            pipeline += link.underWay() - level * link.normal * link.lag;
        }
        double use = p.orders() == OrderSignal.SMOOTHED ? node.planned : node.made;
        double goal = p.orders() == OrderSignal.SMOOTHED ? node.planned : node.normal;
        double need = Math.clamp(
                intake * use + (cell.targetDays * intake * goal - cell.stock - pipeline) / p.refillDays(),
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
                    .filter(link -> share * pull.getOrDefault(link, 0.0) / all > p.relationMost() * link.normal)
                    .toList();
            if (full.isEmpty()) {
                open.forEach(link -> link.order = all > 0 ? share * pull.getOrDefault(link, 0.0) / all : 0);
                cell.unplaced = all > 0 ? 0 : rest;
                return;
            }
            for (Link link : full) {
                link.order = p.relationMost() * link.normal;
                rest -= link.order;
            }
            open.removeAll(full);
        }
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
