package org.monazite.app.cli.shock;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.monazite.app.Workbench;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.Texts;
import org.monazite.atlas.Gdp;
import org.monazite.atlas.PublishedLoss;
import org.monazite.brief.Numbers;
import org.monazite.shock.Ensemble;
import org.monazite.shock.Evidence;
import org.monazite.shock.Spread;

/// How sure an ensemble is, for people: frequencies, intervals, industries, and what the loss depends on.
final class EvidenceView {

    private static final int EFFECTS = 5;
    private static final int VALUE_YEAR = 2018; // of gross value added

    private final Texts texts;
    private final Numbers numbers;
    private final Words words;
    private final Workbench workbench;

    EvidenceView(Session session) throws IOException {
        this.texts = session.texts();
        this.numbers = session.numbers();
        this.words = new Words(session);
        this.workbench = session.workbench();
    }

    void show(Report report, Ensemble ensemble, List<String> places) throws IOException {
        Evidence evidence = ensemble.evidence();
        for (Evidence.Step step : evidence.convergence()) {
            report.line(texts.get(
                    step.met() ? "evidence.met" : "evidence.notmet",
                    numbers.count(step.members()),
                    words.place(step.place()),
                    width(step.medianWidth()),
                    width(step.p90Width())));
        }
        for (String place : places) {
            Optional<Evidence.Headline> headline =
                    evidence.find(place).filter(each -> each.lossUsd().mean() > 0);
            if (headline.isPresent()) {
                report.line("");
                place(report, ensemble, headline.get());
            }
        }
        if (ensemble.members() > evidence.weeklyMembers()) {
            report.line(texts.get("evidence.weekly", numbers.count(evidence.weeklyMembers())));
        }
    }

    private String width(double width) {
        return Double.isNaN(width) ? "-" : numbers.share(width);
    }

    private void place(Report report, Ensemble ensemble, Evidence.Headline headline) throws IOException {
        Spread loss = headline.lossUsd();
        double low = loss.at(0.1).value();
        double high = loss.at(0.9).value();
        Spread.Point median = loss.median();
        report.line(texts.get(
                high <= 0
                        ? "evidence.frequency.none"
                        : median.value() <= 0
                                ? "evidence.frequency.half"
                                : low <= 0 ? "evidence.frequency.some" : "evidence.frequency",
                words.place(headline.place()),
                numbers.usd(low),
                numbers.usd(median.value()),
                numbers.usd(high)));
        if (median.value() > 0 && !Double.isNaN(median.low()) && !Double.isNaN(median.high())) {
            report.line(texts.get("evidence.interval", numbers.usdRange(median.low(), median.high())));
        }
        report.table(industries(ensemble, headline.place()));
        compare(report, ensemble, headline);
        effects(report, headline);
    }

    private Table industries(Ensemble ensemble, String place) {
        Table table = new Table()
                .text("industry", texts.get("column.industry"))
                .text("year", texts.get("column.year.value"))
                .number("p50", texts.get("column.loss"))
                .text("band", texts.get("column.band"))
                .text("default", texts.get("column.default"));
        for (Evidence.Industry industry : ensemble.evidence().industries()) {
            if (industry.place().equals(place)) {
                Spread loss = industry.lossUsd();
                table.row(
                        new Table.Cell(name(industry.node()), industry.node()),
                        range(industry.yearUsd().get(0), industry.yearUsd().get(2)),
                        Table.Cell.of(
                                numbers.usd(loss.median().value()),
                                loss.median().value()),
                        range(loss.at(0.1).value(), loss.at(0.9).value()),
                        range(
                                industry.centralUsd().get(0),
                                industry.centralUsd().get(2)));
            }
        }
        return table;
    }

    private Table.Cell range(double low, double high) {
        return new Table.Cell(numbers.usdRange(low, high), low + ".." + high);
    }

    private String name(String node) {
        String key = "industry." + node.substring(node.lastIndexOf('/') + 1);
        return texts.keys().contains(key) ? texts.get(key) : node;
    }

    /// Our figure as a share of the domestic product of the year of its value added, and what others have
    /// published.
    private void compare(Report report, Ensemble ensemble, Evidence.Headline headline) throws IOException {
        Optional<Gdp> gdp = workbench.atlas().findGdp(headline.place(), VALUE_YEAR);
        if (gdp.isPresent()) {
            double whole = gdp.get().usd();
            report.line(texts.get(
                    "evidence.gdp",
                    numbers.share(headline.lossUsd().median().value() / whole),
                    numbers.shareRange(
                            headline.lossUsd().at(0.1).value() / whole,
                            headline.lossUsd().at(0.9).value() / whole),
                    numbers.weeks(ensemble.weeks()),
                    VALUE_YEAR));
        }
        Table others = new Table()
                .text("source", texts.get("column.source"))
                .text("period", texts.get("column.period"))
                .number("share", texts.get("column.share"))
                .text("id", "ID");
        for (PublishedLoss loss : workbench.atlas().publishedLosses()) {
            if (loss.place().equals(headline.place())) {
                String key = "period." + loss.period().replace(' ', '_');
                String period = texts.keys().contains(key) ? texts.get(key) : loss.period();
                others.row(
                        Table.Cell.of(publisher(loss.citation().sourceId())),
                        Table.Cell.of(period),
                        Table.Cell.of(numbers.share(-loss.shareOfGdp()), -loss.shareOfGdp()),
                        Table.Cell.of(loss.id()));
            }
        }
        if (!others.isEmpty()) {
            report.line(texts.get("evidence.published"));
            report.table(others);
        }
    }

    private String publisher(String sourceId) throws IOException {
        return workbench.atlas().sources().stream()
                .filter(source -> source.id().equals(sourceId))
                .map(org.monazite.supply.Source::publisher)
                .findFirst()
                .orElse(sourceId);
    }

    private void effects(Report report, Evidence.Headline headline) {
        List<String> strongest = new ArrayList<>();
        for (Evidence.Effect effect : headline.effects()
                .subList(0, Math.min(EFFECTS, headline.effects().size()))) {
            if (Math.abs(effect.rankCorrelation()) >= 0.05) {
                strongest.add(String.format(
                        Locale.ROOT, "%s %+.2f", texts.get("parameter." + effect.key()), effect.rankCorrelation()));
            }
        }
        report.line(texts.get("evidence.effects", String.join("; ", strongest)));
        if (!Double.isNaN(headline.rulesShare())) {
            report.line(texts.get("evidence.rules", numbers.share(headline.rulesShare())));
        }
    }
}
