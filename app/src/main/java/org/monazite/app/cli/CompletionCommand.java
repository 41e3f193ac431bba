package org.monazite.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;

/// Prints a script that lets a shell complete commands and options.
@Command(name = "completion")
final class CompletionCommand extends Task {

    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    @Parameters(paramLabel = "bash|zsh|fish", descriptionKey = "arg.shell")
    private String shell = "";

    @Override
    protected Report report() {
        if (!SHELLS.contains(shell)) {
            throw Problem.unknown(ExitCode.USAGE, "kind.shell", shell, "", SHELLS);
        }
        CommandLine root = spec().root().commandLine();
        String script = shell.equals("fish") ? fish(root) : AutoComplete.bash("monazite", root); // serves zsh as well
        Report report = new Report(Json.object());
        report.json().put("shell", shell);
        report.json().put("script", script);
        return report.line(script.stripTrailing());
    }

    private static String fish(CommandLine root) {
        List<String> lines = new ArrayList<>();
        lines.add("complete -c monazite -f");
        root.getSubcommands().forEach((name, command) -> {
            lines.add("complete -c monazite -n __fish_use_subcommand -a %s -d %s"
                    .formatted(name, quoted(summary(command))));
            command.getSubcommands().forEach((below, task) -> {
                lines.add("complete -c monazite -n '__fish_seen_subcommand_from %s' -a %s -d %s"
                        .formatted(name, below, quoted(summary(task))));
                options(lines, below, task);
            });
            if (command.getSubcommands().isEmpty()) {
                options(lines, name, command);
            }
        });
        return String.join("\n", lines) + "\n";
    }

    private static void options(List<String> lines, String command, CommandLine task) {
        for (Map.Entry<String, OptionSpec> entry :
                task.getCommandSpec().optionsMap().entrySet()) {
            if (entry.getKey().startsWith("--")) {
                lines.add("complete -c monazite -n '__fish_seen_subcommand_from %s' -l %s"
                        .formatted(command, entry.getKey().substring(2)));
            }
        }
    }

    private static String summary(CommandLine command) {
        String[] description = command.getCommandSpec().usageMessage().description();
        return description.length == 0 ? "" : description[0];
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
