package org.monazite.atlas.chain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.PackException;
import org.monazite.atlas.pack.Row;

/// The rows of the pack that chains are built from, by what they are about.
final class Facts {

    private final Pack pack;
    private final Map<String, Row> processes;
    private final Set<String> reconciledTrade;
    private final Deviations deviations;
    private final ImportedFacts imported;

    /// @param imported what imports say; may be [ImportedFacts#NONE]
    Facts(Pack pack, ImportedFacts imported) {
        this.pack = pack;
        this.imported = imported;
        this.deviations = new Deviations(pack, imported);
        this.reconciledTrade = pack.table("sources").stream()
                .filter(row -> row.text("publisher").equals("CEPII")
                        && row.text("title").startsWith("BACI"))
                .map(row -> row.text("source_id"))
                .collect(Collectors.toUnmodifiableSet());
        this.processes = pack.table("processes").stream()
                .collect(Collectors.toMap(row -> row.text("process_id"), row -> row, (a, b) -> a, LinkedHashMap::new));
    }

    /// A figure with what it may be off by.
    Grounded ground(Row row, String value, String low, String high) {
        return deviations.of(row, value, low, high);
    }

    Pack pack() {
        return pack;
    }

    /// What the imports of the version say.
    ImportedFacts imported() {
        return imported;
    }

    /// Imported figures on who makes what.
    ImportedMakers importedMakers() {
        return deviations.imported();
    }

    /// Whether customs counted what a figure says.
    boolean isCustomsCount(String figureId) {
        return deviations.isCustomsCount(figureId);
    }

    /// Whether a source is an edition of BACI, the trade that CEPII reconciles from the reports of both sides.
    boolean isReconciledTrade(String sourceId) {
        return reconciledTrade.contains(sourceId);
    }

    /// Members of a coalition, such as the European Union.
    Set<String> members(String bloc) {
        return pack.table("blocs").stream()
                .filter(row -> row.text("bloc_id").equals(bloc))
                .map(row -> row.text("iso3"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Row process(String id) {
        return Optional.ofNullable(processes.get(id))
                .orElseThrow(() -> new PackException("processes", 1, "process_id", id, "the chain needs this row"));
    }

    Optional<Row> demand(String recordId) {
        return pack.table("demand").stream()
                .filter(row -> row.text("record_id").equals(recordId))
                .findFirst();
    }

    /// Days of working stock that users of a product hold, where somebody says so. Two published figures on car
    /// makers everywhere disagree by a factor of three and are left out.
    Optional<Row> workingStock(String place, String product) {
        return pack.table("stocks").stream()
                .filter(row -> row.text("kind").equals("working stock")
                        && row.text("unit").equals("days"))
                .filter(row ->
                        row.text("iso3").equals(place) && row.text("product_id").equals(product))
                .findFirst();
    }

    /// The price of a product in a year, US dollars per kilogram.
    double pricePerKg(String product, String year) {
        return pack.table("prices").stream()
                .filter(row -> row.text("product_id").equals(product)
                        && row.text("period").equals(year))
                .filter(row -> row.text("unit").equals("dollars per kilogram"))
                .mapToDouble(row -> row.need("value"))
                .findFirst()
                .orElseThrow(() -> new PackException("prices", 1, "product_id", product, "no price for " + year));
    }
}
