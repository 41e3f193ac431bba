package org.monazite.atlas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.monazite.atlas.chain.NationalLines;
import org.monazite.atlas.imports.ImportFormat;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.atlas.imports.Imported;
import org.monazite.atlas.imports.TradeFlow;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.atlas.pack.Quantity;
import org.monazite.atlas.pack.Statement;

/// Imported trade from both sides of the border. Of several editions the newest that has the flow counts; the lines of
/// one flow in one file are its parts and are added. Lines of national lists meet where they mean the same. Weights are
/// compared where both sides state one, else values.
final class TradeMirror {

    private final Imported imported;
    private final NationalLines lines;
    private final Map<String, String> vintages = new HashMap<>();
    private final Map<String, List<TradeFlow>> reconciled = new HashMap<>();

    TradeMirror(Imported imported, NationalLines lines) {
        this.imported = imported;
        this.lines = lines;
        imported.list().forEach(each -> vintages.put(each.id(), each.vintage()));
    }

    /// What both sides are about.
    private record Flow(String code, String exporter, String importer, int year, int month)
            implements Comparable<Flow> {

        private static final Comparator<Flow> ORDER = Comparator.comparing(Flow::code)
                .thenComparing(Flow::exporter)
                .thenComparing(Flow::importer)
                .thenComparingInt(Flow::year)
                .thenComparingInt(Flow::month);

        @Override
        public int compareTo(Flow other) {
            return ORDER.compare(this, other);
        }

        boolean isSixDigits() {
            return code.matches("[0-9]{6}");
        }

        String period() {
            return month == 0 ? String.valueOf(year) : "%d-%02d".formatted(year, month);
        }
    }

    List<MirrorGap> gaps() throws IOException {
        Map<Flow, List<TradeFlow>> exports = new TreeMap<>();
        Map<Flow, List<TradeFlow>> imports = new TreeMap<>();
        List<ImportManifest> oldest = imported.list().stream()
                .sorted(Comparator.comparing(
                                (ImportManifest each) -> each.importFormat().isNational())
                        .thenComparing(ImportManifest::vintage)
                        .thenComparing(ImportManifest::id))
                .toList();
        for (ImportManifest each : oldest) {
            Map<Boolean, Map<Flow, List<TradeFlow>>> sides = imported.oneSided(each).stream()
                    .collect(Collectors.partitioningBy(
                            flow -> flow.reportedBy().equals("exporter"),
                            Collectors.groupingBy(this::flow, TreeMap::new, Collectors.toList())));
            exports.putAll(sides.getOrDefault(true, Map.of())); // a newer edition takes the place of an older
            imports.putAll(sides.getOrDefault(false, Map.of()));
        }
        List<MirrorGap> gaps = new ArrayList<>();
        for (Map.Entry<Flow, List<TradeFlow>> each : exports.entrySet()) {
            List<TradeFlow> other = imports.get(each.getKey());
            if (other != null && isComparable(each.getValue(), other)) {
                gaps.add(gap(each.getKey(), each.getValue(), other));
            }
        }
        return gaps;
    }

    /// Two sides are held side by side by weight where both state one, else by value in US dollars.
    private static boolean isComparable(List<TradeFlow> exports, List<TradeFlow> imports) {
        List<TradeFlow> both = java.util.stream.Stream.concat(exports.stream(), imports.stream())
                .toList();
        return both.stream().noneMatch(each -> Double.isNaN(each.weightTonnes()))
                || both.stream().noneMatch(each -> Double.isNaN(each.valueUsd()));
    }

    private Flow flow(TradeFlow each) {
        String code = lines.shared(each).orElse(each.scheme() + " " + each.code());
        return new Flow(code, each.exporter(), each.importer(), each.year(), each.month());
    }

    private MirrorGap gap(Flow flow, List<TradeFlow> exports, List<TradeFlow> imports) throws IOException {
        boolean weighed = java.util.stream.Stream.concat(exports.stream(), imports.stream())
                .noneMatch(each -> Double.isNaN(each.weightTonnes()));
        Quantity quantity = new Quantity(
                weighed ? "flow" : "flow value",
                flow.exporter(),
                flow.importer(),
                flow.isSixDigits() ? "HS " + flow.code() : flow.code(),
                flow.period(),
                weighed ? "t gross" : "USD");
        return MirrorGap.of(
                quantity,
                statement(quantity, exports, Statement.Side.EXPORTER, !weighed),
                statement(quantity, imports, Statement.Side.IMPORTER, !weighed),
                reconciled(quantity, flow, !weighed));
    }

    private List<Statement> reconciled(Quantity quantity, Flow flow, boolean isValue) throws IOException {
        List<Statement> said = new ArrayList<>();
        if (!flow.isSixDigits()
                || flow.month() != 0
                || imported.list().stream().noneMatch(each -> each.importFormat() == ImportFormat.BACI)) {
            return said;
        }
        String key = flow.code() + " " + flow.year();
        List<TradeFlow> there = reconciled.get(key);
        if (there == null) {
            there = imported.trade(flow.code(), flow.year()).stream()
                    .filter(each -> each.reportedBy().equals("both"))
                    .toList();
            reconciled.put(key, there);
        }
        for (TradeFlow each : there) {
            boolean missing = !isValue && Double.isNaN(each.weightTonnes());
            if (flow(each).equals(flow) && !missing) {
                said.add(statement(quantity, List.of(each), Statement.Side.NEITHER, isValue));
            }
        }
        return said;
    }

    /// One side's word. Parts go by the names of all their lines.
    private Statement statement(Quantity quantity, List<TradeFlow> parts, Statement.Side side, boolean isValue) {
        TradeFlow first = parts.getFirst();
        FigureRecord figure = imported.figure(first, isValue);
        if (parts.size() > 1) {
            double sum = parts.stream()
                    .mapToDouble(each -> isValue ? each.valueUsd() : each.weightTonnes())
                    .sum();
            figure = sum(figure, parts, sum, isValue);
        }
        return new Statement(
                figure,
                quantity,
                side,
                vintages.getOrDefault(first.importId(), ""),
                first.importId(),
                first.scheme() + " " + first.code(),
                parts.size() > 1 ? "sum of " + parts.size() + " lines" : "");
    }

    private FigureRecord sum(FigureRecord first, List<TradeFlow> parts, double sum, boolean isValue) {
        String ids = parts.stream()
                .map(each -> isValue ? each.valueFigure() : each.weightFigure())
                .collect(Collectors.joining("+"));
        org.monazite.supply.Flag flag = first.flag();
        for (TradeFlow each : parts) {
            flag = flag.and(imported.figure(each, isValue).flag());
        }
        return new FigureRecord(
                ids,
                first.place(),
                first.partner(),
                first.subject(),
                first.measure(),
                first.period(),
                sum,
                sum,
                sum,
                "=",
                first.unit(),
                "derived",
                first.evidence(),
                flag,
                first.sourceId(),
                first.locator(),
                first.raw(),
                "sum of " + parts.size() + " lines");
    }
}
