package org.monazite.app.tables;

import java.io.IOException;
import java.util.List;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.shock.esri.LinkType;
import org.monazite.shock.esri.SalesNetwork;

/// Reads sales between firms from the CSV format of Economic-Systemic-Risk:
/// `supplier,customer,supplierNACE,customerNACE,weight,type`, columns in any order, others are not read. Type 0 no
/// effect,
/// 1 non-essential, 2 essential. Rows for the same pair are added; a pair with two types, or a firm with two sectors,
/// is
/// refused.
public final class SalesFiles {

    private static final List<String> COLUMNS =
            List.of("supplier", "customer", "supplierNACE", "customerNACE", "weight", "type");

    /// A network and how many rows named a pair again.
    public record Read(SalesNetwork network, int rows, int repeated) {}

    private SalesFiles() {}

    /// Reads a network.
    ///
    /// @throws Problem with file, line and column
    public static Read read(Input input) throws IOException {
        SalesNetwork.Builder builder = SalesNetwork.builder();
        LinkType[] types = LinkType.values();
        int[] repeated = new int[1];
        int rows = Recorded.csv(input, COLUMNS, row -> {
            int supplier = firm(builder, row, "supplier", "supplierNACE");
            int client = firm(builder, row, "customer", "customerNACE");
            double weight = row.amount("weight");
            int type = row.whole("type");
            if (type >= types.length) {
                throw row.wrong("problem.cell.type", "type");
            }
            try {
                repeated[0] += builder.sale(supplier, client, weight, types[type]) ? 1 : 0;
            } catch (IllegalArgumentException e) {
                throw cause(row.wrong("problem.link.types", "type", row.text("supplier"), row.text("customer")), e);
            }
        });
        if (rows == 0) {
            throw Problem.of(ExitCode.INPUT, "problem.table.empty", input.label());
        }
        SalesNetwork network = builder.build();
        double sales = 0;
        for (int firm = 0; firm < network.firms(); firm++) {
            sales += network.sales(firm);
        }
        if (!(sales > 0 && sales < Double.POSITIVE_INFINITY)) {
            throw Problem.of(ExitCode.INPUT, "problem.sales.none", input.label(), sales);
        }
        return new Read(network, rows, repeated[0]);
    }

    private static int firm(SalesNetwork.Builder builder, Recorded row, String name, String sector) {
        try {
            return builder.firm(row.name(name), row.name(sector));
        } catch (IllegalArgumentException e) {
            throw cause(row.wrong("problem.firm.sector", sector, row.text(name)), e);
        }
    }

    private static Problem cause(Problem problem, Exception e) {
        problem.initCause(e);
        return problem;
    }
}
