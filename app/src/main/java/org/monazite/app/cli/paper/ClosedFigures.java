package org.monazite.app.cli.paper;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.monazite.atlas.imports.ImportManifest;

/// Imported figures under a licence that does not let them leave the workspace.
public final class ClosedFigures {

    private ClosedFigures() {}

    /// Says that a chain rests on figures that may not be passed on, if it does.
    ///
    /// @throws IOException if the atlas cannot be read
    public static void say(Session session, Report report, String chain) throws IOException {
        List<ImportManifest> closed = session.workbench().atlas().closedImports(chain);
        if (!closed.isEmpty()) {
            report.json()
                    .set(
                            "closedImports",
                            Json.strings(closed.stream().map(ImportManifest::id).toList()));
            report.line(session.texts()
                    .get(
                            "imported.closed",
                            closed.stream()
                                    .map(each -> each.importFormat().title() + ", " + each.file())
                                    .collect(Collectors.joining("; "))));
        }
    }
}
