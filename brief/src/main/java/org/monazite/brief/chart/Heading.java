package org.monazite.brief.chart;

/// What a chart is called, for those who do not see it.
///
/// @param id unique on the page, of letters, digits, `-` and `_`
/// @param title what it shows
/// @param description what can be seen in it, in a sentence
public record Heading(String id, String title, String description) {

    /// Checks the id.
    public Heading {
        if (!id.matches("[a-zA-Z][a-zA-Z0-9_-]*")) {
            throw new IllegalArgumentException("The id of a chart has letters, digits, '-' and '_', was '" + id + "'.");
        }
    }
}
