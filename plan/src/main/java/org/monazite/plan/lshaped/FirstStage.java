package org.monazite.plan.lshaped;

import org.monazite.plan.lp.Model;

/// What is decided before anything happens, and what the search needs to know of it.
///
/// @see #of
public final class FirstStage {

    final Model model;
    final double[] start;
    final double[] scale;
    final double[] weights;
    final double[] floors;

    private FirstStage(Model model, double[] start, double[] scale, double[] weights, double[] floors) {
        this.model = model;
        this.start = start;
        this.scale = scale;
        this.weights = weights;
        this.floors = floors;
    }

    /// A first stage. The arrays are copied.
    ///
    /// @param model its columns, rows and own costs; columns may be integer
    /// @param start a decision to begin with
    /// @param scale by column: how far a step of size 1 goes; infinity for columns that no episode sees
    /// @param weights by episode: what its cost counts in the objective
    /// @param floors by episode: less it cannot cost; -infinity where nothing is known
    public static FirstStage of(Model model, double[] start, double[] scale, double[] weights, double[] floors) {
        if (start.length != model.columns() || scale.length != start.length || floors.length != weights.length) {
            throw new IllegalArgumentException("The first stage has %d columns, was %d values and %d scales."
                    .formatted(model.columns(), start.length, scale.length));
        }
        return new FirstStage(model, start.clone(), scale.clone(), weights.clone(), floors.clone());
    }

    int columns() {
        return start.length;
    }

    int episodes() {
        return weights.length;
    }

    /// Cost of a decision without the episodes.
    double cost(double[] decision) {
        double cost = model.offset();
        for (int column = 0; column < decision.length; column++) {
            cost += model.cost(column) * decision[column];
        }
        return cost;
    }
}
