package org.monazite.atlas.chain;

import java.util.List;
import java.util.Optional;
import org.monazite.atlas.imports.TradeFlow;
import org.monazite.atlas.pack.Pack;

/// What the lines of national lists of codes mean, so that two lists can be held side by side.
public final class NationalLines {

    private final CustomsCodes codes;

    private NationalLines(CustomsCodes codes) {
        this.codes = codes;
    }

    /// The lines that a pack says something of.
    public static NationalLines of(Pack pack) {
        return new NationalLines(CustomsCodes.of(pack));
    }

    /// What a flow is about, in words that another list shares: six digits where the list does not divide them, else
    /// the product if nearly all of the line is one.
    ///
    /// @return nothing where the line means something that no other list does
    public Optional<String> shared(TradeFlow flow) {
        if (!codes.isFiner(flow)) {
            return Optional.of(flow.heading());
        }
        List<CustomsCodes.Share> products = codes.under(flow.scheme(), flow.code()).stream()
                .filter(share -> share.role() == CustomsCodes.Role.EXCLUSIVE
                        || share.role() == CustomsCodes.Role.MIXED
                                && share.share().low() >= TradeBeside.PURE)
                .toList();
        return products.size() == 1 ? Optional.of(products.getFirst().product()) : Optional.empty();
    }
}
