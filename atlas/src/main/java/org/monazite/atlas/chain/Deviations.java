package org.monazite.atlas.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.PackException;
import org.monazite.atlas.pack.Quantities;
import org.monazite.atlas.pack.Row;
import org.monazite.atlas.pack.Statement;
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

    /// How a note says that a figure was inferred from the trade statistics of another place.
    private static final Pattern INFERRED = Pattern.compile("(?i)based on reported import data for ([\\p{L} ]+)");

    private final Quantities quantities;
    private final Revisions revisions;
    private final Map<String, String> grades = new HashMap<>();

    Deviations(Pack pack) {
        this.quantities = Quantities.of(pack);
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
        Corroboration more = said.map(statement -> Corroboration.of(quantities, statement, this::spread))
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
