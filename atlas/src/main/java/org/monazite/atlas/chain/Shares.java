package org.monazite.atlas.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.monazite.supply.Covariance;
import org.monazite.supply.SupplyNetwork;

/// Which balanced quantities each row of a network is made of, and from there how its rows vary together.
final class Shares {

    /// Entries this small beside their row are rounding.
    private static final double DUST = 1e-14;

    private final Map<List<String>, Map<Integer, Double>> parts = new LinkedHashMap<>();

    /// Adds a quantity to a row.
    ///
    /// @param row name of a row, as [#arc], [#node], [#demand] and [#unknown] give them
    void add(List<String> row, int quantity, double coefficient) {
        parts.computeIfAbsent(row, _ -> new LinkedHashMap<>()).merge(quantity, coefficient, Double::sum);
    }

    static List<String> arc(String supplier, String buyer) {
        return List.of("arc", supplier, buyer);
    }

    static List<String> node(String key) {
        return List.of("node", key);
    }

    static List<String> demand(String node) {
        return List.of("demand", node);
    }

    static List<String> unknown(String node, String product) {
        return List.of("unknown", node, product);
    }

    /// The factor of a network: its rows from those of the quantities.
    ///
    /// @param factor one row per quantity, each as long as its last entry that is not 0
    Covariance covariance(SupplyNetwork network, double[][] factor) {
        int factors = 0;
        for (double[] row : factor) {
            factors = Math.max(factors, row.length);
        }
        List<List<String>> names = names(network);
        int[] first = new int[names.size() + 1];
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            double[] row = new double[factors];
            parts.getOrDefault(names.get(i), Map.of()).forEach((quantity, coefficient) -> {
                for (int k = 0; k < factor[quantity].length; k++) {
                    row[k] += coefficient * factor[quantity][k];
                }
            });
            clean(row);
            rows.add(row);
            first[i + 1] = first[i] + filled(row);
        }
        int[] column = new int[first[names.size()]];
        double[] value = new double[column.length];
        int at = 0;
        for (double[] row : rows) {
            for (int k = 0; k < row.length; k++) {
                if (row[k] != 0) {
                    column[at] = k;
                    value[at++] = row[k];
                }
            }
        }
        return new Covariance(factors, first, column, value);
    }

    private static List<List<String>> names(SupplyNetwork network) {
        List<List<String>> names = new ArrayList<>();
        for (int arc = 0; arc < network.arcs().size(); arc++) {
            names.add(arc(
                    network.nodes().key(network.arcs().supplier(arc)),
                    network.nodes().key(network.arcs().buyer(arc))));
        }
        for (int node = 0; node < network.nodes().size(); node++) {
            names.add(node(network.nodes().key(node)));
        }
        for (int demand = 0; demand < network.demands().size(); demand++) {
            names.add(demand(network.nodes().key(network.demands().node(demand))));
        }
        for (int cell = 0; cell < network.cells().size(); cell++) {
            names.add(unknown(
                    network.nodes().key(network.cells().node(cell)),
                    network.products().get(network.cells().product(cell)).id()));
        }
        return names;
    }

    private static void clean(double[] row) {
        double largest = 0;
        for (double value : row) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int k = 0; k < row.length; k++) {
            row[k] = Math.abs(row[k]) > DUST * largest ? row[k] : 0;
        }
    }

    private static int filled(double[] row) {
        int filled = 0;
        for (double value : row) {
            filled += value == 0 ? 0 : 1;
        }
        return filled;
    }
}
