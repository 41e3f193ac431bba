package org.monazite.shock.ario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;

/// A multi-regional input-output table, money per year. Immutable. An industry is a sector of a region;
/// inputs of one
/// sector from several regions are the same good.
///
/// Inside, every region has a place for every sector (places without an industry hold zeros), region by
/// region: then sums
/// over regions are sums of arrays of equal length, which the compiler turns into vector instructions.
public final class MrioTable {

    private static final long MOST_CELLS = 200_000_000;

    final List<String> industries;
    final List<String> sectors;
    final List<String> consumers;
    final int regions;
    final int[] place; // by industry
    final double[][][] flows; // by buyer's place, then supplier's region and sector; null where nothing is bought
    final double[][] finalDemand; // by consumer, then supplier's place
    final double[] output; // by place
    private final int[] sectorOf; // by industry
    private final Map<String, Integer> numbers;

    private MrioTable(Builder builder) {
        industries = builder.industries;
        sectors = builder.sectors;
        consumers = builder.consumers;
        regions = builder.regions;
        place = builder.place;
        sectorOf = builder.sectorOf;
        flows = builder.flows;
        finalDemand = builder.finalDemand;
        output = builder.output;
        numbers = builder.numbers;
    }

    /// Number of industries.
    public int size() {
        return industries.size();
    }

    /// Name of an industry, `region|sector`.
    public String industry(int industry) {
        return industries.get(industry);
    }

    /// Number of the industry with this name, or nothing.
    public OptionalInt find(String name) {
        Integer number = numbers.get(name);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /// Names of all industries, in the order of the table.
    public List<String> industries() {
        return industries;
    }

    /// Names of the sectors, sorted.
    public List<String> sectors() {
        return sectors;
    }

    /// Number of the sector of an industry.
    public int sector(int industry) {
        return sectorOf[industry];
    }

    /// Names of the columns of final demand, `region|category`.
    public List<String> consumers() {
        return consumers;
    }

    /// Output of an industry, per year.
    public double output(int industry) {
        return output[place[industry]];
    }

    /// What an industry buys from another, per year.
    public double flow(int from, int to) {
        double[][] column = flows[place[to]];
        return column == null ? 0 : column[place[from] / sectors.size()][sectorOf[from]];
    }

    /// What a consumer takes from an industry, per year.
    public double finalDemand(int industry, int consumer) {
        return finalDemand[consumer][place[industry]];
    }

    /// What a consumer takes from all industries, per year.
    public double finalDemand(int consumer) {
        double sum = 0;
        for (double each : finalDemand[consumer]) {
            sum += each;
        }
        return sum;
    }

    /// What an industry buys from a sector of all regions, per year.
    public double inputs(int sector, int industry) {
        double[][] column = flows[place[industry]];
        double sum = 0;
        if (column != null) {
            for (double[] region : column) {
                sum += region[sector];
            }
        }
        return sum;
    }

    /// A table to be filled.
    ///
    /// @param industries names `region|sector`, each once
    /// @param consumers names of the columns of final demand
    /// @throws IllegalArgumentException if a name comes twice or has no `|`, or the table is too large
    public static Builder builder(List<String> industries, List<String> consumers) {
        return new Builder(industries, consumers);
    }

    /// Collects the numbers of a table.
    public static final class Builder {

        private final List<String> industries;
        private final List<String> sectors;
        private final List<String> consumers;
        private final int regions;
        private final int[] place;
        private final int[] sectorOf;
        private final double[][][] flows;
        private final double[][] finalDemand;
        private final double[] output;
        private final Map<String, Integer> numbers = new HashMap<>();

        private Builder(List<String> industries, List<String> consumers) {
            this.industries = List.copyOf(industries);
            this.consumers = List.copyOf(consumers);
            TreeSet<String> regionNames = new TreeSet<>();
            TreeSet<String> sectorNames = new TreeSet<>();
            for (String name : industries) {
                int bar = name.indexOf('|');
                if (bar < 0) {
                    throw new IllegalArgumentException("The industry '" + name + "' is not named region|sector.");
                }
                if (numbers.putIfAbsent(name, numbers.size()) != null) {
                    throw new IllegalArgumentException("The industry '" + name + "' comes twice.");
                }
                regionNames.add(name.substring(0, bar));
                sectorNames.add(name.substring(bar + 1));
            }
            this.sectors = List.copyOf(sectorNames);
            this.regions = regionNames.size();
            long places = (long) regions * sectors.size();
            if (places * places > MOST_CELLS || places * consumers.size() > MOST_CELLS) {
                throw new IllegalArgumentException(
                        "%d regions times %d sectors are too many: at most %d cells are held."
                                .formatted(regions, sectors.size(), MOST_CELLS));
            }
            List<String> regionList = new ArrayList<>(regionNames);
            this.place = new int[industries.size()];
            this.sectorOf = new int[industries.size()];
            Map<String, Integer> regionNumber = numbered(regionList);
            Map<String, Integer> sectorNumber = numbered(sectors);
            for (int i = 0; i < place.length; i++) {
                String name = industries.get(i);
                int bar = name.indexOf('|');
                sectorOf[i] = sectorNumber.getOrDefault(name.substring(bar + 1), 0);
                place[i] = regionNumber.getOrDefault(name.substring(0, bar), 0) * sectors.size() + sectorOf[i];
            }
            this.flows = new double[(int) places][][];
            this.finalDemand = new double[consumers.size()][(int) places];
            this.output = new double[(int) places];
        }

        private static Map<String, Integer> numbered(List<String> names) {
            Map<String, Integer> numbers = new HashMap<>();
            names.forEach(name -> numbers.put(name, numbers.size()));
            return numbers;
        }

        /// Sets what an industry buys from another, per year; zero or more.
        public Builder flow(int from, int to, double perYear) {
            if (!(perYear >= 0 && perYear < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("The flow from '%s' to '%s' must be zero or more, was '%s'."
                        .formatted(industries.get(from), industries.get(to), perYear));
            }
            if (perYear > 0) {
                if (flows[place[to]] == null) {
                    flows[place[to]] = new double[regions][sectors.size()];
                }
                flows[place[to]][place[from] / sectors.size()][sectorOf[from]] = perYear;
            }
            return this;
        }

        /// Sets what a consumer takes from an industry, per year; negative for what comes out of its
        /// stocks.
        public Builder finalDemand(int industry, int consumer, double perYear) {
            finalDemand[consumer][place[industry]] = finite(perYear, "final demand");
            return this;
        }

        /// Sets the output of an industry, per year; zero or more.
        public Builder output(int industry, double perYear) {
            if (!(finite(perYear, "output") >= 0)) {
                throw new IllegalArgumentException("The output of '%s' must be zero or more, was '%s'."
                        .formatted(industries.get(industry), perYear));
            }
            output[place[industry]] = perYear;
            return this;
        }

        private static double finite(double value, String what) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("The " + what + " of an industry was '" + value + "'.");
            }
            return value;
        }

        /// The table. The builder must not be used again.
        public MrioTable build() {
            return new MrioTable(this);
        }
    }
}
