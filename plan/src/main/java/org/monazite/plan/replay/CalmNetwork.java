package org.monazite.plan.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.monazite.plan.world.Arc;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Cell;
import org.monazite.plan.world.Chain;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Effect;
import org.monazite.plan.world.Feed;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.Node;
import org.monazite.plan.world.Sale;
import org.monazite.plan.world.Starts;
import org.monazite.plan.world.World;
import org.monazite.supply.ArcRow;
import org.monazite.supply.CellRow;
import org.monazite.supply.Citation;
import org.monazite.supply.Criticality;
import org.monazite.supply.DemandRow;
import org.monazite.supply.Flag;
import org.monazite.supply.NetworkBuilder;
import org.monazite.supply.NetworkId;
import org.monazite.supply.NodeKind;
import org.monazite.supply.NodeRow;
import org.monazite.supply.Place;
import org.monazite.supply.Range;
import org.monazite.supply.Route;
import org.monazite.supply.StockRow;
import org.monazite.supply.SupplyNetwork;

/// From a year without a ban to a balanced network of that year, tonnes per year.
public final class CalmNetwork {

    private static final double LEAST = 1e-6; // kt/yr: a kilogramme a year is no flow

    private static final Map<String, Place> PLACES = new ConcurrentHashMap<>(); // asked, never walked through

    private final World world;
    private final SupplyNetwork base;
    private final Choice choice;
    private final Flows flows;
    private final Chain chain;
    private final int year;
    private final double[] in;
    private final double[] made;

    private CalmNetwork(World world, SupplyNetwork base, Choice choice, Flows flows) {
        this.world = world;
        this.base = base;
        this.choice = choice;
        this.flows = flows;
        this.chain = world.chain();
        this.year = flows.episode().year();
        this.in = new double[chain.cells().size()];
        this.made = new double[chain.nodes().size()];
    }

    /// Builds the network.
    ///
    /// @param base the network of the base year
    /// @param choice the plan
    /// @param flows a year without a ban under it
    public static SupplyNetwork of(World world, SupplyNetwork base, Choice choice, Flows flows) {
        return new CalmNetwork(world, base, choice, flows).build();
    }

    private SupplyNetwork build() {
        NetworkBuilder builder = SupplyNetwork.builder(new NetworkId.Draft(
                base.id().atlas() + "+plan",
                base.id().chain(),
                world.years().get(year),
                base.id().grain(),
                base.unit()));
        chain.nodes().forEach(node -> builder.place(placeOf(node.place())));
        base.places().forEach(builder::place);
        base.products().forEach(builder::product);
        base.routes().forEach(builder::route);
        boolean[] carries = carrying();
        for (int arc = 0; arc < chain.arcs().size(); arc++) {
            if (carries[arc]) {
                in[chain.arcs().get(arc).cell()] += flows.flow()[arc];
                made[chain.arcs().get(arc).supplier()] += flows.flow()[arc];
            }
        }
        addDemands(builder);
        for (int node = 0; node < made.length; node++) {
            if (made[node] > LEAST) {
                addNode(builder, node);
            }
        }
        for (int arc = 0; arc < chain.arcs().size(); arc++) {
            if (carries[arc]) {
                addArc(builder, arc);
            }
        }
        return builder.build();
    }

    /// A country that is not in the network of the base year.
    public static Place placeOf(String code) {
        return PLACES.computeIfAbsent(code, CalmNetwork::country);
    }

    private static Place country(String code) {
        String two = Countries.BY_CODE.get(code);
        if (two == null) {
            return new Place(code, code, code);
        }
        Locale country = Locale.of("", two);
        return new Place(code, country.getDisplayCountry(Locale.ENGLISH), country.getDisplayCountry(Locale.JAPANESE));
    }

    /// Codes of two letters by codes of three; a network asks for hundreds, and each would walk through all.
    private static final class Countries {

        private static final Map<String, String> BY_CODE = new TreeMap<>();

        static {
            for (String two : Locale.getISOCountries()) {
                BY_CODE.putIfAbsent(Locale.of("", two).getISO3Country(), two);
            }
        }
    }

    /// Ways that carry something to somebody who makes something of it. What goes to nobody is no flow, and its
    /// supplier makes that much less.
    private boolean[] carrying() {
        boolean[] carries = new boolean[chain.arcs().size()];
        for (int arc = 0; arc < carries.length; arc++) {
            carries[arc] = flows.flow()[arc] > LEAST;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            double[] out = new double[chain.nodes().size()];
            for (int arc = 0; arc < carries.length; arc++) {
                out[chain.arcs().get(arc).supplier()] += carries[arc] ? flows.flow()[arc] : 0;
            }
            for (Sale sale : chain.sales()) {
                double served = salesShare(sale);
                out[sale.node()] += served > LEAST ? served : 0;
            }
            for (int arc = 0; arc < carries.length; arc++) {
                if (carries[arc] && out[buyerOf(arc)] <= LEAST) {
                    carries[arc] = false;
                    changed = true;
                }
            }
        }
        return carries;
    }

    private int buyerOf(int arc) {
        return chain.cells().get(chain.arcs().get(arc).cell()).node();
    }

    private static Range tonnes(double kt) {
        return Range.exactly(kt * World.TONNES);
    }

    private void addDemands(NetworkBuilder builder) {
        for (int row = 0; row < base.demands().size(); row++) {
            Sale sale = chain.sales().get(row);
            double served = salesShare(sale);
            if (served > LEAST) {
                made[sale.node()] += served;
                builder.demand(new DemandRow(
                        chain.nodes().get(sale.node()).key(),
                        sale.place(),
                        base.demands().useClass(row),
                        tonnes(served),
                        base.demands().lossUsd(row),
                        base.demands().flag(row),
                        base.citations().of(base.demands().citationSet(row))));
            }
        }
    }

    /// What a sale gets: all that the node makes beyond what it ships on.
    private double salesShare(Sale sale) {
        double shipped = 0;
        for (int arc : chain.arcsFrom(sale.node())) {
            shipped += flows.flow()[arc] > LEAST ? flows.flow()[arc] : 0;
        }
        double all = chain.salesOf(sale.node()).stream()
                .mapToDouble(each -> chain.sales().get(each).base())
                .sum();
        return all > 0 ? Math.max(0, flows.made()[sale.node()] - shipped) * sale.base() / all : 0;
    }

    private void addNode(NetworkBuilder builder, int node) {
        Node each = chain.nodes().get(node);
        boolean old = each.group() == Node.Group.BASE;
        Flag flag = old ? base.nodes().flag(node) : flagOf(node);
        List<Citation> citations = old ? base.citations().of(base.nodes().citationSet(node)) : citationsOf(node);
        Range value = old
                ? new Range(
                        base.nodes().valueAddedUsd(node),
                        base.nodes().valueAddedLow(node),
                        base.nodes().valueAddedHigh(node))
                : Range.exactly(0);
        NodeRow row = NodeRow.of(each.kind(), each.key(), each.place(), each.product(), tonnes(made[node]))
                .withValueAdded(value)
                .atSite(old ? base.nodes().site(node) : -1)
                .citing(flag, citations);
        builder.node(each.kind() == NodeKind.MAKER ? row.withCapacity(capacity(node) * World.TONNES) : row);
        for (int cell : chain.cellsOf(node)) {
            if (in[cell] > LEAST || isUnknown(cell)) {
                addCell(builder, node, cell, old);
            }
        }
    }

    /// Capacity with the plan, kt/yr; never below what is made.
    double capacity(int node) {
        double sum = chain.nodes().get(node).capacity().get(year);
        for (int c = 0; c < world.candidates().size(); c++) {
            Candidate candidate = world.candidates().get(c);
            for (Effect effect : candidate.effects()) {
                if (effect instanceof Effect.Capacity(int at, double kt) && at == node) {
                    sum += kt * Starts.atWork(world, choice, c, world.years().get(year));
                }
            }
        }
        for (int f = 0; f < world.feeds().size(); f++) {
            List<Feed.Draw> draws = world.feeds().get(f).draws();
            for (int d = 0; d < draws.size(); d++) {
                sum += draws.get(d).node() == node ? choice.separated()[f][d][year] : 0;
            }
        }
        return Math.max(sum, made[node]);
    }

    private Flag flagOf(int node) {
        Flag flag = Flag.ESTIMATE;
        for (Candidate candidate : world.candidates()) {
            flag = addsTo(candidate, node) ? flag.and(candidate.flag()) : flag;
        }
        return flag;
    }

    private static boolean addsTo(Candidate candidate, int node) {
        for (Effect effect : candidate.effects()) {
            if (effect instanceof Effect.Capacity(int at, double _) && at == node) {
                return true;
            }
        }
        return false;
    }

    private List<Citation> citationsOf(int node) {
        Set<Citation> citations = new TreeSet<>(Comparator.naturalOrder());
        for (int c = 0; c < world.candidates().size(); c++) {
            Candidate candidate = world.candidates().get(c);
            if (choice.modules()[c] > 0 && addsTo(candidate, node)) {
                citations.addAll(candidate.citations());
            }
        }
        return new ArrayList<>(citations);
    }

    /// Takes in what arrives and what comes from nobody known: the balance fixes the input per unit.
    private void addCell(NetworkBuilder builder, int node, int cell, boolean old) {
        Cell each = chain.cells().get(cell);
        double unknown = isUnknown(cell)
                ? each.perUnit() * made[node] - in[cell]
                : in[cell] * each.unknownPart() / (1 - each.unknownPart());
        double perUnit = (in[cell] + unknown) / made[node];
        Criticality criticality =
                old ? base.cells().criticality(cell) : each.important() ? Criticality.IMPORTANT : Criticality.ESSENTIAL;
        builder.cell(new CellRow(
                chain.nodes().get(node).key(),
                each.product(),
                Range.exactly(perUnit),
                unknown * World.TONNES,
                criticality,
                old ? base.cells().flag(cell) : Flag.ESTIMATE,
                old ? base.citations().of(base.cells().citationSet(cell)) : List.of()));
        if (old && statesStock(cell)) {
            builder.stock(StockRow.working(
                    chain.nodes().get(node).key(),
                    each.product(),
                    tonnes(each.stock().get(year)),
                    Flag.ESTIMATE,
                    List.of()));
        }
    }

    /// All of it comes from nobody known: such an input is kept, or a trader without a known source would become a
    /// source.
    private boolean isUnknown(int cell) {
        return chain.cells().get(cell).unknownPart() > 1 - LEAST;
    }

    private boolean statesStock(int cell) {
        for (int stock = 0; stock < base.stocks().size(); stock++) {
            if (base.stocks().cell(stock) == cell && !Double.isNaN(base.stocks().amount(stock))) {
                return true;
            }
        }
        return false;
    }

    private void addArc(NetworkBuilder builder, int arc) {
        Arc each = chain.arcs().get(arc);
        int old = each.base() > 0 ? baseArc(each) : -1;
        ArcRow row = ArcRow.of(chain.supplier(each).key(), chain.buyer(each).key(), tonnes(flows.flow()[arc]))
                .over(old >= 0 ? base.arcs().route(old) : usualRoute(each), each.lagDays());
        builder.arc(
                old >= 0
                        ? row.citing(
                                base.arcs().flag(old),
                                base.citations().of(base.arcs().citationSet(old)))
                        : row.citing(Flag.ESTIMATE, List.of()));
    }

    /// The route between the places of a new way, as others take it; -1 if nobody goes there. A sea lane that
    /// is shut stops new ways too.
    private int usualRoute(Arc arc) {
        String from = chain.supplier(arc).place();
        String to = chain.buyer(arc).place();
        for (int route = 0; route < base.routes().size(); route++) {
            Route each = base.routes().get(route);
            if (each.from().equals(from) && each.to().equals(to)) {
                return route;
            }
        }
        return -1;
    }

    private int baseArc(Arc arc) {
        for (int k = base.arcs().first(arc.supplier()); k < base.arcs().first(arc.supplier() + 1); k++) {
            if (base.arcs().cell(k) == arc.cell()) {
                return k;
            }
        }
        return -1;
    }
}
