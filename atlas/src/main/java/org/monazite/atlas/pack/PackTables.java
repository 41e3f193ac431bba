package org.monazite.atlas.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the pack consists of: its tables, their keys, and which columns are figures on what.
final class PackTables {

    /// How the rows of a table are figures. A part that starts with `=` is a constant, else the name of a column;
    /// an empty part means that the figures have none.
    ///
    /// @param place column of the place
    /// @param partner column of the partner in trade
    /// @param product column of the product, series or subject
    /// @param measure column or constant of what is measured
    /// @param period column or constant of the period
    /// @param unit column or constant of the unit
    /// @param values columns that hold numbers, each with its low and high column, as `value|low|high`
    record Figures(
            String place,
            String partner,
            String product,
            String measure,
            String period,
            String unit,
            List<String> values) {}

    /// Tables that versions of the first release do not have.
    private static final Set<String> LATER =
            Set.of("place_regions", "goods", "goods_parts", "national_codes", "customs_places");

    private static final Map<String, List<String>> KEYS = new LinkedHashMap<>();
    private static final Map<String, Figures> FIGURES = new LinkedHashMap<>();

    static {
        table("sources", "source_id");
        table("countries", "iso3");
        table("blocs", "bloc_id iso3");
        table("place_regions", "iso3");
        table("stages", "stage_id");
        table("materials", "material_id");
        table("products", "product_id");
        table("product_hs", "product_id scheme code");
        table("national_codes", "product_id scheme code");
        table("customs_places", "list code");
        table("unit_conversions", "material_id compound");
        table(
                "processes",
                "process_id",
                "",
                "",
                "out_product",
                "=input per output",
                "",
                "=t per t",
                "in_per_out|low|high");
        table("feed_composition", "feed_id");
        table(
                "magnet_grades",
                "grade",
                "",
                "",
                "grade",
                "=content of magnets",
                "",
                "=%",
                "nd_pr_pct",
                "dy_tb_pct",
                "dy_tb_pct_gbd");
        table(
                "goods",
                "code",
                "",
                "",
                "good_id",
                "=part of the code with magnets",
                "",
                "=%",
                "part_pct|part_low|part_high");
        table("goods_parts", "good_id part", "", "", "good_id", "part", "", "=t per t", "per_tonne|low|high");
        table("elasticities", "product_id");
        table("production", "record_id", "iso3", "", "product_id", "stat", "year", "basis", "value|low|high");
        table("usgs_production_other", "record_id", "iso3", "", "series_key", "stat", "year", "unit", "value|low|high");
        table(
                "us_salient",
                "chapter commodity statistic detail year",
                "=USA",
                "",
                "commodity",
                "statistic",
                "year",
                "unit",
                "value");
        table(
                "usgs_import_shares",
                "record_id",
                "reporter",
                "partner",
                "series_key",
                "flow",
                "period",
                "=%",
                "share_pct");
        table(
                "prices_usgs",
                "chapter commodity statistic detail year",
                "=USA",
                "",
                "commodity",
                "=price",
                "year",
                "unit",
                "value");
        table("prices", "product_id period unit basis", "=WLD", "", "product_id", "=price", "period", "unit", "value");
        table(
                "baseline_stage",
                "iso3 product_id year",
                "iso3",
                "",
                "product_id",
                "=production",
                "year",
                "=t",
                "value_t|low_t|high_t");
        table(
                "baseline_links",
                "exporter importer product_id year",
                "exporter",
                "importer",
                "product_id",
                "=export",
                "year",
                "=t",
                "value_t|low_t|high_t");
        table("lanes", "lane_id");
        table(
                "link_lanes",
                "exporter importer route",
                "exporter",
                "importer",
                "",
                "=days under way",
                "",
                "=days",
                "transit_days|low_days|high_days");
        table(
                "trade",
                "record_id",
                "reporter",
                "partner",
                "product_id",
                "flow",
                "period",
                "=t, USD or %",
                "qty_t",
                "value_usd",
                "share_pct");
        table(
                "monthly_exports",
                "exporter importer product_id month",
                "exporter",
                "importer",
                "product_id",
                "=export",
                "month",
                "=t",
                "value_t");
        table("demand", "record_id", "iso3", "", "product_id", "sector", "year", "unit", "value|low|high");
        table(
                "stocks",
                "holder iso3 product_id scope kind year",
                "iso3",
                "",
                "product_id",
                "kind",
                "year",
                "unit",
                "value|low|high");
        table(
                "governance_wgi",
                "iso3 year indicator",
                "iso3",
                "",
                "",
                "indicator",
                "year",
                "=index",
                "estimate",
                "risk_0_1");
        table("gdp", "place year measure unit", "place", "", "", "measure", "year", "unit", "value");
        table(
                "sector_value",
                "place sector metric industry_code year",
                "place",
                "",
                "sector",
                "metric",
                "year",
                "unit",
                "value|low|high");
        table("stage_share_claims", "claim_id", "actor", "", "product_id", "=share", "year", "=%", "share_pct");
        table(
                "projects",
                "project_id",
                "iso3",
                "",
                "project_id",
                "=project",
                "",
                "capacity_unit",
                "capacity_t",
                "start_year|start_low|start_high",
                "capex_musd",
                "public_support_musd");
        table(
                "project_outputs",
                "project_id product_id basis",
                "",
                "",
                "project_id",
                "=project output",
                "",
                "=t/yr",
                "t_per_year|low|high");
        table("project_evidence", "project_id field source_id");
        table(
                "plan_options",
                "option_id",
                "",
                "",
                "option_id",
                "=plan option",
                "",
                "=USD/t or t/yr",
                "module_t_per_year",
                "max_t_per_year",
                "capex_usd_per_t|capex_low|capex_high",
                "opex_usd_per_t|opex_low|opex_high",
                "lead_years|lead_low|lead_high",
                "effect|effect_low|effect_high");
        table("ramp_history", "plant_id", "iso3", "", "plant_id", "=delay", "", "=years", "delay_years");
        table(
                "criticality",
                "assessment material_id label metric year",
                "",
                "",
                "material_id",
                "metric",
                "year",
                "=",
                "value");
        table("events", "event_id");
        table("pledges", "id");
        table("export_measures", "id");
        table(
                "series",
                "series_id period definition source_id note",
                "",
                "",
                "series_id",
                "=series",
                "period",
                "unit",
                "value");
        table(
                "observed_effects",
                "id",
                "from_place",
                "to_place",
                "commodity",
                "metric",
                "observed_period",
                "unit",
                "baseline",
                "observed");
        table(
                "calibration_paths",
                "template_id commodity destination month_index period",
                "",
                "destination",
                "commodity",
                "=flow after a measure",
                "period",
                "=t",
                "value");
    }

    private PackTables() {}

    static List<String> names() {
        return List.copyOf(KEYS.keySet());
    }

    /// Whether a version that an older program published may lack the table.
    static boolean isLater(String table) {
        return LATER.contains(table);
    }

    static List<String> keyColumns(String table) {
        List<String> keys = KEYS.get(table);
        if (keys == null) {
            throw new IllegalArgumentException("The pack has no table '" + table + "'; it has " + KEYS.keySet());
        }
        return keys;
    }

    static Map<String, Figures> figures() {
        return FIGURES;
    }

    private static void table(String name, String keys, String... figures) {
        KEYS.put(name, List.of(keys.split(" ")));
        if (figures.length > 0) {
            FIGURES.put(
                    name,
                    new Figures(
                            figures[0],
                            figures[1],
                            figures[2],
                            figures[3],
                            figures[4],
                            figures[5],
                            List.of(figures).subList(6, figures.length)));
        }
    }
}
