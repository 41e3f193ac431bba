package org.monazite.atlas.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Damages the order of a file rather than its bytes: columns, lines, ends of lines, marks, numbers of a zip. The same
/// seed gives the same damage.
final class Disorder {

    private static final String[] CELLS = {
        "-7",
        "-0.001",
        "NaN",
        "Infinity",
        "-Infinity",
        "1e40",
        "1E400",
        "0x1F",
        "1_000",
        "1 000",
        "1.000,5",
        "+5",
        "101",
        "1.01",
        "0",
        "-0",
        "9999",
        "1899",
        "2100",
        "20244",
        "2024-13",
        "2024-02-30",
        "Atlantis",
        "XXX",
        "ROW",
        "WLD",
        "EU27",
        "Korea",
        "Congo",
        "stone",
        "tonnes of love",
        "percent",
        "kg",
        "MT",
        "=1+1",
        "@SUM(1)",
        "=cmd|' /C calc'!A0",
        "\ufeff",
        "\u202e12",
        "\u0085",
        "\ufffd",
        "\u2028",
        "１２",
        "∞",
        "NA",
        "W",
        "E",
        "s",
        "<5",
        ">5",
        "5-3",
        "3–5",
        "–5",
        "XX",
        "'",
        "\"\"",
        " ",
        "\t",
        "000000",
        "770000",
        "28053",
        "USD",
        "ZZZ"
    };

    private Disorder() {}

    /// One damaged copy.
    static byte[] of(Fixture fixture, byte[] whole, long seed) throws IOException {
        Random random = new Random(seed * 7_368_787 + fixture.file().hashCode());
        boolean zip = fixture.file().endsWith(".xlsx") || fixture.file().endsWith(".zip");
        if (zip) {
            return random.nextInt(3) == 0 ? numbersOfZip(whole, random) : inside(whole, random);
        }
        return random.nextInt(12) == 0 ? foreign(fixture, whole, random) : disordered(whole, random);
    }

    private static byte[] inside(byte[] whole, Random random) throws IOException {
        return Mutations.inside(whole, random, Disorder::disordered);
    }

    private static byte[] disordered(byte[] whole, Random random) {
        List<String> lines = new ArrayList<>(
                List.of(new String(whole, StandardCharsets.ISO_8859_1).split("(?<=\n)|(?<=</row>)", -1)));
        return switch (random.nextInt(11)) {
            case 0 -> join(columns(lines, random, (cells, a, b) -> Collections.swap(cells, a, b)));
            case 1 -> join(columns(lines, random, (cells, a, b) -> cells.remove(a)));
            case 2 -> join(columns(lines, random, (cells, a, b) -> cells.add(b, cells.get(a))));
            case 3 -> join(columns(lines, random, (cells, a, b) -> cells.add(b, "")));
            case 4 -> join(lineEnds(lines, random));
            case 5 -> inserted(whole, random);
            case 6 -> twice(whole, random);
            case 7 -> join(repeated(lines, random));
            case 8 -> charset(whole, random);
            default -> join(cell(lines, random));
        };
    }

    private static byte[] join(List<String> lines) {
        return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private interface Edit {
        void apply(List<String> cells, int a, int b);
    }

    /// The same edit in every line, or in all but the header.
    private static List<String> columns(List<String> lines, Random random, Edit edit) {
        int width = lines.getFirst().split(",", -1).length;
        int a = random.nextInt(width);
        int b = random.nextInt(width);
        int from = random.nextInt(2);
        for (int i = from; i < lines.size(); i++) {
            List<String> cells = new ArrayList<>(List.of(lines.get(i).split(",", -1)));
            if (a < cells.size() && b < cells.size()) {
                edit.apply(cells, a, b);
                lines.set(i, String.join(",", cells));
            }
        }
        return lines;
    }

    private static List<String> lineEnds(List<String> lines, Random random) {
        String[] ends = {"\r\n", "\n", "\r", "\n\n", "\r\r\n", "", " \n", ",\n", "\u0000\n"};
        for (int i = 0; i < lines.size(); i++) {
            if (random.nextInt(3) == 0) {
                lines.set(i, lines.get(i).replace("\n", ends[random.nextInt(ends.length)]));
            }
        }
        return lines;
    }

    private static byte[] inserted(byte[] whole, Random random) {
        byte[][] marks = {
            {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
            {(byte) 0xff, (byte) 0xfe},
            {0},
            {0x1b, '['},
            {(byte) 0xe2, (byte) 0x80, (byte) 0xae},
            {(byte) 0xc2, (byte) 0x85},
            {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            "\"".getBytes(StandardCharsets.UTF_8),
            "x".repeat(33_000).getBytes(StandardCharsets.UTF_8),
            ",".repeat(2_000).getBytes(StandardCharsets.UTF_8),
            "&lt;!ENTITY".getBytes(StandardCharsets.UTF_8),
            "]]>".getBytes(StandardCharsets.UTF_8)
        };
        byte[] mark = marks[random.nextInt(marks.length)];
        int at = random.nextInt(whole.length + 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(whole, 0, at);
        bytes.writeBytes(mark);
        bytes.write(whole, at, whole.length - at);
        return bytes.toByteArray();
    }

    private static byte[] twice(byte[] whole, Random random) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(whole);
        bytes.write(whole, 0, random.nextInt(whole.length + 1));
        return bytes.toByteArray();
    }

    private static List<String> repeated(List<String> lines, Random random) {
        String line = lines.get(random.nextInt(lines.size()));
        for (int i = 0; i <= random.nextInt(3); i++) {
            lines.add(random.nextInt(lines.size() + 1), line);
        }
        return lines;
    }

    private static byte[] charset(byte[] whole, Random random) {
        Charset[] charsets = {
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.ISO_8859_1,
            Charset.forName("windows-1252"),
            Charset.forName("Shift_JIS"),
            StandardCharsets.UTF_8
        };
        Charset from = random.nextBoolean() ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
        return new String(whole, from).getBytes(charsets[random.nextInt(charsets.length)]);
    }

    private static List<String> cell(List<String> lines, Random random) {
        for (int i = 0; i <= random.nextInt(3); i++) {
            String text = new String(
                    CELLS[random.nextInt(CELLS.length)].getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            if (line.contains("<v>") || line.contains("<td>") || line.contains("<t ")) {
                lines.set(at, marked(line, text, random));
                continue;
            }
            List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
            cells.set(random.nextInt(cells.size()), text);
            lines.set(at, String.join(",", cells));
        }
        return lines;
    }

    /// The text between two marks of XML.
    private static String marked(String line, String text, Random random) {
        List<String> parts = new ArrayList<>(List.of(line.split("(?<=<v>)|(?<=<td>)|(?<=\"preserve\">)", -1)));
        if (parts.size() < 2) {
            return line;
        }
        int part = 1 + random.nextInt(parts.size() - 1);
        String safe = text.replace("&", "&amp;").replace("<", "&lt;");
        parts.set(part, parts.get(part).replaceFirst("^[^<]*", java.util.regex.Matcher.quoteReplacement(safe)));
        return String.join("", parts);
    }

    /// Another format's file under this one's name, or one behind the other.
    private static byte[] foreign(Fixture fixture, byte[] whole, Random random) {
        Fixture other = Fixture.ALL.get(random.nextInt(Fixture.ALL.size()));
        if (other.format() == fixture.format() || random.nextBoolean()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(whole);
            bytes.writeBytes(other.bytes());
            return bytes.toByteArray();
        }
        return other.bytes();
    }

    /// Sizes, check sums, flags and methods in the headers of a zip that do not fit what follows.
    private static byte[] numbersOfZip(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int[] local = {6, 8, 14, 18, 22, 26};
        int[] central = {8, 10, 16, 20, 24, 28, 42};
        for (int i = 0; i <= random.nextInt(2); i++) {
            boolean isCentral = random.nextInt(3) > 0;
            int header = find(bytes, isCentral ? 1 : 3, random);
            if (header >= 0) {
                int field = header
                        + (isCentral ? central[random.nextInt(central.length)] : local[random.nextInt(local.length)]);
                if (field + 4 <= bytes.length) {
                    int value = new int[] {0, 1, 0x7fffffff, 0xffffffff, random.nextInt(5_000)}[random.nextInt(5)];
                    int width = random.nextBoolean() ? 2 : 4;
                    for (int b = 0; b < width; b++) {
                        bytes[field + b] = (byte) (value >> 8 * b);
                    }
                }
            }
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, bytes.length + 100) : bytes;
    }

    private static int find(byte[] bytes, int kind, Random random) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i + 4 <= bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == kind) {
                found.add(i);
            }
        }
        return found.isEmpty() ? -1 : found.get(random.nextInt(found.size()));
    }
}
