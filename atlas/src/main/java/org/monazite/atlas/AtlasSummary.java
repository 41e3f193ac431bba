package org.monazite.atlas;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.supply.Flag;
import org.monazite.supply.Source;

/// What a version holds, in numbers: for lists of sources and for doctors of an installation.
///
/// @param version name of the version
/// @param figures number of figures
/// @param reported figures that a source states
/// @param derived figures that follow from others by arithmetic
/// @param estimates figures that are estimates, without the unverified ones
/// @param unverified estimates for which no document was consulted
/// @param withheld figures that a source has and does not publish
/// @param notAvailable figures of which a source says that it has none
/// @param sources number of sources
/// @param licences sources and figures by what may be done with them
public record AtlasSummary(
        String version,
        int figures,
        int reported,
        int derived,
        int estimates,
        int unverified,
        int withheld,
        int notAvailable,
        int sources,
        List<LicenceClass> licences) {

    /// Copies the list.
    public AtlasSummary {
        licences = List.copyOf(licences);
    }

    /// Sources that may be passed on in the same way.
    ///
    /// @param redistribution `embed`, `embed-with-attribution`, `facts-only`, `embed-flagged` or `import-only`
    /// @param sources how many sources
    /// @param figures how many figures rest on them
    public record LicenceClass(String redistribution, int sources, int figures) {}

    static AtlasSummary of(String version, Collection<FigureRecord> figures, List<Source> sources) {
        Map<String, String> classOf = new HashMap<>();
        Map<String, int[]> counts = new TreeMap<>();
        for (Source source : sources) {
            classOf.put(source.id(), source.redistribution());
            counts.computeIfAbsent(source.redistribution(), _ -> new int[2])[0]++;
        }
        int[] flags = new int[Flag.values().length];
        int withheld = 0;
        int notAvailable = 0;
        for (FigureRecord figure : figures) {
            flags[figure.flag().ordinal()]++;
            withheld += figure.qualifier().equals("W") ? 1 : 0;
            notAvailable += figure.qualifier().equals("NA") ? 1 : 0;
            counts.computeIfAbsent(classOf.getOrDefault(figure.sourceId(), "unknown"), _ -> new int[2])[1]++;
        }
        return new AtlasSummary(
                version,
                figures.size(),
                flags[Flag.NONE.ordinal()],
                flags[Flag.DERIVED.ordinal()],
                flags[Flag.ESTIMATE.ordinal()],
                flags[Flag.UNVERIFIED.ordinal()],
                withheld,
                notAvailable,
                sources.size(),
                counts.entrySet().stream()
                        .map(entry -> new LicenceClass(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                        .toList());
    }
}
