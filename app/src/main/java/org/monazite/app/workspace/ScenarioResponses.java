package org.monazite.app.workspace;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.monazite.app.text.ExitCode;
import org.monazite.shock.Action;
import org.monazite.shock.ActionNumber;
import org.monazite.shock.Targets;
import org.monazite.shock.Trigger;

/// Reads what buyers and makers do about a shock. The defaults are guesses; docs/methods.md lists them.
final class ScenarioResponses {

    private static final double MOST_DAYS = 3650;
    private static final double MOST_TONNES = 1e9;

    private final ScenarioActions file;
    private final Vocabulary words;
    private final ScenarioDates dates;

    ScenarioResponses(ScenarioActions file, Vocabulary words, ScenarioDates dates) {
        this.file = file;
        this.words = words;
        this.dates = dates;
    }

    Action hoarding(YamlMap map) {
        map.only(List.of("places", "products", "weeks", "dates", "extra_days", "decay_days"));
        ScenarioDates.Window window = dates.window(map);
        Set<String> places = file.places(map, "places");
        Set<String> products = file.products(map);
        double extra = ScenarioDates.number(map, "extra_days", 0, 720, 15);
        double decay = ScenarioDates.number(map, "decay_days", 0, MOST_DAYS, 30);
        Action action = ScenarioActions.checked(
                map, () -> new Action.Hoarding(places, products, window.start(), window.end(), extra, decay));
        return file.guessed(map, action, ActionNumber.HOARDING_DAYS);
    }

    Action leakage(YamlMap map) {
        map.only(List.of(
                "from", "to", "products", "weeks", "dates", "via", "share", "enforcement", "delay_days", "ramp_days"));
        ScenarioDates.Window window = dates.window(map);
        Targets targets = file.targets(map);
        Set<String> via = ScenarioActions.needed(map, "via", file.places(map, "via"));
        double share = ScenarioDates.share(map, "share", 0.1);
        double enforcement = ScenarioDates.share(map, "enforcement", 0);
        double delay = ScenarioDates.number(map, "delay_days", 0, Action.MOST_LAG, 15);
        double ramp = ScenarioDates.number(map, "ramp_days", 0, MOST_DAYS, 60);
        Action action = ScenarioActions.checked(
                map,
                () -> new Action.Leakage(targets, via, window.start(), window.end(), share, enforcement, delay, ramp));
        return file.guessed(
                map, action, ActionNumber.LEAKAGE_SHARE, ActionNumber.LEAKAGE_DELAY, ActionNumber.LEAKAGE_RAMP);
    }

    Action newSupplier(YamlMap map) {
        map.only(List.of(
                "from",
                "to",
                "product",
                "t_per_year",
                "qualify_days",
                "start",
                "cover_below_days",
                "spot_above",
                "spot_days",
                "lag_days"));
        String from = file.place(map, "from");
        String to = file.place(map, "to");
        String product = file.product(map, "product");
        double most = ScenarioDates.number(map, "t_per_year", 0, MOST_TONNES);
        double qualify = ScenarioDates.number(map, "qualify_days", 0, MOST_DAYS, 180);
        Trigger trigger = file.trigger(map, new Trigger.Day(0));
        Optional<Integer> lag = map.has("lag_days")
                ? Optional.of(ScenarioDates.whole(map, "lag_days", 1, Action.MOST_LAG, 1))
                : Optional.empty();
        Action action = ScenarioActions.checked(
                map, () -> new Action.NewSupplier(from, to, product, most, qualify, trigger, lag));
        return file.guessed(map, action, ActionNumber.NEW_SUPPLIER_DAYS);
    }

    Action substitution(YamlMap map) {
        map.only(List.of("places", "products", "start", "most", "days"));
        int start = dates.findDay(map, "start").orElse(0);
        Set<String> places = file.places(map, "places");
        Set<String> products = file.products(map);
        double most = ScenarioDates.share(map, "most", 0.2);
        double days = ScenarioDates.number(map, "days", 1, MOST_DAYS, 360);
        Action action =
                ScenarioActions.checked(map, () -> new Action.Substitution(places, products, start, most, days));
        return file.guessed(map, action, ActionNumber.SUBSTITUTION_MOST, ActionNumber.SUBSTITUTION_DAYS);
    }

    Action recycling(YamlMap map) {
        map.only(List.of("places", "makers", "start", "elasticity", "days", "ceiling"));
        int start = dates.findDay(map, "start").orElse(0);
        Set<String> places = file.places(map, "places");
        Set<String> makers = ScenarioActions.needed(map, "makers", makers(map, "makers"));
        double elasticity = ScenarioDates.number(map, "elasticity", 0, 5, 0.2);
        double days = ScenarioDates.number(map, "days", 1, MOST_DAYS, 90);
        double ceiling = ScenarioDates.number(map, "ceiling", 1, 10, 1.5);
        Action action = ScenarioActions.checked(
                map, () -> new Action.Recycling(places, makers, start, elasticity, days, ceiling));
        return file.guessed(map, action, ActionNumber.RECYCLING_ELASTICITY, ActionNumber.RECYCLING_CEILING);
    }

    Action restart(YamlMap map) {
        map.only(List.of("place", "maker", "t_per_year", "start", "spot_above", "spot_days", "lead_days", "ramp_days"));
        String place = file.place(map, "place");
        String maker = words.maker(map.text("maker"), ExitCode.INPUT, map.where("maker"));
        double tonnes = ScenarioDates.number(map, "t_per_year", 0, MOST_TONNES);
        Trigger trigger = file.trigger(map, new Trigger.Day(0));
        int lead = ScenarioDates.whole(map, "lead_days", 0, (int) MOST_DAYS, 365);
        double ramp = ScenarioDates.number(map, "ramp_days", 0, MOST_DAYS, 180);
        Action action =
                ScenarioActions.checked(map, () -> new Action.Restart(place, maker, tonnes, trigger, lead, ramp));
        return file.guessed(map, action, ActionNumber.RESTART_LEAD, ActionNumber.RESTART_RAMP);
    }

    /// Products or keys of nodes.
    private Set<String> makers(YamlMap map, String key) {
        Set<String> makers = new LinkedHashSet<>();
        map.words(key).forEach(word -> makers.add(words.maker(word.text(), ExitCode.INPUT, word.where())));
        return makers;
    }
}
