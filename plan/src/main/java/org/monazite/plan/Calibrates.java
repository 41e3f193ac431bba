package org.monazite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Tightens the limit of unmet demand by the gap between plan and daily engine until the engine keeps the
/// target, three times at most.
final class Calibrates {

    private static final int ROUNDS = 3;
    private static final double KEPT = 1e-4; // a hundredth of a percent, as in the report

    private final Planner planner;
    private final Consumer<String> progress;

    Calibrates(Planner planner, Consumer<String> progress) {
        this.planner = planner;
        this.progress = progress;
    }

    PlanResult of(PlanSpec spec) {
        List<Calibration.Round> rounds = new ArrayList<>();
        PlanSpec asked = spec;
        PlanResult best = planner.solve(spec);
        PlanResult last = best;
        for (int round = 0; round <= ROUNDS; round++) {
            Calibration.Round said = round(asked, last);
            rounds.add(said);
            if (beyond(spec, said) < beyond(spec, round(spec, best))) {
                best = last;
            }
            if (beyond(spec, said) <= KEPT || round == ROUNDS) {
                break;
            }
            PlanSpec next = tighter(spec, asked, said);
            if (next.rules().banLimit().equals(limits(asked))) {
                break; // what could be tightened is at nothing already
            }
            if (!planner.deadline().allows("calibration")) {
                break;
            }
            asked = next;
            progress.accept("the daily engine misses the target: again with limits "
                    + asked.rules().banLimit());
            last = planner.solve(asked);
        }
        boolean closed = beyond(spec, round(spec, best)) <= KEPT;
        return best.with(new Calibration(true, closed, rounds));
    }

    private static PlanSpec tighter(PlanSpec spec, PlanSpec asked, Calibration.Round said) {
        TreeMap<String, Double> limits = new TreeMap<>();
        for (String partner : spec.partners()) {
            double gap = Math.max(0, at(said.engine(), partner) - spec.banLimit(partner));
            limits.put(partner, Math.max(0, asked.banLimit(partner) - gap));
        }
        return asked.with(asked.rules().withLimits(limits));
    }

    private static SortedMap<String, Double> limits(PlanSpec asked) {
        TreeMap<String, Double> limits = new TreeMap<>();
        asked.partners().forEach(partner -> limits.put(partner, asked.banLimit(partner)));
        return limits;
    }

    /// By how much the engine misses the target of the question, for the partner worst off.
    private static double beyond(PlanSpec spec, Calibration.Round said) {
        double most = 0;
        for (String partner : spec.partners()) {
            most = Math.max(most, at(said.engine(), partner) - spec.banLimit(partner));
        }
        return most;
    }

    private static double at(SortedMap<String, Double> map, String partner) {
        return map.getOrDefault(partner, 0.0);
    }

    private static Calibration.Round round(PlanSpec asked, PlanResult plan) {
        TreeMap<String, Double> worst = new TreeMap<>();
        TreeMap<String, Double> engine = new TreeMap<>();
        plan.bans()
                .forEach(ban -> ban.unmetAfter().forEach((partner, unmet) -> worst.merge(partner, unmet, Math::max)));
        plan.replay().lines().forEach(line -> engine.merge(line.partner(), line.engineAfter(), Math::max));
        double spent = 0;
        for (double usd : plan.spentUsd().values()) {
            spent += usd;
        }
        return new Calibration.Round(limits(asked), worst, engine, spent);
    }
}
