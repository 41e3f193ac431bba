package org.monazite.app.workspace;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import org.monazite.app.text.Problem;

/// Days, windows and numbers of a scenario file. Weeks count from 1, days from the start of the scenario.
final class ScenarioDates {

    private static final int MOST_DAYS = 36_500;
    private static final int MOST_WEEK = 999;

    private final LocalDate start;

    ScenarioDates(LocalDate start) {
        this.start = start;
    }

    /// Days from the start, the end not included.
    record Window(int start, int end) {

        boolean isOpen() {
            return end == Integer.MAX_VALUE;
        }
    }

    /// `weeks: 1-26` with both ends, or `dates: [2025-04-04, 2025-12-31]` with both ends; without either, all the time.
    Window window(YamlMap map) {
        if (map.has("dates")) {
            List<YamlMap.Word> dates = map.words("dates");
            if (dates.size() != 2) {
                throw map.wrong("dates", "problem.yaml.dates", "dates");
            }
            if (map.has("weeks")) {
                throw map.wrong("weeks", "problem.yaml.both", "weeks", "dates");
            }
            long first = days(date(map, "dates", dates.get(0).text()));
            long last = days(date(map, "dates", dates.get(1).text()));
            if (first < 0 || last < first || last > MOST_DAYS) {
                throw map.wrong("dates", "problem.yaml.window", start);
            }
            return new Window((int) first, (int) last + 1);
        }
        return map.has("weeks")
                ? ScenarioFile.weekWindow(map.text("weeks"))
                        .map(days -> new Window(days[0], days[1]))
                        .orElseThrow(() -> map.wrong("weeks", "problem.yaml.weeks", map.text("weeks")))
                : new Window(0, Integer.MAX_VALUE);
    }

    private long days(LocalDate date) {
        return ChronoUnit.DAYS.between(start, date);
    }

    /// A day, written as a date or as the number of the week that it begins.
    OptionalInt findDay(YamlMap map, String key) {
        if (!map.has(key)) {
            return OptionalInt.empty();
        }
        String text = map.text(key);
        if (text.matches("[0-9]{1,3}")) {
            int week = Integer.parseInt(text);
            if (week < 1) {
                throw map.wrong(key, "problem.yaml.range", key, text, "1", MOST_WEEK);
            }
            return OptionalInt.of(7 * (week - 1));
        }
        long day = days(date(map, key, text));
        if (day < 0 || day > MOST_DAYS) {
            throw map.wrong(key, "problem.yaml.window", start);
        }
        return OptionalInt.of((int) day);
    }

    static LocalDate date(YamlMap map, String key, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            Problem problem = map.wrong(key, "problem.yaml.date", text);
            problem.initCause(e);
            throw problem;
        }
    }

    /// A number in a range.
    static double number(YamlMap map, String key, double least, double most) {
        double value = map.number(key);
        if (!(value >= least && value <= most)) {
            throw map.wrong(key, "problem.yaml.range", key, map.text(key), plain(least), plain(most));
        }
        return value;
    }

    static double number(YamlMap map, String key, double least, double most, double otherwise) {
        return map.has(key) ? number(map, key, least, most) : otherwise;
    }

    static double share(YamlMap map, String key, double otherwise) {
        return number(map, key, 0, 1, otherwise);
    }

    /// A whole number in a range.
    static int whole(YamlMap map, String key, int least, int most, int otherwise) {
        int value = map.whole(key, otherwise);
        if (value < least || value > most) {
            throw map.wrong(key, "problem.yaml.range", key, map.text(key), plain(least), plain(most));
        }
        return value;
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
