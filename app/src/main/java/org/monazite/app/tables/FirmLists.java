package org.monazite.app.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.shock.esri.SalesNetwork;
import org.monazite.shock.firms.FirmNetwork;

/// A network of firms to be played day by day, from either of the two formats: a folder of text files (`FirmFiles`), or
/// a
/// CSV file of sales (`SalesFiles`) with, if there is one, a CSV file `firm,final_demand`.
public final class FirmLists {

    /// A network and what was assumed.
    ///
    /// @param repeated rows that named a pair of firms again; amounts were added
    /// @param assumed firms whose final demand was set to what they buy and do not sell, because no file says it
    public record Read(FirmNetwork network, int repeated, int assumed) {}

    private FirmLists() {}

    /// Reads a network.
    ///
    /// @param finalDemand file of final demand for a CSV file of sales
    /// @param days what amounts are divided by: 1 if they are per day, 365 per year
    /// @throws Problem with file, line and column
    public static Read read(Path path, Optional<Path> finalDemand, double days) throws IOException {
        if (!Files.isDirectory(path)) {
            return sales(SalesFiles.read(Input.of(path)), finalDemand, days);
        }
        if (days != 1 || finalDemand.isPresent()) {
            throw Problem.of(ExitCode.USAGE, "problem.firms.folder", path);
        }
        Path outputs = path.resolve("pini.txt");
        FirmFiles.Read read = FirmFiles.read(
                Input.of(path.resolve("affiliation.txt")),
                Input.of(path.resolve("cVector.txt")),
                Input.of(path.resolve("aTable.txt")),
                Files.exists(outputs) ? Optional.of(Input.of(outputs)) : Optional.empty(),
                Repeats.ADD);
        FirmNetwork network = read.network();
        for (int firm = 0; firm < network.firms(); firm++) {
            if (network.output(firm) == 0 && network.buys(firm)) {
                throw Problem.of(ExitCode.INPUT, "problem.firm.idle", path, network.name(firm));
            }
        }
        return new Read(network, read.repeated(), 0);
    }

    private static Read sales(SalesFiles.Read read, Optional<Path> finalDemand, double days) throws IOException {
        SalesNetwork sales = read.network();
        double[] demand = new double[sales.firms()];
        int assumed = 0;
        if (finalDemand.isPresent()) {
            demands(Input.of(finalDemand.get()), sales, demand);
        } else {
            for (int link = 0; link < sales.links(); link++) {
                demand[sales.client(link)] += sales.amount(link);
            }
            for (int firm = 0; firm < demand.length; firm++) {
                demand[firm] = Math.max(0, demand[firm] - sales.sales(firm));
                assumed += demand[firm] > 0 ? 1 : 0;
            }
        }
        FirmNetwork.Builder builder = FirmNetwork.builder();
        for (int firm = 0; firm < demand.length; firm++) {
            builder.firm(sales.name(firm), sales.sector(firm), demand[firm] / days);
        }
        double[] bought = new double[demand.length];
        for (int link = 0; link < sales.links(); link++) {
            if (sales.amount(link) > 0) {
                builder.link(sales.supplier(link), sales.client(link), sales.amount(link) / days);
                bought[sales.client(link)] += sales.amount(link);
            }
        }
        for (int firm = 0; firm < demand.length; firm++) {
            if (bought[firm] > 0 && demand[firm] + sales.sales(firm) == 0) {
                throw Problem.of(
                        ExitCode.INPUT,
                        "problem.firm.idle",
                        finalDemand.map(Path::toString).orElse(""),
                        sales.name(firm));
            }
        }
        return new Read(builder.build(), read.repeated(), assumed);
    }

    private static void demands(Input input, SalesNetwork sales, double[] demand) throws IOException {
        boolean[] seen = new boolean[demand.length];
        Recorded.csv(input, List.of("firm", "final_demand"), row -> {
            int firm = sales.find(row.text("firm")).orElseThrow(() -> row.wrong("problem.firm.unknown", "firm"));
            if (seen[firm]) {
                throw row.wrong("problem.row.twice", "firm");
            }
            seen[firm] = true;
            demand[firm] = row.amount("final_demand");
        });
    }
}
