package org.monazite.pledges.internal;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.monazite.supply.Nearest;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A mapping of a YAML text that knows its file, its lines and its place in the file. Every key must be asked for:
/// [#only(List)] refuses the rest and names the nearest known key. Scalars are taken as they are written, so that
/// `no` is a word and `1.10` is not shortened. Aliases are refused.
public final class Tree {

    private static final int MAX_CHARACTERS = 200_000;

    private final String file;
    private final String path;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private Tree(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw problem(node, path, "there must be keys with values here", "write 'key: value' lines, indented");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (key.isEmpty() || values.putIfAbsent(key, tuple.getValueNode()) != null) {
                throw problem(tuple.getKeyNode(), at(key), "this key occurs twice or is no word", "take one away");
            }
        }
    }

    /// Reads a text.
    ///
    /// @param file its name, for messages
    /// @throws BadTextException if it is no YAML mapping
    public static Tree parse(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(12);
        options.setCodePointLimit(MAX_CHARACTERS);
        try {
            Yaml yaml = new Yaml(new SafeConstructor(options));
            refuseAnchors(file, yaml, text);
            Node root = yaml.compose(new StringReader(text));
            if (root == null) {
                throw new BadTextException(file + ":1: the file is empty.\nMaybe it was not written to the end.");
            }
            return new Tree(file, "", root);
        } catch (YAMLException e) {
            boolean marked = e instanceof MarkedYAMLException;
            int line = marked && ((MarkedYAMLException) e).getProblemMark() != null
                    ? ((MarkedYAMLException) e).getProblemMark().getLine() + 1
                    : 1;
            String problem = marked ? ((MarkedYAMLException) e).getProblem() : String.valueOf(e.getMessage());
            throw new BadTextException(
                    "%s:%d: this is not YAML that can be read: %s.\nMaybe a colon or a quote is missing."
                            .formatted(file, line, problem));
        }
    }

    private static void refuseAnchors(String file, Yaml yaml, String text) {
        for (Event event : yaml.parse(new StringReader(text))) {
            if (event instanceof NodeEvent node && node.getAnchor() != null) {
                throw new BadTextException("%s:%d: YAML anchors and aliases are not read.\nMaybe write it out twice."
                        .formatted(file, event.getStartMark().getLine() + 1));
            }
        }
    }

    /// Refuses every key that is not known.
    public void only(List<String> known) {
        for (Map.Entry<String, Node> entry : values.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw new BadTextException("%s:%d: there is no key '%s'.\nMaybe %s."
                        .formatted(
                                file, line(entry.getValue()), at(entry.getKey()), Nearest.hint(entry.getKey(), known)));
            }
        }
    }

    /// The text of a key that must be there.
    public String text(String key) {
        Node value = need(key);
        if (!(value instanceof ScalarNode scalar)) {
            throw problem(value, at(key), "one value is needed here, not a list or keys", "put it on the same line");
        }
        String text = scalar.getValue().strip();
        if (text.isEmpty()) {
            throw problem(value, at(key), "a text is needed here", "take the key away if there is nothing to say");
        }
        return text;
    }

    /// The text of a key, or another text where the key is absent.
    public String textOr(String key, String absent) {
        return values.containsKey(key) ? text(key) : absent;
    }

    /// A value read by a function that throws [IllegalArgumentException] on a text it does not know.
    public <T> T read(String key, Function<String, T> reader, String hint) {
        String text = text(key);
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new BadTextException("%s:%d: %s is '%s': %s.\nMaybe %s."
                    .formatted(file, line(need(key)), at(key), text, "this is not one of the known values", hint));
        }
    }

    /// `true` or `false`; false where the key is absent.
    public boolean isSet(String key) {
        String text = textOr(key, "false");
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong(key, "this is neither true nor false", "write true or false without quotes");
        }
        return text.equals("true");
    }

    /// A number, if the key is there.
    public OptionalDouble number(String key) {
        if (!values.containsKey(key)) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text(key));
            if (Double.isFinite(value)) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw wrong(key, "this is not a number", "write it without unit and without commas, such as 1670000000");
    }

    /// A mapping that must be there.
    public Tree map(String key) {
        return new Tree(file, at(key), need(key));
    }

    /// A mapping, if the key is there.
    public Optional<Tree> findMap(String key) {
        return values.containsKey(key) ? Optional.of(map(key)) : Optional.empty();
    }

    /// The mappings of a list; none where the key is absent.
    public List<Tree> maps(String key) {
        List<Tree> maps = new ArrayList<>();
        for (Node each : items(key)) {
            maps.add(new Tree(file, at(key) + "[" + maps.size() + "]", each));
        }
        return maps;
    }

    /// The texts of a list; none where the key is absent.
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node each : items(key)) {
            if (!(each instanceof ScalarNode scalar)) {
                throw problem(each, at(key), "each entry must be one value", "write [A, B]");
            }
            texts.add(scalar.getValue());
        }
        return texts;
    }

    private List<Node> items(String key) {
        if (!values.containsKey(key)) {
            return List.of();
        }
        if (!(need(key) instanceof SequenceNode list)) {
            throw problem(need(key), at(key), "a list is needed here", "write [A, B] or lines that begin with '- '");
        }
        return list.getValue();
    }

    /// Whether the key is there.
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /// The problem that the value of a key is wrong, with its place and what to try.
    public BadTextException wrong(String key, String reason, String hint) {
        return values.containsKey(key)
                ? problem(need(key), at(key), reason, hint)
                : problem(node, at(key), reason, hint);
    }

    private Node need(String key) {
        Node value = values.get(key);
        if (value == null) {
            throw new BadTextException("%s:%d: the key '%s' is missing.\nMaybe it is misspelt or indented too far."
                    .formatted(file, line(node), at(key)));
        }
        return value;
    }

    private BadTextException problem(Node where, String key, String reason, String hint) {
        String shown = where instanceof ScalarNode scalar ? " is '" + scalar.getValue() + "'" : "";
        return new BadTextException("%s:%d: %s%s: %s.\nMaybe %s."
                .formatted(file, line(where), key.isEmpty() ? "the file" : key, shown, reason, hint));
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
