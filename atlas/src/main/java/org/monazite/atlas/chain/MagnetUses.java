package org.monazite.atlas.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.monazite.atlas.pack.Row;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;
import org.monazite.supply.UseClass;

/// Who puts magnets into products, and what value hangs on them.
///
/// Value at risk of a sector = gross value added of its industry x share of it that cannot be made without the
/// magnet (`sector_value`, OECD 2018). Each industry counts once: all motors of cars under `cars_ev`, wind under
/// machinery, appliances with electronics, other transport under `defence`.
final class MagnetUses {

    private static final Map<String, SectorName> SECTORS = new LinkedHashMap<>();

    static {
        SECTORS.put("EV traction motors", new SectorName("ev", UseClass.INDUSTRY, List.of("cars_ev")));
        SECTORS.put(
                "Auto micromotors, sensors, speakers", new SectorName("auto", UseClass.INDUSTRY, List.of("cars_ev")));
        SECTORS.put("Wind generators", new SectorName("wind", UseClass.ESSENTIAL, List.of("industrial")));
        SECTORS.put(
                "Consumer electronics and appliances",
                new SectorName("electronics", UseClass.HOUSEHOLD, List.of("electronics", "air_conditioners")));
        SECTORS.put(
                "Industrial motors, robots, elevators",
                new SectorName("industrial", UseClass.ESSENTIAL, List.of("industrial")));
        SECTORS.put("E-bikes, other transport", new SectorName("transport", UseClass.HOUSEHOLD, List.of("defence")));
        SECTORS.put(
                "Defence, aerospace, medical, other", new SectorName("defence", UseClass.DEFENCE, List.of("defence")));
    }

    private record SectorName(String key, UseClass useClass, List<String> industries) {}

    private final Facts facts;

    MagnetUses(Facts facts) {
        this.facts = facts;
    }

    void addTo(ChainDraft draft) {
        for (String place : List.of("CHN", "JPN", "USA", "EU27", "KOR", "ROW")) {
            draft.use(new ChainDraft.Use(place, "ndfeb.magnet", total(draft, place), sectors(place)));
        }
        for (String place : List.of("IND", "VNM", "THA", "TWN", "PHL", "GBR")) {
            draft.use(new ChainDraft.Use(place, "ndfeb.magnet", total(draft, place), List.of(unsplit())));
        }
    }

    private static ChainDraft.Sector unsplit() {
        return new ChainDraft.Sector("all", 1, UseClass.INDUSTRY, Range.exactly(0), Flag.NONE, List.of());
    }

    /// A published total, or what the flows leave: that one is settled by the balance alone.
    private Optional<Grounded> total(ChainDraft draft, String place) {
        return facts.pack().table("demand").stream()
                .filter(row -> row.text("iso3").equals(place)
                        && row.text("product_id").equals("ndfeb.magnet")
                        && row.text("sector").equals("Total")
                        && row.text("year").equals(String.valueOf(MagnetChain.YEAR)))
                .findFirst()
                .map(row -> facts.ground(row, "value", "low", "high"));
    }

    private List<ChainDraft.Sector> sectors(String place) {
        List<Row> rows = facts.pack().table("demand").stream()
                .filter(row -> row.text("iso3").equals(place)
                        && row.text("product_id").equals("ndfeb.magnet")
                        && SECTORS.containsKey(row.text("sector"))
                        && row.text("year").equals(String.valueOf(MagnetChain.YEAR)))
                .toList();
        double total = rows.stream().mapToDouble(row -> row.need("value")).sum();
        List<ChainDraft.Sector> sectors = new ArrayList<>();
        for (Row row : rows) {
            SectorName name =
                    Optional.ofNullable(SECTORS.get(row.text("sector"))).orElseThrow();
            Value value = value(place, name, row, rows);
            sectors.add(new ChainDraft.Sector(
                    name.key(),
                    row.need("value") / total,
                    name.useClass(),
                    value.usd(),
                    row.flag().and(value.flag()),
                    Stream.concat(Stream.of(row.citation("value")), value.citations().stream())
                            .toList()));
        }
        return sectors;
    }

    private record Value(Range usd, Flag flag, List<Citation> citations) {}

    /// The part of an industry's dependent value that falls to one sector, by its tonnes among those that share it.
    private Value value(String place, SectorName name, Row row, List<Row> rows) {
        double tonnes = rows.stream()
                .filter(other -> Optional.ofNullable(SECTORS.get(other.text("sector")))
                        .orElseThrow()
                        .industries()
                        .equals(name.industries()))
                .mapToDouble(other -> other.need("value"))
                .sum();
        double part = row.need("value") / tonnes;
        double value = 0;
        double low = 0;
        double high = 0;
        Flag flag = Flag.NONE;
        List<Citation> citations = new ArrayList<>();
        for (String industry : name.industries()) {
            Optional<Row> added = find(place, industry, "gross_value_added");
            Optional<Row> share = find(place, industry, "dependent_share");
            if (added.isPresent() && share.isPresent()) {
                Range usd = added.get().range("value", "low", "high").times(1e6);
                Range dependent = share.get().range("value", "low", "high").times(0.01);
                value += part * usd.value() * dependent.value();
                low += part * usd.low() * dependent.low();
                high += part * usd.high() * dependent.high();
                flag = flag.and(added.get().flag()).and(share.get().flag());
                citations.add(added.get().citation("value"));
                citations.add(share.get().citation("value"));
            }
        }
        return new Value(new Range(value, low, high), flag, citations);
    }

    /// One row per place and industry: the figure of the OECD, where a second source gives another grouping.
    private Optional<Row> find(String place, String sector, String metric) {
        return facts.pack().table("sector_value").stream()
                .filter(row -> row.text("place").equals(place)
                        && row.text("sector").equals(sector)
                        && row.text("metric").equals(metric)
                        && row.text("industry_code").startsWith("D"))
                .findFirst();
    }
}
