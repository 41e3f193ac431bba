package org.monazite.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.monazite.app.workspace.Workspace;
import org.monazite.atlas.WhatIf;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.supply.Flag;
import org.monazite.supply.SupplyNetwork;

class InfluencesTest {

    private static final List<String> PARTNERS = List.of("JPN", "USA");

    @TempDir
    private static Path folder;

    private static SupplyNetwork network;
    private static WhatIf whatIf;
    private static List<Shown> table;
    private static Influences influences;

    /// A line of the table in docs/data.md.
    private record Shown(String figure, String headline, String asItIs, String low, String high) {}

    @BeforeAll
    static void tries_the_figures_of_the_table() throws IOException {
        Workbench workbench = new Workbench(Workspace.in(folder), Optional.empty(), Progress.NONE);
        network = workbench.network("magnets");
        whatIf = workbench.atlas().whatIf("magnets");
        table = shown();
        List<String> ids = table.stream().map(Shown::figure).toList();
        influences = Influences.of(
                network,
                whatIf,
                whatIf.unverified().stream()
                        .filter(figure -> ids.contains(figure.id()))
                        .toList(),
                PARTNERS,
                "CHN",
                Progress.NONE);
    }

    private static List<Shown> shown() throws IOException {
        return Files.readString(Path.of("..", "docs", "data.md"))
                .lines()
                .filter(line -> line.startsWith("| `f-"))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .filter(cells -> cells.size() > 8)
                .map(cells -> new Shown(
                        cells.get(1).replace("`", ""),
                        cells.get(5).replace("`", ""),
                        cells.get(6),
                        cells.get(7),
                        cells.get(8)))
                .toList();
    }

    @Test
    void the_table_of_the_data_page_is_what_each_figure_does() {
        assertThat(table).hasSizeGreaterThan(5);
        assertThat(influences.lines().stream()
                        .map(line -> new Shown(
                                line.figure().id(),
                                key(line),
                                said(
                                        line,
                                        influences.headlines().get(line.most()).value()),
                                said(line, line.low().get(line.most())),
                                said(line, line.high().get(line.most()))))
                        .toList())
                .isEqualTo(table);
    }

    private static String key(Influences.Line line) {
        Influences.Headline headline = influences.headlines().get(line.most());
        return switch (headline.kind()) {
            case TRACED -> headline.place() + "/" + headline.productId() + "/tracedShare";
            case UNMET -> headline.place() + "/unmet";
            case VALUE -> headline.place() + "/valueAtRisk";
        };
    }

    private static String said(Influences.Line line, double value) {
        boolean money = influences.headlines().get(line.most()).kind() == Influences.Kind.VALUE;
        return money
                ? String.format(Locale.ROOT, "USD %.1f bn", value / 1e9)
                : String.format(Locale.ROOT, "%.1f %%", 100 * value);
    }

    @Test
    void who_moves_most_stands_first() {
        assertThat(influences.lines())
                .isSortedAccordingTo(Comparator.comparingDouble(line -> -line.points()))
                .allSatisfy(line -> assertThat(line.points()).isGreaterThanOrEqualTo(Influences.LEAST));
    }

    @Test
    void a_figure_at_its_own_value_gives_the_network_as_it_is() {
        FigureRecord figure = influences.lines().getFirst().figure();

        SupplyNetwork same = whatIf.network(figure, figure.value());

        for (int arc = 0; arc < network.arcs().size(); arc++) {
            assertThat(same.arcs().perYear(arc)).isEqualTo(network.arcs().perYear(arc));
        }
    }

    @Test
    void only_ranged_figures_without_a_document_are_tried() {
        assertThat(whatIf.unverified()).isNotEmpty().allSatisfy(figure -> {
            assertThat(figure.flag()).isEqualTo(Flag.UNVERIFIED);
            assertThat(figure.low()).isLessThan(figure.high());
        });
    }
}
