package org.monazite.brief;

import java.util.Locale;

/// Writes briefs.
public final class Briefs {

    private Briefs() {}

    /// One HTML file that stands alone: no script, no network.
    ///
    /// @param language English or Japanese
    public static String html(Findings findings, Locale language) {
        throw new IllegalStateException("contract " + findings + language);
    }
}
