package org.monazite.atlas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Row;
import org.monazite.supply.Citation;
import org.monazite.supply.Confidence;
import org.monazite.supply.Evidence;
import org.monazite.supply.Figure;
import org.monazite.supply.Flag;
import org.monazite.supply.Production;
import org.monazite.supply.Range;
import org.monazite.supply.Stage;

/// What can be compared across all materials: who makes them, how far a place relies on imports, where these
/// come from, how stable the places are, and who calls a material critical.
public final class Comparables {

    /// Words of source titles for materials that go by another first word in the table of materials.
    private static final Map<String, String> WORDS = Map.of(
            "aluminum",
            "al",
            "alumina",
            "bauxite",
            "rare",
            "ree",
            "tio2",
            "ti",
            "cesium",
            "cs",
            "platinum-group",
            "pgm");
    private static final Set<String> MINED = Set.of("mine", "ore", "ores", "concentrate", "concentrates", "chromite");
    private static final String WORLD = "WLD";
    private static final String ROUNDED = "_rounded";

    private final Pack pack;
    private final Map<String, String> materialByWord = new TreeMap<>(WORDS);

    Comparables(Pack pack) {
        this.pack = pack;
        for (Row row : pack.table("materials")) {
            materialByWord.putIfAbsent(word(row.text("name_en")), row.text("material_id"));
        }
    }

    /// The first word of a title in lower case.
    private static String word(String title) {
        return title.toLowerCase(Locale.ROOT).split("[ _(.]", 2)[0];
    }

    private Optional<String> material(String title) {
        return Optional.ofNullable(materialByWord.get(word(title)));
    }

    /// Who makes something, for one material and stage.
    ///
    /// @param material id of the material
    /// @param stage the stage
    /// @param production what one source says
    public record Made(String material, Stage stage, Production production) {}

    /// Net import reliance as a survey prints it.
    ///
    /// @param place whose
    /// @param material id of the material
    /// @param mined whether the row is about ore and concentrate
    /// @param period ISO year
    /// @param detail what the row is about, in the words of the source
    /// @param percent the number; NaN when there is none
    /// @param qualifier `=`, `>`, `<`, `NET_EXPORTER`, `NA`, `W`
    /// @param flag how careful a reader must be
    /// @param citation who says so
    public record PrintedReliance(
            String place,
            String material,
            boolean mined,
            String period,
            String detail,
            double percent,
            String qualifier,
            Flag flag,
            Citation citation) {}

    /// A partner's share of a place's imports, as a source prints it.
    ///
    /// @param place who imports
    /// @param partner who ships; `ROW` for all not named
    /// @param material id of the material
    /// @param product product id; empty where the source names none
    /// @param mined whether the row is about ore and concentrate
    /// @param period ISO year, or a span `2021-2024`
    /// @param detail what the row is about, in the words of the source
    /// @param basis `qty` or `value`
    /// @param percent the share with its range
    /// @param flag how careful a reader must be
    /// @param citation who says so
    public record ImportShare(
            String place,
            String partner,
            String material,
            String product,
            boolean mined,
            String period,
            String detail,
            String basis,
            Range percent,
            Flag flag,
            Citation citation) {}

    /// A word of an official list or ranking.
    ///
    /// @param assessment such as `us_list2025`
    /// @param material id of the material
    /// @param metric such as `listed`, `rank`, `supply_risk`
    /// @param value the number; NaN when there is none
    /// @param flag how careful a reader must be
    /// @param citation who says so
    public record Assessed(
            String assessment, String material, String metric, double value, Flag flag, Citation citation) {}

    /// A customs code of the harmonised system and a product in it.
    ///
    /// @param productId the product
    /// @param scheme list that the code is from: `HS92`, `HS2017`
    /// @param code six digits
    /// @param percent part of the code's goods that is the product
    /// @param contentFactor tonnes on the basis of the product in a tonne of goods
    /// @param flag how careful a reader must be
    public record CustomsCode(
            String productId, String scheme, String code, Range percent, double contentFactor, Flag flag) {}

    /// Political stability of a place.
    ///
    /// @param estimate of the World Bank, -2.5 to 2.5
    /// @param standardError its standard error; NaN when not stated
    /// @param citation who says so
    public record Stability(double estimate, double standardError, Citation citation) {}

    /// Who makes each product or series in a year, by product; one entry for each source and vintage, the
    /// newest first.
    public List<Made> made(int year) {
        Map<List<String>, List<Row>> groups = new LinkedHashMap<>();
        Map<String, Row> products = new TreeMap<>();
        pack.table("products").forEach(row -> products.put(row.text("product_id"), row));
        for (String table : List.of("production", "usgs_production_other")) {
            String key = table.equals("production") ? "product_id" : "series_key";
            for (Row row : pack.table(table)) {
                if (row.text("stat").equals("production") && row.text("year").equals(String.valueOf(year))) {
                    groups.computeIfAbsent(
                                    List.of(
                                            row.text(key),
                                            row.text("vintage"),
                                            row.text("source_id"),
                                            row.text("basis")),
                                    _ -> new ArrayList<>())
                            .add(row);
                }
            }
        }
        List<Made> all = new ArrayList<>();
        List<List<String>> order = new ArrayList<>(groups.keySet());
        order.sort(Comparator.<List<String>, String>comparing(key -> key.get(0))
                .thenComparing(key -> key.get(1), Comparator.reverseOrder())
                .thenComparing(key -> key.get(2))
                .thenComparing(key -> key.get(3)));
        for (List<String> key : order) {
            List<Row> rows = groups.getOrDefault(key, List.of());
            Row product = products.get(key.get(0));
            Optional<String> material = product == null
                    ? material(key.get(0).replaceFirst("usgs\\.", ""))
                    : Optional.of(product.text("material_id"));
            Stage stage = product == null
                    ? isMined(key.get(0)) ? Stage.MINE : Stage.REFINED
                    : Stage.of(product.text("stage_id"));
            List<Row> total =
                    groups.getOrDefault(List.of(key.get(0) + ROUNDED, key.get(1), key.get(2), key.get(3)), List.of());
            List<Row> together = new ArrayList<>(rows);
            together.addAll(total); // some tables print their total in a row of its own
            material.filter(_ -> !key.get(0).endsWith(ROUNDED))
                    .ifPresent(id -> all.add(new Made(id, stage, production(key, together))));
        }
        return all;
    }

    private static Production production(List<String> key, List<Row> rows) {
        List<Production.At> places = new ArrayList<>();
        Optional<Figure> world = Optional.empty();
        for (Row row : rows) {
            if (row.text("iso3").equals(WORLD)) {
                world = Optional.of(figure(row));
            } else {
                places.add(new Production.At(row.text("iso3"), figure(row)));
            }
        }
        return new Production(
                key.get(0), rows.getFirst().text("year"), ("t " + key.get(3)).strip(), key.get(2), places, world);
    }

    private static Figure figure(Row row) {
        Citation citation = row.citation("value");
        if (row.text("qualifier").equals("W")) {
            return new Figure.Withheld(citation);
        }
        if (row.number("value").isEmpty()) {
            return new Figure.NotAvailable(citation);
        }
        Range range = row.range("value", "low", "high");
        return new Figure.Known(
                range.value(),
                range.low(),
                row.text("qualifier").equals(">") ? Double.POSITIVE_INFINITY : range.high(),
                Confidence.of(row.text("confidence")),
                Evidence.of(row.text("evidence")),
                citation);
    }

    /// All printed reliances of the United States.
    public List<PrintedReliance> reliances() {
        List<PrintedReliance> all = new ArrayList<>();
        for (Row row : pack.table("us_salient")) {
            Optional<String> material = material(row.text("commodity"));
            if (row.text("statistic").equals("Net import reliance") && material.isPresent()) {
                boolean heavy = row.text("commodity").contains("Heavy");
                all.add(new PrintedReliance(
                        "USA",
                        heavy ? "hree" : material.get(),
                        isMined(row.text("detail")),
                        row.text("year"),
                        row.text("detail"),
                        row.number("value").orElse(Double.NaN),
                        row.text("qualifier"),
                        row.flag(),
                        row.citation("value")));
            }
        }
        return all;
    }

    private static boolean isMined(String words) {
        for (String word : words.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            if (MINED.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// All printed shares of imports by partner.
    public List<ImportShare> importShares() {
        List<ImportShare> all = new ArrayList<>();
        for (Row row : pack.table("usgs_import_shares")) {
            String title = row.text("series_key").replaceFirst("usgs\\.", "");
            material(title).ifPresent(id -> all.add(share(row, id, "", isMined(title + " " + row.text("detail")))));
        }
        Map<String, Row> products = new TreeMap<>();
        pack.table("products").forEach(row -> products.put(row.text("product_id"), row));
        for (Row row : pack.table("trade")) {
            Row product = products.get(row.text("product_id"));
            boolean asked = row.text("flow").equals("M")
                    && row.number("share_pct").isPresent()
                    && !row.text("partner").equals(WORLD);
            if (asked && product != null) {
                all.add(share(
                        row,
                        product.text("material_id"),
                        row.text("product_id"),
                        product.text("stage_id").equals("mine")));
            }
        }
        return all;
    }

    private static ImportShare share(Row row, String material, String product, boolean mined) {
        double percent = row.need("share_pct");
        Range range = switch (row.text("qualifier")) {
            case ">" -> new Range(percent, percent, 100);
            case "<" -> new Range(percent / 2, 0, percent);
            default -> Range.exactly(percent);
        };
        return new ImportShare(
                row.text("reporter"),
                row.text("partner"),
                material,
                product,
                mined,
                row.text("period"),
                row.text("detail"),
                row.text("share_basis"),
                range,
                row.flag(),
                row.citation("share_pct"));
    }

    /// Political stability by place, of the newest year up to this one that the place has.
    public Map<String, Stability> stability(int year) {
        Map<String, Stability> newest = new TreeMap<>();
        Map<String, Integer> years = new TreeMap<>();
        for (Row row : pack.table("governance_wgi")) {
            int at = Integer.parseInt(row.text("year"));
            boolean better = at <= year && at > years.getOrDefault(row.text("iso3"), 0);
            if (row.text("indicator").equals("PV")
                    && better
                    && row.number("estimate").isPresent()) {
                years.put(row.text("iso3"), at);
                newest.put(
                        row.text("iso3"),
                        new Stability(
                                row.need("estimate"),
                                row.number("stderr").orElse(Double.NaN),
                                row.citation("estimate")));
            }
        }
        return newest;
    }

    /// Where the United Nations place a place.
    ///
    /// @param region a continent, such as `Asia`
    /// @param subRegion a part of it, such as `Eastern Asia`
    public record Region(String region, String subRegion) {}

    /// Region and sub-region by place (UN M49); places that the list does not have are not there.
    public Map<String, Region> regions() {
        Map<String, Region> regions = new TreeMap<>();
        pack.table("place_regions")
                .forEach(row -> regions.put(
                        row.text("iso3"), new Region(row.text("region_name"), row.text("sub_region_name"))));
        return regions;
    }

    /// Customs codes of six digits and the products in them: by code, the largest part first.
    public List<CustomsCode> codes() {
        List<CustomsCode> all = new ArrayList<>();
        for (Row row : pack.table("product_hs")) {
            if (row.text("scheme").startsWith("HS") && row.text("code").matches("[0-9]{6}")) {
                double percent = row.need("share_of_code_pct");
                all.add(new CustomsCode(
                        row.text("product_id"),
                        row.text("scheme"),
                        row.text("code"),
                        new Range(
                                percent,
                                row.number("share_low").orElse(percent),
                                row.number("share_high").orElse(percent)),
                        row.number("content_factor").orElse(1),
                        row.flag()));
            }
        }
        all.sort(Comparator.comparing(CustomsCode::code)
                .thenComparing(each -> -each.percent().value())
                .thenComparing(CustomsCode::productId)
                .thenComparing(CustomsCode::scheme));
        return all;
    }

    /// All official lists and rankings.
    public List<Assessed> assessments() {
        return pack.table("criticality").stream()
                .map(row -> new Assessed(
                        row.text("assessment"),
                        row.text("material_id"),
                        row.text("metric"),
                        row.number("value").orElse(Double.NaN),
                        row.flag(),
                        row.citation("value")))
                .toList();
    }

    /// Tonnes of the element in a tonne of its usual compound, by material: the first compound of the table.
    public Map<String, Double> elementPerCompound() {
        Map<String, Double> shares = new TreeMap<>();
        pack.table("unit_conversions")
                .forEach(row -> shares.putIfAbsent(row.text("material_id"), row.need("element_per_compound")));
        return shares;
    }
}
