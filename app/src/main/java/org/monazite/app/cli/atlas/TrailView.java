package org.monazite.app.cli.atlas;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.Texts;
import org.monazite.app.trail.Trail;
import org.monazite.app.trail.Trails;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.brief.Numbers;
import org.monazite.supply.Citation;
import org.monazite.supply.Source;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a key of a result names, and what it rests on.
final class TrailView {

    private static final int DIGITS = 6;
    private static final Set<String> LISTS = Set.of("works", "options", "prices", "chances");

    private final Session session;
    private final Texts texts;
    private final Numbers numbers;
    private final Words words;

    TrailView(Session session) throws IOException {
        this.session = session;
        this.texts = session.texts();
        this.numbers = session.numbers();
        this.words = new Words(session);
    }

    Report of(Trails trails, Trail trail) throws IOException {
        Report report = new Report(Json.object());
        json(report.json(), trail);
        report.line(texts.get(
                "trail.title",
                trail.key(),
                texts.get("trail.kinds." + trail.kind().id())));
        report.line(trail.what().in(texts));
        amounts(report, trail);
        recomputed(trail).ifPresent(report::line);
        cells(report, trail);
        inputs(report, trails, trail);
        if (trail.kind().isDeclared() && trail.inputs().isEmpty()) {
            report.line(texts.get("trail.ends"));
        }
        words.legend(List.of(trail.flag())).forEach(report::line);
        return report;
    }

    private void json(ObjectNode node, Trail trail) throws IOException {
        Atlas atlas = session.workbench().atlas();
        node.put("key", trail.key());
        node.put("kind", trail.kind().id());
        node.put("what", trail.what().in(texts));
        node.put("declared", trail.kind().isDeclared());
        recomputed(trail).ifPresent(how -> node.put("recomputed", how));
        node.put("flag", Json.flag(trail.flag()));
        ArrayNode amounts = node.putArray("amounts");
        for (Trail.Amount amount : trail.amounts()) {
            ObjectNode each = amounts.addObject();
            each.put("name", amount.name().in(texts));
            each.set("value", Json.number(amount.value()));
            each.set("low", Json.number(amount.low()));
            each.set("high", Json.number(amount.high()));
            each.put("unit", amount.unit());
        }
        ArrayNode cells = node.putArray("cells");
        for (Trail.Cell cell : trail.cells()) {
            ObjectNode each = cells.addObject();
            Citation citation = raw(atlas, cell.citation());
            each.put("about", cell.about().in(texts));
            each.put("figure", citation.figureId());
            each.put("source", citation.sourceId());
            each.put("locator", citation.locator());
            each.put("raw", citation.quote());
        }
        node.set("inputs", Json.strings(trail.inputs()));
        node.put("atlas", atlas.version());
    }

    /// The raw cell behind a citation of a figure; the citation itself where it names none.
    private static Citation raw(Atlas atlas, Citation citation) {
        Optional<FigureRecord> figure =
                citation.figureId().isEmpty() ? Optional.empty() : atlas.findFigure(citation.figureId());
        return figure.map(each -> new Citation(each.id(), each.sourceId(), each.locator(), each.raw()))
                .orElse(citation);
    }

    /// How to get a number that depends on a question and is kept nowhere.
    private Optional<String> recomputed(Trail trail) {
        if (!trail.amounts().isEmpty()) {
            return Optional.empty();
        }
        return switch (trail.kind()) {
            case PLAYED ->
                Optional.of(texts.get("trail.recomputed.played", trail.key().split("/", -1)[1]));
            case PLAN ->
                LISTS.contains(trail.key().replaceFirst(".*/", ""))
                        ? Optional.empty()
                        : Optional.of(texts.get("trail.recomputed.plan"));
            case NODE, ARC, NETWORK, INDICATOR, SCENARIO, WORKS, CONTROL, PLEDGE, EVIDENCE, FIGURE -> Optional.empty();
            case ASSUMPTION, SETTING, COMPUTATION -> Optional.empty();
        };
    }

    private void amounts(Report report, Trail trail) {
        Table table = new Table()
                .text("name", texts.get("column.field"))
                .number("value", texts.get("column.content"))
                .text("range", texts.get("column.range"))
                .text("unit", texts.get("figure.unit"));
        for (Trail.Amount amount : trail.amounts()) {
            boolean ranged = !Double.isNaN(amount.low()) && amount.high() > amount.low();
            table.row(
                    Table.Cell.of(amount.name().in(texts)),
                    Table.Cell.of(Words.marked(trail.flag(), shown(amount.value())), amount.value()),
                    ranged
                            ? new Table.Cell(
                                    shown(amount.low()) + texts.pick(" to ", "〜") + shown(amount.high()),
                                    amount.low() + ".." + amount.high())
                            : new Table.Cell("", ""),
                    new Table.Cell(words.said(amount.unit()), amount.unit()));
        }
        if (!table.isEmpty()) {
            report.table(table);
        }
    }

    private String shown(double value) {
        if (Double.isNaN(value)) {
            return numbers.notAvailable();
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return new BigDecimal(value)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }

    private void cells(Report report, Trail trail) throws IOException {
        Table table = new Table()
                .text("figure", texts.get("column.figure"))
                .text("about", texts.get("column.trail.about"))
                .text("source", texts.get("column.source"))
                .text("locator", texts.get("figure.locator"))
                .text("raw", texts.get("figure.raw"));
        Set<List<String>> seen = new LinkedHashSet<>();
        for (Trail.Cell cell : trail.cells()) {
            Citation citation = raw(session.workbench().atlas(), cell.citation());
            List<String> row = List.of(
                    citation.figureId().isEmpty() ? "-" : citation.figureId(),
                    words.spelled(cell.about().in(texts)),
                    citation.sourceId(),
                    citation.locator(),
                    citation.quote());
            if (seen.add(row)) {
                table.row(row.stream().map(Table.Cell::of).toArray(Table.Cell[]::new));
            }
        }
        if (!table.isEmpty()) {
            report.line(texts.get("trail.cells")).table(table);
        }
    }

    private void inputs(Report report, Trails trails, Trail trail) throws IOException {
        Table table = new Table()
                .text("key", texts.get("column.trail.key"))
                .text("kind", texts.get("column.trail.kind"))
                .number("value", texts.get("column.content"))
                .text("unit", texts.get("figure.unit"));
        for (String key : trail.inputs()) {
            Trail input = trails.find(key)
                    .orElseThrow(
                            () -> new IllegalStateException("'" + key + "' of '" + trail.key() + "' leads nowhere."));
            boolean one = !input.amounts().isEmpty();
            Trail.Amount amount = one ? input.amounts().getFirst() : null;
            table.row(
                    Table.Cell.of(key),
                    new Table.Cell(
                            texts.get("trail.kinds." + input.kind().id()),
                            input.kind().id()),
                    amount == null
                            ? new Table.Cell("", "")
                            : Table.Cell.of(Words.marked(input.flag(), shown(amount.value())), amount.value()),
                    amount == null ? Table.Cell.of("") : new Table.Cell(words.said(amount.unit()), amount.unit()));
        }
        if (!table.isEmpty()) {
            report.line(texts.get("trail.inputs")).table(table);
        }
    }

    /// The sources behind a key, each once, in one of the forms of [Citations].
    Report cite(Trails trails, Trail trail, String form) throws IOException {
        Atlas atlas = session.workbench().atlas();
        Set<String> ids = new TreeSet<>();
        behind(trails, trail, ids);
        Report report = new Report(Json.object());
        report.json().put("key", trail.key());
        ArrayNode array = report.json().putArray("sources");
        if (form.equals("plain")) {
            report.line(texts.get("cite.key", trail.key(), ids.size()));
        }
        for (String id : ids) {
            Optional<Source> source = atlas.findSource(id);
            if (source.isPresent()) {
                Citations citations = new Citations(source.get(), Optional.empty(), atlas.version());
                ObjectNode node = array.addObject();
                node.put("source", id);
                node.put("licence", source.get().licence());
                node.put("plain", Citations.plain(source.get()));
                node.put("bibtex", citations.bibtex());
                node.put("ris", citations.ris());
                node.set("csl", citations.csl());
                report.line(citations.as(form));
            } else {
                array.addObject().put("source", id);
                report.line(id);
            }
        }
        report.json().put("atlas", atlas.version());
        return report;
    }

    /// Sources of a thing itself; of what has none, those of its inputs.
    private static void behind(Trails trails, Trail trail, Set<String> ids) throws IOException {
        trail.cells().forEach(cell -> ids.add(cell.citation().sourceId()));
        Set<String> seen = new LinkedHashSet<>(Set.of(trail.key()));
        List<String> next = ids.isEmpty() ? trail.inputs() : List.of();
        while (ids.isEmpty() && !next.isEmpty()) {
            Set<String> further = new LinkedHashSet<>();
            for (String key : next) {
                if (seen.add(key)) {
                    Trail input = trails.find(key).orElseThrow();
                    input.cells().forEach(cell -> ids.add(cell.citation().sourceId()));
                    further.addAll(input.inputs());
                }
            }
            next = List.copyOf(further);
        }
    }
}
