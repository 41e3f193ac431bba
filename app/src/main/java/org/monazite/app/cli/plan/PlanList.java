package org.monazite.app.cli.plan;

import java.io.IOException;
import org.monazite.app.Workbench;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.workspace.Workspace;
import org.monazite.plan.PlanSpec;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The questions in the workspace.
@Command(name = "list")
final class PlanList extends Task {

    @Override
    protected Report report() throws IOException {
        Workbench workbench = session().workbench();
        Table table = new Table()
                .text("plan", text("column.plan"))
                .text("for", text("column.partners"))
                .text("against", text("column.supplier"))
                .number("budget_usd", text("column.budget"));
        Report report = new Report(Json.object());
        ArrayNode array = report.json().putArray("plans");
        for (String name : workbench.workspace().names(Workspace.Shelf.PLANS)) {
            PlanSpec spec = workbench.planSpec("magnets", name);
            table.row(
                    Table.Cell.of(name),
                    Table.Cell.of(String.join(",", spec.partners())),
                    Table.Cell.of(spec.against()),
                    Table.Cell.of(numbers().usd(spec.totalBudgetUsd()), spec.totalBudgetUsd()));
            ObjectNode node = array.addObject();
            node.put("name", name);
            node.set("for", Json.strings(spec.partners()));
            node.put("against", spec.against());
            node.put("budget", spec.totalBudgetUsd());
        }
        return report.table(table).line(text("plan.list.next"));
    }
}
