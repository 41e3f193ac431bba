package org.monazite.app.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reconciliation cases that an independent dense solver answered.
class BalanceCasesTest {

    @TempDir
    private Path folder;

    private List<Outcome> check(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("case.json"), text);
        return Verification.at("atlas", file, Optional.empty()).getFirst().get();
    }

    @ParameterizedTest
    @ValueSource(strings = {"random_network", "bounds", "unmeasured", "yields", "two_wrong"})
    void cases_of_other_shapes_pass(String name) throws IOException {
        try (InputStream in = BalanceCasesTest.class.getResourceAsStream("balance/" + name + ".json")) {
            List<Outcome> outcomes = check(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));

            assertThat(outcomes)
                    .isNotEmpty()
                    .allSatisfy(each ->
                            assertThat(each.passed()).as(each.toString()).isTrue());
        }
    }

    @Test
    void a_wrong_answer_fails_and_names_the_stream() throws IOException {
        Outcome outcome = check("""
                {"one": {"x": [5, 5.5]}, "y": [5, 5], "A": [[1, -1]]}""").getFirst();

        assertThat(outcome.passed()).isFalse();
        assertThat(outcome.toString()).contains("x of stream 2");
    }

    @Test
    void a_stream_between_two_that_nothing_fixes_may_itself_be_fixed() throws IOException {
        // F1 = F2 runs in a circle of its own; F3 + F1 = F4 + F2 fixes F4 all the same
        Outcome outcome = check("""
                {"constraints": ["F1=F2", "F3+F1=F4+F2"], "y": [null, null, 5, NaN],
                 "one": {"sigma": 0.5, "x": [null, null, 5, 5], "sd": [null, null, 0.5, 0.5], "dof": 0}}""").getFirst();

        assertThat(outcome.passed()).as(outcome.toString()).isTrue();
    }

    @Test
    void a_suspect_that_is_not_found_fails() throws IOException {
        Outcome outcome = check("""
                {"A": [[1, -1]], "y": [5, 5], "one": {"suspect_stream": 1, "after_removal": {}}}""").getLast();

        assertThat(outcome.passed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"A\": [[1]], \"y\": [1, 2], \"a\": {\"x\": [1, 2]}}`|A[0] has 1 columns, y has 2 streams",
                "`{\"A\": [[1, \"k\"]], \"y\": [1, 2], \"a\": {\"x\": [1, 2]}}`|A[0][1] is 'k', which is not a number",
                "`{\"A\": [[1, -1]], \"y\": [1, \"2,5\"], \"a\": {\"x\": [1, 2]}}`|y[1] is '2,5', which is not a number",
                "`{\"A\": [[1, -1]], \"a\": {\"x\": [1, 2]}}`|'y' is missing",
                "`{\"A\": [[1, -1]], \"y\": [1, 2], \"a\": {\"x\": [1]}}`|a.x has 1 entries, y has 2 streams",
                "`{\"A\": [[1, -1]], \"y\": [1, 2], \"a\": {\"sigma\": [1, 0], \"J\": 1}}`|a.sigma[1] is 0.0",
                "`{\"A\": [[1, -1]], \"y\": [1, 2], \"a\": {\"sigma\": \"2 %\", \"J\": 1}}`|must be like '0.02*y'",
                "`{\"A\": [[1, -1]], \"y\": [1, 2], \"a\": {\"J\": \"six\"}}`|a.J is 'six', which is not a number",
                "`{\"A\": [[1, -1]], \"y\": [1, 2], \"a\": {\"suspect_stream\": 3}}`|a names the suspect '3'",
                "`{\"A\": [[1, -1]], \"y\": [1, 2], \"lower\": 3, \"upper\": 2, \"a\": {\"J\": 1}}`|lower bound 3.0 above",
                "`{\"constraints\": [\"F1=F9\"], \"y\": [1, 2], \"a\": {\"J\": 1}}`|constraints[0] names 'F9'",
                "`{\"constraints\": [\"F1=G2\"], \"y\": [1, 2], \"a\": {\"J\": 1}}`|'G2' is no stream",
                "`{\"A\": [[1, -1]], \"y\": [1, 2], \"a\": {\"x\": [null, null]}}`|the section 'a' expects nothing",
                "`{\"A\": [[1, -1]], \"y\": [1, 2], \"note\": {\"by\": \"x\"}}`|it has no section with expected answers"
            })
    void what_is_wrong_in_a_file_is_said_with_its_place(String text, String message) {
        assertThatThrownBy(() -> check(text))
                .isInstanceOf(CaseException.class)
                .hasMessageContaining("case")
                .hasMessageContaining(message);
    }
}
