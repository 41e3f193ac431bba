package org.monazite.supply;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The known word that a mistyped one most likely meant.
public final class Nearest {

    private static final int LONGEST = 80;
    private static final int MOST_LISTED = 12;

    private Nearest() {}

    /// The nearest known word, if one is near enough: at most a third of the letters differ, two at
    /// least; or one is the beginning of the other. What is a beginning comes first: `EU` is `EU27`
    /// rather than `DEU`. Upper and lower case are the same letter; the first of equals wins.
    ///
    /// @param word what was typed; letters after the 80th do not count
    /// @param known in the order that decides between equals
    public static Optional<String> of(String word, Collection<String> known) {
        String wanted = (word.length() > LONGEST ? word.substring(0, LONGEST) : word).toLowerCase(Locale.ROOT);
        int allowed = Math.max(2, wanted.length() / 3);
        String best = "";
        double least = Double.POSITIVE_INFINITY;
        for (String each : known) {
            double cost = cost(wanted, each.toLowerCase(Locale.ROOT), allowed);
            if (cost < least) {
                least = cost;
                best = each;
            }
        }
        return least <= allowed && least < wanted.length() ? Optional.of(best) : Optional.empty();
    }

    /// What may help somebody who wrote a word that is not known: `you meant 'JPN'`, else the first of
    /// the words that are, `one of: CHN, JPN, USA`. To stand after "Maybe".
    public static String hint(String word, Collection<String> known) {
        if (known.isEmpty()) {
            return "leave it out: there is none";
        }
        return of(word, known).map(near -> "you meant '" + near + "'").orElseGet(() -> "one of: " + listed(known));
    }

    /// The first dozen of the known words by order, separated by commas; dots where there are more.
    public static String listed(Collection<String> known) {
        List<String> sorted = known.stream().sorted().distinct().toList();
        String first = String.join(", ", sorted.subList(0, Math.min(MOST_LISTED, sorted.size())));
        return first + (sorted.size() > MOST_LISTED ? ", ..." : "");
    }

    private static double cost(String wanted, String candidate, int allowed) {
        boolean begins = wanted.length() > 1
                && !candidate.isEmpty()
                && (candidate.startsWith(wanted) || wanted.startsWith(candidate));
        if (begins) {
            return wanted.equals(candidate) ? 0 : candidate.startsWith(wanted) ? 0.5 : 1;
        }
        boolean tooFar = Math.abs(candidate.length() - wanted.length()) > allowed;
        return tooFar ? Double.POSITIVE_INFINITY : distance(wanted, candidate);
    }

    /// Letters to put in, take out or replace, and neighbours to swap, to get from one word to the other
    /// (optimal string alignment).
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
