package org.monazite.plan.world;

import java.util.Arrays;

/// What happens in an episode, kt over its whole length.
///
/// @param episode the episode
/// @param flow by arc
/// @param made by node; of users, what they can use
/// @param intended by node: what works with heavy inputs set out to make
/// @param drawn by cell, from its own stock
/// @param released by store and cell, from strategic stocks
/// @param saved by node, of the heavy input that is counted
/// @param delivered by offtake, under contract
public record Flows(
        Episode episode,
        double[] flow,
        double[] made,
        double[] intended,
        double[] drawn,
        double[][] released,
        double[] saved,
        double[] delivered) {

    /// A copy, deep enough to be safe.
    public Flows copy() {
        return new Flows(
                episode,
                flow.clone(),
                made.clone(),
                intended.clone(),
                drawn.clone(),
                Arrays.stream(released).map(double[]::clone).toArray(double[][]::new),
                saved.clone(),
                delivered.clone());
    }
}
