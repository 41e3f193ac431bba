package org.monazite.shock.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.monazite.shock.Action;
import org.monazite.shock.Assumptions;
import org.monazite.shock.Parameter;
import org.monazite.shock.Scenario;
import org.monazite.shock.Targets;
import org.monazite.supply.SupplyNetwork;

/// A past event as the engine plays it.
///
/// @param id its name
/// @param network one product, one supplier and its buyers
/// @param supplier place that imposed the measure
/// @param product what was traded
/// @param start day 0, the first day of the measure
/// @param days how long it is played
/// @param measures what was imposed
/// @param knobs the unknown numbers
/// @param series what was observed
public record PastEvent(
        String id,
        SupplyNetwork network,
        String supplier,
        String product,
        LocalDate start,
        int days,
        List<Measure> measures,
        List<Knob> knobs,
        List<Series> series) {

    /// Copies the lists.
    public PastEvent {
        measures = List.copyOf(measures);
        knobs = List.copyOf(knobs);
        series = List.copyOf(series);
    }

    /// What was imposed, apart from its unknown numbers.
    public sealed interface Measure {

        /// A licence regime.
        ///
        /// @param targets whom it hits
        /// @param from first day
        /// @param end first day without it
        /// @param laterFrom day from which the later approval counts
        record Licence(Targets targets, int from, int end, int laterFrom) implements Measure {}

        /// A stop, in part or in full.
        ///
        /// @param allowed share of the flow that may still be ordered; empty where it is an unknown number
        record Ban(Targets targets, int from, int end, OptionalDouble allowed) implements Measure {}
    }

    /// The values of all knobs before any fit.
    public Map<Knob.What, Double> defaults() {
        Map<Knob.What, Double> values = new EnumMap<>(Knob.What.class);
        knobs.forEach(knob -> values.put(knob.what(), knob.value()));
        return values;
    }

    /// The scenario for some values of the knobs; what no knob names has the value of the licence regime of the
    /// document on scenarios: all controlled, half the rest held 20 days, 63 days to a decision.
    public Scenario scenario(Map<Knob.What, Double> values) {
        Map<Parameter, Double> parameters = new EnumMap<>(Parameter.class);
        put(parameters, Parameter.PRICE_SPEED, values.get(Knob.What.PRICE_SPEED));
        put(parameters, Parameter.STOCK_DAYS, values.get(Knob.What.STOCK_DAYS));
        List<Action> actions = new ArrayList<>();
        for (Measure measure : measures) {
            actions.add(
                    switch (measure) {
                        case Measure.Licence licence -> licence(licence, values);
                        case Measure.Ban ban ->
                            new Action.ExportBan(
                                    ban.targets(),
                                    ban.from(),
                                    ban.end(),
                                    ban.allowed().orElse(or(values, Knob.What.ALLOWED, 0)));
                    });
        }
        return new Scenario(id, start, Assumptions.MINERALS.with(parameters), actions);
    }

    private static Action licence(Measure.Licence licence, Map<Knob.What, Double> values) {
        double approval = or(values, Knob.What.APPROVAL, 1);
        List<Action.Approval> shares = new ArrayList<>(List.of(new Action.Approval(0, approval)));
        double later = or(values, Knob.What.LATER_APPROVAL, approval);
        if (later != approval) {
            shares.add(new Action.Approval(licence.laterFrom(), later));
        }
        return new Action.LicenceRegime(
                licence.targets(),
                licence.from() + (int) Math.round(or(values, Knob.What.START_DAYS, 0)),
                licence.end(),
                or(values, Knob.What.DELAY_DAYS, 63),
                shares,
                or(values, Knob.What.CONTROLLED, 1),
                or(values, Knob.What.SPILL, 0.5),
                or(values, Knob.What.SPILL_DELAY_DAYS, 20),
                Double.POSITIVE_INFINITY);
    }

    private static double or(Map<Knob.What, Double> values, Knob.What what, double otherwise) {
        Double value = values.get(what);
        return value == null ? otherwise : value;
    }

    private static void put(
            Map<Parameter, Double> parameters, Parameter parameter, @org.jspecify.annotations.Nullable Double value) {
        if (value != null) {
            parameters.put(parameter, value);
        }
    }
}
