package org.monazite.shock.scale;

import java.util.List;

/// What a scenario did to a network of firms. Money (or tonnes) as in the network; days from 0.
///
/// @param scenario its name
/// @param normalPerDay output of all firms in normal times, per day
/// @param finalPerDay final demand in normal times, per day
/// @param output per day, all firms, as a share of normal times
/// @param unmetFinal final demand not served, per day, as a share of normal final demand
/// @param lostBySector output lost against normal times over the whole run, by sector; negative if
///     more was made
/// @param unmetBySector final demand not served over the whole run, by sector of the supplier
public record FirmRun(
        String scenario,
        double normalPerDay,
        double finalPerDay,
        List<Double> output,
        List<Double> unmetFinal,
        List<Double> lostBySector,
        List<Double> unmetBySector) {

    /// Copies the lists.
    public FirmRun {
        output = List.copyOf(output);
        unmetFinal = List.copyOf(unmetFinal);
        lostBySector = List.copyOf(lostBySector);
        unmetBySector = List.copyOf(unmetBySector);
    }

    /// Output lost over the run, as a share of what is made in normal times.
    public double lostShare() {
        double made = 0;
        for (double share : output) {
            made += share;
        }
        return 1 - made / output.size();
    }

    /// Final demand not served over the run, as a share of the normal one.
    public double unmetShare() {
        double unmet = 0;
        for (double share : unmetFinal) {
            unmet += share;
        }
        return unmet / unmetFinal.size();
    }

    /// The day of least output.
    public int worstDay() {
        int worst = 0;
        for (int day = 1; day < output.size(); day++) {
            worst = output.get(day) < output.get(worst) ? day : worst;
        }
        return worst;
    }
}
