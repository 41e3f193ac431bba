package org.monazite.atlas.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monazite.atlas.imports.TradeFlow;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.PackException;
import org.monazite.atlas.pack.Quantities;
import org.monazite.atlas.pack.Row;
import org.monazite.atlas.pack.Statement;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

/// How far a figure may be off, and why: all defaults of the balance stand in this file.
///
/// A range is a 90 % interval. Where a source gives none, the spread of its own revisions holds once two editions of
/// it are there, else a default by confidence and evidence; publishers of grade C and D are trusted less. Independent
/// figures on one quantity are all used: where they lie further apart than they allow, each is widened by the Birge
/// ratio (Birge, The calculation of errors by the method of least squares, Physical Review 40, 1932); where exporter
/// and importer count a flow differently, the flow is at least as uncertain as half of what they differ by.
final class Deviations {

    /// Correlation of figures derived from the same data.
    static final double CORRELATION = 0.8;

    private static final double REPORTED_PRIMARY = 0.05;
    private static final double REPORTED_SECONDARY = 0.10;
    private static final double DERIVED = 0.15;
    private static final double ESTIMATE = 0.40;
    private static final double PUBLISHER_ESTIMATE = 0.12;
    private static final Map<String, Double> GRADES = Map.of("C", 1.5, "D", 2.0);
    private static final double LEAST = 1e-9;

    /// Numbers this close are one number.
    private static final double SAME = 0.005;

    /// How a note says that a figure was inferred from the trade statistics of another place.
    private static final Pattern INFERRED = Pattern.compile("(?i)based on reported import data for ([\\p{L} ]+)");

    private final Quantities quantities;
    private final Revisions revisions;
    private final Map<String, String> grades = new HashMap<>();
    private final ImportedMakers imported;

    Deviations(Pack pack) {
        this(pack, ImportedFacts.NONE);
    }

    /// @param imported what stands beside the figures of the pack
    Deviations(Pack pack, ImportedFacts imported) {
        this.quantities = Quantities.of(pack);
        this.imported = new ImportedMakers(pack, imported, quantities);
        this.revisions = Revisions.of(quantities);
        pack.table("sources").forEach(row -> grades.put(row.text("source_id"), row.text("grade")));
    }

    /// A figure of the pack with what it may be off by, and what independent sources say about the same quantity.
    Grounded of(Row row, String value, String low, String high) {
        Range range = row.range(value, low, high);
        Optional<Statement> said = quantities.find(row.citation(value).figureId());
        if (said.isPresent()
                && !said.get().figure().locator().equals(row.citation(value).locator())) {
            throw new PackException(
                    row.table(),
                    row.line(),
                    value,
                    row.text(value),
                    "its name %s is also that of the figure at %s"
                            .formatted(
                                    said.get().figure().id(),
                                    said.get().figure().locator()));
        }
        Spread spread = spread(row, range, said);
        Corroboration more = said.map(statement -> Corroboration.of(quantities, statement, this::spread)
                        .and(imported(statement, spread, row.flag())))
                .orElse(Corroboration.NONE);
        Pooled pooled = Pooled.of(range.value(), spread, more);
        return new Grounded(
                range,
                pooled.sd(0),
                row.flag(),
                List.of(row.citation(value)),
                pooled.why(0),
                said.flatMap(this::group),
                pooled.others(more));
    }

    /// Imported figures on who makes what, and what became of them.
    ImportedMakers imported() {
        return imported;
    }

    /// Whether customs counted what a figure says: then trade statistics are the same count.
    boolean isCustomsCount(String figureId) {
        return quantities
                .find(figureId)
                .map(statement -> Corroboration.counted(quantities, statement).side() != Statement.Side.NEITHER)
                .orElse(false);
    }

    /// Relative standard deviation of the weight of a trade flow: reconciled trade is derived from the reports of both
    /// sides, an estimated weight is an estimate, and what customs weighed is reported.
    static double ofWeight(TradeFlow flow) {
        if (flow.reportedBy().equals("both")) {
            return DERIVED;
        }
        return flow.flag() == Flag.ESTIMATE ? ESTIMATE : REPORTED_PRIMARY;
    }

    /// Imported figures that may stand beside one of the pack: of another source, not the same number once more, and
    /// not so far from it that one of the two must be wrong.
    private Map<Statement, Spread> imported(Statement statement, Spread spread, Flag flag) {
        Map<Statement, Spread> beside = new LinkedHashMap<>();
        double chain = statement.figure().value();
        double floor = Math.max(1, SAME * Math.abs(chain));
        for (Statement other : imported.on(statement.quantity())) {
            FigureRecord figure = other.figure();
            boolean isNumber =
                    other.isKnown() && figure.value() > 0 && figure.qualifier().equals("=") && chain > 0;
            boolean same = isNumber && Math.abs(figure.value() - chain) <= SAME * chain;
            double sd = figure.confidence().equals("estimate") ? ESTIMATE : REPORTED_PRIMARY;
            double allowed = Math.max(spread.sd(), floor) / chain;
            if (flag == Flag.UNVERIFIED) {
                allowed = Math.max(allowed, Plausible.UNVERIFIED);
            }
            double own = isNumber ? Math.max(sd * figure.value(), floor) / figure.value() : Double.NaN;
            Optional<ImportUnused.Why> why = !isNumber
                    ? Optional.of(ImportUnused.Why.NOT_COMPARABLE)
                    : same || hasFamily(statement, other.family())
                            ? Optional.of(ImportUnused.Why.SAME)
                            : Optional.empty();
            boolean gross = why.isEmpty() && Plausible.isGross(figure.value(), own, said(statement), allowed);
            double z = why.isEmpty() ? Plausible.z(figure.value(), own, chain, allowed) : 0;
            double tonnes = sd * Math.max(figure.value(), 1);
            imported.outcome(other, new ImportedMakers.Outcome(why, gross, chain, tonnes, z));
            if (why.isEmpty() && !gross) {
                beside.put(other, new Spread(tonnes, List.of(new SdReason(SdReason.Kind.DEFAULT, sd))));
            }
        }
        return beside;
    }

    private static Range said(Statement statement) {
        FigureRecord figure = statement.figure();
        return new Range(
                figure.value(), Math.min(figure.low(), figure.value()), Math.max(figure.high(), figure.value()));
    }

    /// Whether the pack holds an edition of a source on the same quantity.
    private boolean hasFamily(Statement statement, String family) {
        return statement.family().equals(family)
                || quantities.others(statement).stream()
                        .anyMatch(other -> other.family().equals(family));
    }

    /// A standard deviation and how it came about.
    record Spread(double sd, List<SdReason> why) {

        Spread {
            why = List.copyOf(why);
        }
    }

    private Spread spread(Statement statement) {
        FigureRecord figure = statement.figure();
        return spread(
                quantities.row(figure), new Range(figure.value(), figure.low(), figure.high()), Optional.of(statement));
    }

    private Spread spread(Row row, Range range, Optional<Statement> said) {
        double size = Math.max(Math.abs(range.value()), 1);
        double stated = (range.high() - range.low()) / Grounded.WIDTH_90;
        if (stated > 0) {
            return new Spread(Math.max(stated, LEAST), List.of(new SdReason(SdReason.Kind.RANGE, stated / size)));
        }
        List<SdReason> why = new ArrayList<>();
        SdReason start = start(row, said);
        why.add(start);
        double factor = GRADES.getOrDefault(grades.getOrDefault(row.text("source_id"), ""), 1.0);
        if (factor != 1 && start.kind() != SdReason.Kind.REVISIONS) {
            why.add(new SdReason(SdReason.Kind.GRADE, factor));
            return new Spread(start.amount() * factor * size, why);
        }
        return new Spread(start.amount() * size, why);
    }

    private SdReason start(Row row, Optional<Statement> said) {
        String mark = said.map(this::publisherFlag).orElse(row.cells().getOrDefault("publisher_flag", ""));
        Optional<Double> observed = said.flatMap(statement -> revisions.find(statement, mark));
        if (observed.isPresent()) {
            return new SdReason(SdReason.Kind.REVISIONS, observed.get());
        }
        boolean primary = row.text("evidence").startsWith("primary");
        return switch (row.text("confidence")) {
            case "reported" ->
                mark.equals("estimated")
                        ? new SdReason(SdReason.Kind.PUBLISHER_ESTIMATE, PUBLISHER_ESTIMATE)
                        : new SdReason(SdReason.Kind.DEFAULT, primary ? REPORTED_PRIMARY : REPORTED_SECONDARY);
            case "derived" -> new SdReason(SdReason.Kind.DEFAULT, DERIVED);
            default -> new SdReason(SdReason.Kind.DEFAULT, ESTIMATE);
        };
    }

    /// What the publisher says of its figure; also where a table of ours repeats the figure without the mark.
    private String publisherFlag(Statement statement) {
        return sameSource(statement).stream()
                .map(each -> quantities.row(each.figure()).cells().getOrDefault("publisher_flag", ""))
                .filter(mark -> !mark.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// The figure itself and its like from the same source on the same quantity.
    private List<Statement> sameSource(Statement statement) {
        List<Statement> all = new ArrayList<>(List.of(statement));
        quantities.others(statement).stream()
                .filter(other ->
                        other.figure().sourceId().equals(statement.figure().sourceId()))
                .forEach(all::add);
        return all;
    }

    /// Figures of one source on one subject and period that it inferred from the same trade statistics.
    private Optional<String> group(Statement statement) {
        for (Statement each : sameSource(statement)) {
            Matcher note = INFERRED.matcher(each.figure().remark());
            if (note.find()) {
                return Optional.of(String.join(
                        " ",
                        each.figure().sourceId(),
                        each.figure().subject(),
                        each.figure().period(),
                        note.group(1).strip()));
            }
        }
        return Optional.empty();
    }
}
