package org.monazite.plan.world;

/// Final demand on what a node makes.
///
/// @param node index of the node
/// @param place who wants it
/// @param base demand of the base year, kt/yr
/// @param isProtected true if it is a partner's use of the last product of the chain: the demand a plan is
/// about
public record Sale(int node, String place, double base, boolean isProtected) {}
