package org.monazite.app.cli.paper;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A command that only has commands below it: alone it is a usage error that lists them.
@Command
public abstract class Group implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public final void run() {
        throw new ParameterException(
                spec.commandLine(),
                ((HoldsSession) spec.root().userObject())
                        .session()
                        .texts()
                        .get(
                                "problem.subcommand",
                                spec.qualifiedName(),
                                String.join(", ", spec.subcommands().keySet())));
    }
}
