package org.monazite.plan.check;

import java.util.List;
import org.monazite.plan.world.World;

/// No ban takes more from a partner than it takes without the plan, but for what the plan says it does. What happens
/// without the plan is checked like the plan itself.
final class FairCheck {

    private final World world;
    private final Without without;
    private final Ledger ledger;

    FairCheck(World world, Without without, Ledger ledger) {
        this.world = world;
        this.without = without;
        this.ledger = ledger;
    }

    void check(List<FlowCheck> bans, Claims claims) {
        ledger.equal("number of bans without the plan", without.bans().size(), bans.size());
        DecisionCheck nothing = new DecisionCheck(world, world.nothing(), ledger);
        nothing.check();
        Without.Checked seen = without.checkedIn(world);
        ledger.add(seen.calm());
        for (int e = 0; e < Math.min(bans.size(), without.bans().size()); e++) {
            FlowCheck was = seen.flows().get(e);
            ledger.add(seen.bans().get(e));
            for (String partner : world.partners()) {
                if (world.spec().rules().noWorse()
                        || world.spec().rules().bystanders().contains(partner)) {
                    keeps(
                            world.bans().get(e).id() + ": " + partner,
                            was.unmet(partner),
                            bans.get(e),
                            partner,
                            claims,
                            e);
                }
            }
        }
    }

    /// What is admitted must be so: a plan cannot buy itself room.
    private void keeps(String who, double was, FlowCheck is, String partner, Claims claims, int ban) {
        double unmet = is.unmet(partner);
        double more = claims.bans().get(ban).more().getOrDefault(partner, 0.0);
        ledger.atMost(who + " loses no more than without the plan", unmet, was + more, 1);
        if (more != 0) {
            ledger.equal(who + " loses as much more as said", unmet - was, more, 1);
        }
    }
}
