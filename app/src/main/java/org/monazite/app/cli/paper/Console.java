package org.monazite.app.cli.paper;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// What a command may touch of the outside: data out, messages out, environment, where it was started.
///
/// @param out data; UTF-8
/// @param err messages and progress; UTF-8
/// @param environment variables
/// @param folder where relative paths begin
/// @param errIsTerminal whether somebody watches `err`
public record Console(
        PrintStream out, PrintStream err, Map<String, String> environment, Path folder, boolean errIsTerminal) {

    /// The console of this process.
    public static Console system() {
        return new Console(
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System.getenv(),
                Path.of(""),
                isTerminal());
    }

    /// The launcher looks; without it, the machine says whether in and out are one terminal.
    @SuppressWarnings("SystemConsoleNull") // older machines give none
    private static boolean isTerminal() {
        String seen = System.getProperty("monazite.tty");
        if (seen != null) {
            return seen.contains("err");
        }
        java.io.Console console = System.console();
        return console != null && console.isTerminal();
    }
}
