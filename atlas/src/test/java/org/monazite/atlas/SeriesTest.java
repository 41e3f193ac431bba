package org.monazite.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.monazite.atlas.pack.Pack;
import org.monazite.supply.Series;

class SeriesTest {

    private final List<Series> series = new StatedSeries(Pack.embedded()).list();

    private List<Double> in(String id, String period) {
        return series.stream()
                .filter(each -> each.id().equals(id))
                .flatMap(each -> each.points().stream())
                .filter(point -> point.period().equals(period))
                .map(point -> point.value().value())
                .sorted()
                .toList();
    }

    @Test
    void two_published_shares_by_weight_for_2024_stand_side_by_side() {
        assertThat(in("JP_REE_IMPORT_CN_SHARE", "2024")).containsExactly(62.9, 71.0);
    }

    @Test
    void a_share_that_both_tables_have_stands_once() {
        assertThat(in("JP_REE_IMPORT_CN_SHARE", "2011")).containsExactly(68.37);
        assertThat(in("JP_REE_IMPORT_CN_SHARE", "2024-H1")).containsExactly(79.6);
    }

    @Test
    void shares_by_value_have_their_own_definitions() {
        assertThat(in("JP_REE_IMPORT_CN_SHARE_ALT", "2023")).containsExactly(44.0, 68.0);
        assertThat(series)
                .filteredOn(each -> each.id().equals("JP_REE_IMPORT_CN_SHARE_ALT"))
                .extracting(Series::definition)
                .containsExactlyInAnyOrder(
                        "UN Comtrade value, raw + magnets", "UN Comtrade value, raw only", "HS 2805 value only");
    }
}
