package org.monazite.shock;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.monazite.shock.internal.Crew;
import org.monazite.shock.internal.Draws;
import org.monazite.shock.internal.Names;
import org.monazite.shock.internal.Paths;
import org.monazite.shock.internal.Wiring;
import org.monazite.supply.SupplyNetwork;

/// Plays the members of an ensemble on threads of this machine. Each member's draws depend on seed and number
/// alone, and results are put together in member order: any number of threads gives the same bytes.
///
/// Members vary two order signals and three rationing rules in turn. [OrderSignal#REALISED], the rule of Inoue and
/// Todo, is left out: on the network of magnets it lets a rounding error of the undisturbed baseline grow to a full
/// stop
/// within 400 days, so its members would tell of the rule and not of the shock. A single run can still play it.
public final class EnsembleRunner {

    /// Combinations that are always varied: member m plays combination m mod 6.
    private static final RationingRule[] RATIONING = {
        RationingRule.PROPORTIONAL, RationingRule.PRIORITY_WATERFILL, RationingRule.FINAL_LAST
    };

    private static final OrderSignal[] ORDERS = {OrderSignal.SMOOTHED, OrderSignal.FIXED};

    private final EnsembleSettings settings;
    private final IntConsumer progress;

    /// A runner.
    ///
    /// @param progress told the number of members that are done, from any thread
    public EnsembleRunner(EnsembleSettings settings, IntConsumer progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /// Plays all members.
    ///
    /// @throws IllegalArgumentException if an action names a place, product or lane that the network does not have
    public Ensemble run(SupplyNetwork network, Scenario scenario) {
        Names.require(network, scenario.actions());
        Wiring wiring = new Wiring(network, scenario.assumptions().market());
        Members members = new Members(settings.weeks(), settings.seed());
        List<Paths> records = Crew.play(
                settings.threads(), settings.members(), member -> members.play(wiring, scenario, member), progress);
        Run central = Simulation.run(wiring, scenario, settings.weeks(), Double.NaN);
        return new Summary(settings, wiring, records).of(central);
    }

    /// The assumptions of a member: every parameter triangular over its range, rules in turn.
    static Assumptions draw(Assumptions defaults, Draws draws, int member) {
        Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            double mode = defaults.get(parameter);
            values.put(
                    parameter,
                    Draws.triangular(
                            draws.uniform(member, parameter.ordinal(), 0),
                            Math.min(parameter.low(), mode),
                            mode,
                            Math.max(parameter.high(), mode)));
        }
        return defaults.with(values).with(RATIONING[member % 6 / 2], ORDERS[member % 2]);
    }
}
