package org.monazite.plan.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.World;

/// What happens without a plan: the measure of who is worse off with one. Many plans are measured by the same flows,
/// which are checked once for all questions that differ in their budgets alone. Safe for many threads.
public final class Without {

    private final Flows calm;
    private final List<Flows> bans;
    private @Nullable Checked checked;

    /// @param calm a year without a ban
    /// @param bans what happens in each ban, in the order of the world's bans
    public Without(Flows calm, List<Flows> bans) {
        this.calm = calm;
        this.bans = List.copyOf(bans);
    }

    /// A year without a ban.
    public Flows calm() {
        return calm;
    }

    /// What happens in each ban.
    public List<Flows> bans() {
        return bans;
    }

    /// Rows of the flows, seen once.
    ///
    /// @param world in which they happen
    /// @param calm rows of the year without a ban
    /// @param bans rows of each ban
    /// @param flows the same, to be asked what is unmet
    record Checked(World world, Ledger calm, List<Ledger> bans, List<FlowCheck> flows) {

        private boolean holdsIn(World other) {
            return other.with(other.spec().withBudget(world.spec().budgetUsd())).equals(world);
        }
    }

    /// The flows checked in a world; nothing of what is checked hangs on budgets.
    synchronized Checked checkedIn(World world) {
        if (checked == null || !checked.holdsIn(world)) {
            checked = seen(world);
        }
        return checked;
    }

    private Checked seen(World world) {
        Choice nothing = world.nothing();
        DecisionCheck capacities = new DecisionCheck(world, nothing, new Ledger());
        Ledger rows = new Ledger();
        new FlowCheck(world, nothing, calm, calm, capacities, rows).check();
        List<Ledger> rowsOf = new ArrayList<>();
        List<FlowCheck> flows = new ArrayList<>();
        for (Flows each : bans) {
            Ledger own = new Ledger();
            FlowCheck check = new FlowCheck(world, nothing, each, calm, capacities, own);
            check.check();
            rowsOf.add(own);
            flows.add(check);
        }
        return new Checked(world, rows, List.copyOf(rowsOf), List.copyOf(flows));
    }
}
