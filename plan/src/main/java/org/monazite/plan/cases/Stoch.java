package org.monazite.plan.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.monazite.plan.cases.TwoStage.Scenario;

/// The `.sto` of an SMPS program: INDEP, BLOCKS and SCENARIOS, all DISCRETE.
final class Stoch {

    static final int MOST_SCENARIOS = 200_000;
    private static final String PART = ".sto";
    private static final double ROUNDING = 1e-6;

    private final Places places;
    private final Map<String, List<Outcome>> draws = new LinkedHashMap<>(); // elements and blocks, by name
    private final Map<String, Outcome> named = new LinkedHashMap<>(); // scenarios
    private String how = "REPLACE"; // what a value does to that of the core, in the section at hand

    private final Map<Integer, String> owners = new HashMap<>(); // asked, never walked through
    private final Set<Integer> here = new HashSet<>(); // places that the outcome being read names itself
    private String inBlock = "";

    private Stoch(Places places) {
        this.places = places;
    }

    /// @param values by index of the place; what is not named keeps its value
    private record Outcome(double probability, Map<Integer, Double> values) {}

    /// The scenarios of a text, in the order in which they come; what is random in them is added to the places.
    static List<Scenario> read(Places places, String text, SmpsLine.Form form) {
        Stoch stoch = new Stoch(places);
        stoch.read(text, form);
        return stoch.scenarios();
    }

    private void read(String text, SmpsLine.Form form) {
        String section = "";
        Outcome block = null;
        for (SmpsLine line : SmpsLine.of(PART, text, form)) {
            if (line.head()) {
                String before = section;
                section = head(line, before);
                block = section.equals(before) ? block : null;
            } else if (section.equals("INDEP")) {
                element(line);
            } else if (section.equals("BLOCKS") && line.key(0).equals("BL")) {
                block = block(line);
            } else if (section.equals("SCENARIOS") && line.key(0).equals("SC")) {
                block = scenario(line);
            } else if (block != null) {
                entries(line, block);
            } else {
                throw line.problem("'%s' stands in no section we read".formatted(line.all()));
            }
        }
        if (section.isEmpty()) {
            throw new CaseFormatException(PART, 0, "nothing is random");
        }
        if (!draws.isEmpty() && !named.isEmpty()) {
            throw new CaseFormatException(PART, 0, "scenarios and independent elements are mixed");
        }
    }

    private String head(SmpsLine line, String before) {
        String section = line.section();
        if (section.equals("STOCH") || section.equals("ENDATA")) {
            return before;
        }
        if (!List.of("INDEP", "BLOCKS", "SCENARIOS").contains(section)) {
            throw line.problem("the section '%s' is not one we read".formatted(line.word(0)));
        }
        boolean discrete = section.equals("SCENARIOS");
        boolean known = line.size() <= 3;
        how = "REPLACE";
        for (int at = 1; at < line.size(); at++) {
            boolean mode = List.of("REPLACE", "ADD", "MULTIPLY").contains(line.key(at));
            discrete |= line.key(at).equals("DISCRETE");
            known &= mode || line.key(at).equals("DISCRETE");
            how = mode ? line.key(at) : how;
        }
        if (!discrete || !known) {
            throw line.problem("'%s' is not a distribution we read: DISCRETE only".formatted(line.all()));
        }
        return section;
    }

    /// `column row value [period] probability`; the name of the right-hand side may be left out; or a bound,
    /// `UP set column value [period] probability`.
    private void element(SmpsLine line) {
        int bound = places.columnOfBound(line);
        int value = bound >= 0 ? bound + 1 : places.isRowAlone(line) ? 1 : 2;
        line.needs(value + 2, value + 3);
        double probability = probability(line, line.size() - 1);
        Map<Integer, Double> values = new LinkedHashMap<>();
        for (int place : entry(line, bound, value)) {
            values.put(place, value(place, line, value));
        }
        String name = places.name(values.keySet().iterator().next());
        values.keySet().forEach(place -> owned(line, 0, place, name));
        draws.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Outcome(probability, values));
    }

    private List<Integer> entry(SmpsLine line, int bound, int value) {
        if (bound >= 0) {
            return places.bounds(line, bound);
        }
        return List.of(value == 1 ? places.side(line, 0) : places.at(line, 0, 1));
    }

    /// Printed ones need not add to 1, but none is below 0.
    private static double probability(SmpsLine line, int at) {
        double probability = line.number(at);
        if (probability < 0) {
            throw line.problem(at, "the probability '%s' is below 0".formatted(line.word(at)));
        }
        if (probability > 1 + ROUNDING) {
            throw line.problem(at, "the probability '%s' is above 1".formatted(line.word(at)));
        }
        return probability;
    }

    /// `BL name period probability`; the first outcome of a block is complete, later ones say what
    /// differs from it.
    private Outcome block(SmpsLine line) {
        line.needs(4, 4);
        List<Outcome> outcomes = draws.computeIfAbsent(line.word(1), name -> new ArrayList<>());
        Map<Integer, Double> values =
                outcomes.isEmpty() ? new LinkedHashMap<>() : new LinkedHashMap<>(outcomes.getFirst().values);
        Outcome outcome = new Outcome(probability(line, 3), values);
        outcomes.add(outcome);
        inBlock = line.word(1);
        here.clear();
        return outcome;
    }

    /// `SC name parent probability period`; it says what differs from its parent.
    private Outcome scenario(SmpsLine line) {
        line.needs(5, 5);
        String parent = line.word(2).replace("'", "").replace("\"", "");
        Map<Integer, Double> values = new LinkedHashMap<>();
        if (!parent.equalsIgnoreCase("ROOT") || named.containsKey(parent)) {
            Outcome known = named.get(parent);
            if (known == null) {
                throw line.problem(2, "there is no scenario '%s' above".formatted(parent));
            }
            values.putAll(known.values);
        }
        Outcome outcome = new Outcome(probability(line, 3), values);
        inBlock = "";
        here.clear();
        if (named.putIfAbsent(line.word(1), outcome) != null) {
            throw line.problem(1, "there already is a scenario '%s'".formatted(line.word(1)));
        }
        return outcome;
    }

    /// Independent draws have nothing in common: the last of two would silently win.
    private void owned(SmpsLine line, int at, int place, String draw) {
        String other = owners.putIfAbsent(place, draw);
        if (other != null && !other.equals(draw)) {
            throw line.problem(at, "what '%s' draws here, '%s' has drawn already".formatted(draw, other));
        }
    }

    /// `column row value [row value]`; the name of the right-hand side may be left out; or a bound.
    private void entries(SmpsLine line, Outcome outcome) {
        int bound = places.columnOfBound(line);
        if (bound >= 0) {
            line.needs(bound + 2, bound + 2);
            places.bounds(line, bound).forEach(place -> set(line, bound, place, bound + 1, outcome));
            return;
        }
        boolean alone = places.isRowAlone(line);
        int first = alone ? 0 : 1;
        line.needs(first + 2, first + 4);
        line.needsPairs(first);
        for (int at = first; at + 1 < line.size(); at += 2) {
            set(line, at, alone ? places.side(line, at) : places.at(line, 0, at), at + 1, outcome);
        }
    }

    private void set(SmpsLine line, int at, int place, int valueAt, Outcome outcome) {
        if (!here.add(place)) {
            String what = at == 0 ? line.word(0) : line.word(0) + " " + line.word(at);
            throw line.problem(at, "'%s' has a value here already".formatted(what));
        }
        if (!inBlock.isEmpty()) {
            owned(line, at, place, inBlock);
        }
        outcome.values.put(place, value(place, line, valueAt));
    }

    private double value(int place, SmpsLine line, int at) {
        double read = line.number(at);
        double base = places.base(place);
        if (!how.equals("REPLACE") && !Double.isFinite(base)) {
            throw line.problem(at, "the core has no bound here that '%s' could change".formatted(how));
        }
        return places.sign(place)
                * switch (how) {
                    case "ADD" -> base + read;
                    case "MULTIPLY" -> base * read;
                    default -> read;
                };
    }

    /// Scenarios as given, or the product of all independent draws, the last one changing fastest.
    private List<Scenario> scenarios() {
        List<Scenario> scenarios = listed();
        if (scenarios.stream().noneMatch(scenario -> scenario.probability() > 0)) {
            throw new CaseFormatException(PART, 0, "all probabilities are 0");
        }
        return scenarios;
    }

    private List<Scenario> listed() {
        List<Scenario> scenarios = new ArrayList<>();
        named.forEach((name, outcome) -> scenarios.add(scenario(name, outcome.probability, List.of(outcome))));
        if (!named.isEmpty()) {
            return scenarios;
        }
        List<List<Outcome>> each = List.copyOf(draws.values());
        long product = 1;
        for (List<Outcome> outcomes : each) {
            product = Math.multiplyExact(product, outcomes.size());
            if (product > MOST_SCENARIOS) {
                throw new CaseFormatException(
                        PART,
                        0,
                        "there are more than %,d scenarios, which is the most we take".formatted(MOST_SCENARIOS));
            }
        }
        int[] digit = new int[each.size()];
        for (int number = 0; number < product; number++) {
            List<Outcome> drawn = new ArrayList<>();
            double probability = 1;
            for (int element = 0; element < digit.length; element++) {
                Outcome outcome = each.get(element).get(digit[element]);
                drawn.add(outcome);
                probability *= outcome.probability;
            }
            scenarios.add(scenario("s" + (number + 1), probability, drawn));
            for (int element = digit.length - 1; element >= 0; element--) {
                digit[element] = (digit[element] + 1) % each.get(element).size();
                if (digit[element] > 0) {
                    break;
                }
            }
        }
        return scenarios;
    }

    private Scenario scenario(String name, double probability, List<Outcome> drawn) {
        Double[] values = places.values();
        for (Outcome outcome : drawn) {
            outcome.values.forEach((place, value) -> values[place] = value);
        }
        return new Scenario(name, probability, Arrays.asList(values));
    }
}
