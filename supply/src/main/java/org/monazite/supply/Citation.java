package org.monazite.supply;

/// Who says a number, and where: the way from any number on a screen to its raw cell.
///
/// @param figureId the figure in the atlas, such as `f-91c2d0a4be`; `./monazite show figure` follows it
/// @param sourceId the source
/// @param locator table, page, line or cell
/// @param quote the raw text or the method, at most 300 characters
public record Citation(String figureId, String sourceId, String locator, String quote) implements Comparable<Citation> {

    /// Cuts a long quote at 300 characters.
    public Citation {
        if (sourceId.isBlank()) {
            throw new IllegalArgumentException("A citation needs a source.");
        }
        quote = quote.length() <= 300 ? quote : quote.substring(0, 299) + "…";
    }

    @Override
    public int compareTo(Citation other) {
        int byFigure = figureId.compareTo(other.figureId);
        if (byFigure != 0) {
            return byFigure;
        }
        int bySource = sourceId.compareTo(other.sourceId);
        return bySource != 0 ? bySource : locator.compareTo(other.locator);
    }
}
