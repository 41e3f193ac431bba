package org.monazite.supply;

/// A process: tonnes of input for one tonne of output.
///
/// @param id the key in the pack, such as `metal.ndpr`
/// @param inputProduct product taken in
/// @param outputProduct product made
/// @param inputPerOutput t of input per t of output, with its range
/// @param leadTimeWeeks weeks from order to product
/// @param qualificationMonths months until a customer has qualified a new supplier
/// @param flag how careful a reader must be
/// @param citation who says so
public record Recipe(
        String id,
        String inputProduct,
        String outputProduct,
        Range inputPerOutput,
        double leadTimeWeeks,
        double qualificationMonths,
        Flag flag,
        Citation citation) {}
