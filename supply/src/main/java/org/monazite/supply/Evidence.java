package org.monazite.supply;

import java.util.Locale;

/// What kind of document stands behind a number.
public enum Evidence {
    /// The publisher's own data file.
    PRIMARY_FILE,
    /// The publisher's own page.
    PRIMARY_PAGE,
    /// A data file of somebody who passes it on.
    SECONDARY_FILE,
    /// A page of somebody who passes it on.
    SECONDARY_PAGE,
    /// Computed from other figures.
    COMPUTED,
    /// No document was consulted. Implies [Confidence#ESTIMATE].
    UNVERIFIED;

    /// The name used in files, such as `primary-file`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Reads the name used in files.
    ///
    /// @throws IllegalArgumentException if there is no such kind
    public static Evidence of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
