package org.monazite.plan;

/// What another solver found for the same rows.
///
/// @param solver its name; empty if none ran
/// @param objectiveDifference relative
/// @param agrees whether the difference is within what is allowed
/// @param asked whether it was asked, and if not, why
public record SecondSolver(String solver, double objectiveDifference, boolean agrees, Asked asked) {

    /// Another solver was asked.
    public SecondSolver(String solver, double objectiveDifference, boolean agrees) {
        this(solver, objectiveDifference, agrees, Asked.YES);
    }

    /// Nobody was asked.
    static SecondSolver none(Asked why) {
        return new SecondSolver("", Double.NaN, false, why);
    }

    /// Whether another solver was asked and finds something else.
    public boolean disputes() {
        return asked == Asked.YES && !agrees;
    }

    /// Whether another solver was asked.
    public enum Asked {
        /// It was.
        YES,
        /// The limit of time was reached before.
        NO_TIME,
        /// Its library does not load on this platform.
        NO_LIBRARY,
        /// The model has more numbers than it is given.
        TOO_LARGE,
        /// No plan was found that it could be asked about.
        NO_PLAN,
        /// The numbers went astray, its own or those of the first where the two were to be told apart: nothing is
        /// said.
        ASTRAY;

        /// The name used in files and JSON.
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
