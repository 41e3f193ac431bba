package org.monazite.plan.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The farmer of cases/plan/smps/farmer: 500 acres of wheat, corn and beet, three kinds of year.
final class Farmer {

    private static final Path FOLDER = Path.of("..", "cases", "plan", "smps", "farmer");

    private Farmer() {}

    static TwoStage asScenarios() {
        return Smps.read(text("farmer.cor"), text("farmer.tim"), text("farmer-scen.sto"));
    }

    static TwoStage asBlocks() {
        return Smps.read(text("farmer.cor"), text("farmer.tim"), text("farmer-blocks.sto"));
    }

    static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
