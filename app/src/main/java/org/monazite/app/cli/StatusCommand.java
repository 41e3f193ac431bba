package org.monazite.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.monazite.app.Software;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.workspace.Workspace;
import org.monazite.atlas.Atlas;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ObjectNode;

/// What is in the workspace; makes nothing.
@Command(name = "status")
final class StatusCommand extends Task {

    @Override
    protected Report report() throws IOException {
        Workspace workspace = session().workspace();
        Report report = new Report(Json.object());
        report.json().put("software", Software.version());
        report.json().put("workspace", session().options().workspace().toString());
        report.line(text("status.software", Software.version()));
        if (!Files.isDirectory(workspace.folder())) {
            report.json().put("exists", false);
            return report.line(text("status.noworkspace", session().options().workspace()));
        }
        report.json().put("exists", true);
        report.line(text("status.workspace", session().options().workspace()));
        String current = Atlas.currentVersion(workspace.atlas()).orElse("");
        report.json().put("atlas", current);
        report.line(current.isEmpty() ? text("status.noatlas") : text("status.atlas", current));
        ObjectNode counts = report.json().putObject("files");
        for (Workspace.Shelf shelf : Workspace.Shelf.values()) {
            List<String> names = workspace.names(shelf);
            counts.put(shelf.folder(), names.size());
            report.line(text("status." + shelf.folder(), names.size(), String.join(", ", names)));
        }
        return report;
    }
}
