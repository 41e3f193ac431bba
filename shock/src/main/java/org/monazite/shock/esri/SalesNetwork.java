package org.monazite.shock.esri;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Sales between firms. Immutable. Firms are numbered in the order they were named; sales for the same
/// pair and type are
/// added; a firm may sell to itself.
public final class SalesNetwork {

    final int[] sectorOf; // by firm
    final int[] supplier; // by link
    final int[] client;
    final double[] weight;
    final LinkType[] type;
    final double[] sales; // by firm
    private final List<String> names;
    private final List<String> sectors;
    private final Map<String, Integer> numbers;

    private SalesNetwork(Builder builder, int links, double[] weight) {
        names = List.copyOf(builder.numbers.keySet());
        numbers = Map.copyOf(builder.numbers);
        sectors = List.copyOf(builder.sectorNumbers.keySet());
        sectorOf = Arrays.copyOf(builder.sectorOf, names.size());
        supplier = Arrays.copyOf(builder.supplier, links);
        client = Arrays.copyOf(builder.client, links);
        type = Arrays.copyOf(builder.type, links);
        this.weight = Arrays.copyOf(weight, links);
        sales = new double[names.size()];
        for (int link = 0; link < links; link++) {
            sales[supplier[link]] += weight[link];
        }
    }

    private SalesNetwork(SalesNetwork other, LinkType everywhere) {
        names = other.names;
        numbers = other.numbers;
        sectors = other.sectors;
        sectorOf = other.sectorOf;
        supplier = other.supplier;
        client = other.client;
        weight = other.weight;
        sales = other.sales;
        type = new LinkType[weight.length];
        Arrays.fill(type, everywhere);
    }

    /// Number of firms.
    public int firms() {
        return sectorOf.length;
    }

    /// Number of pairs that trade.
    public int links() {
        return weight.length;
    }

    /// Name of a firm.
    public String name(int firm) {
        return names.get(firm);
    }

    /// Sector of a firm.
    public String sector(int firm) {
        return sectors.get(sectorOf[firm]);
    }

    /// Number of sectors.
    public int sectors() {
        return sectors.size();
    }

    /// Sales of a firm to firms.
    public double sales(int firm) {
        return sales[firm];
    }

    /// Supplier of a link.
    public int supplier(int link) {
        return supplier[link];
    }

    /// Client of a link.
    public int client(int link) {
        return client[link];
    }

    /// Amount of a link.
    public double amount(int link) {
        return weight[link];
    }

    /// Number of the firm with this name, or nothing.
    public OptionalInt find(String name) {
        Integer number = numbers.get(name);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /// The same sales, all of one type.
    public SalesNetwork allOf(LinkType everywhere) {
        return new SalesNetwork(this, everywhere);
    }

    /// A network to be filled.
    public static Builder builder() {
        return new Builder();
    }

    /// Collects firms and sales.
    public static final class Builder {

        private record Pair(int supplier, int client) {}

        private final Map<String, Integer> numbers = new LinkedHashMap<>();
        private final Map<String, Integer> sectorNumbers = new LinkedHashMap<>();
        private final Map<Pair, Integer> links = new HashMap<>();
        private int[] sectorOf = new int[16];
        private int[] supplier = new int[16];
        private int[] client = new int[16];
        private LinkType[] type = new LinkType[16];
        private double[] weight = new double[16];

        private Builder() {}

        /// Names a firm and its sector, again if need be; returns its number.
        ///
        /// @throws IllegalArgumentException if it was named with another sector
        public int firm(String name, String sector) {
            Integer knownSector = sectorNumbers.putIfAbsent(sector, sectorNumbers.size());
            int number = knownSector == null ? sectorNumbers.size() - 1 : knownSector;
            Integer known = numbers.putIfAbsent(name, numbers.size());
            if (known != null) {
                if (sectorOf[known] != number) {
                    throw new IllegalArgumentException(
                            "The firm '%s' has sector '%s' here and another before.".formatted(name, sector));
                }
                return known;
            }
            int firm = numbers.size() - 1;
            if (firm == sectorOf.length) {
                sectorOf = Arrays.copyOf(sectorOf, 2 * firm);
            }
            sectorOf[firm] = number;
            return firm;
        }

        /// Adds a sale; true if the pair had traded before.
        ///
        /// @param amount zero or more
        /// @throws IllegalArgumentException if the amount is no amount or the pair has another type
        public boolean sale(int from, int to, double amount, LinkType how) {
            if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A sale is zero or more, was '" + amount + "'.");
            }
            int next = links.size();
            Integer known = links.putIfAbsent(new Pair(from, to), next);
            if (known != null) {
                if (type[known] != how) {
                    throw new IllegalArgumentException("A pair of firms has two types: %s and %s."
                            .formatted(type[known].ordinal(), how.ordinal()));
                }
                weight[known] += amount;
                return true;
            }
            if (next == weight.length) {
                supplier = Arrays.copyOf(supplier, 2 * next);
                client = Arrays.copyOf(client, 2 * next);
                type = Arrays.copyOf(type, 2 * next);
                weight = Arrays.copyOf(weight, 2 * next);
            }
            supplier[next] = from;
            client[next] = to;
            type[next] = how;
            weight[next] = amount;
            return false;
        }

        /// The network.
        public SalesNetwork build() {
            return new SalesNetwork(this, links.size(), weight);
        }
    }
}
