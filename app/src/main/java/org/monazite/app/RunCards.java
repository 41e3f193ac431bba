package org.monazite.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.monazite.app.text.Texts;
import org.monazite.shock.EnsembleSettings;
import org.monazite.shock.Parameter;
import org.monazite.shock.Scenario;
import org.monazite.supply.Assumed;
import org.monazite.supply.Flag;
import org.monazite.supply.RunCard;
import org.monazite.supply.SupplyNetwork;

/// Run cards: what a result was computed from.
final class RunCards {

    private RunCards() {}

    /// The card of a result that needs no draws.
    static RunCard of(SupplyNetwork network) {
        return new RunCard(
                network.id().atlas(), network.id().digest(), Software.version(), 0, new TreeMap<>(), List.of());
    }

    /// The card of an ensemble.
    ///
    /// @param more settings of the job around it
    static RunCard of(
            SupplyNetwork network, Scenario scenario, EnsembleSettings settings, SortedMap<String, String> more) {
        TreeMap<String, String> all = new TreeMap<>(more);
        all.put("ensemble.members", Integer.toString(settings.members()));
        all.put("ensemble.weeks", Integer.toString(settings.weeks()));
        all.put("scenario", scenario.name());
        all.put("scenario.start", scenario.start().toString());
        for (Parameter parameter : Parameter.values()) {
            all.put(
                    "assumptions." + parameter.key(),
                    Double.toString(scenario.assumptions().get(parameter)));
        }
        all.put("assumptions.rationing", word(scenario.assumptions().rationing()));
        all.put("assumptions.orders", word(scenario.assumptions().orders()));
        all.put("assumptions.open", word(scenario.assumptions().open()));
        all.put("assumptions.market", word(scenario.assumptions().market()));
        return new RunCard(
                network.id().atlas(),
                network.id().digest(),
                Software.version(),
                settings.seed(),
                all,
                assumed(scenario));
    }

    private static String word(Enum<?> rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }

    /// The defaults of the engine that no published source stands behind.
    static List<Assumed> assumed(Scenario scenario) {
        Texts english = Texts.of(Locale.ENGLISH);
        Texts japanese = Texts.of(Locale.JAPANESE);
        List<Assumed> list = new ArrayList<>();
        for (Parameter parameter : Parameter.values()) {
            if (parameter.guess()) {
                String key = "parameter." + parameter.key();
                list.add(new Assumed(
                        "assumptions." + parameter.key(),
                        scenario.assumptions().get(parameter),
                        english.get(key + ".unit"),
                        english.get(key),
                        japanese.get(key),
                        Flag.UNVERIFIED));
            }
        }
        for (Scenario.Guess guess : scenario.guesses()) {
            String key = "parameter." + guess.number().key();
            Assumed assumed = new Assumed(
                    "actions." + guess.number().key(),
                    guess.number().of(guess.action()),
                    english.get(key + ".unit"),
                    english.get(key),
                    japanese.get(key),
                    Flag.UNVERIFIED);
            if (!list.contains(assumed)) {
                list.add(assumed);
            }
        }
        return list;
    }
}
