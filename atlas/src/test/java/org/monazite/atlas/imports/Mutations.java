package org.monazite.atlas.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Damages files the way disks, people and programs do. The same seed gives the same damage.
final class Mutations {

    private static final String[] NUMBERS = {
        "-1", "-0.5", "NaN", "1e999", "0x10", "1,2,3", "١٢", "99999999999999999999", "", "1.2.3", "Infinity", "0", "--"
    };
    private static final String[] TEXTS = {"Atlantis", "XXX", "NA", "=1+1", "\"", "\u0000", "0", " ", "W", "Korea"};

    private Mutations() {}

    /// One damaged copy.
    static byte[] of(Fixture fixture, byte[] whole, long seed) throws IOException {
        Random random = new Random(seed * 1_000_003 + fixture.file().hashCode());
        boolean zip = fixture.file().endsWith(".xlsx") || fixture.file().endsWith(".zip");
        if (zip && random.nextInt(4) > 0) { // a sound zip around a damaged part
            return inside(whole, random, Mutations::damaged);
        }
        return damaged(whole, random);
    }

    /// What is done to one part.
    interface Damage {
        byte[] of(byte[] part, Random random);
    }

    /// A sound zip in which one part is damaged.
    static byte[] inside(byte[] whole, Random random, Damage damage) throws IOException {
        Map<String, byte[]> parts = parts(whole);
        List<String> names = new ArrayList<>(parts.keySet());
        String name = names.get(random.nextInt(names.size()));
        parts.put(name, damage.of(parts.get(name), random));
        return zip(parts);
    }

    private static Map<String, byte[]> parts(byte[] whole) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(whole))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    /// A sound zip in which the text of one part is another.
    static byte[] part(byte[] whole, String name, UnaryOperator<String> edit) throws IOException {
        Map<String, byte[]> parts = parts(whole);
        parts.computeIfPresent(
                name,
                (_, bytes) ->
                        edit.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] damaged(byte[] whole, Random random) {
        if (whole.length == 0) {
            return new byte[] {(byte) random.nextInt(256)}; // an empty part of a zip
        }
        return switch (random.nextInt(9)) {
            case 0 -> flipped(whole, random);
            case 1 -> Arrays.copyOf(whole, random.nextInt(whole.length));
            case 2 -> lines(whole, random, lines -> lines.remove(random.nextInt(lines.size())));
            case 3 ->
                lines(
                        whole,
                        random,
                        lines -> lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size()))));
            case 4 -> lines(whole, random, lines -> swapCells(lines, random));
            case 5 -> lines(whole, random, lines -> setCell(lines, random, NUMBERS[random.nextInt(NUMBERS.length)]));
            case 6 -> lines(whole, random, lines -> setCell(lines, random, TEXTS[random.nextInt(TEXTS.length)]));
            case 7 -> encoding(whole, random);
            default -> lines(whole, random, lines -> mangleDigit(lines, random));
        };
    }

    private static byte[] flipped(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int i = 0; i <= random.nextInt(4); i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private interface Edit {
        void apply(List<String> lines);
    }

    private static byte[] lines(byte[] whole, Random random, Edit edit) {
        List<String> lines = new ArrayList<>(
                List.of(new String(whole, StandardCharsets.ISO_8859_1).split("(?<=\n)|(?<=</row>)|(?<=},)", -1)));
        for (int i = 0; i <= random.nextInt(2); i++) {
            edit.apply(lines);
            if (lines.isEmpty()) {
                break;
            }
        }
        return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void swapCells(List<String> lines, Random random) {
        int at = random.nextInt(lines.size());
        List<String> cells = new ArrayList<>(List.of(lines.get(at).split(",", -1)));
        Collections.swap(cells, random.nextInt(cells.size()), random.nextInt(cells.size()));
        lines.set(at, String.join(",", cells));
    }

    /// A cell between commas, or a value between marks of XML.
    private static void setCell(List<String> lines, Random random, String text) {
        String latin = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        if (line.contains("<v>")) {
            List<String> values = new ArrayList<>(List.of(line.split("(?<=<v>)", -1)));
            int value = 1 + random.nextInt(values.size() - 1);
            values.set(
                    value, values.get(value).replaceFirst("^[^<]*", java.util.regex.Matcher.quoteReplacement(latin)));
            lines.set(at, String.join("", values));
            return;
        }
        String[] cells = line.split(",", -1);
        cells[random.nextInt(cells.length)] = latin;
        lines.set(at, String.join(",", cells));
    }

    private static void mangleDigit(List<String> lines, Random random) {
        int at = random.nextInt(lines.size());
        StringBuilder line = new StringBuilder(lines.get(at));
        List<Integer> digits = new ArrayList<>();
        for (int i = 0; i < line.length(); i++) {
            if (Character.isDigit(line.charAt(i))) {
                digits.add(i);
            }
        }
        if (!digits.isEmpty()) {
            line.setCharAt(digits.get(random.nextInt(digits.size())), "0123456789Ol-.,eE ".charAt(random.nextInt(18)));
            lines.set(at, line.toString());
        }
    }

    private static byte[] encoding(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int[] broken = {0xff, 0xfe, 0xc0, 0x80, 0xed, 0x81, 0x00, 0x1a};
        bytes[random.nextInt(bytes.length)] = (byte) broken[random.nextInt(broken.length)];
        return random.nextInt(6) == 0
                ? new String(whole, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16)
                : bytes;
    }
}
