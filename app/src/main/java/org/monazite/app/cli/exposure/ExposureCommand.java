package org.monazite.app.cli.exposure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.monazite.app.SecureRequest;
import org.monazite.app.Workbench;
import org.monazite.app.cli.paper.Group;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.trail.TrailKeys;
import org.monazite.exposure.Importer;
import org.monazite.exposure.StageExposure;
import org.monazite.exposure.WeakLink;
import org.monazite.supply.Flag;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;

/// On whom does a place depend?
@Command(
        name = "exposure",
        subcommands = {
            ExposureCommand.Of.class,
            ExposureCommand.Rank.class,
            ExposureCommand.Without.class,
            MethodsCommand.class,
            SharesCommand.class,
            EmbodiedCommand.class,
            HistoryCommand.class,
            CompanyCommand.class,
            GeoPolRiskCommand.class,
            LanesCommand.class
        })
public final class ExposureCommand extends Group {

    /// Shares of one supplier, product by product.
    @Command(name = "of")
    static final class Of extends Task {

        @Parameters(paramLabel = "PLACE", descriptionKey = "arg.importer", arity = "1..*")
        private List<String> importers = List.of();

        @Option(names = "--product", paramLabel = "PRODUCT", descriptionKey = "opt.product")
        private @Nullable String product;

        @Option(names = "--against", paramLabel = "PLACE", descriptionKey = "opt.against", defaultValue = "CHN")
        private String against = "CHN";

        @Option(names = "--chain", paramLabel = "CHAIN", descriptionKey = "opt.chain", defaultValue = "magnets")
        private String chain = "magnets";

        @Option(names = "--draws", paramLabel = "N", descriptionKey = "opt.draws")
        private @Nullable Integer draws;

        @Option(names = "--explain", descriptionKey = "opt.explain")
        private boolean explain;

        @Override
        protected Report report() throws IOException {
            Workbench workbench = session().workbench();
            List<Importer> asking = new ArrayList<>();
            for (String word : importers) {
                asking.add(workbench.importer(chain, word, ""));
            }
            String supplier = workbench.words(chain).place(against, ExitCode.NOT_FOUND, "--against");
            for (Importer each : asking) {
                notItself(each, supplier, "--against");
            }
            List<StageExposure> rows = new ArrayList<>(workbench.exposure(chain).by(asking, supplier));
            if (product != null) {
                String id = workbench.words(chain).product(product, ExitCode.NOT_FOUND, "--product");
                rows.removeIf(row -> !row.productId().equals(id));
            }
            Report report = new Report(Json.object());
            report.json().set("runCard", Json.card(workbench.card(chain)));
            report.json().put("chain", chain);
            report.json().set("exposure", Exposures.json(rows, TrailKeys.of(chain)));
            Exposures tables = new Exposures(session());
            for (Importer importer : asking) {
                report.line(text(
                        "exposure.title",
                        tables.words().importer(importer),
                        tables.words().place(supplier)));
                report.table(tables.table(rows.stream()
                        .filter(row -> row.importer().equals(importer.name()))
                        .toList()));
            }
            tables.legend(rows).forEach(report::line);
            closed(report, chain);
            for (Importer importer : asking) {
                tables.contributions(report, chain, importer, supplier);
            }
            if (draws != null) {
                new DrawsView(session()).exposure(report, chain, asking, supplier, draws, rows);
            }
            if (explain) {
                tables.explain(report, rows);
            }
            published(report, asking, supplier);
            return report;
        }

        private void published(Report report, List<Importer> asking, String supplier) throws IOException {
            boolean japan = product == null
                    && chain.equals(SecureRequest.MAGNETS)
                    && asking.stream().anyMatch(each -> each.name().equals("JPN"));
            if (japan) {
                new PublishedShares(session()).show(report, supplier);
            }
        }
    }

    /// Suppliers by what is lost without them.
    @Command(name = "rank")
    static final class Rank extends Task {

        @Option(names = "--for", paramLabel = "PLACE", descriptionKey = "opt.for.one", defaultValue = "JPN")
        private String importer = "JPN";

        @Option(names = "--top", paramLabel = "N", descriptionKey = "opt.top", defaultValue = "15")
        private int top = 15;

        @Option(names = "--chain", paramLabel = "CHAIN", descriptionKey = "opt.chain", defaultValue = "magnets")
        private String chain = "magnets";

        @Override
        protected Report report() throws IOException {
            Importer asking = session().workbench().importer(chain, importer, "--for");
            List<WeakLink> links = session().workbench().exposure(chain).weakestLinks(asking);
            return weakest(this, chain, asking, links, "rank.title", links.subList(0, shown(top, links.size())));
        }
    }

    /// What is lost without one supplier, product by product.
    @Command(name = "without")
    static final class Without extends Task {

        @Parameters(paramLabel = "SUPPLIER", descriptionKey = "arg.supplier")
        private String supplier = "";

        @Option(names = "--for", paramLabel = "PLACE", descriptionKey = "opt.for.one", defaultValue = "JPN")
        private String importer = "JPN";

        @Option(names = "--chain", paramLabel = "CHAIN", descriptionKey = "opt.chain", defaultValue = "magnets")
        private String chain = "magnets";

        @Override
        protected Report report() throws IOException {
            Workbench workbench = session().workbench();
            Importer asking = workbench.importer(chain, importer, "--for");
            String gone = workbench.words(chain).place(supplier, ExitCode.NOT_FOUND, "");
            notItself(asking, gone, "--for");
            List<WeakLink> links = workbench.exposure(chain).weakestLinks(asking).stream()
                    .filter(link -> link.supplier().equals(gone))
                    .toList();
            Report report = weakest(this, chain, asking, links, "without.title", links);
            new ReroutingView(session()).show(report, chain, asking, gone, links);
            return report;
        }
    }

    private static Report weakest(
            Task task, String chain, Importer asking, List<WeakLink> all, String title, List<WeakLink> shown)
            throws IOException {
        Exposures tables = new Exposures(task.session());
        Report report = new Report(Json.object());
        report.json().set("runCard", Json.card(task.session().workbench().card(chain)));
        report.json().put("chain", chain);
        report.json().put("importer", asking.name());
        ArrayNode links = report.json().putArray("weakestLinks");
        shown.forEach(link -> links.add(Exposures.json(link, TrailKeys.of(chain))));
        report.line(task.text(title, tables.words().importer(asking), shown.size(), all.size()));
        if (shown.isEmpty()) {
            report.line(task.text("rank.none"));
        } else {
            report.table(tables.links(shown));
            report.line(task.text("rank.note"));
            tables.words()
                    .legend(shown.stream().map(WeakLink::flag).distinct().toList())
                    .forEach(report::line);
        }
        task.closed(report, chain);
        return report;
    }

    /// Refuses a place that asks how far it depends on itself.
    static void notItself(Importer asking, String supplier, String option) {
        if (asking.members().equals(Set.of(supplier))) {
            throw Problem.of(ExitCode.USAGE, "problem.itself", supplier, option);
        }
    }

    /// The flags of a list of numbers, for the legend.
    public static List<Flag> flags(List<StageExposure> rows) {
        List<Flag> flags = new ArrayList<>();
        rows.forEach(row -> {
            flags.add(row.directShare().flag());
            flags.add(row.tracedShare().flag());
            flags.add(row.worldShare().flag());
        });
        return flags;
    }
}
