package org.monazite.brief.internal;

import java.util.List;
import java.util.Optional;
import org.monazite.brief.chart.Svg;

/// A piece of a section.
public sealed interface Block {

    /// Words.
    ///
    /// @param text a sentence or more
    /// @param css `note`, `warn` or `lead`
    record Paragraph(String text, String css) implements Block {}

    /// A drawing with its caption.
    record Figure(Svg chart, String caption) implements Block {}

    /// Drawings side by side, each with its caption.
    record Figures(List<Figure> figures) implements Block {

        /// Copies the list.
        public Figures {
            figures = List.copyOf(figures);
        }
    }

    /// A table.
    ///
    /// @param caption what it shows, with units
    /// @param refs where all of it comes from; empty if the cells say so
    /// @param groups heads over several columns; empty for none
    /// @param columns heads
    /// @param rows the first cell of a row is its head
    /// @param css class for its width and size
    record Table(String caption, List<Ref> refs, List<Group> groups, List<Column> columns, List<Row> rows, String css)
            implements Block {

        /// Whether a column has signs beside its numbers: then every number leaves room for one.
        public boolean isMarked(int column) {
            return columns.get(column).number()
                    && rows.stream()
                            .anyMatch(row -> row.cells().get(column).mark().isPresent());
        }

        /// Whether it is short enough to stay on one page.
        public boolean isShort() {
            return rows.size() <= 14;
        }

        /// Copies the lists.
        public Table {
            refs = List.copyOf(refs);
            groups = List.copyOf(groups);
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            for (Row row : rows) {
                if (row.cells().size() != columns.size()) {
                    throw new IllegalArgumentException("%s: a row has %d cells for %d columns."
                            .formatted(caption, row.cells().size(), columns.size()));
                }
            }
        }
    }

    /// A head over some columns.
    record Group(String text, int span) {}

    /// The head of a column.
    ///
    /// @param text what it is
    /// @param number whether it holds numbers, set to the right
    record Column(String text, boolean number) {}

    /// A row.
    ///
    /// @param cells the first is its head
    /// @param css `total` or `weak`; empty for none
    record Row(List<Cell> cells, String css) {

        /// Copies the cells.
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// Blocks behind a line that opens them.
    ///
    /// @param summary the line
    /// @param blocks what it opens
    /// @param printed whether they are on paper too
    record Folded(String summary, List<Block> blocks, boolean printed) implements Block {

        /// Copies the list.
        public Folded {
            blocks = List.copyOf(blocks);
        }
    }

    /// How numbers were computed.
    ///
    /// @param summary the line that opens them all
    record Workings(String summary, List<Working> items) implements Block {

        /// Copies the list.
        public Workings {
            items = List.copyOf(items);
        }
    }

    /// How one number was computed.
    ///
    /// @param id its anchor
    /// @param title what it is
    /// @param result the number
    /// @param formula how it follows from the terms
    /// @param formulaLang language of the formula where it differs
    /// @param terms its inputs
    record Working(String id, String title, Cell result, String formula, String formulaLang, Optional<Table> terms) {}

    /// The board of promises.
    record Board(List<Promise> promises) implements Block {

        /// Copies the list.
        public Board {
            promises = List.copyOf(promises);
        }
    }

    /// One promise.
    ///
    /// @param id in the register
    /// @param state how it stands
    /// @param text what was promised
    /// @param refs who says so
    /// @param side name and value: due, rule
    /// @param facts name and value: who, agreement, when, done when
    /// @param reason why it stands so
    /// @param measures the measure by every definition
    /// @param evidence what is known
    /// @param workings how measures were computed
    record Promise(
            String id,
            Mark state,
            String text,
            List<Ref> refs,
            List<Fact> side,
            List<Fact> facts,
            String reason,
            Optional<Table> measures,
            List<Evidence> evidence,
            Optional<Workings> workings) {

        /// Copies the lists.
        public Promise {
            side = List.copyOf(side);
            evidence = List.copyOf(evidence);
            refs = List.copyOf(refs);
            facts = List.copyOf(facts);
        }
    }

    /// A piece of evidence on a promise.
    ///
    /// @param when its date
    /// @param how what kind it is, which way it speaks, how good its source is
    /// @param text what happened, with its source
    /// @param css `weak` if nobody accepted it yet; else empty
    record Evidence(String when, String how, Cell text, String css) {}

    /// A name and its value.
    record Fact(String name, Cell value) {}

    /// A list of facts.
    record Facts(List<Fact> facts, String css) implements Block {

        /// Copies the list.
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /// Marks with their counts.
    record Tally(List<Count> counts) implements Block {

        /// Copies the list.
        public Tally {
            counts = List.copyOf(counts);
        }
    }

    /// How often.
    record Count(Mark mark, String number) {}

    /// The list of sources.
    record Sources(List<SourceItem> items) implements Block {

        /// Copies the list.
        public Sources {
            items = List.copyOf(items);
        }
    }

    /// One source.
    ///
    /// @param anchor id on the page
    /// @param number as in brackets
    /// @param id in the atlas
    /// @param title its title
    /// @param lang language of title and publisher where it differs from the page's
    /// @param publisher who published it
    /// @param published when, as printed
    /// @param grade A to D, or U
    /// @param licence in words
    /// @param licenceLang language of the licence where it differs from the page's
    /// @param url where it was seen, as text
    record SourceItem(
            String anchor,
            String number,
            String id,
            String title,
            String lang,
            String publisher,
            String published,
            String grade,
            String licence,
            String licenceLang,
            String url) {}
}
