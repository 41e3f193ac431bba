package org.monazite.plan.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    /// @throws CaseFormatException if a number is missing, is none, is out of range, or is one too many; names line
    ///     and column
    public static Cflp read(String text) {
        Numbers numbers = new Numbers(text);
        int sites = numbers.count("the number of sites");
        int customers = numbers.count("the number of customers");
        List<Double> capacities = new ArrayList<>();
        List<Double> fixedCosts = new ArrayList<>();
        for (int site = 0; site < sites; site++) {
            capacities.add(numbers.next("the capacity of site " + (site + 1)));
            fixedCosts.add(numbers.next("the fixed cost of site " + (site + 1)));
        }
        List<Double> demands = new ArrayList<>();
        List<List<Double>> costs = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            demands.add(numbers.next("the demand of customer " + (customer + 1)));
            List<Double> row = new ArrayList<>();
            for (int site = 0; site < sites; site++) {
                row.add(numbers.next("a cost of customer " + (customer + 1)));
            }
            costs.add(row);
        }
        numbers.end();
        return new Cflp(capacities, fixedCosts, demands, costs);
    }

    /// What all customers want together.
    public double totalDemand() {
        double sum = 0;
        for (double demand : demands) {
            sum += demand;
        }
        return sum;
    }

    /// What cannot be served even with every site open; 0 or less if all can.
    public double beyondCapacity() {
        double left = 0;
        for (double demand : demands) {
            left += demand;
        }
        for (double capacity : capacities) {
            left -= capacity;
        }
        return left;
    }

    /// The numbers of a text, one after another, and where each stands.
    private static final class Numbers {

        private static final Pattern WORD = Pattern.compile("\\S+");
        private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");
        private static final double MOST = 1e12;
        private static final String USED = "the OR-Library uses 8000, 10000, 12000, 14000 in capa,"
                + " 5000, 6000, 7000, 8000 in capb, and 5000, 5750, 6500, 7250 in capc";
        private static final int MOST_SITES = 10_000;

        private final String text;
        private final Matcher words;
        private int read;
        private int line = 1;
        private int seen;
        private int lineStart;

        Numbers(String text) {
            this.text = text;
            this.words = WORD.matcher(text);
        }

        int count(String what) {
            double value = number(what);
            if (value != Math.rint(value) || value < 1 || value > MOST_SITES) {
                throw refused(
                        "%s is '%s'; it must be a whole number from 1 to %d".formatted(what, quoted(), MOST_SITES));
            }
            return (int) value;
        }

        double next(String what) {
            double value = number(what);
            if (!(value >= 0 && value <= MOST)) { // also refuses NaN
                throw refused("%s is '%s'; it must be from 0 to 1e12".formatted(what, quoted()));
            }
            return value;
        }

        private double number(String what) {
            if (!words.find()) {
                long lines = text.lines().count();
                throw new CaseFormatException(
                        PART,
                        (int) Math.max(1, lines),
                        "the text ends after %d numbers; %s is missing".formatted(read, what));
            }
            read++;
            if (words.group().equalsIgnoreCase("capacity")) {
                throw refused("%s is the word '%s', a number to be filled in; %s".formatted(what, quoted(), USED));
            }
            if (!NUMBER.matcher(words.group()).matches()) { // Java reads more than this as numbers
                throw refused("%s, '%s', is not a number".formatted(what, quoted()));
            }
            return Double.parseDouble(words.group());
        }

        void end() {
            if (words.find()) {
                CaseFormatException first = refused("'%s'".formatted(quoted()));
                int all = read + 1;
                while (words.find()) {
                    all++;
                }
                throw new CaseFormatException(
                        PART,
                        first.line(),
                        first.column(),
                        "%d numbers are expected, there are %d; the first too many is %s"
                                .formatted(read, all, first.problem()));
            }
        }

        private String quoted() {
            return words.group().length() > 60 ? words.group().substring(0, 60) + "..." : words.group();
        }

        private CaseFormatException refused(String problem) {
            for (; seen < words.start(); seen++) {
                if (text.charAt(seen) == '\n') {
                    line++;
                    lineStart = seen + 1;
                }
            }
            return new CaseFormatException(PART, line, words.start() - lineStart + 1, problem);
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
