package org.monazite.atlas.pack;

import java.util.List;

/// What tests of other packages need to know of the tables.
public final class PackFiles {

    private PackFiles() {}

    /// Tables that versions of older programs may lack.
    public static List<String> later() {
        return PackTables.names().stream().filter(PackTables::isLater).toList();
    }
}
