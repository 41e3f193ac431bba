package org.monazite.exposure;

import java.util.Collection;

/// How much of a quantity lies in few hands.
public final class Concentration {

    private Concentration() {}

    /// The Herfindahl-Hirschman index, `HHI = sum of s_i^2` with `s_i` the share of each supplier: from 1 / n (n equal
    /// suppliers) to 1 (one). Screens may print points, `10 000 x HHI`; above 1 800 points the US agencies call a
    /// market highly concentrated.
    ///
    /// @param amounts what each supplier ships or makes, all on one basis; zero entries change nothing
    /// @return the index, or NaN when nobody ships anything
    /// @see <a href="https://www.justice.gov/atr/merger-guidelines">Merger Guidelines, 2023</a>
    public static double hhi(Collection<Double> amounts) {
        double total = total(amounts);
        double sum = 0;
        for (double amount : amounts) {
            sum += (amount / total) * (amount / total);
        }
        return sum;
    }

    /// Share of the `n` largest, from 0 to 1; NaN when nobody ships anything.
    public static double top(Collection<Double> amounts, int n) {
        double total = total(amounts);
        double sum = 0;
        for (double amount :
                amounts.stream().sorted((a, b) -> Double.compare(b, a)).limit(n).toList()) {
            sum += amount;
        }
        return sum / total;
    }

    /// The number of equal suppliers that would give the same index, `1 / HHI`.
    public static double effectiveSuppliers(Collection<Double> amounts) {
        return 1 / hhi(amounts);
    }

    private static double total(Collection<Double> amounts) {
        double total = 0;
        for (double amount : amounts) {
            if (!(amount >= 0)) {
                throw new IllegalArgumentException("A share needs amounts of zero or more, was " + amount + ".");
            }
            total += amount;
        }
        return total > 0 ? total : Double.NaN;
    }
}
