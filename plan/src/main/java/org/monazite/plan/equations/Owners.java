package org.monazite.plan.equations;

import org.monazite.plan.equations.DualPart.Kind;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Chain;
import org.monazite.plan.world.World;
import org.monazite.supply.NodeKind;

/// Whose right-hand side a row has, and whose bound a column has: a partner's needs, limits and budget are
/// its own, so is what stands in its place or could be backed there, what it buys by old trades and what it
/// may contract. Works of third places and shared concentrates belong to nobody.
final class Owners {

    private final World world;
    private final Chain chain;

    Owners(World world) {
        this.world = world;
        this.chain = world.chain();
    }

    /// A partner by index, or -1 for nobody, and what kind of a thing it is.
    record Owner(int partner, Kind kind) {}

    /// @param key of a row that has a right-hand side other than zero
    Owner ofRow(Key key) {
        return switch (key.kind()) {
            case "budget" -> new Owner(key.a(), Kind.BUDGET);
            case "unmet", "no-worse" -> new Owner(key.a(), Kind.NEEDS);
            case "no-more" -> new Owner(number(key.family()), Kind.NEEDS);
            case "output" -> at(key.a(), Kind.NEEDS);
            case "capacity", "capacity-intended", "goal", "contracts", "one-level" -> at(key.a(), Kind.HOLDINGS);
            case "share", "relation", "pattern" ->
                place(chain.relations().get(key.a()).place(), Kind.HOLDINGS);
            case "old magnets" -> place(world.oldMagnets().get(key.a()).place(), Kind.HOLDINGS);
            default -> new Owner(-1, Kind.HOLDINGS); // feed, and what nobody has claimed
        };
    }

    /// @param key of a column that has a bound other than zero
    Owner ofColumn(Key key) {
        return switch (key.kind()) {
            case "modules" -> modules(world.candidates().get(key.a()));
            case "contract" -> place(world.offtakes().get(key.a()).partner(), Kind.DECISIONS);
            case "separated" -> separated(key);
            case "made" -> at(key.a(), isUse(key.a()) ? Kind.NEEDS : Kind.HOLDINGS);
            case "intended" -> at(key.a(), Kind.HOLDINGS);
            case "drawn" -> drawn(chain.cells().get(key.a()).node());
            case "missing" -> place(chain.sales().get(key.a()).place(), Kind.NEEDS);
            case "excess" -> new Owner(key.b(), Kind.NEEDS);
            case "worse", "direct", "traced" -> new Owner(key.a(), Kind.NEEDS);
            case "made-at", "level" -> at(key.a(), Kind.HOLDINGS);
            default -> new Owner(-1, Kind.HOLDINGS);
        };
    }

    /// The users of a place.
    Owner users(String place) {
        return place(place, Kind.NEEDS);
    }

    private Owner modules(Candidate candidate) {
        return place(candidate.payer().isEmpty() ? candidate.place() : candidate.payer(), Kind.DECISIONS);
    }

    private Owner separated(Key key) {
        int draw = number(key.family());
        return at(world.feeds().get(key.a()).draws().get(draw).node(), Kind.HOLDINGS);
    }

    /// What users have in stock lowers their own need; nobody else could use it.
    private Owner drawn(int node) {
        return at(node, isUse(node) ? Kind.NEEDS : Kind.HOLDINGS);
    }

    private boolean isUse(int node) {
        return chain.nodes().get(node).kind() == NodeKind.USE;
    }

    private Owner at(int node, Kind kind) {
        return place(chain.nodes().get(node).place(), kind);
    }

    private Owner place(String place, Kind kind) {
        return new Owner(world.partners().indexOf(place), kind);
    }

    private static int number(String family) {
        return Integer.parseInt(family.substring(family.lastIndexOf('-') + 1));
    }
}
