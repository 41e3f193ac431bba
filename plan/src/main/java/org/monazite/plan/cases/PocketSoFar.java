package org.monazite.plan.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.monazite.plan.cases.Pocket.Episode;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.lp.Status;

/// The cheapest plan as far as it was found when the time was up. Money in thousand USD, mass in tonnes.
///
/// @param status how the search ended; `OPTIMAL` if no plan is cheaper
/// @param cost expected, of the best plan so far
/// @param bound no plan is expected to cost less; -infinity if nothing is proved
/// @param projects ids of those that it builds
/// @param stock tonnes that it buys
/// @param iterations of the simplex method
/// @param size of the model that was solved
public record PocketSoFar(
        Status status, double cost, double bound, List<String> projects, double stock, long iterations, Size size) {

    /// How large a model is.
    public record Size(int rows, int columns, long nonzeros) {}

    /// Copies the ids.
    public PocketSoFar {
        projects = List.copyOf(projects);
    }

    /// `(cost - bound) / max(1, |cost|)`, 0 or more; infinity if nothing is proved.
    public double gap() {
        return Math.max(0, cost - bound) / Math.max(1, Math.abs(cost));
    }

    /// Searches for the cheapest plan. Where the solver has none when it must stop, doing nothing is the best
    /// so far: it is always a plan.
    public static PocketSoFar search(Pocket pocket, Solver solver, Limits limits) {
        PocketModel model = new PocketModel(pocket, pocket.episodes());
        Solution found = solver.solve(model.model, limits);
        Size size = new Size(model.model.rows(), model.model.columns(), model.model.nonzeros());
        double bound = Math.max(found.bound(), floor(pocket));
        double nothing = nothing(pocket);
        return found.hasPlan() && found.objective() <= nothing
                ? new PocketSoFar(
                        found.status(),
                        found.objective(),
                        bound,
                        model.built(found),
                        model.stock(found),
                        found.iterations(),
                        size)
                : new PocketSoFar(found.status(), nothing, bound, List.of(), 0, found.iterations(), size);
    }

    /// Expected cost without projects and stock: every quarter is served by the cheapest supplier that sells,
    /// then by the next, as long as that costs less than to go without.
    static double nothing(Pocket pocket) {
        List<Pocket.Supplier> cheapFirst = new ArrayList<>(pocket.suppliers());
        cheapFirst.sort(Comparator.comparingDouble(Pocket.Supplier::price));
        double cost = 0;
        for (Episode episode : pocket.episodes()) {
            for (int quarter = 1; quarter <= pocket.quarters(); quarter++) {
                boolean banned = episode.hasBan() && episode.banQuarters().contains(quarter);
                double left = pocket.demandPerYear() / pocket.quarters();
                for (Pocket.Supplier supplier : cheapFirst) {
                    boolean stopped = banned && supplier.id().equals(episode.banned());
                    boolean dear = supplier.price() > pocket.unmetValue();
                    double bought = stopped || dear ? 0 : Math.min(left, supplier.perYear() / pocket.quarters());
                    cost += episode.probability() * supplier.price() * bought;
                    left -= bought;
                }
                cost += episode.probability() * pocket.unmetValue() * left;
            }
        }
        return cost;
    }

    /// What no plan costs less than: all demand from the cheapest of whatever could serve it, as if it had no
    /// end and needed nothing built.
    static double floor(Pocket pocket) {
        double perTonne = pocket.unmetValue();
        for (Pocket.Supplier supplier : pocket.suppliers()) {
            perTonne = Math.min(perTonne, supplier.price());
        }
        double built = 0;
        for (Pocket.Project project : pocket.projects()) {
            perTonne = Math.min(perTonne, project.opex());
            built += Math.min(0, project.fixedPerYear());
        }
        Pocket.Stock stock = pocket.stock();
        if (stock.most() > 0) {
            perTonne = Math.min(perTonne, stock.price());
        }
        double cost = built;
        double paidBack = 0;
        for (Episode episode : pocket.episodes()) {
            cost += episode.probability() * pocket.demandPerYear() * perTonne;
            paidBack += episode.probability() * stock.price();
        }
        return cost + Math.min(0, stock.price() + stock.holding() - paidBack) * stock.most();
    }
}
