package org.monazite.brief.internal;

import java.util.List;
import java.util.Optional;

/// One cell of a table.
///
/// @param text what it says
/// @param lang language of the text where it differs from the page's, else empty
/// @param mark how careful a reader must be
/// @param refs where it comes from
/// @param below a second, smaller line: a range, a remark; else empty
/// @param code whether the text is an id that a program reads
public record Cell(String text, String lang, Optional<Mark> mark, List<Ref> refs, String below, boolean code) {

    /// Copies the list.
    public Cell {
        refs = List.copyOf(refs);
    }

    /// Words.
    public static Cell of(String text) {
        return new Cell(text, "", Optional.empty(), List.of(), "", false);
    }

    /// Words of another language.
    public static Cell of(String text, String lang) {
        return new Cell(text, lang, Optional.empty(), List.of(), "", false);
    }

    /// An id.
    public static Cell id(String text) {
        return new Cell(text, "", Optional.empty(), List.of(), "", true);
    }

    /// The same with a mark.
    public Cell with(Mark other) {
        return new Cell(text, lang, Optional.of(other), refs, below, code);
    }

    /// The same with references.
    public Cell with(List<Ref> others) {
        return new Cell(text, lang, mark, others, below, code);
    }

    /// The same with a second line.
    public Cell below(String line) {
        return new Cell(text, lang, mark, refs, line, code);
    }
}
