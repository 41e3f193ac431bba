package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.Texts;
import org.monazite.brief.Numbers;
import org.monazite.plan.PlanResult;
import org.monazite.plan.Replay;
import org.monazite.plan.replay.Replays;
import org.monazite.shock.RationingRule;

/// What the daily engine makes of a plan: the worst of the bans it played, for each partner, and whether that hangs on
/// how short suppliers divide.
final class PlanReplay {

    private static final double WIDE = 0.05; // of a partner's demand, from the kindest to the hardest rules

    private final Texts texts;
    private final Numbers numbers;
    private final Words words;

    PlanReplay(Texts texts, Numbers numbers, Words words) {
        this.texts = texts;
        this.numbers = numbers;
        this.words = words;
    }

    void show(Report report, PlanResult plan) throws IOException {
        String mark = plan.flag().mark();
        for (String partner : plan.spec().partners()) {
            Replay.Line before = worst(plan, partner, Replay.Line::engineBefore);
            Replay.Line after = worst(plan, partner, Replay.Line::engineAfter);
            report.line(texts.get(
                    "plan.replay",
                    words.place(partner),
                    mark + numbers.share(before.engineBefore()),
                    range(before.spanBefore()),
                    mark + numbers.share(after.engineAfter()),
                    range(after.spanAfter())));
        }
        for (String partner : plan.spec().partners()) {
            Replays.Span span = worst(plan, partner, Replay.Line::engineAfter).spanAfter();
            if (span.most() - span.least() > WIDE && span.kindest() != span.hardest()) {
                report.line(texts.get(
                        "plan.replay.hangs",
                        words.place(partner),
                        mark + numbers.share(span.least()),
                        rule(span.kindest()),
                        mark + numbers.share(span.most()),
                        rule(span.hardest())));
            }
        }
    }

    private static Replay.Line worst(PlanResult plan, String partner, ToDoubleFunction<Replay.Line> unmet) {
        return plan.replay().lines().stream()
                .filter(line -> line.partner().equals(partner))
                .max(Comparator.comparingDouble(unmet))
                .orElseThrow();
    }

    private String range(Replays.Span span) {
        return numbers.shareRange(span.least(), span.most());
    }

    private String rule(RationingRule rule) {
        return texts.get("plan.rule." + rule.name().toLowerCase(Locale.ROOT));
    }
}
