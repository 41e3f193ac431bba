package org.monazite.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Effect;
import org.monazite.plan.world.Feed;
import org.monazite.plan.world.World;

/// Why projects and options are not in a plan.
final class LeftOuts {

    private final World world;
    private final Search.Found found;
    private final Solution fixed;
    private final Solver solver;
    private final Model again;

    /// @param fixed solution of the plan's model with whole modules fixed
    LeftOuts(World world, Search.Found found, Solution fixed, Solver solver) {
        this.solver = solver;
        this.again = found.plan().model().fixedAt(found.solution());
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
                    "no works that the plan backs would separate its concentrate; decided works count with their own feed",
                    "その精鉱を分離する設備が支援対象に入っていない（決定済みの設備は自前の原料で算入している）");
        }
        if (isWorksWithoutFeed(c)) {
            return because(candidate, "no mine that the plan backs would feed it", "原料を供給する鉱山が支援対象に入っていない");
        }
        if (!Deadline.of(solver).allows("reasons")) {
            return because(candidate, "it was not looked at: the limit of time was reached", "時間制限に達したため検討していない");
        }
        return tried(c);
    }

    /// Why a candidate is not in that would do something: what the plan with it is like.
    private PlanResult.LeftOut tried(int c) {
        Candidate candidate = world.candidates().get(c);
        int target = world.spec().targetYear();
        String late = candidate.part(target) < 1
                ? String.format(Locale.ROOT, " (in %d it runs at %.0f %%)", target, 100 * candidate.part(target))
                : "";
        String lateJa = candidate.part(target) < 1
                ? String.format(Locale.ROOT, "（%d年の稼働率は%.0f％）", target, 100 * candidate.part(target))
                : "";
        double capital = candidate.cash();
        Solution with = forced(c);
        if (!with.hasPlan()) {
            return because(
                    candidate,
                    "the budget left does not pay the %s M USD that one of it takes%s".formatted(amount(capital), late),
                    "必要な%s百万ドルを残予算で賄えない%s".formatted(amount(capital), lateJa));
        }
        double worse = found.plan().worstExcess(with) - found.plan().worstExcess(fixed);
        if (worse > 1e-4) {
            String points = String.format(Locale.ROOT, "%.1f", 100 * worse);
            return because(
                    candidate,
                    "the %s M USD it takes do more elsewhere: with it the worst ban would take %s percentage points more%s"
                            .formatted(amount(capital), points, late),
                    "必要な%s百万ドルは他に使う方が効果が大きい。これを入れると最悪の禁輸による不足が%sポイント増える%s".formatted(amount(capital), points, lateJa));
        }
        double dearer = with.objective() - fixed.objective();
        return because(
                candidate,
                "one of it takes %s M USD of the partners' money and would cost %s M USD a year more than it saves beside what is in the plan%s"
                        .formatted(amount(capital), amount(Math.max(0, dearer)), late),
                "支援国の負担は%s百万ドルで、計画に入った他の手段と併せると費用が便益を年間%s百万ドル上回る%s"
                        .formatted(amount(capital), amount(Math.max(0, dearer)), lateJa));
    }

    /// The plan with one module of a candidate (all of one that can be divided), whole modules of the
    /// others as they are.
    private Solution forced(int c) {
        int column = found.plan().modules(c);
        double amount = Math.min(1, world.candidates().get(c).most());
        double[] was = {again.low(column), again.high(column)};
        again.bounds(column, amount, amount);
        Solution solution = solver.solve(again, Limits.NONE);
        again.bounds(column, was[0], was[1]);
        return solution;
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
