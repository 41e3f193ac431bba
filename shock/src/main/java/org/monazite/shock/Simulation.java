package org.monazite.shock;

import java.util.List;
import java.util.function.BiConsumer;
import org.monazite.shock.internal.Kernel;
import org.monazite.shock.internal.Names;
import org.monazite.shock.internal.View;
import org.monazite.shock.internal.WeeklyRecorder;
import org.monazite.shock.internal.Wiring;
import org.monazite.supply.SupplyNetwork;

/// Plays scenarios on a network, day by day. The network is never changed.
public final class Simulation {

    private final SupplyNetwork network;

    private Simulation(SupplyNetwork network) {
        this.network = network;
    }

    /// A simulation of a balanced network.
    public static Simulation of(SupplyNetwork network) {
        return new Simulation(network);
    }

    /// Plays one scenario with its assumptions as they stand and reports by weeks.
    ///
    /// @param weeks how long, at least 1
    /// @throws IllegalArgumentException if an action names a place, product or lane that the network does not have
    /// @throws BrokenRunException if a number becomes infinite or undefined on the way
    public Run run(Scenario scenario, int weeks) {
        Names.require(network, scenario.actions());
        Wiring wiring = new Wiring(network, scenario.assumptions().market(), scenario.actions());
        return run(wiring, scenario, weeks, Double.NaN);
    }

    /// Checks an action of a scenario against a network before anything is played.
    ///
    /// @param all actions of the scenario
    /// @throws IllegalArgumentException if the network lacks what the action names or needs; the message has a line
    /// that begins with "Maybe"
    public static void require(SupplyNetwork network, Action action, List<Action> all) {
        Names.require(network, action, all);
    }

    static Run run(Wiring wiring, Scenario scenario, int weeks, double stockQuantile) {
        Kernel kernel =
                new Kernel(wiring, scenario.assumptions(), scenario.branch(0).actions(), stockQuantile);
        WeeklyRecorder recorder = new WeeklyRecorder(kernel, weeks);
        for (int day = 0; day < 7 * weeks; day++) {
            kernel.day(day);
            recorder.day(day);
        }
        return recorder.run();
    }

    /// Plays one scenario and shows every day to a listener.
    ///
    /// @throws IllegalArgumentException if an action names a place, product or lane that the network does not have
    /// @throws BrokenRunException if a number becomes infinite or undefined on the way
    public void daily(Scenario scenario, int days, BiConsumer<Integer, DayView> listener) {
        Names.require(network, scenario.actions());
        Kernel kernel = new Kernel(
                new Wiring(network, scenario.assumptions().market()),
                scenario.assumptions(),
                scenario.branch(0).actions(),
                Double.NaN);
        DayView view = new View(kernel);
        for (int day = 0; day < days; day++) {
            kernel.day(day);
            listener.accept(day, view);
        }
    }
}
