package org.monazite.shock.internal;

import org.monazite.shock.Action;

/// A trade that an action can open.
///
/// @param action that opens it
/// @param supplier node that sells
/// @param cell of the wiring that it feeds
/// @param perDay most that it carries, `A^lat`
/// @param lag days under way
/// @param routes indices of the routes it sails, one per leg
/// @param around arc of the network that it goes around; -1 for none
record Potential(Action action, int supplier, int cell, double perDay, int lag, int[] routes, int around) {}
