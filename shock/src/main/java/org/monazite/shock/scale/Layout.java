package org.monazite.shock.scale;

import java.util.Arrays;
import org.monazite.supply.Criticality;

/// A network of firms as the kernel walks through it. Firms are numbered by sector, then by number of
/// inputs, then by size, and lie in tiles of at most 128 firms of one sector. The cells (firm,
/// supplying sector) of a tile lie slot by slot: first the first input of its firms, then the second;
/// since firms with more inputs come first, the firms of a slot are the first so many of the tile, and
/// loops over a slot run over unbroken arrays.
///
/// Flows are shares of normal times: a link weighs `A_e / X0_j` to its supplier and `A_e / A_k` to its
/// cell.
final class Layout {

    static final int TILE = 128;

    final int firms;
    final int links;
    final int cells;
    final int tiles;
    final int sectors;
    final int[] original; // firm here -> firm of the network
    final int[] tileFirst; // first firm of each tile
    final int[] tileSector;
    final int[] tileSlot; // first slot of each tile
    final int[] slotFirst; // first cell of each slot
    final boolean[] tileMixed; // some input of the tile is not essential
    final int[] cellFirm;
    final byte[] cellCritical;
    final float[] cellShare; // share of the cell in all inputs of its firm; empty if all are essential
    final int[] firstIn; // per cell
    final int[] inFirm;
    final float[] inWeight; // A_e / A_k
    final int[] firstOut; // per firm: links to cells with one supplier, then the others
    final int[] splitOut;
    final int[] outCell;
    final float[] outWeight; // A_e / X0_j
    final float[] finalShare; // Y0 / X0
    final double[] output; // X0 per day
    final byte[] rank;

    Layout(FirmNetwork network) {
        this.firms = network.firms();
        this.links = network.links();
        this.sectors = network.sectors().size();
        int[] place = new int[firms]; // firm of the network -> firm here
        this.original = number(network, place);
        this.output = new double[firms];
        this.finalShare = new float[firms];
        this.rank = new byte[firms];
        for (int firm = 0; firm < firms; firm++) {
            double perYear = network.outputPerYear[original[firm]];
            output[firm] = perYear / 365;
            finalShare[firm] = perYear > 0 ? (float) (network.finalPerYear[original[firm]] / perYear) : 0;
            rank[firm] = network.rankOf[original[firm]];
        }
        int[][] tile = tiles(network);
        this.tileFirst = tile[0];
        this.tileSector = tile[1];
        this.tiles = tileSector.length;
        this.tileMixed = new boolean[tiles];

        int[] sorted = sortedLinks(network, place);
        int[] inputs = inputs(network, place, sorted);
        int[][] slots = slots(inputs);
        this.tileSlot = slots[0];
        this.slotFirst = slots[1];
        this.cells = slotFirst[slotFirst.length - 1];
        this.cellFirm = new int[cells];
        this.cellCritical = new byte[cells];
        this.firstIn = new int[cells + 1];
        this.inFirm = new int[links];
        this.inWeight = new float[links];
        double[] flow = fillCells(network, place, sorted);
        this.cellShare = shares(flow);

        this.firstOut = new int[firms + 1];
        this.splitOut = new int[firms];
        this.outCell = new int[links];
        this.outWeight = new float[links];
        fillOut(flow);
    }

    /// Numbers the firms; `place` becomes the inverse.
    private static int[] number(FirmNetwork network, int[] place) {
        int n = network.firms();
        int[] inputs = new int[n];
        int[] last = new int[n];
        int[] sectorOfSupplier = new int[network.links()];
        for (int link = 0; link < sectorOfSupplier.length; link++) {
            sectorOfSupplier[link] = network.sectorOf[network.supplier[link]];
        }
        for (int link : Counting.byKey(
                sectorOfSupplier, sectorOfSupplier.length, network.sectors().size())) {
            int firm = network.customer[link];
            if (last[firm] != sectorOfSupplier[link] + 1) {
                last[firm] = sectorOfSupplier[link] + 1;
                inputs[firm]++;
            }
        }
        long[] bySize = new long[n]; // bits of a positive float are in order of its value
        for (int firm = 0; firm < n; firm++) {
            bySize[firm] = (long) ~Float.floatToIntBits((float) network.outputPerYear[firm]) << 32 | firm;
        }
        Arrays.sort(bySize);
        int[] order = new int[n];
        int[] negative = new int[n];
        int most = Arrays.stream(inputs).max().orElse(0);
        for (int i = 0; i < n; i++) {
            order[i] = (int) bySize[i];
            negative[i] = most - inputs[i];
        }
        order = Counting.byKey(negative, order, most + 1);
        order = Counting.byKey(network.sectorOf, order, network.sectors().size());
        for (int i = 0; i < n; i++) {
            place[order[i]] = i;
        }
        return order;
    }

    private int[][] tiles(FirmNetwork network) {
        int[] first = new int[firms / TILE + sectors + 2];
        int[] sector = new int[first.length];
        int count = 0;
        for (int firm = 0; firm < firms; firm++) {
            int s = network.sectorOf[original[firm]];
            if (count == 0 || sector[count - 1] != s || firm - first[count - 1] == TILE) {
                first[count] = firm;
                sector[count++] = s;
            }
        }
        first[count] = firms;
        return new int[][] {Arrays.copyOf(first, count + 1), Arrays.copyOf(sector, count)};
    }

    /// Links in order of customer, then supplier, as numbered here.
    private static int[] sortedLinks(FirmNetwork network, int[] place) {
        int[] from = new int[network.links()];
        int[] to = new int[network.links()];
        for (int link = 0; link < from.length; link++) {
            from[link] = place[network.supplier[link]];
            to[link] = place[network.customer[link]];
        }
        return Counting.byKey(to, Counting.byKey(from, from.length, network.firms()), network.firms());
    }

    /// Number of cells of each firm.
    private int[] inputs(FirmNetwork network, int[] place, int[] sorted) {
        int[] inputs = new int[firms];
        int[] last = new int[firms];
        for (int link : sorted) {
            int firm = place[network.customer[link]];
            int sector = network.sectorOf[network.supplier[link]];
            if (last[firm] != sector + 1) {
                last[firm] = sector + 1;
                inputs[firm]++;
            }
        }
        return inputs;
    }

    private int[][] slots(int[] inputs) {
        int[] firstSlot = new int[tiles + 1];
        for (int tile = 0; tile < tiles; tile++) {
            firstSlot[tile + 1] = firstSlot[tile] + inputs[tileFirst[tile]];
        }
        int[] firstCell = new int[firstSlot[tiles] + 1];
        int slot = 0;
        for (int tile = 0; tile < tiles; tile++) {
            int n = tileFirst[tile + 1] - tileFirst[tile];
            for (int c = 0; c < inputs[tileFirst[tile]]; c++) {
                while (inputs[tileFirst[tile] + n - 1] <= c) {
                    n--;
                }
                firstCell[slot + 1] = firstCell[slot] + n;
                slot++;
            }
        }
        return new int[][] {firstSlot, firstCell};
    }

    /// Fills what belongs to cells; returns the normal flow of each.
    private double[] fillCells(FirmNetwork network, int[] place, int[] sorted) {
        int[] cellOf = new int[links];
        Arrays.fill(cellCritical, (byte) Criticality.NO_EFFECT.ordinal());
        double[] flow = new double[cells];
        int tile = 0;
        int firmBefore = -1;
        int sectorBefore = -1;
        int nth = -1;
        for (int i = 0; i < links; i++) {
            int link = sorted[i];
            int firm = place[network.customer[link]];
            int sector = network.sectorOf[network.supplier[link]];
            if (firm != firmBefore) {
                nth = 0;
            } else if (sector != sectorBefore) {
                nth++;
            }
            firmBefore = firm;
            sectorBefore = sector;
            while (firm >= tileFirst[tile + 1]) {
                tile++;
            }
            int cell = slotFirst[tileSlot[tile] + nth] + firm - tileFirst[tile];
            cellOf[i] = cell;
            cellFirm[cell] = firm;
            cellCritical[cell] = (byte) Math.min(cellCritical[cell], network.criticality[link]);
            firstIn[cell + 1]++;
            flow[cell] += network.perYear[link];
        }
        for (int cell = 0; cell < cells; cell++) {
            firstIn[cell + 1] += firstIn[cell];
        }
        int[] next = firstIn.clone();
        for (int i = 0; i < links; i++) {
            int at = next[cellOf[i]]++;
            inFirm[at] = place[network.supplier[sorted[i]]];
            inWeight[at] = (float) (network.perYear[sorted[i]] / flow[cellOf[i]]);
        }
        return flow;
    }

    private float[] shares(double[] flow) {
        boolean mixed = false;
        double[] sum = new double[firms];
        for (int tile = 0; tile < tiles; tile++) {
            for (int cell = slotFirst[tileSlot[tile]]; cell < slotFirst[tileSlot[tile + 1]]; cell++) {
                tileMixed[tile] |= cellCritical[cell] != Criticality.ESSENTIAL.ordinal();
                sum[cellFirm[cell]] += flow[cell];
            }
            mixed |= tileMixed[tile];
        }
        if (!mixed) {
            return new float[0];
        }
        float[] share = new float[cells];
        for (int cell = 0; cell < cells; cell++) {
            share[cell] = (float) (flow[cell] / sum[cellFirm[cell]]);
        }
        return share;
    }

    private void fillOut(double[] flow) {
        int[] singles = new int[firms];
        for (int cell = 0; cell < cells; cell++) {
            boolean single = isSingle(cell);
            for (int in = firstIn[cell]; in < firstIn[cell + 1]; in++) {
                firstOut[inFirm[in] + 1]++;
                singles[inFirm[in]] += single ? 1 : 0;
            }
        }
        int[] nextMulti = new int[firms];
        int[] nextSingle = new int[firms];
        for (int firm = 0; firm < firms; firm++) {
            firstOut[firm + 1] += firstOut[firm];
            splitOut[firm] = firstOut[firm] + singles[firm];
            nextSingle[firm] = firstOut[firm];
            nextMulti[firm] = splitOut[firm];
        }
        for (int cell = 0; cell < cells; cell++) {
            boolean single = isSingle(cell);
            for (int in = firstIn[cell]; in < firstIn[cell + 1]; in++) {
                int firm = inFirm[in];
                int at = single ? nextSingle[firm]++ : nextMulti[firm]++;
                outCell[at] = cell;
                outWeight[at] = (float) (flow[cell] * inWeight[in] / (output[firm] * 365));
            }
        }
    }

    /// True if a cell has one supplier: it takes all orders, whatever its service.
    boolean isSingle(int cell) {
        return firstIn[cell + 1] - firstIn[cell] == 1;
    }

    /// The tile of a firm.
    int tileOf(int firm) {
        int at = Arrays.binarySearch(tileFirst, 0, tiles, firm);
        return at >= 0 ? at : -at - 2;
    }

    /// Bytes of the arrays.
    long bytes() {
        long perFirm = 4L + 4 + 4 + 4 + 8 + 1;
        long perCell = 4L + 1 + 4;
        return firms * perFirm + cells * perCell + links * 16L + cellShare.length * 4L + slotFirst.length * 4L;
    }
}
