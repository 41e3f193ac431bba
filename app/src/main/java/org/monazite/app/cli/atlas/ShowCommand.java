package org.monazite.app.cli.atlas;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.monazite.app.cli.paper.Group;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Task;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.trail.Trail;
import org.monazite.app.trail.Trails;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.Provenance;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.supply.Material;
import org.monazite.supply.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What does the atlas say about one thing?
@Command(
        name = "show",
        subcommands = {
            ShowCommand.OfMaterial.class,
            ShowCommand.OfPlace.class,
            ShowCommand.OfChain.class,
            ShowCommand.OfFigure.class,
            ShowCommand.Cite.class,
            ComparisonCommands.Conflicts.class,
            ComparisonCommands.Mirror.class,
            BalanceCommand.class,
            WorksCommand.class,
            StocksCommand.class,
            ControlsCommand.class
        })
public final class ShowCommand extends Group {

    /// Who makes a material, stage by stage.
    @Command(name = "material")
    static final class OfMaterial extends Task {

        @Parameters(paramLabel = "MATERIAL", descriptionKey = "arg.material")
        private String word = "";

        @Override
        protected Report report() throws IOException {
            return new MaterialView(session()).of(material(session().workbench().atlas(), word));
        }
    }

    /// A material by id, symbol or name.
    public static Material material(Atlas atlas, String word) {
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
        protected Report report() throws IOException {
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
        protected Report report() throws IOException {
            return new ChainView(session()).of(chain);
        }
    }

    /// One figure with its raw cell and source.
    @Command(name = "figure")
    static final class OfFigure extends Task {

        @Parameters(paramLabel = "ID", descriptionKey = "arg.figure")
        private String id = "";

        @Override
        protected Report report() throws IOException {
            Atlas atlas = session().workbench().atlas();
            Optional<Provenance> provenance = atlas.provenance(id);
            if (provenance.isPresent()) {
                return new FigureView(session()).of(atlas, provenance.get());
            }
            Trails trails = new Trails(session().workbench());
            Optional<Trail> trail = trails.find(id);
            if (trail.isEmpty()) {
                throw trails.unknown(id);
            }
            return new TrailView(session()).of(trails, trail.get());
        }
    }

    private static Source source(Atlas atlas, String id) throws IOException {
        return atlas.findSource(id)
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

        @Option(names = "--as", paramLabel = "FORM", descriptionKey = "opt.cite.as")
        private @Nullable String form;

        @Option(names = "--bibtex", descriptionKey = "opt.bibtex")
        private boolean bibtex;

        @Override
        protected Report report() throws IOException {
            Atlas atlas = session().workbench().atlas();
            String as = form == null ? bibtex ? "bibtex" : "plain" : form;
            if (!Citations.FORMS.contains(as)) {
                throw Problem.unknown(ExitCode.USAGE, "kind.form", as, "--as", Citations.FORMS);
            }
            Optional<FigureRecord> figure = atlas.findFigure(id);
            if (figure.isEmpty() && atlas.findSource(id).isEmpty()) {
                Trails trails = new Trails(session().workbench());
                Optional<Trail> trail = trails.find(id);
                if (trail.isPresent()) {
                    return new TrailView(session()).cite(trails, trail.get(), as);
                }
                if (id.matches("[a-z]-[0-9a-f]+|.*[/>@].*")) {
                    throw trails.unknown(id);
                }
            }
            Source source = source(atlas, figure.map(FigureRecord::sourceId).orElse(id));
            Citations citations = new Citations(source, figure, atlas.version());
            Report report = new Report(Json.object());
            report.json().put("id", id);
            report.json().put("source", source.id());
            report.json().put("licence", source.licence());
            figure.ifPresent(of -> {
                report.json().put("locator", of.locator());
                report.json().put("quote", of.raw());
            });
            report.json().put("plain", Citations.plain(source));
            report.json().put("bibtex", citations.bibtex());
            report.json().put("ris", citations.ris());
            report.json().set("csl", citations.csl());
            report.json().put("atlas", atlas.version());
            report.line(citations.as(as));
            return figure.isPresent() && as.equals("plain")
                    ? report.line(text("cite.figure", id, figure.get().locator(), atlas.version()))
                    : report;
        }
    }
}
