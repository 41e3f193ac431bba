package org.monazite.app.cli.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.text.Texts;
import org.monazite.app.workspace.SafeFile;
import org.monazite.brief.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that answers with a report. The report is written as a whole, in the form the options ask for.
@Command
public abstract class Task implements Callable<Integer> {

    private static final int FIRST_TRADE = 1962; // of UN Comtrade, which all editions of trade in goods rest on
    private static final int MOST_ROWS = 100_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /// What the command finds.
    protected abstract Report report() throws IOException;

    @Override
    public final Integer call() throws IOException {
        Options options = session().options();
        if ((options.json ? 1 : 0) + (options.csv ? 1 : 0) + (options.plain ? 1 : 0) > 1) {
            throw Problem.of(ExitCode.USAGE, "problem.option.forms");
        }
        session().threads(); // out of range is refused whether or not the command counts anything
        Report report = report();
        String text = options.json
                ? Json.text(report.json())
                : options.csv ? report.csv() : options.plain ? report.plain() : report.text();
        write(text);
        return report.code().code();
    }

    private void write(String text) throws IOException {
        String file = session().options().output;
        if (file == null || file.equals("-")) {
            session().console().out().print(text);
            session().console().out().flush();
        } else {
            SafeFile.write(session().path(file), text.getBytes(StandardCharsets.UTF_8));
            if (!session().options().quiet) {
                session().console().err().println(text("shock.written", file));
            }
        }
    }

    /// How many rows of a list are shown, as the user asks with `--top`.
    ///
    /// @return the rows, at most as many as there are
    protected static int shown(int top, int rows) {
        if (top < 1 || top > MOST_ROWS) {
            throw Problem.of(ExitCode.USAGE, "problem.option.range", "--top", top, "1", MOST_ROWS);
        }
        return Math.min(top, rows);
    }

    /// A year in which trade may have been counted.
    protected final int traded(int year) throws IOException {
        int last = session().workbench().asOf().getYear();
        if (year < FIRST_TRADE || year > last) {
            throw Problem.of(ExitCode.USAGE, "problem.trade.year", year, FIRST_TRADE, last);
        }
        return year;
    }

    /// The line that says which figures of the chain may not leave the workspace, if there are any.
    public final void closed(Report report, String chain) throws IOException {
        ClosedFigures.say(session(), report, chain);
    }

    /// The session, which the root of the command tree holds.
    public final Session session() {
        return ((HoldsSession) spec.root().userObject()).session();
    }

    /// This command in the tree.
    protected final CommandSpec spec() {
        return spec;
    }

    /// Texts in the language of the session.
    public final Texts texts() {
        return session().texts();
    }

    /// Numbers as that language writes them.
    public final Numbers numbers() {
        return session().numbers();
    }

    /// One text, its values filled in.
    public final String text(String key, Object... values) {
        return texts().get(key, values);
    }
}
