package org.monazite.supply;

import java.util.List;

/// A node on its way into a network.
///
/// @param key its name, unique in the network
/// @param place place code
/// @param product product id
/// @param kind what it does
/// @param output baseline output per year and its range
/// @param capacity most it can make per year; NaN when not known
/// @param valueAddedUsd value added that depends on it, US dollars per unit of output
/// @param site nodes of one site share an outage; -1 for none
/// @param flag how careful a reader must be with the output
/// @param citations who says so
public record NodeRow(
        String key,
        String place,
        String product,
        NodeKind kind,
        Range output,
        double capacity,
        Range valueAddedUsd,
        int site,
        Flag flag,
        List<Citation> citations) {

    /// Checks ranges and copies the citations.
    public NodeRow {
        if (output.low() < 0 || !Double.isFinite(output.high())) {
            throw new IllegalArgumentException(
                    "Node %s: output must be finite and >= 0, was %s.".formatted(key, output));
        }
        if (capacity < 0) {
            throw new IllegalArgumentException("Node %s: capacity must be >= 0, was %s.".formatted(key, capacity));
        }
        citations = List.copyOf(citations);
    }

    /// A node without capacity, value or source yet: add them with the `with` methods.
    public static NodeRow of(NodeKind kind, String key, String place, String product, Range output) {
        return new NodeRow(key, place, product, kind, output, Double.NaN, Range.exactly(0), -1, Flag.NONE, List.of());
    }

    /// The same with a capacity per year.
    public NodeRow withCapacity(double perYear) {
        return new NodeRow(key, place, product, kind, output, perYear, valueAddedUsd, site, flag, citations);
    }

    /// The same with another output.
    public NodeRow withOutput(Range perYear) {
        return new NodeRow(key, place, product, kind, perYear, capacity, valueAddedUsd, site, flag, citations);
    }

    /// The same with a value added, US dollars per unit of output.
    public NodeRow withValueAdded(Range usdPerUnit) {
        return new NodeRow(key, place, product, kind, output, capacity, usdPerUnit, site, flag, citations);
    }

    /// The same at a site.
    public NodeRow atSite(int sharedSite) {
        return new NodeRow(key, place, product, kind, output, capacity, valueAddedUsd, sharedSite, flag, citations);
    }

    /// The same with its sources.
    public NodeRow citing(Flag weakest, List<Citation> sources) {
        return new NodeRow(key, place, product, kind, output, capacity, valueAddedUsd, site, weakest, sources);
    }
}
