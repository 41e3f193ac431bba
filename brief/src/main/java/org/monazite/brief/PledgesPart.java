package org.monazite.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monazite.brief.internal.Block;
import org.monazite.brief.internal.Block.Column;
import org.monazite.brief.internal.Block.Fact;
import org.monazite.brief.internal.Block.Row;
import org.monazite.brief.internal.Cell;
import org.monazite.brief.internal.Mark;
import org.monazite.brief.internal.Section;
import org.monazite.pledges.Assessment;
import org.monazite.pledges.Pledge;
import org.monazite.supply.ExportControl;

/// The board of promises, and the supplier's export controls.
final class PledgesPart {

    private static final Pattern DUE = Pattern.compile("signed \\+ (\\d+) (days|months)");
    private static final String FISCAL = "end of ";

    /// What a reader must see first stands first; within a state the order of the register is kept.
    private static final List<Assessment.State> URGENCY = List.of(
            Assessment.State.MISSED,
            Assessment.State.OVERDUE_NOT_EVIDENCED,
            Assessment.State.DISPUTED,
            Assessment.State.ON_TRACK,
            Assessment.State.CANNOT_TELL,
            Assessment.State.STANDING,
            Assessment.State.MET);

    private final Desk desk;
    private final Numbers numbers;

    PledgesPart(Desk desk) {
        this.desk = desk;
        this.numbers = desk.numbers();
    }

    Section board(String takeaway) {
        List<Block.Promise> promises = desk.findings().pledges().stream()
                .sorted(Comparator.comparingInt(each -> URGENCY.indexOf(each.state())))
                .map(this::promise)
                .toList();
        return new Section(
                "board",
                "4.1",
                desk.text("board.heading"),
                takeaway,
                List.of(new Block.Paragraph(desk.text("board.words"), "note"), new Block.Board(promises)));
    }

    private Block.Promise promise(Assessment each) {
        Pledge pledge = each.pledge();
        List<Block.Working> workings = new ArrayList<>();
        Optional<Block.Table> measures = measures(each, workings);
        return new Block.Promise(
                pledge.id(),
                PledgeWords.mark(each.state(), desk),
                desk.texts().pick(pledge.textEn(), pledge.textJa()),
                desk.refs(List.of(pledge.citation())),
                side(each),
                facts(pledge),
                desk.texts().pick(each.reasonEn(), each.reasonJa()),
                measures,
                evidence(pledge),
                workings.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Block.Workings(desk.text("working.summary", workings.size()), workings)));
    }

    private List<Fact> side(Assessment each) {
        Pledge pledge = each.pledge();
        List<Fact> facts = new ArrayList<>();
        Cell due = Cell.of(pledge.due().map(numbers::date).orElse(desk.text("board.no_due")));
        facts.add(new Fact(
                desk.text("board.due"), pledge.dueRule().isEmpty() ? due : due.below(dueRule(pledge.dueRule()))));
        facts.add(
                new Fact(desk.text("board.rule"), Cell.of(desk.text("board.rule.number", numbers.count(each.rule())))));
        if (each.lateDays() > 0) {
            facts.add(new Fact(desk.text("board.late"), desk.words(numbers.days(each.lateDays()))));
        }
        if (each.drift() != Assessment.Drift.UNKNOWN) {
            facts.add(new Fact(
                    desk.text("board.drift"),
                    Cell.of(desk.text("drift." + Names.slug(each.drift().id())))));
        }
        return facts;
    }

    private List<Fact> facts(Pledge pledge) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(desk.text("board.instrument"), desk.quoted(pledge.instrument())));
        facts.add(new Fact(
                desk.text("board.by"),
                pledge.by().isEmpty()
                        ? desk.quoted(pledge.byText())
                        : Cell.of(numbers.list(
                                pledge.by().stream().map(desk.names()::place).toList()))));
        if (!pledge.signed().isEmpty()) {
            facts.add(new Fact(desk.text("board.signed"), Cell.of(numbers.period(pledge.signed()))));
        }
        if (!pledge.doneWhen().isEmpty()) {
            facts.add(new Fact(desk.text("board.done_when"), desk.quoted(pledge.doneWhen())));
        }
        return facts;
    }

    private String dueRule(String rule) {
        Matcher known = DUE.matcher(rule);
        if (known.matches()) {
            return desk.text("due." + known.group(2), known.group(1));
        }
        return rule.startsWith(FISCAL) ? desk.text("due.fy", numbers.period(rule.substring(FISCAL.length()))) : "";
    }

    private Optional<Block.Table> measures(Assessment each, List<Block.Working> workings) {
        if (each.measured().isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        for (Assessment.Measured measured : each.measured()) {
            String definition = desk.texts().pick(measured.definitionEn(), measured.definitionJa());
            Cell head = Cell.of(definition);
            rows.add(new Row(
                    List.of(
                            measured.decides() ? head.below(desk.text("board.decides")) : head,
                            desk.quoted(numbers.period(measured.period())),
                            desk.explained(
                                    desk.text("board.working", each.pledge().id(), definition),
                                    measured.value(),
                                    workings),
                            desk.words(
                                    Double.isNaN(measured.target())
                                            ? desk.text("board.no_target")
                                            : desk.value(
                                                    measured.target(),
                                                    measured.value().unit())),
                            Cell.of(desk.text("verdict." + measured.verdict().id()))),
                    measured.decides() ? "total" : ""));
        }
        return Optional.of(new Block.Table(
                desk.text("board.measures"),
                List.of(),
                List.of(),
                List.of(
                        new Column(desk.text("column.definition"), false),
                        new Column(desk.text("column.period"), false),
                        new Column(desk.text("column.value"), true),
                        new Column(desk.text("column.target"), true),
                        new Column(desk.text("column.verdict"), false)),
                rows,
                ""));
    }

    private List<Block.Evidence> evidence(Pledge pledge) {
        List<Block.Evidence> items = new ArrayList<>();
        for (Pledge.Evidence each : pledge.evidence()) {
            items.add(new Block.Evidence(
                    each.date().isEmpty() ? desk.text("board.no_date") : numbers.period(each.date()),
                    desk.text(
                            each.accepted() ? "board.how" : "board.how.open",
                            desk.text("evidence." + Names.slug(each.kind().id())),
                            desk.text("direction." + each.direction().id()),
                            each.grade()),
                    desk.quoted(desk.texts().pick(each.textEn(), each.textJa()))
                            .with(desk.refs(List.of(each.citation()))),
                    each.accepted() ? "" : "weak"));
        }
        return items;
    }

    Section controls(String takeaway) {
        List<Row> rows = desk.findings().controls().stream().map(this::control).toList();
        List<Block> blocks = rows.isEmpty()
                ? List.of()
                : List.of(new Block.Table(
                        desk.text("controls.table"),
                        List.of(),
                        List.of(),
                        List.of(
                                new Column(desk.text("column.effective"), false),
                                new Column(desk.text("column.type"), false),
                                new Column(desk.text("column.targets"), false),
                                new Column(desk.text("column.products"), false),
                                new Column(desk.text("column.legal"), false),
                                new Column(desk.text("column.end"), false),
                                new Column(desk.text("column.status_seen"), false)),
                        rows,
                        "wide controls"));
        return new Section("controls", "4.2", desk.text("controls.heading"), takeaway, blocks);
    }

    private Row control(ExportControl each) {
        String type = "control." + each.type();
        Mark mark = desk.mark(each.flag());
        String announced = each.announced()
                .map(date -> desk.text("controls.announced", numbers.date(date)))
                .orElse("");
        return new Row(
                List.of(
                        Cell.of(each.effective().map(numbers::date).orElse(numbers.notAvailable()))
                                .below(announced),
                        desk.texts().has(type) ? Cell.of(desk.text(type)) : desk.quoted(each.type()),
                        Cell.of(numbers.list(
                                each.targets().stream().map(desk.names()::place).toList())),
                        desk.quoted(
                                each.products().isEmpty()
                                        ? each.minerals()
                                        : each.minerals().isEmpty()
                                                ? each.products()
                                                : each.minerals() + ": " + each.products()),
                        desk.quoted(each.legalRef()).with(mark).with(desk.refs(List.of(each.citation()))),
                        Cell.of(each.end().map(numbers::date).orElse(desk.text("controls.no_end"))),
                        desk.quoted(each.statusSeen())),
                "");
    }
}
