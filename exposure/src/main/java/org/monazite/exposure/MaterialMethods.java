package org.monazite.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.monazite.supply.Explained;
import org.monazite.supply.Figure;
import org.monazite.supply.Flag;
import org.monazite.supply.Production;
import org.monazite.supply.Range;
import org.monazite.supply.Stage;

/// One material at one stage by all methods.
///
/// Where a method asks for what nobody publishes, its default is named in the formula: GeoPolRisk takes the
/// published net reliance in place of imports / (production + imports); the European method takes trade parameters
/// of 1 and one indicator of governance instead of six, and recycling and substitution of the material as the study of
/// 2023 prints them (none where it does not); the US
/// method takes an economic vulnerability of 1, so that its number is an upper bound.
///
/// @param material id of the material
/// @param productId product id, or the series of the source
/// @param stage the stage
/// @param period of world production
/// @param numbers by method; a number that cannot be told is not defined and says why
/// @param effectiveSources number of equal sources of imports that would be as concentrated; not defined
/// where nobody says where imports come from
/// @param effectiveMakers the same of world production
/// @param largestSource the largest named source of imports, else the largest foreign maker
/// @param coverage part of world production that has a figure, 0..1
/// @param unverifiedShare part of the numbers that rests on unverified estimates, 0..1
/// @param causes what each method rests on
public record MaterialMethods(
        String material,
        String productId,
        Stage stage,
        String period,
        Map<Method, Explained> numbers,
        Explained effectiveSources,
        Explained effectiveMakers,
        String largestSource,
        double coverage,
        double unverifiedShare,
        Causes causes) {

    /// Keeps the order of methods.
    public MaterialMethods {
        numbers = java.util.Collections.unmodifiableMap(new EnumMap<>(numbers));
    }

    /// The plain inputs of the methods: one of them explains why two methods disagree.
    ///
    /// @param concentration HHI of world production
    /// @param reliance net import reliance
    /// @param governance `g` of world production, weighted by squared shares
    /// @param foreign part of the concentration that lies abroad, weighted with `g`: the disruption potential
    /// @param importRisk `g` of the sources of imports, weighted by their shares
    /// @param largest share of the largest source in imports
    public record Causes(
            double concentration,
            double reliance,
            double governance,
            double foreign,
            double importRisk,
            double largest) {}

    /// Computes all methods.
    public static MaterialMethods of(MaterialInput input, Importer importer) {
        return new Calculation(input, importer).result();
    }

    private static final class Calculation {

        private final MaterialInput input;
        private final Importer importer;
        private final ProductionShares world;
        private final Map<String, Double> made = new LinkedHashMap<>();
        private Flag flag = Flag.DERIVED;

        Calculation(MaterialInput input, Importer importer) {
            this.input = input;
            this.importer = importer;
            this.world = ProductionShares.of(input.world());
            for (Production.At at : input.world().places()) {
                if (at.figure() instanceof Figure.Known known && known.value() > 0) {
                    made.put(at.place(), known.value());
                    flag = flag.and(known.flag());
                }
            }
        }

        MaterialMethods result() {
            Map<Method, Explained> numbers = new EnumMap<>(Method.class);
            Optional<MaterialInput.Source> largest = largest();
            numbers.put(Method.HHI, world.hhi());
            numbers.put(Method.RELIANCE, input.reliance());
            numbers.put(Method.GEOPOLRISK, geoPolRisk());
            numbers.put(Method.EU, european());
            numbers.put(Method.USGS, american());
            numbers.put(Method.LOST, lost(largest));
            double unverified = 0;
            for (Explained number : numbers.values()) {
                unverified = Math.max(unverified, number.unverifiedShare());
            }
            Map<String, Double> mix = new LinkedHashMap<>();
            input.imports().forEach(each -> mix.merge(each.place(), each.share().value(), Double::sum));
            PlaceAmounts sources = new PlaceAmounts("share", Math.max(0, 1 - named()));
            input.imports()
                    .forEach(each -> sources.add(each.place(), each.share().value(), each.flag(), each.citations()));
            return new MaterialMethods(
                    input.material(),
                    input.productId(),
                    input.stage(),
                    input.world().period(),
                    numbers,
                    mix.isEmpty()
                            ? new Working().missing("effective number of sources", "places", "no imports by partner")
                            : sources.effective("effective number of sources"),
                    world.effectiveMakers(),
                    largest.map(MaterialInput.Source::place).orElse(largestMaker()),
                    world.coverage(),
                    unverified,
                    causes(largest));
        }

        private double named() {
            double sum = 0;
            for (MaterialInput.Source each : input.imports()) {
                sum += each.share().value();
            }
            return sum;
        }

        private Optional<MaterialInput.Source> largest() {
            return input.imports().stream()
                    .filter(each -> !each.place().equals("ROW"))
                    .max(Comparator.comparingDouble(
                                    (MaterialInput.Source each) -> each.share().value())
                            .thenComparing(MaterialInput.Source::place, Comparator.reverseOrder()));
        }

        private String largestMaker() {
            return made.entrySet().stream()
                    .filter(entry ->
                            !importer.holds(entry.getKey()) && !entry.getKey().equals("ROW"))
                    .max(Map.Entry.<String, Double>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .orElse("");
        }

        private Working working() {
            Working working = new Working().from("HHI of world production", world.hhi());
            return input.reliance().isDefined() ? working.from("net import reliance", input.reliance()) : working;
        }

        /// Mean `g` of the sources of imports; what no source says may come from anywhere.
        private Range importRisk() {
            double value = 0;
            double low = 0;
            double high = 0;
            for (MaterialInput.Source each : input.imports()) {
                Range g = input.riskOf(each.place());
                value += each.share().value() * g.value();
                low += each.share().value() * g.low();
                high += each.share().value() * g.high();
            }
            double rest = Math.max(0, 1 - named());
            double scale = Math.max(1, named());
            return new Range(
                    (value + rest * MaterialInput.UNRATED.value()) / scale, low / scale, (high + rest) / scale);
        }

        private Explained geoPolRisk() {
            String measure = "GeoPolRisk score";
            if (!input.reliance().isDefined()
                    || (input.imports().isEmpty() && input.reliance().high() > 0)) {
                return working().missing(measure, "0..1", missing());
            }
            if (input.reliance().high() > 0 && named() < 0.5) {
                return working().missing(measure, "0..1", "cannot tell: less than half of the imports name a partner");
            }
            Range g = importRisk();
            Working working = working();
            input.imports()
                    .forEach(each -> working.add(
                            "imports from " + each.place(),
                            each.share().value(),
                            "share",
                            each.flag(),
                            each.citations()));
            return working.result(
                    measure,
                    world.hhi().value() * input.reliance().value() * g.value(),
                    world.hhi().low() * input.reliance().low() * g.low(),
                    world.hhi().high() * input.reliance().high() * g.high(),
                    "0..1",
                    "HHI x sum g m x net import reliance (in place of imports / (production + imports))");
        }

        private String missing() {
            return !input.reliance().isDefined()
                    ? "cannot tell: no net import reliance"
                    : "cannot tell: no imports by partner";
        }

        private Explained european() {
            if (!input.reliance().isDefined()) {
                return working().missing("EU supply risk", "index", missing());
            }
            Map<String, EuSupplyRisk.Supplier> global = new LinkedHashMap<>();
            made.forEach((place, tonnes) -> global.put(
                    place, new EuSupplyRisk.Supplier(tonnes, input.riskOf(place).times(10), 1)));
            Map<String, EuSupplyRisk.Supplier> sourcing = new LinkedHashMap<>();
            double reliance = Math.clamp(input.reliance().value(), 0, 1);
            if (named() >= 0.5) {
                input.imports()
                        .forEach(each -> sourcing.put(
                                each.place(),
                                new EuSupplyRisk.Supplier(
                                        reliance * each.share().value(),
                                        input.riskOf(each.place()).times(10),
                                        1)));
                String home = importer.members().stream().sorted().findFirst().orElse("");
                if (reliance < 1) {
                    sourcing.put(
                            home,
                            new EuSupplyRisk.Supplier(
                                    1 - reliance, input.riskOf(home).times(10), 1));
                }
            }
            MaterialInput.Relief relief = input.relief();
            Explained risk = EuSupplyRisk.supplyRisk(
                    List.of(new EuSupplyRisk.StageRisk(input.stage().id(), global, sourcing, reliance)),
                    relief.recycling(),
                    relief.substitution(),
                    flag.and(relief.flag()));
            return new Explained(
                    risk.measure(),
                    risk.value(),
                    risk.low(),
                    risk.high(),
                    risk.unit(),
                    risk.formula() + defaults(relief),
                    risk.flag(),
                    risk.unverifiedShare(),
                    reliefs(working(), relief).terms(risk));
        }

        private static String defaults(MaterialInput.Relief relief) {
            String known = relief.citations().isEmpty() ? "; EoL_RIR 0, SI_SR 1" : "; EoL_RIR and SI_SR of the study";
            return known + ", t 1, political stability for WGI";
        }

        private static Working reliefs(Working working, MaterialInput.Relief relief) {
            return relief.citations().isEmpty()
                    ? working
                    : working.add("EoL_RIR", relief.recycling(), "share", relief.flag(), relief.citations())
                            .add("SI_SR", relief.substitution(), "index", relief.flag(), relief.citations());
        }

        private Explained american() {
            if (!input.reliance().isDefined()) {
                return working().missing("USGS supply risk", "0..1", missing());
            }
            Explained risk = UsgsSupplyRisk.of(
                    new Range(potential(End.VALUE), potential(End.LOW), potential(End.HIGH)),
                    new Range(
                            input.reliance().value(),
                            input.reliance().low(),
                            input.reliance().high()),
                    Range.exactly(1),
                    flag);
            return new Explained(
                    risk.measure(),
                    risk.value(),
                    risk.low(),
                    risk.high(),
                    risk.unit(),
                    risk.formula()
                            + "; EV 1 and unwillingness 1: upper bound; inability taken from political stability",
                    risk.flag(),
                    risk.unverifiedShare(),
                    working().terms(risk));
        }

        private enum End {
            LOW,
            VALUE,
            HIGH
        }

        private double potential(End end) {
            Map<String, UsgsSupplyRisk.Maker> makers = new LinkedHashMap<>();
            made.forEach((place, tonnes) -> {
                Range g = input.riskOf(place);
                double weight = switch (end) {
                    case LOW -> g.low();
                    case VALUE -> g.value();
                    case HIGH -> g.high();
                };
                makers.put(place, new UsgsSupplyRisk.Maker(tonnes, weight, 1));
            });
            return made.isEmpty()
                    ? 0
                    : UsgsSupplyRisk.disruptionPotential(makers, importer, UsgsSupplyRisk.Weight.OUTSIDE_SQUARE);
        }

        private Explained lost(Optional<MaterialInput.Source> largest) {
            String measure = "share lost if the largest source vanishes";
            if (!input.reliance().isDefined()
                    || (largest.isEmpty() && input.reliance().high() > 0)) {
                return working().missing(measure, "share", missing());
            }
            Working working = working();
            Range share = largest.map(MaterialInput.Source::share).orElse(Range.exactly(0));
            largest.ifPresent(each -> working.add(
                    "imports from " + each.place(), each.share().value(), "share", each.flag(), each.citations()));
            return working.result(
                    measure,
                    input.reliance().value() * share.value(),
                    input.reliance().low() * share.low(),
                    input.reliance().high() * share.high(),
                    "share",
                    "net import reliance x share of the largest source; no stocks, no rerouting");
        }

        private Causes causes(Optional<MaterialInput.Source> largest) {
            double total = 0;
            for (double tonnes : made.values()) {
                total += tonnes;
            }
            double squares = 0;
            double weighted = 0;
            for (Map.Entry<String, Double> entry : made.entrySet()) {
                double share = entry.getValue() / total;
                squares += share * share;
                weighted += share * share * input.riskOf(entry.getKey()).value();
            }
            return new Causes(
                    world.hhi().value(),
                    input.reliance().value(),
                    squares > 0 ? weighted / squares : Double.NaN,
                    potential(End.VALUE),
                    input.imports().isEmpty() ? Double.NaN : importRisk().value(),
                    largest.map(each -> each.share().value()).orElse(Double.NaN));
        }
    }

    /// The methods that give a number.
    public List<Method> told() {
        List<Method> told = new ArrayList<>();
        numbers.forEach((method, number) -> {
            if (number.isDefined()) {
                told.add(method);
            }
        });
        return told;
    }
}
