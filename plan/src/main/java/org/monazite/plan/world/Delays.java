package org.monazite.plan.world;

import org.monazite.supply.PlanOption;
import org.monazite.supply.Project;
import org.monazite.supply.Range;
import org.monazite.supply.Stage;

/// When works start, as a chance: the triangle of earliest, announced and latest year where a source states them, else
/// the announced year and the delays of the record (`ramp_history`): of 14 mines, mixed and separation works half came
/// within 1.4 years of the day first named, four in five within 2.1, the last within 4; of metal and magnet works too
/// few are on record, so half in time, four in five within a year, the last within 2 are estimates. The 80 % point of
/// each is the start on which a plan counts.
public final class Delays {

    /// Of the 22 plants of the record, those that were built or are being built.
    public static final double COMES = 19.0 / 22;

    /// The point of the chances on whose start a plan counts.
    public static final double COUNTED = 0.8;

    private static final double[] CHANCE = {0, 0.5, 0.8, 1};
    private static final double[] SLOW = {0, 1.4, 2.1, 4};
    private static final double[] QUICK = {0, 0, 1, 2};

    private Delays() {}

    /// First year of output at a point of its chances.
    ///
    /// @param point 0 (as early as it can be) to 1 (as late)
    public static int start(Project project, int asOfYear, double point) {
        int mode = project.start().year().orElse(asOfYear + Schedule.lead(project.status()));
        double start;
        if (project.start().high().isPresent()) {
            int low = Math.min(mode, project.start().low().orElse(mode));
            int high = Math.max(mode, project.start().high().getAsInt());
            start = triangle(low, mode, high, point);
        } else {
            start = mode + record(project.stage(), point);
        }
        return Math.max(project.status().isDecided() ? asOfYear : asOfYear + 1, (int) Math.round(start));
    }

    /// Years from decision to output of a generic option at a point of its chances.
    ///
    /// @param point 0..1
    public static int lead(PlanOption option, double point) {
        Range lead = option.leadYears();
        return Math.max(1, (int) Math.round(triangle(lead.low(), lead.value(), lead.high(), point)));
    }

    /// Inverse of the distribution of a triangle.
    static double triangle(double low, double mode, double high, double point) {
        double width = high - low;
        if (width <= 0) {
            return mode;
        }
        double rises = (mode - low) / width; // chance of no more than the mode
        return point < rises
                ? low + Math.sqrt(point * width * (mode - low))
                : high - Math.sqrt((1 - point) * width * (high - mode));
    }

    private static double record(Stage stage, double point) {
        double[] years = switch (stage) {
            case MINE, MIXED, REFINED, SCRAP -> SLOW;
            case METAL, ALLOY, COMPONENT, ENDUSE -> QUICK;
        };
        int k = 1;
        while (k < CHANCE.length - 1 && point > CHANCE[k]) {
            k++;
        }
        double part = (Math.min(1, point) - CHANCE[k - 1]) / (CHANCE[k] - CHANCE[k - 1]);
        return years[k - 1] + part * (years[k] - years[k - 1]);
    }
}
