package org.monazite.exposure.internal;

import java.util.Arrays;

/// Strongly connected components of a graph in compressed rows, each after all that it draws from (Tarjan,
/// without recursion). `O(nodes + edges)`.
final class Components {

    private final int[] first;
    private final int[] source;
    private final int[] index;
    private final int[] low;
    private final boolean[] open;
    private final int[] stack;
    private final int[] path;
    private final int[] next;
    private int depth;
    private int counter;
    private int filled;
    private int starts;

    /// Nodes in the order of their components.
    final int[] order;
    /// Start of each component in `order`, one entry more than there are components.
    final int[] start;

    Components(int[] first, int[] source) {
        int n = first.length - 1;
        this.first = first;
        this.source = source;
        this.index = new int[n];
        this.low = new int[n];
        this.open = new boolean[n];
        this.stack = new int[n];
        this.path = new int[n];
        this.next = new int[n];
        this.order = new int[n];
        int[] all = new int[n + 1];
        for (int node = 0; node < n; node++) {
            if (index[node] == 0) {
                walk(node, all);
            }
        }
        all[starts] = n;
        this.start = Arrays.copyOf(all, starts + 1);
    }

    private void walk(int root, int[] all) {
        int top = 0;
        path[0] = root;
        enter(root);
        while (top >= 0) {
            int node = path[top];
            if (next[node] < first[node + 1]) {
                int other = source[next[node]++];
                if (index[other] == 0) {
                    path[++top] = other;
                    enter(other);
                } else if (open[other]) {
                    low[node] = Math.min(low[node], index[other]);
                }
            } else {
                leave(node, all);
                top--;
                if (top >= 0) {
                    low[path[top]] = Math.min(low[path[top]], low[node]);
                }
            }
        }
    }

    private void enter(int node) {
        index[node] = ++counter;
        low[node] = counter;
        next[node] = first[node];
        stack[depth++] = node;
        open[node] = true;
    }

    private void leave(int node, int[] all) {
        if (low[node] != index[node]) {
            return;
        }
        all[starts++] = filled;
        int other;
        do {
            other = stack[--depth];
            open[other] = false;
            order[filled++] = other;
        } while (other != node);
    }
}
