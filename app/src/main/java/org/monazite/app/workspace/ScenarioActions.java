package org.monazite.app.workspace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.shock.Action;
import org.monazite.shock.ActionNumber;
import org.monazite.shock.Scenario;
import org.monazite.shock.Targets;
import org.monazite.shock.Trigger;

/// Reads the actions of a scenario file. One entry can make several: a lane each, a slice each, a rush before it.
final class ScenarioActions {

    private static final double MOST_TONNES = 1e9;
    private static final int MOST_ACTIONS = 1000; // each is compared with every other and looked at each day

    private static final List<String> KINDS = List.of(
            "ban",
            "licence",
            "quota",
            "outage",
            "lane",
            "surge",
            "release",
            "hoarding",
            "leakage",
            "new_supplier",
            "substitution",
            "recycling",
            "restart");

    private final YamlMap file;
    private final Vocabulary words;
    private final ScenarioDates dates;
    private final ScenarioResponses responses;
    private final ScenarioControls controls;
    private final List<Scenario.Guess> guesses = new ArrayList<>();

    ScenarioActions(YamlMap file, Vocabulary words, ScenarioDates dates) {
        this.file = file;
        this.words = words;
        this.dates = dates;
        this.responses = new ScenarioResponses(this, words, dates);
        this.controls = new ScenarioControls(this, dates);
    }

    /// Remembers which numbers of an action the file leaves to their defaults, and returns the action.
    ///
    /// @param numbers those that it could have stated
    <A extends Action> A guessed(YamlMap map, A action, ActionNumber... numbers) {
        for (ActionNumber number : numbers) {
            if (!map.has(number.key().substring(number.key().indexOf('.') + 1))) {
                guesses.add(new Scenario.Guess(action, number));
            }
        }
        return action;
    }

    /// Numbers of the actions read so far that nobody stated.
    List<Scenario.Guess> guesses() {
        return List.copyOf(guesses);
    }

    /// An entry of the file and what it says.
    private record Entry(String kind, YamlMap map, List<Action> actions) {}

    /// Reads all actions.
    ///
    /// @param check refuses an action, seen with all others, that cannot be played
    List<Action> read(BiConsumer<Action, List<Action>> check) {
        List<Entry> entries = new ArrayList<>();
        List<Action> all = new ArrayList<>();
        List<YamlMap> listed = file.maps("actions");
        if (listed.size() > MOST_ACTIONS) {
            throw file.wrong("actions", "problem.yaml.many", listed.size(), MOST_ACTIONS);
        }
        for (YamlMap entry : listed) {
            entry.only(KINDS);
            if (entry.keys().size() != 1) {
                throw Problem.of(ExitCode.INPUT, "problem.yaml.action", entry.where());
            }
            String kind = entry.keys().getFirst();
            YamlMap map = entry.map(kind);
            Entry read = new Entry(kind, map, actions(kind, map));
            entries.forEach(before -> refuseTwice(before, read));
            entries.add(read);
            all.addAll(read.actions);
        }
        for (Entry entry : entries) {
            for (Action action : entry.actions) {
                checked(entry.map, () -> {
                    check.accept(action, all);
                    return action;
                });
            }
            if (action(entry) instanceof Action.Leakage leakage && !Overlaps.isControlled(leakage, all)) {
                throw Problem.of(ExitCode.INPUT, "problem.yaml.leakage", entry.map.where());
            }
        }
        return all;
    }

    private static Action action(Entry entry) {
        return entry.actions.getFirst();
    }

    /// Two controls of the same kind on the same flows at the same time are a slip of the pen.
    private static void refuseTwice(Entry before, Entry now) {
        boolean twice = before.kind.equals(now.kind)
                && before.actions.stream()
                        .anyMatch(one -> now.actions.stream().anyMatch(other -> Overlaps.areSame(one, other)));
        if (twice) {
            throw Problem.of(ExitCode.INPUT, "problem.yaml.overlap", now.map.where(), now.kind, before.map.where());
        }
    }

    private List<Action> actions(String kind, YamlMap map) {
        return switch (kind) {
            case "ban" -> controls.ban(map);
            case "licence" -> controls.licence(map);
            case "quota" -> controls.quota(map);
            case "outage" -> List.of(outage(map));
            case "lane" -> lanes(map);
            case "surge" -> List.of(surge(map));
            case "release" -> List.of(release(map));
            case "hoarding" -> List.of(responses.hoarding(map));
            case "leakage" -> List.of(responses.leakage(map));
            case "new_supplier" -> List.of(responses.newSupplier(map));
            case "substitution" -> List.of(responses.substitution(map));
            case "recycling" -> List.of(responses.recycling(map));
            case "restart" -> List.of(responses.restart(map));
            default -> throw new IllegalStateException("The kind '" + kind + "' was checked before.");
        };
    }

    private Action outage(YamlMap map) {
        map.only(List.of("places", "products", "weeks", "dates", "loss", "recovery_days", "recovery"));
        ScenarioDates.Window window = dates.window(map);
        Set<String> places = needed(map, "places", places(map, "places"));
        Set<String> products = products(map);
        Action.Recovery recovery = word(map, "recovery", Action.Recovery.class, Action.Recovery.LINEAR);
        return checked(
                map,
                () -> new Action.Outage(
                        places,
                        products,
                        window.start(),
                        window.end(),
                        ScenarioDates.share(map, "loss", 1),
                        map.number("recovery_days", 0),
                        recovery));
    }

    /// A closure per lane.
    private List<Action> lanes(YamlMap map) {
        map.only(List.of("lane", "weeks", "dates", "extra_days", "under_way", "under_way_days"));
        ScenarioDates.Window window = dates.window(map);
        Optional<Double> extra = Optional.empty();
        if (map.has("extra_days")) {
            extra = Optional.of(
                    map.text("extra_days").equals("closed")
                            ? Double.POSITIVE_INFINITY
                            : ScenarioDates.number(map, "extra_days", 0, 365));
        }
        Optional<Double> detour = extra;
        Action.UnderWay underWay = word(map, "under_way", Action.UnderWay.class, Action.UnderWay.CONTINUE);
        if (underWay != Action.UnderWay.DELAY && map.has("under_way_days")) {
            throw map.wrong("under_way_days", "problem.yaml.underway");
        }
        double later = underWay == Action.UnderWay.DELAY ? ScenarioDates.number(map, "under_way_days", 0, 365) : 0;
        List<Action> closures = new ArrayList<>();
        for (YamlMap.Word word : map.words("lane")) {
            String lane = words.lane(word.text(), ExitCode.INPUT, word.where());
            closures.add(checked(
                    map, () -> new Action.LaneClosure(lane, window.start(), window.end(), detour, underWay, later)));
        }
        if (closures.isEmpty()) {
            throw Problem.of(
                    ExitCode.INPUT, "problem.yaml.missing", map.has("lane") ? map.where("lane") : map.where(), "lane");
        }
        return closures;
    }

    private Action surge(YamlMap map) {
        map.only(List.of("places", "products", "weeks", "dates", "growth", "ramp_days"));
        ScenarioDates.Window window = dates.window(map);
        Set<String> places = places(map, "places");
        Set<String> products = products(map);
        return checked(
                map,
                () -> new Action.DemandSurge(
                        places,
                        products,
                        window.start(),
                        window.end(),
                        map.number("growth"),
                        map.number("ramp_days", 0)));
    }

    private Action release(YamlMap map) {
        map.only(List.of(
                "place",
                "product",
                "tonnes",
                "tonnes_per_day",
                "start",
                "cover_below_days",
                "spot_above",
                "spot_days",
                "cover_stop_days",
                "lead_days"));
        String place = place(map, "place");
        String product = product(map, "product");
        Trigger trigger = trigger(map, new Trigger.CoverBelow(15));
        return checked(
                map,
                () -> new Action.StockRelease(
                        place,
                        product,
                        ScenarioDates.number(map, "tonnes", 0, MOST_TONNES),
                        ScenarioDates.number(map, "tonnes_per_day", 0, MOST_TONNES),
                        trigger,
                        map.number("cover_stop_days", 30),
                        map.whole("lead_days", 14)));
    }

    /// `start` (a date or a week), `cover_below_days`, or `spot_above` with `spot_days`: one of them at most.
    Trigger trigger(YamlMap map, Trigger otherwise) {
        List<String> given = List.of("start", "cover_below_days", "spot_above").stream()
                .filter(map::has)
                .toList();
        if (given.size() > 1) {
            throw map.wrong(given.get(1), "problem.yaml.both", given.get(1), given.get(0));
        }
        if (map.has("spot_days") && !map.has("spot_above")) {
            throw map.wrong("spot_days", "problem.yaml.missing", "spot_above");
        }
        OptionalInt day = dates.findDay(map, "start");
        if (day.isPresent()) {
            return new Trigger.Day(day.getAsInt());
        }
        if (map.has("cover_below_days")) {
            return new Trigger.CoverBelow(ScenarioDates.number(map, "cover_below_days", 0, 3650));
        }
        return map.has("spot_above")
                ? new Trigger.SpotAbove(
                        ScenarioDates.number(map, "spot_above", 0, 1000),
                        ScenarioDates.whole(map, "spot_days", 1, 3650, 30))
                : otherwise;
    }

    static <A> A checked(YamlMap map, Supplier<A> action) {
        try {
            return action.get();
        } catch (IllegalArgumentException e) {
            String[] lines = String.valueOf(e.getMessage()).split("\\n", 2);
            Problem problem = lines.length > 1 && lines[1].startsWith("Maybe ")
                    ? Problem.of(
                            ExitCode.INPUT,
                            "problem.yaml.network",
                            map.where(),
                            Problem.phrase(lines[0]),
                            Problem.phrase(lines[1].substring("Maybe ".length())))
                    : Problem.of(ExitCode.INPUT, "problem.yaml.value", map.where(), Problem.phrase(lines[0]));
            problem.initCause(e);
            throw problem;
        }
    }

    static <E extends Enum<E>> E word(YamlMap map, String key, Class<E> type, E otherwise) {
        if (!map.has(key)) {
            return otherwise;
        }
        Set<String> known = new LinkedHashSet<>();
        for (E each : type.getEnumConstants()) {
            known.add(each.name().toLowerCase(Locale.ROOT));
        }
        String word = map.choice(key, known, "kind.rule");
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    Targets targets(YamlMap map) {
        return new Targets(needed(map, "from", places(map, "from")), places(map, "to"), products(map));
    }

    static Set<String> needed(YamlMap map, String key, Set<String> words) {
        if (words.isEmpty()) {
            throw Problem.of(ExitCode.INPUT, "problem.yaml.missing", map.has(key) ? map.where(key) : map.where(), key);
        }
        return words;
    }

    String place(YamlMap map, String key) {
        return words.place(map.text(key), ExitCode.INPUT, map.where(key));
    }

    String product(YamlMap map, String key) {
        return words.product(map.text(key), ExitCode.INPUT, map.where(key));
    }

    Set<String> places(YamlMap map, String key) {
        Set<String> places = new LinkedHashSet<>();
        map.filled(key).forEach(word -> places.add(words.place(word.text(), ExitCode.INPUT, word.where())));
        return places;
    }

    Set<String> products(YamlMap map) {
        Set<String> products = new LinkedHashSet<>();
        map.filled("products").forEach(word -> products.add(words.product(word.text(), ExitCode.INPUT, word.where())));
        return products;
    }
}
