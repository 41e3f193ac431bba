package org.monazite.shock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.monazite.supply.Route;
import org.monazite.supply.SupplyNetwork;

/// How buyers and makers of the second engine answer. A potential trade's `normal` is what it has grown to today.
class TwinResponses extends TwinWorld {

    final List<Action> actions;
    final Map<Action, Integer> since = new HashMap<>();
    private final Map<Action, Integer> highDays = new HashMap<>();
    private final Map<Action, Double> quotaLeft = new HashMap<>();

    TwinResponses(SupplyNetwork network, Scenario scenario) {
        super(network, scenario.assumptions());
        this.actions = scenario.actions();
        for (Action action : actions) {
            if (action instanceof Action.NewSupplier supplier) {
                openTrade(supplier);
            } else if (action instanceof Action.Leakage leakage) {
                openWays(leakage);
            }
        }
    }

    private static <T> List<T> poolsFirst(List<T> all, Predicate<T> isPool) {
        return all.stream().anyMatch(isPool) ? all.stream().filter(isPool).toList() : all;
    }

    private String productOf(Cell cell) {
        return network.products().get(cell.product).id();
    }

    private void openTrade(Action.NewSupplier action) {
        List<Node> sellers = poolsFirst(
                nodes.stream()
                        .filter(node -> node.place.equals(action.from()) && node.product.equals(action.product()))
                        .toList(),
                node -> node.pool);
        List<Cell> buyers = poolsFirst(
                cells.stream()
                        .filter(cell -> cell.buyer.place.equals(action.to())
                                && productOf(cell).equals(action.product()))
                        .toList(),
                cell -> cell.buyer.pool);
        double made = sellers.stream().mapToDouble(node -> node.normal).sum();
        double taken = buyers.stream().mapToDouble(cell -> cell.normal).sum();
        for (Node seller : sellers) {
            for (Cell cell : buyers) {
                double most = action.tonnesPerYear() / 365 * seller.normal / made * cell.normal / taken;
                int days = action.lagDays().orElseGet(() -> voyage(action.from(), action.to()));
                open(action, seller, cell, most, days).legs.addAll(route(action.from(), action.to()));
            }
        }
    }

    private void openWays(Action.Leakage action) {
        for (Link link : List.copyOf(links)) {
            if (link.opener != null || !hits(action.targets(), link)) {
                continue;
            }
            for (String via : action.via()) {
                String from = link.supplier.place;
                String to = link.cell.buyer.place;
                if (!via.equals(from) && !via.equals(to)) {
                    double most = link.normal
                            * action.share()
                            * (1 - action.enforcement())
                            / action.via().size();
                    int days = voyage(from, via) + voyage(via, to) + (int) Math.ceil(action.delayDays());
                    Link way = open(action, link.supplier, link.cell, most, days);
                    way.around = link;
                    way.legs.addAll(route(from, via));
                    way.legs.addAll(route(via, to));
                }
            }
        }
    }

    boolean hits(Targets targets, Link link) {
        return link.around == null && targets.hits(link.supplier.place, link.cell.buyer.place, link.supplier.product);
    }

    private List<Route> route(String from, String to) {
        return network.routes().stream()
                .filter(route -> route.from().equals(from) && route.to().equals(to))
                .limit(1)
                .toList();
    }

    private int voyage(String from, String to) {
        for (Link link : links) {
            if (link.opener == null && link.supplier.place.equals(from) && link.cell.buyer.place.equals(to)) {
                return link.lag;
            }
        }
        return route(from, to).stream()
                .mapToInt(route -> (int) Math.max(1, Math.round(route.days())))
                .findFirst()
                .orElse(25);
    }

    private static boolean in(Set<String> words, String word) {
        return words.isEmpty() || words.contains(word);
    }

    private List<Cell> users(Set<String> places, Set<String> products) {
        return cells.stream()
                .filter(cell -> !cell.buyer.pool && in(places, cell.buyer.place) && in(products, productOf(cell)))
                .toList();
    }

    /// True from the day on which a trigger goes off.
    boolean triggered(Action action, Trigger trigger, int t, List<Cell> users, List<Link> trades, List<Final> sales) {
        if (since.containsKey(action)) {
            return true;
        }
        boolean now = switch (trigger) {
            case Trigger.Day(int day) -> t >= day;
            case Trigger.CoverBelow(double days) -> {
                double held = users.stream().mapToDouble(cell -> cell.stock).sum();
                double use = users.stream().mapToDouble(cell -> cell.normal).sum();
                yield use > 0 && held / use < days;
            }
            case Trigger.SpotAbove(double price, int days) -> {
                boolean high = mean(trades, sales, market -> market.spot) > price;
                highDays.put(action, high ? highDays.getOrDefault(action, 0) + 1 : 0);
                yield highDays.getOrDefault(action, 0) >= days;
            }
        };
        if (now) {
            since.put(action, t);
        }
        return now;
    }

    private double mean(List<Link> trades, List<Final> sales, ToDoubleFunction<Market> price) {
        double all = 0;
        double value = 0;
        for (Link link : trades) {
            double flow = link.opener == null ? link.normal : 0;
            all += flow;
            value += flow * price.applyAsDouble(market(link.market));
        }
        for (Final sale : sales) {
            all += sale.normal;
            value += sale.normal * price.applyAsDouble(market(sale.market));
        }
        return all > 0 ? value / all : 1;
    }

    Market market(String name) {
        Market market = markets.get(name);
        if (market == null) {
            throw new IllegalStateException(name);
        }
        return market;
    }

    private static double ramp(int days, double length) {
        return days < 0 ? 0 : length > 0 ? Math.min(1, days / length) : 1;
    }

    /// What has changed as a day begins, before its controls.
    void respond(int t) {
        for (Cell cell : cells) {
            cell.extraDays = 0;
            cell.refill = p.refillDays();
        }
        nodes.forEach(node -> node.restarted = 0);
        for (Action action : actions) {
            switch (action) {
                case Action.Hoarding hoard -> {
                    double left = t < hoard.start()
                            ? 0
                            : t < hoard.end()
                                    ? 1
                                    : hoard.decayDays() == 0
                                            ? 0
                                            : StrictMath.exp((hoard.end() - t) / hoard.decayDays());
                    users(hoard.places(), hoard.products()).forEach(cell -> cell.extraDays += left * hoard.extraDays());
                }
                case Action.Rush rush -> {
                    if (t >= rush.announced() && t < rush.effective()) {
                        cells.stream()
                                .filter(cell -> cell.links.stream().anyMatch(link -> hits(rush.targets(), link)))
                                .forEach(cell -> {
                                    cell.extraDays += rush.eager() * (rush.effective() - rush.announced());
                                    cell.refill = Math.min(cell.refill, rush.effective() - t);
                                });
                    }
                }
                case Action.Substitution saving -> {
                    if (t == saving.start()) {
                        users(saving.places(), saving.products()).forEach(cell -> {
                            cell.thriftMost = saving.most();
                            cell.thriftDays = saving.days();
                        });
                    }
                }
                case Action.NewSupplier supplier -> {
                    List<Cell> users = users(Set.of(supplier.to()), Set.of(supplier.product()));
                    List<Link> trades = new ArrayList<>();
                    users.forEach(cell -> trades.addAll(cell.links));
                    boolean on = triggered(action, supplier.trigger(), t, users, trades, List.of());
                    double part = on ? ramp(t - since.getOrDefault(action, t), supplier.qualifyDays()) : 0;
                    for (Link link : links) {
                        link.normal = action.equals(link.opener) ? link.most * part : link.normal;
                    }
                }
                case Action.Restart restart -> comeBack(restart, t);
                default -> {}
            }
        }
    }

    private void comeBack(Action.Restart restart, int t) {
        List<Node> works = nodes.stream()
                .filter(node -> !node.pool
                        && node.place.equals(restart.place())
                        && (node.product.equals(restart.node()) || key(node).equals(restart.node())))
                .toList();
        List<Link> trades = new ArrayList<>();
        List<Final> sales = new ArrayList<>();
        works.forEach(node -> trades.addAll(node.out));
        works.forEach(node -> sales.addAll(node.finals));
        if (triggered(restart, restart.trigger(), t, List.of(), trades, sales)) {
            double part = ramp(t - since.getOrDefault(restart, t) - restart.leadDays(), restart.rampDays());
            double made = works.stream().mapToDouble(node -> node.normal).sum();
            works.forEach(node -> node.restarted += part * restart.tonnesPerYear() / 365 / made);
        }
    }

    String key(Node node) {
        return network.nodes().key(node.index);
    }

    private boolean isControlled(Link link, int t) {
        return actions.stream().anyMatch(action -> switch (action) {
            case Action.ExportBan ban -> t >= ban.start() && t < ban.end() && hits(ban.targets(), link);
            case Action.LicenceRegime licence ->
                t >= licence.start() && t < licence.end() && hits(licence.targets(), link);
            case Action.Quota quota -> t >= quota.start() && t < quota.end() && hits(quota.targets(), link);
            default -> false;
        });
    }

    /// Ways around controls, once these are known.
    void leak(int t) {
        for (Link link : links) {
            if (link.opener instanceof Action.Leakage leakage && link.around != null) {
                boolean open = t >= leakage.start() && t < leakage.end() && isControlled(link.around, t);
                link.controlledFor = open ? link.controlledFor + 1 : -1;
                link.normal = link.most * ramp(link.controlledFor, leakage.rampDays());
            }
        }
    }

    /// Recyclers follow the price paid.
    void follow(int t) {
        for (Action action : actions) {
            if (action instanceof Action.Recycling recycling && t >= recycling.start()) {
                for (Node node : nodes) {
                    boolean named = recycling.nodes().contains(node.product)
                            || recycling.nodes().contains(key(node));
                    if (!node.pool && in(recycling.places(), node.place) && named) {
                        double paid = mean(
                                node.out,
                                node.finals,
                                market -> p.contractShare() * market.contract + (1 - p.contractShare()) * market.spot);
                        double aim = Math.min(recycling.ceiling(), StrictMath.pow(paid, recycling.elasticity()));
                        node.growth += (aim - node.growth) / recycling.days();
                    }
                }
            }
        }
    }

    /// Permits under quotas.
    void quotas(int t) {
        for (Action action : actions) {
            if (action instanceof Action.Quota quota && t >= quota.start() && t < quota.end()) {
                int into = (t - quota.start()) % quota.periodDays();
                double left = into == 0 ? quota.tonnes() : quotaLeft.getOrDefault(action, 0.0);
                quotaLeft.put(action, left);
                double today = left / (quota.periodDays() - into);
                List<Link> hit = links.stream()
                        .filter(link -> hits(quota.targets(), link))
                        .toList();
                double asked = hit.stream().mapToDouble(link -> link.order).sum();
                for (Link link : hit) {
                    double share =
                            link.order > 0 ? today * link.order / asked : today > 0 ? Double.POSITIVE_INFINITY : 0;
                    link.permit = Math.min(link.permit, share);
                }
            }
        }
    }

    /// Takes shipments off the quotas.
    void settle(int t) {
        for (Action action : actions) {
            if (action instanceof Action.Quota quota && t >= quota.start() && t < quota.end()) {
                double gone = links.stream()
                        .filter(link -> hits(quota.targets(), link))
                        .mapToDouble(link -> link.shipped)
                        .sum();
                quotaLeft.merge(action, -gone, (left, less) -> Math.max(0, left + less));
            }
        }
    }

    /// Days more for ships of a link that leave while a lane is shut; -1 if they do not cross it.
    double detour(Link link, Action.LaneClosure closure) {
        double extra = -1;
        for (Route leg : link.legs) {
            if (leg.lanes().contains(closure.lane())) {
                double entry = leg.detours().stream()
                        .filter(each -> each.lane().equals(closure.lane()))
                        .mapToDouble(Route.Detour::extraDays)
                        .findFirst()
                        .orElse(Double.NaN);
                double stated = closure.extraDays().orElse(entry);
                extra = Math.max(0, extra) + (Double.isInfinite(stated) ? otherRoute(leg, closure) : stated);
            }
        }
        return extra;
    }

    private double otherRoute(Route leg, Action.LaneClosure closure) {
        double least = Double.POSITIVE_INFINITY;
        for (Route other : network.routes()) {
            boolean crosses = actions.stream()
                    .anyMatch(action -> action instanceof Action.LaneClosure shut
                            && shut.start() < closure.end()
                            && closure.start() < shut.end()
                            && other.lanes().contains(shut.lane()));
            if (other.from().equals(leg.from()) && other.to().equals(leg.to()) && !crosses) {
                least = Math.min(least, Math.max(0, other.days() - leg.days()));
            }
        }
        return least;
    }

    /// Ships that wait or come later.
    void cargo(int t) {
        for (Action action : actions) {
            if (action instanceof Action.LaneClosure closure && closure.underWay() != Action.UnderWay.CONTINUE) {
                for (Link link : links) {
                    if (t == closure.start() && detour(link, closure) >= 0) {
                        int later = closure.underWay() == Action.UnderWay.STOP
                                ? closure.end() - closure.start()
                                : (int) Math.ceil(closure.underWayDays());
                        Map<Integer, Double> waiting = new HashMap<>();
                        link.due.forEach((day, tonnes) -> waiting.merge(day + later, tonnes, Double::sum));
                        link.held.put(action, waiting);
                        link.due.clear();
                    }
                    Map<Integer, Double> waiting = link.held.getOrDefault(action, new HashMap<>());
                    Double arrives = waiting.remove(t);
                    link.cell.stock += arrives == null ? 0 : arrives;
                }
            }
        }
    }
}
