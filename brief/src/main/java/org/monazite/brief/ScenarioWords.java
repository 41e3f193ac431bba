package org.monazite.brief;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.shock.Action;
import org.monazite.shock.Scenario;
import org.monazite.shock.Targets;
import org.monazite.supply.Place;
import org.monazite.supply.Product;
import org.monazite.supply.SupplyNetwork;

/// A scenario as a clause: `China stops exports of all products to all others for 26 weeks`.
public final class ScenarioWords {

    private final Texts texts;
    private final Numbers numbers;
    private final Names names;

    ScenarioWords(Texts texts, Numbers numbers, Names names) {
        this.texts = texts;
        this.numbers = numbers;
        this.names = names;
    }

    /// What a scenario plays, one clause per action, in a language.
    ///
    /// @param network whose places and products it names
    public static List<String> clauses(Locale language, SupplyNetwork network, Scenario scenario) {
        Texts texts = Texts.of(language);
        Map<String, Place> places = new TreeMap<>();
        Map<String, Product> products = new TreeMap<>();
        network.places().forEach(place -> places.put(place.code(), place));
        network.products().forEach(product -> products.put(product.id(), product));
        ScenarioWords words = new ScenarioWords(texts, Numbers.of(language), new Names(places, products, texts));
        return scenario.actions().stream().map(words::action).toList();
    }

    /// All that happens, in one clause.
    String clause(Scenario scenario) {
        return scenario.actions().isEmpty()
                ? texts.get("action.none")
                : numbers.list(scenario.actions().stream().map(this::action).toList());
    }

    private String action(Action action) {
        return switch (action) {
            case Action.ExportBan(var targets, var start, var end, var allowed) ->
                allowed == 0
                        ? texts.get("action.ban", from(targets), products(targets), to(targets), window(start, end))
                        : texts.get(
                                "action.cut",
                                from(targets),
                                products(targets),
                                to(targets),
                                window(start, end),
                                numbers.share(allowed));
            case Action.LicenceRegime licence ->
                texts.get(
                        "action.licence",
                        from(licence.targets()),
                        products(licence.targets()),
                        to(licence.targets()),
                        window(licence.start(), licence.end()),
                        numbers.days(licence.delayDays()));
            case Action.Outage outage ->
                texts.get(
                        "action.outage",
                        places(outage.places()),
                        productsOf(outage.product()),
                        numbers.share(outage.loss()),
                        window(outage.start(), outage.end()));
            case Action.LaneClosure lane ->
                texts.get("action.lane", lane(lane.lane()), window(lane.start(), lane.end()));
            case Action.DemandSurge surge ->
                texts.get(
                        "action.surge",
                        places(surge.places()),
                        productsOf(surge.products()),
                        numbers.share(surge.growth()),
                        window(surge.start(), surge.end()));
            case Action.StockRelease release ->
                texts.get(
                        "action.release",
                        names.placeIn(release.place()),
                        names.productIn(release.product()),
                        numbers.tonnes(release.tonnes()));
            case Action.Quota quota ->
                texts.get(
                        "action.quota",
                        from(quota.targets()),
                        products(quota.targets()),
                        to(quota.targets()),
                        window(quota.start(), quota.end()),
                        numbers.tonnes(quota.tonnes()),
                        numbers.days(quota.periodDays()));
            case Action.Rush rush ->
                texts.get(
                        "action.rush",
                        from(rush.targets()),
                        products(rush.targets()),
                        numbers.days(rush.effective() - rush.announced()));
            case Action.Leakage leakage ->
                texts.get(
                        "action.leakage",
                        from(leakage.targets()),
                        products(leakage.targets()),
                        to(leakage.targets()),
                        places(leakage.via()),
                        numbers.share(leakage.share() * (1 - leakage.enforcement())));
            case Action.Branching(var branches) ->
                texts.get(
                        "action.branching",
                        numbers.list(branches.stream()
                                .map(branch -> branch.isEmpty()
                                        ? texts.get("action.none")
                                        : numbers.list(branch.stream()
                                                .map(this::action)
                                                .toList()))
                                .toList()));
            case Action.Hoarding _, Action.NewSupplier _, Action.Substitution _, Action.Recycling _, Action.Restart _ ->
                response(action);
        };
    }

    /// The name of a sea lane; its id if there is no name.
    private String lane(String id) {
        String key = "lane." + id;
        return texts.has(key) ? texts.get(key) : id;
    }

    /// What buyers and makers do about it.
    private String response(Action action) {
        return switch (action) {
            case Action.Hoarding hoarding ->
                texts.get(
                        "action.hoarding",
                        places(hoarding.places()),
                        productsOf(hoarding.products()),
                        numbers.days(hoarding.extraDays()),
                        window(hoarding.start(), hoarding.end()));
            case Action.NewSupplier supplier ->
                texts.get(
                        "action.new_supplier",
                        names.placeIn(supplier.from()),
                        names.productIn(supplier.product()),
                        names.placeIn(supplier.to()),
                        numbers.tonnes(supplier.tonnesPerYear()));
            case Action.Substitution saving ->
                texts.get(
                        "action.substitution",
                        places(saving.places()),
                        productsOf(saving.products()),
                        numbers.share(saving.most()));
            case Action.Recycling recycling ->
                texts.get(
                        "action.recycling",
                        places(recycling.places()),
                        productsOf(recycling.nodes().stream()
                                .map(ScenarioWords::made)
                                .distinct()
                                .toList()),
                        numbers.share(recycling.ceiling()));
            case Action.Restart restart ->
                texts.get(
                        "action.restart",
                        names.placeIn(restart.place()),
                        names.productIn(made(restart.node())),
                        numbers.tonnes(restart.tonnesPerYear()));
            case Action.ExportBan _, Action.LicenceRegime _, Action.Quota _, Action.Outage _, Action.LaneClosure _ ->
                throw new IllegalArgumentException("This is no response: " + action);
            case Action.DemandSurge _, Action.StockRelease _, Action.Rush _, Action.Leakage _, Action.Branching _ ->
                throw new IllegalArgumentException("This is no response: " + action);
        };
    }

    /// The product of a node key, or the word itself if it is a product.
    private static String made(String word) {
        String[] parts = word.split("/", -1);
        return parts.length > 1 ? parts[1] : word;
    }

    private String from(Targets targets) {
        return places(targets.from());
    }

    private String to(Targets targets) {
        return targets.to().isEmpty() ? texts.get("action.to_all") : places(targets.to());
    }

    private String products(Targets targets) {
        return productsOf(targets.products());
    }

    private String productsOf(Collection<String> ids) {
        return ids.isEmpty()
                ? texts.get("action.all_products")
                : numbers.list(ids.stream().sorted().map(names::productIn).toList());
    }

    private String places(Collection<String> codes) {
        return codes.isEmpty()
                ? texts.get("action.everywhere")
                : numbers.list(codes.stream().sorted().map(names::placeIn).toList());
    }

    private String window(int start, int end) {
        int first = start / 7 + 1;
        if (end == Integer.MAX_VALUE) {
            return first == 1 ? texts.get("action.throughout") : texts.get("action.onwards", numbers.week(first));
        }
        int last = (end + 6) / 7;
        return first == 1
                ? texts.get("action.for", numbers.weeks(last))
                : texts.get("action.between", numbers.week(first), numbers.week(last));
    }
}
