package org.monazite.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

/// The method of the European Union against the study of 2023: European Commission, Study on the Critical Raw Materials
/// for the EU 2023, final report, doi 10.2873/725585 (results by material and stage).
@Tag("validation")
class EuStudy2023Test {

    /// One material: results as printed, to one digit; empty cells are NaN.
    private record Row(
            String material,
            double risk,
            double extraction,
            double processing,
            double recycling,
            double substitution) {}

    private static List<Row> study() {
        var in = Objects.requireNonNull(
                EuStudy2023Test.class.getResourceAsStream("/validation/eu-crm-2023/results.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Row(
                            cells[0],
                            number(cells[1]),
                            number(cells[2]),
                            number(cells[3]),
                            number(cells[4]) / 100,
                            number(cells[5])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    /// What is refined in one place alone, on world supply alone: `WGI x (1 - EoL_RIR) x SI_SR`.
    private static double oneMaker(double governance, Row row) {
        Map<String, EuSupplyRisk.Supplier> china =
                Map.of("CHN", new EuSupplyRisk.Supplier(1, Range.exactly(governance), 1));
        Explained risk = EuSupplyRisk.supplyRisk(
                List.of(new EuSupplyRisk.StageRisk("refined", china, Map.of(), 1)),
                row.recycling(),
                row.substitution(),
                Flag.NONE);
        return Math.rint(risk.value() * 10) / 10;
    }

    /// China's weight by the method, from published estimates: voice, stability, effectiveness, quality of regulation,
    /// rule of law and corruption, 2016 to 2020, update of 2022.
    private static final double CHINA = EuSupplyRisk.governance(List.of(
            -1.5595704,
            -0.49939504,
            0.3777661,
            -0.30358404,
            -0.3092366,
            -0.2432009,
            -1.5037304,
            -0.23101808,
            0.4386173,
            -0.1643071,
            -0.2377021,
            -0.26622778,
            -1.4631817,
            -0.3000233,
            0.51830626,
            -0.2154963,
            -0.16705063,
            -0.26221696,
            -1.6280481,
            -0.25668916,
            0.5639225,
            -0.2888015,
            -0.24399848,
            -0.28900558,
            -1.6473206,
            -0.3294029,
            0.6773151,
            -0.18524584,
            -0.078558914,
            -0.046911303));

    /// The same of Brazil.
    private static final double BRAZIL = EuSupplyRisk.governance(List.of(
            0.4518649,
            -0.37720543,
            -0.2212855,
            -0.17958388,
            -0.18402354,
            -0.42229995,
            0.44803306,
            -0.47386461,
            -0.29260308,
            -0.116344914,
            -0.28728917,
            -0.5369219,
            0.36628422,
            -0.44042346,
            -0.49885243,
            -0.28046,
            -0.2839169,
            -0.45842037,
            0.30230024,
            -0.7137882,
            -0.206859,
            -0.10931101,
            -0.20343326,
            -0.386171,
            0.29544538,
            -0.43148986,
            -0.4376101,
            -0.097242095,
            -0.20984934,
            -0.4071267));

    private static EuSupplyRisk.Supplier supplier(double share, double low, double high) {
        return new EuSupplyRisk.Supplier(share, new Range((low + high) / 2, low, high), 1);
    }

    @Test
    void the_mean_of_six_indicators_over_five_years_is_the_weight_of_the_study() {
        assertThat(CHINA).isBetween(5.676, 5.677);
        assertThat(BRAZIL).isBetween(5.426, 5.427);
    }

    @Test
    void magnesium_with_world_supply_and_sourcing_half_each_lies_where_it_is_printed() {
        // World: China 89 % (factsheets of 2020). Sourcing: China 97 % (European Court of Auditors). IR 100 %. What the
        // rest is made of is not printed: nobody to one place at the worst.
        Explained risk = EuSupplyRisk.supplyRisk(
                List.of(new EuSupplyRisk.StageRisk(
                        "processing",
                        Map.of("CHN", supplier(0.89, CHINA, CHINA), "rest", supplier(0.11, 0, 10)),
                        Map.of("CHN", supplier(0.97, CHINA, CHINA), "rest", supplier(0.03, 0, 10)),
                        1)),
                0.13,
                0.94,
                Flag.NONE);

        assertThat(risk.low()).isBetween(4.0, 4.05);
        assertThat(Math.rint(risk.high() * 10) / 10).isEqualTo(4.1);
        assertThat(risk.high() - risk.low()).isLessThan(0.06);
    }

    @Test
    void niobium_from_Brazil_has_the_printed_risk() {
        Map<String, EuSupplyRisk.Supplier> world =
                Map.of("BRA", supplier(0.92, BRAZIL, BRAZIL), "rest", supplier(0.08, 0, 10));
        Explained risk = EuSupplyRisk.supplyRisk(
                List.of(new EuSupplyRisk.StageRisk("extraction", world, Map.of(), 1)), 0, 0.96, Flag.NONE);

        assertThat(Math.rint(risk.low() * 10) / 10).isEqualTo(4.4);
        assertThat(risk.value()).isBetween(4.4, 4.45);
    }

    @Tag("E4")
    @Test
    void one_weight_of_China_gives_the_printed_risk_of_all_heavy_rare_earths_that_it_alone_refines() {
        List<String> heavy = List.of(
                "Erbium", "Europium", "Holmium", "Lutetium", "Thulium", "Ytterbium", "Dysprosium", "Gadolinium");
        List<Row> rows =
                study().stream().filter(row -> heavy.contains(row.material())).toList();

        assertThat(rows).hasSize(heavy.size());
        assertThat(rows).allSatisfy(row -> assertThat(oneMaker(CHINA, row)).isEqualTo(row.processing()));
    }

    @Test
    void no_weight_of_China_outside_a_narrow_band_gives_them() {
        List<Row> rows = study().stream()
                .filter(row -> List.of("Erbium", "Dysprosium").contains(row.material()))
                .toList();

        assertThat(rows).anySatisfy(row -> assertThat(oneMaker(5.64, row)).isNotEqualTo(row.processing()));
        assertThat(rows).anySatisfy(row -> assertThat(oneMaker(5.73, row)).isNotEqualTo(row.processing()));
    }

    @Test
    void the_worst_stage_is_the_risk_of_every_material_assessed_at_two_stages() {
        List<Row> both = study().stream()
                .filter(row -> !Double.isNaN(row.extraction()) && !Double.isNaN(row.processing()))
                .toList();

        assertThat(both).hasSizeGreaterThan(25);
        assertThat(both).allSatisfy(row -> {
            Explained risk = EuSupplyRisk.supplyRisk(
                    List.of(stage("extraction", row.extraction()), stage("processing", row.processing())),
                    0,
                    1,
                    Flag.NONE);
            assertThat(Math.rint(risk.value() * 10) / 10).as(row.material()).isEqualTo(row.risk());
        });
    }

    /// A stage whose risk is known: one supplier whose weight it is.
    private static EuSupplyRisk.StageRisk stage(String name, double risk) {
        return new EuSupplyRisk.StageRisk(
                name, Map.of("A", new EuSupplyRisk.Supplier(1, Range.exactly(risk), 1)), Map.of(), 1);
    }
}
