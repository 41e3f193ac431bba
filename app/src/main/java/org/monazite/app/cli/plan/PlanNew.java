package org.monazite.app.cli.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.monazite.app.SecureRequest;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.workspace.Vocabulary;
import org.monazite.app.workspace.Workspace;
import org.monazite.plan.PlanSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a question into the workspace.
@Command(name = "new")
final class PlanNew extends Task {

    @Parameters(paramLabel = "NAME", descriptionKey = "arg.newplan")
    private String name = "";

    @Option(names = "--for", paramLabel = "PLACES", descriptionKey = "opt.for", split = ",", defaultValue = "JPN,USA")
    private List<String> partners = List.of("JPN", "USA");

    @Option(names = "--against", paramLabel = "PLACE", descriptionKey = "opt.against", defaultValue = "CHN")
    private String against = "CHN";

    @Option(names = "--budget", paramLabel = "USD", descriptionKey = "opt.budget")
    private double budget = SecureRequest.DEFAULT_BUDGET_USD;

    @Option(names = "--force", descriptionKey = "opt.force")
    private boolean force;

    @Override
    protected Report report() throws IOException {
        Vocabulary words = session().workbench().words("magnets");
        List<String> places = words.places(partners, "--for");
        if (places.isEmpty()) {
            throw Problem.of(ExitCode.USAGE, "problem.option.empty", "--for");
        }
        String supplier = words.place(against, ExitCode.NOT_FOUND, "--against");
        if (places.contains(supplier)) {
            throw Problem.of(ExitCode.USAGE, "problem.option.self", supplier);
        }
        PlanSpec spec = PlanSpec.of(places, supplier, PlanLimits.checked(budget));
        Path file = session().workbench().workspace().add(Workspace.Shelf.PLANS, name, yaml(spec), force);
        Report report = new Report(Json.object());
        report.json().put("plan", name);
        report.json().put("path", file.toString());
        return report.line(text("shock.written", file)).line(text("plan.new.next", name));
    }

    private static String yaml(PlanSpec spec) {
        TreeSet<String> budgets = new TreeSet<>();
        spec.budgetUsd().forEach((place, usd) -> budgets.add(place + ": " + usd));
        return String.format(
                Locale.ROOT,
                """
                partners: [%s]
                against: %s
                budget_usd: {%s}
                as_of_year: %d
                target_year: %d
                last_year: %d
                ban_quarters: %d
                targets:
                  direct_share: %s
                  traced_share: %s
                  worst_ban: %s
                # When and how partners pay: limits by year, instrument or both, beside budget_usd. Take away the #.
                # budget_lines:
                #   - {partner: %s, year: %d, usd: 40e6}
                #   - {partner: %s, instrument: grant, year: %d-%d, usd: 50e6}
                # most_of_project: {equity: 0.49, loan: 0.8}
                """,
                String.join(", ", spec.partners()),
                spec.against(),
                String.join(", ", budgets),
                spec.asOfYear(),
                spec.targetYear(),
                spec.lastYear(),
                spec.banQuarters(),
                spec.targets().directShare(),
                spec.targets().tracedShare(),
                spec.targets().worstBan(),
                spec.partners().getFirst(),
                spec.asOfYear() + 1,
                spec.partners().getLast(),
                spec.asOfYear() + 1,
                spec.lastYear());
    }
}
