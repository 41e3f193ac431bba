package org.monazite.brief.internal;

import java.util.List;

/// A question and its answer.
///
/// @param id anchor
/// @param number such as `2.1`
/// @param heading the question
/// @param takeaway the answer in a sentence
/// @param blocks what it rests on
public record Section(String id, String number, String heading, String takeaway, List<Block> blocks) {

    /// Copies the list.
    public Section {
        blocks = List.copyOf(blocks);
    }
}
