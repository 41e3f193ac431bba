package org.monazite.app.cli.shock;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.monazite.shock.Action;
import org.monazite.shock.Targets;
import org.monazite.shock.Trigger;

/// An action in one line for programs and run cards, always in the same order.
final class ActionText {

    private ActionText() {}

    static String of(Action action) {
        return switch (action) {
            case Action.ExportBan(var targets, int start, int end, double allowed) ->
                "ban %s %s allowed %s".formatted(of(targets), days(start, end), allowed);
            case Action.LicenceRegime licence ->
                "licence %s %s delay %s approval %s controlled %s spill %s spill_delay %s cap %s"
                        .formatted(
                                of(licence.targets()),
                                days(licence.start(), licence.end()),
                                licence.delayDays(),
                                licence.approval().stream()
                                        .map(each -> each.day() + ":" + each.share())
                                        .toList(),
                                licence.controlled(),
                                licence.spill(),
                                licence.spillDelayDays(),
                                licence.capPerDay());
            case Action.Outage(var places, var products, int start, int end, double loss, double days, var recovery) ->
                "outage %s %s %s loss %s recovery %s%s"
                        .formatted(
                                words(places),
                                words(products),
                                days(start, end),
                                loss,
                                days,
                                recovery == Action.Recovery.LINEAR ? "" : " exponential");
            case Action.LaneClosure(String lane, int start, int end, var extra, var underWay, double later) ->
                "lane %s %s%s%s"
                        .formatted(
                                lane,
                                days(start, end),
                                extra.map(each -> " extra " + each).orElse(""),
                                switch (underWay) {
                                    case CONTINUE -> "";
                                    case STOP -> " under way stop";
                                    case DELAY -> " under way delay " + later;
                                });
            case Action.DemandSurge(var places, var products, int start, int end, double growth, double ramp) ->
                "surge %s %s %s growth %s ramp %s"
                        .formatted(words(places), words(products), days(start, end), growth, ramp);
            case Action.StockRelease release ->
                "release %s %s %s t, %s t/day %s to %s days, lead %d"
                        .formatted(
                                release.place(),
                                release.product(),
                                release.tonnes(),
                                release.tonnesPerDay(),
                                of(release.trigger()),
                                release.coverStop(),
                                release.leadDays());
            case Action.Quota(var targets, int start, int end, double tonnes, int period) ->
                "quota %s %s %s t per %d days".formatted(of(targets), days(start, end), tonnes, period);
            case Action.Rush(var targets, int announced, int effective, double eager) ->
                "rush %s %s eager %s".formatted(of(targets), days(announced, effective), eager);
            case Action.Hoarding(var places, var products, int start, int end, double extra, double decay) ->
                "hoarding %s %s %s extra %s decay %s"
                        .formatted(words(places), words(products), days(start, end), extra, decay);
            case Action.Leakage leakage ->
                "leakage %s via %s %s share %s enforcement %s delay %s ramp %s"
                        .formatted(
                                of(leakage.targets()),
                                words(leakage.via()),
                                days(leakage.start(), leakage.end()),
                                leakage.share(),
                                leakage.enforcement(),
                                leakage.delayDays(),
                                leakage.rampDays());
            case Action.NewSupplier(var from, var to, var product, double most, double days, var trigger, var lag) ->
                "new_supplier from %s to %s product %s %s t/year in %s days %s%s"
                        .formatted(
                                from,
                                to,
                                product,
                                most,
                                days,
                                of(trigger),
                                lag.map(each -> " lag " + each).orElse(""));
            case Action.Substitution(var places, var products, int start, double most, double days) ->
                "substitution %s %s day %d most %s days %s"
                        .formatted(words(places), words(products), start, most, days);
            case Action.Recycling(var places, var nodes, int start, double elasticity, double days, double ceiling) ->
                "recycling %s %s day %d elasticity %s days %s ceiling %s"
                        .formatted(words(places), words(nodes), start, elasticity, days, ceiling);
            case Action.Restart(var place, var node, double tonnes, var trigger, int lead, double ramp) ->
                "restart %s %s %s t/year %s lead %d ramp %s".formatted(place, node, tonnes, of(trigger), lead, ramp);
            case Action.Branching(var branches) ->
                branches.stream()
                        .map(branch -> branch.stream().map(ActionText::of).collect(Collectors.joining(" and ")))
                        .collect(Collectors.joining(" | ", "either ", ""));
        };
    }

    private static String of(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Day(int day) -> "from day " + day;
            case Trigger.CoverBelow(double days) -> "below " + days;
            case Trigger.SpotAbove(double price, int days) -> "spot above %s for %d days".formatted(price, days);
        };
    }

    private static String of(Targets targets) {
        return "from %s to %s products %s"
                .formatted(words(targets.from()), words(targets.to()), words(targets.products()));
    }

    private static String words(Set<String> words) {
        return words.isEmpty() ? "all" : String.join(",", new TreeSet<>(words));
    }

    private static String days(int start, int end) {
        return "days %d-%s".formatted(start, end == Integer.MAX_VALUE ? "" : Integer.toString(end));
    }
}
