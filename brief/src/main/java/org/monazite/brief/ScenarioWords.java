package org.monazite.brief;

import java.util.Collection;
import org.monazite.shock.Action;
import org.monazite.shock.Scenario;
import org.monazite.shock.Targets;

/// A scenario as a clause: `China stops exports of all products to all others for 26 weeks`.
final class ScenarioWords {

    private final Texts texts;
    private final Numbers numbers;
    private final Names names;

    ScenarioWords(Texts texts, Numbers numbers, Names names) {
        this.texts = texts;
        this.numbers = numbers;
        this.names = names;
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
            case Action.LaneClosure lane -> texts.get("action.lane", lane.lane(), window(lane.start(), lane.end()));
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
        };
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
        int last = (end + 6) / 7;
        return first == 1
                ? texts.get("action.for", numbers.weeks(last))
                : texts.get("action.between", numbers.week(first), numbers.week(last));
    }
}
