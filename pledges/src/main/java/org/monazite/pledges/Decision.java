package org.monazite.pledges;

import java.util.List;
import org.monazite.pledges.Assessment.State;
import org.monazite.pledges.Pledge.Evidence;
import org.monazite.supply.Range;

/// What the rules decided, and on what it rests.
///
/// @param rule number of the rule, 1 to 8
/// @param state the state
/// @param lateDays days between the due date and the deed, when it came after due date and tolerance; else 0
/// @param why the deciding fact
record Decision(int rule, State state, int lateDays, Why why) {

    /// The deciding fact.
    sealed interface Why {

        /// Evidence on both sides.
        ///
        /// @param done what speaks for it
        /// @param against what speaks against it
        record Contradiction(List<Evidence> done, List<Evidence> against) implements Why {}

        /// Final figures speak for it, evidence against it.
        record FiguresAgainstEvidence(Reading fulfils, Evidence against) implements Why {}

        /// Registered definitions give opposite answers, and the text fixes none.
        record OppositeDefinitions(Reading fulfils, Reading fails) implements Why {}

        /// Kept up, nothing known against it.
        record InForce() implements Why {}

        /// Shown to be done.
        record Done(Evidence evidence) implements Why {}

        /// The final figures fulfil it.
        record FiguresFulfil(Reading reading) implements Why {}

        /// Shown not to have been done, or to have been broken.
        record NotDone(Evidence evidence) implements Why {}

        /// The final figures fail by every registered definition.
        record FiguresFail(Reading reading) implements Why {}

        /// Past its date, nothing shows that it was done.
        record Overdue() implements Why {}

        /// Before its date, and begun.
        record Begun(Evidence evidence) implements Why {}

        /// Before its date, and on the way by its own series.
        record Projected(Range range) implements Why {}

        /// Promised later than the date asked about.
        record NotYetMade() implements Why {}

        /// What came after its validity is not recorded.
        record ValidityOver() implements Why {}

        /// Something speaks against it, from a source too weak or too early to decide.
        record Doubt(Evidence evidence) implements Why {}

        /// The figure of the due period is not there.
        record FigureMissing(Reading reading) implements Why {}

        /// No date was set, and nothing shows the whole of it.
        record NoDate() implements Why {}

        /// Before its date, and nothing accepted shows a first step.
        record NotDueYet() implements Why {}
    }
}
