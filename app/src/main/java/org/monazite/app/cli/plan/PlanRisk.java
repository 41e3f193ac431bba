package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.text.Texts;
import org.monazite.brief.Numbers;
import org.monazite.plan.PlanResult;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Risk;
import org.monazite.plan.Tail;
import org.monazite.supply.Flag;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The mean of the worst years (CVaR) of a plan: what was asked of it, what it is, and what it rests on.
final class PlanRisk {

    private static final double MOST_USD = 1e13;
    private static final double MOST_TAIL = 0.999;
    private static final double NEARLY_ALL = 0.95; // of the mean: then one ban says it all
    private static final int MOST_NAMED = 3;

    private final Texts texts;
    private final Numbers numbers;
    private final PlanWords words;

    PlanRisk(Texts texts, Numbers numbers, PlanWords words) {
        this.texts = texts;
        this.numbers = numbers;
        this.words = words;
    }

    /// What the command line asks of the worst years.
    static final class Options {

        @Option(names = "--weigh", paramLabel = "LAMBDA", descriptionKey = "opt.weigh")
        private @Nullable Double weigh;

        @Option(names = "--cvar", paramLabel = "USD", descriptionKey = "opt.cvar")
        private @Nullable Double cvar;

        @Option(names = "--tail", paramLabel = "BETA", descriptionKey = "opt.tail")
        private @Nullable Double tail;

        /// The question with what the command line asks of it.
        PlanSpec of(PlanSpec spec) {
            Risk asked = spec.rules().risk();
            double weight = within("--weigh", weigh, asked.weight(), 1, "1");
            double most = within("--cvar", cvar, asked.mostUsd(), MOST_USD, "1e13");
            double beta = within("--tail", tail, spec.tail(), MOST_TAIL, "0.999");
            return spec.with(new Risk(weight, most)).withTail(beta);
        }

        private static double within(
                String option, @Nullable Double value, double usual, double most, String mostText) {
            if (value != null && !(value >= 0 && value <= most)) {
                throw Problem.of(ExitCode.USAGE, "problem.option.range", option, value, "0", mostText);
            }
            return value == null ? usual : value;
        }
    }

    /// What the worst years take without and with the plan, what was asked of them, and which bans they are.
    void show(Report report, PlanResult plan) throws IOException {
        Risk risk = plan.spec().rules().risk();
        Tail before = plan.tail(false);
        Tail after = plan.tail(true);
        String part = numbers.share(after.part());
        if (plan.lossBefore().isValued() && plan.lossAfter().isValued()) {
            report.line(texts.get(
                    "plan.tail", part, money(plan, before.meanUsd()), money(plan, after.meanUsd()), reached(plan)));
            restsOn(report, after.meanUsd() > 0 ? after : before, after.meanUsd() > 0);
        } else {
            report.line(texts.get("plan.tail.unvalued", part));
        }
        if (risk.weight() > 0) {
            report.line(texts.get(
                    "plan.tail.weighed",
                    numbers.share(1 - risk.weight()),
                    numbers.share(risk.weight()),
                    part,
                    money(plan, plan.costUsd()),
                    money(plan, plan.lossAfter().expectedUsd()),
                    money(plan, plan.lossAfter().tailUsd()),
                    money(plan, minimised(plan, risk.weight())),
                    plan.spec().name()));
        }
    }

    private static double minimised(PlanResult plan, double lambda) {
        return plan.costUsd()
                + (1 - lambda) * plan.lossAfter().expectedUsd()
                + lambda * plan.lossAfter().tailUsd();
    }

    /// The target and whether it is kept; nothing where there is none.
    private String reached(PlanResult plan) {
        return plan.targets().stream()
                .filter(PlanResult.TargetState::isMoney)
                .findFirst()
                .map(target -> texts.get(
                        target.kept() ? "plan.tail.kept" : "plan.tail.missed",
                        numbers.usd(target.wanted()),
                        money(plan, target.reached() - target.wanted())))
                .orElse("");
    }

    private String money(PlanResult plan, double usd) {
        return Words.marked(plan.flag().and(Flag.UNVERIFIED), numbers.usd(usd));
    }

    /// Which bans the mean rests on: with the plan, or without it if nothing is left with it.
    private void restsOn(Report report, Tail tail, boolean withPlan) throws IOException {
        if (tail.bans().isEmpty()) {
            return;
        }
        String when = texts.get(withPlan ? "plan.tail.with" : "plan.tail.without");
        String chance = numbers.share(tail.chance());
        String part = numbers.share(tail.part());
        String times = String.format(Locale.ROOT, "%.3g", 1 / tail.part());
        List<Tail.Line> byShare = new ArrayList<>(tail.bans());
        byShare.sort(Comparator.comparingDouble(Tail.Line::share).reversed());
        Tail.Line largest = byShare.getFirst();
        String ban = words.ban(largest.banId());
        if (tail.bans().size() == 1) {
            report.line(
                    tail.all()
                            ? texts.get("plan.tail.only", when, ban, chance, part, times)
                            : texts.get("plan.tail.fills", when, ban, chance));
            return;
        }
        List<String> named = new ArrayList<>();
        for (Tail.Line line : byShare.subList(0, Math.min(MOST_NAMED, byShare.size()))) {
            named.add(texts.get("plan.tail.ban", words.ban(line.banId()), numbers.share(line.share())));
        }
        report.line(texts.get(
                "plan.tail.rests",
                when,
                tail.bans().size(),
                String.format(Locale.ROOT, "%.1f", tail.restsOn()),
                String.join(texts.pick("; ", "、"), named)));
        if (tail.all()) {
            report.line(texts.get("plan.tail.all", chance, part, times, thinner(tail)));
        } else if (largest.share() >= NEARLY_ALL) {
            report.line(texts.get("plan.tail.one", ban));
        }
    }

    /// A tail that half of the bans' chance fills.
    private static String thinner(Tail tail) {
        double beta = 1 - tail.chance() / 2;
        return String.format(Locale.ROOT, "%.3f", Math.min(MOST_TAIL, beta));
    }

    static void json(ObjectNode node, PlanResult plan) {
        ObjectNode worst = node.putObject("worstYears");
        Risk risk = plan.spec().rules().risk();
        worst.set("part", Json.number(1 - plan.spec().tail()));
        worst.set("weight", Json.number(risk.weight()));
        worst.set("limitUsd", Json.number(Double.isInfinite(risk.mostUsd()) ? Double.NaN : risk.mostUsd()));
        boolean valued = plan.lossBefore().isValued() && plan.lossAfter().isValued();
        worst.set(
                "minimisedUsd", Json.number(valued && risk.weight() > 0 ? minimised(plan, risk.weight()) : Double.NaN));
        worst.set("withoutPlan", json(plan.tail(false), valued));
        worst.set("withPlan", json(plan.tail(true), valued));
    }

    static ObjectNode json(Tail tail, boolean valued) {
        ObjectNode node = Json.object();
        node.set("meanUsd", Json.number(valued ? tail.meanUsd() : Double.NaN));
        node.set("chancePerYear", Json.number(tail.chance()));
        node.put("allBans", tail.all());
        node.set("restsOnBans", Json.number(tail.restsOn()));
        ArrayNode bans = node.putArray("bans");
        for (Tail.Line line : tail.bans()) {
            ObjectNode row = bans.addObject();
            row.put("ban", line.banId());
            row.set("chancePerYear", Json.number(line.chance()));
            row.set("lossUsd", Json.number(line.lossUsd()));
            row.set("share", Json.number(line.share()));
        }
        return node;
    }
}
