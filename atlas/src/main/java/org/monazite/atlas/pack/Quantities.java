package org.monazite.atlas.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// All figures by what they are about, so that sources can be held side by side.
///
/// Two figures are about one quantity when subject, measure, places, period and basis agree. Trade as the importer
/// counts it and as the exporter counts it is one flow, seen from two sides.
public final class Quantities {

    static final String FLOW = "flow";
    static final String FLOW_VALUE = "flow value";

    private static final Set<String> MADE = Set.of("production", "capacity", "reserves");
    private static final Set<String> INDICATORS = Set.of("VA", "PV", "GE", "RQ", "RL", "CC");

    private final Map<Quantity, List<Statement>> byQuantity = new TreeMap<>();
    private final Map<String, Statement> byFigure = new LinkedHashMap<>();
    private final Map<String, String> unitBasis = new HashMap<>();
    private final Map<String, String> published = new HashMap<>();
    private final Map<String, String> bases = new HashMap<>();
    private final Map<String, String> families = new HashMap<>();
    private final Pack pack;

    private Quantities(Pack pack) {
        this.pack = pack;
        pack.table("products").forEach(row -> unitBasis.put(row.text("product_id"), row.text("unit_basis")));
        pack.table("sources").forEach(row -> published.put(row.text("source_id"), row.text("published")));
    }

    /// Sorts the figures of a pack by quantity.
    public static Quantities of(Pack pack) {
        Quantities quantities = new Quantities(pack);
        for (FigureRecord figure : pack.figures()) {
            quantities.add(quantities.statement(figure));
        }
        return quantities;
    }

    /// Sorts the figures of a pack and those that users brought by quantity.
    public static Quantities of(Pack pack, List<Brought> brought) {
        Quantities quantities = of(pack);
        brought.forEach(each -> quantities.add(quantities.statement(each)));
        return quantities;
    }

    /// A reader of single figures of a pack, which knows no others.
    public static Quantities reader(Pack pack) {
        return new Quantities(pack);
    }

    /// A figure that does not stand in the pack.
    ///
    /// @param figure the figure
    /// @param vintage edition of its source
    /// @param family the source without its edition, as in the pack where the pack has the same source
    public record Brought(FigureRecord figure, String vintage, String family) {}

    /// The statement of a figure that does not stand in the pack; it need not be among [#all].
    public Statement statement(Brought brought) {
        FigureRecord figure = brought.figure();
        Quantity quantity = MADE.contains(figure.measure())
                ? made(figure)
                : INDICATORS.contains(figure.measure())
                        ? new Quantity(
                                figure.measure() + ": estimate",
                                figure.place(),
                                "",
                                figure.subject(),
                                figure.period(),
                                figure.unit())
                        : plain(figure, "");
        return new Statement(
                figure, quantity, Statement.Side.NEITHER, brought.vintage(), brought.family(), "", figure.remark());
    }

    private void add(Statement statement) {
        byQuantity
                .computeIfAbsent(statement.quantity(), _ -> new ArrayList<>(1))
                .add(statement);
        byFigure.put(statement.figure().id(), statement);
    }

    /// All quantities with what is said about each, in order.
    public Map<Quantity, List<Statement>> all() {
        return byQuantity;
    }

    /// The statement behind a figure.
    public Optional<Statement> find(String figureId) {
        return Optional.ofNullable(byFigure.get(figureId));
    }

    /// What is said about the same quantity as a figure, itself left out.
    public List<Statement> others(Statement statement) {
        return byQuantity.getOrDefault(statement.quantity(), List.of()).stream()
                .filter(other -> !other.figure().id().equals(statement.figure().id()))
                .toList();
    }

    /// What a tonne of a product is a tonne of, such as `t REO`; empty for what is no product.
    public String basis(String product) {
        return unitBasis.getOrDefault(product, "");
    }

    /// The row that a figure was read from.
    public Row row(FigureRecord figure) {
        String[] at = figure.locator().split(":", -1);
        String table = at[0].substring(0, at[0].length() - ".csv".length());
        return pack.row(table, Long.parseLong(at[1]))
                .orElseThrow(() -> new IllegalStateException("There is no row at " + figure.locator() + "."));
    }

    /// The statement of a figure of the pack; it need not be among [#all].
    public Statement statement(FigureRecord figure) {
        Row row = row(figure);
        String code = row.cells().getOrDefault("hs_code", "");
        String detail = row.cells().getOrDefault("detail", row.cells().getOrDefault("definition", ""));
        Statement.Side side = switch (row.table()) {
            case "trade" -> row.text("flow").equals("M") ? Statement.Side.IMPORTER : Statement.Side.EXPORTER;
            case "monthly_exports" -> Statement.Side.EXPORTER;
            default -> Statement.Side.NEITHER;
        };
        String vintage = row.cells().getOrDefault("vintage", "");
        return new Statement(
                figure,
                quantity(figure, row),
                side,
                vintage.isEmpty() ? published.getOrDefault(figure.sourceId(), "") : vintage,
                families.computeIfAbsent(figure.sourceId(), Quantities::family),
                code,
                detail);
    }

    /// The source without its edition: `SRC_USGS_MCS2026` and `SRC_USGS_MCS2025` are one family.
    public static String family(String sourceId) {
        return sourceId.replaceFirst("[_-]?(19|20)[0-9]{2}.*$", "");
    }

    private Quantity quantity(FigureRecord figure, Row row) {
        return switch (row.table()) {
            case "production", "baseline_stage" -> made(figure);
            case "baseline_links", "monthly_exports" -> flow(FLOW, figure, figure.place(), figure.partner(), "t");
            case "trade" -> trade(figure, row);
            case "demand" -> plain(figure, row.text("scenario"));
            case "project_outputs" -> plain(figure, row.text("product_id") + " " + row.text("basis"));
            case "processes" -> plain(figure, row.text("process_id"));
            case "prices" -> plain(figure, row.text("basis"));
            case "stocks" -> plain(figure, row.text("holder") + " " + row.text("scope"));
            default -> plain(figure, row.cells().getOrDefault("detail", ""));
        };
    }

    /// What a place makes, can make or holds in the ground.
    private Quantity made(FigureRecord figure) {
        return new Quantity(
                // the rest of the world is what a source does not name: each has its own
                figure.measure() + (figure.place().equals("ROW") ? ", rest of " + figure.sourceId() : ""),
                figure.place(),
                "",
                figure.subject(),
                figure.period(),
                basis(figure.subject(), figure.unit()));
    }

    private Quantity trade(FigureRecord figure, Row row) {
        boolean imports = row.text("flow").equals("M");
        String column = figure.locator().substring(figure.locator().lastIndexOf(':') + 1);
        if (column.equals("share_pct")) {
            String kind = imports ? "share of imports" : "share of exports";
            return flow(kind, figure, figure.place(), figure.partner(), "% of " + row.text("share_basis"));
        }
        String kind = column.equals("value_usd") ? FLOW_VALUE : FLOW;
        return flow(
                kind,
                figure,
                imports ? figure.partner() : figure.place(),
                imports ? figure.place() : figure.partner(),
                column.equals("value_usd") ? "USD" : "t");
    }

    private static Quantity flow(String kind, FigureRecord figure, String from, String to, String unit) {
        return new Quantity(kind, from, to, figure.subject(), figure.period(), unit);
    }

    private static Quantity plain(FigureRecord figure, String more) {
        String kind = more.isBlank() ? figure.measure() : figure.measure() + ", " + more.strip();
        return new Quantity(kind, figure.place(), figure.partner(), figure.subject(), figure.period(), figure.unit());
    }

    /// The basis of a figure on a product. "Contained" says the same as the product's own basis where that is an
    /// element; on a gross basis it says something else.
    private String basis(String product, String unit) {
        return bases.computeIfAbsent(product + '\u001f' + unit, _ -> newBasis(product, unit));
    }

    private String newBasis(String product, String unit) {
        String own = unitBasis.getOrDefault(product, "");
        boolean element = own.equals("t") || own.equals("t metal") || own.matches("t [A-Z][a-z]?");
        boolean contained = unit.contains("contained") || unit.contains("content") || unit.equals("metal");
        if (unit.equals("t") || (element && contained) || own.equals("t " + unit)) {
            return own;
        }
        return unit.startsWith("t ") ? unit : "t " + unit;
    }
}
