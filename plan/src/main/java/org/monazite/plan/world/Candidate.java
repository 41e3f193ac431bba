package org.monazite.plan.world;

import java.util.List;
import org.monazite.plan.Decision;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

/// Something a plan may back: a project, or modules of a generic option in a place.
///
/// @param id of the project, or `option@PLACE`
/// @param kind what it is
/// @param nameEn name in English
/// @param nameJa name in Japanese
/// @param place where it stands
/// @param product main product
/// @param tonnes main product of one module at full size, t/yr; t for a stock
/// @param most number of modules
/// @param whole true if modules cannot be divided
/// @param payer who must pay; empty for any partner
/// @param capital of one module, M USD
/// @param cash what partners must put up for one module, M USD
/// @param yearly cost to society of one module a year: annuity and running cost above price, M USD
/// @param start first year of output on which the plan counts
/// @param build years over which it is paid for before its first output; 0 for a stock, which is bought
/// @param ramp part of the size in use in the first years; the last one holds on
/// @param effects what one module adds
/// @param generic true for an option that stands for no named plant
/// @param statusId status of a project; empty for an option
/// @param flag how careful a reader must be
/// @param unverifiedFields names of its fields that rest on no document
/// @param citations who says so
public record Candidate(
        String id,
        Decision.Kind kind,
        String nameEn,
        String nameJa,
        String place,
        String product,
        double tonnes,
        double most,
        boolean whole,
        String payer,
        Range capital,
        double cash,
        double yearly,
        int start,
        int build,
        List<Double> ramp,
        List<Effect> effects,
        boolean generic,
        String statusId,
        Flag flag,
        List<String> unverifiedFields,
        List<Citation> citations) {

    /// Copies the lists.
    public Candidate {
        ramp = List.copyOf(ramp);
        effects = List.copyOf(effects);
        unverifiedFields = List.copyOf(unverifiedFields);
        citations = List.copyOf(citations);
    }

    /// Part of the size in use in a year, 0..1, of works that start as early as they can.
    public double part(int year) {
        return Schedule.part(ramp, start, year);
    }

    /// Part of the size in use in a year, 0..1, of works with their first output in another.
    public double part(int began, int year) {
        return Schedule.part(ramp, began, year);
    }

    /// True for a stock: what is bought of it in a year stands from the next.
    public boolean isStock() {
        return kind == Decision.Kind.STOCKPILE;
    }

    /// First year at full size.
    public int fullYear() {
        return start + ramp.size() - 1;
    }

    /// The same with another number of modules.
    public Candidate withMost(double modules) {
        return new Candidate(
                id,
                kind,
                nameEn,
                nameJa,
                place,
                product,
                tonnes,
                modules,
                whole,
                payer,
                capital,
                cash,
                yearly,
                start,
                build,
                ramp,
                effects,
                generic,
                statusId,
                flag,
                unverifiedFields,
                citations);
    }

    /// The same with effects.
    public Candidate with(List<Effect> what) {
        return new Candidate(
                id,
                kind,
                nameEn,
                nameJa,
                place,
                product,
                tonnes,
                most,
                whole,
                payer,
                capital,
                cash,
                yearly,
                start,
                build,
                ramp,
                what,
                generic,
                statusId,
                flag,
                unverifiedFields,
                citations);
    }
}
