package org.monazite.app.dependence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.monazite.app.SecureRequest;
import org.monazite.app.Workbench;
import org.monazite.app.dependence.EmbodiedAnswer.Counting;
import org.monazite.atlas.Goods;
import org.monazite.atlas.imports.TradeFlow;
import org.monazite.exposure.Embodied;
import org.monazite.exposure.Exposure;
import org.monazite.exposure.GoodsAbroad;
import org.monazite.exposure.Importer;
import org.monazite.supply.Citation;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.Price;
import org.monazite.supply.Range;
import org.monazite.supply.SupplyNetwork;

/// Magnets inside imported goods: weight of the goods in imported trade times what a tonne of them holds, its parts
/// included. The contents are estimates with ranges; the goods of one code that hold no magnets are taken out by the
/// part of the code.
final class EmbodiedGoods {

    private static final String MAGNETS = "ndfeb.magnet";

    private final Workbench workbench;
    private final SupplyNetwork network;
    private final Importer importer;
    private final Importer inChain;
    private final String supplier;
    private final Goods table;
    private final Map<String, Goods.Good> goods = new LinkedHashMap<>();

    EmbodiedGoods(Workbench workbench, Importer importer, String supplier) throws IOException {
        this.workbench = workbench;
        this.network = workbench.network(SecureRequest.MAGNETS);
        this.importer = importer;
        this.inChain = inChain(importer);
        this.supplier = supplier;
        this.table = workbench.atlas().goods();
        table.all().forEach(good -> goods.put(good.id(), good));
    }

    /// @param year year of the trade; empty for the newest
    EmbodiedAnswer answer(OptionalInt year) throws IOException {
        List<String> codes = goods.values().stream().map(Goods.Good::code).toList();
        OptionalInt at = year.isPresent() ? year : workbench.atlas().imported().latestTradeYear(codes);
        Optional<EmbodiedAnswer.Traded> traded = at.isPresent() ? traded(at.getAsInt()) : Optional.empty();
        return new EmbodiedAnswer(
                importer, supplier, traded, GoodsAbroad.of(network, inChain, supplier), direct(), goods);
    }

    /// The importer as the chain knows it: a union with one market is a place there.
    private Importer inChain(Importer asking) {
        List<String> places = new ArrayList<>(asking.members());
        places.add(asking.name());
        return Importer.coalition(asking.name(), places);
    }

    /// Missing where the chain has nothing of the importer.
    private Explained direct() {
        List<String> known = inChain.members().stream()
                .filter(place -> network.findPlace(place).isPresent())
                .toList();
        if (known.isEmpty()) {
            return new Explained(
                    "direct share of imports",
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    "share",
                    "the chain does not have the importer",
                    Flag.DERIVED,
                    0,
                    List.of());
        }
        return Exposure.of(network).by(Importer.coalition(importer.name(), known), supplier).stream()
                .filter(row -> row.productId().equals(MAGNETS))
                .findFirst()
                .orElseThrow()
                .directShare();
    }

    private Optional<EmbodiedAnswer.Traded> traded(int year) throws IOException {
        Map<String, GradeMix> mixes = mixes();
        List<Embodied.Trade> trade = new ArrayList<>();
        TreeSet<String> imports = new TreeSet<>();
        List<String> withoutTrade = new ArrayList<>();
        Map<String, Double> goodsUsd = new TreeMap<>();
        double silentUsd = 0;
        double allUsd = 0;
        for (Goods.Good good : goods.values()) {
            List<TradeFlow> flows = ImportedTrade.of(workbench.atlas(), good.code(), year).stream()
                    .filter(flow -> importer.members().contains(flow.importer())
                            && !importer.members().contains(flow.exporter()))
                    .toList();
            if (flows.isEmpty()) {
                withoutTrade.add(good.id());
            }
            for (TradeFlow flow : flows) {
                imports.add(flow.importId());
                allUsd += flow.valueUsd();
                if (Double.isNaN(flow.weightTonnes())) {
                    silentUsd += flow.valueUsd();
                } else {
                    goodsUsd.merge(flow.exporter(), flow.valueUsd(), Double::sum);
                    trade.add(trade(good, flow, mixes));
                }
            }
        }
        if (trade.isEmpty()) {
            return Optional.empty();
        }
        Map<Counting, Embodied.Imports> counted = counted(trade);
        Embodied.Imports magnets = java.util.Objects.requireNonNull(counted.get(Counting.WEIGHT));
        List<String> withoutUse = new ArrayList<>();
        Explained touched = touched(magnets, withoutUse);
        return Optional.of(new EmbodiedAnswer.Traded(
                year,
                List.copyOf(imports),
                goodsUsd,
                counted,
                touched,
                withoutUse,
                withoutTrade,
                allUsd > 0 ? silentUsd / allUsd : 0));
    }

    private static Embodied.Trade trade(Goods.Good good, TradeFlow flow, Map<String, GradeMix> mixes) {
        GradeMix mix = mixes.get(good.id());
        List<Citation> citations = new ArrayList<>();
        citations.add(new Citation(flow.weightFigure(), flow.importId(), "line " + flow.line(), ""));
        citations.add(good.citation());
        citations.addAll(mix == null ? List.of() : mix.citations());
        return new Embodied.Trade(
                good.id(),
                flow.exporter(),
                flow.weightTonnes(),
                flow.flag().and(good.flag()).and(mix == null ? Flag.NONE : mix.flag()),
                citations);
    }

    /// What is known of a good's parts: how careful a reader must be, and who says so.
    private record GradeMix(Flag flag, List<Citation> citations) {}

    private Map<String, GradeMix> mixes() {
        Map<String, GradeMix> mixes = new TreeMap<>();
        for (String good : goods.keySet()) {
            Flag flag = Flag.NONE;
            TreeSet<Citation> citations = new TreeSet<>();
            TreeSet<String> open = new TreeSet<>(List.of(good));
            TreeSet<String> seen = new TreeSet<>();
            while (!open.isEmpty()) {
                String next = open.pollFirst();
                seen.add(next);
                for (Goods.Part part : table.parts()) {
                    if (part.good().equals(next)) {
                        flag = flag.and(part.flag());
                        citations.add(part.citation());
                        if (!seen.contains(part.part())) {
                            open.add(part.part());
                        }
                    }
                }
            }
            mixes.put(good, new GradeMix(flag, List.copyOf(citations)));
        }
        return mixes;
    }

    private Map<Counting, Embodied.Imports> counted(List<Embodied.Trade> trade) throws IOException {
        Map<Counting, Embodied.Imports> counted = new EnumMap<>(Counting.class);
        Map<String, Range> magnets = contents(_ -> Range.exactly(1));
        counted.put(Counting.WEIGHT, Embodied.imports(trade, magnets, supplier, "t magnets"));
        counted.put(Counting.LIGHT, Embodied.imports(trade, contents(Goods.Grade::light), supplier, "t Nd + Pr"));
        counted.put(Counting.HEAVY, Embodied.imports(trade, contents(Goods.Grade::heavy), supplier, "t Dy + Tb"));
        Optional<Range> price = price();
        if (price.isPresent()) {
            Range usd = price.get();
            Map<String, Range> value = contents(_ -> usd);
            counted.put(Counting.VALUE, Embodied.imports(trade, value, supplier, "USD"));
        }
        return counted;
    }

    /// Content of a tonne of goods of the code: parts times what their grades hold, times the part of the code.
    private Map<String, Range> contents(Function<Goods.Grade, Range> held) {
        Map<String, Range> raw = new TreeMap<>();
        table.grades().forEach(grade -> raw.put(grade.id(), held.apply(grade)));
        List<Embodied.Part> parts = table.parts().stream()
                .map(part -> new Embodied.Part(part.good(), part.part(), part.perTonne()))
                .toList();
        Map<String, Range> contents = new TreeMap<>();
        Embodied.contents(parts, raw).forEach((good, content) -> {
            Goods.Good row = goods.get(good);
            if (row != null) {
                contents.put(
                        good,
                        new Range(
                                content.value() * row.part().value(),
                                content.low() * row.part().low(),
                                content.high() * row.part().high()));
            }
        });
        return contents;
    }

    /// The span of the prices of magnets in the year of the chain that no policy sets, with their mean.
    private Optional<Range> price() throws IOException {
        String year = String.valueOf(network.id().year());
        List<Double> prices = workbench.atlas().prices().stream()
                .filter(price -> price.productId().equals(MAGNETS) && !price.policy())
                .filter(price -> price.period().startsWith(year))
                .map(Price::usdPerTonne)
                .sorted()
                .toList();
        if (prices.isEmpty()) {
            return Optional.empty();
        }
        double sum = 0;
        for (double each : prices) {
            sum += each;
        }
        double low = prices.getFirst();
        double high = prices.getLast();
        return Optional.of(new Range(Math.clamp(sum / prices.size(), low, high), low, high));
    }

    /// Goods of a place hold magnets as its industry uses them; a member of a union with one market has those of the
    /// market. Where the chain knows no use, nothing or everything was touched; the value takes them to be like the
    /// others.
    private Explained touched(Embodied.Imports magnets, List<String> withoutUse) throws IOException {
        Map<String, Range> byPlace = GoodsAbroad.touchedAt(network, supplier);
        Map<String, String> markets = markets(byPlace);
        double[] known = new double[3];
        double knownTonnes = 0;
        double all = 0;
        List<Explained.Term> terms = new ArrayList<>();
        for (Map.Entry<String, Explained> origin : magnets.byOrigin().entrySet()) {
            double tonnes = origin.getValue().value();
            Range share = byPlace.get(markets.getOrDefault(origin.getKey(), origin.getKey()));
            all += tonnes;
            if (share == null) {
                withoutUse.add(origin.getKey());
                known[2] += tonnes;
                continue;
            }
            knownTonnes += tonnes;
            known[0] += tonnes * share.value();
            known[1] += tonnes * share.low();
            known[2] += tonnes * share.high();
            terms.add(new Explained.Term(
                    origin.getKey() + ", touched",
                    tonnes * share.value(),
                    "t magnets",
                    origin.getValue().flag(),
                    List.of()));
        }
        boolean defined = all > 0 && knownTonnes > 0;
        double value = defined ? known[0] / knownTonnes : Double.NaN;
        return new Explained(
                "part of embodied magnets touched at any stage",
                value,
                defined ? Math.min(value, known[1] / all) : Double.NaN,
                defined ? Math.clamp(known[2] / all, value, 1) : Double.NaN,
                "share",
                defined
                        ? "sum over origins of magnets x traced share of the magnets used there / all; proportional mixing"
                        : "the chain knows no use of magnets at any of the origins",
                magnets.total().flag(),
                magnets.total().unverifiedShare(),
                terms);
    }

    private Map<String, String> markets(Map<String, Range> byPlace) throws IOException {
        Map<String, String> markets = new TreeMap<>();
        workbench.atlas().coalitions().forEach(coalition -> {
            if (byPlace.containsKey(coalition.id())) {
                coalition.members().stream()
                        .filter(member -> !byPlace.containsKey(member))
                        .forEach(member -> markets.put(member, coalition.id()));
            }
        });
        return markets;
    }
}
