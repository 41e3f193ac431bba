package org.monazite.atlas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.monazite.atlas.chain.ImportReport;
import org.monazite.atlas.chain.ImportUnused;
import org.monazite.atlas.chain.ImportUse;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.atlas.imports.ImportStore;
import org.monazite.atlas.imports.Imported;
import org.monazite.atlas.imports.TradeFlow;
import org.monazite.atlas.internal.QueryStore;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Quantities;
import org.monazite.atlas.pack.Statement;
import org.monazite.supply.Source;

/// Where the figures of a version come from: the raw row, the source, other sources for the same quantity,
/// what the balances made of it.
final class FigureTrail {

    /// The year of all chains.
    private static final int CHAIN_YEAR = 2024;

    private final VersionFolder version;
    private final Pack pack;
    private final Imported imported;
    private final ChainFiles chains;
    private final Companions companions;
    private final Map<String, FigureRecord> figures = new LinkedHashMap<>();
    private @Nullable Quantities quantities;

    FigureTrail(VersionFolder version, Pack pack, Imported imported) {
        this.version = version;
        this.pack = pack;
        this.imported = imported;
        this.chains = new ChainFiles(version);
        this.companions = new Companions(pack);
    }

    /// All figures, by id.
    synchronized Map<String, FigureRecord> figures() {
        if (figures.isEmpty()) {
            pack.figures().forEach(figure -> figures.put(figure.id(), figure));
            try {
                imported.figures().forEach(figure -> figures.put(figure.id(), figure));
            } catch (ImportStore.AlteredException e) {
                figures.clear();
                throw VersionFolder.altered(e.file(), "it is not the file that was imported");
            } catch (IOException e) {
                figures.clear();
                throw new UncheckedIOException(e);
            }
        }
        return figures;
    }

    /// All figures by what they are about: sources side by side.
    synchronized Quantities quantities() {
        if (quantities == null) {
            quantities = Quantities.of(pack, brought());
        }
        return quantities;
    }

    private List<Quantities.Brought> brought() {
        List<Quantities.Brought> all = new ArrayList<>();
        try {
            for (ImportManifest each : imported.list()) {
                String family = each.importFormat().family();
                for (FigureRecord figure : imported.figures(each)) {
                    all.add(new Quantities.Brought(figure, each.vintage(), family));
                }
            }
        } catch (ImportStore.AlteredException e) {
            throw VersionFolder.altered(e.file(), "it is not the file that was imported");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /// The figure of this id; also one of an imported trade flow or of a ledger, which stand in no list.
    Optional<FigureRecord> findFigure(String id) {
        try {
            if (version.isLarge()) {
                Optional<FigureRecord> one =
                        QueryStore.withOthers(version.database(), id).stream().findFirst();
                if (one.isPresent()) {
                    return one;
                }
            }
            Optional<FigureRecord> listed = Optional.ofNullable(figures().get(id));
            return listed.isPresent() ? listed : imported.find(id);
        } catch (ImportStore.AlteredException e) {
            throw VersionFolder.altered(e.file(), "it is not the file that was imported");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where a figure comes from: raw row, source, other sources for the same quantity, what the balances
    /// made of it.
    ///
    /// @return empty if there is no figure of this id
    Optional<Provenance> provenance(String figureId) throws IOException {
        if (version.isLarge()) {
            List<FigureRecord> all = QueryStore.withOthers(version.database(), figureId);
            if (!all.isEmpty()) {
                Quantities reader = Quantities.reader(pack);
                List<Statement> statements = all.stream().map(reader::statement).toList();
                return Optional.of(provenance(statements.getFirst(), statements.subList(1, statements.size()), reader));
            }
        }
        Optional<Statement> statement = quantities().find(figureId);
        return statement.isEmpty()
                ? unlisted(figureId)
                : Optional.of(provenance(statement.get(), quantities().others(statement.get()), quantities()));
    }

    private List<Provenance.Balanced> balances(String figureId) throws IOException {
        List<Provenance.Balanced> balances = new ArrayList<>();
        for (String chain : chains.names()) {
            for (BalanceLine line : chains.balance(chain)) {
                if (line.figureIds().contains(figureId)) {
                    balances.add(new Provenance.Balanced(chain, line));
                }
            }
        }
        return balances;
    }

    /// What each chain made of an imported figure, or why it does not rest on it.
    private List<Provenance.Imported> imports(String figureId) throws IOException {
        List<Provenance.Imported> all = new ArrayList<>();
        if (imported.list().isEmpty()) {
            return all;
        }
        Optional<TradeFlow> flow = imported.flow(figureId);
        for (String chain : chains.names()) {
            ImportReport report = chains.importReport(chain);
            for (ImportUse use : report.uses()) {
                if (use.figures().contains(flow.map(TradeFlow::weightFigure).orElse(figureId))) {
                    all.add(new Provenance.Imported(chain, Optional.of(use), Optional.empty()));
                }
            }
            for (ImportUnused unused : report.unused()) {
                if (flow.isPresent() && isAbout(unused, flow.get())) {
                    all.add(new Provenance.Imported(chain, Optional.empty(), Optional.of(unused)));
                }
            }
        }
        return all;
    }

    private static boolean isAbout(ImportUnused unused, TradeFlow flow) {
        return unused.importId().equals(flow.importId())
                && unused.code().equals(flow.code())
                && (unused.lines().isEmpty()
                        ? unused.why() != ImportUnused.Why.OTHER_YEAR || flow.year() != CHAIN_YEAR
                        : unused.lines().contains(flow.line()));
    }

    private Provenance provenance(Statement statement, List<Statement> others, Quantities reader) throws IOException {
        String figureId = statement.figure().id();
        FigureRecord figure = statement.figure();
        Map<String, String> row =
                isImported(figure) ? Map.of() : reader.row(figure).cells();
        return Provenance.of(statement, others, source(figure.sourceId()), row, balances(figureId))
                .with(imports(figureId));
    }

    private boolean isImported(FigureRecord figure) {
        return imported.list().stream().anyMatch(each -> each.id().equals(figure.sourceId()));
    }

    /// A figure of imported trade, or of a ledger: it stands beside nothing.
    private Optional<Provenance> unlisted(String figureId) throws IOException {
        Optional<FigureRecord> figure = findFigure(figureId);
        if (figure.isEmpty()) {
            return Optional.empty();
        }
        Source source = source(figure.get().sourceId());
        Statement statement =
                quantities().statement(new Quantities.Brought(figure.get(), source.published(), source.id()));
        return Optional.of(new Provenance(
                statement, source, imported.cells(figureId), List.of(), balances(figureId), imports(figureId)));
    }

    private Source source(String id) throws IOException {
        return findSource(id).orElseThrow(() -> new IllegalStateException("The atlas has no source '" + id + "'."));
    }

    /// A source by id; also a private ledger of the workspace, which [#sources] does not list.
    Optional<Source> findSource(String id) throws IOException {
        List<Source> all = new ArrayList<>(sources());
        imported.ledgers().forEach(each -> all.add(each.source()));
        return all.stream().filter(source -> source.id().equals(id)).findFirst();
    }

    /// All sources: those of the pack, then one for each import.
    List<Source> sources() {
        List<Source> sources = new ArrayList<>(companions.sources());
        imported.list().forEach(each -> sources.add(each.source()));
        return sources;
    }
}
