package org.monazite.app.workspace;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.app.OwnTables;

/// Reads what a table or network of the user loses:
///
///     lose: {"CHN|refining": 0.9, "CHN|magnets": 0.5}
///     first_day: 7
///     days: 120
///     recovery_days: 30
///
/// Only `lose` is needed; the other keys replace what the command line says.
public final class LossFile {

    private static final List<String> KEYS = List.of("lose", "first_day", "days", "recovery_days");

    private LossFile() {}

    /// Reads a loss.
    ///
    /// @param otherwise what holds where the file says nothing
    /// @throws org.monazite.app.text.Problem with file, line and column
    public static OwnTables.Loss read(String file, String text, OwnTables.Loss otherwise) {
        YamlMap map = YamlMap.parse(file, text);
        map.only(KEYS);
        YamlMap lose = map.map("lose");
        Map<String, Double> shares = new TreeMap<>(otherwise.shares());
        for (String name : lose.keys()) {
            double share = lose.number(name);
            if (!(share >= 0 && share <= 1)) {
                throw lose.wrong(name, "problem.yaml.range", name, lose.text(name), "0", "1");
            }
            shares.put(name, share);
        }
        int first = whole(map, "first_day", otherwise.firstDay(), 0);
        int days = whole(map, "days", otherwise.days(), 1);
        double recovery = map.number("recovery_days", otherwise.recoveryDays());
        if (!(recovery > 0 && recovery <= 100_000)) {
            throw map.wrong(
                    "recovery_days", "problem.yaml.range", "recovery_days", map.text("recovery_days"), "0", "100000");
        }
        return new OwnTables.Loss(shares, first, days, recovery);
    }

    private static int whole(YamlMap map, String key, int otherwise, int least) {
        int value = map.whole(key, otherwise);
        if (value < least || value > 100_000) {
            throw map.wrong(key, "problem.yaml.range", key, map.text(key), String.valueOf(least), "100000");
        }
        return value;
    }
}
