package org.monazite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.monazite.plan.world.Ban;
import org.monazite.plan.world.Chances;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;
import org.monazite.supply.Citation;
import org.monazite.supply.ExportControl;
import org.monazite.supply.Flag;

/// How likely a supplier stops shipments, by the record of its controls.
class ChancesTest {

    private static final PlanSpec SPEC = SmallWorld.spec(1e8);
    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    private static ExportControl control(String id, String type, String minerals, String effective, String end) {
        return control(id, type, minerals, "all", effective, end);
    }

    private static ExportControl control(
            String id, String type, String minerals, String products, String effective, String end) {
        return new ExportControl(
                id,
                "CHN",
                "all",
                List.of("WLD"),
                minerals,
                products,
                List.of(),
                type,
                "",
                Optional.empty(),
                effective.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(effective)),
                end.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(end)),
                "",
                "",
                Flag.NONE,
                new Citation("f-2", "TEST", "line 2", "made up"));
    }

    private static PlanInput with(ExportControl... controls) {
        PlanInput input = SmallWorld.input();
        return new PlanInput(
                input.network(),
                input.projects(),
                input.options(),
                input.prices(),
                input.recipes(),
                input.stocks(),
                List.of(controls),
                input.substitution(),
                input.assumptions());
    }

    @Test
    void a_stop_counts_stops_of_the_chain_that_took_effect() {
        PlanInput input = with(
                control("stop", "ban", "A;Zz", "2010-01-01", ""),
                control("secret", "unannounced_embargo", "H (heavy)", "2020-01-01", "2020-02-01"),
                control("other chain", "ban", "Ga;Aa", "2020-01-01", ""),
                control("suspended before its day", "ban", "A", "2025-12-01", "2025-11-07"),
                control("too old", "ban", "A", "2005-01-01", ""),
                control("announced alone", "ban", "A", "", ""),
                control("tax", "export_tax", "A", "2012-01-01", ""),
                control("licence", "licence", "A", "2012-01-01", ""));
        Chance stop = new Chances(input, SPEC).stop("CHN");

        assertThat(stop.controls()).containsExactly("secret", "stop");
        assertThat(stop.years()).isEqualTo(18); // 2008 to 2026
        assertThat(stop.perYear()).isCloseTo(2.5 / 19, EXACT);
    }

    @Test
    void licences_and_quotas_count_for_a_licence_regime_alone() {
        PlanInput input = with(
                control("licence", "licence", "A", "2012-01-01", ""),
                control("quota", "quota", "A", "2013-01-01", ""),
                control("technology", "technology_ban", "A", "2013-01-01", ""));
        Chances chances = new Chances(input, SPEC);

        assertThat(chances.licence("CHN").controls()).containsExactly("licence", "quota");
        assertThat(chances.licence("CHN").perYear()).isCloseTo(2.5 / 19, EXACT);
        assertThat(chances.stop("CHN").perYear()).isCloseTo(0.5 / 19, EXACT);
    }

    @Test
    void a_licence_on_technology_holds_up_no_shipment() {
        PlanInput input = with(
                control("goods", "licence", "A", "metals, alloys", "2025-04-04", ""),
                control("knowledge", "licence", "A", "technology for mining, magnets", "2025-10-09", "2025-11-07"));

        assertThat(new Chances(input, SPEC).licence("CHN").controls()).containsExactly("goods");
    }

    @Test
    void no_record_makes_a_stop_more_likely_than_one_half() {
        ExportControl[] many = new ExportControl[30];
        for (int k = 0; k < many.length; k++) {
            many[k] = control("c" + k, "ban", "A", "2020-01-01", "");
        }

        assertThat(new Chances(with(many), SPEC).stop("CHN").perYear()).isEqualTo(0.5);
    }

    @Test
    void a_chance_that_is_given_is_divided_over_the_bans_of_the_feared_supplier_alone() {
        PlanSpec given = SPEC.with(SPEC.rules().withChance(0.4));
        World world = WorldBuilder.build(with(), given);
        double feared = 0;
        double others = 0;
        for (Ban ban : world.bans()) {
            if (ban.isBy("CHN")) {
                feared += ban.probability();
            } else {
                others = Math.max(others, ban.probability());
            }
        }

        assertThat(feared).isCloseTo(0.4 / SPEC.banQuarters(), EXACT);
        assertThat(others).isLessThanOrEqualTo(0.5 / 19 / SPEC.banQuarters() + 1e-12);
        assertThat(new Chances(with(), given).feared()).singleElement().satisfies(chance -> {
            assertThat(chance.given()).isTrue();
            assertThat(chance.perYear()).isEqualTo(0.4);
        });
    }

    @Test
    void a_chance_lies_between_0_and_1() {
        assertThatThrownBy(() -> SPEC.rules().withChance(1.5)).hasMessageContaining("plan.chance");
    }
}
