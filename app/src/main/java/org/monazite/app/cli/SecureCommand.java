package org.monazite.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.monazite.app.Secured;
import org.monazite.app.cli.paper.KeepsTime;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.workspace.SafeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The main job, end to end.
@Command(name = "secure")
final class SecureCommand extends Task implements KeepsTime {

    @Mixin
    private final MainJob job = new MainJob();

    @Option(names = "--brief", paramLabel = "FILE", descriptionKey = "opt.brief")
    private @Nullable String brief;

    @Override
    protected Report report() throws IOException {
        Secured secured = session().workbench().secure(job.request(session()));
        if (brief != null) {
            SafeFile.write(session().path(brief), secured.html().getBytes(StandardCharsets.UTF_8));
        }
        return new SecureView(session()).of(secured, session().timeout().isPresent());
    }
}
