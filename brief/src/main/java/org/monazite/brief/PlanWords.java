package org.monazite.brief;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.monazite.plan.Decision;
import org.monazite.plan.Hang;
import org.monazite.plan.Late;
import org.monazite.plan.PlanResult;
import org.monazite.plan.PlanResult.TargetState;
import org.monazite.plan.Replay;

/// The sentences of page one on the plan: what it takes and saves, what it is made of, which targets it misses.
final class PlanWords {

    private static final int MOST_MISSED = 2;

    private final PlanResult plan;
    private final Texts texts;
    private final Numbers numbers;
    private final Names names;

    PlanWords(PlanResult plan, Texts texts, Numbers numbers, Names names) {
        this.plan = plan;
        this.texts = texts;
        this.numbers = numbers;
        this.names = names;
    }

    /// What the plan takes and what it saves, by its own arithmetic and in the daily engine.
    String sentence() {
        String budget = numbers.usd(plan.spec().totalBudgetUsd());
        String before = unmet(plan.lossBefore());
        if (plan.decisions().isEmpty()) {
            return texts.get("headline.plan.nothing", budget, before);
        }
        double spent = plan.spentUsd().values().stream().reduce(0.0, Double::sum);
        List<Replay.Line> played = plan.replay().lines();
        return texts.get(
                played.isEmpty() ? "headline.plan.unplayed" : "headline.plan",
                plan.decisions().size(),
                numbers.usd(spent),
                budget,
                before,
                unmet(plan.lossAfter()),
                numbers.roundShare(worst(played, Replay.Line::engineBefore)),
                numbers.roundShare(worst(played, Replay.Line::engineAfter)));
    }

    private static double worst(List<Replay.Line> lines, java.util.function.ToDoubleFunction<Replay.Line> of) {
        return lines.stream().mapToDouble(of).max().orElse(Double.NaN);
    }

    /// The demand unmet, and whose it is if anything is missing.
    private String unmet(PlanResult.Loss loss) {
        String share = numbers.roundShare(loss.worstUnmet());
        return loss.worstPartner().isEmpty() || loss.worstUnmet() == 0
                ? share
                : texts.get("headline.plan.who", share, names.placeIn(loss.worstPartner()));
    }

    private record Kind(String id, int count, int named, double usd) {}

    /// What the plan is made of, by money, and how many decided works it counts on.
    String madeOf() {
        long works =
                plan.counted().stream().map(PlanResult.Counted::id).distinct().count();
        List<String> parts = kinds().stream()
                .map(kind ->
                        texts.get("headline.made." + kind.id(), kind.count(), kind.named(), numbers.usd(kind.usd())))
                .toList();
        String supplier = names.placeIn(plan.spec().against());
        if (works == 0) {
            return parts.isEmpty()
                    ? texts.get("headline.made.nothing")
                    : texts.get("headline.made.alone", numbers.list(parts));
        }
        String range = countedRange();
        String made = parts.isEmpty()
                ? texts.get("headline.made.counted", works, supplier, range)
                : texts.get("headline.made", numbers.list(parts), works, supplier, range);
        return made + hangs() + late();
    }

    /// What becomes of the plan if works come later than counted, and what the plan for that case takes.
    private String late() {
        Late late = plan.late();
        return late.isAsked() && late.withPlan().worstUnmet() > plan.lossAfter().worstUnmet()
                ? texts.get(
                        "headline.late",
                        late.years(),
                        unmet(late.before()),
                        unmet(late.withPlan()),
                        unmet(late.after()),
                        numbers.usd(late.totalSpentUsd()))
                : "";
    }

    /// The decided works on which most hangs: the worst ban before the plan if it does not come.
    private String hangs() {
        double before = plan.lossBefore().worstUnmet();
        return plan.hangsOn().stream()
                .max(Comparator.comparingDouble(Hang::worstUnmet))
                .filter(each -> each.worstUnmet() > before)
                .map(each -> texts.get(
                        "headline.hangs",
                        each.name(),
                        numbers.roundShare(each.worstUnmet()),
                        names.placeIn(each.worstPartner()),
                        numbers.roundShare(before)))
                .orElse("");
    }

    private List<Kind> kinds() {
        TreeMap<String, Kind> kinds = new TreeMap<>();
        for (Decision each : plan.decisions()) {
            double usd = each.paidUsd().values().stream().reduce(0.0, Double::sum);
            int named = names.works(each).isEmpty() ? 0 : 1;
            String id = each.kind() == Decision.Kind.MODULE && names.isMetal(each.productId())
                    ? "metal_module"
                    : each.kind().id();
            kinds.merge(
                    id,
                    new Kind(id, 1, named, usd),
                    (a, b) -> new Kind(id, a.count + b.count, a.named + b.named, a.usd + b.usd));
        }
        return kinds.values().stream()
                .sorted(Comparator.comparingDouble(Kind::usd).reversed().thenComparing(Kind::id))
                .toList();
    }

    /// The smallest and the largest part of an announced size that the plan counts on.
    private String countedRange() {
        double[] parts = plan.counted().stream()
                .filter(each -> each.statedTonnes() > 0)
                .mapToDouble(each -> each.countedTonnes() / each.statedTonnes())
                .sorted()
                .toArray();
        return parts.length == 0 ? numbers.notAvailable() : numbers.shareRange(parts[0], parts[parts.length - 1]);
    }

    /// How far the targets are reached, and which are missed by how much.
    String targets() {
        List<TargetState> missed =
                plan.targets().stream().filter(each -> !each.kept()).toList();
        long paper = plan.targets().stream()
                .filter(each -> each.kept() && each.onPaper())
                .count();
        int all = plan.targets().size();
        if (missed.isEmpty()) {
            return paper > 0
                    ? texts.get("headline.targets.paper", paper, all)
                    : texts.get("headline.targets.kept", all);
        }
        String key = switch (plan.outcome()) {
            case NEAREST -> "headline.targets.nearest";
            case OPTIMAL, BEST_KNOWN -> "headline.targets.missed";
        };
        return texts.get(key, missed.size(), all, paper, missed(missed));
    }

    private String missed(List<TargetState> missed) {
        List<String> parts = new ArrayList<>();
        missed.stream()
                .sorted(Comparator.comparingDouble((TargetState each) -> each.wanted() - each.reached()))
                .limit(MOST_MISSED)
                .forEach(each -> parts.add(texts.get(
                        "headline.targets.part",
                        names.word("target", each.name()),
                        names.subject(each.subject()),
                        numbers.share(each.reached()),
                        numbers.share(each.wanted()))));
        int more = missed.size() - parts.size();
        String list = String.join(texts.get("headline.targets.comma"), parts);
        return more > 0 ? texts.get("headline.targets.more", list, more) : list;
    }
}
