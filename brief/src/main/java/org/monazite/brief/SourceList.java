package org.monazite.brief;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.monazite.brief.internal.Block;
import org.monazite.brief.internal.Ref;
import org.monazite.supply.Citation;
import org.monazite.supply.Source;

/// Numbers the sources in the order in which the page first names them.
final class SourceList {

    private final Map<String, Source> sources;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    SourceList(Map<String, Source> sources) {
        this.sources = sources;
    }

    /// The references of some citations: each source once, neighbours as a range; `most` at most, then `…`.
    List<Ref> refs(Collection<Citation> citations, int most) {
        SortedSet<Integer> wanted = new TreeSet<>();
        citations.stream()
                .map(Citation::sourceId)
                .distinct()
                .sorted()
                .forEach(id -> wanted.add(numbers.computeIfAbsent(id, _ -> numbers.size() + 1)));
        List<Ref> refs = new ArrayList<>();
        List<Integer> left = new ArrayList<>(wanted);
        while (!left.isEmpty()) {
            int from = left.removeFirst();
            int to = from;
            while (!left.isEmpty() && left.getFirst() == to + 1) {
                to = left.removeFirst();
            }
            if (refs.size() == most) {
                refs.add(new Ref("…", "sources"));
                return refs;
            }
            if (to == from + 1) {
                left.addFirst(to);
                to = from;
            }
            refs.add(new Ref(from == to ? Integer.toString(from) : from + "–" + to, "s" + from));
        }
        return refs;
    }

    /// How many sources were named.
    int size() {
        return numbers.size();
    }

    /// The list, once all is written.
    List<Block.SourceItem> items(Texts texts, Numbers words) {
        List<Block.SourceItem> items = new ArrayList<>();
        numbers.forEach((id, number) -> {
            Source source = sources.getOrDefault(id, new Source(id, id, "", "", "", "", "", ""));
            String licence = "licence." + Names.slug(source.licence());
            boolean known = texts.has(licence);
            items.add(new Block.SourceItem(
                    "s" + number,
                    Integer.toString(number),
                    id,
                    source.title(),
                    foreign(texts, source.title() + source.publisher()),
                    source.publisher(),
                    source.published().isBlank() ? "" : words.period(source.published()),
                    source.grade(),
                    known ? texts.get(licence) : source.licence(),
                    known || source.licence().isBlank() ? "" : foreign(texts, source.licence()),
                    source.url()));
        });
        return items;
    }

    /// `en` for words without a Japanese letter on a Japanese page, `ja` for Japanese words on an English page.
    static String foreign(Texts texts, String words) {
        boolean japanese = words.codePoints().anyMatch(c -> c >= 0x3040 && c < 0xA000);
        return japanese == texts.isJapanese() ? "" : japanese ? "ja" : "en";
    }
}
