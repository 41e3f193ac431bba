package org.monazite.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.monazite.app.cli.paper.Console;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.text.Texts;
import org.monazite.app.verify.CaseException;
import org.monazite.shock.BrokenRunException;
import org.monazite.supply.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Failures as messages: what is wrong and what may help, in the language of the command; never a stack
/// trace unless `-v` asks for it.
final class Failures {

    private static final int MOST = 300;

    private final Console console;
    private final Texts texts;
    private final List<String> args;

    /// @param args what the user typed
    Failures(Console console, Locale language, String... args) {
        this.console = console;
        this.texts = Texts.of(language);
        this.args = List.of(args);
    }

    Texts texts() {
        return texts;
    }

    /// A command line that cannot be parsed.
    int usage(CommandLine.ParameterException e) {
        if (e.getCause() instanceof Problem problem) {
            return failed(problem, false);
        }
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        error(texts.get("problem.usage", what(e)));
        nearest(e, spec)
                .ifPresentOrElse(
                        word -> console.err().println(texts.get("problem.unknown.nearest", word)),
                        () -> console.err().println(texts.get("problem.usage.maybe", spec.qualifiedName())));
        return ExitCode.USAGE.code();
    }

    /// What is wrong, in the language of the command where the cause is known.
    private String what(CommandLine.ParameterException e) {
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().getFirst();
            return texts.get(word.startsWith("-") ? "problem.usage.option" : "problem.usage.word", word);
        }
        if (e instanceof CommandLine.MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return texts.get(
                    "problem.usage.missing",
                    String.join(
                            ", ",
                            missing.getMissing().stream().map(Failures::typed).toList()));
        }
        if (e instanceof CommandLine.OverwrittenOptionException && e.getArgSpec() instanceof OptionSpec option) {
            return texts.get("problem.usage.twice", option.longestName());
        }
        return wrongValue(e).orElseGet(() -> String.valueOf(e.getMessage()).strip());
    }

    /// A word of the command line as one types it: `--year=YEAR`, `PLACE`.
    private static String typed(ArgSpec word) {
        return word instanceof OptionSpec option ? option.longestName() + "=" + option.paramLabel() : word.paramLabel();
    }

    /// An option whose value is of another kind.
    private Optional<String> wrongValue(CommandLine.ParameterException e) {
        if (!(e.getArgSpec() instanceof OptionSpec option) || e.getValue() == null) {
            return Optional.empty();
        }
        Class<?> type = option.isMultiValue() ? option.auxiliaryTypes()[0] : option.type();
        if (type == double.class || type == Double.class) {
            return Optional.of(texts.get("problem.usage.number", option.longestName(), e.getValue()));
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return Optional.of(texts.get("problem.usage.whole", option.longestName(), e.getValue()));
        }
        if (type.isEnum()) {
            List<String> words = new ArrayList<>();
            for (Object each : type.getEnumConstants()) {
                words.add(each.toString().toLowerCase(Locale.ROOT));
            }
            return Optional.of(
                    texts.get("problem.usage.choice", option.longestName(), e.getValue(), String.join(", ", words)));
        }
        return Optional.empty();
    }

    private String said(Throwable cause) {
        return texts.said(String.valueOf(cause.getMessage()));
    }

    private static Optional<String> nearest(CommandLine.ParameterException e, CommandSpec spec) {
        if (!(e instanceof CommandLine.UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return Optional.empty();
        }
        String word = unmatched.getUnmatched().getFirst();
        List<String> known = new ArrayList<>(spec.subcommands().keySet());
        if (word.startsWith("-")) {
            known.clear();
            for (OptionSpec option : spec.options()) {
                known.addAll(List.of(option.names()));
            }
        }
        return Nearest.of(word, known);
    }

    /// A command that failed.
    int failed(Exception e, boolean verbose) {
        Throwable cause = e;
        while ((cause instanceof ExecutionException || cause instanceof UncheckedIOException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof Problem problem) {
            error(problem.text(texts));
            trace(cause, verbose);
            return problem.code().code();
        }
        if (cause instanceof CaseException) {
            error(texts.get("problem.case", said(cause)));
            trace(cause, verbose);
            return ExitCode.INPUT.code();
        }
        if (cause instanceof BrokenRunException) { // extreme data or assumptions; its message says what to try
            error(texts.get("problem.run.broken", said(cause)));
            console.err().println(texts.get("problem.run.replay", replay()));
            trace(cause, verbose);
            return ExitCode.INPUT.code();
        }
        if (cause instanceof OutOfMemoryError) {
            long megabytes = Runtime.getRuntime().maxMemory() >> 20;
            return failed(Problem.of(ExitCode.REFUSED, "problem.memory", Long.toString(megabytes)), verbose);
        }
        if (cause instanceof IOException io) {
            return machine(io, verbose);
        }
        String what = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        error(texts.get(
                "problem.fault", traceId(cause), what.length() > MOST ? what.substring(0, MOST) + " ..." : what));
        console.err().println(texts.get("problem.fault.maybe"));
        trace(cause, verbose);
        return ExitCode.FAULT.code();
    }

    /// The command again, on one thread and with the trace unless the user chose: the same words and seed
    /// break down at the same number.
    private String replay() {
        StringBuilder command = new StringBuilder("./monazite");
        for (String arg : args) {
            boolean plain = arg.matches("[A-Za-z0-9_./:,=@%+-]+");
            command.append(' ').append(plain ? arg : "'" + arg.replace("'", "'\\''") + "'");
        }
        boolean threads = args.stream().anyMatch(arg -> arg.startsWith("--threads"));
        boolean verbose = args.contains("--verbose") || args.contains("-v");
        return command.append(threads ? "" : " --threads=1")
                .append(verbose ? "" : " --verbose")
                .toString();
    }

    private int machine(IOException e, boolean verbose) {
        String file = e instanceof FileSystemException system && system.getFile() != null ? system.getFile() : "";
        String reason = String.valueOf(e.getMessage());
        String key = e instanceof AccessDeniedException || reason.contains("Read-only file system")
                ? "problem.denied"
                : reason.contains("No space left") || reason.contains("quota") ? "problem.full" : "problem.io";
        error(Problem.of(ExitCode.REFUSED, key, file.isEmpty() ? reason : file, reason)
                .text(texts));
        trace(e, verbose);
        return ExitCode.REFUSED.code();
    }

    private void error(String text) {
        console.err().println(texts.get("problem.error", text));
    }

    private void trace(@Nullable Throwable cause, boolean verbose) {
        if (verbose && cause != null) {
            cause.printStackTrace(console.err());
        }
    }

    /// The same fault has the same id: kind and place, without values.
    static String traceId(Throwable cause) {
        StringBuilder text = new StringBuilder(cause.getClass().getName());
        for (StackTraceElement frame : cause.getStackTrace()) {
            if (frame.getClassName().startsWith("org.monazite")) {
                text.append('\n').append(frame.getClassName()).append('.').append(frame.getMethodName());
            }
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return "t-" + HexFormat.of().formatHex(digest).substring(0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one has not.", e);
        }
    }
}
