package org.monazite.plan.world;

import java.util.List;

/// A contract that a partner may close on the output of a plant that exists or is being built elsewhere.
///
/// @param id such as `offtake.MYS/ndpr.oxide@JPN`
/// @param supplier index of the node
/// @param partner who buys
/// @param most kt/yr that the plant can have under new contracts, all partners together, by assessed year
/// @param least kt/yr below which it is not closed
/// @param premium what the buyer pays above price, M USD/kt a year
public record Offtake(String id, int supplier, String partner, List<Double> most, double least, double premium) {

    /// Copies the list.
    public Offtake {
        most = List.copyOf(most);
    }
}
