package org.monazite.shock.scale;

import java.util.ArrayList;
import java.util.List;
import org.monazite.supply.Criticality;

/// Synthetic networks of firms that look like measured ones; no firm in them exists. Same settings,
/// same network, to the bit. How each quantity is drawn, and after which publication:
/// docs/methods.md#a-million-firms.
///
/// @param firms how many, from 2
/// @param links how many, at least 1 and at most a quarter of all pairs
/// @param sectors how many, up to the number of firms
public record FirmWorld(int firms, int links, int sectors, long seed) {

    private static final double IN_EXPONENT = 1.35; // cumulative, Fujiwara and Aoyama 2010
    private static final double OUT_EXPONENT = 1.26;
    private static final double SHARED = 0.6; // part of firms that are as large as customers as they are as suppliers
    private static final double SALES_EXPONENT = 1.3; // sales ~ degree^1.3, Watanabe et al. 2014
    private static final double MOST_INPUTS = 0.8; // inputs are at most this part of output
    private static final int TRIES = 30;

    private static final int IN = 1;
    private static final int OUT = 2;
    private static final int SAME = 3;
    private static final int ROUND = 4;
    private static final int SECTOR = 5;
    private static final int PARTNER = 6;
    private static final int AMOUNT = 7;
    private static final int MIX = 8;
    private static final int BUDGET = 9;
    private static final int CONSUMED = 10;
    private static final int NOISE = 11;

    /// Checks the ranges.
    public FirmWorld {
        if (firms < 2) {
            throw new IllegalArgumentException("A network needs 2 firms or more, was " + firms + ".");
        }
        if (links < 1 || links > (long) firms * (firms - 1) / 4) {
            throw new IllegalArgumentException("%d firms can have from 1 to %d links here, was %d."
                    .formatted(firms, Math.min(Integer.MAX_VALUE, (long) firms * (firms - 1) / 4), links));
        }
        if (sectors < 1 || sectors > firms) {
            throw new IllegalArgumentException(
                    "%d firms can have from 1 to %d sectors, was %d.".formatted(firms, firms, sectors));
        }
    }

    /// Draws the network.
    public FirmNetwork network() {
        int[] first = firstOfSector();
        double[] supplierSize = sizes(first);
        double[] cumulative = cumulative(supplierSize);
        Mix mix = new Mix(first, cumulative);
        List<String> names = new ArrayList<>();
        FirmNetwork.Builder builder = new FirmNetwork.Builder(names(names), firms, links);
        int[] sectorOf = new int[firms];
        for (int sector = 0; sector < sectors; sector++) {
            for (int firm = first[sector]; firm < first[sector + 1]; firm++) {
                sectorOf[firm] = sector;
                builder.firm(sector, 0);
            }
        }
        int[] degree = degrees();
        int[] supplier = new int[links];
        int[] from = partners(mix, sectorOf, degree, supplier);
        amounts(builder, sectorOf, supplierSize, from, supplier);
        return builder.build();
    }

    private List<String> names(List<String> names) {
        for (int sector = 0; sector < sectors; sector++) {
            names.add("S" + (sector + 1));
        }
        return names;
    }

    private double draw(int stream, long index) {
        return Chance.uniform(seed, stream, index);
    }

    /// Sectors differ in their number of firms as (rank)^-0.7; every sector has one firm at least.
    private int[] firstOfSector() {
        double[] weight = new double[sectors];
        double all = 0;
        for (int sector = 0; sector < sectors; sector++) {
            weight[sector] = StrictMath.pow(sector + 1.0, -0.7);
            all += weight[sector];
        }
        int[] first = new int[sectors + 1];
        double sum = 0;
        for (int sector = 0; sector < sectors; sector++) {
            sum += weight[sector];
            first[sector + 1] = sector + 1 + (int) Math.round((firms - sectors) * sum / all);
        }
        first[sectors] = firms;
        return first;
    }

    /// How attractive each firm is as a supplier: a power law.
    private double[] sizes(int[] first) {
        double[] size = new double[firms];
        for (int firm = 0; firm < firms; firm++) {
            double u = draw(SAME, firm) < SHARED ? draw(IN, firm) : draw(OUT, firm);
            size[firm] = StrictMath.pow(Math.max(u, 0.5 / firms), -1 / OUT_EXPONENT);
        }
        return size;
    }

    private static double[] cumulative(double[] size) {
        double[] sum = new double[size.length + 1];
        for (int firm = 0; firm < size.length; firm++) {
            sum[firm + 1] = sum[firm] + size[firm];
        }
        return sum;
    }

    /// Number of suppliers of each firm: a power law, scaled to the number of links.
    private int[] degrees() {
        double[] size = new double[firms];
        double all = 0;
        for (int firm = 0; firm < firms; firm++) {
            size[firm] = StrictMath.pow(Math.max(draw(IN, firm), 0.5 / firms), -1 / IN_EXPONENT);
            all += size[firm];
        }
        int[] degree = new int[firms];
        int most = Math.max(1, firms / 3);
        long given = 0;
        for (int firm = 0; firm < firms; firm++) {
            degree[firm] = (int) Math.min(most, size[firm] * links / all + draw(ROUND, firm));
            given += degree[firm];
        }
        for (long i = 0; given != links; i++) {
            int firm = (int) (draw(ROUND, firms + i) * firms);
            if (given < links && degree[firm] < most) {
                degree[firm]++;
                given++;
            } else if (given > links && degree[firm] > 0) {
                degree[firm]--;
                given--;
            }
        }
        return degree;
    }

    /// Draws suppliers; returns where each customer's links begin.
    private int[] partners(Mix mix, int[] sectorOf, int[] degree, int[] supplier) {
        int[] from = new int[firms + 1];
        int[] seen = new int[firms];
        int link = 0;
        for (int firm = 0; firm < firms; firm++) {
            from[firm] = link;
            seen[firm] = firm + 1;
            for (int k = 0; k < degree[firm]; k++) {
                int chosen = -1;
                for (int attempt = 0; attempt < TRIES && chosen < 0; attempt++) {
                    long address = (long) link * TRIES + attempt;
                    int sector = mix.sector(sectorOf[firm], draw(SECTOR, address));
                    int found = mix.firm(sector, draw(PARTNER, address));
                    chosen = seen[found] == firm + 1 ? -1 : found;
                }
                for (int next = firm; chosen < 0; next = (next + 1) % firms) { // the large ones are all taken
                    chosen = seen[next] == firm + 1 ? -1 : next;
                }
                seen[chosen] = firm + 1;
                supplier[link++] = chosen;
            }
        }
        from[firms] = link;
        return from;
    }

    /// Amounts: a firm spends a part of its sales on inputs, larger suppliers get more of it. What a
    /// firm sells beyond its customers' orders is final demand, at least so much that its inputs are
    /// no more than 0.8 of its output.
    private void amounts(
            FirmNetwork.Builder builder, int[] sectorOf, double[] supplierSize, int[] from, int[] supplier) {
        double[] sales = new double[firms];
        for (int firm = 0; firm < firms; firm++) {
            double noise = StrictMath.exp(draw(NOISE, firm) + draw(NOISE, (long) firms + firm) - 1);
            double degree = 1 + from[firm + 1] - from[firm] + supplierSize[firm];
            sales[firm] = 1e5 * StrictMath.pow(degree, SALES_EXPONENT) * noise;
        }
        double[] sold = new double[firms];
        double[] bought = new double[firms];
        for (int firm = 0; firm < firms; firm++) {
            double part = 0.35 + 0.3 * draw(BUDGET, sectorOf[firm]);
            double all = 0;
            for (int link = from[firm]; link < from[firm + 1]; link++) {
                all += weight(link, supplierSize[supplier[link]]);
            }
            for (int link = from[firm]; link < from[firm + 1]; link++) {
                double amount = part * sales[firm] * weight(link, supplierSize[supplier[link]]) / all;
                builder.link(supplier[link], firm, amount, Criticality.ESSENTIAL);
                sold[supplier[link]] += amount;
                bought[firm] += amount;
            }
        }
        for (int firm = 0; firm < firms; firm++) {
            double consumed = (0.05 + 0.55 * draw(CONSUMED, sectorOf[firm])) * sales[firm];
            builder.finalDemand(firm, Math.max(consumed, bought[firm] / MOST_INPUTS - sold[firm]));
        }
    }

    private double weight(int link, double size) {
        return -StrictMath.log(draw(AMOUNT, link)) * Math.sqrt(size);
    }

    /// Which sectors supply which: a quarter from the own sector, the rest from up to ten others with
    /// weights that halve every two ranks; inside a sector, suppliers by size.
    private final class Mix {
        private static final int INPUTS = 11;

        private final int[] first;
        private final double[] cumulative;
        private final int[][] input;
        private final double[][] upTo;

        Mix(int[] first, double[] cumulative) {
            this.first = first;
            this.cumulative = cumulative;
            int n = Math.min(INPUTS, sectors);
            this.input = new int[sectors][n];
            this.upTo = new double[sectors][n];
            for (int sector = 0; sector < sectors; sector++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    input[sector][i] = i == 0 ? sector : other(sector, i);
                    sum += i == 0 ? 0.25 : 0.22 * StrictMath.pow(0.5, (i - 1) / 2.0);
                    upTo[sector][i] = sum;
                }
                for (int i = 0; i < n; i++) {
                    upTo[sector][i] /= sum;
                }
            }
        }

        /// Large sectors supply more others: two draws, the lower number wins.
        private int other(int sector, int rank) {
            long address = (long) sector * INPUTS + rank;
            int chosen = (int) (Math.min(draw(MIX, 2 * address), draw(MIX, 2 * address + 1)) * sectors);
            for (int i = 0; i < rank; i++) {
                if (input[sector][i] == chosen) {
                    chosen = (chosen + 1) % sectors;
                    i = -1;
                }
            }
            return chosen;
        }

        int sector(int customer, double u) {
            int i = 0;
            while (u > upTo[customer][i]) {
                i++;
            }
            return input[customer][i];
        }

        int firm(int sector, double u) {
            int low = first[sector];
            int high = first[sector + 1] - 1;
            double goal = cumulative[low] + u * (cumulative[high + 1] - cumulative[low]);
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (cumulative[middle + 1] > goal) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }
    }
}
