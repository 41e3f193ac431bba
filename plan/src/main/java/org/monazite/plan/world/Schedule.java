package org.monazite.plan.world;

import java.util.List;
import org.monazite.supply.Project;
import org.monazite.supply.Stage;

/// When works start and how fast they fill up. A plan counts on the 80 % point of the start, so that it
/// survives late projects: for a triangle `(low, mode, high)` that is `high - sqrt(0.2 (high - low) (high -
/// mode))`, rounded.
public final class Schedule {

    /// Separation: shares of capacity by year of operation, derived from ramps seen.
    static final List<Double> SEPARATION = List.of(0.2, 0.45, 0.7, 0.9, 1.0);
    /// Magnet works; no full ramp was seen, so an estimate.
    static final List<Double> MAGNETS = List.of(0.4, 0.75, 1.0);
    /// Metal and alloy works; an estimate.
    static final List<Double> METAL = List.of(0.4, 0.7, 0.95, 1.0);
    /// Mines; an estimate.
    static final List<Double> MINE = List.of(0.3, 0.6, 0.85, 1.0);

    /// Years over which mines and separation works are paid for before their first output; an estimate.
    static final int SLOW = 3;
    /// The same of metal, alloy, magnet works and recyclers; an estimate.
    static final int QUICK = 2;
    /// The same of programmes that save or replace; an estimate.
    static final int PROGRAMME = 1;

    private static final double LATE_PART = 0.2;
    private static final int LATE_MINES = 2; // 80 % point of 14 plants is 2.1 years

    private Schedule() {}

    /// The ramp of works at a stage.
    static List<Double> ramp(Stage stage) {
        return switch (stage) {
            case MINE, MIXED -> MINE;
            case REFINED, SCRAP -> SEPARATION;
            case METAL, ALLOY -> METAL;
            case COMPONENT, ENDUSE -> MAGNETS;
        };
    }

    /// The ramp that a plan counts on for a named project: announced size times [Guess#DELIVERY].
    static List<Double> counted(Stage stage) {
        return ramp(stage).stream().map(part -> part * Guess.DELIVERY).toList();
    }

    /// Years over which works of a stage are paid for before their first output.
    static int build(Stage stage) {
        return switch (stage) {
            case MINE, MIXED, REFINED -> SLOW;
            case METAL, ALLOY, COMPONENT, ENDUSE, SCRAP -> QUICK;
        };
    }

    /// Part of the size in use in a year.
    static double part(List<Double> ramp, int start, int year) {
        return year < start ? 0 : ramp.get(Math.min(year - start, ramp.size() - 1));
    }

    /// First year of output on which a plan counts.
    static int start(Project project, int asOfYear) {
        int mode = project.start().year().orElse(asOfYear + lead(project.status()));
        int start = mode + late(project.stage());
        if (project.start().high().isPresent()) {
            int low = project.start().low().orElse(mode);
            int high = project.start().high().getAsInt();
            double eighty = high - Math.sqrt(LATE_PART * Math.max(0, high - low) * Math.max(0, high - mode));
            start = (int) Math.round(Math.max(mode, eighty));
        }
        return project.status().isDecided() ? start : Math.max(start, asOfYear + 1);
    }

    /// Years by which works without a stated range are late at the 80 % point.
    private static int late(Stage stage) {
        return switch (stage) {
            case MINE, MIXED, REFINED, SCRAP -> LATE_MINES;
            case METAL, ALLOY, COMPONENT, ENDUSE -> 1;
        };
    }

    /// Years from decision to output where no year is stated.
    static int lead(Project.Status status) {
        return switch (status) {
            case OPERATING, RAMPING, CONSTRUCTION, COMMITTED -> 1;
            case PLANNED -> 3;
            case MOU -> 4;
            case UNCERTAIN -> 5;
            case PILOT -> 6;
        };
    }
}
