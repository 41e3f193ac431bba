package org.monazite.app.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// The known word that a mistyped one most likely meant.
public final class Nearest {

    private Nearest() {}

    /// The nearest known word, if one is near enough: at most a third of the letters differ, two at least; or one is
    /// the beginning of the other.
    public static Optional<String> of(String word, Collection<String> known) {
        String wanted = word.toLowerCase(Locale.ROOT);
        int allowed = Math.max(2, wanted.length() / 3);
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String each : known) {
            String candidate = each.toLowerCase(Locale.ROOT);
            int distance = distance(wanted, candidate);
            boolean begins = wanted.length() > 1 && (candidate.startsWith(wanted) || wanted.startsWith(candidate));
            if (begins) {
                distance = Math.min(distance, 1);
            }
            if (distance < least) {
                least = distance;
                best = each;
            }
        }
        return least <= allowed && least < wanted.length() ? Optional.of(best) : Optional.empty();
    }

    /// Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment).
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
