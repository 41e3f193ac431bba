package org.monazite.atlas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Row;
import org.monazite.supply.Citation;
import org.monazite.supply.Coalition;
import org.monazite.supply.ExportControl;
import org.monazite.supply.Flag;
import org.monazite.supply.PlanOption;
import org.monazite.supply.Price;
import org.monazite.supply.Project;
import org.monazite.supply.PublishedNeed;
import org.monazite.supply.Recipe;
import org.monazite.supply.Source;
import org.monazite.supply.Stage;
import org.monazite.supply.StockFact;

/// What travels beside the network: projects, options, prices, controls, stocks and sources.
final class Companions {

    private static final double POUNDS_PER_TONNE = 2204.622621848776;

    private final Pack pack;

    Companions(Pack pack) {
        this.pack = pack;
    }

    List<Source> sources() {
        return pack.table("sources").stream()
                .map(row -> new Source(
                        row.text("source_id"),
                        row.text("title"),
                        row.text("publisher"),
                        row.text("published"),
                        row.text("licence"),
                        row.text("redistribution"),
                        row.text("grade"),
                        row.text("url")))
                .toList();
    }

    List<Coalition> coalitions() {
        Map<String, List<String>> members = new TreeMap<>();
        pack.table("blocs")
                .forEach(row -> members.computeIfAbsent(row.text("bloc_id"), _ -> new ArrayList<>())
                        .add(row.text("iso3")));
        return members.entrySet().stream()
                .map(entry -> new Coalition(entry.getKey(), entry.getValue()))
                .toList();
    }

    List<Project> projects() {
        Map<String, List<Project.Output>> outputs = pack.table("project_outputs").stream()
                .collect(Collectors.groupingBy(
                        row -> row.text("project_id"), Collectors.mapping(Companions::output, Collectors.toList())));
        Map<String, List<Row>> evidence =
                pack.table("project_evidence").stream().collect(Collectors.groupingBy(row -> row.text("project_id")));
        return pack.table("projects").stream()
                .map(row -> project(
                        row,
                        outputs.getOrDefault(row.text("project_id"), List.of()),
                        evidence.getOrDefault(row.text("project_id"), List.of())))
                .toList();
    }

    private static Project.Output output(Row row) {
        return new Project.Output(
                row.text("product_id"),
                row.range("t_per_year", "low", "high"),
                row.text("basis").equals("product"),
                row.flag(),
                row.citation("t_per_year"));
    }

    private static Project project(Row row, List<Project.Output> outputs, List<Row> evidence) {
        List<Citation> citations = Stream.concat(
                        Stream.of(row.citation("capacity_t")),
                        evidence.stream()
                                .map(each -> new Citation(
                                        "",
                                        each.text("source_id"),
                                        "project_evidence.csv:" + each.line(),
                                        each.text("seen") + " " + each.text("field") + ": " + each.text("note"))))
                .toList();
        return new Project(
                row.text("project_id"),
                row.text("name"),
                row.text("operator"),
                row.text("iso3"),
                Stage.of(row.text("stage_id")),
                row.text("product_id"),
                row.number("capacity_t"),
                row.text("capacity_unit"),
                Project.Status.of(row.text("status")),
                new Project.Start(row.integer("start_year"), row.integer("start_low"), row.integer("start_high")),
                row.number("capex_musd"),
                row.number("public_support_musd"),
                row.text("offtake"),
                outputs,
                row.list("unverified_fields"),
                row.flag(),
                citations);
    }

    List<PlanOption> planOptions() {
        return pack.table("plan_options").stream()
                .map(row -> new PlanOption(
                        row.text("option_id"),
                        row.text("kind"),
                        row.text("name_en"),
                        row.text("name_ja"),
                        row.list("places"),
                        row.text("input_product"),
                        row.text("output_product"),
                        row.need("module_t_per_year"),
                        row.need("max_t_per_year"),
                        row.range("capex_usd_per_t", "capex_low", "capex_high"),
                        row.range("opex_usd_per_t", "opex_low", "opex_high"),
                        row.range("lead_years", "lead_low", "lead_high"),
                        List.of(row.need("ramp_y1"), row.need("ramp_y2"), row.need("ramp_y3")),
                        row.number("effect").orElse(Double.NaN),
                        row.text("effect_unit"),
                        row.list("unverified_fields"),
                        row.flag(),
                        row.citation("capex_usd_per_t")))
                .toList();
    }

    /// Prices of products in US dollars per tonne; rows in units that cannot be converted are left out.
    List<Price> prices() {
        return pack.table("prices").stream().flatMap(row -> price(row).stream()).toList();
    }

    private static Optional<Price> price(Row row) {
        OptionalDouble perTonne = switch (row.text("unit")) {
            case "dollars per kilogram" -> OptionalDouble.of(1000);
            case "dollars per pound" -> OptionalDouble.of(POUNDS_PER_TONNE);
            case "dollars per metric ton" -> OptionalDouble.of(1);
            default -> OptionalDouble.empty();
        };
        OptionalDouble value = row.number("value");
        if (perTonne.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Price(
                row.text("product_id"),
                row.text("period"),
                value.getAsDouble() * perTonne.getAsDouble(),
                row.text("basis"),
                row.text("publisher_flag").equals("policy"),
                row.flag(),
                row.citation("value")));
    }

    List<ExportControl> exportControls() {
        return pack.table("export_measures").stream()
                .map(row -> new ExportControl(
                        row.text("id"),
                        row.text("imposer"),
                        row.text("scope"),
                        row.list("target_places"),
                        row.text("minerals"),
                        row.text("products"),
                        row.list("hs_codes"),
                        row.text("type"),
                        row.text("legal_ref"),
                        row.date("announced"),
                        row.date("effective"),
                        row.date("end"),
                        row.text("end_kind"),
                        row.text("status_seen"),
                        row.flag(),
                        new Citation("", row.text("source_id"), "export_measures.csv:" + row.line(), row.remark())))
                .toList();
    }

    Optional<Gdp> findGdp(String place, int year) {
        return pack.table("gdp").stream()
                .filter(row -> row.text("place").equals(place)
                        && row.text("year").equals(String.valueOf(year))
                        && row.text("measure").equals("gdp_current_usd")
                        && row.text("unit").equals("billion USD"))
                .findFirst()
                .map(row -> new Gdp(place, year, 1e9 * row.need("value"), row.flag(), row.citation("value")));
    }

    /// Published estimates of what an event would cost a place, by id.
    List<PublishedLoss> publishedLosses() {
        return pack.table("observed_effects").stream()
                .filter(row -> row.text("commodity").equals("GDP")
                        && !row.text("change_pct").isEmpty())
                .map(row -> new PublishedLoss(
                        row.text("id"),
                        row.text("to_place"),
                        row.text("metric"),
                        row.need("change_pct") / 100,
                        row.text("lag_from_measure"),
                        row.flag(),
                        row.citation("change_pct")))
                .sorted(java.util.Comparator.comparing(PublishedLoss::id))
                .toList();
    }

    List<StockFact> stocks() {
        return pack.table("stocks").stream()
                .filter(row -> row.number("value").isPresent())
                .map(row -> new StockFact(
                        row.text("holder"),
                        row.text("iso3"),
                        row.text("product_id"),
                        row.text("scope"),
                        row.text("kind"),
                        row.range("value", "low", "high"),
                        row.text("unit"),
                        row.integer("year").orElse(0),
                        row.flag(),
                        row.citation("value")))
                .toList();
    }

    List<Recipe> recipes() {
        return pack.table("processes").stream()
                .map(row -> new Recipe(
                        row.text("process_id"),
                        row.text("in_product"),
                        row.text("out_product"),
                        row.range("in_per_out", "low", "high"),
                        row.number("lead_time_weeks").orElse(0),
                        row.number("qualification_months").orElse(0),
                        row.flag(),
                        row.citation("in_per_out")))
                .toList();
    }

    /// Projections in tonnes of what a place needs in all of a product.
    List<PublishedNeed> publishedNeeds() {
        return pack.table("demand").stream()
                .filter(row -> row.text("scenario").equals("projection")
                        && row.text("sector").equals("Total")
                        && row.text("unit").equals("t")
                        && !row.text("iso3").equals("WLD"))
                .map(row -> new PublishedNeed(
                        row.text("iso3"),
                        row.text("product_id"),
                        row.integer("year").orElse(0),
                        row.range("value", "low", "high"),
                        row.flag(),
                        row.citation("value")))
                .toList();
    }

    /// Share of the demand for a product that a substitute can take over within a year, by product.
    Map<String, Flagged> substitutionShares() {
        Map<String, Flagged> shares = new TreeMap<>();
        for (Row row : pack.table("elasticities")) {
            row.number("substitution_share_1y")
                    .ifPresent(share -> shares.put(row.text("product_id"), new Flagged(share, row.flag())));
        }
        return shares;
    }

    /// A bare number with its flag.
    record Flagged(double value, Flag flag) {}
}
