package org.monazite.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.monazite.exposure.StageExposure;
import org.monazite.exposure.WeakLink;
import org.monazite.plan.Decision;
import org.monazite.plan.Frontier;
import org.monazite.plan.PlanResult;
import org.monazite.plan.Replay;
import org.monazite.shock.Ensemble;

/// The sentence over each section, computed from the results that the section shows.
final class Takeaways {

    private final Desk desk;
    private final Findings findings;
    private final Subjects subjects;

    Takeaways(Desk desk) {
        this.desk = desk;
        this.findings = desk.findings();
        this.subjects = new Subjects(findings);
    }

    /// How many rows have a traced share above half, and where tracing changes the picture most.
    String stages() {
        long above = findings.exposure().stream()
                .filter(row -> row.tracedShare().value() > 0.5)
                .count();
        long all = findings.exposure().stream()
                .filter(row -> row.tracedShare().isDefined())
                .count();
        Optional<StageExposure> hidden = findings.exposure().stream()
                .filter(row -> hidden(row) > 0.05)
                .max(Comparator.comparingDouble(Takeaways::hidden));
        String supplier = desk.names().placeIn(findings.against());
        return hidden.map(row -> desk.text(
                        "take.stages",
                        above,
                        all,
                        supplier,
                        desk.names().productIn(row.productId()),
                        desk.names().placeIn(row.importer()),
                        desk.numbers().roundShare(row.directShare().value()),
                        desk.numbers().roundShare(row.tracedShare().value())))
                .orElseGet(() -> desk.text("take.stages.plain", above, all, supplier));
    }

    private static double hidden(StageExposure row) {
        double gap = row.tracedShare().value() - row.directShare().value();
        return Double.isNaN(gap) ? -1 : gap;
    }

    String links() {
        List<String> parts = new ArrayList<>();
        for (String partner : findings.partners()) {
            List<WeakLink> links = findings.weakestLinks().getOrDefault(partner, List.of());
            if (!links.isEmpty()) {
                WeakLink first = links.getFirst();
                parts.add(desk.texts()
                        .get(
                                "take.links.part",
                                desk.names().placeIn(partner),
                                desk.names().productIn(first.productId()),
                                desk.names().placeIn(first.supplier()),
                                desk.numbers().roundShare(first.lostShare())));
            }
        }
        return parts.isEmpty()
                ? desk.text("take.links.none")
                : desk.text("take.links", desk.numbers().list(parts));
    }

    String clock() {
        long dry = findings.partners().stream()
                .flatMap(partner -> subjects.lines(findings.shock(), partner).stream())
                .filter(line -> line.firstEmptyWeek() > 0)
                .count();
        List<String> parts = new ArrayList<>();
        for (String partner : findings.partners()) {
            subjects.mainLine(findings.shock(), partner)
                    .filter(line -> line.worstWeek() > 0)
                    .ifPresent(line -> parts.add(desk.texts()
                            .get(
                                    "take.clock.part",
                                    desk.names().placeIn(partner),
                                    desk.numbers().week(line.worstWeek()))));
        }
        return parts.isEmpty()
                ? desk.text("take.clock.none")
                : desk.text("take.clock", dry, desk.numbers().list(parts));
    }

    String value() {
        List<String> parts = new ArrayList<>();
        for (String partner : findings.partners()) {
            findings.shock()
                    .findValue(partner)
                    .filter(value -> value.total().p50() > 0)
                    .ifPresent(value -> parts.add(desk.texts()
                            .get(
                                    "take.value.part",
                                    desk.names().placeIn(partner),
                                    desk.numbers().usd(value.total().p50()))));
        }
        return parts.isEmpty()
                ? desk.text("take.value.none")
                : desk.text("take.value", desk.numbers().list(parts));
    }

    /// Which of the further scenarios costs the partners most, by the median.
    String others() {
        Optional<Findings.Played> worst =
                findings.others().stream().max(Comparator.comparingDouble(played -> median(played.shock())));
        if (worst.isEmpty()) {
            return desk.text("take.others.none");
        }
        String clause = new ScenarioWords(desk.texts(), desk.numbers(), desk.names())
                .clause(worst.get().scenario());
        return desk.text(
                "take.others",
                findings.others().size(),
                clause,
                desk.numbers().usd(median(worst.get().shock())),
                desk.numbers().usd(median(findings.shock())));
    }

    private double median(Ensemble shock) {
        double sum = 0;
        for (String partner : findings.partners()) {
            sum += shock.findValue(partner).map(value -> value.total().p50()).orElse(0.0);
        }
        return sum;
    }

    String timeline() {
        List<Decision> decisions = findings.plan().decisions();
        if (decisions.isEmpty()) {
            return desk.text("take.timeline.none");
        }
        long generic = decisions.stream().filter(Decision::isNamelessPlant).count();
        String full = desk.numbers()
                .year(decisions.stream().mapToInt(Decision::fullYear).max().orElseThrow());
        return decisions.stream()
                .filter(each -> each.kind() != Decision.Kind.STOCKPILE)
                .min(Comparator.comparingInt(Decision::startYear))
                .map(first -> desk.text(
                        "take.timeline",
                        decisions.size(),
                        desk.names().decision(first),
                        desk.numbers().year(first.startYear()),
                        full,
                        generic))
                .orElseGet(() -> desk.text("take.timeline.stocks", decisions.size(), full));
    }

    String change() {
        Optional<PlanResult.Dependence> best = findings.plan().dependence().stream()
                .filter(row -> !Double.isNaN(fall(row)))
                .max(Comparator.comparingDouble(Takeaways::fall));
        if (best.isEmpty() || fall(best.get()) < 0.0005) {
            return desk.text("take.change.none");
        }
        return desk.text(
                "take.change",
                desk.names().productIn(best.get().productId()),
                desk.names().placeIn(best.get().partner()),
                desk.numbers().roundShare(best.get().tracedBefore()),
                desk.numbers().roundShare(best.get().tracedAfter()),
                desk.numbers().year(findings.plan().spec().targetYear()));
    }

    private static double fall(PlanResult.Dependence row) {
        return row.tracedBefore() - row.tracedAfter();
    }

    String bans() {
        PlanResult plan = findings.plan();
        return plan.bans().isEmpty()
                ? desk.text("take.bans.none")
                : desk.text(
                        "take.bans",
                        plan.bans().size(),
                        desk.numbers().usd(plan.lossBefore().worstUsd()),
                        desk.numbers().usd(plan.lossAfter().worstUsd()),
                        desk.numbers().usd(plan.lossBefore().expectedUsd()),
                        desk.numbers().usd(plan.lossAfter().expectedUsd()));
    }

    String frontier() {
        Frontier frontier = findings.frontier();
        Frontier.Point knee = frontier.points().get(frontier.knee());
        Frontier.Point last = frontier.points().getLast();
        String why = tightest(frontier);
        if (knee.worstUnmet() - last.worstUnmet() < 0.0005) {
            return desk.text(
                            "take.frontier.done",
                            desk.numbers().usd(knee.budgetUsd()),
                            desk.numbers().roundShare(knee.worstUnmet()))
                    + why;
        }
        return desk.text(
                        "take.frontier",
                        desk.numbers().usd(knee.budgetUsd()),
                        desk.numbers().roundShare(knee.worstUnmet()),
                        desk.numbers().usd(last.budgetUsd()),
                        desk.numbers().roundShare(last.worstUnmet()))
                + why;
    }

    /// Why the knee is there: the stage at which partners need most of what is made outside.
    private String tightest(Frontier frontier) {
        return frontier.setting().tightest().stream()
                .findFirst()
                .map(stage -> desk.text(
                        "take.frontier.why",
                        desk.names().product(stage.productId()),
                        Integer.toString(findings.plan().spec().targetYear()),
                        desk.numbers().roundShare(stage.tightness()),
                        desk.names().place(findings.plan().spec().against())))
                .orElse("");
    }

    String money() {
        List<String> parts = new ArrayList<>();
        findings.plan()
                .spentUsd()
                .forEach((partner, usd) -> parts.add(desk.texts()
                        .get(
                                "take.money.part",
                                desk.names().placeIn(partner),
                                desk.numbers().usd(usd))));
        return parts.isEmpty()
                ? desk.text("take.money.none")
                : desk.text("take.money", desk.numbers().list(parts));
    }

    String replay() {
        Replay replay = findings.plan().replay();
        return replay.lines().isEmpty()
                ? desk.text("take.replay.none")
                : desk.text("take.replay", desk.numbers().pointsApart(replay.largestGap()));
    }

    String leftOut() {
        return findings.plan().leftOut().isEmpty()
                ? desk.text("take.left_out.none")
                : desk.text("take.left_out", findings.plan().leftOut().size());
    }

    String controls() {
        return findings.controls().isEmpty()
                ? desk.text("take.controls.none", desk.names().placeIn(findings.against()))
                : desk.text(
                        "take.controls",
                        desk.names().placeIn(findings.against()),
                        findings.controls().size());
    }

    String suspects() {
        return findings.suspects().isEmpty()
                ? desk.text("take.suspects.none")
                : desk.text("take.suspects", findings.suspects().size());
    }
}
