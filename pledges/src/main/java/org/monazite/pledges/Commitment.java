package org.monazite.pledges;

import java.util.Arrays;
import java.util.Locale;

/// Money named in a piece of evidence.
///
/// @param by place code of who gives it
/// @param instrument the way it is given
/// @param firmness how far it has gone; an offer is never counted
/// @param amount how much
/// @param unit currency, such as `USD`
public record Commitment(String by, Instrument instrument, Firmness firmness, double amount, String unit) {

    /// Checks the range.
    public Commitment {
        if (!(amount > 0) || !Double.isFinite(amount)) {
            throw new IllegalArgumentException("A commitment is more than zero, was " + amount);
        }
    }

    /// The seven ways of support that the framework of 28 October 2025 names.
    public enum Instrument {
        /// Money that is not paid back.
        GRANT("grant", "補助金"),
        /// A promise to pay if somebody else does not.
        GUARANTEE("guarantee", "保証"),
        /// Money to be paid back.
        LOAN("loan", "融資"),
        /// A part of the ownership.
        EQUITY("equity", "出資"),
        /// A contract to buy the product.
        OFFTAKE("offtake", "オフテイク"),
        /// Cover of a risk.
        INSURANCE("insurance", "保険"),
        /// Help by rules.
        REGULATORY("regulatory help", "規制面の支援"),
        /// The source does not say.
        NOT_STATED("not stated", "種類不明");

        private final String nameEn;
        private final String nameJa;

        Instrument(String nameEn, String nameJa) {
            this.nameEn = nameEn;
            this.nameJa = nameJa;
        }

        /// The name used in files: lower case with hyphens.
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// The name a reader sees, in English.
        public String nameEn() {
            return nameEn;
        }

        /// The name a reader sees, in Japanese.
        public String nameJa() {
            return nameJa;
        }
    }

    /// How far money has gone.
    public enum Firmness {
        /// A letter of interest, an announcement, an upper limit: never counted.
        OFFERED,
        /// Decided or signed.
        COMMITTED,
        /// Paid out.
        DRAWN;

        /// The name used in files.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The names used in files, in order.
        public static String names() {
            return String.join(", ", Arrays.stream(values()).map(Firmness::id).toList());
        }
    }
}
