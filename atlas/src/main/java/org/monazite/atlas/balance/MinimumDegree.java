package org.monazite.atlas.balance;

import java.util.Arrays;

/// An order of elimination that keeps the factor of a symmetric matrix sparse: approximate minimum degree
/// on the quotient graph, with element absorption and mass elimination. After Amestoy, Davis and Duff, An
/// Approximate Minimum Degree Ordering Algorithm, SIAM J. Matrix Anal. Appl. 17 (1996), without
/// supervariables. The order depends on the pattern alone.
final class MinimumDegree {

    private static final int NONE = -1;

    private final int size;
    private final IntList[] neighbours;
    private final IntList[] elements; // of a variable: the cliques it is in
    private final IntList[] cliques; // of an element: its variables
    private final boolean[] dead; // variables that are eliminated
    private final boolean[] absorbed; // elements that are part of another
    private final int[] degree;
    private final int[] mark;
    private final int[] outside;
    private final int[] outsideStamp;
    private final int[] head;
    private final int[] next;
    private final int[] previous;
    private final int[] order;
    private int stamp;
    private int done;

    private MinimumDegree(int size, int[] first, int[] row) {
        this.size = size;
        this.neighbours = new IntList[size];
        this.elements = new IntList[size];
        this.cliques = new IntList[size];
        this.dead = new boolean[size];
        this.absorbed = new boolean[size];
        this.degree = new int[size];
        this.mark = new int[size];
        this.outside = new int[size];
        this.outsideStamp = new int[size];
        this.head = new int[size + 1];
        this.next = new int[size];
        this.previous = new int[size];
        this.order = new int[size];
        Arrays.fill(head, NONE);
        for (int i = 0; i < size; i++) {
            neighbours[i] = new IntList();
            elements[i] = new IntList();
            cliques[i] = new IntList();
        }
        for (int column = 0; column < size; column++) {
            for (int k = first[column]; k < first[column + 1]; k++) {
                if (row[k] != column) {
                    neighbours[column].add(row[k]);
                }
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            degree[i] = neighbours[i].size;
            link(i);
        }
    }

    /// Orders a symmetric matrix.
    ///
    /// @param first start of each column of the full pattern, both halves
    /// @param row row of each entry
    /// @return the indices in the order of elimination
    static int[] order(int size, int[] first, int[] row) {
        MinimumDegree graph = new MinimumDegree(size, first, row);
        graph.run();
        return graph.order;
    }

    private void run() {
        int least = 0;
        while (done < size) {
            while (head[least] == NONE) {
                least++;
            }
            int pivot = head[least];
            unlink(pivot);
            eliminate(pivot);
            least = Math.max(0, leastOf(pivot, least));
        }
    }

    /// The smallest degree that the neighbours of a pivot may have got.
    private int leastOf(int pivot, int least) {
        int smallest = least;
        for (int k = 0; k < cliques[pivot].size; k++) {
            smallest = Math.min(smallest, degree[cliques[pivot].at[k]]);
        }
        return smallest;
    }

    private void eliminate(int pivot) {
        IntList clique = clique(pivot);
        dead[pivot] = true;
        order[done++] = pivot;
        countOutside(clique);
        int kept = 0;
        for (int k = 0; k < clique.size; k++) {
            int i = clique.at[k];
            unlink(i);
            prune(i, pivot);
            if (neighbours[i].size == 0 && elements[i].size == 1) { // leaves with the pivot, without any fill
                dead[i] = true;
                order[done++] = i;
            } else {
                clique.at[kept++] = i;
            }
        }
        clique.size = kept;
        for (int k = 0; k < kept; k++) {
            int i = clique.at[k];
            degree[i] = Math.min(size - done, degreeOf(i, pivot, kept));
            link(i);
        }
    }

    /// The variables that the elimination of a pivot joins; the cliques it was in become part of the new one.
    private IntList clique(int pivot) {
        stamp++;
        mark[pivot] = stamp;
        IntList clique = cliques[pivot];
        gather(neighbours[pivot], clique);
        for (int k = 0; k < elements[pivot].size; k++) {
            int element = elements[pivot].at[k];
            gather(cliques[element], clique);
            absorbed[element] = true;
            cliques[element].release();
        }
        neighbours[pivot].release();
        elements[pivot].release();
        return clique;
    }

    private void gather(IntList from, IntList to) {
        for (int k = 0; k < from.size; k++) {
            int i = from.at[k];
            if (!dead[i] && mark[i] != stamp) {
                mark[i] = stamp;
                to.add(i);
            }
        }
    }

    /// For every element beside the new one: how many of its variables are not in the new one.
    private void countOutside(IntList clique) {
        for (int k = 0; k < clique.size; k++) {
            IntList of = elements[clique.at[k]];
            for (int e = 0; e < of.size; e++) {
                int element = of.at[e];
                if (absorbed[element]) {
                    continue;
                }
                if (outsideStamp[element] != stamp) {
                    outsideStamp[element] = stamp;
                    outside[element] = alive(cliques[element]);
                }
                outside[element]--;
            }
        }
    }

    private int alive(IntList clique) {
        int kept = 0;
        for (int k = 0; k < clique.size; k++) {
            if (!dead[clique.at[k]]) {
                clique.at[kept++] = clique.at[k];
            }
        }
        clique.size = kept;
        return kept;
    }

    /// Drops what the new element covers from the lists of a variable.
    private void prune(int i, int pivot) {
        IntList near = neighbours[i];
        int kept = 0;
        for (int k = 0; k < near.size; k++) {
            int other = near.at[k];
            if (!dead[other] && mark[other] != stamp) {
                near.at[kept++] = other;
            }
        }
        near.size = kept;
        IntList of = elements[i];
        kept = 0;
        for (int k = 0; k < of.size; k++) {
            int element = of.at[k];
            if (!absorbed[element] && outside[element] == 0) {
                absorbed[element] = true; // wholly inside the new element
            }
            if (!absorbed[element]) {
                of.at[kept++] = element;
            }
        }
        of.size = kept;
        of.add(pivot);
    }

    private int degreeOf(int i, int pivot, int cliqueSize) {
        int sum = neighbours[i].size + cliqueSize - 1;
        for (int k = 0; k < elements[i].size; k++) {
            int element = elements[i].at[k];
            if (element != pivot) {
                sum += outside[element];
            }
        }
        return sum;
    }

    private void link(int i) {
        next[i] = head[degree[i]];
        previous[i] = NONE;
        if (next[i] != NONE) {
            previous[next[i]] = i;
        }
        head[degree[i]] = i;
    }

    private void unlink(int i) {
        if (previous[i] != NONE) {
            next[previous[i]] = next[i];
        } else {
            head[degree[i]] = next[i];
        }
        if (next[i] != NONE) {
            previous[next[i]] = previous[i];
        }
    }
}
