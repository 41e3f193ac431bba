package org.monazite.plan.cases;

import java.util.ArrayList;
import java.util.List;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Row;

/// Capacitated facility location, in the form of the OR-Library: which sites to open so that all
/// customers are served at least cost. A customer may be split over sites.
///
/// @param capacities by site, in units of demand
/// @param fixedCosts by site, if open
/// @param demands by customer
/// @param costs by customer, then by site: of serving the whole demand from there
/// @see <a href="https://people.brunel.ac.uk/~mastjjb/jeb/orlib/capinfo.html">Beasley: OR-Library</a>
public record Cflp(List<Double> capacities, List<Double> fixedCosts, List<Double> demands, List<List<Double>> costs) {

    private static final String PART = "cflp";

    /// Copies the lists.
    public Cflp {
        capacities = List.copyOf(capacities);
        fixedCosts = List.copyOf(fixedCosts);
        demands = List.copyOf(demands);
        costs = costs.stream().map(List::copyOf).toList();
    }

    /// Key of the column that says whether a site is open.
    public record Open(int site) {}

    /// Key of the column that says which part of a customer's demand a site serves.
    public record Part(int customer, int site) {}

    /// Key of the row that serves a customer in full.
    public record Served(int customer) {}

    /// Key of the row that keeps a site within its capacity.
    public record Within(int site) {}

    /// Key of the row that serves nobody from a closed site; it follows from the others but helps the
    /// solver.
    public record Only(int customer, int site) {}

    /// Reads `m n`, then capacity and fixed cost of m sites, then demand and m costs of n customers.
    ///
    /// @throws CaseFormatException if a number is missing, is none, or is one too many
    public static Cflp read(String text) {
        String[] words = text.isBlank() ? new String[0] : text.strip().split("\\s+");
        int[] at = {0};
        int sites = (int) next(words, at);
        int customers = (int) next(words, at);
        List<Double> capacities = new ArrayList<>();
        List<Double> fixedCosts = new ArrayList<>();
        for (int site = 0; site < sites; site++) {
            capacities.add(next(words, at));
            fixedCosts.add(next(words, at));
        }
        List<Double> demands = new ArrayList<>();
        List<List<Double>> costs = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            demands.add(next(words, at));
            List<Double> row = new ArrayList<>();
            for (int site = 0; site < sites; site++) {
                row.add(next(words, at));
            }
            costs.add(row);
        }
        if (at[0] != words.length) {
            throw new CaseFormatException(
                    PART, 0, "%d numbers are expected, there are %d".formatted(at[0], words.length));
        }
        return new Cflp(capacities, fixedCosts, demands, costs);
    }

    private static double next(String[] words, int[] at) {
        if (at[0] == words.length) {
            throw new CaseFormatException(PART, 0, "the text ends after %d numbers".formatted(words.length));
        }
        String word = words[at[0]++];
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw new CaseFormatException(PART, 0, "word %d, '%s', is not a number".formatted(at[0], word));
        }
    }

    /// The model that minimises fixed costs plus costs of serving.
    public Model model() {
        Model model = new Model();
        int sites = capacities.size();
        int[] open = new int[sites];
        for (int site = 0; site < sites; site++) {
            open[site] = model.integer(new Open(site), 0, 1, fixedCosts.get(site));
        }
        int[][] part = new int[demands.size()][sites];
        for (int customer = 0; customer < demands.size(); customer++) {
            Row served = model.row(new Served(customer));
            for (int site = 0; site < sites; site++) {
                double cost = costs.get(customer).get(site);
                part[customer][site] = model.column(new Part(customer, site), 0, 1, cost);
                served.plus(part[customer][site]);
            }
            served.equalTo(1);
        }
        for (int site = 0; site < sites; site++) {
            Row within = model.row(new Within(site)).minus(open[site], capacities.get(site));
            for (int customer = 0; customer < demands.size(); customer++) {
                within.plus(part[customer][site], demands.get(customer));
            }
            within.atMost(0);
            for (int customer = 0; customer < demands.size(); customer++) {
                model.row(new Only(customer, site))
                        .plus(part[customer][site])
                        .minus(open[site])
                        .atMost(0);
            }
        }
        return model;
    }
}
