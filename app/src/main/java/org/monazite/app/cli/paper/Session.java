package org.monazite.app.cli.paper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.monazite.app.Progress;
import org.monazite.app.Workbench;
import org.monazite.app.dependence.Dependence;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.text.Texts;
import org.monazite.app.workspace.Workspace;
import org.monazite.brief.Numbers;

/// One command being run: its options, its language, its workbench. What is not needed is not opened.
public final class Session {

    private static final List<String> LANGUAGES = List.of("en", "ja");

    private final Console console;
    private final Options options;
    private final long begun = System.nanoTime();
    private @Nullable Texts texts;
    private @Nullable Workbench workbench;

    /// @param options read when they are needed, so they may be filled after this
    public Session(Console console, Options options) {
        this.console = console;
        this.options = options;
    }

    /// Where data and messages go.
    public Console console() {
        return console;
    }

    /// The options of the command line.
    public Options options() {
        return options;
    }

    /// The texts in the language of the options, else of the environment.
    ///
    /// @throws Problem if there is no such language
    public Texts texts() {
        if (texts == null) {
            if (options.lang != null && !LANGUAGES.contains(options.lang)) {
                throw Problem.unknown(ExitCode.USAGE, "kind.language", options.lang, "--lang", LANGUAGES);
            }
            texts = Texts.of(language(console, options.lang));
        }
        return texts;
    }

    /// The language of the option, else of `MONAZITE_LANG`, else of the machine's locale; English if it is neither
    /// English nor Japanese.
    public static Locale language(Console console, @Nullable String option) {
        if (option != null) {
            return option.equals("ja") ? Locale.JAPANESE : Locale.ENGLISH;
        }
        for (String name : new String[] {"MONAZITE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = console.environment().getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.startsWith("ja") ? Locale.JAPANESE : Locale.ENGLISH;
            }
        }
        return Locale.ENGLISH;
    }

    /// Numbers as that language writes them.
    public Numbers numbers() {
        return Numbers.of(texts().language());
    }

    /// The user's folder; it may not be there yet.
    public Workspace workspace() {
        return Workspace.in(console.folder().resolve(options.workspace));
    }

    /// The workbench; its folder is made if it is not there.
    public Workbench workbench() throws IOException {
        if (workbench == null) {
            workbench = new Workbench(workspace(), options.findAtlas(), progress());
        }
        return workbench;
    }

    /// What the workbench says about dependence beyond one network.
    public Dependence dependence() throws IOException {
        return new Dependence(workbench());
    }

    /// Where progress is shown: on the terminal, or nowhere if the user wants it quiet.
    public Progress progress() {
        return options.quiet ? Progress.NONE : new TerminalProgress(console, texts());
    }

    /// How many threads may count.
    ///
    /// @throws Problem if the option is not from 1 to 1024
    public int threads() {
        if (options.threads < 1 || options.threads > 1024) {
            throw Problem.of(ExitCode.USAGE, "problem.option.range", "--threads", options.threads, "1", "1024");
        }
        return options.threads;
    }

    /// The limit of time in seconds: `20`, `20s`, `5m`, `1h`.
    public OptionalDouble timeout() {
        String text = options.timeout;
        if (text == null) {
            return OptionalDouble.empty();
        }
        if (!text.matches("[0-9]+(\\.[0-9]+)?[smh]?")) {
            throw Problem.of(ExitCode.USAGE, "problem.option.time", "--timeout", text);
        }
        char last = text.charAt(text.length() - 1);
        double factor = last == 'h' ? 3600 : last == 'm' ? 60 : 1;
        double value = Double.parseDouble(Character.isDigit(last) ? text : text.substring(0, text.length() - 1));
        if (!(value * factor > 0)) {
            throw Problem.of(ExitCode.USAGE, "problem.option.time", "--timeout", text);
        }
        return OptionalDouble.of(value * factor);
    }

    /// Seconds that are left of the limit of time; empty without one.
    public OptionalDouble left() {
        OptionalDouble limit = timeout();
        return limit.isEmpty()
                ? limit
                : OptionalDouble.of(Math.max(0, limit.getAsDouble() - (System.nanoTime() - begun) / 1e9));
    }

    /// A path of the command line; a relative one begins where the program was started.
    public Path path(String text) {
        return console.folder().resolve(text);
    }
}
