package org.monazite.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.monazite.app.Workbench;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.workspace.ScenarioFile;
import org.monazite.app.workspace.Vocabulary;
import org.monazite.app.workspace.Workspace;
import org.monazite.exposure.Importer;
import org.monazite.shock.Ensemble;
import org.monazite.shock.EnsembleSettings;
import org.monazite.shock.Run;
import org.monazite.shock.Scenario;
import org.monazite.supply.Flag;
import org.monazite.supply.NodeKind;
import org.monazite.supply.SupplyNetwork;
import picocli.CommandLine.Command;
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
            ShockCommand.Sweep.class
        })
final class ShockCommand extends Group {

    /// Plays a scenario many times.
    @Command(name = "run")
    static final class RunOne extends Task {

        @Parameters(paramLabel = "NAME", descriptionKey = "arg.scenario")
        private String name = "";

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

        @Override
        Report report() throws IOException {
            Workbench workbench = session().workbench();
            EnsembleSettings settings = settings(weeks, members, seed, session().threads());
            List<String> places = places(workbench.words(chain), partners);
            Scenario scenario = workbench.scenario(chain, name);
            Ensemble ensemble = workbench.play(chain, scenario, settings);
            Shocks shocks = new Shocks(session(), chain);
            Report report = new Report(Json.object());
            report.json().set("runCard", Json.card(workbench.card(chain, scenario, settings)));
            Flag flag = Grounds.played(workbench.network(chain));
            report.json().set("scenario", Shocks.scenario(scenario, ensemble));
            report.json().set("shock", Shocks.flagged(Shocks.lines(scenario.name(), ensemble, true), flag));
            report.json().set("valueAtRiskUsd", Shocks.values(ensemble));
            report.json().put("flag", Json.flag(flag));
            shocks.show(report, scenario, ensemble, places);
            report.line(text("shock.next", name));
            return report;
        }
    }

    static EnsembleSettings settings(int weeks, int members, long seed, int threads) {
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

    static List<String> places(Vocabulary words, List<String> partners) {
        List<String> places = new ArrayList<>();
        partners.forEach(word -> places.add(words.place(word.strip(), ExitCode.NOT_FOUND, "--for")));
        return places.stream().distinct().toList();
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
        Report report() throws IOException {
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
        Report report() throws IOException {
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

    /// Every supplier's complete stop in turn: one run each.
    @Command(name = "sweep")
    static final class Sweep extends Task {

        @Option(names = "--for", paramLabel = "PLACE", descriptionKey = "opt.for.one", defaultValue = "JPN")
        private String importer = "JPN";

        @Option(names = "--weeks", paramLabel = "N", descriptionKey = "opt.weeks", defaultValue = "52")
        private int weeks = 52;

        @Option(names = "--product", paramLabel = "PRODUCT", descriptionKey = "opt.sweep.product")
        private @Nullable String product;

        @Option(names = "--chain", paramLabel = "CHAIN", descriptionKey = "opt.chain", defaultValue = "magnets")
        private String chain = "magnets";

        @Override
        Report report() throws IOException {
            Workbench workbench = session().workbench();
            settings(weeks, 6, 0, 1);
            String place = workbench.words(chain).place(importer, ExitCode.NOT_FOUND, "--for");
            String id = product == null
                    ? used(workbench.network(chain))
                    : workbench.words(chain).product(product, ExitCode.NOT_FOUND, "--product");
            Words words = new Words(session());
            Map<String, Run> runs = workbench.sweep(chain, Importer.place(place), weeks);
            Flag flag = Grounds.played(workbench.network(chain));
            List<Swept> found = new ArrayList<>();
            runs.forEach((supplier, run) -> run.find(id, place)
                    .filter(line -> line.worstUnmet() > 1e-6)
                    .ifPresent(line -> found.add(new Swept(supplier, line))));
            found.sort(java.util.Comparator.comparingDouble((Swept each) -> each.line.worstUnmet())
                    .reversed()
                    .thenComparing(Swept::supplier));
            Table table = new Table()
                    .text("supplier", text("column.supplier"))
                    .number("worst_unmet", text("column.unmet"))
                    .number("worst_week", text("column.worst"));
            Report report = new Report(Json.object());
            report.json().set("runCard", Json.card(workbench.card(chain)));
            ArrayNode array = report.json().putArray("sweep");
            for (Swept each : found) {
                table.row(
                        new Table.Cell(words.place(each.supplier), each.supplier),
                        Table.Cell.of(flag.mark() + numbers().share(each.line.worstUnmet()), each.line.worstUnmet()),
                        Table.Cell.of(numbers().week(each.line.worstWeek()), each.line.worstWeek()));
                ObjectNode node = array.addObject();
                node.put("supplier", each.supplier);
                node.put("product", id);
                node.put("place", place);
                node.put("worstUnmet", each.line.worstUnmet());
                node.put("worstWeek", each.line.worstWeek());
                node.put("flag", Json.flag(flag));
            }
            report.line(text(
                    "sweep.title",
                    words.place(place),
                    words.product(id),
                    numbers().weeks(weeks),
                    runs.size()));
            return found.isEmpty()
                    ? report.line(text("sweep.none"))
                    : report.table(table).line(text("sweep.note"));
        }

        /// What users buy: the product of the last stage before use.
        private static String used(SupplyNetwork network) {
            String bought = "";
            for (int node = 0; node < network.nodes().size(); node++) {
                if (network.nodes().kind(node) == NodeKind.USE) {
                    bought = network.products()
                            .get(network.cells().product(network.cells().first(node)))
                            .id();
                }
            }
            return bought;
        }

        private record Swept(String supplier, Run.Line line) {}
    }
}
