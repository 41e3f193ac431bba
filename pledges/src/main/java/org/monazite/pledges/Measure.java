package org.monazite.pledges;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A measure that is computed from figures, by every registered definition.
interface Measure {

    /// The numbers, in the order shown. A number that cannot be had is there as well, not defined, and its formula
    /// says which figure is missing.
    List<Reading> read(Question question);

    /// The deciding definition over the years that are over, oldest first; empty where there is no series.
    default List<Trend.Point> path(Question question) {
        return List.of();
    }

    /// What a measure is asked.
    ///
    /// @param pledge the promise
    /// @param all the whole register: a promise may have parts of its own
    /// @param facts the figures
    /// @param asOf the date; what happened later is not known
    record Question(Pledge pledge, List<Pledge> all, PledgeFacts facts, LocalDate asOf) {

        /// The number promised, percent as a share from 0 to 1; NaN where none.
        double target() {
            double target = pledge.target().orElse(Double.NaN);
            return pledge.unit().equals("%") ? target / 100 : target;
        }

        /// Whether this definition is to be computed: those that are registered, or all where none are.
        boolean wants(String definition) {
            List<String> registered = pledge.details().terms().definitions();
            return registered.isEmpty() || registered.contains(definition);
        }

        /// The same question, as of another day.
        Question at(LocalDate day) {
            return new Question(pledge, all, facts, day);
        }
    }

    /// The measure of this key; empty where nothing is computed for it.
    static Optional<Measure> find(String key) {
        return switch (key) {
            case "jp_defence_share_of_gdp" -> Optional.of(new DefenceShare());
            case "jp_defence_cumulative_outlay" -> Optional.of(new DefenceOutlay());
            case "cn_share_of_jp_ree_imports" -> Optional.of(new ChinaShareOfJapan());
            case "eu_extraction_share" -> Optional.of(new EuBenchmark(EuBenchmark.Step.EXTRACTION));
            case "eu_processing_share" -> Optional.of(new EuBenchmark(EuBenchmark.Step.PROCESSING));
            case "eu_recycling_share" -> Optional.of(new EuBenchmark(EuBenchmark.Step.RECYCLING));
            case "eu_single_country_share" -> Optional.of(new LargestThirdCountry());
            case "stock_days" -> Optional.of(new StockDays());
            case "non_cn_share_of_dy_tb_supply" -> Optional.of(new HeavyRareEarths());
            case "price_floor_ndpr" -> Optional.of(new PriceFloor());
            case "committed_support", "financing_committed_each", "reserve_value", "jogmec_equity", "project_value" ->
                Optional.of(new Commitments());
            case "suspension_in_force" -> Optional.of(new Suspensions());
            default -> Optional.empty(); // a promise whose measure is a count of deeds: evidence decides
        };
    }
}
