package org.monazite.app.cli.paper;

import java.util.ArrayList;
import java.util.List;
import org.monazite.app.text.ExitCode;
import tools.jackson.databind.node.ObjectNode;

/// What a command found: lines and tables for people, one JSON object for programs, and how the command ends.
public final class Report {

    private sealed interface Block {
        record Line(String text) implements Block {}

        record Rows(Table table) implements Block {}
    }

    private final ObjectNode json;
    private final List<Block> blocks = new ArrayList<>();
    private ExitCode code = ExitCode.DONE;

    /// @param json the object for programs; who adds to it later adds to the report
    public Report(ObjectNode json) {
        this.json = json;
    }

    /// The object for programs, to be filled.
    public ObjectNode json() {
        return json;
    }

    /// Adds a line for people.
    public Report line(String text) {
        blocks.add(new Block.Line(text));
        return this;
    }

    /// Adds a table for people and for CSV.
    public Report table(Table table) {
        blocks.add(new Block.Rows(table));
        return this;
    }

    /// The answer is a document of its own and is written as it is.
    public Report raw(String text) {
        blocks.add(new Block.Line(text.stripTrailing()));
        return this;
    }

    /// Sets how the command ends; without it all is done.
    public Report ends(ExitCode with) {
        code = with;
        return this;
    }

    ExitCode code() {
        return code;
    }

    /// Text for people.
    String text() {
        List<String> lines = new ArrayList<>();
        for (Block block : blocks) {
            switch (block) {
                case Block.Line(String text) -> lines.add(text);
                case Block.Rows(Table table) -> lines.addAll(table.aligned());
            }
        }
        return joined(lines);
    }

    /// The same without alignment: one row a line, tabs between cells.
    String plain() {
        List<String> lines = new ArrayList<>();
        for (Block block : blocks) {
            switch (block) {
                case Block.Line(String text) -> lines.add(text);
                case Block.Rows(Table table) -> lines.addAll(table.plain());
            }
        }
        return joined(lines);
    }

    private static String joined(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /// The tables alone, exact, one empty line between two.
    String csv() {
        List<String> tables = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Rows(Table table)) {
                tables.add(table.csv().replace("\r\n", "\n"));
            }
        }
        return String.join("\n", tables);
    }
}
