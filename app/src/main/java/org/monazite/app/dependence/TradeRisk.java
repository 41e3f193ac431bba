package org.monazite.app.dependence;

import java.util.Optional;
import org.monazite.atlas.Comparables.CustomsCode;
import org.monazite.exposure.GeoPolRiskStudy;

/// GeoPolRisk of one customs code, and what it was counted from.
///
/// @param code the code and the product behind it
/// @param tradeScheme list that the trade is in
/// @param importId the import that the trade is from
/// @param study score, import risk, characterisation factor, both ways
/// @param partners number of partners
/// @param tonnes imports whose quantity is stated
/// @param taiwan part of them from Taiwan, 0..1
/// @param productionYear year of world production, the nearest that a source has
/// @param productionSource who says so
/// @param governanceYear year of political stability, the nearest that a source has
/// @param own own production
public record TradeRisk(
        CustomsCode code,
        String tradeScheme,
        String importId,
        GeoPolRiskStudy study,
        int partners,
        double tonnes,
        double taiwan,
        int productionYear,
        String productionSource,
        int governanceYear,
        Own own) {

    /// Own production.
    ///
    /// @param tonnes on the basis of the product; 0 where none is published
    /// @param traded the same in tonnes of traded goods
    /// @param published false if the source withholds it or does not have it
    public record Own(double tonnes, double traded, boolean published) {}

    /// The scheme of the table of codes, where the trade is in another.
    public Optional<String> otherScheme() {
        String ours = code.scheme().replace("HS20", "HS");
        return tradeScheme.equals(ours) || tradeScheme.equals("HS") ? Optional.empty() : Optional.of(code.scheme());
    }
}
