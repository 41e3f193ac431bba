package org.monazite.atlas.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.monazite.atlas.imports.ImportException.Fault;

@Timeout(20)
class HostileFilesTest {

    @TempDir
    Path folder;

    /// Whatever happened, nothing is left behind.
    @AfterEach
    void nothing_is_kept_or_left_in_staging() throws IOException {
        Path imports = folder.resolve("atlas/imports");
        if (Files.exists(imports)) {
            try (Stream<Path> left = Files.list(imports)) {
                assertThat(left).isEmpty();
            }
        }
    }

    private void refused(Fixture fixture, byte[] bytes, Fault fault) {
        assertThatThrownBy(() -> fixture.read(folder, bytes, true).close())
                .isInstanceOfSatisfying(
                        ImportException.class,
                        e -> assertThat(e.fault()).as(e.getMessage()).isEqualTo(fault));
    }

    private static byte[] ledger(String replace, String by) {
        return FixturesTest.replaced(Fixture.of("ledger.csv").bytes(), replace, by, StandardCharsets.UTF_8);
    }

    @Test
    void a_NUL_byte_refuses_the_file() {
        refused(Fixture.of("ledger.csv"), ledger("Nagoya", "Nago\0ya"), Fault.CONTROL_BYTE);
    }

    @Test
    void bytes_in_another_encoding_refuse_the_file_and_never_become_replacement_characters() {
        byte[] latin = "date,Zürich".getBytes(StandardCharsets.ISO_8859_1);
        refused(Fixture.of("ledger.csv"), latin, Fault.ENCODING);
        refused(Fixture.of("ledger.csv"), ledger("Nagoya", "Nagoya\ufffd"), Fault.ENCODING);
        refused(Fixture.of("ledger.csv"), "date,a\n".getBytes(StandardCharsets.UTF_16), Fault.ENCODING);
    }

    @Test
    void UTF_8_where_windows_1252_is_due_is_refused() {
        byte[] utf8 = new String(
                        Fixture.of("usgs-mcs-2026.csv").bytes(), java.nio.charset.Charset.forName("windows-1252"))
                .getBytes(StandardCharsets.UTF_8);
        refused(Fixture.of("usgs-mcs-2026.csv"), utf8, Fault.ENCODING);
    }

    @Test
    void a_file_that_ends_inside_a_quoted_cell_is_cut_off() {
        byte[] whole = Fixture.of("ledger.csv").bytes();
        int quote = new String(whole, StandardCharsets.ISO_8859_1).indexOf('"');
        refused(Fixture.of("ledger.csv"), Arrays.copyOf(whole, quote + 3), Fault.QUOTES);
    }

    @Test
    void a_line_of_two_megabytes_is_refused() {
        refused(Fixture.of("ledger.csv"), ledger("Nagoya", "x".repeat(2 << 20)), Fault.LONG_LINE);
    }

    @Test
    void a_cell_of_32_KB_is_refused_by_line() throws IOException {
        try (ImportResult result =
                Fixture.of("ledger.csv").read(folder, ledger("Wolfram Bergbau", "x".repeat(40_000)), false)) {
            assertThat(result.rejects()).extracting(Reject::reason).containsExactly(Reason.LONG_CELL);
            assertThat(result.rejects().getFirst().text().length()).isLessThan(300);
        }
    }

    @Test
    void a_hundred_thousand_columns_are_refused() {
        refused(
                Fixture.of("ledger.csv"),
                ("date" + ",a".repeat(100_000) + "\n").getBytes(StandardCharsets.UTF_8),
                Fault.MANY_COLUMNS);
    }

    @Test
    void cells_that_look_like_formulas_stay_text() throws IOException {
        try (ImportResult result =
                Fixture.of("ledger.csv").read(folder, Fixture.of("ledger.csv").bytes(), false)) {
            assertThat(Fixture.purchases(result))
                    .extracting(LedgerLine::supplier)
                    .contains("=HYPERLINK Metals");
        }
    }

    @Test
    void links_folders_devices_and_pipes_are_refused_without_being_read() throws Exception {
        Fixture ledger = Fixture.of("ledger.csv");
        Path file = Files.write(folder.resolve("real.csv"), ledger.bytes());
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        Path pipe = folder.resolve("pipe.csv");
        boolean piped = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor(5, TimeUnit.SECONDS);

        List<Path> bad = new ArrayList<>(List.of(link, folder, Path.of("/dev/zero"), folder.resolve("none.csv")));
        if (piped && Files.exists(pipe)) {
            bad.add(pipe);
        }
        List<Fault> faults = new ArrayList<>();
        for (Path path : bad) {
            try (ImportResult result = ledger.read(folder, path, false)) {
                throw new AssertionError(path + " was read: " + result.counts());
            } catch (ImportException e) {
                faults.add(e.fault());
            }
        }
        assertThat(faults)
                .startsWith(Fault.A_LINK, Fault.NOT_A_FILE, Fault.NOT_A_FILE, Fault.NO_FILE)
                .doesNotContain(Fault.EMPTY);
    }

    @Test
    void an_empty_file_is_refused() {
        refused(Fixture.of("ledger.csv"), new byte[0], Fault.EMPTY);
    }

    private static Map<String, byte[]> parts(String workbook) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new java.io.ByteArrayInputStream(Fixture.bytes(workbook)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
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

    private static byte[] workbook(String part, String from, String to) throws IOException {
        Map<String, byte[]> parts = parts("ledger.xlsx");
        String text = new String(parts.get(part), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        parts.put(
                part, text.replaceFirst(java.util.regex.Pattern.quote(from), to).getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    @Test
    void a_bomb_is_refused_while_it_is_unpacked() throws IOException {
        Map<String, byte[]> parts = parts("ledger.xlsx");
        byte[] blanks = new byte[40 << 20];
        Arrays.fill(blanks, (byte) ' ');
        parts.put("xl/sharedStrings.xml", blanks);
        refused(Fixture.of("ledger.xlsx"), zip(parts), Fault.ZIP_BOMB);
    }

    @Test
    void paths_that_lead_elsewhere_and_names_that_stand_twice_are_refused() throws IOException {
        for (String path : List.of("../evil.xml", "/etc/passwd", "xl\\..\\x", "C:x", "XL/WORKBOOK.XML")) {
            Map<String, byte[]> parts = parts("ledger.xlsx");
            parts.put(path, new byte[10]);
            refused(Fixture.of("ledger.xlsx"), zip(parts), Fault.ZIP_PATH);
        }
    }

    @Test
    void a_zip_that_is_cut_off_is_refused() {
        byte[] whole = Fixture.of("ledger.xlsx").bytes();
        refused(Fixture.of("ledger.xlsx"), Arrays.copyOf(whole, whole.length / 2), Fault.NOT_A_ZIP);
    }

    @Test
    void a_zip_inside_a_zip_is_not_opened() throws IOException {
        Map<String, byte[]> outer = new TreeMap<>();
        outer.put("inner.zip", Fixture.of("BACI_HS17_V202401b.zip").bytes());
        refused(Fixture.of("BACI_HS17_V202401b.zip"), zip(outer), Fault.ZIP_CONTENT);
    }

    @Test
    void entities_and_document_types_are_not_followed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        String type = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        String text = new String(Fixture.of("ofr.xml").bytes(), StandardCharsets.UTF_8)
                .replaceFirst("(?s)^.*?<article>", java.util.regex.Matcher.quoteReplacement(type + "<article>"))
                .replace("Gallium", "&e;");
        refused(Fixture.of("ofr.xml"), text.getBytes(StandardCharsets.UTF_8), Fault.XML);

        String laughs = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
        String bomb = text.replace(type, laughs).replace("&e;", "&b;");
        refused(Fixture.of("ofr.xml"), bomb.getBytes(StandardCharsets.UTF_8), Fault.XML);
    }

    @Test
    void deep_nesting_is_refused() {
        String deep = "<article>" + "<sec>".repeat(5_000) + "</sec>".repeat(5_000) + "</article>";
        refused(Fixture.of("ofr.xml"), deep.getBytes(StandardCharsets.UTF_8), Fault.XML);
        refused(
                Fixture.of("comtrade.json"),
                ("{\"data\":" + "[".repeat(5_000)).getBytes(StandardCharsets.UTF_8),
                Fault.JSON);
    }

    @Test
    void cells_far_to_the_right_and_rows_out_of_order_are_refused() throws IOException {
        String sheet = "xl/worksheets/sheet1.xml";
        refused(Fixture.of("ledger.xlsx"), workbook(sheet, "r=\"K1\"", "r=\"XFD1\""), Fault.MANY_COLUMNS);
        refused(Fixture.of("ledger.xlsx"), workbook(sheet, "<row r=\"3\">", "<row r=\"1\">"), Fault.XML);
        refused(Fixture.of("ledger.xlsx"), workbook(sheet, "t=\"s\"><v>0<", "t=\"s\"><v>9999<"), Fault.XML);
    }

    @Test
    void a_formula_without_stored_result_is_refused_by_cell() throws IOException {
        byte[] bytes = workbook("xl/worksheets/sheet1.xml", "</f><v>5.2</v>", "</f>");
        try (ImportResult result = Fixture.of("ledger.xlsx").read(folder, bytes, false)) {
            assertThat(result.rejects())
                    .extracting(Reject::reason, Reject::where)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(Reason.NO_STORED_RESULT, "ledger.xlsx!Purchases:F5"));
        }
    }

    @Test
    void JSON_that_is_cut_off_or_counts_otherwise_is_refused() {
        byte[] whole = Fixture.of("comtrade.json").bytes();
        refused(Fixture.of("comtrade.json"), Arrays.copyOf(whole, whole.length - 30), Fault.JSON);
        byte[] other = FixturesTest.replaced(whole, "\"count\": 15", "\"count\": 16", StandardCharsets.UTF_8);
        refused(Fixture.of("comtrade.json"), other, Fault.JSON);
    }

    @Test
    void quotation_marks_in_BACI_are_refused() {
        byte[] quoted = FixturesTest.replaced(
                Fixture.of("BACI_HS17_Y2022_V202401b.csv").bytes(), "900.0", "\"900.0\"", StandardCharsets.UTF_8);
        refused(Fixture.of("BACI_HS17_Y2022_V202401b.csv"), quoted, Fault.QUOTES);
    }
}
