package org.monazite.brief.internal;

import java.util.List;

/// Page one.
///
/// @param kicker what kind of paper it is
/// @param title its title
/// @param facts for whom, against whom, date, atlas
/// @param answers the four answers
/// @param restsHeading what it rests on
/// @param rests sentences on that
/// @param legend what the signs mean
/// @param legendHeading over the signs
public record Front(
        String kicker,
        String title,
        List<Block.Fact> facts,
        List<Answer> answers,
        String restsHeading,
        List<String> rests,
        String legendHeading,
        List<Mark> legend,
        String legendRefs) {

    /// Copies the lists.
    public Front {
        facts = List.copyOf(facts);
        answers = List.copyOf(answers);
        rests = List.copyOf(rests);
        legend = List.copyOf(legend);
    }

    /// One answer.
    ///
    /// @param number 1 to 4
    /// @param heading its name
    /// @param sentence the answer
    /// @param more further sentences
    /// @param css `weak` for an answer that must not be relied on; else empty
    /// @param caveat why it must not; else empty
    /// @param target section with the detail
    /// @param blocks small tables
    public record Answer(
            String number,
            String heading,
            String sentence,
            List<Cell> more,
            String css,
            String caveat,
            String target,
            List<Block> blocks) {

        /// Copies the lists.
        public Answer {
            more = List.copyOf(more);
            blocks = List.copyOf(blocks);
        }
    }
}
