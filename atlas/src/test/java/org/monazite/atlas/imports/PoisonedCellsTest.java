package org.monazite.atlas.imports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every column that means something, each with values that it can never hold: the line is refused, or the file.
class PoisonedCellsTest {

    private static final List<String> PLACE = List.of("Atlantis", "XXX", "Japann", "999", "-1", "Korea \ufeff", "=JPN");
    private static final List<String> CODE = List.of("999", "0", "-1", "x", "1e2", "156.5");
    private static final List<String> MASS = List.of(
            "-1",
            "-0.001",
            "NaN",
            "Infinity",
            "-Infinity",
            "1e40",
            "1E400",
            "0x10",
            "1_000",
            "1 000",
            "12,34",
            "ten",
            "=1+1",
            "١٢",
            "１２",
            "1.2.3",
            "5%",
            "∞",
            "\u202e12",
            "1e999",
            "99999999999999999999",
            "+5");
    private static final List<String> YEAR =
            List.of("0", "9999", "1899", "2100", "-2024", "20244", "24", "2024.5", "NaN", "MMXX", "2024-13", "２０２４");
    private static final List<String> UNIT = List.of("stone", "", "7", "tons of love", "Atlantis", "-", "=t");
    private static final List<String> DATE =
            List.of("2024-02-30", "0000-01-01", "9999-12-31", "1.2.2024", "", "=1", "45000");
    private static final List<String> HS = List.of("000000", "770000", "28053", "2805300", "ABCDEF", "-280530", "");
    private static final List<String> SCORE = List.of("9", "-9", "abc", "1e40", "Infinity", "0x1", "5%", "=1");
    private static final List<String> PERCENT = List.of("101", "-1", "1e9", "abc");
    private static final List<String> MONEY = List.of("-1", "NaN", "1e40", "abc", "Infinity");

    @TempDir
    Path folder;

    /// A column of a fixture with the kind of its values.
    record Column(String file, String column, List<String> bad) {

        @Override
        public String toString() {
            return file + " " + column;
        }
    }

    static Stream<Column> columns() {
        List<Column> columns = new ArrayList<>();
        add(columns, "usgs-mcs-2026.csv", PLACE, "Country");
        add(columns, "usgs-mcs-2026.csv", YEAR, "Year");
        add(columns, "usgs-mcs-2026.csv", UNIT, "Unit");
        add(columns, "usgs-mcs-2026.csv", MASS, "Value");
        add(columns, "usgs-mcs-2025.csv", PLACE, "COUNTRY");
        add(columns, "usgs-mcs-2025.csv", UNIT, "UNIT_MEAS");
        add(
                columns,
                "usgs-mcs-2025.csv",
                MASS,
                "PROD_2023",
                "PROD_EST_ 2024",
                "CAP_2023",
                "CAP_EST_ 2024",
                "RESERVES_2024");
        add(columns, "wgi-PV.csv", PLACE, "Code", "Country/Territory");
        add(columns, "wgi-PV.csv", SCORE, "1996", "2022");
        add(columns, "wgi-long.csv", PLACE, "code");
        add(columns, "wgi-long.csv", YEAR, "year");
        add(columns, "wgi-long.csv", SCORE, "estimate");
        add(columns, "wgi-long.csv", PERCENT, "pctrank", "pctranklower", "pctrankupper");
        add(columns, "wgi-long.csv", List.of("zz", "", "PVX"), "indicator");
        add(columns, "wgi-long.csv", List.of("-1", "1e40", "abc", "Infinity"), "stddev", "nsource");
        add(columns, "ledger.csv", DATE, "date");
        add(columns, "ledger.csv", PLACE, "supplier_country", "origin_country");
        add(columns, "ledger.csv", List.of("ROW", "WLD", "EU27"), "supplier_country", "origin_country");
        add(columns, "ledger.csv", List.of("unobtainium", "", "ndfeb"), "product");
        add(columns, "ledger.csv", MASS, "quantity");
        add(columns, "ledger.csv", List.of("0"), "quantity");
        add(columns, "ledger.csv", UNIT, "unit");
        add(columns, "ledger.csv", List.of("mt", "MT"), "unit");
        add(columns, "ledger.csv", List.of("", "kg", "Li2O"), "basis");
        add(columns, "ledger.csv", MONEY, "value");
        add(columns, "ledger.csv", List.of("", "ZZZ", "XXX", "US$", "usd dollars"), "currency");
        add(columns, "bgs.csv", PLACE, "country_iso3_code", "country_trans");
        add(columns, "bgs.csv", YEAR, "year");
        add(columns, "bgs.csv", MASS, "quantity");
        add(columns, "bgs.csv", UNIT, "units");
        add(columns, "bgs.csv", List.of("", "Stocks"), "bgs_statistic_type_trans");
        add(
                columns,
                "gta.csv",
                List.of("2024-02-30", "0000-01-01", "9999-12-31", "1.2.2024", "x"),
                "Date Announced",
                "Date Implemented",
                "Date Removed");
        add(columns, "gta.csv", PLACE, "Implementing Jurisdictions", "Affected Jurisdictions");
        add(columns, "gta.csv", List.of("000000", "770000", "28053", "ABCDEF"), "Affected Products");
        add(columns, "gta.csv", List.of("Maybe", ""), "Is In Force", "GTA Evaluation");
        add(columns, "oecd.csv", PLACE, "REF_AREA");
        add(columns, "oecd.csv", YEAR, "TIME_PERIOD");
        add(columns, "oecd.csv", List.of("000000", "770000", "ABC", "-1"), "HS_CODE");
        add(columns, "oecd.csv", MASS, "OBS_VALUE");
        add(columns, "oecd.csv", UNIT, "UNIT_MEASURE");
        add(columns, "comtrade.csv", CODE, "reporterCode", "partnerCode");
        add(columns, "comtrade.csv", List.of("XXX", "DEU", "Atlantis"), "reporterISO", "partnerISO");
        add(columns, "comtrade.csv", HS, "cmdCode");
        add(columns, "comtrade.csv", YEAR, "refYear", "period");
        add(columns, "comtrade.csv", MASS, "netWgt", "qty", "grossWgt");
        add(columns, "comtrade.csv", MONEY, "primaryValue", "cifvalue", "fobvalue");
        add(columns, "comtrade.csv", List.of("Z", "", "A1"), "freqCode");
        add(columns, "comtrade.csv", List.of("maybe", "2"), "isNetWgtEstimated", "isReported", "isAggregate");
        add(columns, "japan-customs.csv", List.of("3", "0", "", "x", "12"), "Exp or Imp");
        add(columns, "japan-customs.csv", YEAR, "Year");
        add(columns, "japan-customs.csv", List.of("1987"), "Year");
        add(columns, "japan-customs.csv", HS, "HS");
        add(columns, "japan-customs.csv", List.of("'85051100'", "770000000", "8505110001", "850511"), "HS");
        add(columns, "japan-customs.csv", List.of("999", "1", "", "JPN", "-105", "105.5", "214"), "Country");
        add(columns, "japan-customs.csv", UNIT, "Unit2");
        add(columns, "japan-customs.csv", MASS, "Quantity2-Year", "Quantity1-Mar", "Quantity2-Dec", "Value-Jan");
        add(columns, "japan-customs.csv", MONEY, "Value-Year");
        add(columns, "japan-customs.csv", List.of("1", "27783350"), "Value-Year");
        add(columns, "japan-customs-part.csv", List.of("", "10", "x"), "Custom");
        add(columns, "comext.dat", List.of("", "ZZZ", "156", "cn", "Germany", "QX", "-"), "REPORTER");
        add(columns, "comext.dat", List.of("", "ZZZ", "156", "cn", "China", "=CN", "-"), "PARTNER");
        add(
                columns,
                "comext.dat",
                List.of("00129295", "77129295", "8112929", "811292950", "8112 9295", "="),
                "PRODUCT_NC");
        add(columns, "comext.dat", List.of("", "0", "M", "12", "-1"), "FLOW", "STAT_PROCEDURE");
        add(columns, "comext.dat", List.of("", "X", "1"), "TRADE_TYPE");
        add(columns, "comext.dat", List.of("", "2024", "202413", "202400", "198703", "202453", "MMXX"), "PERIOD");
        add(columns, "comext.dat", MONEY, "VALUE_EUR", "VALUE_NAC");
        add(columns, "comext.dat", MASS, "QUANTITY_KG", "QUANTITY_SUPPL_UNIT");
        add(columns, "comext-declarant.csv", MONEY, "VALUE_IN_EUROS");
        add(columns, "comext-declarant.csv", MASS, "QUANTITY_IN_KG");
        add(columns, "comext-sdmx.csv", List.of("", "Q", "AM"), "freq");
        add(columns, "comext-sdmx.csv", List.of("", "VALUE", "QUANTITY_IN_TONNES"), "indicators");
        add(columns, "comext-sdmx.csv", List.of("", "2024-13", "24", "2024-3", "1899", "2024-03"), "TIME_PERIOD");
        add(columns, "comext-sdmx.csv", MASS, "OBS_VALUE");
        add(columns, "us-census.csv", List.of("", "58800", "588", "JPN", "8.5", "*"), "CTY_CODE");
        add(columns, "us-census.csv", List.of("", "ATLANTIS", "JAPANN", "=JAPAN", "CONGO"), "CTY_NAME");
        add(
                columns,
                "us-census.csv",
                List.of("0011921000", "7705110000", "850511000", "85051100001", "=8"),
                "E_COMMODITY");
        add(columns, "us-census.csv", MONEY, "ALL_VAL_MO");
        add(columns, "us-census.csv", MASS, "QTY_1_MO");
        add(columns, "us-census.csv", UNIT, "UNIT_QY1");
        add(columns, "us-census.csv", YEAR, "YEAR");
        add(columns, "us-census.csv", List.of("", "0", "13", "JAN", "2025-01"), "MONTH");
        add(columns, "BACI_HS17_Y2022_V202401b.csv", YEAR, "t");
        add(columns, "BACI_HS17_Y2022_V202401b.csv", CODE, "i", "j");
        add(
                columns,
                "BACI_HS17_Y2022_V202401b.csv",
                List.of("0", "770000", "2805", "2805300", "ABCDEF", "-280530", "2e5", ""),
                "k");
        add(columns, "BACI_HS17_Y2022_V202401b.csv", MASS, "v", "q");
        add(columns, "BACI_HS17_Y2022_V202401b.csv", List.of("0", "NA", ""), "v");
        return columns.stream();
    }

    private static void add(List<Column> all, String file, List<String> bad, String... columns) {
        for (String column : columns) {
            all.add(new Column(file, column, bad));
        }
    }

    @ParameterizedTest
    @MethodSource("columns")
    void a_value_that_a_column_cannot_hold_is_refused(Column column) throws IOException {
        Fixture fixture = Fixture.of(column.file());
        Charset charset = fixture.format() == ImportFormat.USGS_MCS_2026
                ? Charset.forName("windows-1252")
                : StandardCharsets.UTF_8;
        List<List<String>> table = parse(new String(fixture.bytes(), charset));
        long ignored = ignored(fixture, fixture.bytes());
        int index = table.getFirst().stream().map(String::strip).toList().indexOf(column.column());
        assertThat(index).as(column.column()).isNotNegative();

        byte[] sound = text(table, 1, index, table.get(1).get(index)).getBytes(charset);
        try (ImportResult result = fixture.read(folder, sound, true)) {
            assertThat(result.rejects()).as("the table without poison").isEmpty();
        }
        List<String> taken = new ArrayList<>();
        for (String bad : column.bad()) {
            int row = filled(table, index);
            byte[] bytes = text(table, row, index, bad).getBytes(charset);
            try (ImportResult result = fixture.read(folder, bytes, true)) {
                if (result.counts().rejected() == 0 && result.counts().ignored() == ignored) {
                    taken.add("'%s' in line %d".formatted(bad, row + 1));
                }
            } catch (ImportException e) {
                assertThat(e.where()).isNotBlank(); // refused as a whole
            }
        }
        assertThat(taken).as(column.toString()).isEmpty();
    }

    private long ignored(Fixture fixture, byte[] bytes) throws IOException {
        try (ImportResult result = fixture.read(folder, bytes, true)) {
            return result.counts().ignored();
        }
    }

    private static List<List<String>> parse(String text) {
        List<List<String>> rows = new ArrayList<>();
        for (CsvRecord row : CsvReader.builder().ofCsvRecord(text.startsWith("\ufeff") ? text.substring(1) : text)) {
            rows.add(new ArrayList<>(row.getFields()));
        }
        return rows;
    }

    /// The first row in which the column says something.
    private static int filled(List<List<String>> table, int index) {
        for (int row = 1; row < table.size(); row++) {
            if (!table.get(row).get(index).isBlank()) {
                return row;
            }
        }
        return 1;
    }

    private static String text(List<List<String>> table, int row, int index, String bad) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            for (int each = 0; each < table.size(); each++) {
                List<String> cells = new ArrayList<>(table.get(each));
                if (each == row) {
                    cells.set(index, bad);
                }
                writer.writeRecord(cells);
            }
        }
        return text.toString();
    }
}
