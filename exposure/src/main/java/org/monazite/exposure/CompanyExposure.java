package org.monazite.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.SupplyNetwork;

/// How a company depends on one place, from its purchases: who sold directly, and who stands behind the
/// sellers.
///
/// Each line is an arc into a node of the company's own. A line whose seller lies at the place asked about is
/// touched in full. Else its goods have the composition of what the stated origin makes or, where none is
/// stated, of what the place of the seller supplies. Lines count by tonnes or by money, never by both.
///
/// @param productId the product
/// @param supplier the place asked about
/// @param basis what lines count by
/// @param direct part that the place sells or, where stated, made
/// @param traced part that the place has handled at this or any earlier stage
/// @param drivers lines by what they add to the traced share, the largest first
/// @param leftOut lines of the product that could not be counted, with the reason
/// @param coverage counted part of the product's lines, by their number, 0..1
public record CompanyExposure(
        String productId,
        String supplier,
        Basis basis,
        Explained direct,
        Explained traced,
        List<Driver> drivers,
        List<LeftOut> leftOut,
        double coverage) {

    private static final double LEAST_COVERAGE = 0.5;

    /// Copies the lists.
    public CompanyExposure {
        drivers = List.copyOf(drivers);
        leftOut = List.copyOf(leftOut);
    }

    /// What the lines count by.
    public enum Basis {
        /// Tonnes of the product.
        WEIGHT,
        /// US dollars.
        VALUE
    }

    /// A line and what it adds.
    ///
    /// @param line the line
    /// @param part its part of the purchases counted, 0..1
    /// @param touched touched part of its goods, 0..1
    public record Driver(LedgerLine line, double part, double touched) {}

    /// A line that was not counted.
    ///
    /// @param line the line
    /// @param reason the reason
    public record LeftOut(LedgerLine line, Reason reason) {

        /// The reason in words.
        public String why() {
            return switch (reason) {
                case NO_TONNES -> "it states no tonnes";
                case NO_MONEY -> "it states no money";
                case NO_SOURCE -> "the network has nobody who supplies the product there";
            };
        }
    }

    /// Why a line was not counted.
    public enum Reason {
        /// Lines count by tonnes, and it states none.
        NO_TONNES,
        /// Lines count by money, and it states none in US dollars.
        NO_MONEY,
        /// The network has nobody who supplies the product there.
        NO_SOURCE
    }

    /// The exposure in one product.
    ///
    /// @param network whose trace stands behind the sellers
    /// @param supplier the place asked about
    public static CompanyExposure of(
            List<LedgerLine> ledger, String productId, SupplyNetwork network, String supplier, Basis basis) {
        List<LedgerLine> counted = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (LedgerLine line : ledger) {
            if (!line.productId().equals(productId)) {
                continue;
            }
            if (Double.isNaN(amount(line, basis))) {
                leftOut.add(new LeftOut(line, basis == Basis.WEIGHT ? Reason.NO_TONNES : Reason.NO_MONEY));
            } else if (!isAt(line, supplier) && source(line, network).isEmpty()) {
                leftOut.add(new LeftOut(line, Reason.NO_SOURCE));
            } else {
                counted.add(line);
            }
        }
        return new Sum(network, supplier, basis).of(productId, counted, leftOut);
    }

    private static boolean isAt(LedgerLine line, String place) {
        return line.supplierPlace().equals(place) || line.originPlace().equals(place);
    }

    private static double amount(LedgerLine line, Basis basis) {
        return switch (basis) {
            case WEIGHT -> line.tonnes();
            case VALUE -> line.usd();
        };
    }

    /// The maker at the stated origin, else what the place of the seller supplies: its pool, or its maker.
    private static OptionalInt source(LedgerLine line, SupplyNetwork network) {
        if (!line.originPlace().isEmpty()) {
            return network.nodes().find(line.originPlace() + "/" + line.productId());
        }
        OptionalInt pool = network.nodes().find(line.supplierPlace() + "/" + line.productId() + "/pool");
        return pool.isPresent() ? pool : network.nodes().find(line.supplierPlace() + "/" + line.productId());
    }

    /// Adds the lines up.
    private static final class Sum {

        private final SupplyNetwork network;
        private final Trace trace;
        private final String supplier;
        private final Basis basis;
        private final Working working = new Working();
        private final List<Driver> drivers = new ArrayList<>();
        private double direct;
        private double value;
        private double low;
        private double high;

        Sum(SupplyNetwork network, String supplier, Basis basis) {
            this.network = network;
            this.trace = Trace.of(network, Set.of(supplier));
            this.supplier = supplier;
            this.basis = basis;
        }

        CompanyExposure of(String productId, List<LedgerLine> counted, List<LeftOut> leftOut) {
            double total = 0;
            for (LedgerLine line : counted) {
                total += amount(line, basis);
            }
            for (LedgerLine line : counted) {
                add(line, total);
            }
            drivers.sort(Comparator.<Driver>comparingDouble(driver -> -driver.part() * driver.touched())
                    .thenComparing(driver -> driver.line().id()));
            int lines = counted.size() + leftOut.size();
            double coverage = lines == 0 ? 0 : (double) counted.size() / lines;
            boolean known = total > 0 && coverage >= LEAST_COVERAGE;
            String why = known ? "" : why(total, lines);
            return new CompanyExposure(
                    productId,
                    supplier,
                    basis,
                    number(
                            "direct share of purchases",
                            why,
                            direct,
                            direct,
                            direct,
                            "purchases from the place, or made there / all purchases"),
                    number(
                            "traced share of purchases",
                            why,
                            value,
                            low,
                            high,
                            "sum over lines of part x touched part of what the source supplies; proportional mixing"),
                    drivers,
                    leftOut,
                    coverage);
        }

        private static String why(double total, int lines) {
            if (lines == 0) {
                return "nothing was bought";
            }
            return total > 0
                    ? "cannot tell: less than half of the lines could be counted"
                    : "cannot tell: no line could be counted";
        }

        private Explained number(String measure, String why, double middle, double least, double most, String formula) {
            return why.isEmpty()
                    ? working.result(measure, middle, least, most, "share", formula)
                    : working.missing(measure, "share", why);
        }

        private void add(LedgerLine line, double total) {
            double part = amount(line, basis) / total;
            OptionalInt node = isAt(line, supplier) ? OptionalInt.empty() : source(line, network);
            double touched = node.isEmpty() ? 1 : trace.touched(node.getAsInt());
            direct += isAt(line, supplier) ? part : 0;
            value += part * touched;
            low += part * (node.isEmpty() ? 1 : trace.touchedLow(node.getAsInt()));
            high += part * (node.isEmpty() ? 1 : trace.touchedHigh(node.getAsInt()));
            boolean unverified = node.isPresent() && trace.unverified(node.getAsInt()) > 0;
            working.add(
                    line.id(),
                    amount(line, basis),
                    basis == Basis.WEIGHT ? "t" : "USD",
                    unverified ? Flag.UNVERIFIED : Flag.NONE,
                    List.of());
            drivers.add(new Driver(line, part, touched));
        }
    }
}
