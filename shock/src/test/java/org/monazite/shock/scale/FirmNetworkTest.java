package org.monazite.shock.scale;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.supply.Criticality;

class FirmNetworkTest {

    private final FirmNetwork.Builder builder = new FirmNetwork.Builder(List.of("A", "B"), 0, 0);

    @BeforeEach
    void three_firms() {
        builder.firm(0, 0);
        builder.firm(1, 10);
        builder.firm(1, 0);
    }

    private void refuses(String... words) {
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(words);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, Double.NaN, Double.POSITIVE_INFINITY})
    void a_flow_that_is_not_a_number_above_zero_is_refused(double flow) {
        builder.link(0, 1, flow, Criticality.ESSENTIAL);
        refuses("Link 0 from 'F0' to 'F1'", "'" + flow + "'", "Maybe");
    }

    @Test
    void a_link_to_a_firm_that_is_not_there_is_refused() {
        builder.link(0, 7, 1, Criticality.ESSENTIAL);
        refuses("Link 0", "firm 7", "3 firms", "Maybe");
    }

    @Test
    void a_firm_with_inputs_that_makes_nothing_is_refused() {
        builder.link(0, 1, 1, Criticality.ESSENTIAL);
        builder.link(0, 2, 1, Criticality.ESSENTIAL);
        refuses("Firm 'F2'", "link 1", "makes nothing", "Maybe");
    }

    @Test
    void the_same_pair_twice_is_refused() {
        builder.link(0, 1, 1, Criticality.ESSENTIAL);
        builder.link(0, 1, 2, Criticality.ESSENTIAL);
        refuses("Link 1 from 'F0' to 'F1'", "twice", "Maybe");
    }

    @Test
    void firms_that_feed_only_each_other_are_refused() {
        builder.link(0, 2, 1, Criticality.ESSENTIAL);
        builder.link(2, 0, 1, Criticality.ESSENTIAL);
        refuses("'F0'", "never reaches final demand", "Maybe");
    }

    @Test
    void final_demand_below_zero_is_refused() {
        builder.finalDemand(2, -3);
        refuses("'F2'", "'-3.0'");
    }

    @Test
    void a_sector_that_is_not_there_is_refused() {
        builder.firm(2, 1);
        refuses("'F3'", "sector number 2");
    }
}
