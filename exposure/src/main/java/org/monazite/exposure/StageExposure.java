package org.monazite.exposure;

import org.monazite.supply.Explained;
import org.monazite.supply.Stage;

/// How an importer depends on a supplier for one product. A share that is not defined (no imports) is NaN.
///
/// @param stage stage of the product
/// @param productId the product
/// @param importer who asks
/// @param supplier whom it is about
/// @param directShare part of imports that the supplier ships
/// @param directShareOfSupply part of imports and own production that the supplier ships
/// @param tracedShare part of the supply that the supplier handled at this or any earlier stage
/// @param originShare part of the goods that the importer uses at the end that the supplier made at this stage
/// @param worldShare part of world production that the supplier makes
/// @param hhi concentration of world production, by place
/// @param hhiImports concentration of imports, by place of shipment
/// @param netImportReliance `(imports - exports) / (production + imports - exports)`; 0 for a net exporter
/// @param lostIfGone part of the supply lost at once if the supplier vanishes: no stocks, no rerouting
/// @param largestMaker share of the largest place in world production
/// @param largestThreeMakers share of the three largest
/// @param effectiveMakers number of equal places that would be as concentrated, `1 / hhi`
/// @param largestOrigin share of the largest place of shipment in imports
/// @param largestThreeOrigins share of the three largest
/// @param effectiveOrigins number of equal places that would be as concentrated, `1 / hhiImports`
public record StageExposure(
        Stage stage,
        String productId,
        String importer,
        String supplier,
        Explained directShare,
        Explained directShareOfSupply,
        Explained tracedShare,
        Explained originShare,
        Explained worldShare,
        Explained hhi,
        Explained hhiImports,
        Explained netImportReliance,
        Explained lostIfGone,
        Explained largestMaker,
        Explained largestThreeMakers,
        Explained effectiveMakers,
        Explained largestOrigin,
        Explained largestThreeOrigins,
        Explained effectiveOrigins) {}
