package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Width;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.Texts;

/// Rows of the plan's model as sentences: what stands in brackets by the names of places, products and projects.
final class EquationWords {

    private static final int WIDE = 100;
    private static final Pattern BRACKET = Pattern.compile("\\[([^\\]]*)]");
    private static final Pattern TERM = Pattern.compile(" (?=[+-] (?:[0-9.e+-]+ x )?\\[)");
    private static final Pattern LEVEL = Pattern.compile("level (\\d+), (.*)");
    private static final Pattern DECLARED = Pattern.compile("level (\\d+) declared by (.*)");
    private static final Pattern TRACED = Pattern.compile("traced share above its cap, (\\S+), product (\\d+)");
    private static final Pattern SHORTFALL = Pattern.compile("shortfall of (\\S+), product (\\d+)");
    private static final String WORSE = "loss beyond that without a plan of ";
    private static final List<String> OF_NODE = List.of("made", "intended", "saved", "missing at");

    private final Texts texts;
    private final Words words;
    private final DecisionNames names;

    EquationWords(Session session) throws IOException {
        this.texts = session.texts();
        this.words = new Words(session);
        this.names = new DecisionNames(session);
    }

    /// A row, one line for each term if it is long.
    List<String> row(String text) throws IOException {
        StringBuilder named = new StringBuilder();
        Matcher bracket = BRACKET.matcher(text);
        while (bracket.find()) {
            bracket.appendReplacement(named, Matcher.quoteReplacement("[" + column(bracket.group(1)) + "]"));
        }
        bracket.appendTail(named);
        return Width.of(named.toString()) <= WIDE ? List.of(named.toString()) : List.of(TERM.split(named));
    }

    /// Works or users: `NdFeB magnets, Japan (decided works)`.
    String node(String key) throws IOException {
        String[] parts = key.split("/", 3);
        if (parts.length < 2) {
            return key;
        }
        String which = parts.length < 3 ? "" : which(parts[2]);
        String name = texts.pick("%s, %s", "%s・%s").formatted(words.product(parts[1]), words.place(parts[0]));
        return which.isEmpty() ? name : name + texts.pick(" (%s)", "（%s）").formatted(which);
    }

    private String which(String end) {
        for (String key : List.of("node." + end, "industry." + end)) {
            if (texts.keys().contains(key)) {
                return texts.get(key);
            }
        }
        return end;
    }

    private String column(String text) throws IOException {
        Matcher level = LEVEL.matcher(text);
        if (level.matches()) {
            return texts.get("equation.at-level", level.group(1), column(level.group(2)));
        }
        Matcher declared = DECLARED.matcher(text);
        if (declared.matches()) {
            return texts.get("equation.level", declared.group(1), node(declared.group(2)));
        }
        String[] flow = text.split(" -> ", 2);
        if (flow.length == 2) {
            return node(flow[0]) + " → " + node(flow[1]);
        }
        for (String start : OF_NODE) {
            if (text.startsWith(start + " ")) {
                return texts.get(key(start), node(text.substring(start.length() + 1)));
            }
        }
        if (text.startsWith("own stock of ")) {
            return cell("own stock", text.substring("own stock of ".length()));
        }
        if (text.startsWith("strategic stock for ")) {
            return cell("strategic stock", text.substring("strategic stock for ".length()));
        }
        return decision(text);
    }

    /// `ndpr.oxide at JPN/ndpr.metal`
    private String cell(String kind, String text) throws IOException {
        String[] parts = text.split(" at ", 2);
        return texts.get(key(kind), words.product(parts[0]), node(parts[1]));
    }

    private String decision(String text) throws IOException {
        for (String start : List.of("delivered under", "t/yr of", "modules of")) {
            if (text.startsWith(start + " ")) {
                return texts.get(key(start), names.of(text.substring(start.length() + 1)));
            }
        }
        String[] pays = text.split(" pays for ", 2);
        if (pays.length == 2) {
            return texts.get("equation.pays", words.place(pays[0]), names.of(pays[1]));
        }
        if (text.startsWith("excess of ")) {
            return texts.get("equation.excess", words.place(text.substring("excess of ".length())));
        }
        Matcher traced = TRACED.matcher(text);
        if (traced.matches()) {
            return texts.get("equation.traced", words.place(traced.group(1)), traced.group(2));
        }
        Matcher shortfall = SHORTFALL.matcher(text);
        if (shortfall.matches()) {
            return texts.get("equation.shortfall", words.place(shortfall.group(1)), shortfall.group(2));
        }
        if (text.startsWith(WORSE)) {
            return texts.get("equation.worse", words.place(text.substring(WORSE.length())));
        }
        if (text.startsWith("separated from ")) {
            return texts.get(
                    "equation.separated",
                    text.substring("separated from ".length()).replace(", draw ", " "));
        }
        return texts.keys().contains(key(text)) ? texts.get(key(text)) : text;
    }

    private static String key(String start) {
        return "equation." + start.replace(' ', '-').replace('/', '-');
    }
}
