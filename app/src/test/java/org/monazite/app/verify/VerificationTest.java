package org.monazite.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("validation")
class VerificationTest {

    static List<String> suites() {
        return Verification.BOXED;
    }

    @ParameterizedTest
    @MethodSource("suites")
    void every_case_that_travels_with_the_program_passes(String suite) {
        for (Supplier<List<Outcome>> each : Verification.inside(suite)) {
            assertThat(each.get())
                    .isNotEmpty()
                    .allSatisfy(outcome ->
                            assertThat(outcome.passed()).as(outcome.toString()).isTrue());
        }
    }

    @Test
    void a_deviation_that_is_not_a_number_never_passes() {
        Worst worst = new Worst();
        worst.see(1, "first");
        worst.see(Double.NaN, "second");
        worst.see(2, "third");

        assertThat(worst.deviation()).isNaN();
        assertThat(worst.where()).isEqualTo("second");
        assertThat(new Outcome("s", "n", Double.NaN, 1, "").passed()).isFalse();
    }
}
