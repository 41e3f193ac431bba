package org.monazite.app.verify;

/// How one recorded value, or the worst of a table, compares with ours.
///
/// @param suite such as `engine`
/// @param name case and table
/// @param deviation largest deviation in the unit of the tolerance
/// @param tolerance what is allowed
/// @param where where the largest deviation lies
/// @param table how a recorded table was compared
public record Outcome(String suite, String name, double deviation, double tolerance, String where, Table table) {

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

    /// True if the deviation is allowed; a deviation that is not a number never is.
    public boolean passed() {
        return deviation <= tolerance;
    }

    /// The same with another tolerance.
    public Outcome allowing(double other) {
        return new Outcome(suite, name, deviation, other, where, table);
    }

    @Override
    public String toString() {
        String at = where.isEmpty() ? "" : " at " + where;
        String verdict = passed() ? "PASS" : "FAIL";
        if (!table.name().isEmpty()) {
            return "%s %s  %s  %s %.1e %s (tol %.0e)%s  %s"
                    .formatted(
                            suite, name, table.size(), table.name(), deviation, table.unit(), tolerance, at, verdict);
        }
        return "%-9s %-44s %9.2e (allowed %.0e)%s  %s".formatted(suite, name, deviation, tolerance, at, verdict);
    }
}
