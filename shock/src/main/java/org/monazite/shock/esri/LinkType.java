package org.monazite.shock.esri;

/// How a client depends on what it buys.
public enum LinkType {
    /// Type 0: losing it changes nothing downstream.
    NO_EFFECT,
    /// Type 1: output falls by the part of all purchases that is lost.
    NON_ESSENTIAL,
    /// Type 2: output falls by the part of the purchases from that sector that is lost.
    ESSENTIAL
}
