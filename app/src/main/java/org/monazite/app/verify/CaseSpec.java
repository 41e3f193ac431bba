package org.monazite.app.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import tools.jackson.databind.JsonNode;

/// An object of a `case.json` that knows where it stands and refuses keys it does not know: an option
/// that is not
/// understood must not look like one that was obeyed.
final class CaseSpec {

    private final String where;
    private final JsonNode node;

    private CaseSpec(String where, JsonNode node) {
        this.where = where;
        this.node = node;
    }

    /// Keys of a case, and those that only tell about it.
    static List<String> keys(String... known) {
        List<String> keys = new ArrayList<>(List.of(known));
        keys.addAll(List.of("description", "note", "notes", "seed", "source"));
        return keys;
    }

    /// The object that a file consists of.
    static CaseSpec of(CaseFolder folder, String file, Collection<String> known) {
        return of(folder.where(file), folder.json(file), known);
    }

    private static CaseSpec of(String where, JsonNode node, Collection<String> known) {
        if (!node.isObject()) {
            throw Problem.of(ExitCode.INPUT, "problem.case.object", where);
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!known.contains(entry.getKey())) {
                throw Problem.unknown(ExitCode.INPUT, "kind.key", entry.getKey(), where, known);
            }
        }
        return new CaseSpec(where, node);
    }

    boolean has(String key) {
        return node.has(key) && !node.path(key).isNull();
    }

    CaseSpec object(String key, Collection<String> known) {
        return of(where + " /" + key, need(key), known);
    }

    List<CaseSpec> objects(String key, Collection<String> known) {
        List<CaseSpec> objects = new ArrayList<>();
        JsonNode list = need(key);
        if (!list.isArray()) {
            throw wrong(key);
        }
        for (int i = 0; i < list.size(); i++) {
            objects.add(of(where + " /" + key + "/" + i, list.get(i), known));
        }
        return objects;
    }

    /// Numbers by name, in the order of the file; none if the key is missing.
    Map<String, Double> numbers(String key) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.path(key).properties()) {
            if (!entry.getValue().isNumber()) {
                throw wrong(key);
            }
            numbers.put(entry.getKey(), entry.getValue().asDouble());
        }
        return numbers;
    }

    String text(String key) {
        JsonNode found = need(key);
        if (!found.isString()) {
            throw wrong(key);
        }
        return found.asString();
    }

    /// A text or a whole number, as text.
    String word(String key) {
        JsonNode found = need(key);
        if (!found.isString() && !found.isIntegralNumber()) {
            throw wrong(key);
        }
        return found.asString();
    }

    double number(String key) {
        JsonNode found = need(key);
        if (!found.isNumber() || !Double.isFinite(found.asDouble())) {
            throw wrong(key);
        }
        return found.asDouble();
    }

    double number(String key, double otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    int whole(String key) {
        double number = number(key);
        if (number != Math.rint(number) || Math.abs(number) > 1e9) {
            throw wrong(key);
        }
        return (int) number;
    }

    int whole(String key, int otherwise) {
        return has(key) ? whole(key) : otherwise;
    }

    /// One of some words.
    String choice(String key, Collection<String> known) {
        String word = text(key);
        if (!known.contains(word)) {
            throw Problem.unknown(ExitCode.INPUT, "kind.value", word, where + " /" + key, known);
        }
        return word;
    }

    /// A count that the case states, if it does, is one of those found in its files.
    void counts(String key, Integer... found) {
        if (has(key) && !List.of(found).contains(whole(key))) {
            throw Problem.of(ExitCode.INPUT, "problem.case.count", where, key, whole(key), found[0]);
        }
    }

    /// A value that cannot be.
    Problem wrong(String key) {
        return Problem.of(ExitCode.INPUT, "problem.case.value", where + " /" + key, short_(node.path(key)));
    }

    /// What a value object refuses, as a problem of the case.
    Problem refused(IllegalArgumentException cause) {
        Problem problem = Problem.of(ExitCode.INPUT, "problem.case.refused", where, Problem.phrase(cause.getMessage()));
        problem.initCause(cause);
        return problem;
    }

    private static String short_(JsonNode found) {
        String text = found.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }

    private JsonNode need(String key) {
        JsonNode found = node.path(key);
        if (found.isMissingNode() || found.isNull()) {
            throw Problem.of(ExitCode.INPUT, "problem.case.missing", where, key);
        }
        return found;
    }
}
