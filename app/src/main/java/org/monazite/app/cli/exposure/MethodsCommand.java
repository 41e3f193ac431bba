package org.monazite.app.cli.exposure;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.monazite.app.cli.atlas.ShowCommand;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.exposure.Importer;
import org.monazite.exposure.MaterialMethods;
import org.monazite.exposure.Method;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Every material by every method of comparison, for one importer.
@Command(name = "methods")
final class MethodsCommand extends Task {

    @Option(names = "--for", paramLabel = "PLACE", descriptionKey = "opt.for.one", defaultValue = "JPN")
    private String importer = "JPN";

    @Option(names = "--material", paramLabel = "MATERIAL", descriptionKey = "opt.material")
    private @Nullable String material;

    @Option(names = "--screen", paramLabel = "METHOD=VALUE", descriptionKey = "opt.screen")
    private @Nullable String screen;

    @Option(names = "--explain", descriptionKey = "opt.explain")
    private boolean explain;

    @Option(names = "--draws", paramLabel = "N", descriptionKey = "opt.draws")
    private @Nullable Integer draws;

    @Option(names = "--top", paramLabel = "K", descriptionKey = "opt.top.k", defaultValue = "10")
    private int top = 10;

    @Override
    protected Report report() throws IOException {
        Importer asking = session().workbench().anyImporter(importer, "--for");
        Method method = screen == null ? Method.HHI : method(screen);
        double threshold = screen == null ? Double.NaN : threshold(screen, method);
        List<MaterialMethods> all = session().dependence().methods(asking);
        List<MaterialMethods> shown = all;
        if (material != null) {
            String id = ShowCommand.material(session().workbench().atlas(), material)
                    .id();
            shown = all.stream().filter(row -> row.material().equals(id)).toList();
        }
        MethodsView view = new MethodsView(session(), asking);
        Report report = view.table(shown);
        if (shown.isEmpty() && material != null) {
            report.line(text("methods.none", material));
        }
        if (material == null) {
            view.disagreement(report, all);
            view.screening(
                    report, all, screen == null ? Stream.of(Method.values()).toList() : List.of(method), threshold);
        }
        if (draws != null) {
            new DrawsView(session()).stability(report, asking, top, draws);
        }
        if (explain) {
            view.explain(report, shown);
        }
        return report;
    }

    private static Method method(String text) {
        String word = text.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return Stream.of(Method.values())
                .filter(each -> each.id().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.unknown(
                        ExitCode.USAGE,
                        "kind.method",
                        word,
                        "--screen",
                        Stream.of(Method.values()).map(Method::id).toList()));
    }

    private static double threshold(String text, Method method) {
        String[] parts = text.split("=", 2);
        if (parts.length == 1) {
            return method.threshold();
        }
        if (!parts[1].matches("[0-9]+(\\.[0-9]+)?") || Double.parseDouble(parts[1]) <= 0) {
            throw Problem.of(ExitCode.USAGE, "problem.option.range", "--screen", parts[1], "0.001", "10");
        }
        return Double.parseDouble(parts[1]);
    }
}
