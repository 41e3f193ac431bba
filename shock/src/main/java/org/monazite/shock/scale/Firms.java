package org.monazite.shock.scale;

import java.util.BitSet;

/// A set of firms of a network. Immutable.
public final class Firms {

    private final BitSet set;

    private Firms(BitSet set) {
        this.set = set;
    }

    /// All firms of a network.
    public static Firms all(FirmNetwork network) {
        BitSet set = new BitSet(network.firms());
        set.set(0, network.firms());
        return new Firms(set);
    }

    /// The firms of a sector.
    public static Firms inSector(FirmNetwork network, int sector) {
        BitSet set = new BitSet(network.firms());
        for (int firm = 0; firm < network.firms(); firm++) {
            if (network.sectorOf(firm) == sector) {
                set.set(firm);
            }
        }
        return new Firms(set);
    }

    /// These firms.
    public static Firms of(int... firms) {
        BitSet set = new BitSet();
        for (int firm : firms) {
            set.set(firm);
        }
        return new Firms(set);
    }

    /// Part of these firms, each chosen by a draw of its own.
    ///
    /// @param share part of the firms, 0..1
    /// @param draw which choice: the same number chooses the same firms
    public Firms sample(double share, long seed, int draw) {
        BitSet chosen = new BitSet();
        for (int firm = set.nextSetBit(0); firm >= 0; firm = set.nextSetBit(firm + 1)) {
            if (Chance.uniform(seed, Chance.SAMPLE + draw, firm) < share) {
                chosen.set(firm);
            }
        }
        return new Firms(chosen);
    }

    /// True if the firm is one of them.
    public boolean contains(int firm) {
        return set.get(firm);
    }

    /// How many.
    public int size() {
        return set.cardinality();
    }

    /// Highest number of a firm plus one; 0 if there is none.
    int bound() {
        return set.length();
    }
}
