package org.monazite.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// A made-up year of trade in the form of BACI: every pair of places trades some codes of the harmonised system, sorted
/// by exporter, importer and code, weights padded to one width, some of them not available. Follows from the seed.
final class MadeTrade {

    private static final int CODES = 5_000;
    private static final double UNKNOWN = 0.03; // part of the lines without a weight, as in BACI

    private MadeTrade() {}

    /// Writes the file.
    ///
    /// @param places numeric codes
    /// @param rows about how many lines, at most 5,000 for each pair of places
    /// @return the number of lines below the header
    static long write(Path file, Collection<Integer> places, long rows, int year, long seed) throws IOException {
        List<Integer> sorted = List.copyOf(new TreeSet<>(places));
        double share = rows / (double) ((long) sorted.size() * (sorted.size() - 1) * CODES);
        SplittableRandom random = new SplittableRandom(seed);
        int[] codes = codes(random);
        long written = 0;
        StringBuilder line = new StringBuilder();
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("t,i,j,k,v,q\n");
            for (int exporter : sorted) {
                for (int importer : sorted) {
                    if (exporter == importer) {
                        continue;
                    }
                    for (int code : codes) {
                        if (random.nextDouble() < share) {
                            row(line, year, exporter, importer, code, random);
                            out.append(line);
                            written++;
                        }
                    }
                }
            }
        }
        return written;
    }

    private static int[] codes(SplittableRandom random) {
        TreeSet<Integer> codes = new TreeSet<>();
        while (codes.size() < CODES) {
            int code = 10_000 + random.nextInt(960_000);
            if (code / 10_000 != 77) { // a chapter that is not in use
                codes.add(code);
            }
        }
        return codes.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void row(StringBuilder line, int year, int from, int to, int code, SplittableRandom random) {
        line.setLength(0);
        line.append(year).append(',').append(from).append(',').append(to).append(',');
        line.append(code).append(',');
        decimal(line, 1 + (long) StrictMath.exp(13 * random.nextDouble()));
        line.append(',');
        int begin = line.length();
        if (random.nextDouble() < UNKNOWN) {
            line.append("NA");
        } else {
            decimal(line, (long) StrictMath.exp(14 * random.nextDouble()));
        }
        line.insert(begin, " ".repeat(Math.max(0, 14 - (line.length() - begin))));
        line.append('\n');
    }

    /// A number of thousandths with three decimals.
    private static void decimal(StringBuilder line, long thousandths) {
        line.append(thousandths / 1000).append('.');
        long rest = thousandths % 1000;
        line.append(rest / 100).append(rest / 10 % 10).append(rest % 10);
    }
}
