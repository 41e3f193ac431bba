package org.monazite.brief;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.monazite.exposure.StageExposure;
import org.monazite.plan.OwnCheck;
import org.monazite.pledges.Assessment;
import org.monazite.shock.Ensemble;
import org.monazite.supply.Assumed;
import org.monazite.supply.Flag;

/// The answers of page one as sentences, computed from the results and nothing else. Each method gives one sentence,
/// whole, for every case that can come: no imports, no loss, nothing chosen, a plan that is not verified, targets out
/// of reach.
public final class Headline {

    private final Findings findings;
    private final Texts texts;
    private final Numbers numbers;
    private final Names names;
    private final Subjects subjects;

    private Headline(Findings findings, Locale language) {
        this.findings = findings;
        this.texts = Texts.of(language);
        this.numbers = Numbers.of(language);
        this.names = new Names(findings.places(), findings.products(), texts);
        this.subjects = new Subjects(findings);
    }

    /// The sentences on some findings, in English or Japanese.
    public static Headline of(Findings findings, Locale language) {
        return new Headline(findings, language);
    }

    /// The title.
    public String title() {
        return text("headline.title", chain(), names.placeIn(findings.against()));
    }

    /// The chain by name.
    public String chain() {
        String key = "chain." + findings.chain();
        return texts.has(key) ? texts.get(key) : findings.chain();
    }

    /// How much the supplier handled, and how much it ships itself.
    public String dependence() {
        String product = subjects.mainProduct().orElse("");
        List<String> traced = new ArrayList<>();
        List<String> direct = new ArrayList<>();
        for (String partner : findings.partners()) {
            Optional<StageExposure> row = subjects.exposure(partner, product);
            if (row.isPresent() && row.get().tracedShare().isDefined()) {
                String key = traced.isEmpty() ? "headline.traced.first" : "headline.traced.next";
                traced.add(texts.get(
                        key,
                        numbers.roundShare(row.get().tracedShare().value()),
                        names.productIn(product),
                        names.placeIn(partner)));
            }
            if (row.isPresent() && row.get().directShare().isDefined()) {
                String key = direct.isEmpty() ? "headline.direct.first" : "headline.direct.next";
                direct.add(texts.get(
                        key, numbers.roundShare(row.get().directShare().value()), names.placeIn(partner)));
            }
        }
        String supplier = names.placeIn(findings.against());
        if (traced.isEmpty()) {
            return text("headline.dependence.none", partners(), chain());
        }
        return direct.isEmpty()
                ? text("headline.dependence.no_imports", supplier, numbers.list(traced))
                : text("headline.dependence", supplier, numbers.list(traced), numbers.list(direct));
    }

    /// Where the supplier's part of the world is largest.
    public String narrowest() {
        return findings.exposure().stream()
                .filter(row -> row.worldShare().isDefined())
                .max(Comparator.comparingDouble(row -> row.worldShare().value()))
                .map(row -> text(
                        "headline.narrowest",
                        names.placeIn(findings.against()),
                        numbers.roundShare(row.worldShare().value()),
                        names.productIn(row.productId())))
                .orElseGet(() -> text("headline.narrowest.none"));
    }

    /// What the main scenario does to the main product, in natural frequencies.
    public String ban() {
        String clause = new ScenarioWords(texts, numbers, names).clause(findings.scenario());
        List<String> parts = new ArrayList<>();
        boolean anything = false;
        for (String partner : findings.partners()) {
            Optional<Ensemble.Line> line = subjects.mainLine(findings.shock(), partner);
            if (line.isPresent()) {
                boolean none = line.get().worst().p90() <= 0;
                anything |= !none;
                String key =
                        none ? "headline.ban.nothing" : parts.isEmpty() ? "headline.ban.first" : "headline.ban.next";
                parts.add(texts.get(
                        key,
                        names.placeIn(partner),
                        numbers.shareRange(
                                line.get().worst().p10(), line.get().worst().p90()),
                        names.productIn(line.get().productId())));
            }
        }
        return anything
                ? text("headline.ban", clause, numbers.list(parts))
                : text("headline.ban.none", clause, partners());
    }

    /// Which stock is empty first.
    public String firstToStop() {
        return subjects.firstToStop(findings.shock(), findings.partners())
                .map(line -> text(
                        "headline.first",
                        names.productIn(line.productId()),
                        names.placeIn(line.place()),
                        numbers.week(line.firstEmptyWeek()),
                        numbers.outOfTen(line.dryShare())))
                .orElseGet(() -> text("headline.first.none"));
    }

    /// What hangs on it in money, as an upper bound.
    public String valueAtRisk() {
        List<String> parts = new ArrayList<>();
        for (String partner : findings.partners()) {
            findings.shock()
                    .findValue(partner)
                    .filter(value -> value.total().p90() > 0)
                    .ifPresent(value -> parts.add(texts.get(
                            "headline.value.part",
                            names.placeIn(partner),
                            numbers.usdRange(value.total().p10(), value.total().p90()))));
        }
        String weeks = numbers.weeks(findings.shock().weeks());
        return parts.isEmpty()
                ? text("headline.value.none", weeks)
                : text("headline.value", weeks, numbers.list(parts), numbers.band());
    }

    /// What the plan takes and what it saves, by its own arithmetic and in the daily engine.
    public String plan() {
        return planWords().sentence();
    }

    /// What the plan is made of, by money, and how many decided works it counts on.
    public String planMadeOf() {
        return planWords().madeOf();
    }

    private PlanWords planWords() {
        return new PlanWords(findings.plan(), texts, numbers, names);
    }

    /// Why the plan must not be relied on; empty if our own verifier agrees with it.
    public String planCaveat() {
        OwnCheck check = findings.plan().check();
        return check.verified() ? "" : text("headline.plan.not_verified", check.where());
    }

    /// How far the targets are reached, and which are missed by how much.
    public String targets() {
        return planWords().targets();
    }

    /// How many promises stand how.
    public String pledges() {
        if (findings.pledges().isEmpty()) {
            return text("headline.pledges.none");
        }
        return text(
                "headline.pledges",
                findings.pledges().size(),
                count(Assessment.State.MET),
                count(Assessment.State.ON_TRACK) + count(Assessment.State.STANDING),
                count(Assessment.State.OVERDUE_NOT_EVIDENCED),
                count(Assessment.State.MISSED));
    }

    /// How many promises are in a state.
    int count(Assessment.State state) {
        return (int) findings.pledges().stream()
                .filter(each -> each.state() == state)
                .count();
    }

    /// Deadlines that have passed without evidence, longest first.
    public String overdue() {
        List<Assessment> late = overdueOnes();
        if (late.isEmpty()) {
            return text("headline.overdue.none");
        }
        List<String> parts = late.stream()
                .map(each -> texts.get("headline.overdue.part", each.pledge().id(), numbers.days(daysLate(each))))
                .toList();
        int most = Math.min(5, parts.size());
        return late.size() > most
                ? text("headline.overdue.more", late.size(), numbers.list(parts.subList(0, most)), late.size() - most)
                : text("headline.overdue", late.size(), numbers.list(parts));
    }

    private List<Assessment> overdueOnes() {
        return findings.pledges().stream()
                .filter(each -> each.state() == Assessment.State.OVERDUE_NOT_EVIDENCED
                        && each.pledge().due().isPresent())
                .sorted(Comparator.comparingLong(Headline::daysLate)
                        .reversed()
                        .thenComparing(each -> each.pledge().id()))
                .toList();
    }

    private static long daysLate(Assessment each) {
        return ChronoUnit.DAYS.between(each.pledge().due().orElseThrow(), each.asOf());
    }

    /// How much of the main shares rests on estimates that no document stands behind.
    public String unverified() {
        List<String> parts = new ArrayList<>();
        for (String partner : findings.partners()) {
            subjects.mainProduct()
                    .flatMap(product -> subjects.exposure(partner, product))
                    .filter(row -> row.tracedShare().isDefined())
                    .ifPresent(row -> parts.add(texts.get(
                            "headline.unverified.part",
                            names.placeIn(partner),
                            numbers.roundShare(row.tracedShare().unverifiedShare()))));
        }
        return parts.isEmpty()
                ? text("headline.unverified.none")
                : text(
                        "headline.unverified",
                        names.productIn(subjects.mainProduct().orElseThrow()),
                        numbers.list(parts));
    }

    /// How many assumptions there are and how many of them no source stands behind.
    public String assumed() {
        List<Assumed> all = assumptions();
        long guesses =
                all.stream().filter(each -> each.flag() == Flag.UNVERIFIED).count();
        return text("headline.assumed", all.size(), guesses);
    }

    /// What had to be assumed, for the run and the plan, each key once: those without a source first.
    List<Assumed> assumptions() {
        List<Assumed> all = new ArrayList<>(findings.card().assumptions());
        all.addAll(findings.plan().assumptions());
        Set<String> keys = new LinkedHashSet<>();
        List<Assumed> once = all.stream().filter(each -> keys.add(each.key())).toList();
        return once.stream()
                .sorted(Comparator.comparing(Assumed::flag).reversed())
                .toList();
    }

    private String partners() {
        return numbers.list(findings.partners().stream().map(names::placeIn).toList());
    }

    private String text(String key, Object... parts) {
        return texts.get(key, parts);
    }
}
