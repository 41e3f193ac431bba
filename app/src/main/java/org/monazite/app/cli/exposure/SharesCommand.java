package org.monazite.app.cli.exposure;

import java.io.IOException;
import java.util.List;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.dependence.ShareAnswer;
import org.monazite.app.text.ExitCode;
import org.monazite.app.trail.TrailKeys;
import org.monazite.brief.Numbers;
import org.monazite.exposure.Importer;
import org.monazite.supply.Citation;
import org.monazite.supply.Explained;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One question, several true answers: the share of a place in the imports of another, by what is counted.
@Command(name = "shares")
final class SharesCommand extends Task {

    private static final int WIDEST = 70;

    @Option(names = "--for", paramLabel = "PLACE", descriptionKey = "opt.for.one", defaultValue = "JPN")
    private String importer = "JPN";

    @Option(names = "--against", paramLabel = "PLACE", descriptionKey = "opt.against", defaultValue = "CHN")
    private String against = "CHN";

    @Option(names = "--chain", paramLabel = "CHAIN", descriptionKey = "opt.chain", defaultValue = "magnets")
    private String chain = "magnets";

    @Option(names = "--explain", descriptionKey = "opt.explain")
    private boolean explain;

    @Override
    protected Report report() throws IOException {
        Importer asking = session().workbench().importer(chain, importer, "--for");
        String supplier = session().workbench().words(chain).place(against, ExitCode.NOT_FOUND, "--against");
        ExposureCommand.notItself(asking, supplier, "--against");
        List<ShareAnswer> answers = session().dependence().shares(chain, asking, supplier);
        Words words = new Words(session());
        Numbers numbers = numbers();
        Report report = new Report(Json.object());
        report.json().set("runCard", Json.card(session().workbench().card(chain)));
        report.json().put("importer", asking.name());
        report.json().put("supplier", supplier);
        Table table = new Table()
                .text("counting", text("column.counting"))
                .text("product", text("column.product"))
                .text("period", text("column.period"))
                .number("share", text("column.share"))
                .text("range", text("column.range"))
                .text("counted", text("column.counted.what"))
                .text("source", text("column.source"));
        ArrayNode array = report.json().putArray("answers");
        boolean isCut = false;
        for (ShareAnswer answer : answers) {
            String product = answer.productId().isEmpty() ? "" : words.product(answer.productId());
            String counted = words.counted(answer.counted());
            isCut |= counted.length() > WIDEST;
            table.row(
                    new Table.Cell(
                            text("basis." + answer.basis().id()), answer.basis().id()),
                    new Table.Cell(product, answer.productId()),
                    new Table.Cell(numbers.period(answer.period()), answer.period()),
                    Table.Cell.of(words.share(answer.share()), answer.share().value()),
                    new Table.Cell(
                            words.range(answer.share()),
                            answer.share().low() + ".." + answer.share().high()),
                    new Table.Cell(shortened(counted), answer.counted()),
                    Table.Cell.of(sources(answer.share())));
            ObjectNode node = array.addObject();
            node.put("counting", answer.basis().id());
            node.put("product", answer.productId());
            node.put("period", answer.period());
            node.put("counted", answer.counted());
            node.set(
                    "share", Json.explained(answer.share(), key(TrailKeys.of(chain), answer, asking.name(), supplier)));
        }
        report.line(text("shares.title", words.place(supplier), words.importer(asking), answers.size()));
        report.table(table);
        report.line(text("shares.note"));
        if (isCut) {
            report.line(text("shares.cut"));
        }
        words.legend(answers.stream().map(answer -> answer.share().flag()).toList())
                .forEach(report::line);
        if (explain) {
            Explanations explanations = new Explanations(session());
            for (ShareAnswer answer : answers) {
                report.line("");
                explanations.lines(answer.share()).forEach(report::line);
            }
        }
        closed(report, chain);
        return report;
    }

    /// Where the share is followed from: a measure of the network, the figure of a source, or the flows of a basket.
    private static String key(TrailKeys keys, ShareAnswer answer, String importer, String supplier) {
        return switch (answer.basis()) {
            case DIRECT -> keys.exposure(importer, answer.productId(), supplier, "directShare");
            case TRACED -> keys.exposure(importer, answer.productId(), supplier, "tracedShare");
            case PUBLISHED_WEIGHT,
                    PUBLISHED_VALUE_RAW,
                    PUBLISHED_VALUE_MAGNETS,
                    PUBLISHED_VALUE_METALS,
                    PUBLISHED_PRODUCT_WEIGHT,
                    PUBLISHED_PRODUCT_VALUE -> Json.figures(answer.share()).first();
            case BASKET_WEIGHT, BASKET_VALUE, BASKET_ELEMENT -> keys.network();
        };
    }

    private static String shortened(String words) {
        return words.length() <= WIDEST ? words : words.substring(0, WIDEST - 1) + "…";
    }

    /// The first source; a computed share rests on many.
    private static String sources(Explained share) {
        List<String> all = share.terms().stream()
                .flatMap(term -> term.citations().stream())
                .map(Citation::sourceId)
                .distinct()
                .sorted()
                .toList();
        return all.size() <= 1 ? String.join(",", all) : all.getFirst() + ", +" + (all.size() - 1);
    }
}
