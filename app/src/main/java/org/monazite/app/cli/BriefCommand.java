package org.monazite.app.cli;

import java.io.IOException;
import org.monazite.app.Secured;
import org.monazite.app.cli.paper.Group;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.KeepsTime;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Task;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// One page for the reader, and the pages behind it.
@Command(
        name = "brief",
        subcommands = {BriefCommand.Make.class})
final class BriefCommand extends Group {

    /// Runs the main job and writes its brief: to the file of `-o`, and into the workspace.
    @Command(name = "make")
    static final class Make extends Task implements KeepsTime {

        @Mixin
        private final MainJob job = new MainJob();

        @Override
        protected Report report() throws IOException {
            Secured secured = session().workbench().secure(job.request(session()));
            Report report = new Report(Json.object());
            report.json().put("id", secured.briefId());
            String path = session()
                    .options()
                    .workspace()
                    .resolve("briefs/" + secured.briefId() + "/brief.html")
                    .toString();
            report.json().put("path", path);
            closed(report, secured.findings().chain());
            boolean toFile = session().options().findOutput().isPresent()
                    && !session().options().json();
            return toFile ? report.raw(secured.html()) : report.line(text("secure.brief", path));
        }
    }
}
