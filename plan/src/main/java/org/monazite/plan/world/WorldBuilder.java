package org.monazite.plan.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.plan.PlanInput;
import org.monazite.plan.PlanSpec;
import org.monazite.supply.Assumed;
import org.monazite.supply.ExportControl;
import org.monazite.supply.NodeKind;
import org.monazite.supply.PlanOption;
import org.monazite.supply.Price;
import org.monazite.supply.Project;
import org.monazite.supply.Recipe;

/// From a network and the facts beside it to the world a plan decides about.
public final class WorldBuilder {

    private static final java.util.Set<String> NOT_ONE_PLACE = java.util.Set.of("ROW", "EU27", "WLD");
    private static final double WORTH_IT = 0.02;
    private static final double MOSTLY = 0.5;
    private static final int LATER = 3; // a second assessed year, so that projects which start later count

    private final PlanInput input;
    private final PlanSpec spec;
    private final List<Integer> years;
    private final List<Double> growth;
    private final Parts parts;
    private final Costs costs;
    private final Draft draft = new Draft();

    private WorldBuilder(PlanInput given, PlanSpec spec) {
        this.input = sorted(given);
        this.spec = spec;
        int later = Math.min(spec.targetYear() + LATER, spec.lastYear());
        this.years = later > spec.targetYear() ? List.of(spec.targetYear(), later) : List.of(spec.targetYear());
        this.growth = years.stream()
                .map(year -> StrictMath.pow(
                        1 + Guess.GROWTH,
                        Math.max(0, year - input.network().id().year())))
                .toList();
        this.parts = new Parts(input, spec, years);
        this.costs = new Costs(input, spec);
    }

    /// Sums run in the order of ids, whatever the order in which the facts came.
    private static PlanInput sorted(PlanInput given) {
        return new PlanInput(
                given.network(),
                given.projects().stream()
                        .sorted(Comparator.comparing(Project::id))
                        .toList(),
                given.options().stream()
                        .sorted(Comparator.comparing(PlanOption::id))
                        .toList(),
                given.prices().stream()
                        .sorted(Comparator.comparing(Price::productId)
                                .thenComparing(Price::period)
                                .thenComparing(Price::usdPerTonne))
                        .toList(),
                given.recipes().stream()
                        .sorted(Comparator.comparing(Recipe::id))
                        .toList(),
                given.stocks(),
                given.controls().stream()
                        .sorted(Comparator.comparing(ExportControl::id))
                        .toList(),
                given.substitution(),
                given.assumptions(),
                given.routes(),
                given.needs(),
                given.needFactors());
    }

    /// Builds the world of a question.
    ///
    /// @throws IllegalArgumentException if the question names a place, project or option that is not there
    public static World build(PlanInput input, PlanSpec spec) {
        return new WorldBuilder(input, spec).build();
    }

    private World build() {
        new Names(input, spec).check();
        new ProjectCandidates(input, spec, parts, costs, draft).add();
        new OptionCandidates(input, spec, parts, costs, draft).add();
        Map<Parts.Site, double[]> decided = parts.decided();
        Collection<Parts.Site> backed = new TreeSet<>(draft.sites());
        backed.addAll(partlyDecidedSites());
        Chain chain = new ChainBuilder(input, spec, parts, growth).build(decided, backed);
        Links links = new Links(input, spec, parts, draft, chain, years);
        List<Candidate> candidates = links.candidates();
        List<Offtake> offtakes = offtakes(chain);
        new Names(input, spec).checkContracts(offtakes);
        TreeMap<String, Double> budget = new TreeMap<>();
        spec.budgetUsd().forEach((partner, usd) -> budget.put(partner, usd / World.USD));
        double relationMost = input.assumptions().relationMost();
        return new World(
                spec,
                years,
                growth,
                chain,
                byProducts(chain),
                oldMagnets(chain),
                links.savings(),
                links.stores(),
                offtakes,
                links.feeds(),
                candidates,
                new BanList(input, spec, parts, chain).bans(),
                relationMost,
                stretch(),
                budget,
                parts.counted(),
                draft.leftOut(),
                assumed(relationMost));
    }

    private List<Assumed> assumed(double relationMost) {
        List<Assumed> all = new ArrayList<>(Guess.list(input.assumptions().spare(), relationMost, stretch(), spec));
        all.addAll(Guess.money(spec.rules()));
        all.addAll(Guess.chances(new Chances(input, spec).feared()));
        return all;
    }

    /// Mean over the ban of the overtime that works reach when a third of their orders goes unserved: `1 +
    /// (most - 1) (1 - T / H (1 - exp(-H / T)))`, with `H` the days of the ban and `T` three times the days
    /// that overtime takes to build up in the daily engine.
    private double stretch() {
        double days = spec.banQuarters() * 365.0 / 4;
        double slow = 3 * input.assumptions().overtimeDays();
        double reached = 1 - slow / days * (1 - StrictMath.exp(-days / slow));
        return 1 + (input.assumptions().overtime() - 1) * reached;
    }

    /// Sites of decided works that need feed of others for a part of their output.
    private List<Parts.Site> partlyDecidedSites() {
        List<Parts.Site> sites = new ArrayList<>();
        input.projects().stream()
                .filter(project -> FeedLinks.hasOwnPart(project.id()) && parts.inChain(project))
                .forEach(project -> parts.sells(project, false)
                        .keySet()
                        .forEach(product -> sites.add(new Parts.Site(project.place(), product, Node.Group.DECIDED))));
        return sites;
    }

    private List<ByProduct> byProducts(Chain chain) {
        List<ByProduct> all = new ArrayList<>();
        for (int node = 0; node < chain.nodes().size(); node++) {
            Node each = chain.nodes().get(node);
            boolean scrap = each.isMaker() && each.group() == Node.Group.BASE && isScrap(each.product());
            if (scrap) {
                List<Integer> mains = worksAt(chain, each.place(), true);
                double made = mains.stream()
                        .mapToDouble(main -> chain.nodes().get(main).base())
                        .sum();
                if (made > 0) {
                    all.add(new ByProduct(node, mains, each.base() / made));
                }
            } else if (each.group() == Node.Group.SWARF) {
                all.add(new ByProduct(node, worksAt(chain, each.place(), false), swarfOxide()));
            }
        }
        return all;
    }

    private boolean isScrap(String product) {
        return parts.stage(product) == org.monazite.supply.Stage.SCRAP;
    }

    private List<Integer> worksAt(Chain chain, String place, boolean baseOnly) {
        List<Integer> works = new ArrayList<>();
        for (int node = 0; node < chain.nodes().size(); node++) {
            Node each = chain.nodes().get(node);
            if (each.isMaker()
                    && each.place().equals(place)
                    && parts.stage(each.product()) == org.monazite.supply.Stage.COMPONENT
                    && each.group() != Node.Group.LOOP
                    && (!baseOnly || each.group() == Node.Group.BASE)) {
                works.add(node);
            }
        }
        return works;
    }

    /// Oxide from the swarf of a tonne of magnets.
    private double swarfOxide() {
        double swarf = recipe("swarf.ndfeb", false);
        double perOxide = recipe("swarf.ndfeb", true);
        return perOxide > 0 ? swarf / perOxide : 0;
    }

    private double recipe(String product, boolean asInput) {
        return input.recipes().stream()
                .filter(recipe -> (asInput ? recipe.inputProduct() : recipe.outputProduct()).equals(product))
                .mapToDouble(recipe -> recipe.inputPerOutput().value())
                .findFirst()
                .orElse(0);
    }

    private List<OldMagnets> oldMagnets(Chain chain) {
        TreeMap<String, List<Integer>> byPlace = new TreeMap<>();
        for (int node = 0; node < chain.nodes().size(); node++) {
            Node.Group group = chain.nodes().get(node).group();
            if (group == Node.Group.OLD_MAGNETS || group == Node.Group.LOOP) {
                byPlace.computeIfAbsent(chain.nodes().get(node).place(), _ -> new ArrayList<>())
                        .add(node);
            }
        }
        List<OldMagnets> all = new ArrayList<>();
        byPlace.forEach((place, nodes) -> {
            double used = usedAt(chain, place);
            List<Double> perUnit = nodes.stream()
                    .map(node -> chain.nodes().get(node).group() == Node.Group.LOOP
                            ? 1.0
                            : Math.max(1, recipe("swarf.ndfeb", true)))
                    .toList();
            double collected = used * Guess.OLD_MAGNETS * Guess.COLLECTED;
            all.add(new OldMagnets(
                    place, nodes, perUnit, years.stream().map(_ -> collected).toList()));
        });
        return all;
    }

    private static double usedAt(Chain chain, String place) {
        double used = 0;
        for (Node node : chain.nodes()) {
            used += node.kind() == NodeKind.USE && node.place().equals(place) ? node.base() : 0;
        }
        return used;
    }

    /// A contract on less than a fiftieth of what the partner needs is not looked at.
    private static boolean isWorthIt(Chain chain, Relation relation) {
        Node supplier = chain.nodes().get(relation.supplier());
        return supplier.capacity().getFirst() * Guess.CONTRACTABLE >= need(chain, relation) * WORTH_IT;
    }

    /// What works and users of the place of a relation need of its product in a normal year, kt.
    private static double need(Chain chain, Relation relation) {
        Node supplier = chain.nodes().get(relation.supplier());
        double need = 0;
        for (Cell cell : chain.cells()) {
            Node buyer = chain.nodes().get(cell.node());
            if (buyer.kind() != NodeKind.POOL
                    && buyer.place().equals(relation.place())
                    && cell.product().equals(supplier.product())) {
                need += cell.perUnit() * buyer.normal().getFirst();
            }
        }
        return need;
    }

    /// Works whose input comes mostly from nobody known may hang on the feared supplier: no contract is
    /// built on them.
    private static boolean knowsItsInputs(Chain chain, int node) {
        return chain.cellsOf(node).stream()
                .allMatch(cell -> chain.cells().get(cell).unknownPart() <= MOSTLY);
    }

    private List<Offtake> offtakes(Chain chain) {
        List<Offtake> all = new ArrayList<>();
        for (Relation relation : chain.relations()) {
            Node supplier = chain.nodes().get(relation.supplier());
            boolean open = supplier.isMaker()
                    && parts.isMade(supplier.product())
                    && !supplier.place().equals(spec.against())
                    && (supplier.group() == Node.Group.BASE || supplier.group() == Node.Group.DECIDED)
                    && supplier.capacity().getFirst() > 0
                    && !NOT_ONE_PLACE.contains(supplier.place())
                    && !Guess.NO_CONTRACT.contains(supplier.place())
                    && parts.stage(supplier.product()) != org.monazite.supply.Stage.ALLOY
                    && !relation.home()
                    && spec.partners().contains(relation.place())
                    && isWorthIt(chain, relation)
                    && knowsItsInputs(chain, relation.supplier());
            OptionalDouble price = costs.price(supplier.product());
            if (open && price.isPresent()) {
                all.add(new Offtake(
                        "offtake." + supplier.key() + "@" + relation.place(),
                        relation.supplier(),
                        relation.place(),
                        supplier.capacity().stream()
                                .map(kt -> kt * Guess.CONTRACTABLE)
                                .toList(),
                        need(chain, relation) * Guess.LEAST_CONTRACT,
                        price.getAsDouble() * Guess.PREMIUM));
            }
        }
        return all;
    }
}
