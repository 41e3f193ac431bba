package org.monazite.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.supply.Arcs;
import org.monazite.supply.Flag;
import org.monazite.supply.SupplyNetwork;

/// Who inside a coalition bears its exposure: each member's imports of a product from a supplier over those
/// of the coalition. Trade among members is listed and does not count.
///
/// @param productId the product
/// @param supplier the place asked about
/// @param members by what they take from the supplier, the largest first
/// @param insideTonnes trade among the members
public record Contributions(String productId, String supplier, List<Member> members, double insideTonnes) {

    /// Copies the members.
    public Contributions {
        members = List.copyOf(members);
    }

    /// One member.
    ///
    /// @param place place code
    /// @param fromSupplierTonnes what it takes from the supplier
    /// @param importTonnes what it takes from outside the coalition
    /// @param share its part of what the coalition takes from the supplier, 0..1; NaN if that is nothing
    /// @param flag the weakest flag of these flows
    public record Member(String place, double fromSupplierTonnes, double importTonnes, double share, Flag flag) {}

    /// The contributions of a coalition's members.
    public static Contributions of(SupplyNetwork network, Importer coalition, String supplier, String productId) {
        Map<String, double[]> taken = new TreeMap<>();
        coalition.members().forEach(member -> taken.put(member, new double[2]));
        Map<String, Flag> flags = new TreeMap<>();
        Arcs arcs = network.arcs();
        double inside = 0;
        double all = 0;
        for (int arc = 0; arc < arcs.size(); arc++) {
            String from = network.placeOf(arcs.supplier(arc));
            double[] member = taken.get(network.placeOf(arcs.buyer(arc)));
            boolean ours = network.productOf(arcs.supplier(arc)).id().equals(productId);
            if (!ours || member == null) {
                continue;
            }
            if (coalition.holds(from)) {
                inside += from.equals(network.placeOf(arcs.buyer(arc))) ? 0 : arcs.perYear(arc);
            } else {
                member[1] += arcs.perYear(arc);
                member[0] += from.equals(supplier) ? arcs.perYear(arc) : 0;
                flags.merge(network.placeOf(arcs.buyer(arc)), arcs.flag(arc), Flag::and);
                all += from.equals(supplier) ? arcs.perYear(arc) : 0;
            }
        }
        List<Member> members = new ArrayList<>();
        for (Map.Entry<String, double[]> entry : taken.entrySet()) {
            double[] tonnes = entry.getValue();
            members.add(new Member(
                    entry.getKey(),
                    tonnes[0],
                    tonnes[1],
                    all > 0 ? tonnes[0] / all : Double.NaN,
                    flags.getOrDefault(entry.getKey(), Flag.NONE)));
        }
        members.sort(Comparator.<Member>comparingDouble(member -> -member.fromSupplierTonnes())
                .thenComparing(Member::place));
        return new Contributions(productId, supplier, members, inside);
    }
}
