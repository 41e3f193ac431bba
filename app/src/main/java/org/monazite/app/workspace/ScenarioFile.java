package org.monazite.app.workspace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.monazite.app.text.Problem;
import org.monazite.shock.Action;
import org.monazite.shock.Assumptions;
import org.monazite.shock.OpenRule;
import org.monazite.shock.OrderSignal;
import org.monazite.shock.Parameter;
import org.monazite.shock.PriceMarket;
import org.monazite.shock.RationingRule;
import org.monazite.shock.Scenario;
import org.monazite.shock.Simulation;
import org.monazite.supply.SupplyNetwork;
import org.monazite.supply.UseClass;

/// Reads scenarios from YAML. Every key, place, product and lane must be known; app/README.md lists them.
public final class ScenarioFile {

    private static final List<String> KEYS = List.of("name", "about_en", "about_ja", "start", "assumptions", "actions");
    private static final List<String> RULES = List.of("rationing", "orders", "open", "market", "guarantees");
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private final YamlMap file;
    private final Vocabulary words;
    private final LocalDate start;

    private ScenarioFile(YamlMap file, Vocabulary words) {
        this.file = file;
        this.words = words;
        file.only(KEYS);
        this.start = file.has("start") ? ScenarioDates.date(file, "start", file.text("start")) : START;
    }

    /// Reads a scenario.
    ///
    /// @throws Problem with file, line and column
    public static Scenario read(Workspace.Document document, Vocabulary words) {
        return read(document, words, (_, _) -> {});
    }

    /// Reads a scenario that is to be played on a network.
    ///
    /// @throws Problem with file, line and column, also where the network lacks what an action needs
    public static Scenario read(Workspace.Document document, Vocabulary words, SupplyNetwork network) {
        return read(document, words, (action, all) -> Simulation.require(network, action, all));
    }

    private static Scenario read(
            Workspace.Document document, Vocabulary words, BiConsumer<Action, List<Action>> check) {
        YamlMap file = YamlMap.parse(document.label(), document.text());
        ScenarioFile reader = new ScenarioFile(file, words);
        ScenarioActions read = new ScenarioActions(file, words, new ScenarioDates(reader.start));
        List<Action> actions = read.read(check);
        String name = file.findText("name").orElse(document.name());
        return new Scenario(name, reader.start, reader.assumptions(), actions, read.guesses());
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
                values.put(parameter, ScenarioDates.number(map, parameter.key(), parameter.least(), parameter.most()));
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
                    shares.put(useClass, ScenarioDates.number(each, useClass.id(), 0, 1));
                }
            }
        }
        return shares;
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
}
