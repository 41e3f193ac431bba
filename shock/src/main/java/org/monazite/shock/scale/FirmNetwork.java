package org.monazite.shock.scale;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.monazite.supply.Criticality;
import org.monazite.supply.UseClass;

/// Firms, who supplies whom, and what goes to final demand: arrays, no objects per firm or link.
/// Immutable; made by a [Builder], which refuses what cannot be played. Output of a firm = what it
/// sells to firms + final demand, so that a network is balanced by construction.
public final class FirmNetwork {

    private static final Criticality[] CRITICALITIES = Criticality.values();
    private static final UseClass[] CLASSES = UseClass.values();

    private final List<String> sectors;
    private final @Nullable List<String> names;
    final int[] sectorOf;
    final byte[] rankOf;
    final double[] finalPerYear;
    final double[] outputPerYear;
    final int[] supplier;
    final int[] customer;
    final double[] perYear;
    final byte[] criticality;

    private FirmNetwork(Builder b, double[] output) {
        this.sectors = List.copyOf(b.sectors);
        this.names = b.names.isEmpty() ? null : List.copyOf(b.names);
        this.sectorOf = Arrays.copyOf(b.sectorOf, b.firms);
        this.rankOf = Arrays.copyOf(b.rankOf, b.firms);
        this.finalPerYear = Arrays.copyOf(b.finalPerYear, b.firms);
        this.outputPerYear = output;
        this.supplier = fit(b.supplier, b.links);
        this.customer = fit(b.customer, b.links);
        this.perYear = b.perYear.length == b.links ? b.perYear : Arrays.copyOf(b.perYear, b.links);
        this.criticality = Arrays.copyOf(b.criticality, b.links);
    }

    private static int[] fit(int[] array, int length) {
        return array.length == length ? array : Arrays.copyOf(array, length);
    }

    /// How many firms; they are numbered from 0.
    public int firms() {
        return sectorOf.length;
    }

    /// How many links; they are numbered from 0 in the order of the builder.
    public int links() {
        return supplier.length;
    }

    /// Names of the sectors, such as NACE codes.
    public List<String> sectors() {
        return sectors;
    }

    /// Number of a sector, if there is one of that name.
    public Optional<Integer> sector(String name) {
        int index = sectors.indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(index);
    }

    /// Sector of a firm.
    public int sectorOf(int firm) {
        return sectorOf[firm];
    }

    /// Name of a firm: as given, else `F` and its number.
    public String name(int firm) {
        return names == null ? "F" + firm : names.get(firm);
    }

    /// Class of a firm as a customer, for rationing by priority.
    public UseClass useClass(int firm) {
        return CLASSES[rankOf[firm]];
    }

    /// What a firm sells to final demand per year.
    public double finalPerYear(int firm) {
        return finalPerYear[firm];
    }

    /// What a firm makes per year in normal times.
    public double outputPerYear(int firm) {
        return outputPerYear[firm];
    }

    /// Who supplies on a link.
    public int supplier(int link) {
        return supplier[link];
    }

    /// Who buys on a link.
    public int customer(int link) {
        return customer[link];
    }

    /// How much, per year.
    public double perYear(int link) {
        return perYear[link];
    }

    /// What its absence does to the customer.
    public Criticality criticality(int link) {
        return CRITICALITIES[criticality[link]];
    }

    /// Collects firms and links. Not for several threads.
    public static final class Builder {

        private final List<String> sectors;
        private final List<String> names = new java.util.ArrayList<>();
        private int firms;
        private int links;
        private int[] sectorOf;
        private byte[] rankOf;
        private double[] finalPerYear;
        private int[] supplier;
        private int[] customer;
        private double[] perYear;
        private byte[] criticality;

        /// An empty network.
        ///
        /// @param sectors names of the sectors
        /// @param firms how many firms are expected; more are taken
        /// @param links how many links are expected; more are taken
        public Builder(List<String> sectors, int firms, int links) {
            this.sectors = List.copyOf(sectors);
            this.sectorOf = new int[Math.max(firms, 1)];
            this.rankOf = new byte[Math.max(firms, 1)];
            this.finalPerYear = new double[Math.max(firms, 1)];
            this.supplier = new int[Math.max(links, 1)];
            this.customer = new int[Math.max(links, 1)];
            this.perYear = new double[Math.max(links, 1)];
            this.criticality = new byte[Math.max(links, 1)];
        }

        /// Adds a firm without a name, of class industry.
        ///
        /// @return its number
        public int firm(int sector, double finalDemandPerYear) {
            if (!names.isEmpty()) {
                throw new IllegalArgumentException(
                        "Firm %d has no name, others have. Maybe name all.".formatted(firms));
            }
            return add(sector, finalDemandPerYear, UseClass.INDUSTRY);
        }

        /// Adds a firm.
        ///
        /// @param useClass its class as a customer
        /// @return its number
        public int firm(String name, int sector, double finalDemandPerYear, UseClass useClass) {
            if (names.size() != firms) {
                throw new IllegalArgumentException("Firm '%s' has a name, others have none.".formatted(name));
            }
            names.add(name);
            return add(sector, finalDemandPerYear, useClass);
        }

        private int add(int sector, double finalDemandPerYear, UseClass useClass) {
            if (firms == sectorOf.length) {
                int more = firms + firms / 2 + 8;
                sectorOf = Arrays.copyOf(sectorOf, more);
                rankOf = Arrays.copyOf(rankOf, more);
                finalPerYear = Arrays.copyOf(finalPerYear, more);
            }
            sectorOf[firms] = sector;
            rankOf[firms] = (byte) useClass.ordinal();
            finalPerYear[firms] = finalDemandPerYear;
            return firms++;
        }

        /// Sets what a firm sells to final demand.
        public Builder finalDemand(int firm, double finalDemandPerYear) {
            finalPerYear[firm] = finalDemandPerYear;
            return this;
        }

        /// Adds a link; the criticality of an input is that of its most critical link.
        ///
        /// @return its number
        public int link(int from, int to, double flowPerYear, Criticality critical) {
            if (links == supplier.length) {
                int more = links + links / 2 + 8;
                supplier = Arrays.copyOf(supplier, more);
                customer = Arrays.copyOf(customer, more);
                perYear = Arrays.copyOf(perYear, more);
                criticality = Arrays.copyOf(criticality, more);
            }
            supplier[links] = from;
            customer[links] = to;
            perYear[links] = flowPerYear;
            criticality[links] = (byte) critical.ordinal();
            return links++;
        }

        /// Checks everything and makes the network. The builder must not be used again.
        ///
        /// @throws IllegalArgumentException if a flow is not a number above zero, a link hangs in the
        ///     air or stands twice, a firm has inputs and no output, or firms feed only each other
        public FirmNetwork build() {
            for (int firm = 0; firm < firms; firm++) {
                checkFirm(firm);
            }
            for (int link = 0; link < links; link++) {
                checkLink(link);
            }
            double[] output = Arrays.copyOf(finalPerYear, firms);
            for (int link = 0; link < links; link++) {
                output[supplier[link]] += perYear[link];
            }
            for (int link = 0; link < links; link++) {
                if (output[customer[link]] <= 0) {
                    throw new IllegalArgumentException("Firm %s takes inputs (link %d) and makes nothing. Maybe its"
                                    .formatted(title(customer[link]), link)
                            + " sales or its final demand are missing.");
                }
            }
            checkPairs();
            checkSinks(output);
            return new FirmNetwork(this, output);
        }

        private String title(int firm) {
            return names.isEmpty() ? "'F" + firm + "'" : "'" + names.get(firm) + "'";
        }

        private void checkFirm(int firm) {
            if (sectorOf[firm] < 0 || sectorOf[firm] >= sectors.size()) {
                throw new IllegalArgumentException("Firm %s has sector number %d; there are %d sectors, from 0."
                        .formatted(title(firm), sectorOf[firm], sectors.size()));
            }
            if (!(finalPerYear[firm] >= 0 && finalPerYear[firm] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("Final demand of firm %s is '%s', not a number of 0 or more."
                        .formatted(title(firm), finalPerYear[firm]));
            }
        }

        private void checkLink(int link) {
            int from = supplier[link];
            int to = customer[link];
            if (from < 0 || from >= firms || to < 0 || to >= firms) {
                throw new IllegalArgumentException(
                        "Link %d runs from firm %d to firm %d; there are %d firms, from 0. Maybe a firm is missing."
                                .formatted(link, from, to, firms));
            }
            if (!(perYear[link] > 0 && perYear[link] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "Link %d from %s to %s carries '%s', not a number above 0. Maybe leave it out."
                                .formatted(link, title(from), title(to), perYear[link]));
            }
            if (from == to) {
                throw new IllegalArgumentException(
                        "Link %d runs from firm %s to itself. Maybe leave own use out.".formatted(link, title(from)));
            }
        }

        /// No pair of firms twice.
        private void checkPairs() {
            int[] sorted = Counting.byKey(customer, links, firms);
            int[] seen = new int[firms];
            for (int link : sorted) {
                if (seen[supplier[link]] == customer[link] + 1) {
                    throw new IllegalArgumentException(
                            "Link %d from %s to %s stands twice. Maybe add the amounts up first."
                                    .formatted(link, title(supplier[link]), title(customer[link])));
                }
                seen[supplier[link]] = customer[link] + 1;
            }
        }

        /// Every output reaches final demand somewhere down the chain.
        private void checkSinks(double[] output) {
            int[] sorted = Counting.byKey(customer, links, firms);
            int[] first = Counting.firsts(customer, links, firms);
            boolean[] reached = new boolean[firms];
            int[] queue = new int[firms];
            int tail = 0;
            for (int firm = 0; firm < firms; firm++) {
                if (finalPerYear[firm] > 0) {
                    reached[firm] = true;
                    queue[tail++] = firm;
                }
            }
            for (int head = 0; head < tail; head++) {
                for (int i = first[queue[head]]; i < first[queue[head] + 1]; i++) {
                    int from = supplier[sorted[i]];
                    if (!reached[from]) {
                        reached[from] = true;
                        queue[tail++] = from;
                    }
                }
            }
            for (int firm = 0; firm < firms; firm++) {
                if (!reached[firm] && output[firm] > 0) {
                    throw new IllegalArgumentException(
                            "What firm %s makes never reaches final demand: it and its".formatted(title(firm))
                                    + " customers feed only each other. Maybe final demand is missing.");
                }
            }
        }
    }
}
