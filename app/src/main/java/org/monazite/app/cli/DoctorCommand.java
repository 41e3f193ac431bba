package org.monazite.app.cli;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.monazite.app.Software;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.cli.paper.Width;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.atlas.Atlas;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Is everything here that Monazite needs? Makes nothing; ends with 5 if something is wrong.
@Command(name = "doctor")
final class DoctorCommand extends Task {

    private static final long LEAST_FREE = 1L << 30;
    private static final int LEAST_JAVA = 25;

    @Override
    protected Report report() throws IOException {
        Report report = new Report(Json.object());
        ArrayNode checks = report.json().putArray("checks");
        int java = Runtime.version().feature();
        check(report, checks, "java", java >= LEAST_JAVA, Runtime.version().toString());
        check(report, checks, "software", true, Software.version());
        check(report, checks, "memory", true, (Runtime.getRuntime().maxMemory() >> 20) + " MiB");
        check(
                report,
                checks,
                "processors",
                true,
                Integer.toString(Runtime.getRuntime().availableProcessors()));
        Path folder = session().workspace().folder().toAbsolutePath();
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        check(report, checks, "workspace", Files.isDirectory(there) && Files.isWritable(there), folder.toString());
        FileStore store = Files.getFileStore(there);
        check(report, checks, "disk", store.getUsableSpace() >= LEAST_FREE, (store.getUsableSpace() >> 20) + " MiB");
        atlas(report, checks);
        return report;
    }

    private void atlas(Report report, ArrayNode checks) throws IOException {
        Optional<String> current = Atlas.currentVersion(session().workspace().atlas());
        if (current.isEmpty()) {
            check(report, checks, "atlas", true, text("doctor.noatlas"));
            return;
        }
        try {
            session().workbench().atlases().open(current);
            check(report, checks, "atlas", true, current.get());
        } catch (Problem e) {
            check(report, checks, "atlas", false, e.text(texts()));
        }
    }

    private void check(Report report, ArrayNode checks, String what, boolean fine, String found) {
        report.line("  %s %s  %s"
                .formatted(
                        Width.left(text(fine ? "doctor.fine" : "doctor.wrong"), 6),
                        Width.left(text("doctor." + what), 14),
                        found));
        ObjectNode node = checks.addObject();
        node.put("check", what);
        node.put("fine", fine);
        node.put("found", found);
        if (!fine) {
            report.ends(ExitCode.CHECK_FAILED);
        }
    }
}
