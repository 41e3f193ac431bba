package org.monazite.plan.lshaped;

import java.util.List;

/// What can be done about rows of episodes that are short at a price.
interface Repair {

    /// For episodes that are never short.
    Repair NONE = new Repair() {

        @Override
        public double[] of(double[] decision, List<Cut> cuts) {
            return decision;
        }

        @Override
        public double weight(Cut cut) {
            return 0;
        }

        @Override
        public boolean canTakeIn() {
            return false;
        }

        @Override
        public Inside inside(int episode) {
            throw new IllegalStateException("Episodes that are never short stay outside.");
        }
    };

    /// The decision changed as little as needed, so that rows are short no more and the point counts with its
    /// own cost; the episodes' plans fit it. Empty if nothing helps.
    double[] of(double[] decision, List<Cut> cuts);

    /// How much an episode presses on what is decided for shortages; 0 if it does not.
    double weight(Cut cut);

    /// Whether episodes can be taken into the master.
    boolean canTakeIn();

    /// An episode as the master takes it in.
    Inside inside(int episode);
}
