package org.monazite.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.monazite.exposure.internal.NetworkDraws;
import org.monazite.supply.Product;
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;

/// How sure the shares of one supplier in one importer's supply are: every measure computed anew for each
/// draw of flows and outputs, never propagated by a formula.
///
/// Where the network carries the covariance of its balance, draws are `x + L z`: they balance. A draw with a
/// negative flow is redrawn up to 20 times, then moved to the nearest one without. Where it does not, each flow
/// and output is drawn by itself from the triangle over low, value and high; such draws do not balance, and
/// shares are of what a pool then receives.
///
/// @param source where the draws come from
/// @param settings how many, from which seed
/// @param projected how many draws had to be moved to the nearest one without negative flows
/// @param rows by product and measure
public record DrawnExposure(Source source, DrawSettings settings, int projected, List<Row> rows) {

    private static final int DRIVERS = 3;

    /// Copies the rows.
    public DrawnExposure {
        rows = List.copyOf(rows);
    }

    /// Where draws come from.
    public enum Source {
        /// The covariance of the balance.
        COVARIANCE,
        /// The ranges of the figures, each by itself.
        RANGES
    }

    /// What is drawn.
    public enum Measure {
        /// Shipped by the supplier / imports.
        DIRECT,
        /// Shipped by the supplier / imports and own production.
        DIRECT_OF_SUPPLY,
        /// Handled by the supplier at this or any earlier stage / supply.
        TRACED,
        /// Made by the supplier / made by all.
        WORLD,
        /// Concentration of world production by place.
        HHI,
        /// Net import reliance.
        RELIANCE
    }

    /// One measure of one product.
    ///
    /// @param productId the product
    /// @param measure the measure
    /// @param percentiles of the draws
    /// @param drivers the inputs that move it most, the first first: better figures for these narrow it
    public record Row(String productId, Measure measure, Percentiles percentiles, List<Driver> drivers) {

        /// Copies the drivers.
        public Row {
            drivers = List.copyOf(drivers);
        }
    }

    /// An input and what it explains.
    ///
    /// @param input flow `FROM > TO` or output of a node
    /// @param share part of the variance of ranks that it explains, 0..1: squared rank correlation
    public record Driver(String input, double share) {}

    /// Draws all measures.
    public static DrawnExposure of(SupplyNetwork network, Importer importer, String supplier, DrawSettings settings) {
        if (network.findPlace(supplier).isEmpty()) {
            throw new UnknownPlaceException(supplier, network.places());
        }
        List<String> products = new ArrayList<>();
        for (Product product : network.products()) {
            if (product instanceof Product.Mineral mineral
                    && mineral.stage() != Stage.ENDUSE
                    && mineral.stage() != Stage.SCRAP) {
                products.add(product.id());
            }
        }
        NetworkDraws draws = new NetworkDraws(network, importer.members(), supplier, products, settings.seed());
        double[][] inputs = new double[settings.draws()][];
        boolean[] projected = new boolean[settings.draws()];
        double[][] outputs = new double[settings.draws()][];
        IntStream.range(0, settings.draws()).parallel().forEach(draw -> {
            inputs[draw] = draws.inputs(draw, projected);
            outputs[draw] = draws.measures(inputs[draw]);
        });
        return new DrawnExposure(
                draws.balances() ? Source.COVARIANCE : Source.RANGES,
                settings,
                (int) IntStream.range(0, projected.length)
                        .filter(draw -> projected[draw])
                        .count(),
                rows(products, draws, inputs, outputs));
    }

    private static List<Row> rows(List<String> products, NetworkDraws draws, double[][] inputs, double[][] outputs) {
        List<double[]> ranked = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int input = 0; input < inputs[0].length; input++) {
            double[] column = column(inputs, input);
            double[] ranks = varies(column) ? Ranks.ranks(column) : new double[0];
            // what a works makes and the one flow that leaves it are one input
            if (ranks.length > 0 && ranked.stream().noneMatch(other -> Arrays.equals(ranks, other))) {
                ranked.add(ranks);
                names.add(draws.name(input));
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int product = 0; product < products.size(); product++) {
            for (Measure measure : Measure.values()) {
                double[] column = column(outputs, product * NetworkDraws.MEASURES + measure.ordinal());
                Percentiles percentiles = Percentiles.of(column);
                if (percentiles.defined() > 0) {
                    rows.add(new Row(products.get(product), measure, percentiles, drivers(column, ranked, names)));
                }
            }
        }
        return rows;
    }

    private static List<Driver> drivers(double[] output, List<double[]> ranked, List<String> names) {
        List<Driver> drivers = new ArrayList<>();
        boolean whole = Arrays.stream(output).noneMatch(Double::isNaN);
        if (!whole || !varies(output)) {
            return List.of();
        }
        double[] ranks = Ranks.ranks(output);
        for (int input = 0; input < names.size(); input++) {
            double r = Ranks.pearson(ranked.get(input), ranks);
            drivers.add(new Driver(names.get(input), r * r));
        }
        drivers.sort(
                Comparator.<Driver>comparingDouble(driver -> -driver.share()).thenComparing(Driver::input));
        return drivers.subList(0, Math.min(DRIVERS, drivers.size()));
    }

    private static double[] column(double[][] rows, int column) {
        double[] values = new double[rows.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows[i][column];
        }
        return values;
    }

    private static boolean varies(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return true;
            }
        }
        return false;
    }
}
