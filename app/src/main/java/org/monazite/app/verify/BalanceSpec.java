package org.monazite.app.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monazite.atlas.balance.BalanceProblem;
import tools.jackson.databind.JsonNode;

/// A reconciliation case as read: balances, measured streams, weights, bounds. Says which entry of which key is
/// wrong.
///
/// Balances are a matrix `A`, or `constraints` such as `F1=F2+0.5*F3`; a stream without measurement is `null` in `y`.
/// Bounds: `lower` and `upper`, a list with `null` for none or one number for all; or `bounds`, a list of pairs.
final class BalanceSpec {

    private static final Pattern RULE = Pattern.compile("\\s*([0-9.eE+-]+)\\s*\\*\\s*(original\\s+)?y\\s*");
    private static final Pattern TERM = Pattern.compile("([+-]?)(?:([0-9.]+(?:[eE][+-]?[0-9]+)?)\\*?)?F([0-9]+)");

    private final String file;
    private final JsonNode spec;
    private final double[][] rows;
    private final double[] original;

    BalanceSpec(String file, JsonNode spec) {
        this.file = file;
        this.spec = spec;
        this.original = list(spec, "y", "y", true);
        if (original.length == 0) {
            throw fault("'y' is missing or empty; it lists the measured streams");
        }
        this.rows = spec.has("A") ? matrix(spec.path("A")) : constraints(spec.path("constraints"));
    }

    CaseException fault(String why) {
        return new CaseException(file, why);
    }

    int streams() {
        return original.length;
    }

    private double[][] matrix(JsonNode node) {
        if (!node.isArray() || node.isEmpty()) {
            throw fault("'A' must be a list of rows, one for each balance");
        }
        double[][] matrix = new double[node.size()][];
        for (int row = 0; row < matrix.length; row++) {
            matrix[row] = numbers(node.get(row), "A[%d]".formatted(row), false);
            if (matrix[row].length != original.length) {
                throw fault(
                        "A[%d] has %d columns, y has %d streams".formatted(row, matrix[row].length, original.length));
            }
        }
        return matrix;
    }

    private double[][] constraints(JsonNode node) {
        if (!node.isArray() || node.isEmpty()) {
            throw fault("it has neither 'A' nor 'constraints'");
        }
        double[][] matrix = new double[node.size()][];
        for (int row = 0; row < matrix.length; row++) {
            matrix[row] = constraint(node.get(row).asString(""), "constraints[%d]".formatted(row));
        }
        return matrix;
    }

    private double[] constraint(String text, String where) {
        String[] sides = text.replace(" ", "").split("=", -1);
        if (sides.length != 2) {
            throw fault("%s is '%s'; it must be like 'F1=F2+0.5*F3'".formatted(where, text));
        }
        double[] row = new double[original.length];
        for (int side = 0; side < 2; side++) {
            Matcher term = TERM.matcher(sides[side]);
            int end = 0;
            while (term.find() && term.start() == end) {
                int stream = Integer.parseInt(term.group(3));
                if (stream < 1 || stream > row.length) {
                    throw fault("%s names 'F%d'; there are %d streams".formatted(where, stream, row.length));
                }
                double coefficient = term.group(2) == null ? 1 : Double.parseDouble(term.group(2));
                row[stream - 1] += (term.group(1).equals("-") ? -1 : 1) * (side == 0 ? 1 : -1) * coefficient;
                end = term.end();
            }
            if (end != sides[side].length() && !sides[side].equals("0")) {
                throw fault("%s is '%s': '%s' is no stream".formatted(where, text, sides[side].substring(end)));
            }
        }
        return row;
    }

    /// Numbers under a key; empty if the key is missing.
    double[] list(JsonNode node, String key, String where, boolean gaps) {
        return node.has(key) ? numbers(node.path(key), where, gaps) : new double[0];
    }

    private double[] numbers(JsonNode node, String where, boolean gaps) {
        if (!node.isArray()) {
            throw fault("%s is '%s'; it must be a list of numbers".formatted(where, node));
        }
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode each = node.get(i);
            if (gaps && (each.isNull() || (each.isNumber() && Double.isNaN(each.asDouble())))) {
                values[i] = Double.NaN;
            } else if (each.isNumber() && Double.isFinite(each.asDouble())) {
                values[i] = each.asDouble();
            } else {
                throw fault(
                        "%s[%d] is '%s', which is not a number".formatted(where, i, each.asString(each.toString())));
            }
        }
        return values;
    }

    /// The measured streams of a section; NaN for one without measurement.
    double[] measured(String name, JsonNode section) {
        double[] measured = section.has("y") ? list(section, "y", name + ".y", true) : original.clone();
        requireStreams(measured, name + ".y");
        return measured;
    }

    private void requireStreams(double[] values, String where) {
        if (values.length != original.length) {
            throw fault("%s has %d entries, y has %d streams".formatted(where, values.length, original.length));
        }
    }

    /// The standard deviations of a section: its own, else those of the case, else 1.
    double[] sigma(String name, JsonNode section, double[] measured) {
        JsonNode sigma = section.has("sigma") ? section.path("sigma") : spec.path("sigma");
        String where = section.has("sigma") ? name + ".sigma" : "sigma";
        double[] sds = new double[measured.length];
        Arrays.fill(sds, 1);
        if (sigma.isArray()) {
            sds = numbers(sigma, where, true);
        } else if (sigma.isNumber()) {
            Arrays.fill(sds, sigma.asDouble());
        } else if (sigma.isString()) {
            sds = rule(sigma.asString(), where, measured);
        } else if (!sigma.isMissingNode()) {
            throw fault("%s is '%s'; it must be a list, a number or a rule like '0.02*y'".formatted(where, sigma));
        }
        requireStreams(sds, where);
        for (int i = 0; i < sds.length; i++) {
            if (!Double.isNaN(measured[i]) && !(sds[i] > 0)) {
                throw fault("%s[%d] is %s; a standard deviation is more than 0".formatted(where, i, sds[i]));
            }
        }
        return sds;
    }

    private double[] rule(String text, String where, double[] measured) {
        Matcher rule = RULE.matcher(text);
        if (!rule.matches()) {
            throw fault("%s is '%s'; it must be like '0.02*y'".formatted(where, text));
        }
        double factor;
        try {
            factor = Double.parseDouble(rule.group(1));
        } catch (NumberFormatException e) {
            throw fault("%s is '%s': '%s' is not a number".formatted(where, text, rule.group(1)));
        }
        double[] of = rule.group(2) == null ? measured : original;
        return Arrays.stream(of).map(y -> factor * Math.abs(y)).toArray();
    }

    /// Labels of the streams that a section calls falsified.
    List<String> suspects(String name, JsonNode section) {
        List<JsonNode> said = new ArrayList<>();
        Optional.of(section.path("suspect_stream"))
                .filter(node -> !node.isMissingNode())
                .ifPresent(said::add);
        section.path("suspect_streams").forEach(said::add);
        List<String> suspects = new ArrayList<>();
        for (JsonNode each : said) {
            String digits = each.asString("").replaceFirst("^(F|stream )", "");
            if (!digits.matches("[0-9]{1,6}")
                    || Integer.parseInt(digits) < 1
                    || Integer.parseInt(digits) > original.length) {
                throw fault("%s names the suspect '%s'; streams are 1 to %d"
                        .formatted(name, each.asString(each.toString()), original.length));
            }
            suspects.add(label(Integer.parseInt(digits) - 1));
        }
        return suspects;
    }

    static String label(int stream) {
        return "stream " + (stream + 1);
    }

    /// The problem of a section.
    BalanceProblem problem(String name, JsonNode section, double[] measured, double[] sds) {
        BalanceProblem problem = new BalanceProblem();
        double[] low = bounds(name, section, "lower", 0, Double.NEGATIVE_INFINITY);
        double[] high = bounds(name, section, "upper", 1, Double.POSITIVE_INFINITY);
        for (int i = 0; i < measured.length; i++) {
            if (!(low[i] <= high[i])) {
                throw fault("%s: stream %d has the lower bound %s above the upper %s"
                        .formatted(name, i + 1, low[i], high[i]));
            }
            problem.quantity("F" + (i + 1), low[i], high[i]);
            if (!Double.isNaN(measured[i])) {
                problem.observe(new BalanceProblem.Observation(i, measured[i], sds[i], label(i)));
            }
        }
        for (double[] row : rows) {
            Map<Integer, Double> terms = new LinkedHashMap<>();
            for (int i = 0; i < row.length; i++) {
                if (row[i] != 0) {
                    terms.put(i, row[i]);
                }
            }
            problem.row(new BalanceProblem.Row(
                    Arrays.toString(row), List.copyOf(terms.keySet()), List.copyOf(terms.values()), 0));
        }
        return problem;
    }

    private double[] bounds(String name, JsonNode section, String key, int side, double none) {
        double[] bounds = new double[original.length];
        Arrays.fill(bounds, none);
        boolean own = section.has(key) || section.has("bounds");
        JsonNode node = own ? section : spec;
        String where = (own ? name + "." : "") + (node.has(key) ? key : "bounds");
        if (node.path(key).isNumber()) {
            Arrays.fill(bounds, node.path(key).asDouble());
        } else if (node.has(key)) {
            copy(list(node, key, where, true), bounds, where);
        } else if (node.has("bounds")) {
            JsonNode pairs = node.path("bounds");
            double[] values = new double[pairs.size()];
            for (int i = 0; i < values.length; i++) {
                double[] pair = numbers(pairs.get(i), "%s[%d]".formatted(where, i), true);
                if (pair.length != 2) {
                    throw fault("%s[%d] must be a pair, lower and upper".formatted(where, i));
                }
                values[i] = pair[side];
            }
            copy(values, bounds, where);
        }
        return bounds;
    }

    private void copy(double[] from, double[] bounds, String where) {
        requireStreams(from, where);
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = Double.isNaN(from[i]) ? bounds[i] : from[i];
        }
    }
}
