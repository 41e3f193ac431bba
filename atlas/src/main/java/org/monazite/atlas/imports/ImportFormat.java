package org.monazite.atlas.imports;

import java.util.Locale;
import java.util.Optional;

/// A format that can be imported, with the publisher behind it and what may be done with its figures.
public enum ImportFormat {
    /// CEPII BACI, one year of reconciled trade: CSV, or zip with lists of codes.
    BACI("BACI international trade", "CEPII", "Etalab Open Licence 2.0", "embed-with-attribution", ""),
    /// UN Comtrade, as JSON or CSV.
    COMTRADE("UN Comtrade", "United Nations", "no re-dissemination without permission", "import-only", ""),
    /// Trade statistics of Japan by nine-digit item and country, CSV of e-Stat.
    JAPAN_CUSTOMS(
            "Trade statistics of Japan by item and country",
            "Ministry of Finance, Japan",
            "Government of Japan Standard Terms of Use 2.0, compatible with CC BY 4.0",
            "embed-with-attribution",
            ""),
    /// Eurostat Comext, trade by eight-digit code: bulk files, or SDMX-CSV of the dissemination interface.
    EUROSTAT_COMEXT(
            "Eurostat Comext, trade in goods by eight-digit code",
            "Eurostat",
            "reuse permitted with the source named (Decision 2011/833/EU, CC BY 4.0)",
            "embed-with-attribution",
            ""),
    /// US trade by ten-digit code, answers of the Census Bureau's interface as JSON, or the same as CSV.
    US_CENSUS_TRADE(
            "US international trade by ten-digit code",
            "US Census Bureau",
            "US public domain (17 USC 105)",
            "embed",
            ""),
    /// USGS Mineral Commodity Summaries 2026, data release.
    USGS_MCS_2026(
            "USGS Mineral Commodity Summaries 2026, data release",
            "US Geological Survey",
            "US public domain (17 USC 105)",
            "embed",
            "2026-02"),
    /// USGS Mineral Commodity Summaries 2025, world data.
    USGS_MCS_2025(
            "USGS Mineral Commodity Summaries 2025, world data",
            "US Geological Survey",
            "US public domain (17 USC 105)",
            "embed",
            "2025-03"),
    /// USGS Mineral Commodity Summaries 2024, two tables for each commodity.
    USGS_MCS_2024(
            "USGS Mineral Commodity Summaries 2024, data release",
            "US Geological Survey",
            "US public domain (17 USC 105)",
            "embed",
            "2024-01"),
    /// The same of 2023.
    USGS_MCS_2023(
            "USGS Mineral Commodity Summaries 2023, data release",
            "US Geological Survey",
            "US public domain (17 USC 105)",
            "embed",
            "2023-01"),
    /// The same of 2022.
    USGS_MCS_2022(
            "USGS Mineral Commodity Summaries 2022, data release",
            "US Geological Survey",
            "US public domain (17 USC 105)",
            "embed",
            "2022-01"),
    /// USGS Open-File Report 2025-1047: customs codes and the commodities in them.
    USGS_OFR_2025_1047(
            "USGS Open-File Report 2025-1047, Appendix 2",
            "US Geological Survey",
            "US public domain (17 USC 105)",
            "embed",
            "2025-08"),
    /// Worldwide Governance Indicators.
    WGI("Worldwide Governance Indicators", "World Bank", "CC BY 4.0", "embed-with-attribution", ""),
    /// World Mining Data.
    WMD("World Mining Data", "BMF Austria", "terms not established", "import-only", ""),
    /// BGS World Mineral Statistics.
    BGS("BGS World Mineral Statistics", "British Geological Survey", "UKRI copyright", "import-only", ""),
    /// IEA Critical Minerals Data Explorer.
    IEA_CMDE(
            "IEA Critical Minerals Data Explorer",
            "International Energy Agency",
            "CC BY 4.0",
            "embed-with-attribution",
            ""),
    /// Global Trade Alert, list of interventions.
    GTA("Global Trade Alert, interventions", "Global Trade Alert", "not established", "import-only", ""),
    /// OECD inventory of export restrictions.
    OECD("OECD export restrictions on raw materials", "OECD", "not established", "import-only", ""),
    /// A company's purchases; private.
    LEDGER("Ledger of purchases", "the owner of this workspace", "private", "private", "");

    private final String title;
    private final String publisher;
    private final String licence;
    private final String redistribution;
    private final String vintage;

    ImportFormat(String title, String publisher, String licence, String redistribution, String vintage) {
        this.title = title;
        this.publisher = publisher;
        this.licence = licence;
        this.redistribution = redistribution;
        this.vintage = vintage;
    }

    /// The name on the command line, such as `usgs-mcs-2026`.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The format of a name.
    public static Optional<ImportFormat> find(String id) {
        for (ImportFormat format : values()) {
            if (format.id().equalsIgnoreCase(id)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /// What is imported.
    public String title() {
        return title;
    }

    /// Who publishes it.
    public String publisher() {
        return publisher;
    }

    /// The licence in words.
    public String licence() {
        return licence;
    }

    /// `embed`, `embed-with-attribution`, `import-only` (stays in the workspace) or `private`.
    public String redistribution() {
        return redistribution;
    }

    /// The edition when nobody says another, empty when the format has several.
    String vintage() {
        return vintage;
    }

    /// The source without its edition, as the pack names it where it has the same source.
    public String family() {
        return switch (this) {
            case USGS_MCS_2026, USGS_MCS_2025, USGS_MCS_2024, USGS_MCS_2023, USGS_MCS_2022 -> "SRC_USGS_MCS";
            case WGI -> "SRC_WGI";
            case BACI,
                    COMTRADE,
                    JAPAN_CUSTOMS,
                    EUROSTAT_COMEXT,
                    US_CENSUS_TRADE,
                    USGS_OFR_2025_1047,
                    WMD,
                    BGS,
                    IEA_CMDE,
                    GTA,
                    OECD,
                    LEDGER -> id();
        };
    }

    /// Whether one customs territory counts by its own list of codes, finer than six digits.
    public boolean isNational() {
        return switch (this) {
            case JAPAN_CUSTOMS, EUROSTAT_COMEXT, US_CENSUS_TRADE -> true;
            case BACI,
                    COMTRADE,
                    USGS_MCS_2026,
                    USGS_MCS_2025,
                    USGS_MCS_2024,
                    USGS_MCS_2023,
                    USGS_MCS_2022,
                    USGS_OFR_2025_1047,
                    WGI,
                    WMD,
                    BGS,
                    IEA_CMDE,
                    GTA,
                    OECD,
                    LEDGER -> false;
        };
    }

    /// Whether values of trade are in the currency of who reports; they are kept as they stand.
    boolean isInOwnCurrency() {
        return this == JAPAN_CUSTOMS || this == EUROSTAT_COMEXT;
    }

    /// Whether the figures stay in an overlay of their own that no version and no export contains.
    public boolean isPrivate() {
        return redistribution.equals("private");
    }

    /// Which of the publisher's tables are read, in the names of their columns; shown when a file holds none of them.
    String tables() {
        return switch (this) {
            case BACI -> "t,i,j,k,v,q";
            case COMTRADE -> "goods (typeCode C), six-digit codes of the harmonised system";
            case JAPAN_CUSTOMS -> "Exp or Imp,Year,HS,Country,Unit1,Unit2,Quantity1-Year,...";
            case EUROSTAT_COMEXT ->
                "REPORTER,PARTNER,PRODUCT_NC,FLOW,...; DECLARANT,PARTNER,PRODUCT_NC,FLOW,...;"
                        + " reporter,partner,product,flow,indicators,TIME_PERIOD,...; eight digits";
            case US_CENSUS_TRADE -> "CTY_CODE,CTY_NAME,I_COMMODITY,GEN_VAL_YR,GEN_QY1_YR,UNIT_QY1,...; HS10";
            case USGS_MCS_2026 -> "MCS2026_Commodities_Data.csv";
            case USGS_MCS_2025 -> "MCS2025_World_Data.csv";
            case USGS_MCS_2024 -> "mcs2024-raree_world.csv, mcs2024-raree_salient.csv";
            case USGS_MCS_2023 -> "mcs2023-raree_world.csv, mcs2023-raree_salient.csv";
            case USGS_MCS_2022 -> "mcs2022-raree_world.csv, mcs2022-raree_salient.csv";
            case USGS_OFR_2025_1047 -> "Table 2.1, 2.2, 2.3";
            case WGI ->
                "Country/Territory,Code,Estimate,...; code,year,indicator,estimate; Economy (code),Year,...;"
                        + " Country Code,Series Code,...";
            case WMD -> "6.4 (Country,unit,2018,...,data source), 6.5 (Country,unit,Production 2022,...)";
            case BGS -> "country_trans,bgs_commodity_trans,quantity,...";
            case IEA_CMDE -> "... (kt); Stated Policies scenario, ...; 2030, 2040, ...";
            case GTA -> "Intervention ID,State Act ID,...";
            case OECD -> "REF_AREA,TIME_PERIOD,OBS_VALUE,MEASURE,...";
            case LEDGER -> "date,supplier,supplier_country,product,quantity,unit,basis,...";
        };
    }

    /// A higher number whenever the same file would be read into other figures, or kept as other bytes.
    int importer() {
        return switch (this) {
            case BACI -> 3;
            case OECD, LEDGER, COMTRADE, USGS_MCS_2026, WGI, WMD, IEA_CMDE, GTA -> 2;
            case JAPAN_CUSTOMS,
                    EUROSTAT_COMEXT,
                    US_CENSUS_TRADE,
                    USGS_MCS_2025,
                    USGS_MCS_2024,
                    USGS_MCS_2023,
                    USGS_MCS_2022,
                    USGS_OFR_2025_1047,
                    BGS -> 1;
        };
    }
}
