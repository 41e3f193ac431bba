package org.monazite.app.cli.paper;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.monazite.atlas.imports.ImportManifest;

/// Imported figures under a licence that does not let them leave the workspace.
public final class ClosedFigures {

    private ClosedFigures() {}

    /// Says that a chain rests on figures that may not be passed on, if it does.
    ///
    /// @throws IOException if the atlas cannot be read
    public static void say(Session session, Report report, String chain) throws IOException {
        say(session, report, List.of(chain));
    }

    /// The same of several chains.
    ///
    /// @throws IOException if the atlas cannot be read
    public static void say(Session session, Report report, Collection<String> chains) throws IOException {
        Map<String, ImportManifest> byId = new TreeMap<>();
        for (String chain : chains) {
            session.workbench().atlas().closedImports(chain).forEach(each -> byId.put(each.id(), each));
        }
        Collection<ImportManifest> closed = byId.values();
        if (!closed.isEmpty()) {
            report.json()
                    .set(
                            "closedImports",
                            Json.strings(closed.stream().map(ImportManifest::id).toList()));
            report.line(session.texts()
                    .get(
                            "imported.closed",
                            closed.stream()
                                    .map(each -> session.texts()
                                                    .said(each.importFormat().title()) + ", " + each.file())
                                    .collect(Collectors.joining("; "))));
        }
    }
}
