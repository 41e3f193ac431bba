package org.monazite.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.WhatIf;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.exposure.Contributions;
import org.monazite.exposure.Exposure;
import org.monazite.exposure.Importer;
import org.monazite.exposure.Rerouting;
import org.monazite.exposure.StageExposure;
import org.monazite.exposure.WeakLink;
import org.monazite.supply.SupplyNetwork;

/// How importers depend on the suppliers of one chain.
public final class ChainExposure {

    private final String chain;
    private final SupplyNetwork network;
    private final Atlas atlas;
    private final Progress progress;

    ChainExposure(String chain, SupplyNetwork network, Atlas atlas, Progress progress) {
        this.chain = chain;
        this.network = network;
        this.atlas = atlas;
        this.progress = progress;
    }

    /// How importers depend on a supplier, by product in the order of the chain.
    public List<StageExposure> by(List<Importer> importers, String supplier) {
        Exposure exposure = Exposure.of(network);
        List<StageExposure> rows = new ArrayList<>();
        importers.forEach(importer -> rows.addAll(exposure.by(importer, supplier)));
        return rows;
    }

    /// Which unverified figures the headline numbers of the chain hang on.
    ///
    /// @param partners whose shares and losses count
    /// @param supplier on whom they depend, and who stops
    public Influences influences(List<String> partners, String supplier) throws IOException {
        WhatIf whatIf = atlas.whatIf(chain);
        List<FigureRecord> figures = whatIf.unverified();
        progress.step("progress.influence", figures.size());
        return Influences.of(network, whatIf, figures, partners, supplier, progress);
    }

    /// Suppliers of single products by what an importer loses without them, worst first.
    public List<WeakLink> weakestLinks(Importer importer) {
        return Exposure.of(network).weakestLinks(importer);
    }

    /// What an importer loses without a place, at once and after everything that can be re-routed is.
    public Rerouting without(Importer importer, String place, String productId) {
        return Rerouting.without(network, importer, place, productId, Rerouting.Stretch.DEFAULT);
    }

    /// Who inside a coalition bears its exposure to a supplier, by product in the order of the chain.
    public List<Contributions> contributions(Importer coalition, String supplier) {
        return network.products().stream()
                .map(product -> Contributions.of(network, coalition, supplier, product.id()))
                .filter(parts -> parts.members().stream().anyMatch(member -> member.fromSupplierTonnes() > 0))
                .toList();
    }
}
