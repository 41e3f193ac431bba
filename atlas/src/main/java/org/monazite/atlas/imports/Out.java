package org.monazite.atlas.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.atlas.internal.Disk;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.supply.Confidence;
import org.monazite.supply.Evidence;
import org.monazite.supply.Flag;

/// Collects what the lines of a file state. A line is taken as a whole or not at all.
final class Out {

    private final String importId;
    private final Map<String, FigureRecord> figures = new LinkedHashMap<>();
    private final List<String> figuresOfLine = new ArrayList<>();
    private final List<TradeFlow> flows = new ArrayList<>();
    private final List<LedgerLine> purchases = new ArrayList<>();
    private int flowsBefore;
    private int purchasesBefore;
    private boolean ignored;
    private boolean pending;

    private final List<Reject> rejects = new ArrayList<>();
    private final Map<Reason, Long> reasons = new TreeMap<>();
    private final Map<String, Long> notes = new TreeMap<>();
    private long rows;
    private long accepted;
    private long rejected;
    private long ignoredRows;
    private long bulkFlows;

    Out(String importId) {
        this.importId = importId;
    }

    /// A figure of a line, before it has a name.
    ///
    /// @param place place code or empty
    /// @param partner partner in trade or empty
    /// @param subject product or series
    /// @param measure what is measured
    /// @param period year, span, date
    /// @param quantity the statement
    /// @param unit unit with its basis
    /// @param confidence `reported` or `estimate`
    /// @param remark note of the publisher
    record Statement(
            String place,
            String partner,
            String subject,
            String measure,
            String period,
            Quantity quantity,
            String unit,
            String confidence,
            String remark) {}

    /// Takes what a column states.
    void figure(Line line, String column, Statement statement) {
        String id = id(String.join(
                "\u001f",
                "import",
                importId,
                statement.place,
                statement.partner,
                statement.subject,
                statement.measure,
                statement.period,
                statement.unit));
        FigureRecord twin = figures.get(id);
        if (twin != null) {
            throw line.problem(column, Reason.STANDS_TWICE, twin.locator());
        }
        Quantity quantity = statement.quantity;
        boolean formula = line.isFormula(column);
        if (formula) {
            note("formula", 1);
        }
        String remark = formula ? joined("stored result of a formula", statement.remark) : statement.remark;
        figures.put(
                id,
                new FigureRecord(
                        id,
                        statement.place,
                        statement.partner,
                        statement.subject,
                        statement.measure,
                        statement.period,
                        quantity.value(),
                        quantity.low(),
                        quantity.high(),
                        quantity.qualifier(),
                        statement.unit,
                        statement.confidence,
                        "primary-file",
                        Flag.of(Confidence.of(statement.confidence), Evidence.of("primary-file")),
                        importId,
                        line.where(column),
                        Reject.shown(line.text(column)),
                        remark));
        figuresOfLine.add(id);
    }

    static String joined(String first, String second) {
        return second.isEmpty() ? first : first.isEmpty() ? second : first + "; " + second;
    }

    static String id(String key) {
        return "f-"
                + HexFormat.of()
                        .formatHex(Disk.sha256().digest(key.getBytes(StandardCharsets.UTF_8)))
                        .substring(0, 10);
    }

    void flow(TradeFlow flow) {
        flows.add(flow);
    }

    void purchase(LedgerLine purchase) {
        purchases.add(purchase);
    }

    /// The line holds nothing that is taken, by a rule that the report names.
    void ignore(String rule) {
        note(rule, 1);
        ignored = true;
    }

    /// The line is taken; what it states comes when all lines are read.
    void pend() {
        pending = true;
    }

    /// Counts something a reader should know.
    void note(String rule, long count) {
        if (count > 0) {
            notes.merge(rule, count, Long::sum);
        }
    }

    void begin() {
        rows++;
        ignored = false;
        pending = false;
        figuresOfLine.clear();
        flowsBefore = flows.size();
        purchasesBefore = purchases.size();
    }

    /// How many figures the line that is being read has stated so far.
    long figuresOfLine() {
        return figuresOfLine.size();
    }

    /// The line is over and kept all rules.
    void end() {
        if (ignored) {
            ignoredRows++;
        } else if (!pending
                && figuresOfLine.isEmpty()
                && flows.size() == flowsBefore
                && purchases.size() == purchasesBefore) {
            note("says-nothing", 1);
            ignoredRows++;
        } else {
            accepted++;
        }
    }

    /// The line broke a rule: nothing of it is kept.
    void refuse(CellProblem problem) {
        figuresOfLine.forEach(figures::remove);
        flows.subList(flowsBefore, flows.size()).clear();
        purchases.subList(purchasesBefore, purchases.size()).clear();
        reject(problem);
    }

    private void reject(CellProblem problem) {
        rejected++;
        reasons.merge(problem.reason(), 1L, Long::sum);
        if (rejects.size() < Limits.REJECTS) {
            rejects.add(problem.reject());
        }
    }

    /// Counts of lines that were taken or refused by queries rather than one by one.
    void bulk(long taken, Map<Reason, Long> refused) {
        long all = refused.values().stream().mapToLong(Long::longValue).sum();
        rows += taken + all;
        accepted += taken;
        bulkFlows += taken;
        rejected += all;
        refused.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
    }

    /// Shows a line that [#bulk] has counted.
    void show(Reject reject) {
        rejects.add(reject);
    }

    /// A line that was taken turned out to be one of several that say the same together: it counts as ignored.
    void regard(long linesIgnored) {
        accepted -= linesIgnored;
        ignoredRows += linesIgnored;
    }

    /// A line that was taken is refused after all.
    void refuseLater(Reject reject) {
        accepted--;
        reject(new CellProblem(reject));
    }

    List<FigureRecord> figures() {
        return List.copyOf(figures.values());
    }

    List<TradeFlow> flows() {
        return flows;
    }

    List<LedgerLine> purchases() {
        return purchases;
    }

    ImportCounts counts() {
        return new ImportCounts(
                rows,
                accepted,
                rejected,
                ignoredRows,
                figures.size(),
                flows.size() + bulkFlows,
                purchases.size(),
                notes,
                reasons);
    }

    List<Reject> rejects() {
        return List.copyOf(rejects);
    }
}
