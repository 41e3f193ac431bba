package org.monazite.app.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.monazite.shock.backtest.Backtest;
import org.monazite.shock.backtest.Score;
import org.monazite.shock.backtest.Scorecard;
import org.monazite.shock.backtest.Timing;

/// Past events: plays them again, prints the scores, and compares them with the scores that were published with this
/// release, so that nobody changes the engine without saying what it did to them.
public final class BacktestCases {

    /// The events that travel with the program.
    public static final List<String> EVENTS =
            List.of("licences-2025", "licences-2025-usa", "heavy-2025", "gallium-2023", "japan-2010");

    /// Members of the ensemble behind each band.
    public static final int MEMBERS = 200;

    private static final long SEED = 20250404L;
    private static final String PUBLISHED = "scores.csv";
    private static final double TOLERANCE = 1e-6; // the file has six decimals, the engine the same bits everywhere

    private BacktestCases() {}

    /// The scorecard of an event in a folder.
    ///
    /// @param file its file, such as `licences-2025.yaml`
    /// @throws CaseException if it cannot be read
    public static Scorecard scorecard(CaseFolder folder, String file) {
        return Backtest.of(BacktestFile.read(folder, file), MEMBERS, SEED);
    }

    /// The scorecard of an event that travels with the program.
    public static Scorecard inside(String event) {
        return scorecard(CaseFolder.inside("shock/backtests"), event + ".yaml");
    }

    /// One outcome per series: how far its scores are from those published beside it.
    static List<Outcome> check(CaseFolder folder, String file) {
        Scorecard card = scorecard(folder, file);
        Map<String, Double> published = published(folder, card.event());
        List<Outcome> outcomes = new ArrayList<>();
        for (Scorecard.Row row : card.rows()) {
            Worst worst = new Worst();
            numbers(row).forEach((score, value) -> {
                Double before = published.get(row.series().id() + " " + score);
                if (before != null) {
                    worst.see(Math.abs(value - before), score);
                }
            });
            outcomes.add(new Outcome(
                    "backtests", card.event() + " " + row.series().id(), worst.deviation(), TOLERANCE, words(row)));
        }
        return outcomes;
    }

    private static Map<String, Double> published(CaseFolder folder, String event) {
        Map<String, Double> scores = new LinkedHashMap<>();
        if (folder.has(PUBLISHED)) {
            for (Map<String, String> row : folder.csv(PUBLISHED)) {
                if (event.equals(row.get("event"))) {
                    scores.put(
                            row.get("series") + " " + row.get("score"),
                            Double.parseDouble(Objects.requireNonNull(row.get("value"))));
                }
            }
        }
        return scores;
    }

    /// All scores of a row by name, those that exist.
    static Map<String, Double> numbers(Scorecard.Row row) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        row.first().ifPresent(score -> add(numbers, "first_", score));
        row.whole().ifPresent(score -> add(numbers, "", score));
        row.timing().ifPresent(timing -> {
            numbers.put("extreme_error_months", (double) timing.extremeError());
            timing.backError().ifPresent(error -> numbers.put("back_error_months", (double) error));
        });
        return numbers;
    }

    private static void add(Map<String, Double> numbers, String prefix, Score score) {
        numbers.put(prefix + "wmape", score.wmape());
        score.mape().ifPresent(value -> numbers.put(prefix + "mape", value));
        numbers.put(prefix + "crps", score.crps());
        numbers.put(prefix + "cover", score.cover());
        numbers.put(prefix + "naive_last", score.naive().lastFitted());
        numbers.put(prefix + "naive_before", score.naive().before());
        numbers.put(prefix + "naive_mean", score.naive().meanFitted());
        score.naive().previous().ifPresent(value -> numbers.put(prefix + "naive_previous", value));
    }

    private static String words(Scorecard.Row row) {
        StringBuilder words = new StringBuilder();
        if (row.whole().isEmpty()) {
            words.append("shown, not scored");
        }
        row.first().ifPresent(score -> words.append("first %d: %s; ".formatted(score.months(), words(score))));
        row.whole().ifPresent(score -> words.append("all %d: %s".formatted(score.months(), words(score))));
        row.timing().ifPresent(timing -> words.append(words(timing)));
        return words.toString();
    }

    private static String words(Score score) {
        return "wMAPE %.3f (naive: last %.3f, before %.3f, mean %.3f, one ahead %s), MAPE %s, CRPS %.3f, cover %.0f %%"
                .formatted(
                        score.wmape(),
                        score.naive().lastFitted(),
                        score.naive().before(),
                        score.naive().meanFitted(),
                        or(score.naive().previous()),
                        or(score.mape()),
                        score.crps(),
                        100 * score.cover());
    }

    private static String words(Timing timing) {
        OptionalInt back = timing.backError();
        return "; extreme %+d months, return %s"
                .formatted(timing.extremeError(), back.isPresent() ? "%+d months".formatted(back.getAsInt()) : "-");
    }

    private static String or(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : "-";
    }

    /// The event of a name; empty if none travels with the program.
    public static Optional<String> find(String event) {
        return EVENTS.stream().filter(event::equals).findFirst();
    }
}
