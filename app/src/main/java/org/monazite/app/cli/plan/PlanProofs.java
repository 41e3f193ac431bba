package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.Texts;
import org.monazite.brief.Numbers;
import org.monazite.plan.Calibration;
import org.monazite.plan.Hang;
import org.monazite.plan.HowFound;
import org.monazite.plan.LowValue;
import org.monazite.plan.OwnCheck;
import org.monazite.plan.PlanResult;
import org.monazite.plan.PriceOfFairness;
import org.monazite.plan.Replay;
import org.monazite.plan.SecondSolver;
import org.monazite.plan.Shift;
import org.monazite.plan.TracedLevels;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What holds a plan up: declared levels and their true shares, the calibration with the daily engine, the works on
/// which it hangs.
final class PlanProofs {

    private static final double MUCH = 0.1; // part of what users take in
    private static final double NOTEWORTHY = 0.03; // of a partner's demand
    private static final double LOW_VALUE = 0.2; // value at risk is an upper bound

    private final Texts texts;
    private final Numbers numbers;
    private final Words words;

    PlanProofs(Texts texts, Numbers numbers, Words words) {
        this.texts = texts;
        this.numbers = numbers;
        this.words = words;
    }

    /// Caps on traced shares and the calibration, where they were asked for.
    void show(Report report, PlanResult plan) throws IOException {
        for (TracedLevels.Line line : plan.traced().lines()) {
            report.line(texts.get(
                    "plan.traced",
                    words.place(line.partner()),
                    words.product(line.productId()),
                    numbers.share(line.cap()),
                    numbers.share(line.declared()),
                    numbers.share(line.actual())));
        }
        if (!plan.traced().lines().isEmpty()) {
            report.line(texts.get(
                    "plan.bracket",
                    numbers.usd(plan.traced().boundUsd()),
                    numbers.usd(plan.traced().objectiveUsd())));
            if (plan.targets().stream().anyMatch(target -> !target.kept())) {
                report.line(texts.get("plan.bracket.missed"));
            }
        }
        if (plan.calibration().asked()) {
            int tightened = plan.calibration().rounds().size() - 1;
            report.line(texts.get(plan.calibration().closed() ? "plan.calibrated" : "plan.notcalibrated", tightened));
        }
    }

    /// How the plan was solved and checked: by our own code, by another solver, and what was tried in trouble.
    void checked(Report report, PlanResult plan) {
        OwnCheck check = plan.check();
        SecondSolver second = plan.second();
        String own = texts.get(
                check.verified() ? "plan.check.own" : "plan.check.broken",
                numbers.count(check.rows()),
                PlanChecks.small(check.largestViolation()),
                check.where());
        String other = second.solver().isEmpty()
                ? texts.get("plan.check.alone", new PlanChecks(texts).why(second))
                : texts.get(
                        second.agrees() ? "plan.check.second" : "plan.check.disputed",
                        texts.pick(second.solver(), second.solver().split(",", 2)[0]),
                        PlanChecks.small(second.objectiveDifference()));
        report.line(own + texts.pick(" ", "") + other);
        HowFound search = plan.search();
        report.line(texts.get(
                "plan.method." + search.method(),
                search.solver(),
                search.iterations(),
                texts.pick(search.why(), search.whyJa())));
        if (!search.trouble().isEmpty()) {
            report.line(texts.get(
                    "plan.trouble",
                    String.join(
                            texts.pick(", ", "、"),
                            search.trouble().stream()
                                    .map(rung -> texts.get("plan.trouble." + rung))
                                    .toList())));
        }
    }

    /// The works on which most hangs, with what bans do before the plan if each does not come.
    void hangs(Report report, PlanResult plan, PlanWords planWords) throws IOException {
        if (plan.hangsOn().isEmpty()) {
            return;
        }
        Table table = new Table()
                .text("works", texts.get("column.works.id"))
                .text("name", texts.get("column.name"))
                .text("product", texts.get("column.product"))
                .number(
                        "counted_tonnes",
                        texts.get("column.counted", plan.spec().targetYear()))
                .number("worst_unmet", texts.get("column.withoutit"))
                .number("worst_with_plan", texts.get("column.withoutit.plan"))
                .text("partner", texts.get("column.place"))
                .text("ban", texts.get("column.ban"));
        for (Hang each : plan.hangsOn()) {
            String mark = plan.flag().mark();
            table.row(
                    Table.Cell.of(each.id()),
                    Table.Cell.of(each.name()),
                    new Table.Cell(words.product(each.productId()), each.productId()),
                    Table.Cell.of(mark + numbers.tonnes(each.countedTonnes()), each.countedTonnes()),
                    Table.Cell.of(mark + numbers.share(each.worstUnmet()), each.worstUnmet()),
                    Table.Cell.of(mark + numbers.share(each.worstWithPlan()), each.worstWithPlan()),
                    new Table.Cell(words.place(each.worstPartner()), each.worstPartner()),
                    new Table.Cell(planWords.ban(each.worstBan()), each.worstBan()));
        }
        Hang worst = plan.hangsOn().stream()
                .max(Comparator.comparingDouble(Hang::worstUnmet))
                .orElseThrow();
        report.line(texts.get(
                        "plan.hangs",
                        plan.flag().mark() + numbers.share(plan.lossBefore().worstUnmet())))
                .table(table)
                .line(texts.get("plan.hangs.next", worst.id()));
    }

    /// Partners who lose more with the plan than without it, and what it would take to hold them.
    void shifts(Report report, PlanResult plan, PlanWords planWords) throws IOException {
        for (Shift each : plan.shifts()) {
            List<String> others = new ArrayList<>();
            for (String partner : each.held().keySet()) {
                if (!partner.equals(each.partner())) {
                    others.add(texts.get(
                            "plan.shift.part",
                            words.place(partner),
                            PlanWords.estimate(numbers.share(each.held().getOrDefault(partner, 0.0))),
                            PlanWords.estimate(numbers.share(each.unmet().getOrDefault(partner, 0.0)))));
                }
            }
            report.line(texts.get(
                    each.held().isEmpty() ? "plan.shift.never" : "plan.shift",
                    words.place(each.partner()),
                    PlanWords.estimate(numbers.share(each.before())),
                    PlanWords.estimate(numbers.share(each.after())),
                    planWords.ban(each.banId()),
                    String.join(texts.pick(", ", "、"), others)));
        }
    }

    /// Who loses more in a ban than without the plan although nobody should.
    void worse(Report report, PlanResult plan, PlanWords planWords) throws IOException {
        for (PlanResult.Worse each : plan.worse()) {
            report.line(texts.get(
                    "plan.worse",
                    words.place(each.partner()),
                    PlanWords.estimate(numbers.share(each.before())),
                    PlanWords.estimate(numbers.share(each.after())),
                    planWords.ban(each.banId())));
        }
    }

    /// What it costs that nobody is left with less than without the plan, where that rule changes it.
    void fair(Report report, PlanResult plan) throws IOException {
        PriceOfFairness fair = plan.fair();
        if (!fair.binds()) {
            return;
        }
        List<String> parts = new ArrayList<>();
        for (var each : fair.worst().entrySet()) {
            parts.add(texts.get(
                    "plan.shift.part",
                    words.place(each.getKey()),
                    PlanWords.estimate(numbers.share(fair.worstWithout().getOrDefault(each.getKey(), 0.0))),
                    PlanWords.estimate(numbers.share(each.getValue()))));
        }
        boolean dearer = fair.pricedUsd() >= 0;
        report.line(texts.get(
                dearer ? "plan.fair" : "plan.fair.cheaper",
                PlanWords.estimate(numbers.usd(Math.abs(fair.pricedUsd()))),
                String.join(texts.pick(", ", "、"), parts)));
        report.line(new PlanChecks(texts).named("plan.proof.fair", fair.proof()));
    }

    /// Whether a fifth of the value at risk gives another plan.
    void lowValue(Report report, PlanResult plan) {
        LowValue low = plan.lowValue();
        if (!low.equals(LowValue.UNKNOWN)) {
            report.line(new PlanChecks(texts)
                    .named(
                            low.samePlan() ? "plan.proof.low.same" : "plan.proof.low.other",
                            low.proof(),
                            low.onlyThere().size(),
                            low.onlyHere().size()));
        }
    }

    /// Where the plan's arithmetic and the daily engine differ most, and why.
    void gap(Report report, PlanResult plan, PlanWords planWords) throws IOException {
        var most = plan.replay().gap();
        if (most.isPresent() && Math.abs(most.get().engine() - most.get().plan()) >= NOTEWORTHY) {
            Replay.Gap gap = most.get();
            boolean several = plan.spec().partners().size() > 1;
            String sentence = gap.foresight() < 0 ? "plan.gap.less" : "plan.gap";
            report.line(texts.get(
                    several ? sentence : "plan.gap.one",
                    words.place(gap.line().partner()),
                    planWords.ban(gap.line().banId()),
                    texts.get(gap.isAfter() ? "plan.gap.after" : "plan.gap.before"),
                    PlanWords.estimate(numbers.share(gap.plan())),
                    PlanWords.estimate(numbers.share(gap.engine())),
                    PlanWords.estimate(numbers.share(gap.planTogether())),
                    PlanWords.estimate(numbers.share(gap.engineTogether())),
                    PlanWords.estimate(numbers.points(gap.division())),
                    PlanWords.estimate(numbers.points(gap.foresight()))));
        }
    }

    /// How likely the worst ban must be for the plan to pay for itself by what it saves in that ban alone.
    void breakEven(Report report, PlanResult plan, PlanWords planWords) throws IOException {
        for (PlanResult.Ban ban : plan.bans()) {
            double saved = ban.lossBeforeUsd() - ban.lossAfterUsd();
            if (ban.id().equals(plan.lossBefore().worstBan()) && plan.costUsd() > 0 && saved > plan.costUsd()) {
                double chance = plan.costUsd() / saved;
                boolean never = ban.probability() == 0;
                report.line(texts.get(
                        never ? "plan.breakeven.never" : "plan.breakeven",
                        PlanWords.estimate(numbers.usd(plan.costUsd())),
                        planWords.ban(ban.id()),
                        PlanWords.estimate(numbers.usd(saved)),
                        PlanWords.estimate(once(chance)),
                        PlanWords.estimate(once(chance / LOW_VALUE)),
                        never ? "" : PlanWords.estimate(once(ban.probability()))));
            }
        }
    }

    /// A small chance as once in so many years, to two digits.
    private String once(double chance) {
        java.math.BigDecimal years = java.math.BigDecimal.valueOf(1 / chance).round(new java.math.MathContext(2));
        return String.format(java.util.Locale.ROOT, "%,d", years.longValue());
    }

    /// How much of what users take in comes from nobody known: no ban reaches it.
    void unknown(Report report, PlanResult plan) throws IOException {
        List<String> parts = new ArrayList<>();
        for (var each : plan.unknownOrigin().entrySet()) {
            if (each.getValue() >= MUCH) {
                parts.add(words.place(each.getKey()) + " " + PlanWords.estimate(numbers.share(each.getValue())));
            }
        }
        if (!parts.isEmpty()) {
            report.line(texts.get("plan.unknown", String.join(texts.pick(", ", "、"), parts)));
        }
    }

    /// Shares of the feared supplier that have a limit, before and after.
    void shares(Report report, PlanResult plan) throws IOException {
        Table table = new Table()
                .text("target", texts.get("column.target"))
                .text("subject", texts.get("column.shareof"))
                .number("wanted", texts.get("column.sharelimit"))
                .number("today", Integer.toString(plan.setting().baseYear()))
                .number("before", texts.get("column.without"))
                .number("after", texts.get("column.with"));
        boolean any = false;
        for (PlanResult.TargetState target : plan.targets()) {
            if (!target.name().equals("worst_ban") && !target.isMoney()) {
                any = true;
                table.row(
                        new Table.Cell(texts.get("target." + target.name()), target.name()),
                        new Table.Cell(subject(target.subject()), target.subject()),
                        Table.Cell.of(numbers.share(target.wanted()), target.wanted()),
                        today(plan, target),
                        share(target.before()),
                        share(target.reached()));
            }
        }
        if (any) {
            report.line(texts.get(
                            "plan.shares",
                            words.place(plan.spec().against()),
                            plan.spec().targetYear()))
                    .table(table);
        }
    }

    /// The share in the year of the chain.
    private Table.Cell today(PlanResult plan, PlanResult.TargetState target) {
        int space = target.subject().indexOf(' ');
        double share = plan.setting()
                .findToday(
                        target.subject().substring(0, space), target.subject().substring(space + 1))
                .map(each -> target.name().equals("traced_share") ? each.traced() : each.direct())
                .orElse(Double.NaN);
        return share(share);
    }

    /// What is not there is no estimate.
    private Table.Cell share(double share) {
        String text = numbers.share(share);
        return Table.Cell.of(Double.isNaN(share) ? text : PlanWords.estimate(text), share);
    }

    private String subject(String subject) throws IOException {
        int space = subject.indexOf(' ');
        return space < 0
                ? words.place(subject)
                : words.place(subject.substring(0, space)) + ": " + words.product(subject.substring(space + 1));
    }

    private static void shifts(ObjectNode node, PlanResult plan) {
        ArrayNode shifts = node.putArray("losesMoreThanWithoutPlan");
        for (Shift each : plan.shifts()) {
            ObjectNode row = shifts.addObject();
            row.put("partner", each.partner());
            row.put("ban", each.banId());
            row.set("before", Json.number(each.before()));
            row.set("after", Json.number(each.after()));
            row.set("unmet", Json.byPlace(each.unmet()));
            row.set("unmetIfHeld", Json.byPlace(each.held()));
        }
    }

    static void json(ObjectNode node, PlanResult plan) {
        shifts(node, plan);
        List<PlanResult.Worse> worse = plan.worse();
        node.put("nobodyWorseOff", plan.spec().rules().noWorse() && worse.isEmpty());
        ArrayNode inBans = node.putArray("worseOffInBans");
        worse.forEach(each -> inBans.addObject()
                .put("partner", each.partner())
                .put("ban", each.banId())
                .put("before", each.before())
                .put("after", each.after()));
        ObjectNode fair = node.putObject("priceOfNobodyWorseOff");
        fair.put("binds", plan.fair().binds());
        fair.set("usdAYear", Json.number(plan.fair().pricedUsd()));
        fair.set("worstUnmet", Json.byPlace(plan.fair().worst()));
        fair.set("worstUnmetWithout", Json.byPlace(plan.fair().worstWithout()));
        PlanChecks.json(fair, plan.fair().proof());
        node.set("unknownOrigin", Json.byPlace(plan.unknownOrigin()));
        List<TracedLevels.Line> lines = new ArrayList<>(plan.traced().lines());
        if (!lines.isEmpty()) {
            ObjectNode traced = node.putObject("tracedByDeclaredLevels");
            traced.set("boundUsd", Json.number(plan.traced().boundUsd()));
            traced.set("objectiveUsd", Json.number(plan.traced().objectiveUsd()));
            ArrayNode shares = traced.putArray("shares");
            for (TracedLevels.Line line : lines) {
                ObjectNode row = shares.addObject();
                row.put("partner", line.partner());
                row.put("product", line.productId());
                row.set("cap", Json.number(line.cap()));
                row.set("declared", Json.number(line.declared()));
                row.set("actual", Json.number(line.actual()));
            }
        }
        ArrayNode hangs = node.putArray("hangsOn");
        for (Hang each : plan.hangsOn()) {
            ObjectNode row = hangs.addObject();
            row.put("id", each.id());
            row.put("name", each.name());
            row.put("place", each.place());
            row.put("product", each.productId());
            row.set("countedTonnes", Json.number(each.countedTonnes()));
            row.set("worstUnmetWithoutIt", Json.number(each.worstUnmet()));
            row.put("worstPartner", each.worstPartner());
            row.put("worstBan", each.worstBan());
            row.set("worstUnmetWithPlan", Json.number(each.worstWithPlan()));
        }
        if (plan.calibration().asked()) {
            ObjectNode calibration = node.putObject("calibration");
            calibration.put("closed", plan.calibration().closed());
            ArrayNode rounds = calibration.putArray("rounds");
            for (Calibration.Round round : plan.calibration().rounds()) {
                ObjectNode row = rounds.addObject();
                row.set("limit", Json.byPlace(round.limit()));
                row.set("plan", Json.byPlace(round.plan()));
                row.set("engine", Json.byPlace(round.engine()));
                row.set("spent", Json.number(round.spentUsd()));
            }
        }
    }
}
