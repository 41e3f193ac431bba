package org.monazite.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.atlas.pack.Pack;

/// The embedded pack with made-up series added until it holds so many figures. Follows from the seed.
final class MadeFigures {

    private static final int PERIODS = 100;

    private MadeFigures() {}

    /// The id of a figure in the middle of the embedded pack.
    static String someId() {
        List<FigureRecord> figures = Pack.embedded().figures();
        return figures.get(figures.size() / 2).id();
    }

    /// Writes the tables into a folder and reads them as a pack.
    static Pack pack(Path folder, int figures, long seed) throws IOException {
        Pack embedded = Pack.embedded();
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : embedded.files().entrySet()) {
            Files.write(folder.resolve(file.getKey() + ".csv"), file.getValue());
        }
        String source = embedded.table("series").getFirst().text("source_id");
        SplittableRandom random = new SplittableRandom(seed);
        int missing = figures - embedded.figures().size();
        Path series = folder.resolve("series.csv");
        try (BufferedWriter out = Files.newBufferedWriter(series, StandardCharsets.UTF_8, StandardOpenOption.APPEND)) {
            for (int i = 0; i < missing; i++) {
                out.write("MADE_UP_%06d,%d,%d,t,made up for timing,,%s,D,estimate,computed\n"
                        .formatted(i / PERIODS, 1925 + i % PERIODS, random.nextInt(1, 1_000_000), source));
            }
        }
        return Pack.in(folder);
    }
}
