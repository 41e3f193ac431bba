package org.monazite.app.workspace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/// A mapping of a YAML file that knows where each value stands. Nothing but texts, numbers, lists and mappings is
/// read: no tags, no objects.
final class YamlMap {

    private static final int MOST_DEPTH = 20;
    private static final int MOST_ALIASES = 10;
    private static final int MOST_LETTERS = 1 << 20;
    private static final int MOST_QUOTED = 60;
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9][0-9_]*\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");
    private static final String STANDARD = "tag:yaml.org,2002:";

    private final String file;
    private final Node node;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();

    private YamlMap(String file, Node node) {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw problem(node, "problem.yaml.map");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (entries.put(key, tuple) != null) {
                throw problem(tuple.getKeyNode(), "problem.yaml.twice", key);
            }
        }
    }

    /// Reads the mapping that a file consists of.
    ///
    /// @param file how messages call it
    /// @throws Problem with file, line and column if it is no YAML mapping
    static YamlMap parse(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(MOST_DEPTH);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setCodePointLimit(MOST_LETTERS);
        options.setAllowRecursiveKeys(false);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new java.io.StringReader(text));
            if (root == null) {
                throw Problem.of(ExitCode.INPUT, "problem.yaml.empty", file + ":1:1");
            }
            return new YamlMap(file, root);
        } catch (MarkedYAMLException e) {
            Problem problem = Problem.of(
                    ExitCode.INPUT,
                    "problem.yaml.broken",
                    place(file, e.getProblemMark()),
                    Problem.phrase(oneLine(e.getProblem())));
            problem.initCause(e);
            throw problem;
        } catch (ReaderException e) {
            Problem problem = Problem.of(
                    ExitCode.INPUT,
                    "problem.yaml.letter",
                    file + ":" + lineAndColumn(text, e.getPosition()),
                    "U+%04X".formatted(e.getCodePoint()));
            problem.initCause(e);
            throw problem;
        } catch (YAMLException e) {
            Problem problem = Problem.of(
                    ExitCode.INPUT,
                    "problem.yaml.broken",
                    file + ":1:1",
                    Problem.phrase(oneLine(String.valueOf(e.getMessage()))));
            problem.initCause(e);
            throw problem;
        }
    }

    private static String lineAndColumn(String text, int letters) {
        String before =
                text.substring(0, text.offsetByCodePoints(0, Math.min(letters, text.codePointCount(0, text.length()))));
        String[] lines = before.split("\\R", -1);
        return lines.length + ":" + (lines[lines.length - 1].length() + 1);
    }

    /// As much of a text as a message quotes.
    private static String quoted(String text) {
        return text.length() > MOST_QUOTED ? text.substring(0, MOST_QUOTED) + "..." : text;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String place(String file, Mark mark) {
        return file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    /// Where the mapping begins, as `file:line:column`.
    String where() {
        return place(file, node.getStartMark());
    }

    /// Where the value of a key stands.
    String where(String key) {
        return place(file, value(key).getStartMark());
    }

    /// Where a key itself stands.
    String whereKey(String key) {
        return place(file, tuple(key).getKeyNode().getStartMark());
    }

    /// The keys, in the order of the file.
    List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /// Refuses every other key, naming the nearest known one.
    void only(Collection<String> known) {
        entries.forEach((key, tuple) -> {
            if (!known.contains(key)) {
                throw Problem.unknown(
                        ExitCode.INPUT,
                        "kind.key",
                        key,
                        place(file, tuple.getKeyNode().getStartMark()),
                        known);
            }
        });
    }

    Optional<String> findText(String key) {
        return has(key) ? Optional.of(scalar(value(key))) : Optional.empty();
    }

    String text(String key) {
        return scalar(value(key));
    }

    OptionalDouble findNumber(String key) {
        return has(key) ? OptionalDouble.of(number(key)) : OptionalDouble.empty();
    }

    double number(String key) {
        String text = text(key);
        double number = parsed(text);
        if (!Double.isFinite(number)) {
            throw problem(value(key), "problem.yaml.number", key, text);
        }
        return number;
    }

    /// A number as people write it, with a point and with `_` between digits; NaN for anything else, such as the
    /// hexadecimal numbers and letters behind numbers that Java reads.
    static double parsed(String text) {
        return NUMBER.matcher(text).matches() ? Double.parseDouble(text.replace("_", "")) : Double.NaN;
    }

    double number(String key, double otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    int whole(String key, int otherwise) {
        double number = number(key, otherwise);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw problem(value(key), "problem.yaml.whole", key, text(key));
        }
        return (int) number;
    }

    /// A list of words, or one word; `all` and a missing key are no words at all.
    List<Word> words(String key) {
        if (!has(key)) {
            return List.of();
        }
        Node found = value(key);
        if (found instanceof SequenceNode sequence) {
            List<Word> words = new ArrayList<>();
            sequence.getValue().forEach(each -> words.add(new Word(scalar(each), place(file, each.getStartMark()))));
            return words;
        }
        String word = scalar(found);
        return word.equals("all") ? List.of() : List.of(new Word(word, place(file, found.getStartMark())));
    }

    /// As [#words], but a list without words is refused: nobody writes one to mean everything.
    List<Word> filled(String key) {
        List<Word> words = words(key);
        if (words.isEmpty() && has(key) && value(key) instanceof SequenceNode) {
            throw problem(value(key), "problem.yaml.none", key);
        }
        return words;
    }

    /// A word and where it stands.
    record Word(String text, String where) {}

    /// The mapping under a key.
    YamlMap map(String key) {
        return new YamlMap(file, value(key));
    }

    boolean isMap(String key) {
        return value(key) instanceof MappingNode;
    }

    /// The list of mappings under a key; none if the key is missing.
    List<YamlMap> maps(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (!(value(key) instanceof SequenceNode sequence)) {
            throw problem(value(key), "problem.yaml.list", key);
        }
        return sequence.getValue().stream().map(each -> new YamlMap(file, each)).toList();
    }

    /// One of some words.
    String choice(String key, Set<String> known, String kind) {
        String word = text(key);
        if (!known.contains(word)) {
            throw Problem.unknown(ExitCode.INPUT, kind, word, where(key), known);
        }
        return word;
    }

    /// A problem at the value of a key.
    Problem wrong(String key, String message, Object... values) {
        return problem(value(key), message, values);
    }

    private Node value(String key) {
        return tuple(key).getValueNode();
    }

    private NodeTuple tuple(String key) {
        NodeTuple tuple = entries.get(key);
        if (tuple == null) {
            throw problem(node, "problem.yaml.missing", key);
        }
        return tuple;
    }

    private String scalar(Node found) {
        if (found instanceof ScalarNode scalar) {
            if (!scalar.getTag().getValue().startsWith(STANDARD)) {
                throw problem(found, "problem.yaml.tag", scalar.getTag().getValue());
            }
            return scalar.getValue();
        }
        throw problem(found, "problem.yaml.word");
    }

    private Problem problem(Node at, String key, Object... values) {
        List<Object> all = new ArrayList<>();
        all.add(place(file, at.getStartMark()));
        for (Object value : values) {
            all.add(value instanceof String text ? quoted(text) : value);
        }
        return Problem.of(ExitCode.INPUT, key, all.toArray());
    }
}
