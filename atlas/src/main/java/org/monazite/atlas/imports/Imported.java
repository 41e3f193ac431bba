package org.monazite.atlas.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.supply.Flag;

/// The imports that a version holds, and the ledgers of the workspace: what can be asked of them.
public final class Imported {

    private static final Pattern FLOW = Pattern.compile("f-([a-z0-9-]{3,80})-([0-9]{1,9})(?:m([01][0-9]))?-([vq])");

    private final ImportStore store;
    private final List<ImportManifest> imports;
    private final Map<String, TradeTable.Where> places = new HashMap<>();

    /// Imports of one version.
    public Imported(ImportStore store, List<ImportManifest> imports) {
        this.store = store;
        this.imports = List.copyOf(imports);
    }

    /// The imports, by name.
    public List<ImportManifest> list() {
        return imports;
    }

    /// All figures but those of trade, which are too many: ask for [#trade] by code.
    public List<FigureRecord> figures() throws IOException {
        List<FigureRecord> figures = new ArrayList<>();
        for (ImportManifest each : imports) {
            figures.addAll(store.figures(each));
        }
        return figures;
    }

    /// The figures of one import, those of trade left out.
    ///
    /// @param each one of [#list]
    public List<FigureRecord> figures(ImportManifest each) throws IOException {
        return store.figures(each);
    }

    /// The flows of one import that one side of the border reports: by code, exporter, importer and period.
    public List<TradeFlow> oneSided(ImportManifest each) throws IOException {
        return each.flows() > 0
                        && (each.importFormat() == ImportFormat.COMTRADE
                                || each.importFormat().isNational())
                ? TradeTable.oneSided(where(each), each.id())
                : List.of();
    }

    /// What each import of trade that an earlier version does not hold says beside the imports of that version.
    ///
    /// @param earlier imports of the earlier version
    /// @param most revisions and added flows that are named, of each import
    public List<TradeDiff> tradeSince(List<ImportManifest> earlier, int most) throws IOException {
        List<TradeDiff> found = new ArrayList<>();
        TradeChanges changes = new TradeChanges(store, most);
        for (ImportManifest each : imports) {
            boolean there = earlier.stream().anyMatch(old -> old.id().equals(each.id()));
            if (!there && each.flows() > 0) {
                found.add(changes.of(each, earlier));
            }
        }
        return found;
    }

    /// Writes the flows of some imports as one table.
    ///
    /// @param from some of [#list] that hold flows
    /// @param folder that exists
    /// @param name of the files, without ending
    public TradeExport.Written export(List<ImportManifest> from, java.nio.file.Path folder, String name)
            throws IOException {
        return TradeExport.write(store, from, folder, name);
    }

    /// The value or the weight of a flow as a figure.
    public FigureRecord figure(TradeFlow flow, boolean isValue) {
        ImportManifest from = imports.stream()
                .filter(each -> each.id().equals(flow.importId()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no import '" + flow.importId() + "'."));
        return figure(from, flow, isValue ? flow.valueFigure() : flow.weightFigure(), isValue);
    }

    /// Everything that the source says in the line of a trade figure or of a purchase, by name of the column.
    ///
    /// @return empty for figures of other kinds
    public Map<String, String> cells(String id) throws IOException {
        Map<String, String> cells = new LinkedHashMap<>();
        for (LedgerLine purchase : id.startsWith("p-") ? ledger() : List.<LedgerLine>of()) {
            if (purchase.id().equals(id)) {
                cells.put("date", purchase.date().toString());
                cells.put("supplier", purchase.supplier());
                cells.put("supplier_country", purchase.supplierCountry());
                cells.put("origin_country", purchase.originCountry());
                cells.put("product", purchase.product());
                cells.put("t", Double.toString(purchase.tonnes()));
                cells.put("basis", purchase.basis());
                cells.put("value", Double.isNaN(purchase.value()) ? "" : Double.toString(purchase.value()));
                cells.put("currency", purchase.currency());
                cells.put("site", purchase.site());
            }
        }
        Optional<TradeFlow> flow = flow(id);
        flow.ifPresent(found -> {
            cells.put("exporter", found.exporter());
            cells.put("importer", found.importer());
            cells.put("scheme", found.scheme());
            cells.put("code", found.code());
            cells.put("year", String.valueOf(found.year()));
            cells.put("month", found.month() == 0 ? "" : String.valueOf(found.month()));
            cells.put("reported_by", found.reportedBy());
            cells.put("value_" + found.currency().toLowerCase(java.util.Locale.ROOT), Double.toString(found.value()));
            cells.put("weight_t", Double.isNaN(found.weightTonnes()) ? "" : Double.toString(found.weightTonnes()));
        });
        return cells;
    }

    /// The flow that a figure of trade (`f-IMPORT-LINE-v` or `-q`) is from.
    public Optional<TradeFlow> flow(String id) throws IOException {
        Matcher name = FLOW.matcher(id);
        if (!name.matches()) {
            return Optional.empty();
        }
        for (ImportManifest each : imports) {
            if (each.id().equals(name.group(1)) && each.flows() > 0) {
                int month = name.group(3) == null ? 0 : Integer.parseInt(name.group(3));
                return TradeTable.line(where(each), each.id(), Long.parseLong(name.group(2))).stream()
                        .filter(flow -> month == 0 || flow.month() == month)
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    /// Trade under one customs code in one year as every imported source says it: by import, then by exporter,
    /// importer and month. Sources are never added up; each flow names its own.
    ///
    /// @param code six digits
    /// @param year ISO year
    public List<TradeFlow> trade(String code, int year) throws IOException {
        List<TradeFlow> flows = new ArrayList<>();
        for (ImportManifest each : imports) {
            if (each.flows() > 0) {
                flows.addAll(TradeTable.read(where(each), each.id(), code, year));
            }
        }
        return flows;
    }

    /// Trade of one import under some customs codes in one year: by code, exporter, importer and month.
    ///
    /// @param each one of [#list]
    /// @param codes six digits each
    public List<TradeFlow> trade(ImportManifest each, Collection<String> codes, int year) throws IOException {
        return each.flows() > 0 ? TradeTable.read(where(each), each.id(), codes, year) : List.of();
    }

    /// How many flows of each year one import holds under each of some customs codes.
    ///
    /// @param each one of [#list]
    /// @param codes six digits each
    public List<CodeCount> counts(ImportManifest each, Collection<String> codes) throws IOException {
        return each.flows() > 0 ? TradeTable.counts(where(each), codes) : List.of();
    }

    /// The import that a figure of trade is from, by its name alone.
    public Optional<ImportManifest> importOf(String figureId) {
        Matcher name = FLOW.matcher(figureId);
        return name.matches()
                ? imports.stream()
                        .filter(each -> each.id().equals(name.group(1)))
                        .findFirst()
                : Optional.empty();
    }

    /// Where the flows of an import lie. Its files are compared with their hashes once.
    private synchronized TradeTable.Where where(ImportManifest each) throws IOException {
        TradeTable.Where known = places.get(each.id());
        if (known == null) {
            known = store.trade(each);
            places.put(each.id(), known);
        }
        return known;
    }

    /// The newest year of which an import holds whole-year trade under any of the codes.
    ///
    /// @param codes six digits each
    public OptionalInt latestTradeYear(Collection<String> codes) throws IOException {
        OptionalInt latest = OptionalInt.empty();
        for (ImportManifest each : imports) {
            OptionalInt year = each.flows() > 0 ? TradeTable.latestYear(where(each), codes) : OptionalInt.empty();
            if (year.isPresent() && year.getAsInt() > latest.orElse(Integer.MIN_VALUE)) {
                latest = year;
            }
        }
        return latest;
    }

    /// What imported editions say about an indicator of governance in a year, the newest edition first.
    public List<GovernanceScore> governance(String indicator, int year) throws IOException {
        List<GovernanceScore> scores = new ArrayList<>();
        for (ImportManifest each : imports) {
            if (each.importFormat() == ImportFormat.WGI) {
                for (FigureRecord figure : store.figures(each)) {
                    if (figure.measure().equals(indicator) && figure.period().equals(String.valueOf(year))) {
                        scores.add(new GovernanceScore(
                                figure.place(),
                                indicator,
                                year,
                                figure.value(),
                                each.id(),
                                each.vintage(),
                                figure.id()));
                    }
                }
            }
        }
        scores.sort(Comparator.comparing( // an edition that nobody named is not taken for the newest
                        (GovernanceScore each) -> each.vintage().equals("unstated") ? "" : each.vintage())
                .reversed()
                .thenComparing(GovernanceScore::place)
                .thenComparing(GovernanceScore::sourceId));
        return scores;
    }

    /// The purchases of all ledgers of the workspace, by ledger and line. Private: no version holds them.
    public List<LedgerLine> ledger() throws IOException {
        List<LedgerLine> purchases = new ArrayList<>();
        for (ImportManifest each : store.ledgers()) {
            purchases.addAll(store.purchases(each));
        }
        return purchases;
    }

    /// The purchases of one ledger, by line.
    ///
    /// @param ledger one of [#ledgers]
    public List<LedgerLine> purchases(ImportManifest ledger) throws IOException {
        return store.purchases(ledger);
    }

    /// The ledgers of the workspace.
    public List<ImportManifest> ledgers() throws IOException {
        return store.ledgers();
    }

    /// A figure that stands in no list: value or weight of a trade flow (`f-IMPORT-LINE-v`), or a purchase (`p-...`).
    public Optional<FigureRecord> find(String id) throws IOException {
        if (id.startsWith("p-")) {
            for (ImportManifest each : store.ledgers()) {
                for (LedgerLine purchase : store.purchases(each)) {
                    if (purchase.id().equals(id)) {
                        return Optional.of(figure(each, purchase));
                    }
                }
            }
            return Optional.empty();
        }
        Optional<TradeFlow> flow = flow(id);
        return imports.stream()
                .filter(each -> flow.isPresent() && flow.get().importId().equals(each.id()))
                .findFirst()
                .map(each -> figure(each, flow.get(), id, id.endsWith("-v")));
    }

    static FigureRecord figure(ImportManifest from, TradeFlow flow, String id, boolean isValue) {
        double value = isValue ? flow.value() : flow.weightTonnes();
        boolean estimated = !isValue && flow.flag() == Flag.ESTIMATE;
        String period = flow.month() == 0 ? flow.year() + "" : "%d-%02d".formatted(flow.year(), flow.month());
        return new FigureRecord(
                id,
                flow.exporter(),
                flow.importer(),
                flow.scheme() + " " + flow.code(),
                "export, reported by " + flow.reportedBy(),
                period,
                value,
                value,
                value,
                Double.isNaN(value) ? "NA" : "=",
                isValue ? flow.currency() : "t gross",
                estimated ? "estimate" : "reported",
                "primary-file",
                estimated ? Flag.ESTIMATE : Flag.NONE,
                from.id(),
                from.file() + ":" + flow.line(),
                "",
                "");
    }

    private static FigureRecord figure(ImportManifest from, LedgerLine purchase) {
        return new FigureRecord(
                purchase.id(),
                purchase.supplierCountry(),
                purchase.site(),
                purchase.product(),
                "purchase",
                purchase.date().toString(),
                purchase.tonnes(),
                purchase.tonnes(),
                purchase.tonnes(),
                "=",
                purchase.basis(),
                "reported",
                "primary-file",
                Flag.NONE,
                from.id(),
                purchase.locator(),
                purchase.raw(),
                "private");
    }
}
