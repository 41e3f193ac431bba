package org.monazite.brief;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.monazite.plan.Decision;
import org.monazite.plan.Frontier;
import org.monazite.plan.HowFound;
import org.monazite.plan.LowValue;
import org.monazite.plan.OwnCheck;
import org.monazite.plan.PlanResult;
import org.monazite.plan.PlanResult.Ban;
import org.monazite.plan.PlanResult.Dependence;
import org.monazite.plan.PlanResult.LeftOut;
import org.monazite.plan.PlanResult.Loss;
import org.monazite.plan.PlanResult.Outcome;
import org.monazite.plan.PlanResult.TargetState;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Proof;
import org.monazite.plan.Replay;
import org.monazite.plan.SecondSolver;
import org.monazite.plan.replay.Replays;
import org.monazite.shock.RationingRule;
import org.monazite.supply.Assumed;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

/// A plan made by hand, and variants of it. All numbers are invented.
final class Plans {

    private Plans() {}

    static PlanResult result() {
        return of(Outcome.OPTIMAL, decisions(), targets(), new OwnCheck(true, 1e-9, "", 4_321));
    }

    static PlanResult of(Outcome outcome, List<Decision> decisions, List<TargetState> targets, OwnCheck check) {
        boolean any = !decisions.isEmpty();
        return new PlanResult(
                PlanSpec.of(List.of("JPN", "USA"), "CHN", 2.1e9),
                outcome,
                decisions,
                123_456_789,
                any ? money(812e6, 905e6) : money(0, 0),
                new Loss(0.241, "JPN", "CHN:refined", 93.1e9, 4.7e9, 40e9),
                any
                        ? new Loss(0.0961, "USA", "CHN:all", 31.2e9, 1.9e9, 17e9)
                        : new Loss(0.241, "JPN", "CHN:refined", 93.1e9, 4.7e9, 40e9),
                bans(),
                dependence(),
                targets,
                List.of(new PlanResult.Counted(
                        "iluka",
                        "Eneabba refinery",
                        "Iluka",
                        "AUS",
                        "ndpr.oxide",
                        "construction",
                        2027,
                        5_500,
                        2_810.5,
                        Flag.NONE,
                        List.of())),
                List.of(new LeftOut(
                        "mag.module@AUS",
                        "Magnet plant, Australia",
                        "磁石工場(豪州)",
                        "It would lower the worst ban by 0.4 points for USD 300 million.",
                        "3億ドルで最悪の禁輸を0.4ポイント下げるにとどまる。")),
                check,
                new SecondSolver("GLOP 9.15", 1e-9, true),
                new Replay(
                        List.of(
                                new Replay.Line(
                                        "CHN:refined",
                                        "JPN",
                                        0.241,
                                        0.228,
                                        span(0.1, 0.3),
                                        0.081,
                                        0.094,
                                        span(0.05, 0.12),
                                        14),
                                new Replay.Line(
                                        "CHN:all",
                                        "USA",
                                        0.201,
                                        0.19,
                                        span(0.15, 0.21),
                                        0.0961,
                                        0.102,
                                        span(0.08, 0.13),
                                        9)),
                        0.013),
                new LowValue(false, List.of("nolans"), List.of("stock.dy@JPN", "stock.dy@USA"), Proof.NOT_NEEDED),
                new HowFound(
                        "HiGHS 1.12.0",
                        4_321,
                        5_678,
                        23_456,
                        0,
                        123e6,
                        0.0083,
                        4.2,
                        "extensive",
                        "it was asked for",
                        "指定による",
                        1_234,
                        List.of()),
                List.of(new Assumed(
                        "plan.holding_cost",
                        0.03,
                        "1/yr",
                        "Cost of holding a stock, part of its value a year",
                        "備蓄の年間保有費(価額比)",
                        Flag.UNVERIFIED)),
                Flag.UNVERIFIED);
    }

    static PlanResult unplayed() {
        return with(new Replay(List.of(), 0), result().lossAfter(), decisions());
    }

    static PlanResult withoutAnyLoss() {
        return with(result().replay(), new Loss(0, "JPN", "CHN:all", 0, 0, 0), decisions());
    }

    static PlanResult with(List<Decision> decisions) {
        return with(result().replay(), result().lossAfter(), decisions);
    }

    private static PlanResult with(Replay replay, Loss after, List<Decision> decisions) {
        PlanResult plan = result();
        return new PlanResult(
                plan.spec(),
                plan.outcome(),
                decisions,
                plan.costUsd(),
                plan.spentUsd(),
                plan.lossBefore(),
                after,
                plan.bans(),
                plan.dependence(),
                plan.targets(),
                plan.counted(),
                plan.leftOut(),
                plan.check(),
                plan.second(),
                replay,
                plan.lowValue(),
                plan.search(),
                plan.assumptions(),
                plan.flag());
    }

    /// A contract on magnets of Estonia; works behind it are named, or none.
    static Decision contract(String works) {
        return new Decision(
                "offtake.EST/ndfeb.magnet/decided@JPN",
                Decision.Kind.OFFTAKE,
                "Contract of Japan on NdFeB magnets (sintered, bonded, hot-deformed) from Estonia" + works,
                "日本によるエストニア産ネオジム磁石の長期契約",
                "EST",
                "ndfeb.magnet",
                120,
                2030,
                2030,
                ramp(2030, 120),
                new Range(4.13e6, 4.13e6, 4.13e6),
                money(4.13e6, 0),
                List.of(),
                java.util.Optional.empty(),
                true,
                "",
                Flag.UNVERIFIED,
                List.of("premium"),
                List.of());
    }

    static List<Decision> decisions() {
        return List.of(
                new Decision(
                        "stock.dy@JPN",
                        Decision.Kind.STOCKPILE,
                        "Strategic stock of Dy oxide, Japan",
                        "酸化ジスプロシウム備蓄(日本)",
                        "JPN",
                        "dy.oxide",
                        60,
                        2027,
                        2027,
                        new TreeMap<>(),
                        new Range(65e6, 60e6, 90e6),
                        money(65e6, 0),
                        List.of(),
                        java.util.Optional.of(new org.monazite.plan.Holding(
                                new TreeMap<>(), 51.4, 2.6e6, 7.5, new java.util.TreeSet<>(List.of("CHN")))),
                        true,
                        "",
                        Flag.DERIVED,
                        List.of(),
                        List.of(World.citation("USGS", "f-570c000001"))),
                new Decision(
                        "nolans",
                        Decision.Kind.PROJECT,
                        "Nolans separation plant",
                        "ノーランズ分離工場",
                        "AUS",
                        "ndpr.metal",
                        4_440,
                        2028,
                        2030,
                        ramp(2028, 1_500, 3_200, 4_440),
                        new Range(1.2e9, 0.9e9, 1.6e9),
                        money(500e6, 700e6),
                        List.of(),
                        java.util.Optional.empty(),
                        false,
                        "planned",
                        Flag.ESTIMATE,
                        List.of("capex", "ramp_y1"),
                        List.of(World.citation("PRESS", "f-9201ec7001"))),
                new Decision(
                        "mag.module@USA",
                        Decision.Kind.MODULE,
                        "Magnet plant, United States",
                        "磁石工場(米国)",
                        "USA",
                        "ndfeb.magnet",
                        10_000,
                        2029,
                        2031,
                        ramp(2029, 2_500, 6_000, 10_000),
                        new Range(452e6, 300e6, 700e6),
                        money(247e6, 205e6),
                        List.of(),
                        java.util.Optional.empty(),
                        true,
                        "",
                        Flag.UNVERIFIED,
                        List.of(),
                        List.of(World.citation("USGS", "f-9201ec7002"))));
    }

    static SortedMap<String, Double> money(double japan, double america) {
        return new TreeMap<>(Map.of("JPN", japan, "USA", america));
    }

    private static SortedMap<Integer, Double> ramp(int start, double... tonnes) {
        SortedMap<Integer, Double> output = new TreeMap<>();
        for (int year = start; year <= 2036; year++) {
            output.put(year, tonnes[Math.min(year - start, tonnes.length - 1)]);
        }
        return output;
    }

    private static List<Ban> bans() {
        return List.of(
                new Ban(
                        "CHN:refined",
                        "CHN",
                        List.of("dy.oxide"),
                        8,
                        0.05,
                        money(0.241, 0.2),
                        money(0.081, 0.07),
                        93.1e9,
                        31.2e9),
                new Ban(
                        "CHN:all",
                        "CHN",
                        List.of("dy.oxide", "ndpr.metal", "ndfeb.magnet"),
                        8,
                        0.01,
                        money(0.22, 0.201),
                        money(0.09, 0.0961),
                        88.4e9,
                        29.9e9));
    }

    private static List<Dependence> dependence() {
        return List.of(
                new Dependence("JPN", "dy.oxide", 1, 0.64, 1, 0.64, 1, 0.61),
                new Dependence("JPN", "ndfeb.magnet", 0.503, 0.42, 0.131, 0.11, 0.671, 0.48),
                new Dependence("USA", "ree.mine", Double.NaN, Double.NaN, 0, 0, 0, 0),
                new Dependence("USA", "ndfeb.magnet", 0.862, 0.55, 0.7, 0.5, 0.957, 0.5));
    }

    static List<TargetState> targets() {
        return List.of(
                new TargetState("worst_ban", "JPN", 0.10, 0.241, 0.081, true, false),
                new TargetState("worst_ban", "USA", 0.10, 0.201, 0.0961, true, true),
                new TargetState("traced_share", "JPN dy.oxide", 0.5, 1, 0.61, false, false));
    }

    static Frontier frontier() {
        double[] unmet = {0.241, 0.19, 0.142, 0.12, 0.0961, 0.09, 0.087};
        List<Frontier.Point> points = new java.util.ArrayList<>();
        for (int i = 0; i < unmet.length; i++) {
            double budget = 0.7e9 * i;
            points.add(new Frontier.Point(
                    budget,
                    budget * 0.9,
                    60e6 * i,
                    unmet[i],
                    93.1e9 * unmet[i] / 0.241,
                    4.7e9 * unmet[i] / 0.241,
                    List.of(),
                    List.of(),
                    i != 5,
                    new org.monazite.plan.SecondSolver("OR-Tools", 1e-12, true),
                    new java.util.TreeMap<>(java.util.Map.of("JPN", 0.7 - 0.05 * i, "USA", 0.6 - 0.04 * i))));
        }
        return new Frontier(
                points,
                2,
                new org.monazite.plan.Setting(
                        2024,
                        List.of(
                                new org.monazite.plan.Setting.Stage(
                                        "ndpr.metal", 10_800, 3_500, 9_150, 0, List.of("LCM Lacq")),
                                new org.monazite.plan.Setting.Stage("dy.oxide", 533, 105, 717, 0, List.of())),
                        List.of(),
                        List.of(),
                        org.monazite.plan.Setting.Needs.NONE),
                new java.util.TreeMap<>(java.util.Map.of("JPN", 0.72, "USA", 0.61)));
    }

    private static Replays.Span span(double least, double most) {
        return new Replays.Span(least, most, RationingRule.PROPORTIONAL, RationingRule.PRIORITY_WATERFILL);
    }
}
