package org.monazite.brief;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.monazite.brief.chart.Axis;
import org.monazite.brief.chart.BarChart;
import org.monazite.brief.chart.Heading;
import org.monazite.brief.chart.Role;
import org.monazite.brief.internal.Block;
import org.monazite.brief.internal.Cell;
import org.monazite.brief.internal.Mark;
import org.monazite.brief.internal.Ref;
import org.monazite.supply.Assumed;
import org.monazite.supply.Citation;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;

/// What every part of a brief needs at hand: the findings, the language, the list of sources and of workings so far.
final class Desk {

    private static final int MOST_REFS = 3;

    private final Findings findings;
    private final Texts texts;
    private final Numbers numbers;
    private final Names names;
    private final SourceList sources;
    private int workings;

    Desk(Findings findings, Locale language) {
        this.findings = findings;
        this.texts = Texts.of(language);
        this.numbers = Numbers.of(language);
        this.names = new Names(findings.places(), findings.products(), texts);
        this.sources = new SourceList(findings.sources());
    }

    Findings findings() {
        return findings;
    }

    Texts texts() {
        return texts;
    }

    Numbers numbers() {
        return numbers;
    }

    Names names() {
        return names;
    }

    SourceList sources() {
        return sources;
    }

    String text(String key, Object... parts) {
        return tie(texts.get(key, parts));
    }

    /// Keeps a number and its unit on one line.
    static String tie(String text) {
        return text.replaceAll(
                        "(?<=\\d) (?=(%|t\\b|kt\\b|Mt\\b|pp\\b|million|billion|trillion|of 10|weeks?\\b|days?\\b))",
                        "\u00a0")
                .replaceAll("(USD|JPY|EUR|<) (?=[\\d−])", "$1\u00a0");
    }

    /// The sign of a flag.
    Mark mark(Flag flag) {
        return switch (flag) {
            case NONE -> new Mark("●", text("flag.reported"), "flag-reported");
            case DERIVED -> new Mark("◐", text("flag.derived"), "flag-derived");
            case ESTIMATE -> new Mark("○", text("flag.estimate"), "flag-estimate");
            case UNVERIFIED -> new Mark("◇", text("flag.unverified"), "flag-unverified");
        };
    }

    /// The weakest flag of what a run rests on; a run is an estimate at best.
    Flag runFlag() {
        Flag flag = Flag.ESTIMATE;
        for (Assumed each : findings.card().assumptions()) {
            flag = flag.and(each.flag());
        }
        for (var row : findings.exposure()) {
            flag = flag.and(row.tracedShare().flag());
        }
        return flag;
    }

    /// The reference to the run card.
    List<Ref> run() {
        return List.of(new Ref(text("ref.run"), "run-card"));
    }

    List<Ref> refs(Collection<Citation> citations) {
        return sources.refs(citations, MOST_REFS);
    }

    /// Words.
    Cell words(String text) {
        return Cell.of(tie(text));
    }

    /// Words that may be English on a Japanese page.
    Cell words(Names.Words words) {
        return words.foreign() ? Cell.of(words.text(), "en") : words(words.text());
    }

    /// Words as a source has them, in its language.
    Cell quoted(String text) {
        return Cell.of(text, SourceList.foreign(texts, text));
    }

    /// A number with its sign; no sign where there is no number.
    Cell number(String text, Flag flag) {
        Cell cell = Cell.of(tie(text));
        return text.equals(numbers.notAvailable()) ? cell : cell.with(mark(flag));
    }

    /// A computed number: value, sign, range and sources.
    Cell explained(Explained number) {
        Cell cell = number(value(number), number.flag());
        String range = range(number);
        return (range.isEmpty() ? cell : cell.below(tie(range))).with(refs(citations(number)));
    }

    static List<Citation> citations(Explained number) {
        return number.terms().stream()
                .flatMap(term -> term.citations().stream())
                .toList();
    }

    String value(Explained number) {
        return value(number.value(), number.unit());
    }

    String value(double value, String unit) {
        return switch (unit) {
            case "share", "%" -> numbers.share(unit.equals("%") ? value / 100 : value);
            case "index" -> numbers.hhi(value);
            case "USD" -> numbers.usd(value);
            case "days" -> Double.isNaN(value) ? numbers.notAvailable() : numbers.days(value);
            case "" -> numbers.plain(value);
            case "rule" -> text("value.rule");
            case String part when part.startsWith("share ") -> numbers.share(value);
            case String mass when isMass(mass) -> numbers.tonnes(value);
            case String other ->
                text("value.unit", numbers.plain(value), names.unit(other).text());
        };
    }

    private static boolean isMass(String unit) {
        return unit.equals("t") || unit.equals("t/yr") || unit.startsWith("t ");
    }

    /// The range of a number, empty where it has none or where it is as narrow as the value is printed.
    String range(Explained number) {
        boolean none = Double.isNaN(number.low()) || Double.isNaN(number.high()) || number.low() == number.high();
        if (none) {
            return "";
        }
        return switch (number.unit()) {
            case "share" -> numbers.shareRange(number.low(), number.high());
            case "%" -> numbers.shareRange(number.low() / 100, number.high() / 100);
            case "USD" -> numbers.usdRange(number.low(), number.high());
            case String unit when isMass(unit) -> numbers.tonnesRange(number.low(), number.high());
            case String unit -> text("value.range", value(number.low(), unit), value(number.high(), unit));
        };
    }

    /// A computed number that leads to its working, which is added to a list.
    Cell explained(String title, Explained number, List<Block.Working> into) {
        Cell cell = explained(number);
        if (!number.isDefined()) {
            return cell;
        }
        Block.Working working = working(title, number);
        into.add(working);
        List<Ref> refs = new ArrayList<>(cell.refs());
        refs.add(new Ref(working.id(), working.id()));
        return cell.with(refs);
    }

    /// How a number was computed; it gets the next number `w…`.
    private Block.Working working(String title, Explained number) {
        workings++;
        List<Block.Row> rows = new ArrayList<>();
        for (Explained.Term term : number.terms()) {
            String ids = String.join(
                    " ",
                    term.citations().stream().map(Citation::figureId).distinct().toList());
            rows.add(new Block.Row(
                    List.of(
                            words(names.term(term.name())),
                            number(numbers.plain(term.value()), term.flag()).with(refs(term.citations())),
                            words(names.unit(term.unit())),
                            ids.isEmpty() ? Cell.of("") : Cell.id(ids)),
                    ""));
        }
        Optional<Block.Table> terms = rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Table(
                        text("working.terms"),
                        List.of(),
                        List.of(),
                        List.of(
                                new Block.Column(text("working.term"), false),
                                new Block.Column(text("working.value"), true),
                                new Block.Column(text("working.unit"), false),
                                new Block.Column(text("working.figures"), false)),
                        rows,
                        "terms"));
        Names.Words formula = names.known("formula", number.measure(), number.formula());
        return new Block.Working(
                "w" + workings, title, explained(number), formula.text(), formula.foreign() ? "en" : "", terms);
    }

    /// Bars of money that is lost, with the texts of a section.
    Block.Figure losses(String section, String partner, double most, List<BarChart.Row> rows) {
        String title = text(section + ".chart.title", names.place(partner));
        Heading heading = new Heading(section + "-" + partner, title, text(section + ".chart.desc"));
        return new Block.Figure(
                new BarChart(
                                heading,
                                720,
                                List.of(new BarChart.Series("", Role.LOSS, BarChart.Shape.BAR)),
                                rows,
                                Axis.upTo(most, 4, text(section + ".axis"), numbers::usd))
                        .draw(),
                title);
    }
}
