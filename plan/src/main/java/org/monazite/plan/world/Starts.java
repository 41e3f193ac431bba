package org.monazite.plan.world;

import java.util.List;
import java.util.TreeSet;
import org.monazite.plan.PlanSpec;

/// When what a plan backs starts, and what of it is at work in a year. Where the question says when money may be
/// spent, the start is a decision: in any year from the earliest on for works, and the year of purchase for a stock.
/// Else everything starts as early as it can, as nothing is gained by waiting.
public final class Starts {

    private Starts() {}

    /// True if the start of a candidate is a decision.
    public static boolean isTimed(World world, int candidate) {
        return world.spec().rules().funding().isDetailed()
                && world.candidates().get(candidate).cash() > 0;
    }

    /// First year in which a candidate may start: works with their first output, a stock with a purchase.
    public static int first(World world, int candidate) {
        Candidate each = world.candidates().get(candidate);
        return each.isStock() ? firstYear(world.spec()) : each.start();
    }

    /// Number of years in which a candidate may start; 0 if that is no decision. Nothing that starts after the last
    /// assessed year is worth its money, unless the question includes it by name.
    public static int years(World world, int candidate) {
        if (!isTimed(world, candidate)) {
            return 0;
        }
        Candidate each = world.candidates().get(candidate);
        int assessed = world.years().getLast() - (each.isStock() ? 1 : 0);
        boolean named = world.spec().include().stream()
                .anyMatch(id -> each.id().equals(id) || each.id().startsWith(id + "@"));
        int last = named ? world.spec().lastYear() : assessed;
        return Math.max(last, first(world, candidate)) - first(world, candidate) + 1;
    }

    /// Part of a unit that is at work in a year, 0..1. What is bought of a stock in a year stands from the next (in
    /// the first year of a plan at once, as nothing can be bought before).
    ///
    /// @param began year of its start
    public static double part(World world, int candidate, int began, int year) {
        Candidate each = world.candidates().get(candidate);
        if (each.isStock()) {
            return stands(world.spec(), each, began, year) ? 1 : 0;
        }
        return each.part(began, year);
    }

    private static boolean stands(PlanSpec spec, Candidate stock, int bought, int year) {
        boolean before = bought < year || bought == year && year == firstYear(spec);
        return before && year >= stock.start();
    }

    /// Units of a candidate at work in a year under a choice, those that ramp up in part.
    public static double atWork(World world, Choice choice, int candidate, int year) {
        double[] started = choice.started()[candidate];
        if (started.length == 0) {
            return world.candidates().get(candidate).part(year) * choice.modules()[candidate];
        }
        double sum = 0;
        for (int k = 0; k < started.length; k++) {
            sum += part(world, candidate, first(world, candidate) + k, year) * started[k];
        }
        return sum;
    }

    /// Part of the money for a unit that is spent in a year, 0..1: of works in equal parts over the years of building
    /// before the first output, never before the first year of the plan; of a stock in the year of purchase.
    ///
    /// @param began year of its start
    public static double spent(World world, int candidate, int began, int year) {
        Candidate each = world.candidates().get(candidate);
        if (each.isStock()) {
            return year == began ? 1 : 0;
        }
        int from = Math.max(firstYear(world.spec()), began - each.build());
        int to = Math.max(firstYear(world.spec()), began - 1);
        return year >= from && year <= to ? 1.0 / (to - from + 1) : 0;
    }

    /// The first year in which a plan spends.
    public static int firstYear(PlanSpec spec) {
        return spec.asOfYear() + 1;
    }

    /// Most that partners together may buy of a product for their stocks in a year, kt: a part of what the world made
    /// of it in the base year.
    public static double fill(World world, String product) {
        return world.spec().rules().stocks().fill() * made(world.chain(), product);
    }

    /// What stocks are held of that a plan may back, in order.
    public static List<String> stocked(World world) {
        TreeSet<String> products = new TreeSet<>();
        world.candidates().stream()
                .filter(each -> each.isStock() && each.cash() > 0)
                .forEach(each -> products.add(each.product()));
        return List.copyOf(products);
    }

    private static double made(Chain chain, String product) {
        double made = 0;
        for (Node node : chain.nodes()) {
            made += node.isMaker() && node.product().equals(product) ? node.base() : 0;
        }
        return made;
    }

    /// Years before the target year in which a stock can be bought that stands in it.
    public static int buyingYears(PlanSpec spec) {
        return Math.max(1, spec.targetYear() - firstYear(spec));
    }
}
