package org.monazite.supply;

/// What happens to a node when an input runs out. After Pichler et al. 2021, arXiv 2102.09608.
public enum Criticality {
    /// Without it output stops in proportion.
    ESSENTIAL,
    /// Without it half of the output stops.
    IMPORTANT,
    /// Without it output falls by the input's share of all inputs.
    NON_ESSENTIAL,
    /// Output does not depend on it.
    NO_EFFECT
}
