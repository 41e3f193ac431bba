package org.monazite.plan.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.plan.PlanResult;

/// Candidates before the chain is wired: what they add is still named, not numbered.
final class Draft {

    /// What a module adds, by name; t/yr at full size, t for a stock.
    ///
    /// @param kind of the effect
    /// @param key site, feed or place
    /// @param product the product
    record Adds(Kind kind, String key, String product, double tonnes) {}

    /// Kinds of effect.
    enum Kind {
        CAPACITY,
        HOLDS,
        DRAWS,
        SAVES,
        STORES
    }

    /// A candidate with what it adds.
    record Entry(Candidate candidate, List<Adds> adds) {

        Entry {
            adds = List.copyOf(adds);
        }
    }

    private final Map<String, Entry> entries = new TreeMap<>();
    private final List<Parts.Site> sites = new ArrayList<>();
    private final List<PlanResult.LeftOut> leftOut = new ArrayList<>();

    void add(Candidate candidate, List<Adds> adds) {
        entries.put(candidate.id(), new Entry(candidate, adds));
    }

    /// Names a group of works and gives its key.
    String site(String place, String product, Node.Group group) {
        Parts.Site site = new Parts.Site(place, product, group);
        sites.add(site);
        return site.key();
    }

    void leaveOut(String id, String nameEn, String nameJa, String reasonEn, String reasonJa) {
        leftOut.add(new PlanResult.LeftOut(id, nameEn, nameJa, reasonEn, reasonJa));
    }

    /// All candidates, by id.
    List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    List<Parts.Site> sites() {
        return sites;
    }

    List<PlanResult.LeftOut> leftOut() {
        return leftOut;
    }
}
