package org.monazite.exposure;

import org.monazite.supply.Flag;
import org.monazite.supply.Stage;

/// One supplier of one product, and what an importer loses at once without it: no stocks, no rerouting.
///
/// @param supplier place that makes the product
/// @param productId the product
/// @param stage its stage
/// @param importer who loses
/// @param supplierShare the supplier's part of world production, 0..1
/// @param lostShare part of the importer's end use that is lost, 0..1
/// @param valueAtRiskUsd value added per year that hangs on it, US dollars: an upper bound
/// @param valueLowUsd lower end by the ranges of the sources
/// @param valueHighUsd upper end by the ranges of the sources
/// @param flag how careful a reader must be
public record WeakLink(
        String supplier,
        String productId,
        Stage stage,
        String importer,
        double supplierShare,
        double lostShare,
        double valueAtRiskUsd,
        double valueLowUsd,
        double valueHighUsd,
        Flag flag) {}
