package org.monazite.plan.world;

/// A way for a product from one node into an input of another.
///
/// @param supplier index of the node that ships
/// @param cell index of the input it enters
/// @param relation index of the relation it belongs to
/// @param base flow of the base year, kt/yr; 0 for a way that is not used then
/// @param lagDays days from shipping to arrival
public record Arc(int supplier, int cell, int relation, double base, int lagDays) {}
