package org.monazite.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.monazite.exposure.StageExposure;
import org.monazite.plan.Frontier;
import org.monazite.plan.OwnCheck;
import org.monazite.plan.PlanResult;
import org.monazite.shock.Ensemble;
import org.monazite.supply.Explained;
import org.monazite.supply.Place;

class BriefsTest {

    private static final String EN = Briefs.html(new World().findings(), Locale.ENGLISH);
    private static final String JA = Briefs.html(new World().findings(), Locale.JAPANESE);

    private static String text(String html) {
        return html.replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<[^>]*>", "")
                .replace('\u00a0', ' ');
    }

    private static String page(String language) {
        return language.equals("en") ? EN : JA;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void tags_are_balanced_ids_unique_and_links_alive(String language) {
        assertThat(new HtmlCheck(page(language)).problems()).isEmpty();
    }

    @Tag("B5")
    @Tag("B7")
    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void nothing_is_loaded_from_anywhere_and_nothing_runs(String language) {
        String html = page(language);
        assertThat(new HtmlCheck(html).links()).isNotEmpty().allMatch(link -> link.startsWith("#"));
        assertThat(html).doesNotContain("<script", "<link", "<img", "<iframe", "@import", "url(http", "javascript:");
        assertThat(html.replaceAll("url\\(#[a-z-]+\\)", "")).doesNotContain("url(");
        assertThat(html).doesNotContainPattern(" on[a-z]+=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void no_number_is_missing_without_a_word_for_it(String language) {
        assertThat(text(page(language))).doesNotContainPattern("NaN|\\bnull\\b|Infinity|∞|\\{\\d|Optional");
    }

    @Tag("P8")
    @Test
    void a_stock_of_the_plan_says_how_many_days_it_covers_and_when_it_opens() {
        assertThat(text(EN))
                .contains("Stocks of the plan: days of use in 2030", "bans by China")
                .contains("7.5 t");
        assertThat(text(JA)).contains("計画の備蓄：", "中国による禁輸");
    }

    @Test
    void every_share_of_the_exposure_is_in_a_table_in_both_languages() {
        Numbers en = Numbers.of(Locale.ENGLISH);
        Numbers ja = Numbers.of(Locale.JAPANESE);
        for (StageExposure row : new World().exposure) {
            Stream.of(row.directShare(), row.tracedShare(), row.worldShare())
                    .filter(Explained::isDefined)
                    .map(Explained::value)
                    .forEach(value -> {
                        assertThat(text(EN)).contains(en.share(value));
                        assertThat(text(JA)).contains(ja.share(value));
                    });
        }
    }

    @Test
    void every_quantile_of_every_followed_line_is_in_a_table() {
        Numbers en = Numbers.of(Locale.ENGLISH);
        String words = text(EN);
        for (Ensemble.Line line : new World().shock.lines()) {
            assertThat(words)
                    .contains(
                            en.share(line.worst().p10()),
                            en.share(line.worst().p50()),
                            en.share(line.worst().p90()));
        }
        for (Ensemble.Value value : new World().shock.values()) {
            assertThat(words)
                    .contains(en.usd(value.total().p10()), en.usd(value.total().p50()));
        }
    }

    @Test
    void every_number_of_the_plan_is_in_a_table() {
        Numbers en = Numbers.of(Locale.ENGLISH);
        String words = text(EN);
        PlanResult plan = new World().plan;
        plan.bans().forEach(ban -> assertThat(words).contains(en.usd(ban.lossBeforeUsd()), en.usd(ban.lossAfterUsd())));
        plan.decisions()
                .forEach(each ->
                        assertThat(words).contains(en.usd(each.capexUsd().value()), en.tonnes(each.tonnes())));
        plan.replay().lines().forEach(line -> assertThat(words).contains(en.share(line.engineAfter())));
        for (Frontier.Point point : new World().frontier.points()) {
            assertThat(words).contains(en.usd(point.budgetUsd()), en.share(point.worstUnmet()));
        }
    }

    @Tag("B5")
    @Test
    void figure_ids_sources_and_licences_are_printed() {
        assertThat(text(EN))
                .contains("f-7ade000001", "f-5ca1ab1e00", "Mineral Commodity Summaries 2026", "U.S. Geological Survey")
                .contains("US public domain", "https://example.org/trade?from=CHN&amp;to=JPN");
        assertThat(text(EN)).doesNotContain("A source that nothing on the page cites");
    }

    @Test
    void sources_are_numbered_in_the_order_of_the_page() {
        assertThat(EN.indexOf("id=\"s1\"")).isPositive().isLessThan(EN.indexOf("id=\"s2\""));
        assertThat(EN).contains("<a href=\"#s1\">1</a>");
    }

    @Test
    void every_flag_has_its_own_sign_and_the_legend_names_all_four() {
        String front = EN.substring(EN.indexOf("class=\"legend\""), EN.indexOf("class=\"contents\""));
        assertThat(front).contains("●", "◐", "○", "◇", "no document");
        assertThat(JA).contains("title=\"未検証：裏付け文書のない推計に依拠\"");
    }

    @Test
    void every_chart_says_what_it_shows_and_has_a_table_after_it() {
        assertThat(EN.split("<svg class=\"chart\" role=\"img\"", -1)).hasSizeGreaterThan(14);
        assertThat(EN.split("<desc id=", -1)).hasSameSizeAs(EN.split("<svg class=\"chart\"", -1));
        for (String question : EN.split("<section class=\"question\"")) {
            if (question.contains("<svg class=\"chart\"")) {
                assertThat(question).contains("<table", "<caption>", "scope=\"col\"", "scope=\"row\"");
            }
        }
    }

    @Test
    void the_Japanese_page_has_no_English_words_outside_of_titles_quotes_and_code() {
        String words = new HtmlCheck(JA)
                .ownWords()
                .replaceAll("(?i)&[a-z]+;", " ")
                .replaceAll("USJP-\\d+|P\\d\\d|w\\d+|GLOP [0-9.]+|CC BY|\\./monazite show figure|f-[0-9a-f]{10}", " ");
        List<String> allowed =
                List.of("Monazite", "HHI", "GDP", "NdPr", "EU", "REO", "JOGMEC", "WTO", "UN", "Comtrade");
        assertThat(java.util.regex.Pattern.compile("[A-Za-z]{2,}")
                        .matcher(words)
                        .results()
                        .map(java.util.regex.MatchResult::group)
                        .filter(word -> !allowed.contains(word)))
                .isEmpty();
    }

    @Test
    void the_English_page_has_no_Japanese_words_outside_of_titles() {
        assertThat(new HtmlCheck(EN).ownWords()).doesNotContainPattern("[\\u3040-\\u30ff\\u4e00-\\u9fff]");
    }

    @Test
    void words_from_outside_are_shown_as_text_and_never_become_markup() {
        World world = new World();
        String hostile = "<script>alert(1)</script>\"'&";
        world.places = new TreeMap<>(world.places);
        world.places.put("AUS", new Place("AUS", hostile, hostile));
        String html = Briefs.html(world.findings(), Locale.ENGLISH);
        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;alert(1)");
        assertThat(new HtmlCheck(html).problems()).isEmpty();
    }

    @Test
    void the_same_findings_give_the_same_bytes() {
        assertThat(Briefs.html(new World().findings(), Locale.ENGLISH)).isEqualTo(EN);
    }

    @Test
    void a_plan_that_is_not_verified_is_greyed_and_says_so_on_page_one() {
        World world = new World();
        world.plan = Plans.of(
                PlanResult.Outcome.OPTIMAL,
                Plans.decisions(),
                Plans.targets(),
                new OwnCheck(false, 0.3, "balance JPN 2029", 4_321));
        String html = Briefs.html(world.findings(), Locale.ENGLISH);
        assertThat(html.substring(0, html.indexOf("class=\"contents\"")))
                .contains("class=\"answer weak\"", "Not verified", "balance JPN 2029");
        assertThat(EN).doesNotContain("answer weak");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void findings_with_nothing_in_them_still_make_a_page(String language) {
        World world = new World();
        world.exposure = List.of();
        world.weakest = Map.of();
        world.shock = new Ensemble(26, 500, 1, List.of(), List.of(), world.shock.central(), 0);
        world.others = List.of();
        world.plan = Plans.of(PlanResult.Outcome.OPTIMAL, List.of(), List.of(), new OwnCheck(true, 0, "", 12));
        world.pledges = List.of();
        world.controls = List.of();
        world.suspects = List.of();
        String html = Briefs.html(world.findings(), Locale.of(language));
        assertThat(new HtmlCheck(html).problems()).isEmpty();
        assertThat(text(html)).doesNotContainPattern("NaN|\\bnull\\b|\\{\\d");
    }

    @Test
    void published_shares_stand_on_page_one_and_each_with_its_definition_and_source_in_a_section() {
        String front = EN.substring(0, EN.indexOf("class=\"contents\""));
        assertThat(text(front)).contains("by weight 62.9 % and 71 % (2024); by value, raw 44 % (2023)", "section 1.3");
        String section =
                EN.substring(EN.indexOf("id=\"published\""), EN.indexOf("</section>", EN.indexOf("id=\"published\"")));
        assertThat(text(section))
                .contains("rare-earth oxide equivalent tonnes", "as published; basis not stated", "a remark")
                .contains("62.9 %", "71 %", "44 %", "50.3 %", "67.1 %");
        assertThat(section).contains("href=\"#s");
        assertThat(text(JA)).contains("重量ベース62.9%、71%（2024年）", "公表値のまま（算定基準の記載なし）");
    }

    @Test
    void without_published_shares_there_is_neither_line_nor_section() {
        World world = new World();
        world.published = List.of();
        String html = Briefs.html(world.findings(), Locale.ENGLISH);
        assertThat(html).doesNotContain("id=\"published\"", "Published shares");
        assertThat(new HtmlCheck(html).problems()).isEmpty();
    }

    @Test
    void works_that_the_plan_counts_on_are_listed_with_stated_and_counted_tonnes() {
        String section =
                EN.substring(EN.indexOf("id=\"counted\""), EN.indexOf("</section>", EN.indexOf("id=\"counted\"")));
        assertThat(text(section))
                .contains("One work outside China is decided already; in 2030 the plan counts on 2,810 t of NdPr oxide")
                .contains("Eneabba refinery", "Iluka", "Australia", "under construction", "2027", "5,500 t", "2,810 t");
    }

    @Test
    void page_one_has_plan_engine_and_traced_share_side_by_side_for_each_partner() {
        String front = EN.substring(EN.indexOf("class=\"front\""), EN.indexOf("class=\"contents\""));
        String plan = text(front.substring(front.indexOf("Magnet demand unmet in the worst ban")))
                .replaceAll("[◇○◐●\\s]+", " ");
        assertThat(plan).contains("Japan USD 812 million 24 % 9 % 23 % 9.4 % 100 % 61 %");
        assertThat(plan).contains("United States USD 905 million 20 % 9.6 % 19 % 10 % – –");
    }

    @Test
    void the_frontier_says_what_a_point_costs_up_to_the_knee_and_why_more_money_buys_little() {
        int from = EN.indexOf("id=\"frontier\"");
        String frontier = EN.substring(from, EN.indexOf("</section>", from));

        // 1.26 billion for the 9.9 points from 24.1 % to 14.2 %; 2.52 billion more for the 5.5 to 8.7 %
        assertThat(frontier.replace('\u00a0', ' '))
                .contains("costs USD 127 million on average", "a point costs USD 458 million there");
    }

    @Test
    void the_frontier_has_traced_shares_at_every_budget_and_a_row_without_a_plan() {
        int from = EN.indexOf("id=\"frontier\"");
        String section =
                text(EN.substring(from, EN.indexOf("</section>", from))).replaceAll("[◇○◐●\\s]+", " ");

        assertThat(section)
                .contains("Traced Japan Traced United States")
                .contains("no plan –", "72 % 61 %")
                .contains(
                        "The tightest stage is NdPr metal: in 2030 the partners need 118 % of all that works outside China");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void ids_that_the_texts_do_not_know_are_shown_as_they_are(String language) {
        World world = new World();
        world.plan = Plans.of(
                PlanResult.Outcome.NEAREST,
                Plans.decisions(),
                List.of(new PlanResult.TargetState("stock_days", "JPN unobtainium", 0.1, 0.5, 0.3, false, false)),
                new OwnCheck(true, 0, "", 12));
        String html = Briefs.html(world.findings(), Locale.of(language));
        assertThat(text(html)).contains("stock_days", "unobtainium");
    }

    @Test
    void a_contract_is_named_by_buyer_product_and_works_without_remarks_in_brackets() {
        World world = new World();
        world.plan = Plans.with(List.of(Plans.contract(": Narva magnet plant")));
        assertThat(text(Briefs.html(world.findings(), Locale.ENGLISH)))
                .contains("Japan buys NdFeB magnets from Estonia (Narva magnet plant)")
                .doesNotContain("hot-deformed", "Contract of Japan");
        assertThat(text(Briefs.html(world.findings(), Locale.JAPANESE)))
                .contains("日本によるエストニア産ネオジム磁石の引取契約（Narva magnet plant）");
        world.plan = Plans.with(List.of(Plans.contract("")));
        assertThat(text(Briefs.html(world.findings(), Locale.ENGLISH)))
                .contains("Japan buys NdFeB magnets from Estonia");
    }

    @Test
    void another_language_is_refused() {
        assertThatThrownBy(() -> Briefs.html(new World().findings(), Locale.FRENCH))
                .hasMessageContaining("'fr'");
    }
}
