package org.monazite.plan.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.monazite.plan.Chance;
import org.monazite.plan.PlanRules;
import org.monazite.plan.PlanSpec;
import org.monazite.supply.Assumed;
import org.monazite.supply.Flag;

/// Values that no source gives. Each one is listed with every plan.
public final class Guess {

    /// Growth of demand a year.
    static final double GROWTH = 0.03;
    /// Part of the announced size of a named project that a plan counts on. Of the 22 plants of `ramp_history`
    /// 19 were built or are being built; those that run long enough to be seen reach 0.85 of their size in an
    /// ordinary year, the share this program also assumes for works without a stated capacity: 19/22 x 0.85.
    static final double DELIVERY = 0.73;
    /// Latest over first announced capital: median of the nine plants of `ramp_history` that state both.
    static final double OVERRUN = 1.6;
    /// Least part of the capital that partners must put up, however much support is named.
    static final double LEAST_CASH = 0.25;
    /// Years over which capital is written off.
    static final int ANNUITY_YEARS = 20;
    /// Running cost above price, part of the capital a year.
    static final double RUNNING = 0.04;
    /// Holding a stock, part of its price a year.
    static final double HOLDING = 0.03;
    /// Part of a plant's output that is open to new contracts.
    static final double CONTRACTABLE = 0.5;
    /// Premium of a new contract, part of the price.
    static final double PREMIUM = 0.1;
    /// Magnets that reach the end of their life, over magnets used in the base year.
    static final double OLD_MAGNETS = 0.4;
    /// Part of them that is collected.
    static final double COLLECTED = 0.1;
    /// Most a ban probability may be.
    static final double PROBABILITY_MOST = 0.5;
    /// First year of the record of export controls.
    static final int RECORD_START = 2008;
    /// Part of a partner's need for a product below which no contract on it is closed.
    static final double LEAST_CONTRACT = 0.01;
    /// Places under sanctions of the Group of Seven, with whom no new contract is closed: Belarus, Iran,
    /// Myanmar, North Korea, Russia, Syria.
    static final Set<String> NO_CONTRACT = Set.of("BLR", "IRN", "MMR", "PRK", "RUS", "SYR");
    /// Part of its usual shipments that the feared supplier lets through under a licence regime.
    static final double LICENCE_OPEN = 0.5;
    /// Probability a year that the largest plant of a product stands still.
    static final double OUTAGE = 0.02;
    /// Probability a year that some sea lane is shut.
    static final double LANE = 0.02;
    /// Quarters that it stands still.
    static final int OUTAGE_QUARTERS = 4;
    /// Part of the need for heavy rare earths that thrifting and heavy-free magnets can save together.
    static final double SAVED_MOST = 0.5;

    private Guess() {}

    /// The list for a result.
    static List<Assumed> list(double spare, double relationMost, double stretch, PlanSpec spec) {
        List<Assumed> all = new ArrayList<>();
        all.add(of(
                "plan.demand_growth",
                GROWTH,
                "1/yr",
                "Demand of every user grows at this rate from the base year.",
                "すべての需要は基準年からこの率で伸びるものとする。"));
        all.add(of(
                "plan.spare",
                spare,
                "times output",
                "Works without a stated capacity can make this many times their base-year output.",
                "能力が公表されていない設備は、基準年生産のこの倍数まで生産できるものとする。"));
        all.add(of(
                "plan.relation_most",
                relationMost,
                "times flow",
                "In a ban an existing trade relation can grow to this many times its base flow, plus new contracts.",
                "禁輸時、既存の取引は基準流量のこの倍数と新規契約分までしか増やせないものとする。"));
        all.add(of(
                "plan.overtime",
                stretch,
                "times capacity",
                "Mean output of works over their capacity in a ban, as the daily engine lets them run overtime.",
                "禁輸期間中の平均稼働率（能力比）。日次エンジンの残業稼働に合わせている。"));
        all.add(new Assumed(
                "plan.delivery",
                DELIVERY,
                "share of size",
                "Part of the announced size of named projects, decided or backed, that the plan counts on: 19 of 22 plants"
                        + " of the record were built, times 0.85 of size in an ordinary year.",
                "公表能力のうち計画が当てにする割合（決定済み・支援対象とも）。実績22工場のうち建設に至った19工場の比率に、" + "通常年の稼働率0.85を乗じた値。",
                Flag.ESTIMATE));
        all.add(new Assumed(
                "plan.overrun",
                OVERRUN,
                "times announced capital",
                "Capital of projects and modules over what is announced: the median of nine plants of the record"
                        + " (0.75 to 2.4).",
                "案件・モジュールの資本費の公表額に対する倍率。実績9工場の中央値（範囲0.75〜2.4）。",
                Flag.ESTIMATE));
        all.add(of(
                "plan.unverified_outputs",
                0,
                "rule",
                "Outputs of projects for which no document was consulted count at the low end of their range.",
                "資料で確認できていない案件の生産量は、範囲の下限で計上する。"));
        all.add(of(
                "plan.late_start",
                0.8,
                "quantile",
                "Works start at the 80 % point of their stated range, or one year (metal, magnets) or up to two years"
                        + " (mines, separation) late.",
                "設備は公表された範囲の80％点で稼働し、範囲がない場合は金属・磁石で1年、鉱山・分離で最大2年遅れるものとする。"));
        all.add(of(
                "plan.half_without_heavy",
                0.5,
                "share",
                "Half of the output of magnet works needs no heavy rare earths, as in the daily engine.",
                "日次エンジンと同様、磁石工場の生産の半分は重希土類を必要としないものとする。"));
        all.add(of(
                "plan.generic_part",
                spec.genericPart(),
                "share",
                "Part of the maximum of a generic option in one place that the plan counts on.",
                "汎用オプションの上限のうち、計画が当てにする割合。"));
        all.add(of(
                "plan.fair_share",
                1,
                "rule",
                "A supplier that exists today divides its output among places as in the base year; a plant that is being"
                        + " built serves its own place first and others by their need; a plant that partners back serves"
                        + " them first.",
                "既存の供給者は基準年と同じ比率で各国に配分し、建設中の設備は自国を優先して残りを各国の必要量に応じて配分し、支援対象の設備は支援国を優先するものとする。"));
        all.add(of(
                "plan.least_cash",
                LEAST_CASH,
                "share of capital",
                "Partners put up the capital that named public support leaves open, and at least this part of it.",
                "支援国は既公表の公的支援を除く資本を負担し、少なくともこの割合を負担するものとする。"));
        all.add(of(
                "plan.running_cost",
                RUNNING,
                "share of capital per year",
                "Running cost that the price of the product does not cover.",
                "製品価格で賄えない運転費。"));
        all.add(of(
                "plan.annuity_years",
                ANNUITY_YEARS,
                "yr",
                "Capital is written off over this time at the discount rate of the question.",
                "資本はこの年数で割引率に従い年賦償却する。"));
        all.add(of("plan.holding", HOLDING, "share of price per year", "Cost of holding a stock.", "備蓄の保管費。"));
        all.add(of(
                "plan.contractable",
                CONTRACTABLE,
                "share of capacity",
                "Part of a foreign plant's output that new contracts can bind.",
                "海外設備の生産のうち新規契約で確保できる割合。"));
        all.add(of(
                "plan.premium",
                PREMIUM,
                "share of price",
                "What a new long-term contract costs above price.",
                "新規長期契約の価格上乗せ。"));
        all.add(of(
                "plan.own_alloy",
                1,
                "rule",
                "New magnet works cast their own alloy; the metal comes from metal works.",
                "新設磁石工場は合金を自ら鋳造し、金属は金属工場から調達するものとする。"));
        all.add(of(
                "plan.own_metal",
                0,
                "rule",
                "Magnet works whose own metal making is not published are counted as buying their metal. Some, such as eVAC,"
                        + " may make it themselves; the lack of metal is then smaller than shown.",
                "金属の自社製造が公表されていない磁石工場は、金属を購入するものとして扱う。eVACなど自社で製造する可能性のある工場もあり、" + "その場合、金属の不足は表示より小さい。"));
        all.add(of(
                "plan.own_feed",
                1,
                "rule",
                "New separation works bring their feed, unless it is known that they share it with others.",
                "新設分離工場は原料を自ら確保する。ただし他と原料を共有することが判明している場合を除く。"));
        all.add(of(
                "plan.old_magnets",
                OLD_MAGNETS * COLLECTED,
                "share of use",
                "Magnets at the end of their life that are collected, over magnets used today.",
                "回収される使用済み磁石の、現在の磁石使用量に対する割合。"));
        all.add(of(
                "plan.ban_length",
                1.0 / spec.banQuarters(),
                "share",
                "One ban in as many as it has quarters lasts that long.",
                "禁輸のうち、その四半期数分の一がその期間続くものとする。"));
        all.add(of(
                "plan.least_contract",
                LEAST_CONTRACT,
                "share of need",
                "A contract below this part of what the partner needs of the product is not closed.",
                "支援国の当該製品の必要量に対してこの割合に満たない契約は結ばないものとする。"));
        all.add(of(
                "plan.no_contract",
                0,
                "rule",
                "No new contracts with works in Belarus, Iran, Myanmar, North Korea, Russia or Syria, which the Group of Seven"
                        + " sanctions.",
                "G7の制裁対象であるベラルーシ、イラン、ミャンマー、北朝鮮、ロシア、シリアの設備とは新規契約を結ばないものとする。"));
        all.addAll(others(spec.rules()));
        return all;
    }

    /// What is assumed of what may happen besides bans by one supplier.
    private static List<Assumed> others(PlanRules rules) {
        List<Assumed> all = new ArrayList<>();
        if (rules.pairs()) {
            all.add(of(
                    "plan.pairs",
                    1,
                    "rule",
                    "Any two suppliers may stop everything together; probability: both by chance, independent of each"
                            + " other.",
                    "任意の2か国が同時に全面停止し得るものとする。確率は互いに独立とした同時発生確率。"));
        }
        if (rules.licences()) {
            all.add(of(
                    "plan.licence_open",
                    LICENCE_OPEN,
                    "share",
                    "Part of its usual shipments that the feared supplier lets through under a licence regime.",
                    "輸出許可制の下で警戒国が通常の出荷のうち許可する割合。"));
        }
        if (rules.outages()) {
            all.add(of(
                    "plan.outage",
                    OUTAGE,
                    "1/yr",
                    "Probability that the largest plant of a product outside the feared supplier stands still, for a year"
                            + " at most.",
                    "警戒国以外で各製品の最大設備が停止する確率（停止は最長1年）。"));
        }
        if (rules.lanes()) {
            all.add(of(
                    "plan.lane",
                    LANE,
                    "1/yr",
                    "Probability that some sea lane is shut, however long; all lanes alike.",
                    "いずれかの海上交通路が閉鎖される確率（期間を問わず、各交通路で同じとする）。"));
        }
        return all;
    }

    /// What is assumed of when and how money is spent, where the question asks for it.
    static List<Assumed> money(PlanRules rules) {
        if (!rules.funding().isDetailed()) {
            return List.of();
        }
        List<Assumed> all = new ArrayList<>();
        all.add(of(
                "plan.build_years",
                Schedule.SLOW,
                "yr",
                "Mines and separation works are paid for in equal parts over this many years before their first output;"
                        + " metal, alloy, magnet works and recyclers over %d, programmes over %d; nothing before the first"
                                .formatted(Schedule.QUICK, Schedule.PROGRAMME)
                        + " year of the plan.",
                "鉱山・分離設備の資金は初出荷前のこの年数に均等に支出するものとする（金属・合金・磁石・リサイクルは%d年、省使用・代替は%d年）。計画初年より前には支出しない。"
                        .formatted(Schedule.QUICK, Schedule.PROGRAMME)));
        all.add(of(
                "plan.stock_purchases",
                rules.stocks().fill(),
                "share of world output per year",
                "Most of the world's output of the base year that partners together buy of a product for their stocks in a"
                        + " year; what is bought in a year stands from the next.",
                "備蓄のための年間購入量の上限（基準年の世界生産に対する割合、支援国合計）。購入した分は翌年から使用できる。"));
        rules.funding()
                .most()
                .forEach((instrument, part) -> all.add(of(
                        "plan.most_" + instrument.id(),
                        part,
                        "share of a project",
                        "Most of what partners put up for works that may come as %s.".formatted(instrument.id()),
                        "設備への公的負担のうち%sで賄える割合の上限。".formatted(instrument.id()))));
        return all;
    }

    /// How likely the feared supplier stops shipments or puts them under licence.
    static List<Assumed> chances(List<Chance> chances) {
        List<Assumed> all = new ArrayList<>();
        for (Chance each : chances) {
            String ids = String.join(", ", each.controls());
            all.add(new Assumed(
                    "plan.chance_" + each.kind(),
                    each.perYear(),
                    "1/yr",
                    each.given()
                            ? "Given by the question."
                            : "(%d + 0.5) / (%d + 1), dated controls of %s on the chain over years of the record: %s"
                                    .formatted(each.controls().size(), each.years(), each.supplier(), ids),
                    each.given()
                            ? "設問で指定。"
                            : "(%d + 0.5) / (%d + 1)。%sによる当該供給網の規制件数と記録年数：%s"
                                    .formatted(each.controls().size(), each.years(), each.supplier(), ids),
                    Flag.ESTIMATE));
        }
        return all;
    }

    private static Assumed of(String key, double value, String unit, String english, String japanese) {
        return new Assumed(key, value, unit, english, japanese, Flag.UNVERIFIED);
    }
}
