package org.monazite.atlas.chain;

import java.util.List;
import org.monazite.supply.Range;

/// An imported figure on a quantity of a chain: as an observation of its balance, or left out as a gross error.
///
/// @param label how the observation is named in the balance, such as `flow w.apt CHN>JPN (baci-0123456789ab)`
/// @param parts what it was made from; one for each import and code of a flow
/// @param tonnes what they say in tonnes of the product
/// @param sd its standard deviation, t
/// @param chainTonnes what the chain says without it; NaN where it says nothing
/// @param z how far apart the two are beyond what both allow, see `docs/methods.md`; 0 where nothing was to be compared
/// @param suspect left out as a gross error
public record ImportUse(
        String label, List<Part> parts, double tonnes, double sd, double chainTonnes, double z, boolean suspect) {

    /// Copies the list.
    public ImportUse {
        parts = List.copyOf(parts);
    }

    /// Lines of one import under one code, or one figure on production.
    ///
    /// @param importId the import
    /// @param scheme revision of the code; empty for production
    /// @param code six digits; empty for production
    /// @param figures ids of the figures that were added
    /// @param tonnes what they say together, t gross for trade
    /// @param share part of the code that is the product, 0..1
    /// @param factor tonnes of the product per tonne
    public record Part(
            String importId,
            String scheme,
            String code,
            List<String> figures,
            double tonnes,
            Range share,
            double factor) {

        /// Copies the list.
        public Part {
            figures = List.copyOf(figures);
        }
    }

    /// All figures.
    public List<String> figures() {
        return parts.stream().flatMap(part -> part.figures().stream()).toList();
    }

    /// Whether this is about trade.
    public boolean trade() {
        return parts.stream().noneMatch(part -> part.code().isEmpty());
    }
}
