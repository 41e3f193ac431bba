package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.atlas.Atlas;
import org.monazite.supply.Flag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// No number of an answer may rest on an estimate and hide it; and the audit itself must find what was planted.
@Tag("examples")
class FlagAuditTest {

    private static final Function<String, Flag> NOTHING_WEAK = _ -> Flag.NONE;

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text.replace('\'', '"'));
    }

    private static Function<String, Flag> figures() throws IOException {
        Atlas atlas = Atlas.open(Cli.shared().folder().resolve("workspace/atlas"));
        return id ->
                atlas.findFigure(id).orElseThrow(() -> new AssertionError(id)).flag();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exposure of JPN",
                "exposure of USA --chain gallium",
                "exposure rank --for USA",
                "exposure without CHN --for JPN",
                "exposure methods",
                "shock run china-dy-tb --members 18 --weeks 26",
                "show chain magnets",
                "show place JPN"
            })
    void no_answer_hides_an_estimate(String line) throws IOException {
        audit(line, Cli.shared().line(line + " --json -q"));
    }

    @Test
    void the_main_job_hides_no_estimate() throws IOException {
        audit(SecureTest.SMALL, SecureTest.ONE);
    }

    @Test
    void the_brief_signs_every_share_sum_and_tonnage() throws IOException {
        String path = SecureTest.ONE.json().path("brief").path("path").asString();
        String brief = Files.readString(Cli.shared().folder().resolve(path));
        String sign = " class=\"mark flag-unverified\"";

        assertThat(FlagAudit.unsigned(brief)).isEmpty();
        assertThat(FlagAudit.unsigned(brief.replaceFirst("(<td class=\"num\">[0-9.]+.%<span)" + sign, "$1")))
                .as("one sign taken away")
                .hasSize(1);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"plan solve", "plan frontier --points 3"})
    void no_plan_hides_an_estimate(String line) throws IOException {
        audit(line, Cli.shared().line(line + " --json -q"));
    }

    private static void audit(String line, Cli.Result answer) throws IOException {
        assertThat(answer.code()).as(answer.err()).isZero();
        String csv = Cli.shared().line(line + " --csv -q").out();

        FlagAudit audit = FlagAudit.of(answer.json(), figures());
        for (String language : new String[] {"en", "ja"}) {
            audit.tables(
                    csv,
                    Cli.shared().line(line + " --plain -q --lang " + language).out());
        }

        assertThat(audit.hidden()).as(line).isEmpty();
        assertThat(audit.cells() + audit.figures()).as(line).isPositive();
    }

    @Test
    void a_number_better_than_the_figure_that_it_cites_is_found() {
        JsonNode planted = json("{'share': {'value': 0.5, 'flag': 'derived', 'figures': ['f-1']}}");

        assertThat(FlagAudit.of(planted, _ -> Flag.UNVERIFIED).hidden())
                .containsExactly("JSON /share is DERIVED and cites f-1, which is UNVERIFIED");
    }

    @Test
    void a_number_that_cites_an_estimate_and_has_no_flag_is_found() {
        JsonNode planted = json("{'works': [{'tonnes': 5, 'figures': ['f-1']}]}");

        assertThat(FlagAudit.of(planted, _ -> Flag.ESTIMATE).hidden())
                .containsExactly("JSON /works/0 cites f-1, which is ESTIMATE, and has no flag");
    }

    @Test
    void an_unmarked_estimate_in_the_text_is_found_and_a_marked_one_is_not() {
        JsonNode answer = json("{'lines': [{'loss': 0.25, 'flag': 'unverified'}]}");

        assertThat(FlagAudit.of(answer, NOTHING_WEAK)
                        .tables("place,loss\nJPN,0.25\n", "Japan\t25 %\n")
                        .hidden())
                .containsExactly("the text shows loss '25 %' for 0.25 without a mark");
        assertThat(FlagAudit.of(answer, NOTHING_WEAK)
                        .tables("place,loss,estimates\nJPN,0.25,loss\n", "Japan\t~25 %\n")
                        .hidden())
                .isEmpty();
    }

    @Test
    void an_estimate_that_CSV_does_not_name_is_found() {
        JsonNode answer = json("{'lines': [{'loss': 0.25, 'flag': 'estimate'}]}");

        assertThat(FlagAudit.of(answer, NOTHING_WEAK)
                        .tables("place,loss\nJPN,0.25\n", "Japan\t~25 %\n")
                        .hidden())
                .containsExactly("CSV does not list loss of [JPN, 0.25]");
    }

    @Test
    void a_reported_number_needs_no_mark() {
        JsonNode answer = json("{'lines': [{'loss': 0.25, 'flag': 'none'}]}");

        assertThat(FlagAudit.of(answer, NOTHING_WEAK)
                        .tables("place,loss\nJPN,0.25\n", "Japan\t25 %\n")
                        .hidden())
                .isEmpty();
    }
}
