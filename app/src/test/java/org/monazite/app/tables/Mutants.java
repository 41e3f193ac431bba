package org.monazite.app.tables;

import java.util.SplittableRandom;

/// A text with one thing wrong, or a few: what happens to files on their way.
final class Mutants {

    private static final String[] PIECES = {
        "",
        "-",
        "NaN",
        "1e999",
        "0x10",
        "\"",
        ",",
        "\t",
        "\n",
        "\r\n",
        " ",
        "|",
        "\u0000",
        "\uFEFF",
        "１２",
        "1,5",
        "=1+1",
        "nan",
        "-0",
        "1e-400",
        "9".repeat(400),
        "a".repeat(5000),
        "{",
        "\u2028",
        ";"
    };

    private Mutants() {}

    static String of(String text, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String mutant = text;
        int wounds = 1 + random.nextInt(3);
        for (int i = 0; i < wounds; i++) {
            mutant = once(mutant, random);
        }
        return mutant;
    }

    private static String once(String text, SplittableRandom random) {
        if (text.isEmpty()) {
            return PIECES[random.nextInt(PIECES.length)];
        }
        int at = random.nextInt(text.length());
        int to = Math.min(text.length(), at + 1 + random.nextInt(8));
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, at); // cut off
            case 1 -> text.substring(0, at) + text.substring(to); // a piece is missing
            case 2 -> text.substring(0, at) + PIECES[random.nextInt(PIECES.length)] + text.substring(at);
            case 3 -> text.substring(0, at) + PIECES[random.nextInt(PIECES.length)] + text.substring(to);
            case 4 -> text.substring(0, at) + (char) (33 + random.nextInt(90)) + text.substring(at + 1);
            default -> line(text, random);
        };
    }

    /// A line comes twice, or in another place.
    private static String line(String text, SplittableRandom random) {
        String[] lines = text.split("\n", -1);
        String line = lines[random.nextInt(lines.length)];
        int at = random.nextInt(lines.length);
        lines[at] = random.nextBoolean() ? lines[at] + "\n" + line : line;
        return String.join("\n", lines);
    }
}
