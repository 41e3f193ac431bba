package org.monazite.shock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.monazite.supply.SupplyNetwork;

/// A misspelt name must not pass as a harmless action.
class UnknownNamesTest {

    private final SupplyNetwork world = World.of("""
            CHN/magnet -> JPN/use 365 @3 via LN-TWS+4 LN-ECS
            JPN/use -> industry 365
            """);

    private void refused(Action action, String message) {
        assertThatThrownBy(() -> Plain.run(world, 1, action))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> new EnsembleRunner(new EnsembleSettings(1, 6, 1, 1), done -> {})
                        .run(world, Plain.scenario(action)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Action.ExportBan ban(String from, Set<String> to, Set<String> products) {
        return new Action.ExportBan(new Targets(Set.of(from), to, products), 0, 7, 0);
    }

    @Test
    void an_unknown_place_that_imposes() {
        refused(ban("CHM", Set.of(), Set.of()), "ban: the network has no place 'CHM'.\nMaybe you meant 'CHN'.");
    }

    @Test
    void an_unknown_place_that_is_hit() {
        refused(ban("CHN", Set.of("JPM"), Set.of()), "ban: the network has no place 'JPM'.\nMaybe you meant 'JPN'.");
    }

    @Test
    void an_unknown_product() {
        refused(
                ban("CHN", Set.of(), Set.of("magnets")),
                "ban: the network has no product 'magnets'.\nMaybe you meant 'magnet'.");
    }

    @Test
    void an_unknown_product_that_surges() {
        refused(
                new Action.DemandSurge(Set.of(), Set.of("us"), 0, 7, 1, 0),
                "surge: the network has no product 'us'.\nMaybe you meant 'use'.");
    }

    @Test
    void works_at_an_unknown_place() {
        refused(
                new Action.Outage(Set.of("JPX"), Set.of(), 0, 7, 1, 0),
                "outage: the network has no place 'JPX'.\nMaybe you meant 'JPN'.");
    }

    @Test
    void a_stock_of_an_unknown_product() {
        refused(
                new Action.StockRelease("JPN", "magnetite", 1, 1, 1, 1, 0),
                "release: the network has no product 'magnetite'.\nMaybe you meant 'magnet'.");
    }

    @Test
    void a_lane_that_no_ship_takes() {
        refused(
                new Action.LaneClosure("LN-TWX", 0, 7, Optional.empty()),
                "lane: the network has no lane on its routes 'LN-TWX'.\nMaybe you meant 'LN-TWS'.");
    }

    @Test
    void a_lane_whose_detour_nobody_knows() {
        Action.LaneClosure shut = new Action.LaneClosure("LN-ECS", 0, 7, Optional.empty());

        refused(shut, """
                lane: no source says how much longer CHN to JPN takes without 'LN-ECS'.
                Maybe state it: extra_days.\
                """);
        assertThat(Plain.run(world, 1, new Action.LaneClosure("LN-ECS", 0, 7, Optional.of(2.0)))
                        .lines())
                .isNotEmpty();
    }

    @Test
    void licences_of_an_unknown_place() {
        refused(
                new Action.LicenceRegime(
                        new Targets(Set.of("CN"), Set.of(), Set.of()),
                        0,
                        7,
                        63,
                        List.of(new Action.Approval(0, 1)),
                        1,
                        0,
                        20,
                        1),
                "licence: the network has no place 'CN'.\nMaybe you meant 'CHN'.");
    }
}
