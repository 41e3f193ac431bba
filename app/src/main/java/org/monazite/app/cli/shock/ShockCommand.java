package org.monazite.app.cli.shock;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.monazite.app.Plays;
import org.monazite.app.Workbench;
import org.monazite.app.cli.paper.Group;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.trail.TrailKeys;
import org.monazite.app.workspace.MemberBlocks;
import org.monazite.app.workspace.ScenarioFile;
import org.monazite.app.workspace.Vocabulary;
import org.monazite.app.workspace.Workspace;
import org.monazite.shock.Ensemble;
import org.monazite.shock.EnsembleSettings;
import org.monazite.shock.Reach;
import org.monazite.shock.Scenario;
import org.monazite.supply.Flag;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What does a ban, a licence regime, a closed strait do, week by week?
@Command(
        name = "shock",
        subcommands = {
            ShockCommand.RunOne.class,
            ShockCommand.New.class,
            ShockCommand.ListAll.class,
            BacktestCommand.class,
            EsriCommand.class,
            ScaleCommand.class,
            SweepCommand.class,
            WhyCommand.class,
            CompareCommand.class
        })
public final class ShockCommand extends Group {

    /// Plays a scenario many times.
    @Command(name = "run")
    static final class RunOne extends Task {

        @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "arg.scenario")
        private String name = "";

        @Mixin
        private OwnOptions own = new OwnOptions();

        @Option(names = "--members", paramLabel = "N", descriptionKey = "opt.members", defaultValue = "500")
        private int members = 500;

        @Option(names = "--weeks", paramLabel = "N", descriptionKey = "opt.weeks", defaultValue = "52")
        private int weeks = 52;

        @Option(names = "--seed", paramLabel = "N", descriptionKey = "opt.seed", defaultValue = "20251028")
        private long seed = 20251028L;

        @Option(
                names = "--for",
                paramLabel = "PLACES",
                descriptionKey = "opt.for",
                split = ",",
                defaultValue = "JPN,USA")
        private List<String> partners = List.of("JPN", "USA");

        @Option(names = "--chain", paramLabel = "CHAIN", descriptionKey = "opt.chain", defaultValue = "magnets")
        private String chain = "magnets";

        @Option(names = "--until-converged", descriptionKey = "opt.untilconverged")
        private boolean untilConverged;

        @Option(names = "--resume", descriptionKey = "opt.resume")
        private boolean resume;

        @Override
        protected Report report() throws IOException {
            if (own.given() != name.isEmpty()) {
                throw Problem.of(ExitCode.USAGE, "problem.own.name");
            }
            if (own.given()) {
                return new OwnRun(session(), own, weeks).report();
            }
            Workbench workbench = session().workbench();
            EnsembleSettings settings = settings(weeks, members, seed, session().threads());
            List<String> places = workbench.words(chain).places(partners, "--for");
            Plays plays = workbench.plays(chain);
            Scenario scenario = plays.scenario(name);
            Ensemble ensemble = play(plays, scenario, settings, places);
            settings = settings(weeks, ensemble.members(), seed, session().threads());
            Shocks shocks = new Shocks(session(), chain);
            Report report = new Report(Json.object());
            report.json().set("runCard", Json.card(plays.card(scenario, settings)));
            Flag flag = Grounds.played(workbench.network(chain));
            TrailKeys keys = TrailKeys.of(chain);
            report.json().set("scenario", Shocks.scenario(scenario, ensemble));
            report.json().set("shock", Shocks.flagged(Shocks.lines(scenario.name(), ensemble, true, keys), flag));
            report.json().set("valueAtRiskUsd", Shocks.values(scenario.name(), ensemble, keys));
            report.json().put("flag", Json.flag(flag));
            List<Integer> idle = Reach.idle(workbench.network(chain), scenario);
            shocks.played(report, workbench.network(chain), scenario);
            shocks.idle(report, scenario, idle);
            report.json().set("evidence", EvidenceJson.of(ensemble.evidence(), workbench.network(chain)));
            report.json()
                    .set(
                            "publishedEstimates",
                            EvidenceJson.published(workbench.atlas().publishedLosses()));
            shocks.show(report, scenario, ensemble, places);
            new EvidenceView(session()).show(report, ensemble, places);
            closed(report, chain);
            report.line(text("shock.next", name));
            return report;
        }

        /// Long runs are kept block by block, so that one that is stopped can go on.
        private Ensemble play(Plays plays, Scenario scenario, EnsembleSettings settings, List<String> places)
                throws IOException {
            if (!resume && !untilConverged && members < KEPT_FROM) {
                return plays.play(scenario, settings);
            }
            List<String> actions =
                    scenario.actions().stream().map(ActionText::of).toList();
            MemberBlocks blocks = plays.blocks(scenario, settings, actions, file -> warn("blocks.broken", file));
            Ensemble ensemble =
                    plays.play(scenario, settings, blocks, untilConverged ? new TreeSet<>(places) : Set.of());
            if (blocks.members() > 0) {
                warn(
                        "blocks.found",
                        numbers().count(blocks.members()),
                        numbers().count(ensemble.members()));
            }
            return ensemble;
        }

        private void warn(String key, Object... values) {
            if (!session().options().quiet()) {
                session().console().err().println(text(key, values));
            }
        }
    }

    /// Members from which a run is kept block by block without being asked to.
    private static final int KEPT_FROM = 1000;

    /// The settings of a run.
    ///
    /// @throws Problem if weeks are not from 1 to 520, or members not from 6 to 100000
    public static EnsembleSettings settings(int weeks, int members, long seed, int threads) {
        if (weeks < 1 || weeks > 520) {
            throw Problem.of(ExitCode.USAGE, "problem.option.range", "--weeks", weeks, "1", "520");
        }
        try {
            return new EnsembleSettings(weeks, members, seed, threads);
        } catch (IllegalArgumentException e) {
            Problem problem = Problem.of(ExitCode.USAGE, "problem.option.range", "--members", members, "6", "100000");
            problem.initCause(e);
            throw problem;
        }
    }

    /// Writes a scenario of one ban.
    @Command(name = "new")
    static final class New extends Task {

        @Parameters(paramLabel = "NAME", descriptionKey = "arg.newscenario")
        private String name = "";

        @Option(names = "--ban", paramLabel = "PLACE:PRODUCTS", required = true, descriptionKey = "opt.ban")
        private String ban = "";

        @Option(names = "--to", paramLabel = "PLACES", split = ",", descriptionKey = "opt.to")
        private List<String> to = List.of();

        @Option(names = "--weeks", paramLabel = "A-B", descriptionKey = "opt.window", defaultValue = "1-52")
        private String weeks = "1-52";

        @Option(names = "--force", descriptionKey = "opt.force")
        private boolean force;

        @Option(names = "--chain", paramLabel = "CHAIN", descriptionKey = "opt.chain", defaultValue = "magnets")
        private String chain = "magnets";

        @Override
        protected Report report() throws IOException {
            Vocabulary words = session().workbench().words(chain);
            String[] parts = ban.split(":", 2);
            String from = words.place(parts[0], ExitCode.NOT_FOUND, "--ban");
            TreeSet<String> products = new TreeSet<>();
            if (parts.length == 2 && !parts[1].equals("all")) {
                for (String word : parts[1].split(",", -1)) {
                    products.add(words.product(word, ExitCode.NOT_FOUND, "--ban"));
                }
            }
            TreeSet<String> targets = new TreeSet<>();
            to.forEach(word -> targets.add(words.place(word, ExitCode.NOT_FOUND, "--to")));
            if (ScenarioFile.weekWindow(weeks).isEmpty()) {
                throw Problem.of(ExitCode.USAGE, "problem.option.weeks", "--weeks", weeks);
            }
            String yaml = """
                    start: 2026-01-01
                    actions:
                      - ban: {from: [%s], to: %s, products: %s, weeks: %s}
                    """.formatted(from, list(targets), list(products), weeks.strip());
            Path file = session().workbench().workspace().add(Workspace.Shelf.SCENARIOS, name, yaml, force);
            Report report = new Report(Json.object());
            report.json().put("scenario", name);
            report.json().put("path", file.toString());
            return report.line(text("shock.written", file)).line(text("shock.new.next", name));
        }

        private static String list(SortedSet<String> words) {
            return words.isEmpty() ? "all" : "[" + String.join(", ", words) + "]";
        }
    }

    /// The scenarios of the workspace.
    @Command(name = "list")
    static final class ListAll extends Task {

        @Override
        protected Report report() throws IOException {
            Workspace workspace = session().workbench().workspace();
            Table table = new Table().text("scenario", text("column.scenario")).text("about", text("column.about"));
            Report report = new Report(Json.object());
            ArrayNode array = report.json().putArray("scenarios");
            for (String name : workspace.names(Workspace.Shelf.SCENARIOS)) {
                List<String> about = ScenarioFile.about(workspace.read(Workspace.Shelf.SCENARIOS, name));
                table.row(Table.Cell.of(name), Table.Cell.of(texts().pick(about.get(0), about.get(1))));
                ObjectNode node = array.addObject();
                node.put("name", name);
                node.put("aboutEn", about.get(0));
                node.put("aboutJa", about.get(1));
            }
            return report.table(table).line(text("shock.list.next"));
        }
    }
}
