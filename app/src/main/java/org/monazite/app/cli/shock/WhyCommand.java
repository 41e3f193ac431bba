package org.monazite.app.cli.shock;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.monazite.app.Plays;
import org.monazite.app.Workbench;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.text.ExitCode;
import org.monazite.shock.EnsembleSettings;
import org.monazite.shock.Scenario;
import org.monazite.shock.Why;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Why a scenario costs what it costs: paths from cause to victim, mechanisms, and what each event is
/// worth.
@Command(name = "why")
final class WhyCommand extends Task {

    @Parameters(paramLabel = "SCENARIO", descriptionKey = "arg.scenario")
    private String name = "";

    @Option(names = "--at", paramLabel = "PLACE", descriptionKey = "opt.why.at", defaultValue = "JPN")
    private String at = "JPN";

    @Option(names = "--product", paramLabel = "PRODUCT", descriptionKey = "opt.why.product", defaultValue = "")
    private String product = "";

    @Option(names = "--member", paramLabel = "N", descriptionKey = "opt.why.member", defaultValue = "-1")
    private int member = -1;

    @Option(names = "--weeks", paramLabel = "N", descriptionKey = "opt.weeks", defaultValue = "52")
    private int weeks = 52;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "opt.seed", defaultValue = "20251028")
    private long seed = 20251028L;

    @Option(names = "--chain", paramLabel = "CHAIN", descriptionKey = "opt.chain", defaultValue = "magnets")
    private String chain = "magnets";

    @Override
    protected Report report() throws IOException {
        Workbench workbench = session().workbench();
        EnsembleSettings settings = ShockCommand.settings(weeks, 6, seed, 1);
        SweepCommand.range("--member", member, -1, 99_999);
        TreeSet<String> places =
                new TreeSet<>(workbench.importer(chain, at, "--at").members());
        String id = product.isEmpty() ? "" : workbench.words(chain).product(product, ExitCode.NOT_FOUND, "--product");
        Plays plays = workbench.plays(chain);
        Scenario scenario = plays.scenario(name);
        Why why = plays.why(scenario, places, id, settings, member);
        Report report = new Report(Json.object());
        report.json().set("runCard", Json.card(plays.card(scenario, settings)));
        report.json()
                .set(
                        "actions",
                        Json.strings(
                                scenario.actions().stream().map(ActionText::of).toList()));
        report.json().set("why", WhyJson.of(why));
        new WhyView(session(), chain, scenario, why).show(report);
        closed(report, chain);
        return report.line(text("why.next", name, String.join(",", List.of(at))));
    }
}
