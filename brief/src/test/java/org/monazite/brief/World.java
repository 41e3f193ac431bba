package org.monazite.brief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.monazite.exposure.PublishedShare;
import org.monazite.exposure.StageExposure;
import org.monazite.exposure.WeakLink;
import org.monazite.plan.Frontier;
import org.monazite.plan.PlanResult;
import org.monazite.pledges.Assessment;
import org.monazite.shock.Action;
import org.monazite.shock.Assumptions;
import org.monazite.shock.Ensemble;
import org.monazite.shock.Quantiles;
import org.monazite.shock.Run;
import org.monazite.shock.Scenario;
import org.monazite.shock.Targets;
import org.monazite.supply.Assumed;
import org.monazite.supply.Basis;
import org.monazite.supply.Citation;
import org.monazite.supply.Explained;
import org.monazite.supply.ExportControl;
import org.monazite.supply.Flag;
import org.monazite.supply.Material;
import org.monazite.supply.Place;
import org.monazite.supply.Product;
import org.monazite.supply.RunCard;
import org.monazite.supply.Source;
import org.monazite.supply.Stage;

/// Findings made by hand, small and complete: two partners, four products, every state of a pledge. All numbers are
/// invented. A test changes what it is about and leaves the rest.
final class World {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    List<String> partners = List.of("JPN", "USA");
    Map<String, Place> places = places();
    Map<String, Product> products = products();
    List<StageExposure> exposure = exposures();
    List<PublishedShare> published = published();
    Map<String, List<WeakLink>> weakest = weakest();
    Scenario scenario = ban("ban-all", 26, Set.of());
    Ensemble shock = ensemble(1);
    List<Findings.Played> others = List.of(
            new Findings.Played(ban("ban-heavy", 26, Set.of("dy.oxide")), ensemble(0.4)),
            new Findings.Played(licence(), ensemble(0.7)));
    PlanResult plan = Plans.result();
    Frontier frontier = Plans.frontier();
    List<Assessment> pledges = Promises.all();
    List<ExportControl> controls = controls();
    List<Findings.Suspect> suspects = List.of(
            new Findings.Suspect("flow ndfeb.magnet CHN>JPN", List.of("f-5ca1ab1e00"), 12_345, 9_876, -4.2),
            new Findings.Suspect("make CHN/dy.oxide", List.of("f-0ddba11000", "f-0ddba11001"), 2_150, 1_980, 3.1));
    List<Assumed> assumed = List.of(
            new Assumed(
                    "plan.generic_part",
                    1.0 / 3,
                    "share",
                    "Part of the maximum of a generic plant that a plan may count on",
                    "一般型プラントの上限のうち計画に算入できる割合",
                    Flag.UNVERIFIED),
            new Assumed(
                    "shock.stock_days",
                    30,
                    "days",
                    "Stock of a buyer where no figure is known",
                    "在庫の数値がない場合の需要家在庫",
                    Flag.UNVERIFIED),
            new Assumed(
                    "shock.refill_days",
                    30,
                    "days",
                    "Time in which a buyer wants its stock back",
                    "在庫を元に戻すまでの期間",
                    Flag.ESTIMATE));

    Findings findings() {
        return new Findings(
                new RunCard(
                        "2026.11-3",
                        "ab9219dc805d7f00ab9219dc805d7f00ab9219dc805d7f00ab9219dc805d7f00",
                        "0.1.0",
                        20251028L,
                        settings(),
                        assumed),
                AS_OF,
                partners,
                "CHN",
                "magnets",
                places,
                products,
                exposure,
                published,
                weakest,
                scenario,
                shock,
                others,
                plan,
                frontier,
                pledges,
                controls,
                sources(),
                suspects,
                List.of());
    }

    private static SortedMap<String, String> settings() {
        return new TreeMap<>(Map.of("ensemble.members", "500", "ensemble.weeks", "26"));
    }

    private static Map<String, Place> places() {
        Map<String, Place> places = new LinkedHashMap<>();
        for (Place place : List.of(
                new Place("JPN", "Japan", "日本"),
                new Place("USA", "USA", "米国"),
                new Place("CHN", "China", "中国"),
                new Place("AUS", "Australia", "オーストラリア"),
                new Place("EST", "Estonia", "エストニア"))) {
            places.put(place.code(), place);
        }
        return places;
    }

    private static Map<String, Product> products() {
        Map<String, Product> products = new LinkedHashMap<>();
        add(products, "ree.mine", Stage.MINE, "t REO", "Rare-earth concentrate", "希土類精鉱");
        add(products, "dy.oxide", Stage.REFINED, "t oxide", "Dysprosium oxide", "酸化ジスプロシウム");
        add(products, "ndpr.oxide", Stage.REFINED, "t oxide", "NdPr oxide", "酸化ネオジム・プラセオジム");
        add(products, "ndpr.metal", Stage.METAL, "t metal", "NdPr metal", "ネオジム・プラセオジム金属");
        add(products, "ndfeb.magnet", Stage.COMPONENT, "t gross", "NdFeB magnets (sintered, bonded)", "ネオジム磁石");
        add(products, "ndfeb.use", Stage.ENDUSE, "t gross", "Use of NdFeB magnets", "ネオジム磁石の利用");
        return products;
    }

    private static void add(
            Map<String, Product> products, String id, Stage stage, String basis, String nameEn, String nameJa) {
        Material material = new Material(id.split("\\.")[0], "", nameEn, nameJa);
        products.put(id, new Product.Mineral(id, material, stage, new Basis(basis), nameEn, nameJa));
    }

    static Citation citation(String source, String figure) {
        return new Citation(figure, source, "table 1", "raw text");
    }

    static Explained share(String measure, double value, double low, double high, Flag flag, double unverified) {
        List<Explained.Term> terms = Double.isNaN(value)
                ? List.of()
                : List.of(
                        new Explained.Term(
                                "CHN > JPN",
                                812.5,
                                "t gross/yr",
                                Flag.NONE,
                                List.of(citation("TRADE", "f-7ade000001"))),
                        new Explained.Term(
                                "AUS/ndpr.metal",
                                301.25,
                                "t metal/yr",
                                flag,
                                List.of(citation("USGS", "f-09950000a1"))),
                        new Explained.Term("production", 77.7, "t gross/yr", Flag.DERIVED, List.of()));
        return new Explained(measure, value, low, high, "share", "the formula in English", flag, unverified, terms);
    }

    static StageExposure exposure(
            Stage stage, String product, String partner, double direct, double traced, double world) {
        return new StageExposure(
                stage,
                product,
                partner,
                "CHN",
                share("direct share of imports", direct, direct * 0.8, Math.min(1, direct * 1.2), Flag.DERIVED, 0.1),
                share("direct share of supply", direct * 0.9, direct * 0.7, direct, Flag.DERIVED, 0.1),
                share("traced share of supply", traced, traced * 0.9, Math.min(1, traced * 1.1), Flag.UNVERIFIED, 0.37),
                share("share of end use made by supplier at this stage", traced, traced, traced, Flag.UNVERIFIED, 0.37),
                share("share of world production", world, world, world, Flag.ESTIMATE, 0),
                new Explained(
                        "HHI of world production",
                        world * world,
                        world * world,
                        world * world,
                        "index",
                        "sum of squares",
                        Flag.DERIVED,
                        0,
                        List.of(new Explained.Term("CHN", 1234, "t/yr", Flag.DERIVED, List.of()))),
                new Explained("HHI of imports", 0.5, 0.5, 0.5, "index", "sum of squares", Flag.DERIVED, 0, List.of()),
                share("net import reliance", 0.63, 0.63, 0.63, Flag.DERIVED, 0),
                share("share of supply lost if the supplier vanishes", traced, traced, traced, Flag.UNVERIFIED, 0),
                share("largest share of world production", world, world, world, Flag.ESTIMATE, 0),
                share("three largest shares of world production", 1, 1, 1, Flag.ESTIMATE, 0),
                share("equal makers", 1, 1, 1, Flag.DERIVED, 0),
                share("largest share of imports", direct, direct, direct, Flag.DERIVED, 0),
                share("three largest shares of imports", 1, 1, 1, Flag.DERIVED, 0),
                share("equal origins", 2, 2, 2, Flag.DERIVED, 0));
    }

    private static List<StageExposure> exposures() {
        double none = Double.NaN;
        return List.of(
                exposure(Stage.MINE, "ree.mine", "JPN", none, none, 0.744),
                exposure(Stage.REFINED, "dy.oxide", "JPN", 1, 1, 0.998),
                exposure(Stage.METAL, "ndpr.metal", "JPN", 0.297, 0.604, 0.932),
                exposure(Stage.COMPONENT, "ndfeb.magnet", "JPN", 0.503, 0.671, 0.921),
                exposure(Stage.MINE, "ree.mine", "USA", none, 0, 0.744),
                exposure(Stage.REFINED, "dy.oxide", "USA", 1, 1, 0.998),
                exposure(Stage.METAL, "ndpr.metal", "USA", 0.618, 0.463, 0.932),
                exposure(Stage.COMPONENT, "ndfeb.magnet", "USA", 0.862, 0.957, 0.921));
    }

    private static List<PublishedShare> published() {
        return List.of(
                published(PublishedShare.Counting.WEIGHT, "2024", 0.629, "rare-earth oxide equivalent tonnes", ""),
                published(PublishedShare.Counting.WEIGHT, "2024", 0.71, "as published; basis not stated", "a remark"),
                published(PublishedShare.Counting.VALUE_RAW, "2023", 0.44, "UN Comtrade value, raw only", ""));
    }

    private static PublishedShare published(
            PublishedShare.Counting counting, String period, double share, String definition, String note) {
        Explained number = new Explained(
                "share",
                share,
                share,
                share,
                "share",
                "as published",
                Flag.NONE,
                0,
                List.of(new Explained.Term(
                        "point", 100 * share, "%", Flag.NONE, List.of(citation("PRESS", "f-5a9e000001")))));
        return new PublishedShare(counting, period, number, definition, note);
    }

    private static Map<String, List<WeakLink>> weakest() {
        return Map.of(
                "JPN",
                List.of(
                        new WeakLink(
                                "CHN",
                                "dy.oxide",
                                Stage.REFINED,
                                "JPN",
                                0.998,
                                0.499,
                                87.2e9,
                                22.5e9,
                                148e9,
                                Flag.UNVERIFIED),
                        new WeakLink(
                                "AUS",
                                "ndpr.metal",
                                Stage.METAL,
                                "JPN",
                                0.031,
                                0.336,
                                58.8e9,
                                15.1e9,
                                99.7e9,
                                Flag.ESTIMATE)),
                "USA",
                List.of(new WeakLink(
                        "CHN",
                        "ndfeb.magnet",
                        Stage.COMPONENT,
                        "USA",
                        0.921,
                        0.86,
                        212e9,
                        60e9,
                        301e9,
                        Flag.UNVERIFIED)));
    }

    static Scenario ban(String name, int weeks, Set<String> products) {
        return new Scenario(
                name,
                LocalDate.of(2026, 11, 22),
                Assumptions.MINERALS,
                List.of(new Action.ExportBan(new Targets(Set.of("CHN"), Set.of(), products), 0, 7 * weeks, 0)));
    }

    private static Scenario licence() {
        return new Scenario(
                "licence",
                LocalDate.of(2026, 11, 22),
                Assumptions.MINERALS,
                List.of(new Action.LicenceRegime(
                        new Targets(Set.of("CHN"), Set.of("JPN", "USA"), Set.of("ndfeb.magnet")),
                        28,
                        182,
                        45,
                        List.of(new Action.Approval(0, 0.8)),
                        1,
                        0,
                        45,
                        Double.POSITIVE_INFINITY)));
    }

    static Ensemble ensemble(double strength) {
        List<Ensemble.Line> lines = new ArrayList<>();
        lines.add(line("dy.oxide", "JPN", 0.36 * strength, 5, 4, 1));
        lines.add(line("dy.oxide", "USA", 0.33 * strength, 7, 6, 1));
        lines.add(line("ndfeb.magnet", "JPN", 0.81 * strength, 21, 8, 0.97));
        lines.add(line("ndfeb.magnet", "USA", 0.91 * strength, 17, 13, 0.81));
        lines.add(line("ndfeb.use", "JPN", 0.81 * strength, 21, 0, 0));
        lines.add(line("ndpr.metal", "JPN", 0, 0, 0, 0));
        List<Ensemble.Value> values = List.of(
                new Ensemble.Value("JPN", spread(95.9e9 * strength), weeks(3.7e9 * strength, 8)),
                new Ensemble.Value("USA", spread(172e9 * strength), weeks(6.6e9 * strength, 10)));
        Run central = new Run(26, List.of(), List.of(), List.of(), 1e-15);
        return new Ensemble(26, 500, 20251028L, lines, values, central, 1e-15);
    }

    static Ensemble.Line line(String product, String place, double worst, int worstWeek, int dryWeek, double dryShare) {
        List<Quantiles> weeks = weeks(worst, Math.max(1, worstWeek - 4));
        List<List<Double>> samples = List.of(
                weeks.stream().map(Quantiles::p10).toList(),
                weeks.stream().map(Quantiles::p50).toList(),
                weeks.stream().map(Quantiles::p90).toList());
        return new Ensemble.Line(
                product,
                place,
                spread(worst),
                worst > 0 ? worstWeek : 0,
                worst > 0 ? dryWeek : 0,
                dryShare,
                weeks,
                samples);
    }

    static Quantiles spread(double middle) {
        double high = middle <= 1 ? Math.min(1, middle * 1.2) : middle * 1.6;
        return new Quantiles(middle * 0.55, middle * 0.75, middle, Math.min(high, middle * 1.1), high);
    }

    private static List<Quantiles> weeks(double top, int from) {
        List<Quantiles> weeks = new ArrayList<>();
        for (int week = 1; week <= 26; week++) {
            double part = week < from ? 0 : Math.min(1, (week - from) / 6.0) * (1 - 0.01 * (week - from));
            weeks.add(spread(top * part));
        }
        return weeks;
    }

    private static List<ExportControl> controls() {
        return List.of(
                new ExportControl(
                        "CN-7REE-2025",
                        "CHN",
                        "all",
                        List.of("WLD"),
                        "Sm;Gd;Tb;Dy;Lu;Sc;Y",
                        "metals, alloys, targets, oxides",
                        List.of("2805301910"),
                        "licence",
                        "MOFCOM/GAC No. 18 of 2025",
                        Optional.of(LocalDate.of(2025, 4, 4)),
                        Optional.of(LocalDate.of(2025, 4, 4)),
                        Optional.empty(),
                        "open",
                        "in force",
                        Flag.NONE,
                        citation("MOFCOM", "f-c0117801aa")),
                new ExportControl(
                        "CN-US-46",
                        "CHN",
                        "named",
                        List.of("USA"),
                        "Ga;Ge;Sb",
                        "dual-use items",
                        List.of(),
                        "ban",
                        "MOFCOM No. 46 of 2024",
                        Optional.of(LocalDate.of(2024, 12, 3)),
                        Optional.of(LocalDate.of(2024, 12, 3)),
                        Optional.of(LocalDate.of(2025, 11, 9)),
                        "suspended",
                        "suspended until 2026-11-27",
                        Flag.ESTIMATE,
                        citation("PRESS", "f-c0117801bb")));
    }

    private static Map<String, Source> sources() {
        Map<String, Source> sources = new LinkedHashMap<>();
        for (Source source : List.of(
                new Source(
                        "USGS",
                        "Mineral Commodity Summaries 2026",
                        "U.S. Geological Survey",
                        "2026-02",
                        "US public domain",
                        "embed",
                        "A",
                        "https://example.org/mcs2026.pdf"),
                new Source(
                        "TRADE",
                        "Trade statistics",
                        "Ministry of Finance",
                        "2025",
                        "publisher copyright",
                        "facts-only",
                        "A",
                        "https://example.org/trade?from=CHN&to=JPN"),
                new Source(
                        "MOFCOM",
                        "Announcement No. 18",
                        "MOFCOM and GACC",
                        "2025-04-04",
                        "publisher copyright",
                        "facts-only",
                        "A",
                        "http://example.org/18"),
                new Source(
                        "PRESS",
                        "2024年のレアアース輸入の7割超が中国",
                        "通信社",
                        "2026-01-07",
                        "publisher copyright",
                        "facts-only",
                        "B",
                        "https://example.org/p"),
                new Source(
                        "NEVER",
                        "A source that nothing on the page cites",
                        "Nobody",
                        "",
                        "none",
                        "facts-only",
                        "D",
                        ""))) {
            sources.put(source.id(), source);
        }
        return sources;
    }
}
