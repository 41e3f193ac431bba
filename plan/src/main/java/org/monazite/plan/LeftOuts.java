package org.monazite.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Effect;
import org.monazite.plan.world.Feed;
import org.monazite.plan.world.World;

/// Why projects and options are not in a plan.
final class LeftOuts {

    private final World world;
    private final Search.Found found;
    private final Solution fixed;

    /// @param fixed solution of the plan's model with whole modules fixed: it has reduced costs
    LeftOuts(World world, Search.Found found, Solution fixed) {
        this.world = world;
        this.found = found;
        this.fixed = fixed;
    }

    List<PlanResult.LeftOut> list() {
        List<PlanResult.LeftOut> all = new ArrayList<>(world.leftOut());
        for (int c = 0; c < world.candidates().size(); c++) {
            if (found.choice().modules()[c] <= 1e-6) {
                all.add(reason(c));
            }
        }
        all.sort(Comparator.comparing(PlanResult.LeftOut::id));
        return all;
    }

    private PlanResult.LeftOut reason(int c) {
        Candidate candidate = world.candidates().get(c);
        int target = world.spec().targetYear();
        int lastLookedAt = world.years().getLast();
        if (world.spec().exclude().stream()
                .anyMatch(id -> candidate.id().equals(id) || candidate.id().startsWith(id + "@"))) {
            return because(candidate, "it is excluded by the question", "設問で除外されている");
        }
        if (candidate.part(lastLookedAt) <= 0) {
            return because(
                    candidate,
                    "it starts in %d, after the last year looked at (%d)".formatted(candidate.start(), lastLookedAt),
                    "稼働が%d年で、評価対象の最終年（%d年）より後になる".formatted(candidate.start(), lastLookedAt));
        }
        if (isMineWithoutWorks(candidate)) {
            return because(
                    candidate,
                    "no works in the plan would separate its concentrate",
                    "その精鉱を分離する設備が計画に入っていない");
        }
        if (isWorksWithoutFeed(c)) {
            return because(
                    candidate, "no mine in the plan would feed it", "原料を供給する鉱山が計画に入っていない");
        }
        double surplus = found.plan().surplus(fixed, c);
        String late = candidate.part(target) < 1
                ? String.format(Locale.ROOT, " (in %d it runs at %.0f %%)", target, 100 * candidate.part(target))
                : "";
        String lateJa = candidate.part(target) < 1
                ? String.format(Locale.ROOT, "（%d年の稼働率は%.0f％）", target, 100 * candidate.part(target))
                : "";
        if (surplus > 0) {
            return because(
                    candidate,
                    "beside what is in the plan it would cost %s M USD a year more than it saves%s"
                            .formatted(amount(surplus), late),
                    "計画に入った他の手段と比べ、費用が便益を年間%s百万ドル上回る%s".formatted(amount(surplus), lateJa));
        }
        return because(
                candidate,
                "the money left does not pay a whole module, or another choice of modules is better" + late,
                "残予算では1モジュールに足りない、または他の組合せの方が優れている" + lateJa);
    }

    private static String amount(double million) {
        return String.format(Locale.ROOT, million >= 10 ? "%.0f" : "%.1f", million);
    }

    private boolean isMineWithoutWorks(Candidate candidate) {
        boolean mine = !candidate.effects().isEmpty()
                && candidate.effects().stream().allMatch(effect -> effect instanceof Effect.Holds);
        if (!mine && !candidate.effects().isEmpty()) {
            return false;
        }
        boolean feeds = candidate.effects().stream()
                .anyMatch(effect -> effect instanceof Effect.Holds(int feed, double _)
                        && world.feeds().get(feed).draws().stream().anyMatch(this::isIn));
        boolean draws = world.feeds().stream()
                .anyMatch(feed -> feed.draws().stream()
                        .anyMatch(draw -> draw.candidate() >= 0
                                && world.candidates().get(draw.candidate()).equals(candidate)));
        return !feeds && !draws;
    }

    private boolean isIn(Feed.Draw draw) {
        return draw.candidate() < 0 || found.choice().modules()[draw.candidate()] > 1e-6;
    }

    private boolean isWorksWithoutFeed(int c) {
        if (!world.candidates().get(c).effects().isEmpty()) {
            return false;
        }
        for (int f = 0; f < world.feeds().size(); f++) {
            Feed feed = world.feeds().get(f);
            boolean drawsHere = feed.draws().stream().anyMatch(draw -> draw.candidate() == c);
            if (drawsHere && (feed.supply().getFirst() > 0 || isFed(f))) {
                return false;
            }
        }
        return true;
    }

    private boolean isFed(int f) {
        for (int c = 0; c < world.candidates().size(); c++) {
            boolean holds = world.candidates().get(c).effects().stream()
                    .anyMatch(effect -> effect instanceof Effect.Holds(int at, double _) && at == f);
            if (holds && found.choice().modules()[c] > 1e-6) {
                return true;
            }
        }
        return false;
    }

    private static PlanResult.LeftOut because(Candidate candidate, String english, String japanese) {
        return new PlanResult.LeftOut(candidate.id(), candidate.nameEn(), candidate.nameJa(), english, japanese);
    }
}
