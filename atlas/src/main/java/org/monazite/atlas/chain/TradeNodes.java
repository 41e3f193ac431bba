package org.monazite.atlas.chain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Where the places of a trade flow stand in a chain.
///
/// A place that makes, ships or takes in the product stands for itself. A member of the European Union that takes in
/// nothing of its own buys in the Union's one market, where there is one. Every other place is a part of the rest of
/// the world, where the chain has such a node of the product, and else has no node. The Union as a whole has one only
/// where none of its members stands for itself.
final class TradeNodes {

    private static final String UNION = "EU27";
    private static final String REST = "ROW";

    private final Set<List<String>> makes = new TreeSet<>(TradeNodes::compare);
    private final Set<List<String>> ships = new TreeSet<>(TradeNodes::compare);
    private final Set<List<String>> takesIn = new TreeSet<>(TradeNodes::compare);
    private final Set<List<String>> uses = new TreeSet<>(TradeNodes::compare);
    private final Set<String> union;

    TradeNodes(ChainDraft draft, Set<String> union) {
        this.union = Set.copyOf(union);
        draft.makers().forEach(maker -> makes.add(List.of(maker.place(), maker.product())));
        draft.flows().forEach(flow -> {
            ships.add(List.of(flow.from(), flow.product()));
            takesIn.add(List.of(flow.to(), flow.product()));
        });
        draft.intakes().forEach(intake -> takesIn.add(List.of(draft.placeOf(intake.maker()), intake.product())));
        draft.uses().forEach(use -> uses.add(List.of(use.place(), use.product())));
    }

    private static int compare(List<String> one, List<String> other) {
        int byPlace = one.getFirst().compareTo(other.getFirst());
        return byPlace != 0 ? byPlace : one.getLast().compareTo(other.getLast());
    }

    /// Whether a place is the Union as a whole while some of its members stand for themselves: what it says is about
    /// more than its node.
    private boolean isMoreThanItsNode(String place, String product) {
        return place.equals(UNION)
                && union.stream()
                        .anyMatch(member -> doesShip(member, product)
                                || takesIn.contains(List.of(member, product))
                                || uses.contains(List.of(member, product)));
    }

    /// The node that ships what a place exports.
    Optional<String> from(String place, String product) {
        if (isMoreThanItsNode(place, product)) {
            return Optional.empty();
        }
        if (doesShip(place, product)) {
            return Optional.of(place);
        }
        if (union.contains(place)) {
            return Optional.of(UNION).filter(node -> doesShip(node, product));
        }
        return Optional.of(REST).filter(node -> doesShip(node, product));
    }

    private boolean doesShip(String place, String product) {
        return makes.contains(List.of(place, product)) || ships.contains(List.of(place, product));
    }

    /// The node that takes what a place imports.
    Optional<String> to(String place, String product) {
        if (isMoreThanItsNode(place, product)) {
            return Optional.empty();
        }
        if (takesIn.contains(List.of(place, product))) {
            return Optional.of(place);
        }
        if (union.contains(place)) {
            return Optional.of(UNION)
                    .filter(node -> doesTake(node, product))
                    .or(() -> Optional.of(place).filter(node -> doesTake(node, product)));
        }
        return Optional.of(place)
                .filter(node -> doesTake(node, product))
                .or(() -> Optional.of(REST).filter(node -> doesTake(node, product)));
    }

    private boolean doesTake(String place, String product) {
        return takesIn.contains(List.of(place, product)) || uses.contains(List.of(place, product));
    }

    /// Whether a place makes the product and another uses it up or works it, so that a flow between them could be.
    boolean canOpen(String from, String to, String product) {
        return makes.contains(List.of(from, product)) && doesTake(to, product);
    }
}
