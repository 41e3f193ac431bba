package org.monazite.app.cli.atlas;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.atlas.Conflict;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.atlas.pack.Statement;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Sources side by side, as rows and JSON.
final class Comparisons {

    private Comparisons() {}

    static Table table(Session session) {
        return new Table()
                .text("quantity", session.texts().get("column.about"))
                .number("spread", session.texts().get("column.spread"))
                .text("kind", session.texts().get("column.type"))
                .text("said", session.texts().get("column.said"));
    }

    /// A conflict on one line: how far apart, and who says what.
    static Table.Cell[] row(Session session, Conflict conflict) {
        String kind = session.texts().get(conflict.revision() ? "conflict.revision" : "conflict.sources");
        return new Table.Cell[] {
            new Table.Cell(
                    spelled(session, conflict.quantity().toString()),
                    conflict.quantity().toString()),
            Table.Cell.of(session.numbers().share(conflict.spread()), conflict.spread()),
            new Table.Cell(kind, conflict.revision() ? "revision" : "sources"),
            Table.Cell.of(String.join(
                    "; ", conflict.statements().stream().map(Comparisons::said).toList()))
        };
    }

    private static String spelled(Session session, String quantity) {
        try {
            return new Words(session).spelled(quantity);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the names of the atlas", e);
        }
    }

    static String said(Statement statement) {
        FigureRecord figure = statement.figure();
        String value = statement.isKnown() ? figure.flag().mark() + number(figure.value()) : figure.qualifier();
        String edition = statement.vintage().isEmpty() ? "" : " " + statement.vintage();
        return value + " (" + figure.sourceId() + edition + ", " + figure.id() + ")";
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString(Math.round(value))
                : Double.toString(value);
    }

    static ObjectNode json(Conflict conflict) {
        ObjectNode node = Json.object();
        node.put("quantity", conflict.quantity().toString());
        node.put("kind", conflict.revision() ? "revision" : "sources");
        node.set("low", Json.number(conflict.low()));
        node.set("high", Json.number(conflict.high()));
        node.set("spread", Json.number(conflict.spread()));
        ArrayNode said = node.putArray("said");
        conflict.statements().forEach(statement -> said.add(json(statement)));
        return node;
    }

    static ObjectNode json(Statement statement) {
        FigureRecord figure = statement.figure();
        ObjectNode node = Json.object();
        node.put("figure", figure.id());
        node.set("value", Json.number(figure.value()));
        node.put("qualifier", figure.qualifier());
        node.put("unit", figure.unit());
        node.put("flag", Json.flag(figure.flag()));
        node.put("source", figure.sourceId());
        node.put("vintage", statement.vintage());
        node.put("code", statement.code());
        node.put("detail", statement.detail());
        return node;
    }
}
