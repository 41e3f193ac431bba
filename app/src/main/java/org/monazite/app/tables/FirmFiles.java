package org.monazite.app.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.shock.firms.FirmDamage;
import org.monazite.shock.firms.FirmNetwork;

/// Reads a network of firms from the text files of ProductionNetworkSimulator: fields between blanks, no
/// header.
///
/// | file | fields |
/// |---|---|
/// | firms and sectors | firm, sector, anything |
/// | final demand | firm, amount per day; a firm that is not named has none |
/// | links | supplier, client, amount per day |
/// | output, optional | firm, output per day: must be what clients and final demand take, to 1e-6 |
/// | damage, optional | firm, share lost, first day (0 if not given) |
public final class FirmFiles {

    private static final double BALANCE = 1e-6;
    private static final int MOST_FIRMS = 5_000_000;
    private static final int MOST_LINKS = 50_000_000;

    /// A network and how many rows named a pair of firms again.
    public record Read(FirmNetwork network, int repeated) {

        /// Rows of the file of links.
        public int rows() {
            return network.links() + repeated;
        }
    }

    private record Pair(int supplier, int client) {}

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<String> sectors = new ArrayList<>();

    private FirmFiles() {}

    /// Reads a network.
    ///
    /// @param outputs file of outputs, if there is one
    /// @throws Problem with file, line and column
    public static Read read(Input firms, Input finalDemand, Input links, Optional<Input> outputs, Repeats repeats)
            throws IOException {
        FirmFiles files = new FirmFiles();
        files.firms(firms);
        double[] demands = files.amounts(finalDemand, "final demand");
        FirmNetwork.Builder builder = FirmNetwork.builder();
        files.numbers.forEach((name, number) -> builder.firm(name, files.sectors.get(number), demands[number]));
        int repeated = files.links(links, builder, repeats);
        FirmNetwork network = builder.build();
        if (outputs.isPresent()) {
            files.balance(outputs.get(), network);
        }
        return new Read(network, repeated);
    }

    /// Reads damages for a network.
    ///
    /// @throws Problem with file, line and column
    public static List<FirmDamage> damages(Input input, FirmNetwork network) throws IOException {
        Map<Integer, FirmDamage> damages = new LinkedHashMap<>();
        Rows.blanks(input, row -> {
            row.sized(2, 3);
            int firm = network.find(row.text(0)).orElseThrow(() -> row.wrong("problem.firm.unknown", 0, "firm"));
            double share = row.number(1, "share");
            if (!(share >= 0 && share <= 1)) {
                throw row.wrong("problem.cell.share", 1, "share");
            }
            FirmDamage damage = new FirmDamage(firm, share, row.size() > 2 ? row.count(2, "first day") : 0);
            if (damages.putIfAbsent(firm, damage) != null) {
                throw row.wrong("problem.row.twice", 0, "firm");
            }
        });
        return List.copyOf(damages.values());
    }

    private void firms(Input input) throws IOException {
        Rows.blanks(input, row -> {
            row.sized(2, 3);
            if (numbers.size() == MOST_FIRMS) {
                throw row.wrong("problem.rows.many", 0, "firm", MOST_FIRMS);
            }
            if (numbers.putIfAbsent(row.name(0, "firm"), numbers.size()) != null) {
                throw row.wrong("problem.row.twice", 0, "firm");
            }
            sectors.add(row.name(1, "sector"));
        });
        if (numbers.isEmpty()) {
            throw Problem.of(ExitCode.INPUT, "problem.table.empty", input.label());
        }
    }

    private int number(Row row, int field, String name) {
        Integer number = numbers.get(row.text(field));
        if (number == null) {
            throw row.wrong("problem.firm.unknown", field, name);
        }
        return number;
    }

    private double[] amounts(Input input, String name) throws IOException {
        double[] amounts = new double[numbers.size()];
        boolean[] seen = new boolean[numbers.size()];
        Rows.blanks(input, row -> {
            row.sized(2, 2);
            int firm = number(row, 0, "firm");
            if (seen[firm]) {
                throw row.wrong("problem.row.twice", 0, "firm");
            }
            seen[firm] = true;
            amounts[firm] = row.amount(1, name);
        });
        return amounts;
    }

    private int links(Input input, FirmNetwork.Builder builder, Repeats repeats) throws IOException {
        Map<Pair, double[]> amounts = new LinkedHashMap<>();
        int[] repeated = new int[1];
        Rows.blanks(input, row -> {
            row.sized(3, 3);
            Pair pair = new Pair(number(row, 0, "supplier"), number(row, 1, "client"));
            double amount = row.amount(2, "amount");
            if (amount == 0) {
                throw row.wrong("problem.cell.zero", 2, "amount");
            }
            double[] known = amounts.get(pair);
            if (known == null) {
                if (amounts.size() == MOST_LINKS) {
                    throw row.wrong("problem.rows.many", 0, "supplier", MOST_LINKS);
                }
                amounts.put(pair, new double[] {amount});
            } else {
                repeated[0]++;
                known[0] += repeats == Repeats.ADD ? amount : 0;
            }
        });
        amounts.forEach((pair, amount) -> builder.link(pair.supplier, pair.client, amount[0]));
        return repeated[0];
    }

    private void balance(Input input, FirmNetwork network) throws IOException {
        Map<Integer, Boolean> seen = new HashMap<>();
        Rows.blanks(input, row -> {
            row.sized(2, 2);
            int firm = number(row, 0, "firm");
            if (seen.put(firm, true) != null) {
                throw row.wrong("problem.row.twice", 0, "firm");
            }
            double output = row.amount(1, "output");
            if (Math.abs(output - network.output(firm)) > BALANCE * Math.max(output, network.output(firm))) {
                throw row.wrong("problem.firm.unbalanced", 1, "output", network.name(firm), network.output(firm));
            }
        });
    }
}
