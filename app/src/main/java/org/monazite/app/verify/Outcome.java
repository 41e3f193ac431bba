package org.monazite.app.verify;

/// How one recorded value, or the worst of a table, compares with ours.
///
/// @param suite such as `engine`
/// @param name case and table
/// @param deviation largest deviation in the unit of the tolerance
/// @param tolerance what is allowed
/// @param where where the largest deviation lies
public record Outcome(String suite, String name, double deviation, double tolerance, String where) {

    /// True if the deviation is allowed; a deviation that is not a number never is.
    public boolean passed() {
        return deviation <= tolerance;
    }

    @Override
    public String toString() {
        return "%-9s %-44s %9.2e (allowed %.0e)%s  %s"
                .formatted(
                        suite,
                        name,
                        deviation,
                        tolerance,
                        where.isEmpty() ? "" : " at " + where,
                        passed() ? "PASS" : "FAIL");
    }
}
