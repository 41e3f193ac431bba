package org.monazite.app.cli;

import java.util.Locale;
import org.monazite.supply.Source;

/// Sources as citations.
final class Citations {

    private Citations() {}

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

    /// A BibTeX entry.
    static String bibtex(Source source) {
        return """
                @misc{%s,
                  author = {{%s}},
                  title  = {%s},
                  year   = {%s},
                  url    = {%s}
                }""".formatted(
                        source.id().toLowerCase(Locale.ROOT).replace('_', '-'),
                        braced(source.publisher()),
                        braced(source.title()),
                        braced(source.published()),
                        braced(source.url()));
    }

    private static String braced(String text) {
        return text.replace("{", "").replace("}", "").replace("\\", "");
    }
}
