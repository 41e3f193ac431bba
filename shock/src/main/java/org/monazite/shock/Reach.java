package org.monazite.shock;

import java.util.ArrayList;
import java.util.List;
import org.monazite.shock.internal.Touch;
import org.monazite.supply.SupplyNetwork;

/// What the actions of a scenario can reach: from which day on, and whether there is anything for them to change.
public final class Reach {

    private Reach() {}

    /// The first day on which an action can change anything.
    public static int firstDay(Action action) {
        return switch (action) {
            case Action.ExportBan ban -> ban.start();
            case Action.LicenceRegime licence -> licence.start();
            case Action.Quota quota -> quota.start();
            case Action.Rush rush -> rush.announced();
            case Action.Outage outage -> outage.start();
            case Action.LaneClosure lane -> lane.start();
            case Action.DemandSurge surge -> surge.start();
            case Action.StockRelease release -> firstDay(release.trigger());
            case Action.Hoarding hoarding -> hoarding.start();
            case Action.Leakage leakage -> leakage.start();
            case Action.NewSupplier supplier -> firstDay(supplier.trigger());
            case Action.Substitution saving -> saving.start();
            case Action.Recycling recycling -> recycling.start();
            case Action.Restart restart -> firstDay(restart.trigger());
            case Action.Branching(var branches) ->
                branches.stream()
                        .flatMap(List::stream)
                        .mapToInt(Reach::firstDay)
                        .min()
                        .orElse(0);
        };
    }

    private static int firstDay(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Day(int day) -> day;
            case Trigger.CoverBelow _, Trigger.SpotAbove _ -> 0;
        };
    }

    /// Indices of the actions that can change nothing in a network: they hit no flow, works or user of it, or their
    /// size is nothing.
    ///
    /// @throws IllegalArgumentException if an action names what the network does not have
    public static List<Integer> idle(SupplyNetwork network, Scenario scenario) {
        scenario.actions().forEach(action -> Simulation.require(network, action, scenario.actions()));
        Touch touch = new Touch(network, scenario.actions());
        List<Integer> idle = new ArrayList<>();
        for (int i = 0; i < scenario.actions().size(); i++) {
            Action action = scenario.actions().get(i);
            if (isNothing(action) || !touch.anything(action)) {
                idle.add(i);
            }
        }
        return idle;
    }

    private static boolean isNothing(Action action) {
        return switch (action) {
            case Action.ExportBan _, Action.Quota _, Action.LicenceRegime _, Action.LaneClosure _ -> false;
            case Action.Recycling recycling -> recycling.elasticity() == 0;
            case Action.Substitution _ -> false; // turns the general rule off where it saves nothing
            case Action.Branching(var branches) ->
                branches.stream().allMatch(branch -> branch.stream().allMatch(Reach::isNothing));
            case Action.Rush rush -> rush.eager() == 0;
            case Action.Outage outage -> outage.loss() == 0;
            case Action.DemandSurge surge -> surge.growth() == 0;
            case Action.StockRelease release -> release.tonnes() == 0 || release.tonnesPerDay() == 0;
            case Action.Hoarding hoarding -> hoarding.extraDays() == 0;
            case Action.Leakage leakage -> leakage.share() * (1 - leakage.enforcement()) == 0;
            case Action.NewSupplier supplier -> supplier.tonnesPerYear() == 0;
            case Action.Restart restart -> restart.tonnesPerYear() == 0;
        };
    }
}
