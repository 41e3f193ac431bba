package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.monazite.shock.internal.Draws;

/// Settings out of range are refused in the words the user typed.
class RangesTest {

    private static final Targets ALL = new Targets(Set.of("CHN"), Set.of(), Set.of());

    private static void refused(Runnable build, String part) {
        assertThatThrownBy(build::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(part);
    }

    @ParameterizedTest
    @EnumSource
    void an_assumption_out_of_range_is_named_by_its_key(Parameter parameter) {
        refused(
                () -> Assumptions.MINERALS.with(Map.of(parameter, parameter.most() + 1)),
                "assumptions." + parameter.key() + " must be from");
        refused(() -> Assumptions.MINERALS.with(Map.of(parameter, Double.NaN)), "was NaN");
    }

    @ParameterizedTest
    @EnumSource
    void the_default_lies_inside_the_range_of_the_ensemble(Parameter parameter) {
        assertThat(Assumptions.MINERALS.get(parameter)).isBetween(parameter.low(), parameter.high());
        assertThat(parameter.low()).isGreaterThanOrEqualTo(parameter.least());
        assertThat(parameter.high()).isLessThanOrEqualTo(parameter.most());
    }

    @Test
    void members_play_six_combinations_of_rules_in_turn() {
        assertThat(java.util.stream.IntStream.range(0, 12)
                        .mapToObj(member -> EnsembleRunner.draw(Assumptions.MINERALS, new Draws(1), member))
                        .map(drawn -> drawn.rationing() + " " + drawn.orders())
                        .distinct())
                .hasSize(6)
                .noneMatch(rules -> rules.contains("REALISED"));
    }

    @Test
    void members_draw_every_parameter_inside_its_range() {
        for (int member = 0; member < 300; member++) {
            Assumptions drawn = EnsembleRunner.draw(Assumptions.MINERALS, new Draws(1), member);
            for (Parameter parameter : Parameter.values()) {
                assertThat(drawn.get(parameter)).isBetween(parameter.low(), parameter.high());
            }
        }
    }

    @Test
    void a_share_above_one() {
        refused(() -> new Action.ExportBan(ALL, 0, 7, 1.5), "ban.allowed must be from 0 to 1, was 1.5");
        refused(() -> new Action.Approval(0, -0.1), "licence.approval must be from 0 to 1, was -0.1");
        refused(() -> new Action.Outage(Set.of("CHN"), Set.of(), 0, 7, 2, 0), "outage.loss must be from 0 to 1");
    }

    @Test
    void a_window_that_ends_before_it_begins() {
        refused(() -> new Action.ExportBan(ALL, 7, 7, 0), "ban: the window [7, 7) is empty");
        refused(() -> new Action.LaneClosure("LN-TWS", -1, 7, Optional.empty()), "lane: the window [-1, 7)");
    }

    @Test
    void numbers_that_are_none() {
        refused(() -> new Action.Outage(Set.of("CHN"), Set.of(), 0, 7, 1, Double.NaN), "outage.recovery_days");
        refused(() -> new Action.DemandSurge(Set.of(), Set.of(), 0, 7, Double.NaN, 0), "surge.growth");
        refused(
                () -> new Action.DemandSurge(Set.of(), Set.of(), 0, 7, 1, Double.POSITIVE_INFINITY),
                "surge.ramp_days must be 0 or more and finite");
        refused(() -> new Action.StockRelease("JPN", "magnet", 1, 1, Double.NaN, 1, 0), "trigger.cover_below");
        refused(() -> new Action.StockRelease("JPN", "magnet", -1, 1, 1, 1, 0), "release.tonnes must be 0 or more");
        refused(() -> new Action.LaneClosure("LN-TWS", 0, 7, Optional.of(-1.0)), "lane.extra_days");
    }

    @Test
    void licences_without_an_approval_or_with_a_negative_cap() {
        refused(
                () -> new Action.LicenceRegime(ALL, 0, 7, 63, List.of(), 1, 0, 20, 1),
                "licence.approval needs at least one share");
        refused(
                () -> new Action.LicenceRegime(ALL, 0, 7, 63, List.of(new Action.Approval(0, 1)), 1, 0, 20, -1),
                "licence.cap_per_day must be 0 or more, was -1.0");
    }

    @Test
    void an_action_of_nobody() {
        refused(() -> new Targets(Set.of(), Set.of(), Set.of()), "`from`");
    }

    @Test
    void too_few_members() {
        refused(() -> new EnsembleSettings(52, 5, 1, 1), "ensemble.members must be from 6 to 100000, was 5");
    }
}
