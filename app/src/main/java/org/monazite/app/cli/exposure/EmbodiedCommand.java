package org.monazite.app.cli.exposure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.monazite.app.SecureRequest;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.dependence.EmbodiedAnswer;
import org.monazite.app.dependence.EmbodiedAnswer.Counting;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.exposure.Importer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;

/// What comes in inside motors, vehicles and drives.
@Command(name = "embodied")
final class EmbodiedCommand extends Task {

    @Parameters(paramLabel = "PLACE", descriptionKey = "arg.importer", arity = "1..*")
    private List<String> importers = List.of();

    @Option(names = "--against", paramLabel = "PLACE", descriptionKey = "opt.against", defaultValue = "CHN")
    private String against = "CHN";

    @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "opt.embodied.year")
    private @Nullable Integer year;

    @Option(names = "--by", paramLabel = "BASIS", descriptionKey = "opt.embodied.by", defaultValue = "weight")
    private String by = "weight";

    @Option(names = "--top", paramLabel = "N", descriptionKey = "opt.embodied.top", defaultValue = "12")
    private int top = 12;

    @Option(names = "--explain", descriptionKey = "opt.explain")
    private boolean explain;

    @Override
    protected Report report() throws IOException {
        List<Counting> countings = countings();
        List<Importer> asking = new ArrayList<>();
        for (String word : importers) {
            asking.add(session().workbench().anyImporter(word, ""));
        }
        String supplier =
                session().workbench().words(SecureRequest.MAGNETS).place(against, ExitCode.NOT_FOUND, "--against");
        OptionalInt at = year == null ? OptionalInt.empty() : OptionalInt.of(traded(year));
        Report report = new Report(Json.object());
        report.json().set("runCard", Json.card(session().workbench().card(SecureRequest.MAGNETS)));
        report.json().put("by", by.toLowerCase(Locale.ROOT));
        ArrayNode array = report.json().putArray("embodied");
        EmbodiedView view = new EmbodiedView(session(), countings, shown(top, Integer.MAX_VALUE));
        for (Importer importer : asking) {
            EmbodiedAnswer answer = session().dependence().embodied(importer, supplier, at);
            array.add(EmbodiedJson.of(answer));
            view.show(report, answer, at);
            if (explain) {
                view.explain(report, answer);
            }
        }
        return report;
    }

    private List<Counting> countings() {
        return switch (by.toLowerCase(Locale.ROOT)) {
            case "weight" -> List.of(Counting.WEIGHT);
            case "value" -> List.of(Counting.VALUE);
            case "element" -> List.of(Counting.LIGHT, Counting.HEAVY);
            default ->
                throw Problem.unknown(ExitCode.USAGE, "kind.basis", by, "--by", List.of("weight", "value", "element"));
        };
    }
}
