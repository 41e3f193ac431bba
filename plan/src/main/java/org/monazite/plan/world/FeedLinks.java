package org.monazite.plan.world;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which mines feed which separation works. The sources say so in words, no column holds it, so it stands
/// here: Donald and Vara Mada feed White Mesa, Browns Range and Kangankunde feed Eneabba, Carina the
/// Louisiana plant; Mt Weld and Mountain Pass feed their own works. Works on a shared feed separate no more
/// of a product than the mines hold of it, so that the same tonne is never counted twice.
final class FeedLinks {

    /// Concentrates without a fixed customer.
    static final String OPEN = "open market";

    private static final Map<String, String> MINES = Map.of(
            "donald", "White Mesa",
            "varamada", "White Mesa",
            "browns", "Eneabba",
            "kanga", "Eneabba",
            "carina", "Louisiana");

    private static final Map<String, String> WORKS = Map.of(
            "efr.2", "White Mesa",
            "efr.hree", "White Mesa",
            "iluka", "Eneabba",
            "aclara.la", "Louisiana",
            "solvay2", OPEN);

    /// Works that have feed of their own for the low end of their output and need others for the rest.
    private static final Set<String> PARTLY_OWN = Set.of("iluka");

    private static final Set<String> OWN_WORKS = Set.of("lyn.mw", "lyn.kal", "mp.mine");

    /// Works whose input is old magnets.
    private static final Set<String> LOOPS = Set.of("hypromag.us", "hypromag.uk");

    private FeedLinks() {}

    /// The feed a mine belongs to; none if its own works take all.
    static Optional<String> ofMine(String id) {
        return OWN_WORKS.contains(id) ? Optional.empty() : Optional.of(MINES.getOrDefault(id, OPEN));
    }

    /// The feed that works draw on; none if they bring their own.
    static Optional<String> ofWorks(String id) {
        return Optional.ofNullable(WORKS.get(id));
    }

    static boolean hasOwnPart(String id) {
        return PARTLY_OWN.contains(id);
    }

    static boolean isLoop(String id) {
        return LOOPS.contains(id);
    }
}
