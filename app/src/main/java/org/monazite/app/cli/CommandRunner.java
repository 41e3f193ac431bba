package org.monazite.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.monazite.app.Software;
import org.monazite.app.cli.paper.Console;
import org.monazite.app.cli.paper.KeepsTime;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.text.Texts;
import picocli.CommandLine;

/// Parses a command line, runs it and turns every failure into a message with a remedy and an exit code.
final class CommandRunner {

    private final Console console;

    CommandRunner(Console console) {
        this.console = console;
    }

    /// Runs a command.
    ///
    /// @return the exit code; app/README.md lists them
    int run(String... args) {
        Locale.setDefault(Locale.ROOT); // numbers are written the same way whatever the machine's own locale is
        Failures failures = new Failures(console, language(args), args);
        try {
            return run(failures, args);
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }

    private int run(Failures failures, String... args) {
        MonaziteCommand root = new MonaziteCommand(console);
        CommandLine line = commandLine(root, failures.texts());
        line.setParameterExceptionHandler((e, all) -> failures.usage(e));
        line.setExecutionExceptionHandler((e, command, parsed) ->
                failures.failed(e, root.session().options().verbose()));
        try {
            OptionalDouble limit = limit(line, root, args);
            return limit.isPresent() ? within(limit.getAsDouble(), line, failures, args) : line.execute(args);
        } catch (Problem e) {
            return failures.failed(e, false);
        } catch (OutOfMemoryError | StackOverflowError e) { // picocli hands exceptions over, not these
            return failures.failed(new ExecutionException(e), false);
        }
    }

    /// The tree with its texts in one language.
    static CommandLine commandLine(MonaziteCommand root, Texts texts) {
        CommandLine line = new CommandLine(root);
        line.setResourceBundle(texts.bundle());
        line.setOut(new PrintWriter(root.session().console().out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(root.session().console().err(), true, StandardCharsets.UTF_8));
        line.getCommandSpec().versionProvider(() -> new String[] {"monazite " + Software.version()});
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(110);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    /// The limit of time, for commands that have no way of their own to keep it.
    private static OptionalDouble limit(CommandLine line, MonaziteCommand root, String... args) {
        if (Arrays.stream(args).noneMatch(arg -> arg.startsWith("--timeout"))) {
            return OptionalDouble.empty();
        }
        try {
            CommandLine.ParseResult parsed = line.parseArgs(args);
            while (parsed.hasSubcommand()) {
                parsed = parsed.subcommand();
            }
            boolean ownLimit = parsed.commandSpec().userObject() instanceof KeepsTime;
            return ownLimit ? OptionalDouble.empty() : root.session().timeout();
        } catch (CommandLine.ParameterException e) {
            return OptionalDouble.empty(); // reported when it is parsed to be run
        }
    }

    private int within(double seconds, CommandLine line, Failures failures, String... args) {
        FutureTask<Integer> task = new FutureTask<>(() -> line.execute(args));
        Thread thread = new Thread(task, "command");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get((long) Math.max(1, seconds * 1000), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return failures.failed(Problem.of(ExitCode.LIMIT, "problem.limit", seconds), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED.code();
        } catch (ExecutionException e) {
            return failures.failed(e, false);
        }
    }

    /// The language is needed before the command line is parsed: its errors are texts too.
    private Locale language(String... args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--lang=")) {
                return Session.language(console, args[i].substring("--lang=".length()));
            }
            if (args[i].equals("--lang") && i + 1 < args.length) {
                return Session.language(console, args[i + 1]);
            }
        }
        return Session.language(console, null);
    }
}
