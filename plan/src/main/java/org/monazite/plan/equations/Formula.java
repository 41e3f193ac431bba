package org.monazite.plan.equations;

import java.util.List;
import java.util.Optional;

/// What a family of rows says: the list behind `plan equation` and the table of rows in the methods.
///
/// @param family name of the rows, as in their keys; several names of one family end in a number
/// @param number of the equation in the methods
/// @param formula as it is built
/// @param english in words
/// @param japanese the same in Japanese
public record Formula(String family, String number, String formula, String english, String japanese) {

    private static final List<Formula> ALL = List.of(
            of(
                    "contracts",
                    2,
                    "sum of contracts on a plant <= half of its capacity",
                    "partners together contract at most half of a plant",
                    "一つの設備への契約は合計で能力の半分まで"),
            of(
                    "draw",
                    3,
                    "separated <= ramp x size x modules",
                    "works separate no more than their size allows",
                    "分離量は設備の規模まで"),
            of(
                    "feed",
                    3,
                    "sum of separated <= what comes anyway + held by backed mines",
                    "works on a shared concentrate separate no more than mines hold",
                    "共有する精鉱からの分離量は鉱山の含有量まで"),
            of(
                    "starts",
                    1,
                    "modules = sum of started by year",
                    "what is backed starts in some year",
                    "支援する事業はいずれかの年に開始する"),
            of(
                    "fill",
                    3,
                    "sum of bought in a year <= fill x output of the world",
                    "stocks are bought no faster than a part of what the world makes",
                    "備蓄の購入は年間に世界生産の一定割合まで"),
            of(
                    "cash",
                    4,
                    "sum of put up in a year = cash x sum of kappa x started",
                    "what is spent in a year is put up by somebody, somehow",
                    "各年の支出はいずれかの支援国・手段が負担する"),
            of(
                    "instrument",
                    4,
                    "put up by an instrument <= most x put up by all",
                    "an instrument pays no more than its part of works",
                    "一つの手段の負担は事業費の定めた割合まで"),
            of(
                    "line",
                    4,
                    "sum of put up + premiums x years <= line",
                    "a partner keeps each line of its budget",
                    "各支援国は年次・手段別の予算枠を守る"),
            of("paid", 4, "sum of payments = cash x modules", "what is backed is paid for", "支援する事業の資金は全額支払われる"),
            of(
                    "budget",
                    4,
                    "sum of payments + premiums x years <= budget",
                    "a partner spends no more than its budget",
                    "各支援国の支出は予算まで"),
            of(
                    "capacity",
                    5,
                    "made <= length x overtime x (capacity + additions)",
                    "works make no more than they can",
                    "生産は能力まで"),
            of("demand", 5, "met <= length x demand", "users use no more than they want", "使用は需要まで"),
            of(
                    "capacity-intended",
                    5,
                    "intended <= length x overtime x (capacity + additions)",
                    "works set out to make no more than they can",
                    "生産の予定は能力まで"),
            of(
                    "input",
                    6,
                    "inflow >= need x made; of heavy inputs 2 made <= intended + inflow / need",
                    "nothing is made without its inputs; of heavy inputs half can go without",
                    "投入なしに生産はない（重希土は半分まで不要）"),
            of("intended", 7, "made <= intended", "works make no more than they set out to", "生産は予定量まで"),
            of(
                    "goal",
                    8,
                    "sum of intended <= length x max(normal output, demand of the place)",
                    "works with heavy inputs set out to make what is wanted",
                    "重希土を使う設備の予定量は通常生産か国内需要まで"),
            of("output", 9, "sum of flows out <= made", "nobody ships more than was made", "出荷は生産量まで"),
            of("delivered", 10, "sum of delivered <= made", "contracts deliver no more than was made", "契約の引渡しは生産量まで"),
            of(
                    "contract",
                    10,
                    "delivered <= length x contract",
                    "a contract delivers no more than was agreed",
                    "契約の引渡しは契約量まで"),
            of(
                    "share",
                    10,
                    "flow to the place <= part x (made - contracts) + contracts of the place",
                    "a place gets its share beyond contracts",
                    "各国の取り分は契約分を除いた割合まで"),
            of(
                    "relation",
                    11,
                    "flow to the place <= length x relationMost x growth x base + delivered",
                    "an old relation grows to a few times its base at most",
                    "既存の取引は基準の数倍まで"),
            of(
                    "pattern",
                    14,
                    "flow to the place <= growth x base + delivered",
                    "in a year without ban old relations keep their pattern",
                    "禁輸のない年は既存の取引の形を保つ"),
            of("by-product", 12, "made = ratio x mains (<= for new works)", "swarf follows its works", "工程屑は主製品に従う"),
            of(
                    "old magnets",
                    12,
                    "sum of perUnit x made <= collected x length",
                    "recyclers share collected magnets",
                    "リサイクルは回収磁石まで"),
            of(
                    "saving",
                    12,
                    "sum of saved <= sum of size x modules",
                    "savings are no larger than what was backed",
                    "節約は支援した規模まで"),
            of("saving-most", 12, "saved <= 0.5 need x made", "at most half of the need is saved", "節約は必要量の半分まで"),
            of(
                    "store",
                    12,
                    "sum of released <= min(1, release x quarters) x filled",
                    "a stock gives what it holds, no more a quarter than the rule of release, in bans that open it",
                    "備蓄の放出は保有量まで、四半期ごとに放出規則の割合まで（規則の対象となる禁輸のみ）"),
            of(
                    "unmet",
                    13,
                    "met + demand x excess >= demand x (1 - limit)",
                    "what is missing beyond the limit counts as excess",
                    "上限を超える不足は超過として数える"),
            of("worst", 13, "worst >= excess", "the worst partner counts", "最も不足する国を数える"),
            of(
                    "loss",
                    13,
                    "beyond + eta >= loss = sum of value x (demand - met) / length",
                    "what a ban takes beyond the threshold counts for the mean of the worst years",
                    "閾値を超える損失を、最悪の年の平均に数える"),
            of(
                    "cvar",
                    13,
                    "eta + sum of probability x beyond / (1 - tail) <= limit + unit x missed",
                    "the mean of the worst years stays below its limit",
                    "最悪の年の平均（CVaR）は上限まで"),
            of(
                    "no-worse",
                    13,
                    "met + demand x worse >= demand x (1 - unmet without a plan)",
                    "no ban takes more from a partner than without the plan",
                    "どの禁輸でも支援国の不足は計画なしの場合を超えない"),
            of(
                    "direct",
                    14,
                    "(1 - cap) feared - cap x (others + own) <= shortfall",
                    "what comes straight from the feared supplier stays below the cap of supply",
                    "警戒国からの直接調達は供給（国内生産と輸入）に対する上限まで"),
            of(
                    "no-more",
                    14,
                    "imports from the feared supplier <= those without a plan",
                    "no more is imported from the feared supplier than without a plan",
                    "警戒国からの輸入は計画がない場合まで"),
            of(
                    "levels",
                    15,
                    "made = sum of made at declared levels (or: tagged <= made)",
                    "what works make is made at the level they declare",
                    "生産は申告した水準で行う"),
            of("one-level", 15, "sum of levels declared = 1", "everybody declares one level", "申告する水準は一つ"),
            of(
                    "level",
                    15,
                    "made at level <= most x declared",
                    "nothing is made at a level that is not declared",
                    "申告していない水準では生産しない"),
            of(
                    "flow-levels",
                    15,
                    "flow = sum of flow at levels (or: tagged <= flow)",
                    "a flow has the level of who ships it",
                    "流量は出荷元の水準を持つ"),
            of(
                    "leaves",
                    15,
                    "sum of flows at a level <= made at it",
                    "no more leaves at a level than is made at it",
                    "各水準の出荷は生産量まで"),
            of(
                    "stays",
                    15,
                    "tagged that stays <= all that stays",
                    "what is tagged and stays is part of what stays",
                    "残る標識分は残量まで"),
            of(
                    "mixes",
                    15,
                    "sum of level x flow in <= level x inflow (tagged: =)",
                    "what comes in keeps the declared level",
                    "投入は申告水準を守る"),
            of(
                    "traced",
                    15,
                    "sum of level x flow <= cap x supply + shortfall",
                    "traced shares stay below the cap",
                    "間接分を含む依存度は上限まで"));

    private static Formula of(String family, int number, String formula, String english, String japanese) {
        return new Formula(family, "(" + number + ")", formula, english, japanese);
    }

    /// All families, by number.
    public static List<Formula> all() {
        return ALL;
    }

    /// The formula of a row's family; a number at the end of the family's name does not count.
    static Optional<Formula> find(String family) {
        String plain = family.replaceAll("-?\\d+$", "");
        return ALL.stream().filter(each -> each.family().equals(plain)).findFirst();
    }

    /// The table of the methods.
    public static String markdown() {
        StringBuilder table = new StringBuilder("| | rows | formula | in words |\n|---|---|---|---|\n");
        for (Formula each : ALL) {
            table.append("| %s | `%s` | `%s` | %s |\n"
                    .formatted(each.number(), each.family(), each.formula(), each.english()));
        }
        return table.toString();
    }
}
