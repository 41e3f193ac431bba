package org.monazite.plan.world;

import java.util.SortedMap;
import java.util.TreeMap;

/// In which years the stocks of a plan are bought. Where the question leaves that open: as early as the bound on
/// purchases allows, partners who want the same product in proportion to what they want of it.
public final class Fills {

    private static final double LEAST = 1e-12; // kt

    private final World world;
    private final Choice choice;

    /// @param choice the decisions
    public Fills(World world, Choice choice) {
        this.world = world;
        this.choice = choice;
    }

    /// Tonnes of a stock bought, by calendar year; nothing for what is none.
    public SortedMap<Integer, Double> of(int candidate) {
        TreeMap<Integer, Double> fill = new TreeMap<>();
        double tonnes = world.candidates().get(candidate).tonnes();
        if (!world.candidates().get(candidate).isStock()) {
            return fill;
        }
        double[] started = choice.started()[candidate];
        for (int k = 0; k < started.length; k++) {
            if (started[k] > 0) {
                fill.put(Starts.first(world, candidate) + k, started[k] * tonnes);
            }
        }
        return started.length > 0 ? fill : earliest(candidate);
    }

    private SortedMap<Integer, Double> earliest(int candidate) {
        Candidate stock = world.candidates().get(candidate);
        TreeMap<Integer, Double> fill = new TreeMap<>();
        double wanted = 0;
        for (int c = 0; c < world.candidates().size(); c++) {
            Candidate other = world.candidates().get(c);
            boolean same = other.isStock() && other.product().equals(stock.product());
            wanted += same ? other.tonnes() * choice.modules()[c] / World.TONNES : 0;
        }
        double most = Starts.fill(world, stock.product());
        double own = stock.tonnes() * choice.modules()[candidate];
        int last = world.spec().lastYear();
        double left = wanted;
        for (int year = Starts.firstYear(world.spec()); year <= last && left > LEAST; year++) {
            double bought = year == last ? left : Math.min(left, most);
            fill.put(year, own * bought / wanted);
            left -= bought;
        }
        return fill;
    }
}
