package org.monazite.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.monazite.plan.cases.Smps;
import org.monazite.plan.cases.TwoStage;

/// A stand-in for the large stormG2 programs, which are not to be had here: the program stormG2 of eight
/// scenarios with more scenarios drawn from it, each random element for itself from its eight printed values.
/// Same rows, columns and range of values as the original; other scenarios, hence another optimum.
final class StormLike {

    private static final long MULTIPLIER = 6364136223846793005L;
    private static final long STEP = 1442695040888963407L;

    private StormLike() {}

    /// Reads the program of eight scenarios and draws from it.
    ///
    /// @param folder holds `stormg2.cor`, `stormg2.tim` and `stormg2-8.sto`
    static TwoStage of(Path folder, int scenarios, long seed) throws IOException {
        TwoStage eight =
                Smps.read(text(folder, "stormg2.cor"), text(folder, "stormg2.tim"), text(folder, "stormg2-8.sto"));
        long state = seed;
        List<TwoStage.Scenario> drawn = new ArrayList<>();
        for (int s = 0; s < scenarios; s++) {
            List<Double> values = new ArrayList<>();
            for (int place = 0; place < eight.places().size(); place++) {
                state = state * MULTIPLIER + STEP;
                int pick = (int) ((state >>> 33) % eight.scenarios().size());
                values.add(eight.scenarios().get(pick).values().get(place));
            }
            drawn.add(new TwoStage.Scenario("drawn" + (s + 1), 1.0 / scenarios, values));
        }
        return eight.with(drawn);
    }

    private static String text(Path folder, String file) throws IOException {
        return Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1);
    }
}
