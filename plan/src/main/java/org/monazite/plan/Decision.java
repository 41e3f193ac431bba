package org.monazite.plan;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

/// One thing a plan backs.
///
/// @param id of the project or option; an option in a place has the id `mag.module@USA`
/// @param kind what it is
/// @param nameEn its name in English
/// @param nameJa its name in Japanese
/// @param place where it stands, or whose stock it is
/// @param productId what it makes, saves or holds
/// @param tonnes main product at full size, t/yr; t for a stock
/// @param startYear first year of output; the year of purchase for a stock
/// @param fullYear first year at full size
/// @param output main product in each year from `startYear` on, by year, t
/// @param capexUsd money it takes, with its range
/// @param paidUsd who pays, by partner
/// @param payments the same by instrument and year; none where the question leaves open when and how money is spent
/// @param holding how a stock is filled, held and released; empty for what is none
/// @param generic true for an option that stands for no named plant
/// @param statusId status of a project as last seen, such as `planned`; empty for an option
/// @param flag how careful a reader must be
/// @param unverifiedFields names of its fields that rest on no document
/// @param citations who says so
public record Decision(
        String id,
        Kind kind,
        String nameEn,
        String nameJa,
        String place,
        String productId,
        double tonnes,
        int startYear,
        int fullYear,
        SortedMap<Integer, Double> output,
        Range capexUsd,
        SortedMap<String, Double> paidUsd,
        List<Payment> payments,
        Optional<Holding> holding,
        boolean generic,
        String statusId,
        Flag flag,
        List<String> unverifiedFields,
        List<Citation> citations) {

    /// What a decision is about.
    public enum Kind {
        /// A named project.
        PROJECT,
        /// A generic plant module.
        MODULE,
        /// Recycling of swarf or old magnets.
        RECYCLING,
        /// Less of a product per unit, or another product instead.
        SUBSTITUTION,
        /// A strategic stock.
        STOCKPILE,
        /// A contract on the output of a plant that exists or is being built.
        OFFTAKE;

        /// The name used in files and JSON.
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// True for a plant or recycling works that nobody has announced.
    public boolean isNamelessPlant() {
        return generic && (kind == Kind.MODULE || kind == Kind.RECYCLING);
    }

    /// Copies the collections.
    public Decision {
        output = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(output));
        paidUsd = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(paidUsd));
        payments = List.copyOf(payments);
        unverifiedFields = List.copyOf(unverifiedFields);
        citations = List.copyOf(citations);
    }
}
