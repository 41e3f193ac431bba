package org.monazite.app.cli.atlas;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.monazite.app.Workbench;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.Conflict;
import org.monazite.atlas.MirrorGap;
import org.monazite.atlas.pack.Quantity;
import org.monazite.exposure.Importer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Where sources disagree: about one quantity, between editions, from the two sides of a border.
final class ComparisonCommands {

    private ComparisonCommands() {}

    /// Sources that disagree about one quantity.
    @Command(name = "conflicts")
    static final class Conflicts extends Task {

        @Option(names = "--product", paramLabel = "PRODUCT", descriptionKey = "opt.about.product")
        private @Nullable String product;

        @Option(names = "--place", paramLabel = "PLACE", descriptionKey = "opt.about.place")
        private @Nullable String place;

        @Option(names = "--revisions", descriptionKey = "opt.revisions")
        private boolean revisions;

        @Option(names = "--top", paramLabel = "N", descriptionKey = "opt.top", defaultValue = "20")
        private int top = 20;

        @Override
        protected Report report() throws IOException {
            Atlas atlas = session().workbench().atlas();
            About about = About.of(session().workbench(), product, place);
            List<Conflict> all = Conflict.in(atlas.quantities()).stream()
                    .filter(conflict -> about.holds(conflict.quantity()))
                    .filter(conflict -> !revisions || conflict.revision())
                    .toList();
            Report report = new Report(Json.object());
            report.json().put("atlas", atlas.version());
            ArrayNode array = report.json().putArray("conflicts");
            all.forEach(conflict -> array.add(Comparisons.json(conflict)));
            if (all.isEmpty()) {
                return report.line(text("conflicts.none"));
            }
            int shown = shown(top, all.size());
            Table table = Comparisons.table(session());
            for (Conflict conflict : all.subList(0, shown)) {
                table.row(Comparisons.row(session(), conflict));
            }
            return report.line(text("conflicts.title", all.size(), shown))
                    .table(table)
                    .line(text("conflicts.note"));
        }
    }

    /// Flows that both sides counted.
    @Command(name = "mirror")
    static final class Mirror extends Task {

        @Option(names = "--product", paramLabel = "PRODUCT", descriptionKey = "opt.about.product")
        private @Nullable String product;

        @Option(names = "--place", paramLabel = "PLACE", descriptionKey = "opt.about.place")
        private @Nullable String place;

        @Option(names = "--top", paramLabel = "N", descriptionKey = "opt.top", defaultValue = "50")
        private int top = 50;

        @Override
        protected Report report() throws IOException {
            Atlas atlas = session().workbench().atlas();
            About about = About.of(session().workbench(), product, place);
            List<MirrorGap> gaps = atlas.mirror().stream()
                    .filter(gap -> about.holds(gap.quantity()))
                    .toList();
            Report report = new Report(Json.object());
            report.json().put("atlas", atlas.version());
            ArrayNode array = report.json().putArray("gaps");
            Table table = new Table()
                    .text("flow", text("column.about"))
                    .text("exporter", text("column.exporter"))
                    .text("importer", text("column.importer"))
                    .text("reconciled", text("column.reconciled"))
                    .number("gap", text("column.gap"))
                    .text("code", text("column.code"));
            Words words = new Words(session());
            int most = shown(top, gaps.size());
            for (MirrorGap gap : gaps.subList(0, most)) {
                table.row(
                        new Table.Cell(
                                words.spelled(gap.quantity().toString()) + (gap.transit() ? " *" : ""),
                                gap.quantity() + (gap.transit() ? " *" : "")),
                        Table.Cell.of(Comparisons.said(gap.exporter())),
                        Table.Cell.of(Comparisons.said(gap.importer())),
                        Table.Cell.of(String.join(
                                "; ",
                                gap.reconciled().stream().map(Comparisons::said).toList())),
                        Table.Cell.of("%+.2f".formatted(gap.gap()), gap.gap()),
                        Table.Cell.of(
                                gap.exporter().code() + " / " + gap.importer().code()));
            }
            for (MirrorGap gap : gaps) {
                ObjectNode node = array.addObject();
                node.put("quantity", gap.quantity().toString());
                node.set("exporter", Comparisons.json(gap.exporter()));
                node.set("importer", Comparisons.json(gap.importer()));
                ArrayNode reconciled = node.putArray("reconciled");
                gap.reconciled().forEach(each -> reconciled.add(Comparisons.json(each)));
                node.set("gap", Json.number(gap.gap()));
                node.set("leastSd", Json.number(gap.leastSd()));
                node.put("sameCode", gap.sameCode());
                node.put("transit", gap.transit());
            }
            if (gaps.isEmpty()) {
                return report.line(text("mirror.none"));
            }
            report.line(text("mirror.title", gaps.size())).table(table);
            if (gaps.size() > most) {
                report.line(text("diff.more", gaps.size() - most));
            }
            return report.line(text("mirror.note"));
        }
    }

    /// What the user asks about: a product, a place or a coalition, or all.
    private record About(Optional<String> product, Optional<Importer> place) {

        /// @throws Problem if the atlas knows no such product or place
        static About of(Workbench workbench, @Nullable String product, @Nullable String place) throws IOException {
            Atlas atlas = workbench.atlas();
            if (product != null
                    && !atlas.products().containsKey(product)
                    && atlas.quantities().all().keySet().stream()
                            .noneMatch(each -> each.subject().equals(product))) {
                throw Problem.unknown(
                        ExitCode.NOT_FOUND,
                        "kind.product",
                        product,
                        "--product",
                        atlas.products().keySet());
            }
            return new About(
                    Optional.ofNullable(product),
                    place == null ? Optional.empty() : Optional.of(workbench.anyImporter(place, "--place")));
        }

        boolean holds(Quantity quantity) {
            return product.map(quantity.subject()::equals).orElse(true)
                    && place.map(at -> at.members().contains(quantity.place())
                                    || at.members().contains(quantity.partner()))
                            .orElse(true);
        }
    }
}
