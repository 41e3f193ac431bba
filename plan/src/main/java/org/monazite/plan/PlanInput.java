package org.monazite.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.shock.Assumptions;
import org.monazite.supply.ExportControl;
import org.monazite.supply.PlanOption;
import org.monazite.supply.Price;
import org.monazite.supply.Project;
import org.monazite.supply.Recipe;
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
/// @param substitution share of the demand for a product that a substitute can take over in a year, by product
/// @param assumptions how the daily engine sees the world; the plan uses the same spare capacity and relations
public record PlanInput(
        SupplyNetwork network,
        List<Project> projects,
        List<PlanOption> options,
        List<Price> prices,
        List<Recipe> recipes,
        List<StockFact> stocks,
        List<ExportControl> controls,
        Map<String, Double> substitution,
        Assumptions assumptions) {

    /// Copies the collections.
    public PlanInput {
        projects = List.copyOf(projects);
        options = List.copyOf(options);
        prices = List.copyOf(prices);
        recipes = List.copyOf(recipes);
        stocks = List.copyOf(stocks);
        controls = List.copyOf(controls);
        substitution = java.util.Collections.unmodifiableMap(new TreeMap<>(substitution));
    }
}
