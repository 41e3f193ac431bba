package org.monazite.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.supply.Material;
import org.monazite.supply.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/// What does the atlas say about one thing?
@Command(
        name = "show",
        subcommands = {
            ShowCommand.OfMaterial.class,
            ShowCommand.OfPlace.class,
            ShowCommand.OfChain.class,
            ShowCommand.OfFigure.class,
            ShowCommand.Cite.class
        })
final class ShowCommand extends Group {

    /// Who makes a material, stage by stage.
    @Command(name = "material")
    static final class OfMaterial extends Task {

        @Parameters(paramLabel = "MATERIAL", descriptionKey = "arg.material")
        private String word = "";

        @Override
        Report report() throws IOException {
            return new MaterialView(session()).of(material(session().workbench().atlas(), word));
        }
    }

    /// A material by id, symbol or name.
    static Material material(Atlas atlas, String word) {
        TreeSet<String> known = new TreeSet<>();
        for (Material material : atlas.materials().values()) {
            for (String name : List.of(material.id(), material.symbol(), material.nameEn(), material.nameJa())) {
                if (name.equalsIgnoreCase(word)) {
                    return material;
                }
            }
            known.add(material.id());
            known.add(material.nameEn().toLowerCase(Locale.ROOT));
        }
        throw Problem.unknown(ExitCode.NOT_FOUND, "kind.material", word, "", known);
    }

    /// What a place makes, takes in and controls.
    @Command(name = "place")
    static final class OfPlace extends Task {

        @Parameters(paramLabel = "PLACE", descriptionKey = "arg.place")
        private String word = "";

        @Option(names = "--chain", paramLabel = "CHAIN", descriptionKey = "opt.chain", defaultValue = "magnets")
        private String chain = "magnets";

        @Override
        Report report() throws IOException {
            String place = session().workbench().words(chain).place(word, ExitCode.NOT_FOUND, "");
            return new PlaceView(session(), chain).of(place);
        }
    }

    /// The stages of a chain.
    @Command(name = "chain")
    static final class OfChain extends Task {

        @Parameters(paramLabel = "CHAIN", descriptionKey = "arg.chain", defaultValue = "magnets")
        private String chain = "magnets";

        @Override
        Report report() throws IOException {
            return new ChainView(session()).of(chain);
        }
    }

    /// One figure with its raw cell and source.
    @Command(name = "figure")
    static final class OfFigure extends Task {

        @Parameters(paramLabel = "ID", descriptionKey = "arg.figure")
        private String id = "";

        @Override
        Report report() throws IOException {
            Atlas atlas = session().workbench().atlas();
            FigureRecord figure = figure(atlas, id);
            Source source = source(atlas, figure.sourceId());
            Report report = new Report(Json.object());
            ObjectNode node = report.json();
            Table table = new Table().text("field", text("column.field")).text("value", text("column.content"));
            field(table, node, "id", figure.id());
            field(table, node, "place", figure.place());
            field(table, node, "partner", figure.partner());
            field(table, node, "subject", figure.subject());
            field(table, node, "measure", figure.measure());
            field(table, node, "period", figure.period());
            number(table, node, "value", figure.value());
            number(table, node, "low", figure.low());
            number(table, node, "high", figure.high());
            field(table, node, "qualifier", figure.qualifier());
            field(table, node, "unit", figure.unit());
            field(table, node, "confidence", figure.confidence());
            field(table, node, "evidence", figure.evidence());
            field(table, node, "flag", Json.flag(figure.flag()));
            field(table, node, "raw", figure.raw());
            field(table, node, "locator", figure.locator());
            field(table, node, "remark", figure.remark());
            field(table, node, "source", figure.sourceId());
            field(table, node, "cite", Citations.plain(source));
            field(table, node, "licence", source.licence());
            node.put("atlas", atlas.version());
            return report.table(table);
        }

        private void field(Table table, ObjectNode node, String key, String value) {
            node.put(key, value);
            if (!value.isEmpty()) {
                table.row(new Table.Cell(text("figure." + key), key), Table.Cell.of(value));
            }
        }

        private void number(Table table, ObjectNode node, String key, double value) {
            node.set(key, Json.number(value));
            String shown = Double.isNaN(value) ? numbers().notAvailable() : Double.toString(value);
            table.row(new Table.Cell(text("figure." + key), key), Table.Cell.of(shown, value));
        }
    }

    private static FigureRecord figure(Atlas atlas, String id) {
        Optional<FigureRecord> figure = atlas.findFigure(id);
        if (figure.isEmpty()) {
            throw Problem.of(ExitCode.NOT_FOUND, "problem.figure", id, atlas.version());
        }
        return figure.get();
    }

    private static Source source(Atlas atlas, String id) {
        return atlas.sources().stream()
                .filter(source -> source.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.unknown(
                        ExitCode.NOT_FOUND,
                        "kind.source",
                        id,
                        "",
                        atlas.sources().stream().map(Source::id).toList()));
    }

    /// How to cite a figure or a source.
    @Command(name = "cite")
    static final class Cite extends Task {

        @Parameters(paramLabel = "ID", descriptionKey = "arg.cite")
        private String id = "";

        @Option(names = "--bibtex", descriptionKey = "opt.bibtex")
        private boolean bibtex;

        @Override
        Report report() throws IOException {
            Atlas atlas = session().workbench().atlas();
            boolean ofFigure = id.startsWith("f-");
            String locator = ofFigure ? figure(atlas, id).locator() : "";
            Source source = source(atlas, ofFigure ? figure(atlas, id).sourceId() : id);
            Report report = new Report(Json.object());
            report.json().put("id", id);
            report.json().put("source", source.id());
            report.json().put("plain", Citations.plain(source));
            report.json().put("bibtex", Citations.bibtex(source));
            report.json().put("atlas", atlas.version());
            report.line(bibtex ? Citations.bibtex(source) : Citations.plain(source));
            return ofFigure && !bibtex ? report.line(text("cite.figure", id, locator, atlas.version())) : report;
        }
    }
}
