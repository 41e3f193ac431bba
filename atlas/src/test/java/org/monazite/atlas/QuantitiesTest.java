package org.monazite.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Quantities;
import org.monazite.atlas.pack.Statement;

/// Sources side by side, on the figures of the pack.
class QuantitiesTest {

    private static final Quantities QUANTITIES = Quantities.of(Pack.embedded());
    private static final List<Conflict> CONFLICTS = Conflict.in(QUANTITIES);

    private static Conflict about(String text) {
        return CONFLICTS.stream()
                .filter(conflict -> conflict.quantity().toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not among " + CONFLICTS));
    }

    @Tag("A6")
    @Test
    void two_editions_of_the_USGS_disagree_about_the_ore_of_Australia() {
        Conflict conflict = about("ree.mine production AUS 2024 t REO");

        assertThat(conflict.revision()).isTrue();
        assertThat(conflict.high()).isEqualTo(29_000);
        assertThat(conflict.low()).isEqualTo(13_000);
        assertThat(conflict.statements())
                .extracting(Statement::vintage)
                .containsOnly("2025-03", "2026-02")
                .contains("2025-03", "2026-02");
    }

    @Tag("A11")
    @Test
    void Japans_graphite_from_China_is_counted_from_both_sides() {
        MirrorGap gap = MirrorGap.in(QUANTITIES).stream()
                .filter(each -> each.quantity().toString().equals("graphite.mine flow CHN>JPN 2024 t"))
                .findFirst()
                .orElseThrow();

        assertThat(gap.exporter().figure().value()).isEqualTo(24_120);
        assertThat(gap.importer().figure().value()).isEqualTo(39_492);
        assertThat(gap.gap()).isEqualTo((39_492 - 24_120) / ((39_492 + 24_120) / 2.0));
        assertThat(gap.leastSd()).isEqualTo((39_492 - 24_120) / 2.0);
        assertThat(gap.sameCode()).isFalse(); // 2504.10 is a part of 2504
    }

    @Tag("A10")
    @Test
    void content_and_gross_weight_are_unlike_quantities() {
        assertThat(QUANTITIES.all().keySet())
                .extracting(Object::toString)
                .contains("graphite.mine production CHN 2024 t gross", "graphite.mine production CHN 2024 t contained")
                .contains("li.mine production AUS 2024 t Li")
                .doesNotContain("li.mine production AUS 2024 t contained");
    }

    @Test
    void what_a_source_withholds_is_a_word_beside_the_numbers_and_no_conflict() {
        assertThat(QUANTITIES.all().values().stream().flatMap(List::stream)).anySatisfy(statement -> {
            assertThat(statement.figure().qualifier()).isEqualTo("W");
            assertThat(statement.isKnown()).isFalse();
        });
        assertThat(CONFLICTS)
                .allSatisfy(conflict -> assertThat(conflict.statements()).allMatch(Statement::isKnown));
    }

    @Test
    void every_figure_is_about_one_quantity_and_stands_in_its_row() {
        Pack.embedded().figures().forEach(figure -> {
            Statement statement = QUANTITIES.find(figure.id()).orElseThrow();
            assertThat(QUANTITIES.all().get(statement.quantity())).contains(statement);
            assertThat(QUANTITIES.row(figure).text("source_id")).isEqualTo(figure.sourceId());
        });
    }
}
