package org.monazite.app.dependence;

import java.util.Locale;
import org.monazite.supply.Explained;

/// One answer to "which part of its imports comes from there". Answers of two bases are never compared
/// without a conversion.
///
/// @param basis what is counted
/// @param productId the product; empty for a basket
/// @param period the period
/// @param share the share with its range and sources
/// @param counted what is counted, in the words of the source
public record ShareAnswer(Basis basis, String productId, String period, Explained share, String counted) {

    /// What is counted.
    public enum Basis {
        /// A published series by weight.
        PUBLISHED_WEIGHT,
        /// A published series by value, raw materials.
        PUBLISHED_VALUE_RAW,
        /// A published series by value, raw materials and magnets.
        PUBLISHED_VALUE_MAGNETS,
        /// A published series by value, metals.
        PUBLISHED_VALUE_METALS,
        /// A published share of one product by weight.
        PUBLISHED_PRODUCT_WEIGHT,
        /// A published share of one product by value.
        PUBLISHED_PRODUCT_VALUE,
        /// One stage of the balanced chain: shipped by the place / imports.
        DIRECT,
        /// One stage of the balanced chain: handled by the place at this or any earlier stage / supply.
        TRACED,
        /// Products of the balanced chain together, tonnes.
        BASKET_WEIGHT,
        /// Products of the balanced chain together, at the prices of the year.
        BASKET_VALUE,
        /// Products of the balanced chain together, tonnes of elements.
        BASKET_ELEMENT;

        /// The name in JSON and in texts.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '.');
        }
    }
}
