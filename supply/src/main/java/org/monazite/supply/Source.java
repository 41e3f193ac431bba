package org.monazite.supply;

/// A published document or data set.
///
/// @param id the key in `data/SOURCES.md` and on every figure
/// @param title its title
/// @param publisher who published it
/// @param published date or edition as printed, empty when not stated
/// @param licence the licence in words
/// @param redistribution `embed`, `embed-with-attribution`, `facts-only`, `embed-flagged` or `import-only`
/// @param grade A official or original data, B agency or trade press, C reprint, D weak, U unverified, empty unknown
/// @param url where it was seen, empty when there is none
public record Source(
        String id,
        String title,
        String publisher,
        String published,
        String licence,
        String redistribution,
        String grade,
        String url) {

    /// Checks that the id is there.
    public Source {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A source needs an id.");
        }
    }
}
