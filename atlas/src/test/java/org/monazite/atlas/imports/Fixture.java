package org.monazite.atlas.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.atlas.pack.Pack;

/// A file as its publisher would write it, with invented or public-domain values.
///
/// @param file name in the test resources
/// @param format its format
/// @param indicator for wide tables of governance
record Fixture(String file, ImportFormat format, String indicator) {

    static final Lexicon LEXICON = Lexicon.of(Pack.embedded());

    static final List<Fixture> ALL = List.of(
            new Fixture("usgs-mcs-2026.csv", ImportFormat.USGS_MCS_2026, ""),
            new Fixture("usgs-mcs-2025.csv", ImportFormat.USGS_MCS_2025, ""),
            new Fixture("mcs2024-tungs_world.csv", ImportFormat.USGS_MCS_2024, ""),
            new Fixture("mcs2024-tungs_salient.csv", ImportFormat.USGS_MCS_2024, ""),
            new Fixture("mcs2023.zip", ImportFormat.USGS_MCS_2023, ""),
            new Fixture("mcs2022-raree_world.csv", ImportFormat.USGS_MCS_2022, ""),
            new Fixture("ofr.xml", ImportFormat.USGS_OFR_2025_1047, ""),
            new Fixture("wgi-PV.csv", ImportFormat.WGI, ""),
            new Fixture("wgi-long.csv", ImportFormat.WGI, ""),
            new Fixture("wgidataset.xlsx", ImportFormat.WGI, ""),
            new Fixture("wgi-bank.csv", ImportFormat.WGI, ""),
            new Fixture("wgi-economies.xlsx", ImportFormat.WGI, ""),
            new Fixture("ledger.csv", ImportFormat.LEDGER, ""),
            new Fixture("ledger.xlsx", ImportFormat.LEDGER, ""),
            new Fixture("wmd.xlsx", ImportFormat.WMD, ""),
            new Fixture("wmd-6.5.xlsx", ImportFormat.WMD, ""),
            new Fixture("bgs.csv", ImportFormat.BGS, ""),
            new Fixture("iea-cmde.xlsx", ImportFormat.IEA_CMDE, ""),
            new Fixture("gta.csv", ImportFormat.GTA, ""),
            new Fixture("oecd.csv", ImportFormat.OECD, ""),
            new Fixture("comtrade.csv", ImportFormat.COMTRADE, ""),
            new Fixture("comtrade.json", ImportFormat.COMTRADE, ""),
            new Fixture("comtrade-web.csv", ImportFormat.COMTRADE, ""),
            new Fixture("japan-customs.csv", ImportFormat.JAPAN_CUSTOMS, ""),
            new Fixture("japan-customs-part.csv", ImportFormat.JAPAN_CUSTOMS, ""),
            new Fixture("comext.dat", ImportFormat.EUROSTAT_COMEXT, ""),
            new Fixture("comext-declarant.csv", ImportFormat.EUROSTAT_COMEXT, ""),
            new Fixture("comext-sdmx.csv", ImportFormat.EUROSTAT_COMEXT, ""),
            new Fixture("us-census.json", ImportFormat.US_CENSUS_TRADE, ""),
            new Fixture("us-census.csv", ImportFormat.US_CENSUS_TRADE, ""),
            new Fixture("BACI_HS17_Y2022_V202401b.csv", ImportFormat.BACI, ""),
            new Fixture("BACI_HS17_V202401b.zip", ImportFormat.BACI, ""));

    static Fixture of(String file) {
        return ALL.stream().filter(each -> each.file.equals(file)).findFirst().orElseThrow();
    }

    byte[] bytes() {
        return bytes(file);
    }

    static byte[] bytes(String file) {
        try (InputStream in = Fixture.class.getResourceAsStream("/imports/" + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads bytes as if they were this file.
    ImportResult read(Path folder, byte[] bytes, boolean acceptPartial) throws IOException {
        Path path = folder.resolve(file);
        Files.write(path, bytes);
        return read(folder, path, acceptPartial);
    }

    ImportResult read(Path folder, Path path, boolean acceptPartial) throws IOException {
        return new Importer(new ImportStore(folder.resolve("atlas")), LEXICON)
                .read(new ImportRequest(path, format, "", indicator, acceptPartial));
    }

    static List<FigureRecord> figures(ImportResult result) throws IOException {
        Path file = result.staging().resolve("keep/figures.csv");
        return Files.exists(file) ? ImportTables.figures(file) : List.of();
    }

    static List<LedgerLine> purchases(ImportResult result) throws IOException {
        Path file = result.staging().resolve("keep/ledger.csv");
        return Files.exists(file) ? ImportTables.purchases(file) : List.of();
    }

    static List<TradeFlow> flows(ImportResult result, String code, int year) throws IOException {
        Path keep = result.staging().resolve("keep").toAbsolutePath();
        return TradeTable.read(
                new TradeTable.Where(
                        keep,
                        Files.exists(keep.resolve("places.parquet")),
                        result.manifest().importFormat().isInOwnCurrency()),
                result.manifest().id(),
                code,
                year);
    }

    @Override
    public String toString() {
        return file;
    }
}
