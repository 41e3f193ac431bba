package org.monazite.pledges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class A02_PledgeFileTest {

    private static final String WHOLE = """
            id: USJP-05
            by: [USA, JPN]
            byText: US;JP
            instrument: {en: Framework, ja: 枠組み}
            binding: no
            kind: action
            text: {en: Fund a project., ja: 案件に資金を出す。}
            signed: {date: 2025-10-28, place: Tokyo}
            due: {rule: signed + 6 months, date: 2026-04-28, toleranceDays: 1}
            doneWhen: {en: one is signed, ja: 一件が署名される}
            measure:
              key: supported
              target: 1
              comparator: ">="
              unit: count
            evidence:
              - id: USJP-05/1
                date: 2026-02
                kind: act
                direction: for
                grade: B
                accepted: true
                covers: talks
                text: {en: Talks began., ja: 協議が始まった。}
                citation: {figure: f-1234567890, source: SRC, locator: "p. 3", quote: began}
                commitment: {by: JPN, instrument: loan, firmness: offered, amount: 1000, unit: USD}
            flag: none
            citation: {source: GUJ, locator: p. 1}
            """;

    private static String with(String line, String other) {
        assertThat(WHOLE).contains(line);
        return WHOLE.replace(line, other);
    }

    private static void refused(String yaml, String... parts) {
        assertThatThrownBy(() -> PledgeFile.read("x.yaml", yaml))
                .isInstanceOf(RegisterException.class)
                .hasMessageContainingAll(parts)
                .hasMessageContaining("\nMaybe");
    }

    @Test
    void every_key_reaches_the_pledge() {
        Pledge pledge = PledgeFile.read("USJP-05.yaml", WHOLE);
        Pledge.Evidence evidence = pledge.evidence().getFirst();

        assertThat(pledge.by()).containsExactly("USA", "JPN");
        assertThat(pledge.binding()).isEqualTo("no");
        assertThat(pledge.due().orElseThrow()).isEqualTo("2026-04-28");
        assertThat(pledge.dueRule()).isEqualTo("signed + 6 months");
        assertThat(pledge.target()).hasValue(1);
        assertThat(pledge.details().instrumentJa()).isEqualTo("枠組み");
        assertThat(pledge.details().doneWhenJa()).isEqualTo("一件が署名される");
        assertThat(evidence.date()).isEqualTo("2026-02");
        assertThat(evidence.accepted()).isTrue();
        assertThat(evidence.fulfils()).isFalse();
        assertThat(evidence.covers()).isEqualTo("talks");
        assertThat(evidence.citation().locator()).isEqualTo("p. 3");
        assertThat(evidence.commitment().orElseThrow().firmness()).isEqualTo(Commitment.Firmness.OFFERED);
    }

    @Test
    void an_unknown_key_is_refused_with_its_line_and_the_nearest_known_one() {
        refused(with("kind: action", "kind: action\ncontinuous: true"), "x.yaml:7", "'continuous'", "'continuing'");
        refused(with("    covers: talks", "    cover: talks"), "x.yaml:23", "'evidence[0].cover'", "'covers'");
    }

    @Test
    void a_wrong_type_is_refused_with_key_value_and_line() {
        refused(with("target: 1", "target: many"), "x.yaml:13", "measure.target is 'many'", "not a number");
        refused(with("by: [USA, JPN]", "by: USA"), "x.yaml:2", "by is 'USA'", "a list is needed");
        refused(with("accepted: true", "accepted: maybe"), "x.yaml:22", "evidence[0].accepted is 'maybe'");
        refused(with("kind: action", "kind: deed"), "x.yaml:6", "kind is 'deed'", "action, quantitative");
        refused(with("byText: US;JP", "byText: [US]"), "x.yaml:3", "byText", "not a list");
        refused(with("grade: B", "grade: E"), "evidence[0].grade is 'E'", "A, B, C or D");
    }

    @Test
    void a_missing_key_is_named() {
        refused(with("flag: none\n", ""), "the key 'flag' is missing");
        refused(with("ja: 枠組み", "ja: ''"), "instrument.ja", "a text is needed");
    }

    @Test
    void a_due_date_that_does_not_follow_from_its_rule_is_refused() {
        refused(with("date: 2026-04-28", "date: 2026-04-29"), "due.date is '2026-04-29'", "gives 2026-04-28");
        refused(with("date: 2025-10-28, place", "date: 2025-10, place"), "due.rule", "counts from the day of signing");
        refused(with("signed + 6 months", "in six months"), "due.rule is 'in six months'", "signed + 6 months");
    }

    @Test
    void a_share_without_numerator_denominator_or_base_period_is_refused() {
        String share = with("unit: count", "unit: \"%\"");

        refused(share, "measure.numerator", "needs numerator, denominator, basePeriod and unit");
        refused(share.replace("target: 1", "target: 1\n  numerator: a"), "measure.denominator");
        refused(share.replace("target: 1", "target: 1\n  numerator: a\n  denominator: b"), "measure.basePeriod");
        String whole = share.replace("target: 1", "target: 1\n  numerator: a\n  denominator: b\n  basePeriod: 2024");
        assertThat(PledgeFile.read("x.yaml", whole).details().terms().denominator())
                .isEqualTo("b");
    }

    @Test
    void the_deciding_definition_must_be_registered() {
        refused(
                with("unit: count", "unit: count\n  definitions: [a, b]\n  decides: c"),
                "measure.decides is 'c'",
                "[a, b]");
    }

    @Test
    void evidence_that_moves_a_state_needs_a_date() {
        refused(with("    date: 2026-02\n", ""), "evidence[0].date", "needs a date");
    }

    @Test
    void nothing_found_is_never_a_proof() {
        refused(with("kind: act\n", "kind: absence-of-record\n"), "evidence[0].direction is 'for'", "never a proof");
    }

    @Test
    void a_part_does_not_fulfil_the_whole() {
        refused(with("covers: talks", "covers: talks\n    fulfils: true"), "evidence[0].fulfils", "whole promise");
    }

    @Test
    void ids_of_evidence_belong_to_their_pledge() {
        refused(with("id: USJP-05/1", "id: USJP-06/1"), "evidence[0].id is 'USJP-06/1'", "'USJP-05/1' and so on");
    }

    @Test
    void text_that_is_no_YAML_or_plays_tricks_is_refused() {
        refused("", "x.yaml:1", "empty");
        refused("id: [", "x.yaml:", "not YAML");
        refused("- a\n- b\n", "keys with values");
        refused("id: A\nid: B\n", "x.yaml:2", "occurs twice");
        refused("a: &x 1\nb: *x\n", "anchors and aliases");
        refused("a: " + "x".repeat(300_000), "x.yaml");
    }
}
