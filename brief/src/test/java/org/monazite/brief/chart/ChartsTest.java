package org.monazite.brief.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Draws charts of random values and looks at where their words are.
class ChartsTest {

    private static final Heading HEADING = new Heading("a-chart", "Title <&>", "Description");
    private static final DoubleFunction<String> PERCENT = share -> Math.round(share * 100) + " %";
    private static final Pattern TEXT = Pattern.compile(
            "<text class=\"[a-z ]+\" x=\"([-0-9.]+)\" y=\"([-0-9.]+)\" text-anchor=\"([a-z]+)\" font-size=\"([0-9.]+)\">([^<]*)");

    private record Box(String text, double left, double top, double right, double bottom) {

        boolean meets(Box other) {
            return left < other.right - 1 && other.left < right - 1 && top < other.bottom - 1 && other.top < bottom - 1;
        }
    }

    private static List<Box> boxes(Svg svg) {
        List<Box> boxes = new ArrayList<>();
        Matcher matcher = TEXT.matcher(svg.toString());
        while (matcher.find()) {
            String text = matcher.group(5).replace("&lt;", "<");
            double size = Double.parseDouble(matcher.group(4));
            double wide = Lettering.width(text, size) / 1.03;
            double x = Double.parseDouble(matcher.group(1));
            double y = Double.parseDouble(matcher.group(2));
            double left = switch (matcher.group(3)) {
                case "start" -> x;
                case "middle" -> x - wide / 2;
                case String end -> x - wide;
            };
            boxes.add(new Box(text, left, y - size * 0.8, left + wide, y + size * 0.2));
        }
        assertThat(boxes).isNotEmpty();
        return boxes;
    }

    private static void assertNoneMeet(Svg svg) {
        List<Box> boxes = boxes(svg);
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(boxes.get(i).meets(boxes.get(j)))
                        .as("%s meets %s", boxes.get(i), boxes.get(j))
                        .isFalse();
            }
        }
    }

    private static void assertAllInside(Svg svg) {
        Matcher box = Pattern.compile("viewBox=\"0 0 ([0-9.]+) ([0-9.]+)\"").matcher(svg.toString());
        assertThat(box.find()).isTrue();
        double width = Double.parseDouble(box.group(1));
        double height = Double.parseDouble(box.group(2));
        for (Box each : boxes(svg)) {
            assertThat(each.left()).as(each.text()).isGreaterThan(-2);
            assertThat(each.right()).as(each.text()).isLessThan(width + 2);
            assertThat(each.top()).as(each.text()).isGreaterThan(-2);
            assertThat(each.bottom()).as(each.text()).isLessThan(height + 2);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_two_labels_of_bars_meet_and_none_leaves_the_drawing(long seed) {
        Random random = new Random(seed);
        List<BarChart.Row> rows = IntStream.range(0, 6)
                .mapToObj(i -> new BarChart.Row(
                        i % 2 == 0 ? "Mixed rare-earth carbonate and chloride" : "ネオジム・プラセオジム金属",
                        List.of(bar(random), bar(random), bar(random))))
                .toList();
        Svg svg = new BarChart(
                        HEADING,
                        720,
                        List.of(
                                new BarChart.Series("direct, of imports", Role.DOMINANT, BarChart.Shape.BAR),
                                new BarChart.Series("traced, of supply", Role.DOMINANT, BarChart.Shape.OUTLINE),
                                new BarChart.Series("of world output", Role.OTHER, BarChart.Shape.TICK)),
                        rows,
                        Axis.shares("share", PERCENT))
                .draw();
        assertNoneMeet(svg);
        assertAllInside(svg);
    }

    private static BarChart.Bar bar(Random random) {
        if (random.nextInt(5) == 0) {
            return new BarChart.Bar(Double.NaN, Double.NaN, Double.NaN, "no imports");
        }
        double value = random.nextDouble();
        return new BarChart.Bar(value, value * 0.8, Math.min(1, value * 1.2), PERCENT.apply(value));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_two_labels_of_a_fan_meet(long seed) {
        Random random = new Random(seed);
        double end = random.nextDouble() * 0.8;
        List<FanChart.Band> bands = IntStream.range(0, 52)
                .mapToObj(i -> new FanChart.Band(end, end + 0.01, end + 0.02, end + 0.03, end + 0.04))
                .toList();
        int dry = 1 + random.nextInt(52);
        Svg svg = new FanChart(
                        HEADING,
                        344,
                        220,
                        Role.LOSS,
                        bands,
                        List.of(),
                        Axis.shares("part of use missing", PERCENT),
                        "week",
                        List.of("P10", "P50", "P90"),
                        List.of(
                                new FanChart.Mark(dry, "dry W%02d".formatted(dry)),
                                new FanChart.Mark(Math.min(52, dry + random.nextInt(6)), "worst W12")))
                .draw();
        assertNoneMeet(svg);
        assertAllInside(svg);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_two_labels_of_dumbbells_meet(long seed) {
        Random random = new Random(seed);
        List<DumbbellChart.Row> rows = IntStream.range(0, 8)
                .mapToObj(i -> {
                    double before = random.nextDouble();
                    double after = i == 0 ? before : random.nextDouble();
                    return new DumbbellChart.Row(
                            "United States: NdFeB magnets", before, after, PERCENT.apply(before), PERCENT.apply(after));
                })
                .toList();
        Svg svg = new DumbbellChart(
                        HEADING,
                        720,
                        "without plan",
                        "with plan",
                        "target: at most 50 %",
                        OptionalDouble.of(0.5),
                        Role.DOMINANT,
                        Role.ALLIES,
                        rows,
                        Axis.shares("share", PERCENT))
                .draw();
        assertNoneMeet(svg);
        assertAllInside(svg);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_two_labels_of_a_frontier_meet(long seed) {
        Random random = new Random(seed);
        double loss = 0.3;
        List<FrontierChart.Point> points = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            points.add(new FrontierChart.Point(i * 5e8, loss, i != 3));
            loss *= 0.6 + 0.4 * random.nextDouble();
        }
        Svg svg = new FrontierChart(
                        HEADING,
                        720,
                        points,
                        random.nextInt(8),
                        "knee: USD 1.4 billion",
                        random.nextInt(8) * 5e8,
                        "this plan: USD 2.1 billion",
                        Axis.upTo(3.5e9, 5, "budget", usd -> "USD " + usd / 1e9 + " billion"),
                        Axis.upTo(0.3, 4, "unmet", PERCENT))
                .draw();
        assertNoneMeet(svg);
        assertAllInside(svg);
    }

    @Test
    void a_gantt_row_shows_the_ramp_as_steps_of_output() {
        Svg svg = new GanttChart(
                        HEADING,
                        720,
                        2026,
                        2031,
                        Integer::toString,
                        "until first output",
                        "output",
                        List.of(new GanttChart.Row(
                                "Nolans separation plant with a rather long name that needs two lines",
                                "Australia · NdPr metal · 4,440 t a year",
                                Role.ALLIES,
                                2028,
                                List.of(0.25, 0.5, 1.0),
                                "USD 1.2 billion")))
                .draw();
        Matcher heights = Pattern.compile("<rect class=\"f r-allies\"[^>]*height=\"([0-9.]+)\"")
                .matcher(svg.toString());
        List<String> steps = heights.results().map(each -> each.group(1)).toList();
        assertThat(steps).containsExactly("4.5", "9", "18", "18");
        assertNoneMeet(svg);
        assertAllInside(svg);
    }

    @Test
    void stacked_parts_begin_where_the_last_one_ends() {
        Svg svg = new StackedBars(
                        HEADING,
                        720,
                        List.of(
                                new StackedBars.Series("Japan", Role.SELF),
                                new StackedBars.Series("United States", Role.ALLIES)),
                        List.of(new StackedBars.Row("2028", List.of(30.0, 70.0), "100")),
                        Axis.upTo(100, 4, "money", value -> Long.toString(Math.round(value))))
                .draw();
        Matcher parts = Pattern.compile("<rect class=\"f edge [a-z-]+\" x=\"([0-9.]+)\"[^>]*width=\"([0-9.]+)\"")
                .matcher(svg.toString());
        assertThat(parts.find()).isTrue();
        double end = Double.parseDouble(parts.group(1)) + Double.parseDouble(parts.group(2));
        assertThat(parts.find()).isTrue();
        assertThat(Double.parseDouble(parts.group(1))).isBetween(end - 0.02, end + 0.02);
        assertNoneMeet(svg);
    }

    @Test
    void an_axis_ends_at_a_round_number_that_holds_the_largest_value() {
        Axis axis = Axis.upTo(281e9, 4, "", Double::toString);
        assertThat(axis.ticks()).containsExactly(0.0, 100e9, 200e9, 300e9);
        assertThat(axis.most()).isEqualTo(300e9);
        assertThat(Axis.upTo(0, 4, "", Double::toString).most()).isPositive();
    }

    @Test
    void titles_are_escaped_and_numbers_short() {
        String svg = new StackedBars(
                        HEADING,
                        720,
                        List.of(new StackedBars.Series("a<b", Role.SELF)),
                        List.of(new StackedBars.Row("\"'&", List.of(1 / 3.0), "x")),
                        Axis.upTo(1, 4, "t", Double::toString))
                .draw()
                .toString();
        assertThat(svg)
                .contains("Title &lt;&amp;&gt;", "a&lt;b", "&quot;&#39;&amp;")
                .contains("role=\"img\"", "aria-labelledby=\"a-chart-t a-chart-d\"")
                .doesNotContainPattern("=\"[0-9]+\\.[0-9]{3,}");
    }

    @Test
    void a_value_that_has_no_place_is_refused() {
        assertThatThrownBy(() -> Canvas.n(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Heading("two words", "", "")).hasMessageContaining("'two words'");
    }
}
