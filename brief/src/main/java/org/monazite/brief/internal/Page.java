package org.monazite.brief.internal;

import java.util.List;

/// A whole brief.
///
/// @param lang `en` or `ja`
/// @param title of the document
/// @param closed what keeps the page from being passed on; empty if nothing does
/// @param front page one
/// @param contentsHeading over the list of sections
/// @param chapters the sections
/// @param foot the last line
public record Page(
        String lang,
        String title,
        String closed,
        Front front,
        String contentsHeading,
        List<Chapter> chapters,
        String foot) {

    /// Copies the list.
    public Page {
        chapters = List.copyOf(chapters);
    }
}
