package org.monazite.pledges;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.monazite.pledges.Assessment.Verdict;
import org.monazite.supply.Citation;
import org.monazite.supply.Explained;
import org.monazite.supply.Explained.Term;
import org.monazite.supply.Flag;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Product;
import org.monazite.supply.Range;
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;

/// Extraction, processing and recycling in the EU over EU use, for each product of the network's chain:
///
/// `share = EU output of P / (EU end use x world output of P / world end use)`
///
/// The denominator is what the goods used in the EU need of P at the average intensity of the world. A network covers
/// one group of the 17 strategic raw materials, so the figures never settle the benchmark; coverage is a row of its
/// own. A mine that no source lists makes nothing; a works that the network does not hold is not a zero.
///
/// @see <a href="https://eur-lex.europa.eu/eli/reg/2024/1252/oj">Regulation (EU) 2024/1252, Article 5, Annex I</a>
final class EuBenchmark implements Measure {

    /// Strategic raw materials in Annex I of the Regulation; rare earths for magnets count as one.
    private static final int STRATEGIC_MATERIALS = 17;

    private static final Citation ANNEX =
            new Citation("", "SRC_EU20241252", "Annex I", "list of strategic raw materials");

    /// Which part of a chain a benchmark is about.
    enum Step {
        /// Mines.
        EXTRACTION("extraction", "採掘"),
        /// All steps between the mine and the component.
        PROCESSING("processing", "加工"),
        /// Works that take in scrap.
        RECYCLING("recycling", "リサイクル");

        private final String nameEn;
        private final String nameJa;

        Step(String nameEn, String nameJa) {
            this.nameEn = nameEn;
            this.nameJa = nameJa;
        }
    }

    private final Step step;

    EuBenchmark(Step step) {
        this.step = step;
    }

    @Override
    public List<Reading> read(Question question) {
        SupplyNetwork network = question.facts().network();
        List<Reading> readings = new ArrayList<>();
        for (Product product : network.products()) {
            if (product instanceof Product.Mineral mineral && isAsked(network, mineral)) {
                var definition = new Reading.Definition(
                        "product " + mineral.id(),
                        mineral.nameEn() + ": EU " + step.nameEn + " over EU use",
                        mineral.nameJa() + "：EU域内の" + step.nameJa + "÷EUの使用量");
                readings.add(Reading.of(question, definition, share(network, mineral), year(network))
                        .partial());
            }
        }
        if (readings.stream().anyMatch(each -> each.measured().value().isDefined())) {
            readings.add(count(question, List.copyOf(readings)));
        }
        if (!readings.isEmpty()) {
            readings.add(coverage(question));
        }
        return readings;
    }

    private boolean isAsked(SupplyNetwork network, Product.Mineral product) {
        return switch (step) {
            case EXTRACTION -> product.stage() == Stage.MINE;
            case PROCESSING ->
                product.stage() == Stage.MIXED
                        || product.stage() == Stage.REFINED
                        || product.stage() == Stage.METAL
                        || product.stage() == Stage.ALLOY;
            case RECYCLING -> anyNode(network, node -> makes(network, node, product) && recycles(network, node));
        };
    }

    private static boolean anyNode(SupplyNetwork network, IntPredicate asked) {
        for (int node = 0; node < network.nodes().size(); node++) {
            if (asked.test(node)) {
                return true;
            }
        }
        return false;
    }

    private static boolean makes(SupplyNetwork network, int node, Product.Mineral product) {
        return network.nodes().kind(node) == NodeKind.MAKER
                && network.productOf(node).id().equals(product.id());
    }

    private static boolean recycles(SupplyNetwork network, int node) {
        for (int cell = network.cells().first(node); cell < network.cells().first(node + 1); cell++) {
            if (network.products().get(network.cells().product(cell)) instanceof Product.Mineral input
                    && input.stage() == Stage.SCRAP) {
                return true;
            }
        }
        return false;
    }

    private Explained share(SupplyNetwork network, Product.Mineral product) {
        String measure = "EU " + step.nameEn + " over EU use";
        String formula = "EU output / (EU end use x world output / world end use)";
        String unit = product.basis() + "/yr";
        Sum own = sum(
                network,
                node -> makes(network, node, product)
                        && EuMembers.holds(network.placeOf(node))
                        && (step != Step.RECYCLING || recycles(network, node)));
        Sum world = sum(network, node -> makes(network, node, product));
        Sum use = sum(network, node -> isUse(network, node) && EuMembers.holds(network.placeOf(node)));
        Sum worldUse = sum(network, node -> isUse(network, node));
        List<Term> terms = List.of(
                own.term("EU output of " + product.nameEn(), unit),
                use.term("EU end use", "t/yr"),
                world.term("world output of " + product.nameEn(), unit),
                worldUse.term("world end use", "t/yr"));
        boolean unknown = own.rows == 0 && step != Step.EXTRACTION;
        if (unknown || use.value == 0 || world.value == 0) {
            String missing = unknown
                    ? "the network holds no such works in the EU, which is not a zero"
                    : "the network holds no EU use or no output";
            return Figures.missing(measure, Figures.SHARE, formula + "; not defined: " + missing, terms);
        }
        Range need = new Range(use.value, use.low, use.high).times(world.value / worldUse.value);
        Range share = Figures.ratio(new Range(own.value, own.low, own.high), need);
        return Figures.computed(
                measure, share, Figures.SHARE, formula, own.value == 0 ? 0 : own.unverified / own.value, terms);
    }

    private static boolean isUse(SupplyNetwork network, int node) {
        return network.nodes().kind(node) == NodeKind.USE;
    }

    /// Outputs of some nodes, with their ranges and sources.
    private static final class Sum {
        private double value;
        private double low;
        private double high;
        private double unverified;
        private int rows;
        private Flag flag = Flag.NONE;
        private final Set<Citation> citations = new TreeSet<>();

        private Term term(String name, String unit) {
            return new Term(name, value, unit, flag, List.copyOf(citations));
        }
    }

    private static Sum sum(SupplyNetwork network, IntPredicate asked) {
        Sum sum = new Sum();
        for (int node = 0; node < network.nodes().size(); node++) {
            if (asked.test(node)) {
                sum.rows++;
                sum.value += network.nodes().output(node);
                sum.low += network.nodes().outputLow(node);
                sum.high += network.nodes().outputHigh(node);
                sum.unverified += network.nodes().flag(node) == Flag.UNVERIFIED
                        ? network.nodes().output(node)
                        : 0;
                sum.flag = sum.flag.and(network.nodes().flag(node));
                sum.citations.addAll(network.citations().of(network.nodes().citationSet(node)));
            }
        }
        return sum;
    }

    static String year(SupplyNetwork network) {
        return Integer.toString(network.id().year());
    }

    /// How many of the rows fail the line over their whole range.
    static Reading count(Measure.Question question, List<Reading> rows) {
        long beyond = rows.stream()
                .filter(row -> row.measured().verdict() == Verdict.FAILS)
                .count();
        List<Term> terms = rows.stream()
                .filter(row -> row.measured().value().isDefined())
                .map(row -> new Term(
                        row.measured().definitionEn(),
                        row.measured().value().value(),
                        Figures.SHARE,
                        row.measured().value().flag(),
                        List.of()))
                .toList();
        var definition = new Reading.Definition(
                "count",
                "rows that fail the line of %.0f %% over their whole range".formatted(100 * question.target()),
                "範囲全体で基準（%.0f%%）を満たさない行の数".formatted(100 * question.target()));
        Explained value = Figures.computed(
                "rows beyond the line",
                Range.exactly(beyond),
                "of " + terms.size(),
                "rows above that have a number and fail the line over their whole range / all that have a number",
                terms);
        return Reading.open(question, definition, value, year(question.facts().network()));
    }

    /// How much of the list of strategic raw materials the network covers.
    static Reading coverage(Measure.Question question) {
        var definition =
                new Reading.Definition("coverage", "strategic raw materials that the figures cover", "数値が対象とする戦略的原材料");
        Term covered = new Term("rare earths for magnets", 1, "materials", Flag.NONE, List.of());
        Term all = new Term("strategic raw materials", STRATEGIC_MATERIALS, "materials", Flag.NONE, List.of(ANNEX));
        Explained value = Figures.computed(
                "coverage",
                Range.exactly(1.0 / STRATEGIC_MATERIALS),
                Figures.SHARE,
                "materials of the network's chain / materials of Annex I",
                List.of(covered, all));
        return Reading.open(question, definition, value, year(question.facts().network()));
    }
}
