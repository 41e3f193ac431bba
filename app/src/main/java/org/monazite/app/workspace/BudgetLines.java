package org.monazite.app.workspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.plan.BudgetLine;
import org.monazite.plan.Decision;
import org.monazite.plan.Funding;
import org.monazite.plan.Instrument;
import org.monazite.plan.PlanSpec;

/// Reads the lines of budgets, from the file of a plan or from the command line: who, by which instrument (any if none
/// is named), in which year or years (all together if none is named), and how many US dollars.
public final class BudgetLines {

    private static final double MOST_USD = 1e13;
    private static final List<String> KEYS = List.of("partner", "instrument", "year", "usd");
    private static final Pattern OTHER_MONEY =
            Pattern.compile("(?i)(usd_.+|(budget|money|amount)?_?(eur|jpy|yen|gbp|cny|aud|cad|krw|m_?usd|musd)(_.*)?)");
    private static final Pattern YEARS = Pattern.compile("([0-9]{4})(?:-([0-9]{4}))?");
    private static final Pattern FLAG = Pattern.compile("([^:=]+)(?::([A-Za-z_]+))?(?::([0-9][^:=]*))?=(.+)");

    private final Vocabulary words;
    private final List<String> partners;
    private final int firstYear;
    private final int targetYear;
    private final int lastYear;
    private final ExitCode code;
    private final List<BudgetLine> lines = new ArrayList<>();

    private BudgetLines(Vocabulary words, List<String> partners, int asOf, int target, int last, ExitCode code) {
        this.words = words;
        this.partners = List.copyOf(partners);
        this.firstYear = asOf + 1;
        this.targetYear = target;
        this.lastYear = last;
        this.code = code;
    }

    /// How a file wants budgets put up; `budget_lines` and `most_of_project`.
    static Funding read(YamlMap file, Vocabulary words, List<String> partners, int asOf, int target, int last) {
        BudgetLines all = new BudgetLines(words, partners, asOf, target, last, ExitCode.INPUT);
        for (YamlMap line : file.maps("budget_lines")) {
            all.add(line);
        }
        return new Funding(all.lines, parts(file));
    }

    /// A question with lines of the command line besides its own, such as `JPN:2028=100e6`, `JPN:grant:2027-2030=50e6`
    /// or `JPN:loan=2e9`; one of the same partner, instrument and year takes the place of its own.
    ///
    /// @throws Problem if one of them cannot be meant
    public static PlanSpec with(PlanSpec spec, List<String> flags, Vocabulary words) {
        if (flags.isEmpty()) {
            return spec;
        }
        BudgetLines all = new BudgetLines(
                words, spec.partners(), spec.asOfYear(), spec.targetYear(), spec.lastYear(), ExitCode.USAGE);
        for (String flag : flags) {
            all.add(flag);
        }
        List<BudgetLine> lines = new ArrayList<>();
        Funding own = spec.rules().funding();
        own.lines().stream()
                .filter(line -> all.lines.stream().noneMatch(each -> isSame(each, line)))
                .forEach(lines::add);
        lines.addAll(all.lines);
        return spec.with(spec.rules().with(new Funding(lines, own.most())));
    }

    private void add(YamlMap line) {
        for (String key : line.keys()) {
            if (OTHER_MONEY.matcher(key).matches()) {
                throw line.wrong(key, "problem.plan.line.currency", key);
            }
        }
        line.only(KEYS);
        String partner = words.place(line.text("partner"), code, line.where("partner"));
        if (!partners.contains(partner)) {
            throw line.wrong("partner", "problem.plan.payer", partner, String.join(", ", partners));
        }
        Optional<Instrument> instrument =
                line.findText("instrument").map(word -> instrument(word, line.where("instrument")));
        List<Integer> years = line.has("year") ? years(line.text("year"), line.where("year"), instrument) : List.of();
        double usd = line.number("usd");
        checkMoney(usd, line.text("usd"), line.where("usd"));
        add(partner, instrument, years, usd, line.where());
    }

    private void add(String flag) {
        String where = "--budget-line " + flag;
        Matcher parts = FLAG.matcher(flag);
        if (!parts.matches()) {
            throw Problem.of(code, "problem.plan.line.flag", "--budget-line", flag);
        }
        String partner = words.place(parts.group(1).strip(), code, where);
        if (!partners.contains(partner)) {
            throw Problem.of(code, "problem.plan.payer", where, partner, String.join(", ", partners));
        }
        Optional<Instrument> instrument = Optional.ofNullable(parts.group(2)).map(word -> instrument(word, where));
        List<Integer> years = parts.group(3) == null ? List.of() : years(parts.group(3), where, instrument);
        double usd = YamlMap.parsed(parts.group(4).strip());
        if (Double.isNaN(usd)) {
            throw Problem.of(code, "problem.plan.line.flag", "--budget-line", flag);
        }
        checkMoney(usd, parts.group(4), where);
        add(partner, instrument, years, usd, where);
    }

    private void add(String partner, Optional<Instrument> instrument, List<Integer> years, double usd, String where) {
        List<OptionalInt> all = years.isEmpty()
                ? List.of(OptionalInt.empty())
                : years.stream().map(OptionalInt::of).toList();
        for (OptionalInt year : all) {
            BudgetLine line = new BudgetLine(partner, instrument, year, usd);
            if (lines.stream().anyMatch(each -> isSame(each, line))) {
                String what = (instrument.map(Instrument::id).orElse("") + " "
                                + (year.isPresent() ? year.getAsInt() : ""))
                        .strip();
                throw Problem.of(code, "problem.plan.line.twice", where, partner, what.isEmpty() ? "-" : what);
            }
            lines.add(line);
        }
    }

    private static boolean isSame(BudgetLine one, BudgetLine other) {
        return one.partner().equals(other.partner())
                && one.instrument().equals(other.instrument())
                && one.year().equals(other.year());
    }

    private Instrument instrument(String word, String where) {
        return Instrument.find(word).orElseThrow(() -> Problem.unknown(code, "kind.instrument", word, where, ids()));
    }

    private static List<String> ids() {
        return Arrays.stream(Instrument.values()).map(Instrument::id).toList();
    }

    /// A year, or the first and the last of several, such as `2027-2030`: each gets the money.
    private List<Integer> years(String text, String where, Optional<Instrument> instrument) {
        Matcher match = YEARS.matcher(text.strip());
        if (!match.matches()) {
            throw Problem.of(code, "problem.plan.line.year", where, text, firstYear, lastYear);
        }
        int from = Integer.parseInt(match.group(1));
        int to = match.group(2) == null ? from : Integer.parseInt(match.group(2));
        if (from < firstYear || to > lastYear || to < from) {
            throw Problem.of(code, "problem.plan.line.year", where, text, firstYear, lastYear);
        }
        if (instrument.equals(Optional.of(Instrument.FLOOR)) && from < targetYear) {
            throw Problem.of(code, "problem.plan.line.floor", where, text, targetYear, lastYear);
        }
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    private void checkMoney(double usd, String text, String where) {
        if (usd < 0) {
            throw Problem.of(code, "problem.plan.negative", where, text);
        }
        if (usd > MOST_USD) {
            throw Problem.of(code, "problem.plan.toomuch", where, text);
        }
    }

    private static Map<Instrument, Double> parts(YamlMap file) {
        Map<Instrument, Double> parts = new EnumMap<>(Instrument.class);
        parts.putAll(Funding.FREE.most());
        if (!file.has("most_of_project")) {
            return parts;
        }
        YamlMap map = file.map("most_of_project");
        for (String key : map.keys()) {
            Instrument instrument = Instrument.find(key)
                    .orElseThrow(
                            () -> Problem.unknown(ExitCode.INPUT, "kind.instrument", key, map.whereKey(key), ids()));
            if (!instrument.paysForWorks()) {
                throw Problem.of(ExitCode.INPUT, "problem.plan.line.most", map.whereKey(key), key);
            }
            double part = map.number(key);
            if (!(part >= 0 && part <= 1)) {
                throw map.wrong(key, "problem.plan.range", key, map.text(key), "0", "1");
            }
            parts.put(instrument, part);
        }
        double together = 0;
        for (Instrument each : Instrument.payingFor(Decision.Kind.PROJECT)) {
            together += parts.getOrDefault(each, 1.0);
        }
        if (together < 1) {
            throw file.wrong("most_of_project", "problem.plan.line.together", Double.toString(together));
        }
        return parts;
    }
}
