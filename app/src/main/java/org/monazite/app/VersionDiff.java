package org.monazite.app;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.monazite.atlas.AtlasDiff;
import org.monazite.exposure.Importer;
import org.monazite.exposure.StageExposure;
import org.monazite.pledges.Assessment;
import org.monazite.supply.Coalition;
import org.monazite.supply.Explained;

/// What differs between two versions of the atlas, and what that does to answers.
///
/// @param atlas figures, conflicts, balanced quantities
/// @param indicators dependence measures that changed, the largest change first
/// @param pledges promises whose state changes
public record VersionDiff(AtlasDiff atlas, List<Indicator> indicators, List<Pledged> pledges) {

    private static final List<String> IMPORTERS = List.of("JPN", "USA", "EU27", "KOR");
    private static final String SUPPLIER = "CHN";

    private static final double DUST = 1e-9;

    /// Copies the lists.
    public VersionDiff {
        indicators = List.copyOf(indicators);
        pledges = List.copyOf(pledges);
    }

    /// A dependence measure in both versions, 0..1.
    public record Indicator(
            String chain, String importer, String product, String measure, Explained before, Explained after) {

        double change() {
            return Math.abs(after.value() - before.value());
        }
    }

    /// A promise in both versions.
    public record Pledged(String id, Assessment.State before, Assessment.State after) {}

    static VersionDiff of(Workbench before, Workbench after, LocalDate date) throws IOException {
        List<Indicator> indicators = new ArrayList<>();
        TreeSet<String> chains = new TreeSet<>(before.atlas().chains());
        chains.retainAll(after.atlas().chains());
        for (String chain : chains) {
            indicators(before, after, chain, indicators);
        }
        indicators.sort(Comparator.comparingDouble((Indicator each) -> -each.change())
                .thenComparing(Indicator::chain)
                .thenComparing(Indicator::product)
                .thenComparing(Indicator::importer)
                .thenComparing(Indicator::measure));
        return new VersionDiff(AtlasDiff.of(before.atlas(), after.atlas()), indicators, pledges(before, after, date));
    }

    private static void indicators(Workbench before, Workbench after, String chain, List<Indicator> found)
            throws IOException {
        for (String word : IMPORTERS) {
            Optional<Importer> one = importer(before, chain, word);
            Optional<Importer> two = importer(after, chain, word);
            if (one.isEmpty() || two.isEmpty() || !knows(before, chain) || !knows(after, chain)) {
                continue;
            }
            Map<String, StageExposure> old = new LinkedHashMap<>();
            before.exposure(chain).by(List.of(one.get()), SUPPLIER).forEach(row -> old.put(row.productId(), row));
            for (StageExposure row : after.exposure(chain).by(List.of(two.get()), SUPPLIER)) {
                StageExposure was = old.get(row.productId());
                if (was != null) {
                    add(found, chain, row, "direct share", was.directShare(), row.directShare());
                    add(found, chain, row, "traced share", was.tracedShare(), row.tracedShare());
                    add(found, chain, row, "world share", was.worldShare(), row.worldShare());
                    add(found, chain, row, "HHI", was.hhi(), row.hhi());
                }
            }
        }
    }

    private static boolean knows(Workbench workbench, String chain) throws IOException {
        return workbench.words(chain).findPlace(SUPPLIER).isPresent();
    }

    private static void add(
            List<Indicator> found, String chain, StageExposure row, String measure, Explained before, Explained after) {
        if (before.isDefined() && after.isDefined() && Math.abs(after.value() - before.value()) > DUST) {
            found.add(new Indicator(chain, row.importer(), row.productId(), measure, before, after));
        }
    }

    /// The importer of this name, if the chain has it or members of it.
    private static Optional<Importer> importer(Workbench workbench, String chain, String word) throws IOException {
        boolean place = workbench.words(chain).findPlace(word).isPresent();
        boolean coalition = false;
        for (Coalition each : workbench.atlas().coalitions()) {
            for (String member : each.members()) {
                coalition |= each.id().equals(word)
                        && workbench.words(chain).findPlace(member).isPresent();
            }
        }
        return place || coalition ? Optional.of(workbench.importer(chain, word, "")) : Optional.empty();
    }

    private static List<Pledged> pledges(Workbench before, Workbench after, LocalDate date) throws IOException {
        Map<String, Assessment.State> old = new LinkedHashMap<>();
        before.pledges(SecureRequest.MAGNETS, date)
                .forEach(each -> old.put(each.pledge().id(), each.state()));
        List<Pledged> changed = new ArrayList<>();
        for (Assessment each : after.pledges(SecureRequest.MAGNETS, date)) {
            Assessment.State was = old.get(each.pledge().id());
            if (was != null && was != each.state()) {
                changed.add(new Pledged(each.pledge().id(), was, each.state()));
            }
        }
        return changed;
    }
}
