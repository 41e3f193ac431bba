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

    @Test
    void one_weight_of_China_gives_the_printed_risk_of_all_heavy_rare_earths_that_it_alone_refines() {
        List<String> heavy = List.of(
                "Erbium", "Europium", "Holmium", "Lutetium", "Thulium", "Ytterbium", "Dysprosium", "Gadolinium");
        List<Row> rows =
                study().stream().filter(row -> heavy.contains(row.material())).toList();

        assertThat(rows).hasSize(heavy.size());
        assertThat(rows).allSatisfy(row -> assertThat(oneMaker(5.68, row)).isEqualTo(row.processing()));
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
