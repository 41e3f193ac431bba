package org.monazite.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.shock.Assumptions;
import org.monazite.supply.ExportControl;
import org.monazite.supply.PlanOption;
import org.monazite.supply.Price;
import org.monazite.supply.Project;
import org.monazite.supply.PublishedNeed;
import org.monazite.supply.Recipe;
import org.monazite.supply.Route;
import org.monazite.supply.StockFact;
import org.monazite.supply.SupplyNetwork;

/// What a plan is made from: the network of the base year and the facts beside it.
///
/// @param network the balanced network of the base year
/// @param projects mines, plants and works, decided or not
/// @param options generic modules
/// @param prices prices in US dollars per tonne
/// @param recipes inputs per output
/// @param stocks stocks and stock targets
/// @param controls dated export controls, for the probability of a ban
/// @param substitution share of the demand for a product that a substitute can take over in a year, by
/// product
/// @param assumptions how the daily engine sees the world; the plan uses the same spare capacity and
/// relations
/// @param routes ways between places with the lanes they cross, for lanes that may be shut
/// @param needs what publishers say partners will need in years to come
/// @param needFactors what works of a place take in of a product, in place of once what the network says, by
/// `PLACE product`
public record PlanInput(
        SupplyNetwork network,
        List<Project> projects,
        List<PlanOption> options,
        List<Price> prices,
        List<Recipe> recipes,
        List<StockFact> stocks,
        List<ExportControl> controls,
        Map<String, Double> substitution,
        Assumptions assumptions,
        List<Route> routes,
        List<PublishedNeed> needs,
        Map<String, Double> needFactors) {

    /// Copies the collections.
    public PlanInput {
        projects = List.copyOf(projects);
        options = List.copyOf(options);
        prices = List.copyOf(prices);
        recipes = List.copyOf(recipes);
        stocks = List.copyOf(stocks);
        controls = List.copyOf(controls);
        routes = List.copyOf(routes);
        needs = List.copyOf(needs);
        needFactors = Collections.unmodifiableMap(new TreeMap<>(needFactors));
        substitution = Collections.unmodifiableMap(new TreeMap<>(substitution));
        FactCheck.projects(projects);
        FactCheck.options(options);
        FactCheck.prices(prices);
        FactCheck.recipes(recipes);
        FactCheck.stocks(stocks);
        FactCheck.needs(needs);
        FactCheck.substitution(substitution);
        FactCheck.needFactors(needFactors);
    }

    /// Facts of a network with the routes that it knows itself, and no word on needs to come.
    public PlanInput(
            SupplyNetwork network,
            List<Project> projects,
            List<PlanOption> options,
            List<Price> prices,
            List<Recipe> recipes,
            List<StockFact> stocks,
            List<ExportControl> controls,
            Map<String, Double> substitution,
            Assumptions assumptions) {
        this(
                network,
                projects,
                options,
                prices,
                recipes,
                stocks,
                controls,
                substitution,
                assumptions,
                network.routes(),
                List.of(),
                Map.of());
    }

    /// A question in which only works that somebody has announced may be backed, besides stocks, programmes and
    /// contracts: generic plants, mines and recycling are out.
    public PlanSpec announcedOnly(PlanSpec spec) {
        List<String> plants =
                options.stream().filter(PlanOption::isPlant).map(PlanOption::id).toList();
        List<String> include = spec.include().stream()
                .filter(id -> !id.startsWith("offtake.")) // it may be on the output of a plant that is out
                .filter(id -> !plants.contains(id.split("@", 2)[0]))
                .toList();
        TreeSet<String> exclude = new TreeSet<>(spec.exclude());
        exclude.addAll(plants);
        return spec.with(include, List.copyOf(exclude));
    }

    /// The same with every plant, mine or works that goes ahead without the plan, but does not run yet,
    /// late by some years.
    ///
    /// @param years 0 or more
    /// @param asOfYear from which works without a stated year count their lead
    public PlanInput late(int years, int asOfYear) {
        if (years < 0 || years > 20) {
            throw new IllegalArgumentException("plan.late must be from 0 to 20 years, was " + years + ".");
        }
        List<Project> later = projects.stream()
                .map(project -> isComing(project) ? late(project, years, asOfYear) : project)
                .toList();
        return with(later, options, needFactors);
    }

    /// The same without some works that are decided but did not run in the base year.
    ///
    /// @param ids of projects
    /// @throws IllegalArgumentException if there is no such project or it is no works to come
    public PlanInput without(List<String> ids) {
        List<String> coming = new ArrayList<>();
        projects.stream().filter(this::comes).forEach(project -> coming.add(project.id()));
        for (String id : ids) {
            Project project = projects.stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Refusal.unknown(
                            "unknown.works", "", "plan.without names '%s': there is no such project.", id, coming));
            if (!project.status().isDecided()) {
                throw Refusal.of(
                        "works.undecided",
                        "",
                        """
                        plan.without names '%s', which is '%s': no plan counts on it unless it backs it.
                        Maybe use `exclude` in the question.""".formatted(id, project.status().id()),
                        id);
            }
            if (!comes(project)) {
                int year = network.id().year();
                throw Refusal.of("works.running", "", """
                        plan.without names '%s', which ran in %d already: it is part of the network.
                        Maybe play its outage with `shock`, or name works that are still to come.""".formatted(id, year), id, year);
            }
        }
        List<Project> rest =
                projects.stream().filter(each -> !ids.contains(each.id())).toList();
        return with(rest, options, needFactors);
    }

    /// The same with works that take in more or less of a product than the network says.
    ///
    /// @param factors times what the network says, by `PLACE product`
    PlanInput needing(Map<String, Double> factors) {
        return with(projects, options, factors);
    }

    /// The same with other works and options.
    PlanInput with(List<Project> otherProjects, List<PlanOption> otherOptions) {
        return with(otherProjects, otherOptions, needFactors);
    }

    private PlanInput with(
            List<Project> otherProjects, List<PlanOption> otherOptions, Map<String, Double> otherFactors) {
        return new PlanInput(
                network,
                otherProjects,
                otherOptions,
                prices,
                recipes,
                stocks,
                controls,
                substitution,
                assumptions,
                routes,
                needs,
                otherFactors);
    }

    /// What works of a place take in of a product, times what the network says.
    public double needFactor(String place, String product) {
        return needFactors.getOrDefault(place + " " + product, 1.0);
    }

    /// True if a project is decided and did not run in the base year.
    boolean comes(Project project) {
        int base = network.id().year();
        boolean running = project.status() == Project.Status.OPERATING || project.status() == Project.Status.RAMPING;
        return project.status().isDecided()
                && !(running && project.start().year().orElse(base) <= base);
    }

    /// True if a project goes ahead without the plan and does not run yet.
    static boolean isComing(Project project) {
        return switch (project.status()) {
            case CONSTRUCTION, COMMITTED -> true;
            case OPERATING, RAMPING, PLANNED, MOU, PILOT, UNCERTAIN -> false;
        };
    }

    private static Project late(Project project, int years, int asOfYear) {
        int mode = project.start().year().orElse(asOfYear + 1) + years;
        Project.Start start = new Project.Start(
                OptionalInt.of(mode),
                shifted(project.start().low(), years),
                shifted(project.start().high(), years));
        return project.with(start);
    }

    private static OptionalInt shifted(OptionalInt year, int years) {
        return year.isPresent() ? OptionalInt.of(year.getAsInt() + years) : year;
    }
}
