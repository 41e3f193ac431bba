package org.monazite.app.workspace;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.shock.Action;
import org.monazite.shock.Assumptions;
import org.monazite.shock.OpenRule;
import org.monazite.shock.OrderSignal;
import org.monazite.shock.Parameter;
import org.monazite.shock.PriceMarket;
import org.monazite.shock.RationingRule;
import org.monazite.shock.Scenario;
import org.monazite.shock.Targets;
import org.monazite.supply.UseClass;

/// Reads scenarios from YAML. Every key, place, product and lane must be known; app/README.md lists them.
public final class ScenarioFile {

    private static final List<String> KEYS = List.of("name", "about_en", "about_ja", "start", "assumptions", "actions");
    private static final List<String> RULES = List.of("rationing", "orders", "open", "market", "guarantees");
    private static final List<String> KINDS = List.of("ban", "licence", "outage", "lane", "surge", "release");
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private final YamlMap file;
    private final Vocabulary words;
    private final LocalDate start;

    private ScenarioFile(YamlMap file, Vocabulary words) {
        this.file = file;
        this.words = words;
        file.only(KEYS);
        this.start = file.has("start") ? date(file, "start", file.text("start")) : START;
    }

    /// Reads a scenario.
    ///
    /// @throws Problem with file, line and column
    public static Scenario read(Workspace.Document document, Vocabulary words) {
        YamlMap file = YamlMap.parse(document.label(), document.text());
        ScenarioFile reader = new ScenarioFile(file, words);
        return new Scenario(
                file.findText("name").orElse(document.name()), reader.start, reader.assumptions(), reader.actions());
    }

    /// What the file says about itself, in English and Japanese; empty where it says nothing.
    public static List<String> about(Workspace.Document document) {
        YamlMap file = YamlMap.parse(document.label(), document.text());
        return List.of(
                file.findText("about_en").orElse(""), file.findText("about_ja").orElse(""));
    }

    private Assumptions assumptions() {
        if (!file.has("assumptions")) {
            return Assumptions.MINERALS;
        }
        YamlMap map = file.map("assumptions");
        List<String> known = new ArrayList<>(RULES);
        Arrays.stream(Parameter.values()).map(Parameter::key).forEach(known::add);
        map.only(known);
        Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            if (map.has(parameter.key())) {
                values.put(parameter, number(map, parameter.key(), parameter.least(), parameter.most()));
            }
        }
        Assumptions base = Assumptions.MINERALS;
        return base.with(values)
                .with(
                        rule(map, "rationing", RationingRule.class, base.rationing()),
                        rule(map, "orders", OrderSignal.class, base.orders()),
                        rule(map, "open", OpenRule.class, base.open()),
                        rule(map, "market", PriceMarket.class, base.market()),
                        guarantees(map));
    }

    private static <E extends Enum<E>> E rule(YamlMap map, String key, Class<E> type, E otherwise) {
        if (!map.has(key)) {
            return otherwise;
        }
        Map<String, E> known = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(each -> each.name().toLowerCase(Locale.ROOT), each -> each));
        String word = map.choice(key, new TreeSet<>(known.keySet()), "kind.rule");
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static Map<UseClass, Double> guarantees(YamlMap map) {
        Map<UseClass, Double> shares = new EnumMap<>(UseClass.class);
        if (map.has("guarantees")) {
            YamlMap each = map.map("guarantees");
            each.only(Arrays.stream(UseClass.values()).map(UseClass::id).toList());
            for (UseClass useClass : UseClass.values()) {
                if (each.has(useClass.id())) {
                    shares.put(useClass, number(each, useClass.id(), 0, 1));
                }
            }
        }
        return shares;
    }

    private static double number(YamlMap map, String key, double least, double most) {
        double value = map.number(key);
        if (!(value >= least && value <= most)) {
            throw map.wrong(key, "problem.yaml.range", key, map.text(key), plain(least), plain(most));
        }
        return value;
    }

    private static double share(YamlMap map, String key, double otherwise) {
        return map.has(key) ? number(map, key, 0, 1) : otherwise;
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        for (YamlMap entry : file.maps("actions")) {
            entry.only(KINDS);
            if (entry.keys().size() != 1) {
                throw Problem.of(ExitCode.INPUT, "problem.yaml.action", entry.where());
            }
            String kind = entry.keys().getFirst();
            actions.add(action(kind, entry.map(kind)));
        }
        return actions;
    }

    private Action action(String kind, YamlMap map) {
        return switch (kind) {
            case "ban" -> ban(map);
            case "licence" -> licence(map);
            case "outage" -> outage(map);
            case "lane" -> lane(map);
            case "surge" -> surge(map);
            case "release" -> release(map);
            default -> throw new IllegalStateException("The kind '" + kind + "' was checked before.");
        };
    }

    private Action ban(YamlMap map) {
        map.only(List.of("from", "to", "products", "weeks", "dates", "allowed"));
        Window window = window(map);
        Targets targets = targets(map);
        return checked(map, () -> new Action.ExportBan(targets, window.start, window.end, share(map, "allowed", 0)));
    }

    private Action licence(YamlMap map) {
        map.only(List.of(
                "from",
                "to",
                "products",
                "weeks",
                "dates",
                "delay_days",
                "approval",
                "controlled",
                "spill",
                "spill_delay_days",
                "cap_t_per_day"));
        Window window = window(map);
        Targets targets = targets(map);
        List<Action.Approval> approval = approval(map);
        return checked(
                map,
                () -> new Action.LicenceRegime(
                        targets,
                        window.start,
                        window.end,
                        map.number("delay_days", 63),
                        approval,
                        share(map, "controlled", 1),
                        share(map, "spill", 0.5),
                        map.number("spill_delay_days", 20),
                        map.number("cap_t_per_day", Double.POSITIVE_INFINITY)));
    }

    /// One share, or shares that change: `- {from_week: 13, share: 0.6}`.
    private static List<Action.Approval> approval(YamlMap map) {
        if (!map.has("approval")) {
            return List.of(new Action.Approval(0, 0.25), new Action.Approval(84, 0.6));
        }
        List<Action.Approval> approval = new ArrayList<>();
        for (YamlMap each : map.maps("approval")) {
            each.only(List.of("from_week", "share"));
            int week = each.whole("from_week", 1);
            if (week < 1) {
                throw each.wrong("from_week", "problem.yaml.range", "from_week", each.text("from_week"), "1", "520");
            }
            approval.add(new Action.Approval(7 * (week - 1), number(each, "share", 0, 1)));
        }
        return approval;
    }

    private Action outage(YamlMap map) {
        map.only(List.of("places", "products", "weeks", "dates", "loss", "recovery_days"));
        Window window = window(map);
        Set<String> places = needed(map, "places", places(map, "places"));
        Set<String> products = products(map);
        return checked(
                map,
                () -> new Action.Outage(
                        places,
                        products,
                        window.start,
                        window.end,
                        share(map, "loss", 1),
                        map.number("recovery_days", 0)));
    }

    private Action lane(YamlMap map) {
        map.only(List.of("lane", "weeks", "dates", "extra_days"));
        Window window = window(map);
        String lane = words.lane(map.text("lane"), ExitCode.INPUT, map.where("lane"));
        Optional<Double> extra =
                map.has("extra_days") ? Optional.of(number(map, "extra_days", 0, 365)) : Optional.empty();
        return checked(map, () -> new Action.LaneClosure(lane, window.start, window.end, extra));
    }

    private Action surge(YamlMap map) {
        map.only(List.of("places", "products", "weeks", "dates", "growth", "ramp_days"));
        Window window = window(map);
        Set<String> places = places(map, "places");
        Set<String> products = products(map);
        return checked(
                map,
                () -> new Action.DemandSurge(
                        places, products, window.start, window.end, map.number("growth"), map.number("ramp_days", 0)));
    }

    private Action release(YamlMap map) {
        map.only(List.of(
                "place", "product", "tonnes", "tonnes_per_day", "cover_below_days", "cover_stop_days", "lead_days"));
        String place = words.place(map.text("place"), ExitCode.INPUT, map.where("place"));
        String product = words.product(map.text("product"), ExitCode.INPUT, map.where("product"));
        return checked(
                map,
                () -> new Action.StockRelease(
                        place,
                        product,
                        map.number("tonnes"),
                        map.number("tonnes_per_day"),
                        map.number("cover_below_days", 15),
                        map.number("cover_stop_days", 30),
                        map.whole("lead_days", 14)));
    }

    private static Action checked(YamlMap map, Supplier<Action> action) {
        try {
            return action.get();
        } catch (IllegalArgumentException e) {
            Problem problem =
                    Problem.of(ExitCode.INPUT, "problem.yaml.value", map.where(), String.valueOf(e.getMessage()));
            problem.initCause(e);
            throw problem;
        }
    }

    private Targets targets(YamlMap map) {
        return new Targets(needed(map, "from", places(map, "from")), places(map, "to"), products(map));
    }

    private static Set<String> needed(YamlMap map, String key, Set<String> words) {
        if (words.isEmpty()) {
            throw Problem.of(ExitCode.INPUT, "problem.yaml.missing", map.has(key) ? map.where(key) : map.where(), key);
        }
        return words;
    }

    private Set<String> places(YamlMap map, String key) {
        Set<String> places = new LinkedHashSet<>();
        map.words(key).forEach(word -> places.add(words.place(word.text(), ExitCode.INPUT, word.where())));
        return places;
    }

    private Set<String> products(YamlMap map) {
        Set<String> products = new LinkedHashSet<>();
        map.words("products").forEach(word -> products.add(words.product(word.text(), ExitCode.INPUT, word.where())));
        return products;
    }

    /// Days from the start, the end not included.
    private record Window(int start, int end) {}

    /// `weeks: 1-26` with both ends, or `dates: [2025-04-04, 2025-12-31]` with both ends; without either, all the time.
    private Window window(YamlMap map) {
        if (map.has("dates")) {
            List<YamlMap.Word> dates = map.words("dates");
            if (dates.size() != 2) {
                throw map.wrong("dates", "problem.yaml.dates", "dates");
            }
            long first = ChronoUnit.DAYS.between(
                    start, date(map, "dates", dates.get(0).text()));
            long last = ChronoUnit.DAYS.between(
                    start, date(map, "dates", dates.get(1).text()));
            if (first < 0 || last < first || last > 36_500) {
                throw map.wrong("dates", "problem.yaml.window", start);
            }
            return new Window((int) first, (int) last + 1);
        }
        return map.has("weeks")
                ? weeks(map.text("weeks"))
                        .orElseThrow(() -> map.wrong("weeks", "problem.yaml.weeks", map.text("weeks")))
                : new Window(0, Integer.MAX_VALUE);
    }

    private static Optional<Window> weeks(String text) {
        return weekWindow(text).map(days -> new Window(days[0], days[1]));
    }

    /// Days of the weeks `a-b`, counted from 1, both included; or of one week `a`. Empty if the text is neither.
    public static Optional<int[]> weekWindow(String text) {
        String[] parts = text.strip().split("-", -1);
        if (!text.strip().matches("[0-9]{1,3}(-[0-9]{1,3})?")) {
            return Optional.empty();
        }
        int first = Integer.parseInt(parts[0]);
        int last = Integer.parseInt(parts[parts.length - 1]);
        return first < 1 || last < first ? Optional.empty() : Optional.of(new int[] {7 * (first - 1), 7 * last});
    }

    private static LocalDate date(YamlMap map, String key, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            Problem problem = map.wrong(key, "problem.yaml.date", text);
            problem.initCause(e);
            throw problem;
        }
    }
}
