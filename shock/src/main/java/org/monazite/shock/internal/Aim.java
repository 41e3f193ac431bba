package org.monazite.shock.internal;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.monazite.shock.Action;
import org.monazite.shock.Targets;

/// What an action is about: the links, nodes, cells and final demands behind its words.
final class Aim {

    private final Wiring w;

    Aim(Wiring wiring) {
        this.w = wiring;
    }

    private static int[] all(int size, IntPredicate hit) {
        return IntStream.range(0, size).filter(hit).toArray();
    }

    private static boolean holds(Set<String> words, String word) {
        return words.isEmpty() || words.contains(word);
    }

    /// Flows that a control hits; ways around a control are not.
    int[] links(Targets targets) {
        return all(w.links, link -> {
            int supplier = w.linkSupplier[link];
            return !isAround(link) && targets.hits(w.place(supplier), w.place(w.linkBuyer[link]), w.product(supplier));
        });
    }

    private boolean isAround(int link) {
        return w.isPotential(link) && w.potentials.get(w.linkPotential[link]).around() >= 0;
    }

    /// Links that an action opens.
    int[] opened(Action action) {
        return all(
                w.links,
                link -> w.isPotential(link)
                        && w.potentials.get(w.linkPotential[link]).action().equals(action));
    }

    /// Cells that some links feed, each once.
    int[] cellsOf(int[] links) {
        return IntStream.of(links)
                .map(link -> w.linkCell[link])
                .distinct()
                .sorted()
                .toArray();
    }

    /// Makers that an outage is about, with all others on their sites.
    int[] nodes(Action.Outage outage) {
        Set<Integer> hit = new TreeSet<>();
        for (int node = 0; node < w.nodes; node++) {
            if (!w.pool[node] && outage.places().contains(w.place(node)) && holds(outage.product(), w.product(node))) {
                hit.add(node);
                for (int other = 0; other < w.nodes && w.site(node) >= 0; other++) {
                    if (w.site(other) == w.site(node)) {
                        hit.add(other);
                    }
                }
            }
        }
        return hit.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Makers at places, named by product or key.
    int[] makers(Set<String> places, Set<String> words) {
        return all(
                w.nodes,
                node -> !w.pool[node]
                        && w.output[node] > 0
                        && holds(places, w.place(node))
                        && (words.contains(w.product(node)) || words.contains(w.key(node))));
    }

    int[] finals(Action.DemandSurge surge) {
        return all(
                w.finals,
                slot -> holds(surge.products(), w.product(w.finalNode[slot]))
                        && holds(surge.places(), w.finalPlace(slot)));
    }

    /// Inputs of users, not of pools.
    int[] cells(Set<String> places, Set<String> products) {
        return all(
                w.cells,
                cell -> !w.pool[w.cellBuyer[cell]]
                        && holds(places, w.place(w.cellBuyer[cell]))
                        && holds(products, w.inputOf(cell)));
    }
}
