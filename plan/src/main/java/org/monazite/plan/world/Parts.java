package org.monazite.plan.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.plan.PlanInput;
import org.monazite.plan.PlanResult;
import org.monazite.plan.PlanSpec;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Product;
import org.monazite.supply.Project;
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;

/// What the projects say about capacity: which products they sell, what exists already, what is decided.
///
/// Plants that worked in the base year are part of its output: a place has the larger of `spare x output`
/// and the sum of its plants, and only what goes beyond `spare x output` is an addition.
final class Parts {

    private final PlanInput input;
    private final PlanSpec spec;
    private final List<Integer> years;
    private final Map<String, Product.Mineral> products = new TreeMap<>();

    /// A group of works at a place that make one product: key of its node.
    record Site(String place, String product, Node.Group group) implements Comparable<Site> {

        String key() {
            return place + "/" + product + "/" + group.id();
        }

        @Override
        public int compareTo(Site other) {
            return key().compareTo(other.key());
        }
    }

    Parts(PlanInput input, PlanSpec spec, List<Integer> years) {
        this.input = input;
        this.spec = spec;
        this.years = years;
        for (Product product : input.network().products()) {
            if (product instanceof Product.Mineral mineral) {
                products.put(mineral.id(), mineral);
            }
        }
    }

    /// True if a product is one that works make from something and that the network knows.
    boolean isMade(String product) {
        Product.Mineral mineral = products.get(product);
        return mineral != null
                && switch (mineral.stage()) {
                    case REFINED, METAL, ALLOY, COMPONENT -> true;
                    case MINE, MIXED, ENDUSE, SCRAP -> false;
                };
    }

    /// True if a project belongs to the chain of the network.
    boolean inChain(Project project) {
        return products.containsKey(project.productId());
    }

    Stage stage(String product) {
        Product.Mineral mineral = products.get(product);
        if (mineral == null) {
            throw new IllegalArgumentException("The network has no product '" + product + "'.");
        }
        return mineral.stage();
    }

    /// Places with works whose main product is alloy.
    Set<String> alloySellers() {
        Set<String> places = new TreeSet<>();
        for (Project project : input.projects()) {
            if (inChain(project) && stage(project.productId()) == Stage.ALLOY) {
                places.add(project.place());
            }
        }
        return places;
    }

    /// Output of a base-year network's makers, t/yr.
    double baseOutput(String place, String product) {
        SupplyNetwork network = input.network();
        double sum = 0;
        for (int node = 0; node < network.nodes().size(); node++) {
            if (network.nodes().kind(node) == NodeKind.MAKER
                    && network.placeOf(node).equals(place)
                    && network.productOf(node).id().equals(product)) {
                sum += network.nodes().output(node);
            }
        }
        return sum;
    }

    /// What a project sells, t/yr by product; `low` takes the low end of every range.
    Map<String, Double> sells(Project project, boolean low) {
        Map<String, Double> tonnes = new TreeMap<>();
        for (Project.Output output : project.outputs()) {
            if (output.sellable() && isMade(output.productId())) {
                double t = low ? output.tonnesPerYear().low() : counted(output);
                tonnes.merge(output.productId(), t * unitFactor(project, output.productId()), Double::sum);
            }
        }
        if (tonnes.isEmpty()
                && isMade(project.productId())
                && project.capacity().orElse(0) > 0) {
            tonnes.put(
                    project.productId(), project.capacity().getAsDouble() * unitFactor(project, project.productId()));
        }
        return tonnes;
    }

    /// An output for which no document was consulted counts at the low end of its range.
    private static double counted(Project.Output output) {
        return output.flag() == Flag.UNVERIFIED
                ? output.tonnesPerYear().low()
                : output.tonnesPerYear().value();
    }

    /// A metal works whose capacity is stated in alloy makes the metal for it.
    private double unitFactor(Project project, String product) {
        boolean statedInAlloy = stage(product) == Stage.METAL
                && product.equals(project.productId())
                && project.capacityUnit().contains("alloy");
        if (!statedInAlloy) {
            return 1;
        }
        return input.recipes().stream()
                .filter(recipe -> recipe.inputProduct().equals(product)
                        && recipe.outputProduct().contains("alloy"))
                .mapToDouble(recipe -> recipe.inputPerOutput().value())
                .findFirst()
                .orElse(1);
    }

    /// What a mine holds, t/yr by product.
    Map<String, Double> holds(Project project) {
        Map<String, Double> tonnes = new TreeMap<>();
        for (Project.Output output : project.outputs()) {
            if (!output.sellable() && isMade(output.productId())) {
                tonnes.merge(output.productId(), counted(output), Double::sum);
            }
        }
        return tonnes;
    }

    boolean workedInBaseYear(Project project) {
        int base = input.network().id().year();
        boolean running = project.status() == Project.Status.OPERATING || project.status() == Project.Status.RAMPING;
        return running && project.start().year().orElse(base) <= base;
    }

    /// Part of a project's announced size that the plan counts on in each assessed year.
    List<Double> ramp(Project project) {
        int start = workedInBaseYear(project) && project.start().year().isEmpty()
                ? input.network().id().year() - 10
                : Schedule.start(project, spec.asOfYear());
        return years.stream()
                .map(year -> Schedule.part(Schedule.counted(project.stage()), start, year))
                .toList();
    }

    static Node.Group group(Project project, Node.Group otherwise) {
        return FeedLinks.isLoop(project.id()) ? Node.Group.LOOP : otherwise;
    }

    /// Capacity that is decided beyond that of the base year, t/yr by assessed year.
    Map<Site, double[]> decided() {
        Map<Site, double[]> existing = new TreeMap<>();
        Map<Site, double[]> added = new TreeMap<>();
        for (Project project : input.projects()) {
            if (!project.status().isDecided()
                    || !inChain(project)
                    || spec.exclude().contains(project.id())) {
                continue;
            }
            boolean low = FeedLinks.hasOwnPart(project.id());
            List<Double> ramp = ramp(project);
            Map<String, Double> sold = sells(project, low);
            Map<String, Double> made = FeedLinks.isLoop(project.id()) ? sold : withAlloy(sold);
            for (Map.Entry<String, Double> entry : made.entrySet()) {
                Site site = new Site(project.place(), entry.getKey(), group(project, Node.Group.DECIDED));
                double[] sums = (workedInBaseYear(project) ? existing : added)
                        .computeIfAbsent(site, _ -> new double[years.size()]);
                for (int t = 0; t < sums.length; t++) {
                    sums[t] += entry.getValue() * ramp.get(t);
                }
            }
        }
        existing.forEach((site, sums) -> {
            double counted = baseOutput(site.place(), site.product())
                    * input.assumptions().spare();
            double[] beyond =
                    Arrays.stream(sums).map(sum -> Math.max(0, sum - counted)).toArray();
            if (Arrays.stream(beyond).sum() > 0) {
                double[] total = added.computeIfAbsent(site, _ -> new double[years.size()]);
                for (int t = 0; t < total.length; t++) {
                    total[t] += beyond[t];
                }
            }
        });
        return added;
    }

    /// The decided works of the chain outside the feared supplier, with what the plan counts on in the target year.
    List<PlanResult.Counted> counted() {
        List<PlanResult.Counted> all = new ArrayList<>();
        for (Project project : input.projects()) {
            boolean counts = project.status().isDecided()
                    && inChain(project)
                    && !spec.exclude().contains(project.id())
                    && !project.place().equals(spec.against());
            if (counts) {
                double part = ramp(project).getFirst();
                sells(project, FeedLinks.hasOwnPart(project.id()))
                        .forEach((product, tonnes) -> all.add(new PlanResult.Counted(
                                project.id(),
                                project.name(),
                                project.operator(),
                                project.place(),
                                product,
                                project.status().id(),
                                project.start().year().orElse(0),
                                tonnes,
                                tonnes * part,
                                flag(project, product),
                                sources(project, product))));
            }
        }
        all.sort(Comparator.comparing((PlanResult.Counted each) -> stage(each.productId()))
                .thenComparing(PlanResult.Counted::productId)
                .thenComparing(Comparator.comparingDouble(PlanResult.Counted::countedTonnes)
                        .reversed())
                .thenComparing(PlanResult.Counted::id));
        return all;
    }

    private static Flag flag(Project project, String product) {
        return project.outputs().stream()
                .filter(output -> output.productId().equals(product) && output.sellable())
                .map(Project.Output::flag)
                .reduce(project.flag(), Flag::and);
    }

    private static List<Citation> sources(Project project, String product) {
        List<Citation> own = project.outputs().stream()
                .filter(output -> output.productId().equals(product) && output.sellable())
                .map(Project.Output::citation)
                .toList();
        return own.isEmpty() ? project.citations() : own;
    }

    /// Works that make components cast their own alloy: adds it where it is not named.
    Map<String, Double> withAlloy(Map<String, Double> sells) {
        Map<String, Double> all = new TreeMap<>(sells);
        sells.forEach((product, tonnes) -> {
            if (stage(product) == Stage.COMPONENT) {
                for (Map.Entry<String, Double> input : recipe("", product).entrySet()) {
                    if (stage(input.getKey()) == Stage.ALLOY) {
                        all.merge(input.getKey(), tonnes * input.getValue(), Math::max);
                    }
                }
            }
        });
        return all;
    }

    /// Input per unit of output of new works: as in the works of the same place, else the median of all
    /// outside the feared supplier; of alloy the most, since new works grind off swarf and do not get it
    /// back at first.
    Map<String, Double> recipe(String place, String product) {
        Map<String, Double> recipe = new TreeMap<>();
        if (stage(product) == Stage.REFINED) {
            return recipe;
        }
        for (String taken : inputs(product)) {
            List<Double> here = intakes(product, taken, place, true);
            List<Double> elsewhere = intakes(product, taken, spec.against(), false);
            if (elsewhere.isEmpty()) {
                elsewhere = intakes(product, taken, "", false);
            }
            double perUnit;
            if (stage(taken) == Stage.ALLOY) {
                perUnit = elsewhere.getLast();
            } else {
                perUnit = here.isEmpty() ? elsewhere.get((elsewhere.size() - 1) / 2) : here.getFirst();
            }
            recipe.put(taken, perUnit);
        }
        return recipe;
    }

    private List<String> inputs(String product) {
        SupplyNetwork network = input.network();
        TreeSet<String> taken = new TreeSet<>();
        for (int cell = 0; cell < network.cells().size(); cell++) {
            int node = network.cells().node(cell);
            String what = network.products().get(network.cells().product(cell)).id();
            if (network.nodes().kind(node) == NodeKind.MAKER
                    && network.productOf(node).id().equals(product)
                    && stage(what) != Stage.SCRAP) {
                taken.add(what);
            }
        }
        return List.copyOf(taken);
    }

    private List<Double> intakes(String product, String taken, String place, boolean same) {
        SupplyNetwork network = input.network();
        List<Double> values = new ArrayList<>();
        for (int cell = 0; cell < network.cells().size(); cell++) {
            int node = network.cells().node(cell);
            if (network.nodes().kind(node) == NodeKind.MAKER
                    && network.productOf(node).id().equals(product)
                    && network.products()
                            .get(network.cells().product(cell))
                            .id()
                            .equals(taken)
                    && network.placeOf(node).equals(place) == same) {
                values.add(network.cells().perUnit(cell));
            }
        }
        values.sort(Double::compare);
        return values;
    }

    /// Whether an input may run out without stopping everything.
    boolean isImportant(String product, String taken) {
        SupplyNetwork network = input.network();
        for (int cell = 0; cell < network.cells().size(); cell++) {
            int node = network.cells().node(cell);
            if (network.productOf(node).id().equals(product)
                    && network.products()
                            .get(network.cells().product(cell))
                            .id()
                            .equals(taken)) {
                return network.cells().criticality(cell) == org.monazite.supply.Criticality.IMPORTANT;
            }
        }
        return false;
    }
}
