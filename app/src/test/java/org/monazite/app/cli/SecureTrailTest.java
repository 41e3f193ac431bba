package org.monazite.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.monazite.app.Progress;
import org.monazite.app.Workbench;
import org.monazite.app.trail.Trail;
import org.monazite.app.trail.Trails;
import org.monazite.app.workspace.Workspace;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.supply.Citation;
import tools.jackson.databind.JsonNode;

/// Every number of the main job can be followed to raw cells, declared assumptions or settings.
@Tag("examples")
class SecureTrailTest {

    private static final JsonNode ANSWER = SecureTest.ONE.json();
    private static final Workbench WORKBENCH = workbench();
    private static final Trails TRAILS = trails();
    private static final Map<String, Optional<Trail>> FOUND = new HashMap<>();

    private static Workbench workbench() {
        try {
            return new Workbench(
                    Workspace.in(Cli.shared().folder().resolve("workspace")), Optional.empty(), Progress.NONE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Trails trails() {
        try {
            return new Trails(WORKBENCH);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Optional<Trail> find(String key) {
        return FOUND.computeIfAbsent(key, each -> {
            try {
                return TRAILS.find(each);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    /// The keys beside each number, by its path. A number is covered by its own object, or by the objects of which
    /// that one is a part, the nearest first; by field where the object says so.
    private static Map<String, List<String>> numbers() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        walk(ANSWER, "", List.of(), all);
        return all;
    }

    private static void walk(JsonNode node, String path, List<String> keys, Map<String, List<String>> all) {
        if (node.isNumber()) {
            all.put(path, keys);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), path + "/" + i, keys, all);
            }
        } else if (node.isObject()) {
            JsonNode trail = node.path("trail");
            for (Map.Entry<String, JsonNode> each : node.properties()) {
                if (!each.getKey().equals("trail")) {
                    List<String> own = strings(trail.isObject() ? trail.path(each.getKey()) : trail);
                    if (own.isEmpty() && !trail.isObject()) {
                        own = strings(node.path("figures"));
                    }
                    walk(each.getValue(), path + "/" + each.getKey(), own.isEmpty() ? keys : own, all);
                }
            }
        }
    }

    private static List<String> strings(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asString()));
        return texts;
    }

    /// Everything that some keys lead to.
    private static Set<Trail> behind(List<String> keys) {
        Set<Trail> reached = new LinkedHashSet<>();
        Set<String> seen = new TreeSet<>(keys);
        List<String> next = List.copyOf(seen);
        while (!next.isEmpty()) {
            List<String> further = new ArrayList<>();
            for (String key : next) {
                Trail trail = find(key).orElseThrow(() -> new AssertionError(key + " leads nowhere"));
                reached.add(trail);
                trail.inputs().stream().filter(seen::add).forEach(further::add);
            }
            next = further;
        }
        return reached;
    }

    @Test
    void every_number_carries_a_key() {
        Map<String, List<String>> numbers = numbers();

        assertThat(numbers).hasSizeGreaterThan(5000);
        assertThat(numbers.entrySet().stream()
                        .filter(each -> each.getValue().isEmpty())
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void every_key_leads_to_raw_cells_or_to_what_is_declared() throws IOException {
        Atlas atlas = WORKBENCH.atlas();
        Set<List<String>> keys = new LinkedHashSet<>(numbers().values());
        assertThat(keys).hasSizeGreaterThan(300);
        Set<Trail> checked = new LinkedHashSet<>();
        for (List<String> each : keys) {
            boolean declared = each.stream()
                    .allMatch(key -> find(key)
                            .map(Trail::kind)
                            .filter(Trail.Kind::isDeclared)
                            .isPresent());
            boolean cell = false;
            for (Trail trail : behind(each)) {
                cell |= !trail.cells().isEmpty();
                if (checked.add(trail)) {
                    leadsOn(atlas, trail);
                }
            }
            assertThat(cell || declared).as("%s reaches a raw cell", each).isTrue();
        }
        assertThat(checked).hasSizeGreaterThan(500);
    }

    private static void leadsOn(Atlas atlas, Trail trail) {
        boolean end = trail.kind().isDeclared() || !trail.cells().isEmpty();
        assertThat(end || !trail.inputs().isEmpty())
                .as("%s rests on nothing", trail.key())
                .isTrue();
        for (Trail.Cell cell : trail.cells()) {
            Citation citation = cell.citation();
            assertThat(citation.sourceId()).as(trail.key()).isNotBlank();
            if (citation.figureId().isEmpty()) {
                assertThat(citation.locator()).as(trail.key()).isNotBlank();
            } else {
                FigureRecord figure = atlas.findFigure(citation.figureId())
                        .orElseThrow(() -> new AssertionError(trail.key() + " cites " + citation));
                assertThat(figure.locator()).as(trail.key()).isNotBlank();
                assertThat(figure.raw()).as(trail.key()).isNotBlank();
            }
        }
    }

    @Test
    void what_a_key_of_dependence_names_has_the_value_of_the_answer() {
        int[] compared = new int[1];
        ANSWER.path("exposure")
                .forEach(row -> row.path("explained").properties().forEach(each -> {
                    JsonNode number = each.getValue();
                    if (number.path("value").isNumber()) {
                        Trail trail =
                                find(number.path("trail").get(0).asString()).orElseThrow();
                        assertThat(trail.amounts().getFirst().value())
                                .as(trail.key())
                                .isEqualTo(number.path("value").asDouble());
                        assertThat(trail.inputs()).as(trail.key()).isNotEmpty();
                        compared[0]++;
                    }
                }));
        ANSWER.path("weakestLinks")
                .forEach(links -> links.forEach(link -> {
                    String key = link.path("trail").get(0).asString();
                    assertThat(find(key + "/lostShare")
                                    .orElseThrow()
                                    .amounts()
                                    .getFirst()
                                    .value())
                            .isEqualTo(link.path("lostShare").asDouble());
                    compared[0]++;
                }));
        assertThat(compared[0]).isGreaterThan(200);
    }

    @Test
    void choices_of_who_asks_are_named_as_such() {
        for (String path : List.of("/runCard/seed", "/scenarios/0/weeks", "/scenarios/0/members", "/plan/budget")) {
            assertThat(numbers().get(path))
                    .as(path)
                    .allSatisfy(key ->
                            assertThat(find(key).orElseThrow().kind()).as(key).isEqualTo(Trail.Kind.SETTING));
        }
    }

    @Test
    void a_key_is_followed_on_the_command_line_in_both_languages() {
        for (String key : List.of(
                "CHN/ndpr.oxide",
                "CHN/ndfeb.magnet>JPN",
                "JPN/ndpr.oxide/CHN/originShare",
                "USA/ndpr.metal/CHN",
                "chain/magnets",
                "shock/china-dy-tb/JPN/dy.oxide",
                "scenario/china-dy-tb",
                "plan/loss",
                "met.module@JPN",
                "CN-ALL-2010",
                "USJP-05",
                "USJP-05/1",
                "plan.delivery",
                "assumptions.spare",
                "plan.budget_usd.JPN",
                "computation")) {
            Cli.Result english = Cli.shared().run("show", "figure", key);
            Cli.Result japanese = Cli.shared().run("show", "figure", key, "--lang", "ja");
            Cli.Result json = Cli.shared().run("show", "figure", key, "--json");
            assertThat(english.code()).as(english.err()).isZero();
            assertThat(japanese.code()).as(japanese.err()).isZero();
            assertThat(english.out()).contains(key).doesNotContain("NaN", "null");
            assertThat(japanese.out()).contains(key).doesNotContain("NaN", "null", "Maybe");
            assertThat(json.json().path("kind").asString()).isNotEmpty();
        }
    }

    @Test
    void a_mistyped_key_names_the_one_that_may_be_meant() {
        assertThat(miss("CHN/ndfeb>JPN")).contains("'CHN/ndfeb>JPN'", "Maybe");
        assertThat(miss("CHN/ndpr.oxid")).contains("Maybe you meant 'CHN/ndpr.oxide'");
        assertThat(miss("JPN/ndpr.oxide/CHN/originshare")).contains("'originshare'", "'originShare'");
        assertThat(miss("JPM/ndpr.oxide/CHN/hhi")).contains("'JPM'", "Maybe");
        assertThat(miss("plan.delivry")).contains("'plan.delivery'");
        assertThat(miss("f-0000000000")).contains("'f-0000000000'", "Maybe");
    }

    private static String miss(String key) {
        Cli.Result result = Cli.shared().run("show", "figure", key);
        assertThat(result.code()).isEqualTo(4);
        return result.err();
    }

    @Test
    void what_is_computed_is_cited_by_its_sources() {
        Cli.Result plain = Cli.shared().run("show", "cite", "CHN/ndpr.oxide");
        Cli.Result bibtex = Cli.shared().run("show", "cite", "JPN/ndpr.oxide/CHN/originShare", "--as", "bibtex");

        assertThat(plain.out()).contains("IEA Critical Minerals Data Explorer");
        assertThat(bibtex.out()).contains("@misc{");
    }
}
