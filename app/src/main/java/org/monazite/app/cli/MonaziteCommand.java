package org.monazite.app.cli;

import org.monazite.app.cli.atlas.DataCommand;
import org.monazite.app.cli.atlas.ShowCommand;
import org.monazite.app.cli.exposure.ExposureCommand;
import org.monazite.app.cli.paper.Console;
import org.monazite.app.cli.paper.HoldsSession;
import org.monazite.app.cli.paper.Options;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.plan.PlanCommand;
import org.monazite.app.cli.shock.ShockCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The root of the command tree.
@Command(
        name = "monazite",
        subcommands = {
            SecureCommand.class,
            ShowCommand.class,
            ExposureCommand.class,
            ShockCommand.class,
            PlanCommand.class,
            PledgeCommand.class,
            BriefCommand.class,
            DataCommand.class,
            VerifyCommand.class,
            StatusCommand.class,
            DoctorCommand.class,
            CompletionCommand.class
        })
final class MonaziteCommand implements Runnable, HoldsSession {

    @Mixin
    private final Options options = new Options();

    private final Session session;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    MonaziteCommand(Console console) {
        this.session = new Session(console, options);
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public void run() {
        spec.commandLine().usage(session.console().out());
        session.console().out().flush();
    }
}
