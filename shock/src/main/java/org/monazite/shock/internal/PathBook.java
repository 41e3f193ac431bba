package org.monazite.shock.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.monazite.shock.Why.Cause;
import org.monazite.shock.Why.Relation;
import org.monazite.supply.NodeKind;

/// Paths from a cause to a node, each written once. A path is a cause and the nodes it went through;
/// makers of one
/// product at one place count as one node, so do the using sectors of a place, and pools are passed
/// through, unless it
/// is they who turn to another supplier.
final class PathBook {

    /// Swings of stocks, and all that leads nowhere.
    static final int SWINGS = 0;

    private static final int MOST_STEPS = 16;
    private static final int MOST_PATHS = 50_000;

    /// Where a path begins.
    record Start(Cause cause, int action, int place, int product) {}

    private record Key(int parent, Relation relation, int node, int input) {}

    private final Wiring w;
    private final int[] group;
    private final Map<Start, Integer> starts = new HashMap<>();
    private final Map<Key, Integer> steps = new HashMap<>();
    private final List<Key> keys = new ArrayList<>();
    private final List<Start> roots = new ArrayList<>();
    private int[] first = new int[64];

    PathBook(Wiring wiring) {
        this.w = wiring;
        this.group = new int[w.nodes];
        Map<List<Integer>, Integer> groups = new HashMap<>();
        for (int node = 0; node < w.nodes; node++) {
            boolean sector = w.network.nodes().kind(node) == NodeKind.USE;
            int product = sector ? -1 : w.network.nodes().product(node);
            List<Integer> key =
                    w.pool[node] ? List.of(node) : List.of(w.network.nodes().place(node), product, 0);
            group[node] = groups.merge(key, node, Math::min);
        }
        add(new Key(-1, Relation.LACKS, -1, -1), new Start(Cause.SWINGS, -1, -1, -1));
    }

    private int add(Key key, Start root) {
        int path = keys.size();
        keys.add(key);
        roots.add(root);
        if (path >= first.length) {
            first = Arrays.copyOf(first, 2 * first.length);
        }
        first[path] = Integer.MAX_VALUE;
        return path;
    }

    /// The path that begins with a cause.
    int start(Cause cause, int action, int place, int product) {
        Start start = new Start(cause, action, place, product);
        return starts.computeIfAbsent(start, root -> add(new Key(-1, Relation.LACKS, -1, -1), root));
    }

    /// The path one node further. A path that ends at the node stays as it is; one that comes back to
    /// a node it went through is a swing.
    int step(int path, Relation relation, int node, int input) {
        if (path == SWINGS || w.pool[node] && relation != Relation.TURNS) {
            return path;
        }
        int own = group[node];
        if (keys.get(path).node() == own) {
            return path;
        }
        int length = 0;
        for (int at = path; keys.get(at).node() >= 0; at = keys.get(at).parent()) {
            if (keys.get(at).node() == own || ++length >= MOST_STEPS) {
                return SWINGS;
            }
        }
        Key key = new Key(path, relation, own, input);
        Integer known = steps.get(key);
        if (known == null) {
            if (keys.size() >= MOST_PATHS) {
                return SWINGS;
            }
            known = add(key, roots.get(path));
            steps.put(key, known);
        }
        return known;
    }

    /// Notes that a path was felt at its end on a day.
    void felt(int path, int day) {
        first[path] = Math.min(first[path], day);
    }

    int firstDay(int path) {
        return first[path];
    }

    int size() {
        return keys.size();
    }

    Start root(int path) {
        return roots.get(path);
    }

    int parent(int path) {
        return keys.get(path).parent();
    }

    Relation relation(int path) {
        return keys.get(path).relation();
    }

    int node(int path) {
        return keys.get(path).node();
    }

    int input(int path) {
        return keys.get(path).input();
    }
}
