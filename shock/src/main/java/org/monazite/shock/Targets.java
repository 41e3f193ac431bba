package org.monazite.shock;

import java.util.Set;

/// Which flows an action is about.
///
/// @param from places that impose it
/// @param to places it is aimed at; empty means all others
/// @param products product ids; empty means all
public record Targets(Set<String> from, Set<String> to, Set<String> products) {

    /// Copies the sets.
    public Targets {
        if (from.isEmpty()) {
            throw new IllegalArgumentException("An action needs the place that imposes it: `from`.");
        }
        from = Set.copyOf(from);
        to = Set.copyOf(to);
        products = Set.copyOf(products);
    }

    /// True if a flow of a product from one place to another is hit; trade inside the imposing places never is.
    public boolean hits(String supplier, String buyer, String product) {
        return from.contains(supplier)
                && !from.contains(buyer)
                && (to.isEmpty() || to.contains(buyer))
                && (products.isEmpty() || products.contains(product));
    }
}
