package org.monazite.atlas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.monazite.atlas.chain.ImportReport;
import org.monazite.atlas.chain.ImportedFacts;
import org.monazite.atlas.chain.NationalLines;
import org.monazite.atlas.chain.SeaRoutes;
import org.monazite.atlas.chain.Words;
import org.monazite.atlas.imports.GovernanceScore;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.atlas.imports.Imported;
import org.monazite.atlas.imports.LedgerLine;
import org.monazite.atlas.imports.TradeFlow;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Quantities;
import org.monazite.supply.Coalition;
import org.monazite.supply.ExportControl;
import org.monazite.supply.Material;
import org.monazite.supply.Place;
import org.monazite.supply.PlanOption;
import org.monazite.supply.Price;
import org.monazite.supply.Product;
import org.monazite.supply.Production;
import org.monazite.supply.Project;
import org.monazite.supply.PublishedNeed;
import org.monazite.supply.Recipe;
import org.monazite.supply.Route;
import org.monazite.supply.Series;
import org.monazite.supply.Source;
import org.monazite.supply.StockFact;
import org.monazite.supply.SupplyNetwork;

/// One published version, opened for reading: networks, figures with their sources, and what travels
/// beside them.
public final class Atlas {

    private final VersionFolder folder;
    private final Pack pack;
    private final Companions companions;
    private final Imported imported;
    private final ChainFiles chains;
    private final FigureTrail trail;
    private final Words words;

    private Atlas(VersionFolder folder, Pack pack, Imported imported) {
        this.folder = folder;
        this.imported = imported;
        this.pack = pack;
        this.companions = new Companions(pack);
        this.chains = new ChainFiles(folder);
        this.trail = new FigureTrail(folder, pack, imported);
        this.words = Words.of(pack);
    }

    /// Opens the version in force. Every file is compared with the manifest, and the manifest with
    /// `CURRENT`: 6 MB, some 30 ms.
    ///
    /// @throws AtlasException if there is none, or a file differs from its manifest
    /// @throws IOException if the disk refuses
    public static Atlas open(Path atlas) throws IOException {
        return open(atlas, VersionFolder.inForce(atlas));
    }

    /// Opens a version by name.
    public static Atlas open(Path atlas, String version) throws IOException {
        return open(atlas, VersionFolder.named(atlas, version));
    }

    private static Atlas open(Path atlas, VersionFolder folder) throws IOException {
        return new Atlas(folder, folder.pack(), folder.imported(atlas));
    }

    /// What a version consists of, without a look at its files.
    ///
    /// @throws AtlasException if its manifest is none
    public static Manifest manifest(Path atlas, String version) throws IOException {
        return VersionFolder.manifest(atlas.resolve(version).resolve("manifest.json"));
    }

    /// The version in force, if one was published.
    public static Optional<String> currentVersion(Path atlas) throws IOException {
        return VersionFolder.currentVersion(atlas);
    }

    /// All published versions, by name.
    public static List<String> versions(Path atlas) throws IOException {
        return VersionFolder.versions(atlas);
    }

    /// What the version consists of.
    public Manifest manifest() {
        return folder.manifest();
    }

    /// The name of the version.
    public String version() {
        return manifest().version();
    }

    /// The network of a chain, such as `magnets`.
    ///
    /// @throws IllegalArgumentException if the atlas has no such chain
    public SupplyNetwork network(String chain) throws IOException {
        return chains.network(chain);
    }

    /// The networks that a chain would have if figures of the pack were other numbers.
    ///
    /// @throws IllegalArgumentException if the atlas has no such chain
    public WhatIf whatIf(String chain) throws IOException {
        return new WhatIf(chain, network(chain), pack, ImportedFacts.of(imported, pack));
    }

    /// The chains that have a network.
    public List<String> chains() {
        return chains.names();
    }

    /// What the balance did to the figures of a chain, most suspect first.
    public List<BalanceLine> balance(String chain) throws IOException {
        return chains.balance(chain);
    }

    /// How well each balance of a chain closes, by stage and place: the widest gap of the figures first.
    public List<ResidualLine> residuals(String chain) throws IOException {
        return chains.residuals(chain);
    }

    /// What the tests say about the figures of a chain.
    public BalanceTests balanceTests(String chain) throws IOException {
        return chains.balanceTests(chain);
    }

    /// What became of imported figures in the balance of a chain.
    public ImportReport importReport(String chain) throws IOException {
        return chains.importReport(chain);
    }

    /// The imports that a chain rests on and that may not be passed on.
    public List<ImportManifest> closedImports(String chain) throws IOException {
        return chains.closedImports(chain, imported);
    }

    /// All figures, by id.
    public Map<String, FigureRecord> figures() {
        return trail.figures();
    }

    /// All figures by what they are about: sources side by side.
    public Quantities quantities() {
        return trail.quantities();
    }

    /// The figure of this id; also one of an imported trade flow or of a ledger, which stand in no list.
    public Optional<FigureRecord> findFigure(String id) {
        return trail.findFigure(id);
    }

    /// Where a figure comes from: raw row, source, other sources for the same quantity, what the balances
    /// made of it.
    ///
    /// @return empty if there is no figure of this id
    public Optional<Provenance> provenance(String figureId) throws IOException {
        return trail.provenance(figureId);
    }

    /// A source by id; also a private ledger of the workspace, which [#sources] does not list.
    public Optional<Source> findSource(String id) throws IOException {
        return trail.findSource(id);
    }

    /// All sources: those of the pack, then one for each import.
    public List<Source> sources() {
        return trail.sources();
    }

    /// What an import does to the balances of this version.
    ///
    /// @param importId one of the imports of this version
    public ImportEffect importEffect(String importId) throws IOException {
        return ImportEffect.of(this, importId);
    }

    /// The rows and tables that the version was made from.
    Pack pack() {
        return pack;
    }

    /// What the version holds, in numbers.
    public AtlasSummary summary() {
        return AtlasSummary.of(version(), figures().values(), sources());
    }

    /// What users brought: the imports of this version and the private ledgers beside it.
    public Imported imported() {
        return imported;
    }

    /// Imported trade under one customs code in one year: who shipped what to whom, as each source says it.
    /// Values are current US dollars, weights t gross; a source's weight may be missing (NaN). Never add
    /// the sources up.
    ///
    /// @param code six digits of the harmonised system, such as `280530`
    /// @return empty when no import holds such trade
    /// @throws IOException if an import cannot be read
    public List<TradeFlow> trade(String code, int year) throws IOException {
        return imported.trade(code, year);
    }

    /// Flows that both sides counted, those of the pack and of imported trade: tonnes before dollars, the
    /// widest gap first.
    ///
    /// @throws IOException if an import cannot be read
    public List<MirrorGap> mirror() throws IOException {
        List<MirrorGap> gaps = new ArrayList<>(MirrorGap.in(quantities()));
        gaps.addAll(new TradeMirror(imported, NationalLines.of(pack)).gaps());
        gaps.sort(MirrorGap.ORDER);
        return gaps;
    }

    /// Governance of places in a year by every source that is there: imported editions first, the newest of
    /// them first, then the pack. NaN where a source says that it has no estimate.
    ///
    /// @param indicator `VA`, `PV`, `GE`, `RQ`, `RL` or `CC`
    /// @throws IOException if an import cannot be read
    public List<GovernanceScore> governance(String indicator, int year) throws IOException {
        List<GovernanceScore> scores = new ArrayList<>(imported.governance(indicator, year));
        String measure = indicator + ": estimate";
        for (FigureRecord figure : pack.figures()) {
            boolean wanted = figure.measure().equals(measure) && figure.period().equals(String.valueOf(year));
            if (wanted && figure.locator().startsWith("governance_wgi.csv")) {
                scores.add(new GovernanceScore(
                        figure.place(), indicator, year, figure.value(), figure.sourceId(), "", figure.id()));
            }
        }
        return scores;
    }

    /// The purchases in the private ledgers of the workspace. They belong to no version and to no export.
    ///
    /// @throws IOException if a ledger cannot be read
    public List<LedgerLine> ledger() throws IOException {
        return imported.ledger();
    }

    /// Places by code.
    public Map<String, Place> places() {
        return words.places();
    }

    /// Products by id.
    public Map<String, Product> products() {
        return words.products();
    }

    /// Materials by id.
    public Map<String, Material> materials() {
        return words.materials();
    }

    /// Named sets of places.
    public List<Coalition> coalitions() {
        return companions.coalitions();
    }

    /// Mines, plants and works, decided or not.
    public List<Project> projects() {
        return companions.projects();
    }

    /// Generic measures that a plan may choose.
    public List<PlanOption> planOptions() {
        return companions.planOptions();
    }

    /// Prices in US dollars per tonne.
    public List<Price> prices() {
        return companions.prices();
    }

    /// Time series: shares, budgets, exports.
    public List<Series> series() {
        return new StatedSeries(pack).list();
    }

    /// What each source says about who makes a product in a year, one entry per source and basis, the
    /// newest vintage first; also for minerals that have no network. Withheld and missing figures are
    /// states of their own.
    ///
    /// @param productId such as `ga.refined`, `w.mine`
    /// @param year ISO year
    /// @return empty when no source says anything
    /// @throws IllegalArgumentException if the atlas has no such product
    public List<Production> production(String productId, int year) {
        if (!products().containsKey(productId)) {
            throw new IllegalArgumentException("""
                    The atlas has no product '%s'.
                    Maybe it is one of %s.\
                    """.formatted(
                            productId, products().keySet().stream().sorted().toList()));
        }
        return new StatedProduction(pack).list(productId, String.valueOf(year));
    }

    /// Who makes what by the imports of this version, one entry for each import, product, year and unit.
    public List<Production> importedProduction() throws IOException {
        return new ImportedProduction(pack, imported()).list();
    }

    /// What can be compared across all materials.
    public Comparables comparables() {
        return new Comparables(pack);
    }

    /// Goods that hold magnets, what goes into them, and what magnets of a grade hold.
    public Goods goods() {
        return new Goods(pack);
    }

    /// Export controls with their dates.
    public List<ExportControl> exportControls() {
        return companions.exportControls();
    }

    /// Stocks and stock targets.
    public List<StockFact> stocks() {
        return companions.stocks();
    }

    /// Gross domestic product of a place in a year; empty where no source states it.
    public Optional<Gdp> findGdp(String place, int year) {
        return companions.findGdp(place, year);
    }

    /// What others say an event would cost a place.
    public List<PublishedLoss> publishedLosses() {
        return companions.publishedLosses();
    }

    /// Share of the demand for a product that a substitute can take over within a year, by product, 0..1.
    public Map<String, Double> substitutionShares() {
        Map<String, Double> shares = new TreeMap<>();
        companions.substitutionShares().forEach((product, share) -> shares.put(product, share.value()));
        return shares;
    }

    /// What publishers say places will need of products in years to come.
    public List<PublishedNeed> publishedNeeds() {
        return companions.publishedNeeds();
    }

    /// Default routes between places, with the lanes they cross; beyond those that a chain uses.
    public List<Route> routes() {
        return SeaRoutes.of(pack);
    }

    /// Inputs per unit of output.
    public List<Recipe> recipes() {
        return companions.recipes();
    }
}
