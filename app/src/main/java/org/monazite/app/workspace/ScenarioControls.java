package org.monazite.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.monazite.app.workspace.ScenarioDates.Window;
import org.monazite.shock.Action;
import org.monazite.shock.ActionNumber;
import org.monazite.shock.Targets;

/// Reads measures that states impose: bans, licences, quotas; announced before, suspended in between, and what comes
/// after them.
final class ScenarioControls {

    private static final List<String> COMMON =
            List.of("from", "to", "products", "weeks", "dates", "announced", "eager", "suspended", "at_expiry");
    private static final Set<String> EXPIRIES = Set.of("lapse", "extend", "tighten", "branch");

    private final ScenarioActions file;
    private final ScenarioDates dates;

    ScenarioControls(ScenarioActions file, ScenarioDates dates) {
        this.file = file;
        this.dates = dates;
    }

    /// A measure in one window.
    private interface Slice {
        Action in(Window window);
    }

    List<Action> ban(YamlMap map) {
        map.only(known("allowed"));
        Targets targets = file.targets(map);
        double allowed = ScenarioDates.share(map, "allowed", 0);
        return measure(map, targets, window -> new Action.ExportBan(targets, window.start(), window.end(), allowed));
    }

    List<Action> licence(YamlMap map) {
        map.only(known("delay_days", "approval", "controlled", "spill", "spill_delay_days", "cap_t_per_day"));
        Targets targets = file.targets(map);
        List<Action.Approval> approval = approval(map);
        double delay = map.number("delay_days", 63);
        double controlled = ScenarioDates.share(map, "controlled", 1);
        double spill = ScenarioDates.share(map, "spill", 0.5);
        double spillDelay = map.number("spill_delay_days", 20);
        double cap = map.number("cap_t_per_day", Double.POSITIVE_INFINITY);
        return measure(
                map,
                targets,
                window -> new Action.LicenceRegime(
                        targets, window.start(), window.end(), delay, approval, controlled, spill, spillDelay, cap));
    }

    List<Action> quota(YamlMap map) {
        map.only(known("tonnes", "period_days"));
        Targets targets = file.targets(map);
        double tonnes = map.number("tonnes");
        int period = ScenarioDates.whole(map, "period_days", 1, 3650, 365);
        return measure(map, targets, window -> new Action.Quota(targets, window.start(), window.end(), tonnes, period));
    }

    private static List<String> known(String... own) {
        List<String> known = new ArrayList<>(COMMON);
        known.addAll(List.of(own));
        return known;
    }

    /// One share, or shares that change: `- {from_week: 13, share: 0.6}`, in the order of their weeks.
    private static List<Action.Approval> approval(YamlMap map) {
        if (!map.has("approval")) {
            return List.of(new Action.Approval(0, 0.25), new Action.Approval(84, 0.6));
        }
        List<Action.Approval> approval = new ArrayList<>();
        for (YamlMap each : map.maps("approval")) {
            each.only(List.of("from_week", "share"));
            int day = 7 * (ScenarioDates.whole(each, "from_week", 1, 520, 1) - 1);
            if (!approval.isEmpty() && day <= approval.getLast().day()) {
                throw each.wrong(
                        each.has("from_week") ? "from_week" : "share",
                        "problem.yaml.order",
                        day / 7 + 1,
                        approval.getLast().day() / 7 + 1);
            }
            approval.add(new Action.Approval(day, ScenarioDates.number(each, "share", 0, 1)));
        }
        return approval;
    }

    private List<Action> measure(YamlMap map, Targets targets, Slice slice) {
        Window window = dates.window(map);
        List<Window> inForce = inForce(map, window);
        List<Action> actions = new ArrayList<>();
        rush(map, targets, window, actions);
        List<Action> slices = ScenarioActions.checked(
                map, () -> inForce.stream().map(slice::in).toList());
        if (!map.has("at_expiry")) {
            actions.addAll(slices);
            return actions;
        }
        String expiry = map.choice("at_expiry", EXPIRIES, "kind.rule");
        if (window.isOpen()) {
            throw map.wrong("at_expiry", "problem.yaml.expiry");
        }
        List<Action> extended = new ArrayList<>(slices.subList(0, slices.size() - 1));
        extended.add(slice.in(new Window(inForce.getLast().start(), Integer.MAX_VALUE)));
        List<Action> tightened = new ArrayList<>(slices);
        tightened.add(new Action.ExportBan(targets, window.end(), Integer.MAX_VALUE, 0));
        switch (expiry) {
            case "lapse" -> actions.addAll(slices);
            case "extend" -> actions.addAll(extended);
            case "tighten" -> actions.addAll(tightened);
            default -> actions.add(new Action.Branching(List.of(slices, extended, tightened)));
        }
        return actions;
    }

    /// Buyers stock up from the announcement to the day the measure takes effect.
    private void rush(YamlMap map, Targets targets, Window window, List<Action> actions) {
        OptionalInt announced = dates.findDay(map, "announced");
        if (announced.isEmpty()) {
            if (map.has("eager")) {
                throw map.wrong("eager", "problem.yaml.missing", "announced");
            }
            return;
        }
        if (announced.getAsInt() >= window.start()) {
            throw map.wrong("announced", "problem.yaml.announced", map.text("announced"));
        }
        double eager = ScenarioDates.share(map, "eager", 0.5);
        Action rush = new Action.Rush(targets, announced.getAsInt(), window.start(), eager);
        actions.add(file.guessed(map, rush, ActionNumber.RUSH_EAGER));
    }

    /// The window without its suspensions.
    private List<Window> inForce(YamlMap map, Window window) {
        List<Window> inForce = new ArrayList<>();
        int from = window.start();
        List<YamlMap> suspensions = !map.has("suspended")
                ? List.of()
                : map.isMap("suspended") ? List.of(map.map("suspended")) : map.maps("suspended");
        for (YamlMap each : suspensions) {
            each.only(List.of("weeks", "dates"));
            Window off = dates.window(each);
            if (off.start() < from || off.start() >= window.end() || off.end() > window.end() || off.isOpen()) {
                throw map.wrong("suspended", "problem.yaml.suspended");
            }
            if (off.start() > from) {
                inForce.add(new Window(from, off.start()));
            }
            from = off.end();
        }
        if (from < window.end()) {
            inForce.add(new Window(from, window.end()));
        }
        if (inForce.isEmpty()) {
            throw map.wrong("suspended", "problem.yaml.suspended");
        }
        return inForce;
    }
}
