package org.monazite.pledges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.monazite.pledges.Drafts.series;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.pledges.Assessment.Drift;
import org.monazite.pledges.Assessment.Measured;
import org.monazite.pledges.Assessment.Verdict;
import org.monazite.supply.Flag;
import org.monazite.supply.Price;
import org.monazite.supply.Project;
import org.monazite.supply.Range;
import org.monazite.supply.Series;
import org.monazite.supply.Stage;
import org.monazite.supply.StockFact;

/// Measures of the register on figures that can be checked by hand.
class B02_MeasuresTest {

    private static final Offset<Double> HALF_A_BASIS_POINT = within(0.00005);
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final Series[] DEFENCE = {
        series("JP_DEFENCE_AND_RELATED", "JPY tn", "", "FY2025 initial", 9.93, "FY2025 supplementary", 1.1),
        series("JP_GDP_FY2022_IMPLIED", "JPY tn", "", "FY2022", 550),
        series("JP_DEFENCE_MOD_BUDGET", "JPY tn", "", "FY2025", 8.7),
        series("JP_DEFENCE_SHARE_SAMEYEAR", "%", "", "FY2024", 1.4),
        series(
                "JP_DEFENCE_SHARE_FY2022GDP",
                "%",
                "",
                "FY2022",
                1.0,
                "FY2023",
                1.4,
                "FY2024",
                1.6,
                "FY2025 initial",
                1.8,
                "FY2025 with supplementary",
                2.0)
    };

    private static Assessment of(String id, PledgeFacts facts) {
        return Register.embedded().assess(facts, DAY).stream()
                .filter(each -> each.pledge().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void reads(Measured measured, double value, double low, double high) {
        assertThat(measured.value().value()).isCloseTo(value, HALF_A_BASIS_POINT);
        assertThat(measured.value().low()).isCloseTo(low, HALF_A_BASIS_POINT);
        assertThat(measured.value().high()).isCloseTo(high, HALF_A_BASIS_POINT);
        assertThat(measured.value().terms()).isNotEmpty();
        assertThat(measured.value().terms()).allMatch(term -> !term.citations().isEmpty());
    }

    @Tag("G5")
    @Test
    void two_percent_of_GDP_has_three_answers_and_the_text_fixes_one() {
        Assessment defence = of("JP-DEF-1", Drafts.facts(DEFENCE));
        List<Measured> rows = defence.measured();

        reads(rows.get(0), 11.03 / 550, 11.03 / 566, 11.03 / 540);
        assertThat(rows.get(1).value().isDefined()).isFalse();
        assertThat(rows.get(1).period()).isEqualTo("FY2025");
        reads(rows.get(2), 0.014, 0.0135, 0.0145);
        reads(rows.get(3), 8.7 / 550, 8.7 / 566, 8.7 / 540);
        assertThat(rows).extracting(Measured::decides).containsExactly(true, false, false, false);
        assertThat(rows)
                .extracting(Measured::verdict)
                .containsExactly(Verdict.OPEN, Verdict.OPEN, Verdict.FAILS, Verdict.FAILS);
        assertThat(rows).extracting(Measured::target).containsOnly(0.02);
    }

    @Test
    void two_percent_is_met_by_the_count_of_the_government_and_on_line() {
        Assessment defence = of("JP-DEF-1", Drafts.facts(DEFENCE));

        assertThat(defence.state()).isEqualTo(Assessment.State.MET);
        assertThat(defence.rule()).isEqualTo(3);
        assertThat(defence.drift()).isEqualTo(Drift.ON_LINE);
    }

    @Test
    void the_same_years_GDP_cannot_tell_until_it_is_imported() {
        Assessment defence = of("JP-DEF-2", Drafts.facts(DEFENCE));

        assertThat(defence.state()).isEqualTo(Assessment.State.CANNOT_TELL);
        assertThat(defence.reasonEn()).contains("the figure of that period is not there");
    }

    @Test
    void a_sum_with_a_gap_is_no_sum() {
        Series plan = series("JP_DEFENCE_PLAN_CORE", "JPY tn", "", "FY2025", 8.5, "FY2027 plan", 8.9);
        Measured sum = of("JP-DEF-3", Drafts.facts(plan)).measured().getFirst();

        assertThat(sum.value().isDefined()).isFalse();
        assertThat(sum.value().formula()).contains("no figure for FY2023, FY2024, FY2026, FY2027");
        assertThat(sum.value().terms()).hasSize(1);
    }

    private static final Series[] SHARES = {
        series(
                "JP_REE_IMPORT_CN_SHARE",
                "%",
                "volume share of China in Japan rare-earth imports, MOF trade statistics",
                "2010",
                81.61,
                "2020",
                58),
        series("JP_REE_IMPORT_CN_SHARE", "%", "as published; basis not stated", "2024", 71),
        series("JP_REE_IMPORT_CN_SHARE", "%", "rare-earth-metal equivalent tonnes", "2024-H1", 79.6),
        series("JP_REE_IMPORT_CN_SHARE_ALT", "%", "UN Comtrade value, raw only", "2023", 44),
        series("JP_REE_IMPORT_CN_SHARE_ALT", "%", "UN Comtrade value, raw + magnets", "2023", 68),
        series("JP_REE_IMPORT_CN_SHARE_ALT", "%", "HS 2805 value only", "2024", 29.6)
    };

    @Test
    void Chinas_share_of_Japans_imports_has_three_preset_definitions_and_moved_away_from_its_target() {
        Assessment share = of("JP-CM-1", Drafts.facts(SHARES));
        List<Measured> rows = share.measured();

        reads(rows.get(0), 0.71, 0.705, 0.715);
        reads(rows.get(1), 0.44, 0.435, 0.445);
        reads(rows.get(2), 0.68, 0.675, 0.685);
        assertThat(rows.get(0).target()).isNaN(); // the base year is no target for itself
        assertThat(rows.get(1).target()).isNaN();
        assertThat(rows).extracting(Measured::verdict).containsOnly(Verdict.OPEN);
        assertThat(share.drift()).isEqualTo(Drift.BEHIND);
        assertThat(share.state()).isEqualTo(Assessment.State.CANNOT_TELL);
    }

    @Test
    void a_later_year_is_compared_with_2024_in_the_same_definition() {
        Series later = series("JP_REE_IMPORT_CN_SHARE", "%", "as published", "2024", 71, "2025", 66);
        Measured weight = of("JP-CM-1", Drafts.facts(later)).measured().getFirst();

        assertThat(weight.period()).isEqualTo("2025");
        assertThat(weight.target()).isEqualTo(0.71);
        assertThat(weight.verdict()).isEqualTo(Verdict.FULFILS);
    }

    @Test
    void network_shares_stand_beside_the_published_ones() {
        Map<String, Measured> rows = of("JP-CM-1", ChainToy.facts()).measured().stream()
                .collect(Collectors.toMap(Measured::definitionEn, each -> each));

        assertThat(rows.get("oxide: shipped by China, part of imports").value().value())
                .isEqualTo(0.75);
    }

    @Tag("G4")
    @Test
    void EU_extraction_and_processing_are_over_what_EU_use_needs() {
        // the world makes 200 t oxide for 100 t of use: the EU's 20 t need 40 t, of which it makes 10
        List<Measured> processing = of("CRMA-02", ChainToy.facts()).measured();
        List<Measured> extraction = of("CRMA-01", ChainToy.facts()).measured();

        assertThat(processing.getFirst().value().value()).isEqualTo(0.25);
        assertThat(processing.getFirst().verdict()).isEqualTo(Verdict.FAILS);
        assertThat(extraction.getFirst().value().value()).isZero();
        assertThat(extraction.getLast().value().value()).isEqualTo(1.0 / 17);
    }

    @Test
    void an_unlisted_recycling_works_is_not_a_zero() {
        assertThat(of("CRMA-03", ChainToy.facts()).measured())
                .extracting(each -> each.value().isDefined())
                .containsExactly(false, true);
    }

    @Test
    void the_largest_third_country_is_traced_through_the_chain() {
        Measured refined = of("CRMA-04", ChainToy.facts()).measured().stream()
                .filter(each -> each.definitionEn().startsWith("Refined"))
                .findFirst()
                .orElseThrow();

        assertThat(refined.definitionEn()).contains("CHN");
        assertThat(refined.value().value()).isCloseTo(0.75, within(1e-12));
        assertThat(refined.verdict()).isEqualTo(Verdict.FAILS);
    }

    @Test
    void stocks_are_secret_so_only_the_targets_are_shown() {
        StockFact target = new StockFact(
                "JOGMEC",
                "JPN",
                "",
                "34 kinds",
                "policy target",
                Range.exactly(60),
                "days of domestic consumption",
                2021,
                Flag.NONE,
                Drafts.SOURCE);
        PledgeFacts facts =
                new PledgeFacts(Drafts.NO_FACTS.network(), List.of(), List.of(), List.of(), List.of(target));
        List<Measured> rows = of("JP-CM-2", facts).measured();

        assertThat(rows).extracting(Measured::target).containsExactly(60.0, 180.0);
        assertThat(rows).noneMatch(each -> each.value().isDefined());
        assertThat(rows.getFirst().value().terms().getFirst().value()).isEqualTo(60);
    }

    @Test
    void contracts_for_heavy_rare_earths_are_capacity_and_only_deliveries_decide() {
        Project caremag = new Project(
                "caremag",
                "Caremag",
                "Carester",
                "FRA",
                Stage.REFINED,
                "dy.oxide",
                OptionalDouble.of(500),
                "t",
                Project.Status.CONSTRUCTION,
                new Project.Start(OptionalInt.of(2027), OptionalInt.empty(), OptionalInt.empty()),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                "",
                List.of(new Project.Output("dy.oxide", new Range(80, 60, 100), true, Flag.NONE, Drafts.SOURCE)),
                List.of(),
                Flag.NONE,
                List.of(Drafts.SOURCE));
        PledgeFacts toy = ChainToy.facts();
        PledgeFacts facts = new PledgeFacts(toy.network(), List.of(), List.of(), List.of(caremag), List.of());
        List<Measured> rows = of("JP-CM-5", facts).measured();

        // Japan takes in 60 t from China and 20 t from Malaysia; half of 80 t is promised
        assertThat(rows.get(0).decides()).isTrue();
        assertThat(rows.get(0).value().value()).isEqualTo(0.25);
        assertThat(rows.get(1).value().isDefined()).isFalse();
        assertThat(rows.get(2).value().value()).isEqualTo(0.5);
        assertThat(rows.get(2).verdict()).isEqualTo(Verdict.OPEN);
    }

    @Test
    void a_price_floor_is_shown_with_the_market_quote_below_which_payments_fall_due() {
        PledgeFacts facts = new PledgeFacts(
                Drafts.NO_FACTS.network(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        price("2025", 110_000, "US DoW price floor for MP Materials", true),
                        price("2024", 55_000, "market quote", false),
                        price("2025", 69_000, "market quote", false),
                        price("2026-03", 150_000, "JARE level", true)));
        List<Measured> rows = of("MP-01", facts).measured();

        assertThat(rows.get(0).value().value()).isEqualTo(110);
        assertThat(rows.get(0).verdict()).isEqualTo(Verdict.FULFILS);
        assertThat(rows.get(1).value().value()).isEqualTo(69);
        assertThat(rows.get(1).verdict()).isEqualTo(Verdict.OPEN);
    }

    private static Price price(String period, double usdPerTonne, String basis, boolean policy) {
        return new Price("ndpr.oxide", period, usdPerTonne, basis, policy, Flag.NONE, Drafts.SOURCE);
    }

    @Test
    void letters_of_interest_stand_apart_and_are_never_counted() {
        Map<String, Measured> rows = of("USAU-01", Drafts.NO_FACTS).measured().stream()
                .collect(Collectors.toMap(Measured::definitionEn, each -> each));

        assertThat(rows.get("signed or decided, dated, USA").value().isDefined())
                .isFalse();
        assertThat(rows.get("letters of interest, announcements, upper limits: never counted, USA")
                        .value()
                        .value())
                .isEqualTo(2.2e9);
        assertThat(rows.values()).noneMatch(each -> each.verdict() == Verdict.FULFILS);
    }

    @Test
    void money_of_a_part_counts_for_the_whole_once_it_is_signed_and_only_from_its_date() {
        Pledge whole = money("P-1", "", "2026-01-10", Commitment.Firmness.COMMITTED, 600);
        Pledge part = money("P-2", "P-1", "2026-02-10", Commitment.Firmness.DRAWN, 500);
        Pledge offer = money("P-3", "P-1", "2026-02-10", Commitment.Firmness.OFFERED, 900);
        Register register = Register.of(List.of(whole, part, offer));

        Measured early = register.assess(Drafts.NO_FACTS, LocalDate.parse("2026-02-01"))
                .getFirst()
                .measured()
                .getFirst();
        Measured late = register.assess(Drafts.NO_FACTS, LocalDate.parse("2026-03-01"))
                .getFirst()
                .measured()
                .getFirst();

        assertThat(early.value().value()).isEqualTo(600);
        assertThat(early.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(late.value().value()).isEqualTo(1100);
        assertThat(late.verdict()).isEqualTo(Verdict.FULFILS);
    }

    @Test
    void money_of_a_place_counts_each_piece_once_and_offers_never() {
        Register register = Register.of(List.of(
                money("P-1", "", "2026-01-10", Commitment.Firmness.COMMITTED, 600),
                money("P-2", "P-1", "2026-02-10", Commitment.Firmness.DRAWN, 500),
                money("P-3", "P-1", "2026-02-10", Commitment.Firmness.OFFERED, 900)));

        List<PromisedMoney> early =
                PromisedMoney.of(register.assess(Drafts.NO_FACTS, LocalDate.parse("2026-02-01")), Set.of("USA", "JPN"));
        List<PromisedMoney> late =
                PromisedMoney.of(register.assess(Drafts.NO_FACTS, LocalDate.parse("2026-03-01")), Set.of("USA", "JPN"));

        assertThat(early)
                .singleElement()
                .isEqualTo(new PromisedMoney("USA", "USD", 600, 0, 0, List.of("P-1"), List.of(Drafts.SOURCE)));
        assertThat(late)
                .singleElement()
                .isEqualTo(new PromisedMoney(
                        "USA", "USD", 1100, 500, 900, List.of("P-1", "P-2", "P-3"), List.of(Drafts.SOURCE)));
    }

    private static Pledge money(String id, String parent, String date, Commitment.Firmness firmness, double amount) {
        Pledge.Evidence evidence = new Pledge.Evidence(
                id + "/1",
                date,
                Pledge.EvidenceKind.ACT,
                Pledge.Direction.CONTEXT,
                "B",
                true,
                false,
                "",
                "",
                Drafts.SOURCE,
                "",
                Optional.of(new Commitment("USA", Commitment.Instrument.LOAN, firmness, amount, "USD")));
        return new Pledge(
                id,
                List.of("USA"),
                "US",
                "Agreement",
                "no",
                Pledge.Kind.ACTION,
                "Give 1000.",
                "1000を拠出する。",
                "2025-10-28",
                Optional.empty(),
                "",
                false,
                "given",
                "committed_support",
                OptionalDouble.of(1000),
                ">=",
                "USD",
                parent,
                List.of(evidence),
                "",
                Flag.NONE,
                Drafts.SOURCE);
    }
}
