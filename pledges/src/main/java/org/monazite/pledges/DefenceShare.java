package org.monazite.pledges;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monazite.pledges.internal.Span;
import org.monazite.supply.Explained;
import org.monazite.supply.Explained.Term;
import org.monazite.supply.Range;
import org.monazite.supply.Series;

/// Japan's defence outlay over GDP, by three definitions:
///
/// - `government`: defence and related outlays, initial and supplementary budget, over the GDP of FY2022, which is the
///   definition that the text fixes;
/// - `same_year_gdp`: the same outlay over the GDP of its own fiscal year, lower because GDP grew;
/// - `ministry_alone`: the budget of the ministry, realignment of US forces included, over the GDP of FY2022.
///
/// The GDP of FY2022 is implied by published ratios and amounts; its band follows from their rounding, so the
/// rounding of the same outlays is not counted a second time.
final class DefenceShare implements Measure {

    private static final Reading.Definition GOVERNMENT = new Reading.Definition(
            "government",
            "defence and related outlays, initial and supplementary budget, over FY2022 GDP (the count of the government)",
            "防衛費と関連経費（当初＋補正）の2022年度GDP比（政府の算定）");
    private static final Reading.Definition SAME_YEAR = new Reading.Definition(
            "same_year_gdp", "the same outlays over the GDP of the same fiscal year", "同じ経費の当該年度GDP比");
    private static final Reading.Definition MINISTRY = new Reading.Definition(
            "ministry_alone", "budget of the defence ministry alone over FY2022 GDP", "防衛省予算のみの2022年度GDP比");

    private static final String OUTLAY = "JP_DEFENCE_AND_RELATED";
    private static final String GDP = "JP_GDP_FY2022_IMPLIED";
    private static final String UNIT = "JPY tn";
    private static final Pattern BAND = Pattern.compile("band (\\d+(?:\\.\\d+)?)-(\\d+(?:\\.\\d+)?)");

    @Override
    public List<Reading> read(Question question) {
        String year = fiscalYear(question);
        List<Reading> readings = new ArrayList<>();
        for (String definition : List.of(GOVERNMENT.id(), SAME_YEAR.id(), MINISTRY.id())) {
            if (!question.wants(definition)) {
                continue;
            }
            switch (definition) {
                case "government" -> readings.add(government(question, year));
                case "ministry_alone" -> readings.add(ministry(question, year));
                default -> readings.addAll(sameYear(question, year));
            }
        }
        return readings;
    }

    /// The fiscal year that the due date ends; that of the date asked about where there is none.
    private static String fiscalYear(Question question) {
        LocalDate day = question.pledge().due().orElse(question.asOf());
        return "FY" + (day.getMonthValue() <= 3 ? day.getYear() - 1 : day.getYear());
    }

    private static Reading government(Question question, String year) {
        List<Term> terms = new ArrayList<>();
        Optional<Series.Point> initial = Figures.find(question.facts(), OUTLAY, year + " initial");
        Optional<Series.Point> supplementary = Figures.find(question.facts(), OUTLAY, year + " supplementary");
        initial.ifPresent(point -> terms.add(Figures.term("initial budget " + year, point, UNIT)));
        supplementary.ifPresent(point -> terms.add(Figures.term("supplementary budget " + year, point, UNIT)));
        double sum = initial.isPresent() && supplementary.isPresent()
                ? initial.get().value().value() + supplementary.get().value().value()
                : Double.NaN;
        return Reading.of(question, GOVERNMENT, overGdp2022(question, sum, terms), year);
    }

    private static Reading ministry(Question question, String year) {
        List<Term> terms = new ArrayList<>();
        Optional<Series.Point> budget = Figures.find(question.facts(), "JP_DEFENCE_MOD_BUDGET", year);
        budget.ifPresent(point -> terms.add(Figures.term("budget of the defence ministry " + year, point, UNIT)));
        double value = budget.map(point -> point.value().value()).orElse(Double.NaN);
        return Reading.of(question, MINISTRY, overGdp2022(question, value, terms), year);
    }

    private static Explained overGdp2022(Question question, double trillionYen, List<Term> terms) {
        String measure = "defence outlay over GDP";
        Optional<Series.Point> gdp = Figures.find(question.facts(), GDP, "FY2022");
        if (gdp.isEmpty() || Double.isNaN(trillionYen)) {
            String formula = "outlay of the year / GDP of FY2022; not defined: a figure of %s is missing"
                    .formatted(gdp.isEmpty() ? GDP : "the outlay");
            return Figures.missing(measure, Figures.SHARE, formula, terms);
        }
        terms.add(Figures.term("GDP of FY2022, implied by published ratios", gdp.get(), UNIT));
        Range range = Figures.ratio(Range.exactly(trillionYen), band(gdp.get()));
        return Figures.computed(
                measure,
                range,
                Figures.SHARE,
                "outlay of the year / GDP of FY2022; range: the band of GDP that the rounding of the published ratios"
                        + " leaves open",
                terms);
    }

    /// The range that the remark of the figure states, or the one it carries.
    private static Range band(Series.Point gdp) {
        Matcher matcher = BAND.matcher(gdp.note());
        return matcher.find()
                ? new Range(
                        gdp.value().value(), Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)))
                : gdp.value();
    }

    /// The year of the due date, and the last published year beside it where that is another.
    private static List<Reading> sameYear(Question question, String year) {
        List<Reading> readings = new ArrayList<>();
        List<Series.Point> published = inOrder(Figures.points(question.facts(), "JP_DEFENCE_SHARE_SAMEYEAR"));
        Optional<Series.Point> asked =
                published.stream().filter(point -> point.period().equals(year)).findFirst();
        if (asked.isEmpty()) {
            String formula =
                    "outlay of the year / GDP of the same year; not defined: no published ratio and no final GDP of "
                            + year;
            readings.add(Reading.of(
                    question,
                    SAME_YEAR,
                    Figures.missing("defence outlay over GDP", Figures.SHARE, formula, List.of()),
                    year));
        }
        if (!published.isEmpty()) {
            Series.Point point = asked.orElse(published.getLast());
            Explained value = Figures.computed(
                    "defence outlay over GDP",
                    Figures.rounded(point.value().value()),
                    Figures.SHARE,
                    "as published; range: rounding of the published ratio",
                    List.of(Figures.term("published ratio " + point.period(), point, "%")));
            readings.add(Reading.of(question, SAME_YEAR, value, point.period()));
        }
        return readings;
    }

    private static List<Series.Point> inOrder(List<Series.Point> points) {
        return points.stream()
                .filter(point -> Span.of(point.period()).isPresent())
                .sorted(Comparator.comparing(
                        point -> Span.of(point.period()).orElseThrow().last()))
                .toList();
    }

    /// The published ratios of the deciding definition, one a year; a year counted twice has its last count.
    @Override
    public List<Trend.Point> path(Question question) {
        String series = question.pledge().details().terms().decides().equals(SAME_YEAR.id())
                ? "JP_DEFENCE_SHARE_SAMEYEAR"
                : "JP_DEFENCE_SHARE_FY2022GDP";
        Map<LocalDate, Double> byYear = new TreeMap<>();
        for (Series.Point point : inOrder(Figures.points(question.facts(), series))) {
            LocalDate end = Span.of(point.period()).orElseThrow().last();
            if (!end.isAfter(question.asOf())) {
                byYear.put(end, point.value().value() / 100);
            }
        }
        return byYear.entrySet().stream()
                .map(entry -> new Trend.Point(entry.getKey(), entry.getValue()))
                .toList();
    }
}
