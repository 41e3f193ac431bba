package org.monazite.pledges;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.monazite.supply.Arcs;
import org.monazite.supply.Explained;
import org.monazite.supply.Explained.Term;
import org.monazite.supply.Flag;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Project;
import org.monazite.supply.Range;
import org.monazite.supply.SupplyNetwork;

/// Japan's dysprosium and terbium from outside China, as part of its use. Deliveries decide. A contract is capacity
/// until a delivery is cited, so what the named projects could send is shown beside it and decides nothing.
final class HeavyRareEarths implements Measure {

    private static final Set<String> PRODUCTS = Set.of("dy.oxide", "tb.oxide");
    private static final String UNIT = "t oxide/yr";

    private static final Reading.Definition DELIVERIES = new Reading.Definition(
            "deliveries",
            "dysprosium and terbium oxide delivered from outside China, part of Japan's use",
            "中国以外からのDy・Tb酸化物の引渡し量÷日本の使用量");
    private static final Reading.Definition RUNNING = new Reading.Definition(
            "capacity_under_contract",
            "promised part of the capacity of works that run, over Japan's use: not deliveries",
            "稼働中の工場の能力のうち約束分÷日本の使用量（引渡し量ではない）");
    private static final Reading.Definition DECIDED = new Reading.Definition(
            "capacity_under_contract",
            "promised part of the capacity of works decided on, over Japan's use: not deliveries",
            "決定済みの工場の能力のうち約束分÷日本の使用量（引渡し量ではない）");

    @Override
    public List<Reading> read(Question question) {
        List<Reading> readings = new ArrayList<>();
        Flows flows = flows(question.facts().network());
        String year = EuBenchmark.year(question.facts().network());
        if (question.wants(DELIVERIES.id())) {
            readings.add(Reading.of(question, DELIVERIES, deliveries(flows), year));
        }
        if (question.wants(RUNNING.id())) {
            readings.add(capacity(
                    question,
                    RUNNING,
                    flows,
                    project -> project.status() == Project.Status.OPERATING
                            || project.status() == Project.Status.RAMPING));
            readings.add(capacity(
                    question, DECIDED, flows, project -> project.status().isDecided()));
        }
        return readings;
    }

    /// What Japan takes in, t oxide a year.
    ///
    /// @param outside from known places other than China, its own works included
    /// @param rest from China or of unknown origin
    /// @param terms each flow, the largest first
    private record Flows(Range outside, Range rest, double unverified, List<Term> terms) {

        private double use() {
            return outside.value() + rest.value();
        }
    }

    private static Flows flows(SupplyNetwork network) {
        Arcs arcs = network.arcs();
        double[] outside = new double[3];
        double[] rest = new double[3];
        double unverified = 0;
        List<Term> terms = new ArrayList<>();
        for (int arc = 0; arc < arcs.size(); arc++) {
            int supplier = arcs.supplier(arc);
            String from = network.placeOf(supplier);
            boolean counts = network.placeOf(arcs.buyer(arc)).equals("JPN")
                    && PRODUCTS.contains(network.productOf(supplier).id())
                    && (!from.equals("JPN") || network.nodes().kind(supplier) == NodeKind.MAKER);
            if (!counts) {
                continue;
            }
            double[] side = from.equals("CHN") ? rest : outside;
            side[0] += arcs.perYear(arc);
            side[1] += arcs.low(arc);
            side[2] += arcs.high(arc);
            unverified += arcs.flag(arc) == Flag.UNVERIFIED ? arcs.perYear(arc) : 0;
            terms.add(new Term(
                    "%s from %s".formatted(network.productOf(supplier).nameEn(), from),
                    arcs.perYear(arc),
                    UNIT,
                    arcs.flag(arc),
                    network.citations().of(arcs.citationSet(arc))));
        }
        double unknown = unknownOrigin(network);
        terms.sort(Comparator.comparingDouble(Term::value).reversed().thenComparing(Term::name));
        return new Flows(
                new Range(outside[0], outside[1], outside[2]),
                new Range(rest[0] + unknown, rest[1] + unknown, rest[2] + unknown),
                unverified,
                terms);
    }

    private static double unknownOrigin(SupplyNetwork network) {
        double unknown = 0;
        for (int cell = 0; cell < network.cells().size(); cell++) {
            String product =
                    network.products().get(network.cells().product(cell)).id();
            if (PRODUCTS.contains(product)
                    && network.placeOf(network.cells().node(cell)).equals("JPN")) {
                unknown += network.cells().unknownOrigin(cell);
            }
        }
        return unknown;
    }

    private static Explained deliveries(Flows flows) {
        String measure = "dysprosium and terbium from outside China";
        String formula = "deliveries from known places other than China / all that Japan takes in";
        if (flows.use() == 0) {
            return Figures.missing(
                    measure,
                    Figures.SHARE,
                    formula + "; not defined: the network holds no use of Japan",
                    flows.terms());
        }
        Range outside = flows.outside();
        Range rest = flows.rest();
        Range share = new Range(
                outside.value() / flows.use(),
                outside.low() == 0 ? 0 : outside.low() / (outside.low() + rest.high()),
                outside.high() == 0 ? 0 : outside.high() / (outside.high() + rest.low()));
        return Figures.computed(
                measure, share, Figures.SHARE, formula, flows.unverified() / flows.use(), flows.terms());
    }

    private static Reading capacity(
            Question question, Reading.Definition definition, Flows flows, Predicate<Project> counts) {
        MeasureTerms promised = question.pledge().details().terms();
        List<Term> terms = new ArrayList<>();
        double[] tonnes = new double[3];
        double unverified = 0;
        for (Project project : question.facts().projects()) {
            if (!promised.of().contains(project.id()) || !counts.test(project)) {
                continue;
            }
            for (Project.Output output : project.outputs()) {
                if (PRODUCTS.contains(output.productId()) && output.sellable()) {
                    Range range = output.tonnesPerYear().times(promised.portion());
                    tonnes[0] += range.value();
                    tonnes[1] += range.low();
                    tonnes[2] += range.high();
                    unverified += output.flag() == Flag.UNVERIFIED ? range.value() : 0;
                    terms.add(new Term(
                            "%s of %s, %.0f %%".formatted(output.productId(), project.name(), 100 * promised.portion()),
                            range.value(),
                            UNIT,
                            output.flag(),
                            List.of(output.citation())));
                }
            }
        }
        String measure = "promised capacity over use";
        String formula = "promised part x capacity at full output / Japan's use in the year of the network";
        String period = "at full output";
        if (terms.isEmpty() || flows.use() == 0) {
            String missing = "; not defined: no such works, or no use of Japan, in the figures";
            return Reading.open(
                    question, definition, Figures.missing(measure, Figures.SHARE, formula + missing, terms), period);
        }
        terms.add(new Term("Japan's use", flows.use(), UNIT, Flag.DERIVED, List.of()));
        Range share = new Range(tonnes[0], tonnes[1], tonnes[2]).times(1 / flows.use());
        Explained value = Figures.computed(measure, share, Figures.SHARE, formula, unverified / tonnes[0], terms);
        return Reading.open(question, definition, value, period);
    }
}
