package org.monazite.shock.scale;

import java.io.IOException;
import org.monazite.supply.Criticality;

/// Networks of firms as lists of links, in the format of the ESRI code of Diem et al.:
/// `supplier,customer,supplierNACE,customerNACE,weight,type`, firms by number from 0, weights per year.
///
/// Type 2 is an essential input, 1 one that is not, 0 one without effect. The format has three types
/// where we have four: important inputs are written as 2. It does not hold final demand.
public final class EdgeList {

    private static final String HEADER = "supplier,customer,supplierNACE,customerNACE,weight,type";

    private EdgeList() {}

    /// Writes all links, one a line.
    ///
    /// @throws IOException if the target does not take them
    public static void write(FirmNetwork network, Appendable target) throws IOException {
        target.append(HEADER).append('\n');
        for (int link = 0; link < network.links(); link++) {
            int from = network.supplier(link);
            int to = network.customer(link);
            target.append(Integer.toString(from))
                    .append(',')
                    .append(Integer.toString(to))
                    .append(',');
            target.append(network.sectors().get(network.sectorOf(from))).append(',');
            target.append(network.sectors().get(network.sectorOf(to))).append(',');
            target.append(Double.toString(network.perYear(link))).append(',');
            target.append(type(network.criticality(link))).append('\n');
        }
    }

    private static char type(Criticality criticality) {
        return switch (criticality) {
            case ESSENTIAL, IMPORTANT -> '2';
            case NON_ESSENTIAL -> '1';
            case NO_EFFECT -> '0';
        };
    }
}
