package org.monazite.plan.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.monazite.plan.cases.TwoStage.Kind;
import org.monazite.plan.cases.TwoStage.Place;
import org.monazite.plan.cases.TwoStage.Scenario;

/// The `.sto` of an SMPS program: INDEP, BLOCKS and SCENARIOS, all DISCRETE.
final class Stoch {

    static final int MOST_SCENARIOS = 200_000;
    private static final String PART = ".sto";

    private final MpsCore core;
    private final int firstColumns;
    private final int firstRows;
    private final Map<Place, Integer> places = new LinkedHashMap<>();
    private final List<Double> base = new ArrayList<>();
    private final Map<String, List<Outcome>> draws = new LinkedHashMap<>(); // elements and blocks, by name
    private final Map<String, Outcome> named = new LinkedHashMap<>(); // scenarios
    private String how = "REPLACE"; // what a value does to that of the core, in the section at hand

    Stoch(MpsCore core, int firstColumns, int firstRows) {
        this.core = core;
        this.firstColumns = firstColumns;
        this.firstRows = firstRows;
    }

    /// @param values by index of the place; what is not named keeps its value
    private record Outcome(double probability, Map<Integer, Double> values) {}

    void read(String text) {
        String section = "";
        Outcome block = null;
        for (SmpsLine line : SmpsLine.of(PART, text)) {
            if (line.head()) {
                section = head(line, section);
            } else if (section.equals("INDEP")) {
                element(line);
            } else if (section.equals("BLOCKS") && line.word(0).equals("BL")) {
                block = block(line);
            } else if (section.equals("SCENARIOS") && line.word(0).equals("SC")) {
                block = scenario(line);
            } else if (block != null) {
                entries(line, block);
            } else {
                throw line.problem("'%s' stands in no section we read".formatted(String.join(" ", line.words())));
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
        String section = line.word(0);
        if (section.equals("STOCH") || section.equals("ENDATA")) {
            return before;
        }
        if (!List.of("INDEP", "BLOCKS", "SCENARIOS").contains(section)) {
            throw line.problem("the section '%s' is not one we read".formatted(section));
        }
        boolean discrete =
                line.size() == 1 ? section.equals("SCENARIOS") : line.word(1).equals("DISCRETE");
        how = line.size() == 3 ? line.word(2) : "REPLACE";
        if (!discrete
                || line.size() > 3
                || !List.of("REPLACE", "ADD", "MULTIPLY").contains(how)) {
            throw line.problem(
                    "'%s' is not a distribution we read: DISCRETE only".formatted(String.join(" ", line.words())));
        }
        return section;
    }

    /// `column row value [period] probability`
    private void element(SmpsLine line) {
        line.needs(4, 5);
        int place = place(line, 0, 1);
        double probability = probability(line, line.size() - 1);
        draws.computeIfAbsent(line.word(0) + " " + line.word(1), name -> new ArrayList<>())
                .add(new Outcome(probability, Map.of(place, value(place, line.number(2)))));
    }

    /// Printed ones need not add to 1, but none is below 0.
    private static double probability(SmpsLine line, int at) {
        double probability = line.number(at);
        if (probability < 0) {
            throw line.problem("the probability '%s' is below 0".formatted(line.word(at)));
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
        return outcome;
    }

    /// `SC name parent probability period`; it says what differs from its parent.
    private Outcome scenario(SmpsLine line) {
        line.needs(5, 5);
        String parent = line.word(2).replace("'", "").replace("\"", "");
        Map<Integer, Double> values = new LinkedHashMap<>();
        if (!parent.equals("ROOT")) {
            Outcome known = named.get(parent);
            if (known == null) {
                throw line.problem("there is no scenario '%s' above".formatted(parent));
            }
            values.putAll(known.values);
        }
        Outcome outcome = new Outcome(probability(line, 3), values);
        if (named.putIfAbsent(line.word(1), outcome) != null) {
            throw line.problem("there already is a scenario '%s'".formatted(line.word(1)));
        }
        return outcome;
    }

    /// `column row value [row value]`
    private void entries(SmpsLine line, Outcome outcome) {
        line.needs(3, 5);
        line.needsPairs(1);
        for (int at = 1; at + 1 < line.size(); at += 2) {
            int place = place(line, 0, at);
            outcome.values.put(place, value(place, line.number(at + 1)));
        }
    }

    private double value(int place, double read) {
        return switch (how) {
            case "ADD" -> base.get(place) + read;
            case "MULTIPLY" -> base.get(place) * read;
            default -> read;
        };
    }

    private int place(SmpsLine line, int columnAt, int rowAt) {
        Place place = named(line, line.word(columnAt), line.word(rowAt));
        Integer index = places.get(place);
        if (index != null) {
            return index;
        }
        places.put(place, base.size());
        base.add(
                switch (place.kind()) {
                    case COST -> core.costs.get(place.column());
                    case RHS -> core.sides.getOrDefault(place.row(), 0.0);
                    case COEFFICIENT -> core.terms.get(place.row()).getOrDefault(place.column(), 0.0);
                });
        return base.size() - 1;
    }

    /// A word that is no column stands for the right-hand side; the objective is the row of the costs.
    private Place named(SmpsLine line, String columnName, String rowName) {
        int column = core.columns.getOrDefault(columnName, -1);
        int row = core.rows.getOrDefault(rowName, -1);
        if (rowName.equals(core.objective)) {
            if (column < 0) {
                throw line.problem("a random constant of the objective is not something we read");
            }
            if (column < firstColumns) {
                throw firstPeriod(line, columnName, rowName);
            }
            return new Place(Kind.COST, column, -1);
        }
        if (row < 0) {
            throw line.problem("there is no row '%s'".formatted(rowName));
        }
        if (row < firstRows) {
            throw firstPeriod(line, columnName, rowName);
        }
        return column < 0 ? new Place(Kind.RHS, -1, row) : new Place(Kind.COEFFICIENT, column, row);
    }

    private static CaseFormatException firstPeriod(SmpsLine line, String column, String row) {
        return line.problem("'%s %s' belongs to the first period, which is not random".formatted(column, row));
    }

    List<Place> places() {
        return List.copyOf(places.keySet());
    }

    /// Scenarios as given, or the product of all independent draws, the last one changing fastest.
    List<Scenario> scenarios() {
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
        Double[] values = base.toArray(Double[]::new);
        for (Outcome outcome : drawn) {
            outcome.values.forEach((place, value) -> values[place] = value);
        }
        return new Scenario(name, probability, Arrays.asList(values));
    }
}
