package org.monazite.plan;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.monazite.plan.replay.Replays;

/// The plan played in the daily engine.
///
/// @param lines one per partner
/// @param largestGap largest difference in points of demand, 0..1
/// @param demandTonnes a year of each partner's demand for what its users take in, t; empty if not known
public record Replay(List<Line> lines, double largestGap, SortedMap<String, Double> demandTonnes) {

    /// Without the partners' demand.
    public Replay(List<Line> lines, double largestGap) {
        this(lines, largestGap, new TreeMap<>());
    }

    /// Where plan and engine differ most, and how much of it all partners share.
    ///
    /// @param line ban and partner
    /// @param isAfter whether it is with the plan
    /// @param plan part unmet by the plan's arithmetic
    /// @param engine the same by the engine
    /// @param planTogether the same of all partners together by the plan's arithmetic
    /// @param engineTogether the same by the engine
    public record Gap(
            Line line, boolean isAfter, double plan, double engine, double planTogether, double engineTogether) {

        /// What all partners lose more in the engine: no foresight, day by day. Below zero, what they win from
        /// others there, as the plan keeps everybody to its share of normal years.
        public double foresight() {
            return engineTogether - planTogether;
        }

        /// What this partner loses more than that: who gets the goods.
        public double division() {
            return engine - plan - foresight();
        }
    }

    /// The largest difference at one partner; empty if demand is not known or nothing was played.
    public Optional<Gap> gap() {
        Optional<Gap> most = Optional.empty();
        for (Line line : demandTonnes.isEmpty() ? List.<Line>of() : lines) {
            for (boolean isAfter : new boolean[] {false, true}) {
                Gap gap = gap(line, isAfter);
                double size = Math.abs(gap.engine() - gap.plan());
                if (most.isEmpty()
                        || size > Math.abs(most.get().engine() - most.get().plan())) {
                    most = Optional.of(gap);
                }
            }
        }
        return most;
    }

    private Gap gap(Line line, boolean isAfter) {
        double demand = 0;
        double plan = 0;
        double engine = 0;
        for (Line each : lines) {
            if (each.banId().equals(line.banId())) {
                double tonnes = demandTonnes.getOrDefault(each.partner(), 0.0);
                demand += tonnes;
                plan += tonnes * (isAfter ? each.planAfter() : each.planBefore());
                engine += tonnes * (isAfter ? each.engineAfter() : each.engineBefore());
            }
        }
        return new Gap(
                line,
                isAfter,
                isAfter ? line.planAfter() : line.planBefore(),
                isAfter ? line.engineAfter() : line.engineBefore(),
                demand > 0 ? plan / demand : 0,
                demand > 0 ? engine / demand : 0);
    }

    /// Copies the lines.
    public Replay {
        lines = List.copyOf(lines);
        demandTonnes = Collections.unmodifiableSortedMap(new TreeMap<>(demandTonnes));
    }

    /// One ban at one partner: part of magnet demand unmet over its length by the plan's arithmetic and by the
    /// daily engine.
    ///
    /// @param banId the ban
    /// @param partner place code
    /// @param planBefore without the plan, by the plan's arithmetic
    /// @param engineBefore without the plan, by the daily engine, mean of the rules that ensembles play
    /// @param spanBefore the same from the kindest to the hardest rules
    /// @param planAfter with the plan, by the plan's arithmetic
    /// @param engineAfter with the plan, by the daily engine, mean of the rules that ensembles play
    /// @param spanAfter the same from the kindest to the hardest rules
    /// @param engineWorstWeekAfter week, from 1, with most unmet with the plan; 0 for none
    public record Line(
            String banId,
            String partner,
            double planBefore,
            double engineBefore,
            Replays.Span spanBefore,
            double planAfter,
            double engineAfter,
            Replays.Span spanAfter,
            int engineWorstWeekAfter) {}
}
