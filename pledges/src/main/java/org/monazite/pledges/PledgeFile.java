package org.monazite.pledges;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.monazite.pledges.Pledge.Direction;
import org.monazite.pledges.Pledge.EvidenceKind;
import org.monazite.pledges.internal.BadTextException;
import org.monazite.pledges.internal.Span;
import org.monazite.pledges.internal.Tree;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;

/// Reads one file of the register: YAML, one pledge. Keys and their order are those of the embedded files; an unknown
/// key, a wrong type, a date that does not follow from its rule and a share without its denominator are refused, with
/// file and line.
public final class PledgeFile {

    private static final List<String> KEYS = List.of(
            "id",
            "by",
            "byText",
            "instrument",
            "binding",
            "kind",
            "continuing",
            "parent",
            "text",
            "signed",
            "due",
            "doneWhen",
            "measure",
            "evidence",
            "note",
            "flag",
            "citation");
    private static final List<String> COMPARATORS = List.of(">=", "<=", "<", "=", "report", "increase", "decrease");
    private static final List<String> SHARES = List.of("%", "share");

    private final Tree tree;

    private PledgeFile(Tree tree) {
        this.tree = tree;
    }

    /// Reads a pledge.
    ///
    /// @param file name of the file, for messages
    /// @param yaml its text
    /// @throws RegisterException if it is not a pledge
    public static Pledge read(String file, String yaml) {
        try {
            return new PledgeFile(Tree.parse(file, yaml)).pledge();
        } catch (BadTextException e) {
            throw new RegisterException(String.valueOf(e.getMessage()), e);
        }
    }

    private Pledge pledge() {
        tree.only(KEYS);
        String id = tree.read("id", PledgeFile::id, "use capitals, digits and hyphens, such as USJP-05");
        Tree instrument = both("instrument");
        Tree text = both("text");
        Tree doneWhen = both("doneWhen");
        Optional<Tree> measure = tree.findMap("measure");
        Optional<Due> due = tree.findMap("due").map(this::due);
        MeasureTerms terms = measure.map(each -> terms(each)).orElse(MeasureTerms.NONE);
        return new Pledge(
                id,
                tree.texts("by"),
                tree.text("byText"),
                instrument.text("en"),
                tree.read("binding", PledgeFile::binding, "write yes, no or unknown"),
                choice(tree, "kind", Pledge.Kind.values(), Pledge.Kind::id),
                text.text("en"),
                text.text("ja"),
                tree.findMap("signed").map(PledgeFile::signed).orElse(""),
                due.map(Due::date),
                due.map(each -> each.rule().text()).orElse(""),
                tree.isSet("continuing"),
                doneWhen.text("en"),
                measure.map(each -> each.text("key")).orElse(""),
                measure.map(each -> each.number("target")).orElse(OptionalDouble.empty()),
                measure.map(each -> each.read("comparator", PledgeFile::comparator, "write one of " + COMPARATORS))
                        .orElse(""),
                measure.map(each -> each.textOr("unit", "")).orElse(""),
                tree.textOr("parent", ""),
                evidence(id),
                tree.textOr("note", ""),
                choice(tree, "flag", Flag.values(), PledgeFile::lower),
                citation(tree.map("citation")),
                new Pledge.Details(
                        instrument.text("ja"),
                        doneWhen.text("ja"),
                        due.map(Due::tolerance).orElse(Pledge.Details.DEFAULT_TOLERANCE_DAYS),
                        terms));
    }

    private Tree both(String key) {
        Tree words = tree.map(key);
        words.only(List.of("en", "ja"));
        return words;
    }

    private record Due(DueRule rule, LocalDate date, int tolerance) {}

    private Due due(Tree due) {
        due.only(List.of("rule", "date", "toleranceDays"));
        DueRule rule = due.read(
                "rule", DueRule::of, "write 2026-03-19, 'signed + 6 months', 'signed + 180 days' or 'end of FY2025'");
        LocalDate date = due.read("date", PledgeFile::day, "write a date such as 2026-04-28");
        String signed = tree.findMap("signed").map(PledgeFile::signed).orElse("");
        Optional<Span> span = Span.of(signed);
        if (rule.countsFromSigning()
                && (span.isEmpty() || !span.get().first().equals(span.get().last()))) {
            throw due.wrong(
                    "rule", "it counts from the day of signing, which is '" + signed + "'", "name a fixed date");
        }
        LocalDate follows = rule.due(span.map(Span::first).orElse(date));
        if (!follows.equals(date)) {
            throw due.wrong("date", "the rule '" + rule.text() + "' gives " + follows, "correct the date or the rule");
        }
        double tolerance = due.number("toleranceDays").orElse(Pledge.Details.DEFAULT_TOLERANCE_DAYS);
        if (tolerance != Math.rint(tolerance) || tolerance < 0 || tolerance > 31) {
            throw due.wrong("toleranceDays", "whole days from 0 to 31 are allowed", "write 1");
        }
        return new Due(rule, date, (int) tolerance);
    }

    private static String signed(Tree signed) {
        signed.only(List.of("date", "place"));
        return signed.read("date", PledgeFile::period, "write a day, a month such as 2024-05 or a year");
    }

    private static MeasureTerms terms(Tree measure) {
        measure.only(List.of(
                "key",
                "target",
                "comparator",
                "unit",
                "numerator",
                "denominator",
                "basePeriod",
                "definitions",
                "decides",
                "of",
                "portion",
                "furtherTargets"));
        if (SHARES.contains(measure.textOr("unit", ""))) {
            for (String key : List.of("numerator", "denominator", "basePeriod")) {
                if (!measure.has(key)) {
                    throw measure.wrong(
                            key,
                            "a share or percent target needs numerator, denominator, basePeriod and unit",
                            "say what is divided by what, and in which year");
                }
            }
        }
        List<String> definitions = measure.texts("definitions");
        String decides = measure.textOr("decides", "");
        if (!decides.isEmpty() && !definitions.contains(decides)) {
            throw measure.wrong("decides", "it is none of the definitions " + definitions, "add it there");
        }
        double portion = measure.number("portion").orElse(Double.NaN);
        if (portion < 0 || portion > 1) {
            throw measure.wrong("portion", "a portion lies between 0 and 1", "write 0.65 for 65 %");
        }
        return new MeasureTerms(
                measure.textOr("numerator", ""),
                measure.textOr("denominator", ""),
                measure.textOr("basePeriod", ""),
                definitions,
                decides,
                measure.texts("of"),
                portion,
                measure.maps("furtherTargets").stream().map(PledgeFile::further).toList());
    }

    private static MeasureTerms.FurtherTarget further(Tree target) {
        target.only(List.of("value", "for"));
        Tree words = target.map("for");
        words.only(List.of("en", "ja"));
        target.text("value");
        return new MeasureTerms.FurtherTarget(target.number("value").getAsDouble(), words.text("en"), words.text("ja"));
    }

    private List<Pledge.Evidence> evidence(String pledge) {
        Set<String> seen = new HashSet<>();
        return tree.maps("evidence").stream()
                .map(each -> {
                    Pledge.Evidence evidence = evidence(each);
                    if (!evidence.id().startsWith(pledge + "/") || !seen.add(evidence.id())) {
                        throw each.wrong(
                                "id", "ids of evidence are '" + pledge + "/1' and so on, each once", "count on");
                    }
                    return evidence;
                })
                .toList();
    }

    private static Pledge.Evidence evidence(Tree tree) {
        tree.only(List.of(
                "id",
                "date",
                "kind",
                "direction",
                "grade",
                "accepted",
                "fulfils",
                "covers",
                "text",
                "citation",
                "commitment"));
        Tree text = tree.map("text");
        text.only(List.of("en", "ja"));
        Direction direction = choice(tree, "direction", Direction.values(), Direction::id);
        EvidenceKind kind = choice(tree, "kind", EvidenceKind.values(), EvidenceKind::id);
        boolean fulfils = tree.isSet("fulfils");
        String covers = tree.textOr("covers", "");
        if (direction != Direction.CONTEXT && !tree.has("date")) {
            throw tree.wrong("date", "evidence for or against needs a date", "call it context until the date is known");
        }
        if (kind == EvidenceKind.ABSENCE_OF_RECORD && direction != Direction.CONTEXT) {
            throw tree.wrong("direction", "that nothing was found is context, never a proof", "write context");
        }
        if (fulfils && (direction != Direction.FOR || !covers.isEmpty())) {
            throw tree.wrong("fulfils", "only evidence for the whole promise fulfils it", "take 'covers' away");
        }
        return new Pledge.Evidence(
                tree.text("id"),
                tree.has("date") ? tree.read("date", PledgeFile::period, "write 2026-04-28, 2026-04 or 2026") : "",
                kind,
                direction,
                tree.read("grade", PledgeFile::grade, "write A, B, C or D"),
                tree.isSet("accepted"),
                fulfils,
                text.text("en"),
                text.text("ja"),
                citation(tree.map("citation")),
                covers,
                tree.findMap("commitment").map(PledgeFile::commitment));
    }

    private static Commitment commitment(Tree tree) {
        tree.only(List.of("by", "instrument", "firmness", "amount", "unit"));
        tree.text("amount");
        double amount = tree.number("amount").getAsDouble();
        if (!(amount > 0)) {
            throw tree.wrong("amount", "a commitment is more than zero", "leave it out where no amount is known");
        }
        return new Commitment(
                tree.text("by"),
                choice(tree, "instrument", Commitment.Instrument.values(), Commitment.Instrument::id),
                choice(tree, "firmness", Commitment.Firmness.values(), Commitment.Firmness::id),
                amount,
                tree.text("unit"));
    }

    private static Citation citation(Tree tree) {
        tree.only(List.of("figure", "source", "locator", "quote"));
        return new Citation(
                tree.textOr("figure", ""), tree.text("source"), tree.text("locator"), tree.textOr("quote", ""));
    }

    private static <E extends Enum<E>> E choice(Tree tree, String key, E[] values, Function<E, String> name) {
        List<String> names = Arrays.stream(values).map(name).toList();
        return tree.read(
                key, text -> values[names.indexOf(known(text, names))], "write one of " + String.join(", ", names));
    }

    private static String known(String text, List<String> names) {
        if (!names.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String lower(Flag flag) {
        return flag.name().toLowerCase(Locale.ROOT);
    }

    private static String id(String text) {
        return matching(text, "[A-Z0-9]+(-[A-Z0-9]+)*");
    }

    private static String binding(String text) {
        return known(text, List.of("yes", "no", "unknown"));
    }

    private static String comparator(String text) {
        return known(text, COMPARATORS);
    }

    private static String grade(String text) {
        return known(text, List.of("A", "B", "C", "D"));
    }

    private static String period(String text) {
        if (Span.of(text).isEmpty()) {
            throw new IllegalArgumentException(text);
        }
        return matching(text, "[0-9-]+");
    }

    private static LocalDate day(String text) {
        Span span = Span.of(text).orElseThrow(() -> new IllegalArgumentException(text));
        if (!span.first().equals(span.last())) {
            throw new IllegalArgumentException(text);
        }
        return span.first();
    }

    private static String matching(String text, String pattern) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
