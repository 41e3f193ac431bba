package org.monazite.app.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.monazite.shock.firms.FirmOrders;
import org.monazite.shock.firms.FirmRationing;
import org.monazite.shock.firms.FirmRecovery;
import org.monazite.shock.firms.FirmRules;

/// The rules of a recorded run of ProductionNetworkSimulator. Where the case holds the command line of
/// that program
/// (`peer_options`), it decides; words beside it must not contradict it. Without it the words must be
/// known.
///
/// | option | meaning |
/// |---|---|
/// | `-R` | 0 proportional, 1 final demand last, 2 water-filling |
/// | `-o` | 0 scaled target, 1 fixed target, 2 scaled target upwards only |
/// | `-i`, `-T` | days of stock, days to refill |
/// | `-b`, `-c`, `-S` | kind of recovery 0-5, its days, days before it begins |
/// | `-t`, `-r`, `-m`, `-u` | steps, seed, output: no effect on the numbers |
final class PeerOptions {

    private static final Map<String, FirmRationing> RATIONING = Map.of(
            "proportional", FirmRationing.PROPORTIONAL,
            "final demand last", FirmRationing.FINAL_LAST,
            "final-last", FirmRationing.FINAL_LAST,
            "water-filling", FirmRationing.WATERFILL_AS_PUBLISHED,
            "water-filling, exact", FirmRationing.WATERFILL);
    private static final Map<String, FirmOrders> ORDERS = Map.of(
            "scaled target, both signs", FirmOrders.SCALED_TARGET,
            "fixed target, both signs", FirmOrders.FIXED_TARGET,
            "fixed target", FirmOrders.FIXED_TARGET,
            "scaled target, only positive", FirmOrders.SCALED_TARGET_UP,
            "scaled target, upwards only", FirmOrders.SCALED_TARGET_UP);
    private static final Map<String, FirmRecovery> RECOVERY = Map.of(
            "none", FirmRecovery.NONE,
            "linear", FirmRecovery.LINEAR,
            "uniform", FirmRecovery.UNIFORM,
            "at once", FirmRecovery.AT_ONCE,
            "renewal", FirmRecovery.RENEWAL,
            "exponential", FirmRecovery.EXPONENTIAL,
            "damped renewal", FirmRecovery.DAMPED);
    private static final List<String> KNOWN = List.of("R", "o", "i", "T", "b", "c", "S", "t", "r", "m", "u");

    private static final List<FirmRationing> R =
            List.of(FirmRationing.PROPORTIONAL, FirmRationing.FINAL_LAST, FirmRationing.WATERFILL_AS_PUBLISHED);
    private static final List<FirmOrders> O =
            List.of(FirmOrders.SCALED_TARGET, FirmOrders.FIXED_TARGET, FirmOrders.SCALED_TARGET_UP);
    private static final List<FirmRecovery> B = List.of(
            FirmRecovery.LINEAR,
            FirmRecovery.UNIFORM,
            FirmRecovery.AT_ONCE,
            FirmRecovery.RENEWAL,
            FirmRecovery.EXPONENTIAL,
            FirmRecovery.DAMPED);

    private final CaseSpec spec;
    private final Map<String, Double> options = new HashMap<>();
    private final boolean given;

    PeerOptions(CaseSpec spec) {
        this.spec = spec;
        this.given = spec.has("peer_options");
        if (given) {
            String[] words = spec.text("peer_options").strip().split("\\s+");
            for (int i = 0; i < words.length; i += 2) {
                String name = words[i].startsWith("-") ? words[i].substring(1) : "";
                if (!KNOWN.contains(name) || i + 1 == words.length || !words[i + 1].matches("[0-9]{1,9}")) {
                    throw spec.wrong("peer_options");
                }
                options.put(name, Double.valueOf(words[i + 1]));
            }
        }
    }

    /// The rules; a word and an option that contradict each other are refused.
    FirmRules rules() {
        FirmRecovery recovery = pick("recovery", RECOVERY, published());
        try {
            return new FirmRules(
                    pick("rationing", RATIONING, published("R", R)),
                    pick("order_rule", ORDERS, published("o", O)),
                    number("inventory_days", "i", 15),
                    number("refill_days", "T", 6),
                    recovery,
                    recovery == FirmRecovery.NONE ? 0 : number("recovery_days", "c", 0),
                    number("recovery_starts_after_days", "S", 0));
        } catch (IllegalArgumentException e) {
            throw spec.refused(e);
        }
    }

    private @Nullable FirmRecovery published() {
        if (!given) {
            return null;
        }
        if (!options.containsKey("b")) {
            return options.getOrDefault("c", 0.0) > 0 ? FirmRecovery.LINEAR : FirmRecovery.NONE;
        }
        return published("b", B);
    }

    private <T> @Nullable T published(String option, List<T> meanings) {
        if (!given) {
            return null;
        }
        int number = options.getOrDefault(option, 0.0).intValue();
        if (number >= meanings.size()) {
            throw spec.wrong("peer_options");
        }
        return meanings.get(number);
    }

    private <T> T pick(String key, Map<String, T> words, @Nullable T published) {
        if (published == null) {
            return Objects.requireNonNull(words.get(spec.choice(key, words.keySet())));
        }
        if (spec.has(key)) {
            T meant = words.getOrDefault(spec.text(key), published);
            boolean exact = meant == FirmRationing.WATERFILL && published == FirmRationing.WATERFILL_AS_PUBLISHED;
            if (!exact && meant != published) {
                throw spec.wrong(key);
            }
            return meant;
        }
        return published;
    }

    private double number(String key, String option, double otherwise) {
        double published = options.getOrDefault(option, otherwise);
        if (!given) {
            return spec.number(key, otherwise);
        }
        if (spec.has(key) && spec.number(key) != published) {
            throw spec.wrong(key);
        }
        return published;
    }
}
