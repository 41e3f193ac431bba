package org.monazite.plan.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.OrTools;

/// Published test sets that may not be copied here. Their folder is given by `-Dmonazite.cases=FOLDER`;
/// without it these tests are skipped. cases/plan/README.md says where the sets are from.
@Tag("validation")
class PublishedProgramsTest {

    private static String text(String file) throws IOException {
        String folder = System.getProperty("monazite.cases", "");
        assumeTrue(!folder.isEmpty(), "-Dmonazite.cases=FOLDER is not set");
        return Files.readString(Path.of(folder, "plan").resolve(file), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({
        "smps/lands3/lands, smps/lands3/lands-indep, 381.853333",
        "smps/lands3/lands, smps/lands3/lands-blocks, 381.853333",
        "smps/pgp2/pgp2, smps/pgp2/pgp2, 447.324356",
        "smps/stormg2-8/stormg2, smps/stormg2-8/stormg2-8, 15535235.73"
    })
    void a_program_has_its_published_optimum(String core, String stoch, double optimum) throws IOException {
        TwoStage program = Smps.read(text(core + ".cor"), text(core + ".tim"), text(stoch + ".sto"));
        Model model = ExtensiveForm.of(program);

        assertThat(Highs.load().solve(model, Limits.EXACT).objective()).isEqualTo(optimum, within(1e-6 * optimum));
        assertThat(OrTools.load().solve(model, Limits.EXACT).objective()).isEqualTo(optimum, within(1e-6 * optimum));
        org.monazite.plan.lshaped.LShaped.Result decomposed =
                LShaped.solve(program, Highs.load(), 2, new Limits(600, 1e-7));
        assertThat(decomposed.objective()).isEqualTo(optimum, within(1e-6 * optimum));
        assertThat(decomposed.bound()).isEqualTo(optimum, within(1e-6 * optimum));
    }

    @ParameterizedTest
    @CsvSource("cflp/cap41.txt, 1040444.375")
    void a_location_problem_has_its_published_optimum(String file, double optimum) throws IOException {
        Model model = Cflp.read(text(file)).model();

        assertThat(Highs.load().solve(model, Limits.EXACT).objective()).isEqualTo(optimum, within(1e-6 * optimum));
        assertThat(OrTools.load().solve(model, Limits.EXACT).objective()).isEqualTo(optimum, within(1e-6 * optimum));
    }
}
