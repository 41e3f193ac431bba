package org.monazite.app.trail;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.monazite.app.SecureRequest;
import org.monazite.plan.PlanSpec;
import org.monazite.supply.Flag;

/// Settings: what a question chooses, with the value where nobody chooses.
final class SettingTrails {

    /// What a setting has where the question says nothing; NaN where there is no such number.
    private static final Map<String, Double> DEFAULTS = defaults();

    private SettingTrails() {}

    private static Map<String, Double> defaults() {
        PlanSpec spec = PlanSpec.of(List.of("JPN", "USA"), "CHN", SecureRequest.DEFAULT_BUDGET_USD);
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("seed", 20251028.0);
        all.put("ensemble.members", 500.0);
        all.put("ensemble.members.others", 100.0);
        all.put("ensemble.weeks", 52.0);
        all.put("frontier.points", (double) SecureRequest.DEFAULT_POINTS);
        all.put("plan.budget_usd", SecureRequest.DEFAULT_BUDGET_USD);
        all.put("plan.target_year", (double) spec.targetYear());
        all.put("plan.ban_quarters", (double) spec.banQuarters());
        all.put("plan.stocks.release", spec.rules().stocks().release());
        all.put("plan.targets", Double.NaN);
        all.put("plan.targets.worst_ban", spec.targets().worstBan());
        all.put("plan.targets.direct_share", spec.targets().directShare());
        all.put("plan.targets.traced_share", spec.targets().tracedShare());
        all.put("plan.targets.cvar", Double.NaN);
        all.put("plan.tail", spec.tail());
        all.put("plan.risk_weight", 0.0);
        all.put("plan.late_years", 2.0);
        for (String key : List.of("scenario", "scenario.start", "as_of", "chain", "for", "against")) {
            all.put(key, Double.NaN);
        }
        for (String rule : List.of("rationing", "orders", "open", "market")) {
            all.put("assumptions." + rule, Double.NaN);
        }
        return all;
    }

    /// A setting; of a budget also that of one place, `plan.budget_usd.JPN`.
    static Optional<Trail> find(String key) {
        String general = key.matches("plan\\.budget_usd\\.[A-Z]{3}") ? "plan.budget_usd" : key;
        Double value = DEFAULTS.get(general);
        if (value == null) {
            return Optional.empty();
        }
        List<Trail.Amount> amounts = value.isNaN()
                ? List.of()
                : List.of(new Trail.Amount(
                        Said.of("trail.default"),
                        value,
                        Double.NaN,
                        Double.NaN,
                        general.equals("plan.budget_usd") ? "USD" : ""));
        Said what = Said.of("trail.setting", Said.of("setting." + general));
        return Optional.of(new Trail(key, Trail.Kind.SETTING, what, amounts, Flag.NONE, List.of(), List.of()));
    }

    /// All settings.
    static Collection<String> names() {
        return DEFAULTS.keySet();
    }
}
