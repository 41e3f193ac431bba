package org.monazite.shock.internal;

import java.util.List;
import java.util.Set;
import org.monazite.shock.Action;
import org.monazite.shock.PriceMarket;
import org.monazite.supply.SupplyNetwork;

/// Whether there is anything in a network that an action could change.
public final class Touch {

    private final Wiring w;
    private final Aim aim;
    private final List<Action> all;

    /// Looks at a network with the trades that the actions can open.
    public Touch(SupplyNetwork network, List<Action> actions) {
        this.w = new Wiring(network, PriceMarket.DESTINATION, actions);
        this.aim = new Aim(w);
        this.all = List.copyOf(actions);
    }

    /// True if a flow, works or a user of the network is hit.
    public boolean anything(Action action) {
        return switch (action) {
            case Action.ExportBan ban -> aim.links(ban.targets()).length > 0;
            case Action.LicenceRegime licence -> aim.links(licence.targets()).length > 0;
            case Action.Quota quota -> aim.links(quota.targets()).length > 0;
            case Action.Rush rush -> aim.links(rush.targets()).length > 0;
            case Action.Outage outage -> aim.nodes(outage).length > 0;
            case Action.LaneClosure closure -> crosses(closure);
            case Action.DemandSurge surge -> aim.finals(surge).length > 0;
            case Action.StockRelease release ->
                aim.cells(Set.of(release.place()), Set.of(release.product())).length > 0;
            case Action.Hoarding hoarding -> aim.cells(hoarding.places(), hoarding.products()).length > 0;
            case Action.Substitution saving -> aim.cells(saving.places(), saving.products()).length > 0;
            case Action.Leakage _, Action.NewSupplier _ -> aim.opened(action).length > 0;
            case Action.Recycling recycling -> aim.makers(recycling.places(), recycling.nodes()).length > 0;
            case Action.Restart restart -> aim.makers(Set.of(restart.place()), Set.of(restart.node())).length > 0;
            case Action.Branching(var branches) ->
                branches.stream().anyMatch(branch -> branch.stream().anyMatch(this::anything));
        };
    }

    private boolean crosses(Action.LaneClosure closure) {
        Detours detours = new Detours(w.network, closure, all);
        for (int link = 0; link < w.links; link++) {
            if (detours.extra(w.linkRoutes[link]).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
