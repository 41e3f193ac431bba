package org.monazite.plan.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which mines feed which separation works. The sources say so in words, no column holds it, so it stands
/// here: Donald and Vara Mada feed White Mesa, Browns Range and two fifths of Kangankunde feed Eneabba, Carina
/// the Louisiana plant; Mt Weld and Mountain Pass feed their own works. Works on a shared feed separate no more
/// of a product than the mines hold of it, so that the same tonne is never counted twice.
final class FeedLinks {

    /// Concentrates without a fixed customer.
    static final String OPEN = "open market";

    /// Part of what a mine holds that belongs to a feed.
    ///
    /// @param feed its name
    /// @param part 0..1
    record Share(String feed, double part) {}

    /// Iluka takes 6,000 of the 15,300 t of concentrate that Kangankunde makes a year.
    private static final double TO_ENEABBA = 6_000.0 / 15_300;

    private static final Map<String, List<Share>> MINES = Map.of(
            "donald", all("White Mesa"),
            "varamada", all("White Mesa"),
            "browns", all("Eneabba"),
            "kanga", List.of(new Share("Eneabba", TO_ENEABBA), new Share(OPEN, 1 - TO_ENEABBA)),
            "carina", all("Louisiana"));

    private static final Map<String, String> WORKS = Map.of(
            "efr.2", "White Mesa",
            "efr.hree", "White Mesa",
            "iluka", "Eneabba",
            "lyn.hre2", "clay of Malaysia",
            "aclara.la", "Louisiana",
            "solvay2", OPEN);

    /// Works that have feed of their own for the low end of their output and need others for the rest. No mine
    /// of Malaysian clay is decided or in the tables, so the second circuit of Lynas has what Mt Weld holds.
    private static final Set<String> PARTLY_OWN = Set.of("iluka", "lyn.hre2");

    private static final Set<String> OWN_WORKS = Set.of("lyn.mw", "lyn.kal", "mp.mine");

    /// Works whose input is old magnets.
    private static final Set<String> LOOPS = Set.of("hypromag.us", "hypromag.uk");

    private FeedLinks() {}

    private static List<Share> all(String feed) {
        return List.of(new Share(feed, 1));
    }

    /// The feeds a mine belongs to; none if its own works take all.
    static List<Share> ofMine(String id) {
        return OWN_WORKS.contains(id) ? List.of() : MINES.getOrDefault(id, all(OPEN));
    }

    /// Part of what a mine holds that belongs to a feed, 0..1.
    static double part(String id, String feed) {
        double part = 0;
        for (Share share : ofMine(id)) {
            part += share.feed().equals(feed) ? share.part() : 0;
        }
        return part;
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
