package org.monazite.app.cli.atlas;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monazite.app.cli.paper.Json;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.supply.Source;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Sources, and single figures of them, as citations.
final class Citations {

    /// The forms of a citation.
    static final List<String> FORMS = List.of("plain", "bibtex", "ris", "csl-json");

    private static final Pattern DATE = Pattern.compile("((?:19|20)[0-9]{2})(?:-([0-9]{2}))?(?:-([0-9]{2}))?");

    private final Source source;
    private final Optional<FigureRecord> figure;
    private final String atlas;

    /// A citation of a source, or of one figure of it as a version of the atlas holds it.
    Citations(Source source, Optional<FigureRecord> figure, String atlas) {
        this.source = source;
        this.figure = figure;
        this.atlas = atlas;
    }

    /// `Publisher (published). Title. URL`.
    static String plain(Source source) {
        StringBuilder text = new StringBuilder(source.publisher().isBlank() ? source.id() : source.publisher());
        if (!source.published().isBlank()) {
            text.append(" (").append(source.published()).append(')');
        }
        text.append(". ").append(source.title()).append('.');
        if (!source.url().isBlank()) {
            text.append(' ').append(source.url());
        }
        return text.toString();
    }

    /// Where the figure stands: table, line and column, raw text, version.
    private Optional<String> note() {
        return figure.map(each -> "figure %s (%s), raw text \"%s\", Monazite atlas %s"
                .formatted(each.id(), each.locator(), each.raw(), atlas));
    }

    /// A BibTeX entry.
    String bibtex() {
        StringBuilder entry = new StringBuilder("@misc{")
                .append(key())
                .append(",\n  author = {{")
                .append(braced(author()))
                .append("}},\n  title  = {")
                .append(braced(source.title()))
                .append("}");
        year().ifPresent(year -> entry.append(",\n  year   = {").append(year).append('}'));
        if (!source.url().isBlank()) {
            entry.append(",\n  url    = {").append(braced(source.url())).append('}');
        }
        note().ifPresent(note ->
                entry.append(",\n  note   = {").append(braced(note)).append('}'));
        return entry.append("\n}").toString();
    }

    /// A RIS record; generic, as most sources are data sets or pages.
    String ris() {
        StringBuilder record = new StringBuilder();
        line(record, "TY", source.url().isBlank() ? "GEN" : "ELEC");
        line(record, "ID", source.id());
        line(record, "AU", author());
        line(record, "TI", source.title());
        line(record, "PB", source.publisher());
        year().ifPresent(year -> line(record, "PY", year));
        date().ifPresent(date -> line(record, "DA", ris(date)));
        line(record, "UR", source.url());
        note().ifPresent(note -> line(record, "N1", note));
        return record.append("ER  - ").toString();
    }

    private static String ris(Matcher date) {
        String month = Optional.ofNullable(date.group(2)).orElse("");
        String day = Optional.ofNullable(date.group(3)).orElse("");
        return date.group(1) + "/" + month + "/" + day + "/";
    }

    private static void line(StringBuilder record, String tag, String value) {
        if (!value.isBlank()) {
            record.append(tag)
                    .append("  - ")
                    .append(value.replaceAll("\\s+", " "))
                    .append('\n');
        }
    }

    /// A CSL JSON item.
    ObjectNode csl() {
        ObjectNode item = Json.object();
        item.put("id", figure.map(FigureRecord::id).orElse(source.id()));
        item.put("type", source.url().isBlank() ? "document" : "webpage");
        item.put("title", source.title());
        item.putArray("author").addObject().put("literal", author());
        if (!source.publisher().isBlank()) {
            item.put("publisher", source.publisher());
        }
        date().ifPresent(date -> {
            ArrayNode parts = item.putObject("issued").putArray("date-parts").addArray();
            for (int part = 1; part <= 3 && date.group(part) != null; part++) {
                parts.add(Integer.parseInt(date.group(part)));
            }
        });
        if (!source.url().isBlank()) {
            item.put("URL", source.url());
        }
        figure.ifPresent(each -> item.put("locator", each.locator()));
        note().ifPresent(note -> item.put("note", note));
        return item;
    }

    /// A list of one item, as reference managers read it.
    String cslText() {
        return JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(Json.array().add(csl()))
                .replace("\r\n", "\n");
    }

    /// The citation in one of the [#FORMS].
    String as(String form) {
        return switch (form) {
            case "bibtex" -> bibtex();
            case "ris" -> ris();
            case "csl-json" -> cslText();
            default -> plain(source);
        };
    }

    private String author() {
        return source.publisher().isBlank() ? source.id() : source.publisher();
    }

    private String key() {
        String key = source.id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return figure.map(each -> key + "-" + each.id()).orElse(key);
    }

    private Optional<String> year() {
        return date().map(date -> date.group(1));
    }

    private Optional<Matcher> date() {
        Matcher matcher = DATE.matcher(source.published());
        return matcher.find() ? Optional.of(matcher) : Optional.empty();
    }

    private static String braced(String text) {
        return text.replace("{", "").replace("}", "").replace("\\", "");
    }
}
