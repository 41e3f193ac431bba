package org.monazite.brief;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.monazite.exposure.PublishedShare;
import org.monazite.exposure.StageExposure;
import org.monazite.exposure.WeakLink;
import org.monazite.plan.Frontier;
import org.monazite.plan.PlanResult;
import org.monazite.pledges.Assessment;
import org.monazite.shock.Ensemble;
import org.monazite.shock.Scenario;
import org.monazite.supply.ExportControl;
import org.monazite.supply.Place;
import org.monazite.supply.Product;
import org.monazite.supply.RunCard;
import org.monazite.supply.Source;

/// Everything the main job found: what a brief is written from.
///
/// @param card what it was computed from
/// @param asOf date of the figures
/// @param partners places that asked, in order
/// @param against the supplier it is about
/// @param chain the chain, such as `magnets`
/// @param places places by code
/// @param products products by id
/// @param exposure one row per partner and product, in the order of stages
/// @param published what others have published on the share of China in the imports of Japan; empty where nobody asks
///     for Japan or against China
/// @param weakestLinks per partner, worst first
/// @param scenario the main scenario
/// @param shock its ensemble
/// @param others further scenarios, each with one run of its ensemble
/// @param plan the plan
/// @param frontier what more money buys
/// @param pledges how promises stand
/// @param controls export controls of the supplier
/// @param sources every source by id
/// @param suspects figures that the balance finds hard to believe, most suspect first, as text lines
/// @param closed files whose figures the network holds and which may not be passed on; empty as a rule
public record Findings(
        RunCard card,
        LocalDate asOf,
        List<String> partners,
        String against,
        String chain,
        Map<String, Place> places,
        Map<String, Product> products,
        List<StageExposure> exposure,
        List<PublishedShare> published,
        Map<String, List<WeakLink>> weakestLinks,
        Scenario scenario,
        Ensemble shock,
        List<Played> others,
        PlanResult plan,
        Frontier frontier,
        List<Assessment> pledges,
        List<ExportControl> controls,
        Map<String, Source> sources,
        List<Suspect> suspects,
        List<String> closed) {

    /// Copies the lists.
    public Findings {
        partners = List.copyOf(partners);
        places = Map.copyOf(places);
        products = Map.copyOf(products);
        exposure = List.copyOf(exposure);
        published = List.copyOf(published);
        weakestLinks = Map.copyOf(weakestLinks);
        others = List.copyOf(others);
        pledges = List.copyOf(pledges);
        closed = List.copyOf(closed);
        controls = List.copyOf(controls);
        sources = Map.copyOf(sources);
        suspects = List.copyOf(suspects);
    }

    /// A further scenario and what came of it.
    ///
    /// @param scenario the scenario
    /// @param shock its ensemble
    public record Played(Scenario scenario, Ensemble shock) {}

    /// A figure that the balance finds hard to believe.
    ///
    /// @param quantity what it is about, such as `flow ndfeb.magnet CHN>IND`
    /// @param figureIds the figures
    /// @param published what the source says, t/yr
    /// @param balanced what the whole network implies, t/yr
    /// @param z the difference over its standard deviation
    public record Suspect(String quantity, List<String> figureIds, double published, double balanced, double z) {

        /// Copies the list.
        public Suspect {
            figureIds = List.copyOf(figureIds);
        }
    }
}
