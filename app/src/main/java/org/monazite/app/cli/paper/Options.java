package org.monazite.app.cli.paper;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// Options that every command takes, before or after its name.
public final class Options {

    @Option(
            names = "--workspace",
            paramLabel = "D",
            descriptionKey = "opt.workspace",
            scope = ScopeType.INHERIT,
            defaultValue = "workspace")
    Path workspace = Path.of("workspace");

    @Option(names = "--atlas", paramLabel = "V", descriptionKey = "opt.atlas", scope = ScopeType.INHERIT)
    @Nullable
    String atlas;

    @Option(names = "--lang", paramLabel = "en|ja", descriptionKey = "opt.lang", scope = ScopeType.INHERIT)
    @Nullable
    String lang;

    @Option(names = "--json", descriptionKey = "opt.json", scope = ScopeType.INHERIT)
    boolean json;

    @Option(names = "--csv", descriptionKey = "opt.csv", scope = ScopeType.INHERIT)
    boolean csv;

    @Option(names = "--plain", descriptionKey = "opt.plain", scope = ScopeType.INHERIT)
    boolean plain;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "opt.output",
            scope = ScopeType.INHERIT)
    @Nullable
    String output;

    @Option(
            names = {"-q", "--quiet"},
            descriptionKey = "opt.quiet",
            scope = ScopeType.INHERIT)
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            descriptionKey = "opt.verbose",
            scope = ScopeType.INHERIT)
    boolean verbose;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "opt.threads", scope = ScopeType.INHERIT)
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--timeout", paramLabel = "T", descriptionKey = "opt.timeout", scope = ScopeType.INHERIT)
    @Nullable
    String timeout;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "opt.help",
            scope = ScopeType.INHERIT)
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            descriptionKey = "opt.version",
            scope = ScopeType.INHERIT)
    boolean version;

    /// The folder of the user, relative to where the program was started.
    public Path workspace() {
        return workspace;
    }

    /// Whether the answer is written as one JSON object.
    public boolean json() {
        return json;
    }

    /// Whether the answer is written as its tables alone, exact.
    public boolean csv() {
        return csv;
    }

    /// Whether messages that are not errors are left out.
    public boolean quiet() {
        return quiet;
    }

    /// Whether an error is shown with its trace.
    public boolean verbose() {
        return verbose;
    }

    /// The file the answer is written to.
    public Optional<String> findOutput() {
        return Optional.ofNullable(output);
    }

    Optional<String> findAtlas() {
        return Optional.ofNullable(atlas);
    }
}
