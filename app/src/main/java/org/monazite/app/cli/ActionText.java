package org.monazite.app.cli;

import java.util.Set;
import java.util.TreeSet;
import org.monazite.shock.Action;
import org.monazite.shock.Targets;

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
            case Action.Outage(var places, var products, int start, int end, double loss, double recovery) ->
                "outage %s %s %s loss %s recovery %s"
                        .formatted(words(places), words(products), days(start, end), loss, recovery);
            case Action.LaneClosure(String lane, int start, int end, var extra) ->
                "lane %s %s%s"
                        .formatted(
                                lane,
                                days(start, end),
                                extra.map(each -> " extra " + each).orElse(""));
            case Action.DemandSurge(var places, var products, int start, int end, double growth, double ramp) ->
                "surge %s %s %s growth %s ramp %s"
                        .formatted(words(places), words(products), days(start, end), growth, ramp);
            case Action.StockRelease release ->
                "release %s %s %s t, %s t/day below %s to %s days, lead %d"
                        .formatted(
                                release.place(),
                                release.product(),
                                release.tonnes(),
                                release.tonnesPerDay(),
                                release.coverBelow(),
                                release.coverStop(),
                                release.leadDays());
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
