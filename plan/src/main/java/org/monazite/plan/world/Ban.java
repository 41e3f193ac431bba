package org.monazite.plan.world;

import java.util.List;

/// A supplier that stops shipping to all others.
///
/// @param id such as `CHN` or `CHN:dy.oxide+tb.oxide`
/// @param supplier place code
/// @param products what it stops; empty for everything
/// @param quarters how long
/// @param probability per year
public record Ban(String id, String supplier, List<String> products, int quarters, double probability) {

    /// Copies the list.
    public Ban {
        products = List.copyOf(products);
    }

    /// Length in years.
    public double length() {
        return quarters / 4.0;
    }

    /// True if a flow is stopped.
    public boolean hits(String from, String to, String product) {
        return from.equals(supplier) && !to.equals(supplier) && (products.isEmpty() || products.contains(product));
    }
}
