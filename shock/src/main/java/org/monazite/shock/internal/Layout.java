package org.monazite.shock.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Product;
import org.monazite.supply.Stage;

/// Which line of the report each node, cell and demand belongs to.
final class Layout {
    final int lines;
    final int places;
    final int[] lineOfMaker;
    final int[] lineOfCell;
    final int[] lineOfFinal;
    final int[] placeOfNode;
    final double[] baseOutput;
    final double[] baseUse;
    final double[] baseFinal;
    final double[] baseServed; // of sectors and final demand
    final boolean[] isSector; // per node
    final double[] value;
    final double[] valueLow;
    final double[] valueHigh;
    final boolean[] hasValue;
    private final List<long[]> keys = new ArrayList<>();
    private final Map<Long, Integer> index = new TreeMap<>();
    private final Wiring w;

    Layout(Wiring w) {
        this.w = w;
        this.places = w.network.places().size();
        this.lineOfMaker = new int[w.nodes];
        this.lineOfCell = new int[w.cells];
        this.lineOfFinal = new int[w.finals];
        this.placeOfNode = new int[w.nodes];
        this.value = new double[w.nodes];
        this.valueLow = new double[w.nodes];
        this.valueHigh = new double[w.nodes];
        this.hasValue = new boolean[places];
        this.isSector = new boolean[w.nodes];
        for (int node = 0; node < w.nodes; node++) {
            placeOfNode[node] = w.network.nodes().place(node);
            boolean maker = w.network.nodes().kind(node) == NodeKind.MAKER;
            lineOfMaker[node] = maker ? line(w.network.nodes().product(node), placeOfNode[node]) : -1;
            isSector[node] = w.network.nodes().kind(node) == NodeKind.USE;
            if (isSector[node]) {
                value[node] = w.network.nodes().valueAddedUsd(node);
                valueLow[node] = w.network.nodes().valueAddedLow(node);
                valueHigh[node] = w.network.nodes().valueAddedHigh(node);
            }
            hasValue[placeOfNode[node]] |= value[node] > 0;
        }
        for (int cell = 0; cell < w.cells; cell++) {
            int buyer = w.cellBuyer[cell];
            lineOfCell[cell] = w.pool[buyer] ? -1 : line(w.network.cells().product(w.cellOf[cell]), placeOfNode[buyer]);
        }
        for (int slot = 0; slot < w.finals; slot++) {
            lineOfFinal[slot] = line(w.network.nodes().product(w.finalNode[slot]), w.finalPlace[slot]);
        }
        this.lines = keys.size();
        this.baseOutput = new double[lines];
        this.baseUse = new double[lines];
        this.baseFinal = new double[lines];
        this.baseServed = new double[lines];
        addBaselines();
    }

    private void addBaselines() {
        for (int node = 0; node < w.nodes; node++) {
            if (lineOfMaker[node] >= 0) {
                baseOutput[lineOfMaker[node]] += w.output[node];
            }
        }
        for (int cell = 0; cell < w.cells; cell++) {
            if (lineOfCell[cell] >= 0) {
                baseUse[lineOfCell[cell]] += w.cellFlow[cell];
                baseServed[lineOfCell[cell]] += isSector[w.cellBuyer[cell]] ? w.cellFlow[cell] : 0;
            }
        }
        for (int slot = 0; slot < w.finals; slot++) {
            baseFinal[lineOfFinal[slot]] += w.finalFlow[slot];
            baseServed[lineOfFinal[slot]] += w.finalFlow[slot];
        }
    }

    private int line(int product, int place) {
        return index.computeIfAbsent(((long) product << 32) | place, _ -> {
            keys.add(new long[] {product, place});
            return keys.size() - 1;
        });
    }

    String product(int line) {
        return w.network.products().get((int) keys.get(line)[0]).id();
    }

    boolean isScrap(int line) {
        return w.network.products().get(productIndex(line)) instanceof Product.Mineral mineral
                && mineral.stage() == Stage.SCRAP;
    }

    int productIndex(int line) {
        return (int) keys.get(line)[0];
    }

    String place(int line) {
        return w.network.places().get((int) keys.get(line)[1]).code();
    }

    String placeCode(int place) {
        return w.network.places().get(place).code();
    }
}
