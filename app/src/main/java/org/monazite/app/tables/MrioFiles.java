package org.monazite.app.tables;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.shock.ario.MrioTable;

/// Reads a multi-regional input-output table from three files, money per year.
///
/// - `Z`: a row for each supplying industry, a column for each buying one, the same names in the same
///   order.
/// - `Y`: the same rows, a column for each consumer.
/// - `x`: name and output; without it, output is what `Z` and `Y` take.
///
/// Names are `region|sector` in one column and one header line (comma or tab), or region and sector in
/// two columns and two
/// header lines (tab), as pymrio writes them; a third line that only names the two columns is skipped.
public final class MrioFiles {

    private static final double BALANCE = 1e-6;
    private static final int MOST_INDUSTRIES = 14_000;

    /// What a table must obey beyond being numbers.
    public enum Rules {
        /// Nothing negative; every row balances to 1e-6; no industry buys without making something.
        STRICT,
        /// As strict, but final demand may be negative: stocks that were run down.
        NEGATIVE_FINAL_DEMAND,
        /// What the peer's tables obey: flows are not negative.
        AS_PUBLISHED
    }

    private final Rules rules;
    private List<String> industries = List.of();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final BitSet seen = new BitSet(); // rows of the file that is being read

    private MrioFiles(Rules rules) {
        this.rules = rules;
    }

    /// Reads a table.
    ///
    /// @throws Problem with file, line and column
    public static MrioTable read(Input flows, Input finalDemand, Optional<Input> output, Rules rules)
            throws IOException {
        return new MrioFiles(rules).table(flows, finalDemand, output);
    }

    private MrioTable table(Input flows, Input finalDemand, Optional<Input> output) throws IOException {
        List<String> consumers = columns(finalDemand);
        industries = columns(flows);
        if (industries.size() > MOST_INDUSTRIES) {
            throw Problem.of(ExitCode.INPUT, "problem.mrio.many", flows.label(), industries.size(), MOST_INDUSTRIES);
        }
        MrioTable.Builder builder = builder(flows, consumers);
        double[] taken = new double[industries.size()];
        double[] bought = new double[industries.size()];
        Labelled.read(flows, row -> {
            int from = at(row);
            row.sized(industries.size());
            for (int to = 0; to < industries.size(); to++) {
                double amount = row.amount(to, industries.get(to));
                builder.flow(from, to, amount);
                taken[from] += amount;
                bought[to] += amount;
            }
        });
        complete(flows);
        Labelled.read(finalDemand, row -> {
            int from = at(row);
            row.sized(consumers.size());
            for (int column = 0; column < consumers.size(); column++) {
                double amount = rules == Rules.STRICT
                        ? row.amount(column, consumers.get(column))
                        : row.number(column, consumers.get(column));
                builder.finalDemand(from, column, amount);
                taken[from] += amount;
            }
        });
        complete(finalDemand);
        if (output.isPresent()) {
            outputs(output.get(), builder, taken, bought);
        } else {
            derived(builder, flows, taken, bought);
        }
        return builder.build();
    }

    private MrioTable.Builder builder(Input flows, List<String> consumers) {
        try {
            return MrioTable.builder(industries, consumers);
        } catch (IllegalArgumentException e) {
            Problem problem =
                    Problem.of(ExitCode.INPUT, "problem.mrio.names", flows.label(), Problem.phrase(e.getMessage()));
            problem.initCause(e);
            throw problem;
        }
    }

    private int at(Labelled.Line row) {
        if (numbers.isEmpty()) {
            for (String name : industries) {
                numbers.put(name, numbers.size());
            }
        }
        Integer number = numbers.get(row.label());
        if (number == null) {
            throw row.unknown("problem.mrio.unknown");
        }
        if (seen.get(number)) {
            throw row.unknown("problem.mrio.twice");
        }
        seen.set(number);
        return number;
    }

    private void complete(Input input) {
        int missing = seen.nextClearBit(0);
        if (missing < industries.size()) {
            throw Problem.of(ExitCode.INPUT, "problem.mrio.missing", input.label(), industries.get(missing));
        }
        seen.clear();
    }

    private void outputs(Input input, MrioTable.Builder builder, double[] taken, double[] bought) throws IOException {
        Labelled.read(input, row -> {
            int industry = at(row);
            row.sized(1);
            double output = row.amount(0, "output");
            boolean off = Math.abs(output - taken[industry]) > BALANCE * Math.max(output, Math.abs(taken[industry]));
            if (off && rules != Rules.AS_PUBLISHED) {
                throw row.wrong("problem.mrio.unbalanced", 0, "output", taken[industry], row.label());
            }
            if (output == 0 && bought[industry] > 0 && rules != Rules.AS_PUBLISHED) {
                throw row.wrong("problem.mrio.idle", 0, "output", bought[industry], row.label());
            }
            builder.output(industry, output);
        });
        complete(input);
    }

    private void derived(MrioTable.Builder builder, Input flows, double[] taken, double[] bought) {
        for (int industry = 0; industry < taken.length; industry++) {
            if (!Double.isFinite(taken[industry])) {
                throw Problem.of(ExitCode.INPUT, "problem.mrio.sum", flows.label(), industries.get(industry));
            }
            if (taken[industry] < 0 || taken[industry] == 0 && bought[industry] > 0) {
                throw Problem.of(
                        ExitCode.INPUT,
                        "problem.mrio.idle",
                        flows.label(),
                        "output",
                        taken[industry],
                        bought[industry],
                        industries.get(industry));
            }
            builder.output(industry, taken[industry]);
        }
    }

    private static List<String> columns(Input input) throws IOException {
        List<String> names = new ArrayList<>(Labelled.columns(input));
        if (new HashSet<>(names).size() < names.size()) {
            HashSet<String> once = new HashSet<>();
            String twice =
                    names.stream().filter(name -> !once.add(name)).findFirst().orElseThrow();
            throw Problem.of(ExitCode.INPUT, "problem.mrio.twice", input.label() + ":1", "column", Row.shown(twice));
        }
        return names;
    }

    /// True if a text starts like one whose fields are separated by tabs.
    static boolean tabs(Input input) throws IOException {
        try (Reader text = input.open()) {
            for (int next = text.read(), n = 0; next >= 0 && next != '\n' && n < 100_000; next = text.read(), n++) {
                if (next == '\t') {
                    return true;
                }
            }
            return false;
        } catch (java.nio.charset.CharacterCodingException e) {
            throw Rows.broken(input, e);
        }
    }
}
