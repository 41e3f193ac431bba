package org.monazite.shock.esri;

import java.util.Arrays;

/// A network as the kernel reads it: firms by sector (rows), the parts each row needs next to each other.
/// Written once.
final class Layout {

    final int rows;
    final int sectors;
    final int[] rowOf; // by firm
    final int[] firmOf; // by row
    final int[] firstOfSector; // rows of a sector
    final int[] sector; // by row
    final double[] sales;
    final double totalSales;

    // downstream: what a row buys. Groups of essential purchases by sector first, all non-essential ones as the last.
    final int[] firstGroup; // by row
    final int[] groupStart; // by group, into purchases; groups of a row follow each other
    final int[] from; // by purchase
    final double[] share; // by purchase, L1 or L2

    // who buys from a row so that its losses hurt
    final int[] firstClient;
    final int[] client;

    // upstream: whom a row sells to, and who sells to it
    final int[] firstSale;
    final int[] to;
    final double[] salesShare; // LU
    final int[] firstSeller;
    final int[] seller;

    Layout(SalesNetwork network) {
        rows = network.firms();
        sectors = network.sectors();
        firstOfSector = new int[sectors + 1];
        for (int each : network.sectorOf) {
            firstOfSector[each + 1]++;
        }
        Arrays.parallelPrefix(firstOfSector, Integer::sum);
        rowOf = new int[rows];
        firmOf = new int[rows];
        sector = new int[rows];
        sales = new double[rows];
        int[] next = firstOfSector.clone();
        for (int firm = 0; firm < rows; firm++) {
            int row = next[network.sectorOf[firm]]++;
            rowOf[firm] = row;
            firmOf[row] = firm;
            sector[row] = network.sectorOf[firm];
            sales[row] = network.sales[firm];
        }
        double sum = 0;
        for (double each : network.sales) {
            sum += each;
        }
        totalSales = sum;
        int links = network.links();
        int[] bySupplier = order(network, links, false);
        int[] byClient = order(network, links, true);

        firstSale = new int[rows + 1];
        to = new int[links];
        salesShare = new double[links];
        int sold = 0;
        for (int at = 0; at < links; at++) {
            int link = bySupplier[at];
            int row = rowOf[network.supplier[link]];
            if (network.weight[link] > 0) {
                to[sold] = rowOf[network.client[link]];
                salesShare[sold++] = network.weight[link] / sales[row];
                firstSale[row + 1]++;
            }
        }
        Arrays.parallelPrefix(firstSale, Integer::sum);

        firstSeller = new int[rows + 1];
        seller = new int[links];
        int sellers = 0;
        for (int at = 0; at < links; at++) {
            int link = byClient[at];
            if (network.weight[link] > 0) {
                seller[sellers++] = rowOf[network.supplier[link]];
                firstSeller[rowOf[network.client[link]] + 1]++;
            }
        }
        Arrays.parallelPrefix(firstSeller, Integer::sum);

        firstClient = new int[rows + 1];
        client = new int[links];
        int clients = 0;
        for (int at = 0; at < links; at++) {
            int link = bySupplier[at];
            if (network.weight[link] > 0 && network.type[link] != LinkType.NO_EFFECT) {
                client[clients++] = rowOf[network.client[link]];
                firstClient[rowOf[network.supplier[link]] + 1]++;
            }
        }
        Arrays.parallelPrefix(firstClient, Integer::sum);

        firstGroup = new int[rows + 1];
        from = new int[links];
        share = new double[links];
        groupStart = purchases(network, byClient);
    }

    /// Links by supplier's row and client's row, or the other way round.
    private int[] order(SalesNetwork network, int links, boolean clientFirst) {
        long[] keys = new long[links];
        for (int link = 0; link < links; link++) {
            int a = rowOf[network.supplier[link]];
            int b = rowOf[network.client[link]];
            keys[link] = clientFirst ? (long) b * rows + a : (long) a * rows + b;
        }
        Integer[] order = new Integer[links];
        Arrays.setAll(order, link -> link);
        Arrays.sort(order, (x, y) -> Long.compare(keys[x], keys[y]));
        int[] sorted = new int[links];
        Arrays.setAll(sorted, at -> order[at]);
        return sorted;
    }

    /// Purchases of each row: suppliers come by row, so those of a sector are neighbours.
    private int[] purchases(SalesNetwork network, int[] byClient) {
        int[] starts = new int[byClient.length + 1];
        int groups = 0;
        int used = 0;
        int at = 0;
        for (int row = 0; row < rows; row++) {
            int first = at;
            while (at < byClient.length && rowOf[network.client[byClient[at]]] == row) {
                at++;
            }
            double all = 0;
            for (int k = first; k < at; k++) {
                all += network.weight[byClient[k]];
            }
            for (int k = first; k < at; ) {
                int end = k;
                double ofSector = 0;
                while (end < at && sectorAt(network, byClient[end]) == sectorAt(network, byClient[k])) {
                    ofSector += network.weight[byClient[end++]];
                }
                int before = used;
                for (; k < end; k++) {
                    used = add(network, byClient[k], LinkType.ESSENTIAL, ofSector, used);
                }
                if (used > before) {
                    starts[groups++] = before;
                }
            }
            int before = used;
            for (int k = first; k < at; k++) {
                used = add(network, byClient[k], LinkType.NON_ESSENTIAL, all, used);
            }
            if (used > before) {
                starts[groups++] = before;
            }
            firstGroup[row + 1] = groups;
        }
        starts[groups] = used;
        return Arrays.copyOf(starts, groups + 1);
    }

    private int add(SalesNetwork network, int link, LinkType type, double whole, int used) {
        if (network.type[link] != type || !(network.weight[link] > 0)) {
            return used;
        }
        from[used] = rowOf[network.supplier[link]];
        share[used] = network.weight[link] / whole;
        return used + 1;
    }

    private int sectorAt(SalesNetwork network, int link) {
        return sector[rowOf[network.supplier[link]]];
    }
}
