package org.monazite.brief;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a page tag by tag: whether tags are balanced, attributes quoted, ids unique and links alive.
final class HtmlCheck {

    private static final Set<String> VOID = Set.of("meta", "link", "br", "hr", "img", "input", "col", "wbr");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([a-zA-Z][a-zA-Z0-9:-]*)(?:=\"([^\"<>]*)\")?");

    private final String html;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final List<String> links = new ArrayList<>();
    private final StringBuilder ownWords = new StringBuilder();

    HtmlCheck(String html) {
        this.html = html;
        read();
    }

    /// What is wrong; empty for a sound page.
    List<String> problems() {
        return problems;
    }

    /// Targets of links.
    List<String> links() {
        return links;
    }

    /// All words in the language of the page: without code, styles and passages in another language.
    String ownWords() {
        return ownWords.toString();
    }

    private record Open(String tag, boolean foreign) {}

    private void read() {
        Deque<Open> open = new ArrayDeque<>();
        String pageLang = html.replaceAll("(?s).*?<html lang=\"([a-z]+)\".*", "$1");
        int at = 0;
        while (at < html.length()) {
            int next = html.indexOf('<', at);
            text(html.substring(at, next < 0 ? html.length() : next), open);
            if (next < 0) {
                break;
            }
            int end = html.indexOf('>', next);
            String tag = html.substring(next + 1, end);
            at = end + 1;
            if (tag.startsWith("!")) {
                continue;
            }
            if (tag.startsWith("/")) {
                Open last = open.isEmpty() ? new Open("nothing", false) : open.pop();
                if (!last.tag.equals(tag.substring(1))) {
                    problems.add("</%s> closes <%s> at %d".formatted(tag.substring(1), last.tag, next));
                    return;
                }
                continue;
            }
            boolean closed = tag.endsWith("/");
            String body = closed ? tag.substring(0, tag.length() - 1) : tag;
            String name = body.split("\\s", 2)[0];
            boolean foreign = attributes(body.substring(name.length()), name, pageLang)
                    || name.equals("code")
                    || name.equals("style");
            if (!closed && !VOID.contains(name)) {
                open.push(new Open(name, foreign || (!open.isEmpty() && open.peek().foreign)));
            }
            if (name.equals("style")) {
                at = html.indexOf("</style>", at);
            }
        }
        open.forEach(left -> problems.add("<" + left.tag + "> stays open"));
        links.stream()
                .filter(link -> link.startsWith("#") && !ids.contains(link.substring(1)))
                .forEach(link -> problems.add("link to " + link + " leads nowhere"));
    }

    private void text(String text, Deque<Open> open) {
        if (!open.isEmpty() && !open.peek().foreign) {
            ownWords.append(text).append('\n');
        }
    }

    /// Returns whether the element is in another language.
    private boolean attributes(String text, String name, String pageLang) {
        Matcher matcher = ATTRIBUTE.matcher(text);
        int at = 0;
        boolean foreign = false;
        while (matcher.find() && matcher.start() == at) {
            at = matcher.end();
            String value = matcher.group(2) == null ? "" : matcher.group(2);
            switch (matcher.group(1)) {
                case "id" -> {
                    if (!ids.add(value)) {
                        problems.add("id '" + value + "' twice");
                    }
                }
                case "href", "src" -> links.add(value);
                case "lang" -> foreign = !value.equals(pageLang);
                case "title", "aria-label" -> ownWords.append(value).append('\n');
                default -> {}
            }
        }
        if (at != text.length() && !text.substring(at).isBlank()) {
            problems.add("attributes of <%s>: '%s'".formatted(name, text));
        }
        return foreign;
    }
}
