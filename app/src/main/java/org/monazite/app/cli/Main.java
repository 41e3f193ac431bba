package org.monazite.app.cli;

import org.monazite.app.Software;
import org.monazite.app.cli.paper.Console;

/// Where the program begins.
public final class Main {

    private Main() {}

    /// Runs one command and ends with its exit code.
    public static void main(String[] args) {
        Console console = Console.system();
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            console.out().print("monazite " + Software.version() + "\n"); // before anything else is loaded
            console.out().flush();
            return;
        }
        System.exit(new CommandRunner(console).run(args));
    }
}
