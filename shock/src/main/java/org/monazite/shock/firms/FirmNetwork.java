package org.monazite.shock.firms;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/// Who supplies whom, per day, and what final demand takes. Immutable. Firms are numbered as they were
/// added; links by
/// client, then by supplier. A firm's normal output is what its clients and final demand take.
public final class FirmNetwork {

    final String[] names;
    final int[] sector; // number of the sector, in order of first appearance
    final double[] finalDemand;
    final double[] output;
    final double[] inputs;

    // links by client, then supplier
    final int[] firstLink; // by client
    final int[] supplier;
    final double[] amount;

    // the same links by supplier, then client
    final int[] firstOut; // by supplier
    final int[] outLink;
    final int[] outClient;

    // suppliers of one sector stand in for each other: a client's links fall into groups
    final int[] firstGroup; // by client
    final int[] group; // by link
    final double[] groupAmount;

    private final Map<String, Integer> numbers;

    private FirmNetwork(Builder builder) {
        int firms = builder.numbers.size();
        names = builder.numbers.keySet().toArray(String[]::new);
        numbers = Map.copyOf(builder.numbers);
        sector = Arrays.copyOf(builder.sector, firms);
        finalDemand = Arrays.copyOf(builder.finalDemand, firms);
        int links = builder.links;
        long[] order = new long[links];
        Integer[] rows = new Integer[links];
        for (int row = 0; row < links; row++) {
            order[row] = ((long) builder.client[row] << 32) | builder.supplier[row];
            rows[row] = row;
        }
        Arrays.sort(rows, (a, b) -> Long.compare(order[a], order[b]));
        firstLink = new int[firms + 1];
        supplier = new int[links];
        amount = new double[links];
        for (int link = 0; link < links; link++) {
            int row = rows[link];
            supplier[link] = builder.supplier[row];
            amount[link] = builder.amount[row];
            firstLink[builder.client[row] + 1]++;
        }
        Arrays.parallelPrefix(firstLink, Integer::sum);
        firstOut = new int[firms + 1];
        outLink = new int[links];
        outClient = new int[links];
        turn();
        output = new double[firms];
        inputs = new double[firms];
        firstGroup = new int[firms + 1];
        group = new int[links];
        groupAmount = groups();
        totals();
    }

    private void turn() {
        for (int link = 0; link < supplier.length; link++) {
            firstOut[supplier[link] + 1]++;
        }
        Arrays.parallelPrefix(firstOut, Integer::sum);
        int[] next = Arrays.copyOf(firstOut, names.length);
        for (int client = 0; client < names.length; client++) {
            for (int link = firstLink[client]; link < firstLink[client + 1]; link++) {
                int at = next[supplier[link]]++;
                outLink[at] = link;
                outClient[at] = client;
            }
        }
    }

    private double[] groups() {
        double[] amounts = new double[supplier.length];
        int groups = 0;
        for (int client = 0; client < names.length; client++) {
            firstGroup[client] = groups;
            Map<Integer, Integer> bySector = new LinkedHashMap<>();
            for (int link = firstLink[client]; link < firstLink[client + 1]; link++) {
                int next = groups;
                Integer known = bySector.putIfAbsent(sector[supplier[link]], next);
                group[link] = known == null ? groups++ : known;
                amounts[group[link]] += amount[link];
            }
        }
        firstGroup[names.length] = groups;
        return Arrays.copyOf(amounts, groups);
    }

    /// Sums in the order of the published program: its rationing tests equality of such sums.
    private void totals() {
        for (int firm = 0; firm < names.length; firm++) {
            double orders = 0;
            for (int out = firstOut[firm]; out < firstOut[firm + 1]; out++) {
                orders += amount[outLink[out]];
            }
            output[firm] = finalDemand[firm] + orders;
            for (int link = firstLink[firm]; link < firstLink[firm + 1]; link++) {
                inputs[firm] += amount[link];
            }
        }
    }

    /// Number of firms.
    public int firms() {
        return names.length;
    }

    /// Number of links.
    public int links() {
        return supplier.length;
    }

    /// Name of a firm.
    public String name(int firm) {
        return names[firm];
    }

    /// Number of the firm with this name, or nothing.
    public OptionalInt find(String name) {
        Integer number = numbers.get(name);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /// Normal output of a firm, per day.
    public double output(int firm) {
        return output[firm];
    }

    /// Normal purchases of a firm, per day.
    public double inputs(int firm) {
        return inputs[firm];
    }

    /// Normal final demand on a firm, per day.
    public double finalDemand(int firm) {
        return finalDemand[firm];
    }

    /// True if the firm buys from another.
    public boolean buys(int firm) {
        return firstLink[firm + 1] > firstLink[firm];
    }

    /// The link from a supplier to a client, or nothing.
    public OptionalInt findLink(int from, int to) {
        int at = Arrays.binarySearch(supplier, firstLink[to], firstLink[to + 1], from);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /// Normal amount of a link, per day.
    public double amount(int link) {
        return amount[link];
    }

    /// A network to be filled: firms first, then links.
    public static Builder builder() {
        return new Builder();
    }

    /// Collects firms and links and refuses what no network can have.
    public static final class Builder {

        private final Map<String, Integer> numbers = new LinkedHashMap<>();
        private final Map<String, Integer> sectors = new LinkedHashMap<>();
        private int[] sector = new int[16];
        private double[] finalDemand = new double[16];
        private int links;
        private int[] supplier = new int[16];
        private int[] client = new int[16];
        private double[] amount = new double[16];

        private Builder() {}

        /// Adds a firm and returns its number.
        ///
        /// @param demand final demand per day, 0 or more
        /// @throws IllegalArgumentException if the name was used before or the demand is no amount
        public int firm(String name, String sectorName, double demand) {
            int number = numbers.size();
            if (numbers.putIfAbsent(name, number) != null) {
                throw new IllegalArgumentException("The firm '" + name + "' was added before.");
            }
            if (!(demand >= 0 && demand < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "Final demand must be zero or more, was '%s' at '%s'.".formatted(demand, name));
            }
            if (number == sector.length) {
                sector = Arrays.copyOf(sector, 2 * number);
                finalDemand = Arrays.copyOf(finalDemand, 2 * number);
            }
            int next = sectors.size();
            Integer known = sectors.putIfAbsent(sectorName, next);
            sector[number] = known == null ? next : known;
            finalDemand[number] = demand;
            return number;
        }

        /// Adds a link.
        ///
        /// @param perDay normal amount, above 0
        /// @throws IllegalArgumentException if a firm is missing or the amount is no amount
        public Builder link(int from, int to, double perDay) {
            if (from < 0 || from >= numbers.size() || to < 0 || to >= numbers.size()) {
                throw new IllegalArgumentException("A link from %d to %d joins no known firms.".formatted(from, to));
            }
            if (!(perDay > 0 && perDay < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A link carries more than zero, was '%s'.".formatted(perDay));
            }
            if (links == amount.length) {
                supplier = Arrays.copyOf(supplier, 2 * links);
                client = Arrays.copyOf(client, 2 * links);
                amount = Arrays.copyOf(amount, 2 * links);
            }
            supplier[links] = from;
            client[links] = to;
            amount[links++] = perDay;
            return this;
        }

        /// The network.
        ///
        /// @throws IllegalArgumentException if two links join the same firms
        public FirmNetwork build() {
            FirmNetwork network = new FirmNetwork(this);
            for (int firm = 0; firm < network.firms(); firm++) {
                for (int link = network.firstLink[firm] + 1; link < network.firstLink[firm + 1]; link++) {
                    if (network.supplier[link] == network.supplier[link - 1]) {
                        throw new IllegalArgumentException("Two links lead from '%s' to '%s'."
                                .formatted(network.names[network.supplier[link]], network.names[firm]));
                    }
                }
            }
            return network;
        }
    }
}
