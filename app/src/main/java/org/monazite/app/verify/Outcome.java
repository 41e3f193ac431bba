package org.monazite.app.verify;

import org.monazite.app.text.Texts;

/// How one recorded value, or the worst of a table, compares with ours.
///
/// @param suite such as `engine`
/// @param name case and table
/// @param deviation largest deviation in the unit of the tolerance
/// @param tolerance what is allowed
/// @param where where the largest deviation lies
/// @param table how a recorded table was compared
/// @param solved how a program was solved
public record Outcome(
        String suite, String name, double deviation, double tolerance, String where, Table table, Solved solved) {

    private static final String REFUSED = "refused";

    /// A program that was solved.
    ///
    /// @param line name, size, method and result as the cases' description orders them
    /// @param more what else is to be said
    /// @param other the value that the objective is compared with
    /// @param method `extensive` or `lshaped`, or `branch-and-bound` for a facility location
    /// @param status how the solve ended
    /// @param objective of the plan
    /// @param bound no plan costs less
    /// @param gap between the two, relative
    /// @param iterations of the simplex method, or rounds over all scenarios
    /// @param cuts made
    /// @param seconds wall time
    /// @param scenarios of the program; 0 for a facility location, which has none
    /// @param nonzeros of its extensive form
    public record Solved(
            String line,
            String more,
            double other,
            String method,
            String status,
            double objective,
            double bound,
            double gap,
            long iterations,
            long cuts,
            double seconds,
            int scenarios,
            long nonzeros) {

        /// Not a program.
        public static final Solved NONE = new Solved("", "", 0, "", "", 0, 0, 0, 0, 0, 0, 0, 0);

        /// True if the time was up before the end.
        public boolean isLimited() {
            return status.equals("TIME_LIMIT");
        }
    }

    /// The comparison of a table.
    public Outcome(String suite, String name, double deviation, double tolerance, String where, Table table) {
        this(suite, name, deviation, tolerance, where, table, Solved.NONE);
    }

    /// A recorded table of a case.
    ///
    /// @param name such as `production`; empty if the case is no table
    /// @param size such as `540 steps`
    /// @param unit what the deviation is a part of, such as `of X0`
    public record Table(String name, String size, String unit) {

        /// Not a table.
        public static final Table NONE = new Table("", "", "");
    }

    /// The comparison of something that is not a table.
    public Outcome(String suite, String name, double deviation, double tolerance, String where) {
        this(suite, name, deviation, tolerance, where, Table.NONE);
    }

    /// A file that cannot be used, among others that can.
    static Outcome refused(String file, RuntimeException why) {
        return new Outcome(REFUSED, file, Double.NaN, 0, String.valueOf(why.getMessage()));
    }

    /// A comparison for which the limit of time left nothing.
    static Outcome late(String suite, String name) {
        Solved none = new Solved("", "", 0, "", "TIME_LIMIT", 0, 0, 0, 0, 0, 0, 0, 0);
        return new Outcome(suite, name, Double.NaN, 0, "TIME_LIMIT", Table.NONE, none);
    }

    /// True for a file that could not be used.
    public boolean isRefused() {
        return suite.equals(REFUSED);
    }

    /// The line of such a file: why it cannot be used.
    public String refusal(Texts texts) {
        return "%-9s %s  FAIL  %s".formatted(suite, name, texts.said(where));
    }

    /// True if the deviation is allowed; a deviation that is not a number never is.
    public boolean passed() {
        return deviation <= tolerance;
    }

    /// The same with another tolerance.
    public Outcome allowing(double other) {
        return new Outcome(suite, name, deviation, other, where, table, solved);
    }

    @Override
    public String toString() {
        String at = where.isEmpty() ? "" : " at " + where;
        String verdict = passed() ? "PASS" : "FAIL";
        if (!solved.line().isEmpty()) {
            return "%s  %.12g  %.1e  %s  (tol %.0e)  %s"
                    .formatted(solved.line(), solved.other(), deviation, verdict, tolerance, solved.more());
        }
        if (!table.name().isEmpty()) {
            return "%s %s  %s  %s %.1e %s (tol %.0e)%s  %s"
                    .formatted(
                            suite, name, table.size(), table.name(), deviation, table.unit(), tolerance, at, verdict);
        }
        return "%-9s %-44s %9.2e (allowed %.0e)%s  %s".formatted(suite, name, deviation, tolerance, at, verdict);
    }
}
