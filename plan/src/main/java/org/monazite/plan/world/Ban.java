package org.monazite.plan.world;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One or more suppliers that stop shipping, or ship less, to all others.
///
/// @param id such as `CHN` or `CHN:dy.oxide+tb.oxide`
/// @param stops who ships what no longer, or how much less
/// @param quarters how long
/// @param probability per year
/// @param outages works that stand still or run in part
/// @param lane the sea lane that is shut; empty if somebody stops shipping
public record Ban(String id, List<Stop> stops, int quarters, double probability, List<Outage> outages, String lane) {

    /// Copies the lists.
    public Ban {
        stops = List.copyOf(stops);
        outages = List.copyOf(outages);
        if (stops.isEmpty() && outages.isEmpty()) {
            throw new IllegalArgumentException("The ban '%s' stops nothing.".formatted(id));
        }
    }

    /// Stops without outages.
    public Ban(String id, List<Stop> stops, int quarters, double probability) {
        this(id, stops, quarters, probability, List.of());
    }

    /// Stops and outages that are no lane.
    public Ban(String id, List<Stop> stops, int quarters, double probability, List<Outage> outages) {
        this(id, stops, quarters, probability, outages, "");
    }

    /// Works that stand still or run in part.
    ///
    /// @param node key of the node they belong to
    /// @param place where they stand
    /// @param product what they make
    /// @param open part of the node's capacity that still runs, 0 to below 1
    public record Outage(String node, String place, String product, double open) {

        /// Checks the range.
        public Outage {
            if (!(open >= 0 && open < 1)) {
                throw new IllegalArgumentException("What runs on must be from 0 to below 1, was " + open + ".");
            }
        }
    }

    /// What one supplier no longer ships.
    ///
    /// @param supplier place code
    /// @param products what it stops; empty for everything
    /// @param open part of what it usually ships that still leaves it, 0 to below 1
    /// @param buyers to whom; empty for everybody else
    public record Stop(String supplier, List<String> products, double open, List<String> buyers) {

        /// Shipments to everybody else.
        public Stop(String supplier, List<String> products, double open) {
            this(supplier, products, open, List.of());
        }

        /// Copies the lists.
        public Stop {
            products = List.copyOf(products);
            buyers = List.copyOf(buyers);
            if (!(open >= 0 && open < 1)) {
                throw new IllegalArgumentException("What stays open must be from 0 to below 1, was " + open + ".");
            }
        }

        boolean hits(String from, String to, String product) {
            return from.equals(supplier)
                    && !to.equals(supplier)
                    && (products.isEmpty() || products.contains(product))
                    && (buyers.isEmpty() || buyers.contains(to));
        }
    }

    /// A complete stop by one supplier.
    public static Ban of(String id, String supplier, List<String> products, int quarters, double probability) {
        return new Ban(id, List.of(new Stop(supplier, products, 0)), quarters, probability);
    }

    /// Two complete stops at once, with a probability of their own.
    static Ban both(Ban a, Ban b, double probability) {
        List<Stop> stops = new java.util.ArrayList<>(a.stops());
        stops.addAll(b.stops());
        return new Ban(a.id() + "+" + b.id(), stops, Math.max(a.quarters(), b.quarters()), probability);
    }

    /// The same of another length.
    ///
    /// @param others quarters, 1 or more
    public Ban lasting(int others) {
        return new Ban(id, stops, others, probability, outages, lane);
    }

    /// Length in years.
    public double length() {
        return quarters / 4.0;
    }

    /// True unless two suppliers stop together.
    public boolean isSingle() {
        return !lane.isEmpty() || stops.size() <= 1;
    }

    /// Who bans, by place codes; a lane by its id.
    public String supplier() {
        if (!lane.isEmpty()) {
            return lane;
        }
        return Stream.concat(
                        stops.stream().map(Stop::supplier), outages.stream().map(Outage::place))
                .distinct()
                .collect(Collectors.joining("+"));
    }

    /// What one supplier stops; empty for everything, or if several suppliers ban.
    public List<String> products() {
        if (!lane.isEmpty()) {
            return List.of();
        }
        if (stops.isEmpty()) {
            return outages.stream().map(Outage::product).distinct().toList();
        }
        return stops.size() == 1 ? stops.getFirst().products() : List.of();
    }

    /// True if a place is among those that ban.
    public boolean isBy(String place) {
        return lane.isEmpty() && stops.stream().anyMatch(stop -> stop.supplier().equals(place));
    }

    /// Part of a node's capacity that runs, 0..1.
    public double runs(String node) {
        double part = 1;
        for (Outage outage : outages) {
            part = outage.node().equals(node) ? Math.min(part, outage.open()) : part;
        }
        return part;
    }

    /// Part of a usual flow that still moves: 1 if no stop hits it; what several take adds up.
    public double open(String from, String to, String product) {
        double taken = 0;
        for (Stop stop : stops) {
            taken += stop.hits(from, to, product) ? 1 - stop.open() : 0;
        }
        return Math.max(0, 1 - taken);
    }

    /// Most of a relation over its usual flow: what is let through, or what a shortage raises it to. Ships
    /// that take longer can carry more, those that need a licence cannot.
    public double most(String from, String to, String product, double relationMost) {
        double open = open(from, to, product);
        if (open == 1) {
            return relationMost;
        }
        return lane.isEmpty() ? open : open * relationMost;
    }

    /// True if a flow is stopped.
    public boolean hits(String from, String to, String product) {
        return open(from, to, product) == 0;
    }
}
