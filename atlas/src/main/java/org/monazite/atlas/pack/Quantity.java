package org.monazite.atlas.pack;

/// What figures are about: figures of one quantity stand side by side, whoever says them and in whatever
/// table.
///
/// @param kind `production`, `capacity`, `reserves`, `projection`, `flow`, `flow value`, `share of
///     imports`, `share of exports`, or the measure of the figure
/// @param place where; the exporter of a flow, the reporter of a share; empty for none
/// @param partner the importer of a flow, the partner of a share; empty for none
/// @param subject product, series, sector or project
/// @param period as the source states it
/// @param unit unit and basis; figures on unlike bases are unlike quantities
public record Quantity(String kind, String place, String partner, String subject, String period, String unit)
        implements Comparable<Quantity> {

    /// By subject, kind, place, partner, period, unit.
    @Override
    public int compareTo(Quantity other) {
        int order = subject.compareTo(other.subject);
        order = order != 0 ? order : kind.compareTo(other.kind);
        order = order != 0 ? order : place.compareTo(other.place);
        order = order != 0 ? order : partner.compareTo(other.partner);
        order = order != 0 ? order : period.compareTo(other.period);
        return order != 0 ? order : unit.compareTo(other.unit);
    }

    /// True for what moves between two places.
    public boolean isFlow() {
        return kind.equals(Quantities.FLOW) || kind.equals(Quantities.FLOW_VALUE);
    }

    @Override
    public String toString() {
        String where = partner.isEmpty() ? place : isFlow() ? place + ">" + partner : place + " from " + partner;
        return String.join(" ", subject, kind, where, period, unit)
                .replaceAll(" +", " ")
                .strip();
    }
}
