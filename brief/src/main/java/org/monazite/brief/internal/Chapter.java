package org.monazite.brief.internal;

import java.util.List;

/// Sections that belong together.
public record Chapter(String number, String heading, List<Section> sections) {

    /// Copies the list.
    public Chapter {
        sections = List.copyOf(sections);
    }
}
