package org.monazite.app.verify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.monazite.shock.Targets;
import org.monazite.shock.backtest.Knob;
import org.monazite.shock.backtest.Observation;
import org.monazite.shock.backtest.PastEvent;
import org.monazite.shock.backtest.Probe;
import org.monazite.shock.backtest.Series;
import org.monazite.supply.ArcRow;
import org.monazite.supply.Basis;
import org.monazite.supply.CellRow;
import org.monazite.supply.DemandRow;
import org.monazite.supply.Flag;
import org.monazite.supply.Material;
import org.monazite.supply.NetworkBuilder;
import org.monazite.supply.NetworkId;
import org.monazite.supply.NodeKind;
import org.monazite.supply.NodeRow;
import org.monazite.supply.Place;
import org.monazite.supply.Product;
import org.monazite.supply.Range;
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;
import org.monazite.supply.Unit;
import org.monazite.supply.UseClass;
import tools.jackson.databind.JsonNode;

/// A past event from its file and the tables of observations beside it.
final class BacktestFile {

    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int MONTHS = 12;
    private static final String MADE = "goods";

    private final CaseFolder folder;
    private final JsonNode spec;
    private final String supplier;
    private final String product;
    private final LocalDate start;

    private BacktestFile(CaseFolder folder, JsonNode spec) {
        this.folder = folder;
        this.spec = spec;
        this.supplier = text(spec, "supplier");
        this.product = text(spec, "product");
        this.start = date(spec, "start");
    }

    /// Reads the event of a file; the tables it names lie beside it.
    ///
    /// @throws CaseException if something is missing or wrong
    static PastEvent read(CaseFolder folder, String file) {
        JsonNode spec = folder.yaml(file);
        try {
            return new BacktestFile(folder, spec).event();
        } catch (IllegalArgumentException e) {
            CaseException refused = new CaseException(file, String.valueOf(e.getMessage()));
            refused.initCause(e);
            throw refused;
        }
    }

    private PastEvent event() {
        return new PastEvent(
                text(spec, "id"),
                network(),
                supplier,
                product,
                start,
                spec.path("days").asInt(),
                list(spec.path("measures")).stream().map(this::measure).toList(),
                list(spec.path("knobs")).stream().map(this::knob).toList(),
                list(spec.path("series")).stream().map(this::series).toList());
    }

    private PastEvent.Measure measure(JsonNode node) {
        Targets targets = new Targets(Set.of(supplier), names(node.path("to")), Set.of(product));
        int from = day(date(node, "from"));
        int end = node.has("end") ? day(date(node, "end")) : Integer.MAX_VALUE;
        return switch (text(node, "type")) {
            case "licence" ->
                new PastEvent.Measure.Licence(
                        targets, from, end, node.has("later_from") ? day(date(node, "later_from")) : Integer.MAX_VALUE);
            case "ban" ->
                new PastEvent.Measure.Ban(
                        targets,
                        from,
                        end,
                        node.has("allowed")
                                ? OptionalDouble.of(node.path("allowed").asDouble())
                                : OptionalDouble.empty());
            case String other -> throw wrong("a measure is 'licence' or 'ban', not '" + other + "'");
        };
    }

    private Knob knob(JsonNode node) {
        Knob.What what;
        try {
            what = Knob.What.valueOf(text(node, "what").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong("no number '" + text(node, "what") + "' is known");
        }
        return new Knob(
                what,
                node.path("value").asDouble(),
                node.path("low").asDouble(),
                node.path("high").asDouble(),
                list(node.path("tried")).stream().map(JsonNode::asDouble).toList(),
                text(node, "source"));
    }

    private Series series(JsonNode node) {
        String id = text(node, "id");
        double baseline = node.path("baseline").asDouble();
        List<Observation> observations = new ArrayList<>();
        for (Map<String, String> row : folder.csv(text(node, "file"))) {
            if (id.equals(row.get("series_id"))) {
                observation(row, baseline).ifPresent(observations::add);
            }
        }
        return new Series(
                id,
                probe(node),
                baseline,
                text(node, "unit"),
                node.path("scored").asBoolean(true),
                observations);
    }

    /// Rows about years and spans are context for the reader; the engine is asked for months and days.
    private static Optional<Observation> observation(Map<String, String> row, double baseline) {
        String period = Objects.requireNonNull(row.get("period"));
        Observation.Window window = Observation.Window.valueOf(
                Objects.requireNonNull(row.get("window")).toUpperCase(Locale.ROOT));
        double value = Double.parseDouble(Objects.requireNonNull(row.get("value"))) / baseline;
        if (DAY.matcher(period).matches()) {
            LocalDate day = LocalDate.parse(period);
            return Optional.of(new Observation(YearMonth.from(day), Optional.of(day), window, value));
        }
        return MONTH.matcher(period).matches()
                ? Optional.of(new Observation(YearMonth.parse(period), Optional.empty(), window, value))
                : Optional.empty();
    }

    private static Probe probe(JsonNode node) {
        return switch (text(node, "probe")) {
            case "exports" -> new Probe.Exports(names(node.path("to")));
            case "imports" -> new Probe.Imports(names(node.path("to")));
            case "spot" -> new Probe.Spot(text(node, "place"));
            case String other ->
                throw wrong("a series is compared with 'exports', 'imports' or 'spot', not '" + other + "'");
        };
    }

    private SupplyNetwork network() {
        JsonNode trade = spec.path("trade");
        int lag = trade.path("lag_days").asInt();
        NetworkBuilder builder = SupplyNetwork.builder(new NetworkId.Draft(
                "backtest", text(spec, "id"), start.getYear(), NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR));
        List<JsonNode> buyers = list(trade.path("buyers"));
        Set<String> places = new TreeSet<>(Set.of(supplier));
        buyers.forEach(buyer -> places.add(text(buyer, "place")));
        places.forEach(code -> builder.place(new Place(code, code, code)));
        builder.product(mineral(product, Stage.MINE)).product(mineral(MADE, Stage.COMPONENT));
        double home = MONTHS * trade.path("home_per_month").asDouble();
        double sum = home;
        for (JsonNode buyer : buyers) {
            sum += MONTHS * buyer.path("per_month").asDouble();
        }
        String maker = supplier + "/" + product;
        builder.node(NodeRow.of(NodeKind.MAKER, maker, supplier, product, Range.exactly(sum)));
        buyer(builder, maker, supplier, home, 1);
        buyers.forEach(each -> buyer(
                builder,
                maker,
                text(each, "place"),
                MONTHS * each.path("per_month").asDouble(),
                lag));
        return builder.build();
    }

    private void buyer(NetworkBuilder builder, String maker, String place, double perYear, int lag) {
        String user = place + "/" + MADE;
        builder.node(NodeRow.of(NodeKind.MAKER, user, place, MADE, Range.exactly(perYear)))
                .cell(CellRow.of(user, product, 1))
                .arc(ArcRow.of(maker, user, Range.exactly(perYear)).over(-1, lag))
                .demand(new DemandRow(user, place, UseClass.INDUSTRY, Range.exactly(perYear), 0, Flag.NONE, List.of()));
    }

    private static Product mineral(String id, Stage stage) {
        return new Product.Mineral(id, new Material("m", "M", "m", "m"), stage, new Basis("t"), id, id);
    }

    private int day(LocalDate date) {
        return Math.toIntExact(ChronoUnit.DAYS.between(start, date));
    }

    private static LocalDate date(JsonNode node, String key) {
        try {
            return LocalDate.parse(text(node, key));
        } catch (DateTimeException e) {
            throw wrong("'%s' must be a quoted date such as \"2025-04-04\", was '%s'".formatted(key, text(node, key)));
        }
    }

    private static String text(JsonNode node, String key) {
        if (!node.path(key).isValueNode()) {
            throw wrong("the key '" + key + "' is missing");
        }
        return node.path(key).asString();
    }

    private static Set<String> names(JsonNode node) {
        return new TreeSet<>(list(node).stream().map(JsonNode::asString).toList());
    }

    private static List<JsonNode> list(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).toList();
    }

    private static IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(why);
    }
}
