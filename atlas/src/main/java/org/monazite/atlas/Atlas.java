package org.monazite.atlas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.monazite.atlas.chain.ImportReport;
import org.monazite.atlas.chain.ImportUnused;
import org.monazite.atlas.chain.ImportUse;
import org.monazite.atlas.chain.SeaRoutes;
import org.monazite.atlas.chain.Words;
import org.monazite.atlas.imports.GovernanceScore;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.atlas.imports.ImportStore;
import org.monazite.atlas.imports.Imported;
import org.monazite.atlas.imports.LedgerLine;
import org.monazite.atlas.imports.TradeFlow;
import org.monazite.atlas.internal.Disk;
import org.monazite.atlas.internal.QueryStore;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Quantities;
import org.monazite.atlas.pack.Statement;
import org.monazite.supply.Coalition;
import org.monazite.supply.ExportControl;
import org.monazite.supply.Material;
import org.monazite.supply.NetworkCodec;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// One published version, opened for reading: networks, figures with their sources, and what travels
/// beside them.
public final class Atlas {

    /// From so many figures on, one is looked up in the database.
    private static final int MANY = 100_000;

    /// The year of all chains.
    private static final int CHAIN_YEAR = 2024;

    private final Path folder;
    private final Manifest manifest;
    private final Pack pack;
    private final Companions companions;
    private final Imported imported;
    private final Words words;
    private final Map<String, FigureRecord> figures = new LinkedHashMap<>();
    private @Nullable Quantities quantities;

    private Atlas(Path folder, Manifest manifest, Pack pack, Imported imported) {
        this.imported = imported;
        this.folder = folder;
        this.manifest = manifest;
        this.pack = pack;
        this.companions = new Companions(pack);
        this.words = Words.of(pack);
    }

    /// Opens the version in force. Every file is compared with the manifest, and the manifest with
    /// `CURRENT`: 6 MB,
    /// some 30 ms.
    ///
    /// @throws AtlasException if there is none, or a file differs from its manifest
    /// @throws IOException if the disk refuses
    public static Atlas open(Path atlas) throws IOException {
        String version = currentVersion(atlas)
                .orElseThrow(() -> new AtlasException(AtlasException.Reason.MISSING, """
                        There is no atlas in '%s'.
                        Maybe build it: `./monazite data build`.\
                        """.formatted(atlas)));
        Path manifest = atlas.resolve(version).resolve("manifest.json");
        Optional<String> published = currentLines(atlas).skip(1).findFirst();
        if (Files.isRegularFile(manifest) && !published.equals(Optional.of(Disk.hash(manifest)))) {
            throw altered(manifest, "it is not the manifest that was published");
        }
        return open(atlas, version);
    }

    /// Opens a version by name.
    public static Atlas open(Path atlas, String version) throws IOException {
        Path folder = atlas.resolve(version);
        Path file = folder.resolve("manifest.json");
        if (Files.isDirectory(folder) && !Files.isRegularFile(file)) {
            throw altered(file, "it is gone");
        }
        if (!Files.isRegularFile(file)) {
            throw new AtlasException(AtlasException.Reason.MISSING, """
                    There is no atlas version '%s' in '%s'; there are %s.
                    Maybe list them: `./monazite data versions`.\
                    """.formatted(version, atlas, versions(atlas)));
        }
        Manifest manifest = manifest(file);
        if (manifest.figures() > MANY) {
            QueryStore.load(); // half a second, while the files are compared
        }
        for (Manifest.FileEntry entry : manifest.files()) {
            check(folder, entry);
        }
        List<String> missing = Pack.missing(folder.resolve("pack"));
        if (!missing.isEmpty()) {
            String names = "'" + String.join("', '", missing) + "'";
            throw new AtlasException(AtlasException.Reason.ALTERED, """
                    The atlas version '%s' holds no table %s, which this program needs: another program wrote it ('%s').
                    Maybe open it with that program, or build the atlas again: `./monazite data build`.\
                    """.formatted(version, names, manifest.software()));
        }
        return new Atlas(folder, manifest, Pack.published(folder.resolve("pack")), imported(atlas, manifest));
    }

    /// What a version consists of, without a look at its files.
    ///
    /// @throws AtlasException if its manifest is none
    public static Manifest manifest(Path atlas, String version) throws IOException {
        return manifest(atlas.resolve(version).resolve("manifest.json"));
    }

    /// The imports of a version lie beside it; their manifests are compared with its own.
    private static Imported imported(Path atlas, Manifest manifest) throws IOException {
        checkImports(atlas, manifest.imports());
        ImportStore store = new ImportStore(atlas);
        List<ImportManifest> imports = new ArrayList<>();
        for (Manifest.ImportEntry entry : manifest.imports()) {
            imports.add(store.manifest(entry.id(), false));
        }
        return new Imported(store, imports);
    }

    static void checkImports(Path atlas, Collection<Manifest.ImportEntry> imports) throws IOException {
        ImportStore store = new ImportStore(atlas);
        for (Manifest.ImportEntry entry : imports) {
            Path file = atlas.resolve("imports").resolve(entry.id()).resolve("import.json");
            if (!store.has(entry.id(), false)) {
                throw altered(file, "it is gone");
            }
            if (!store.hash(entry.id()).equals(entry.sha256())) {
                throw altered(file, "it is not the file that was published");
            }
        }
    }

    static Manifest manifest(Path file) throws IOException {
        try {
            return JsonMapper.builder().build().readValue(Files.readAllBytes(file), Manifest.class);
        } catch (JacksonException e) {
            throw altered(file, "it is not a manifest: " + e.getOriginalMessage());
        }
    }

    private static void check(Path folder, Manifest.FileEntry entry) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        Path file = root.resolve(entry.path()).normalize();
        if (!file.startsWith(root)) {
            throw altered(file, "it lies outside the version");
        }
        if (!Files.isRegularFile(file)) {
            throw altered(file, "it is gone");
        }
        if (Files.size(file) != entry.bytes() || !Disk.hash(file).equals(entry.sha256())) {
            throw altered(file, "it is not the file that was published");
        }
    }

    private static AtlasException altered(Path file, String how) {
        return new AtlasException(AtlasException.Reason.ALTERED, """
                The atlas file '%s' cannot be trusted: %s.
                Maybe delete its version and build it again: `./monazite data build`.\
                """.formatted(file, how));
    }

    /// The version in force, if one was published.
    public static Optional<String> currentVersion(Path atlas) throws IOException {
        return currentLines(atlas).findFirst().filter(line -> !line.isBlank());
    }

    /// `CURRENT` holds the version in force and the hash of its manifest.
    private static Stream<String> currentLines(Path atlas) throws IOException {
        Path current = atlas.resolve("CURRENT");
        if (!Files.isRegularFile(current)) {
            return Stream.empty();
        }
        return new String(Files.readAllBytes(current), StandardCharsets.UTF_8)
                .lines(); // bytes that are no text name no version
    }

    /// All published versions, by name.
    public static List<String> versions(Path atlas) throws IOException {
        if (!Files.isDirectory(atlas)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(atlas)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("manifest.json")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /// What the version consists of.
    public Manifest manifest() {
        return manifest;
    }

    /// The name of the version.
    public String version() {
        return manifest.version();
    }

    /// The network of a chain, such as `magnets`.
    ///
    /// @throws IllegalArgumentException if the atlas has no such chain
    public SupplyNetwork network(String chain) throws IOException {
        String file = networkFile(chain);
        return NetworkCodec.decode(ByteBuffer.wrap(Files.readAllBytes(folder.resolve(file))));
    }

    /// The chains that have a network.
    public List<String> chains() {
        return manifest.networks().stream()
                .map(path -> path.substring("networks/".length(), path.indexOf('-')))
                .toList();
    }

    /// What the balance did to the figures of a chain, most suspect first.
    public List<BalanceLine> balance(String chain) throws IOException {
        List<BalanceLine> lines = new ArrayList<>(BalanceTable.read(folder.resolve(stem(chain) + "-balance.csv")));
        lines.sort(Comparator.comparingDouble(BalanceLine::z).reversed());
        return lines;
    }

    /// How well each balance of a chain closes, by stage and place: the widest gap of the figures first.
    public List<ResidualLine> residuals(String chain) throws IOException {
        return ResidualTable.read(folder.resolve(stem(chain) + "-residuals.csv"));
    }

    /// What the tests say about the figures of a chain.
    public BalanceTests balanceTests(String chain) throws IOException {
        return BalanceTests.read(folder.resolve(stem(chain) + "-tests.json"));
    }

    /// What became of imported figures in the balance of a chain.
    public ImportReport importReport(String chain) throws IOException {
        return ImportTable.read(folder.resolve(stem(chain) + "-imports.json"));
    }

    /// What an import does to the balances of this version.
    ///
    /// @param importId one of the imports of this version
    public ImportEffect importEffect(String importId) throws IOException {
        return ImportEffect.of(this, importId);
    }

    /// The imports that a chain rests on and that may not be passed on.
    public List<ImportManifest> closedImports(String chain) throws IOException {
        Set<String> used = new TreeSet<>();
        importReport(chain).uses().stream()
                .filter(use -> !use.suspect())
                .forEach(use -> use.parts().forEach(part -> used.add(part.importId())));
        return imported.list().stream()
                .filter(each -> used.contains(each.id())
                        && each.importFormat().redistribution().equals("import-only"))
                .toList();
    }

    /// The files of a chain without their endings.
    private String stem(String chain) {
        String network = networkFile(chain);
        return network.substring(0, network.lastIndexOf('-'));
    }

    private String networkFile(String chain) {
        return manifest.networks().stream()
                .filter(path -> path.startsWith("networks/" + chain + "-"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The atlas has no chain '%s'; it has %s.".formatted(chain, chains())));
    }

    /// All figures, by id.
    public synchronized Map<String, FigureRecord> figures() {
        if (figures.isEmpty()) {
            pack.figures().forEach(figure -> figures.put(figure.id(), figure));
            try {
                imported.figures().forEach(figure -> figures.put(figure.id(), figure));
            } catch (ImportStore.AlteredException e) {
                figures.clear();
                throw altered(e.file(), "it is not the file that was imported");
            } catch (IOException e) {
                figures.clear();
                throw new UncheckedIOException(e);
            }
        }
        return figures;
    }

    /// All figures by what they are about: sources side by side.
    public synchronized Quantities quantities() {
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
            throw altered(e.file(), "it is not the file that was imported");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /// The rows and tables that the version was made from.
    Pack pack() {
        return pack;
    }

    /// What the version holds, in numbers.
    public AtlasSummary summary() {
        return AtlasSummary.of(version(), figures().values(), sources());
    }

    /// The figure of this id; also one of an imported trade flow or of a ledger, which stand in no list.
    public Optional<FigureRecord> findFigure(String id) {
        try {
            if (isLarge()) {
                Optional<FigureRecord> one =
                        QueryStore.withOthers(database(), id).stream().findFirst();
                if (one.isPresent()) {
                    return one;
                }
            }
            Optional<FigureRecord> listed = Optional.ofNullable(figures().get(id));
            return listed.isPresent() ? listed : imported.find(id);
        } catch (ImportStore.AlteredException e) {
            throw altered(e.file(), "it is not the file that was imported");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where a figure comes from: raw row, source, other sources for the same quantity, what the balances
    /// made of it.
    ///
    /// @return empty if there is no figure of this id
    public Optional<Provenance> provenance(String figureId) throws IOException {
        if (isLarge()) {
            List<FigureRecord> all = QueryStore.withOthers(database(), figureId);
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
        for (String chain : chains()) {
            for (BalanceLine line : balance(chain)) {
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
        for (String chain : chains()) {
            ImportReport report = importReport(chain);
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

    /// A version so large that one figure is looked up in its database, not among all; not with imports, which stand
    /// beside the figures of the pack.
    private boolean isLarge() {
        return manifest.figures() > MANY && manifest.imports().isEmpty();
    }

    private Path database() {
        return folder.resolve("atlas.duckdb");
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
    public Optional<Source> findSource(String id) throws IOException {
        List<Source> all = new ArrayList<>(sources());
        imported.ledgers().forEach(each -> all.add(each.source()));
        return all.stream().filter(source -> source.id().equals(id)).findFirst();
    }

    /// All sources: those of the pack, then one for each import.
    public List<Source> sources() {
        List<Source> sources = new ArrayList<>(companions.sources());
        imported.list().forEach(each -> sources.add(each.source()));
        return sources;
    }

    /// What users brought: the imports of this version and the private ledgers beside it.
    public Imported imported() {
        return imported;
    }

    /// Imported trade under one customs code in one year: who shipped what to whom, as each source says it. Values are
    /// current US dollars, weights t gross; a source's weight may be missing (NaN). Never add the sources up.
    ///
    /// @param code six digits of the harmonised system, such as `280530`
    /// @return empty when no import holds such trade
    /// @throws IOException if an import cannot be read
    public List<TradeFlow> trade(String code, int year) throws IOException {
        return imported.trade(code, year);
    }

    /// Flows that both sides counted, those of the pack and of imported trade: tonnes before dollars, the widest gap
    /// first.
    ///
    /// @throws IOException if an import cannot be read
    public List<MirrorGap> mirror() throws IOException {
        List<MirrorGap> gaps = new ArrayList<>(MirrorGap.in(quantities()));
        gaps.addAll(new TradeMirror(imported).gaps());
        gaps.sort(MirrorGap.ORDER);
        return gaps;
    }

    /// Governance of places in a year by every source that is there: imported editions first, the newest of them
    /// first, then the pack. NaN where a source says that it has no estimate.
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
        return companions.series();
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
        return companions.production(productId, String.valueOf(year));
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
