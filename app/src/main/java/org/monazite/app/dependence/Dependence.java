package org.monazite.app.dependence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.monazite.app.Workbench;
import org.monazite.exposure.CompanyExposure;
import org.monazite.exposure.DrawSettings;
import org.monazite.exposure.DrawnExposure;
import org.monazite.exposure.Importer;
import org.monazite.exposure.LedgerLine;
import org.monazite.exposure.MaterialMethods;
import org.monazite.exposure.RankStability;
import org.monazite.exposure.Trend;
import org.monazite.supply.SupplyNetwork;

/// The use cases of dependence beyond one network: what a workbench says about materials, trade, goods,
/// purchases and years.
public final class Dependence {

    private final Workbench workbench;

    /// Dependence by what a workbench holds.
    public Dependence(Workbench workbench) {
        this.workbench = workbench;
    }

    /// Every material by all methods of comparison, for one importer; by product.
    public List<MaterialMethods> methods(Importer importer) throws IOException {
        return new Materials(workbench)
                .inputs(importer).stream()
                        .map(input -> MaterialMethods.of(input, importer))
                        .toList();
    }

    /// How sure the shares of a supplier in an importer's supply are.
    public DrawnExposure drawn(String chain, Importer importer, String supplier, DrawSettings settings)
            throws IOException {
        return DrawnExposure.of(workbench.network(chain), importer, supplier, settings);
    }

    /// How firmly each method orders the materials.
    ///
    /// @param top the `k` of `P(in top k)`
    public RankStability stability(Importer importer, int top, DrawSettings settings) throws IOException {
        Materials materials = new Materials(workbench);
        return RankStability.of(materials.inputs(importer), importer, materials.riskErrors(), top, settings);
    }

    /// How a company depends on a place, by its purchases: one answer for each product of the chain that it
    /// buys, by product. Whoever reads a ledger file hands its lines over here; they are kept nowhere.
    ///
    /// @param basis whether lines count by tonnes or by money
    public List<CompanyExposure> company(
            String chain, List<LedgerLine> ledger, String supplier, CompanyExposure.Basis basis) throws IOException {
        SupplyNetwork network = workbench.network(chain);
        return new TreeSet<>(ledger.stream().map(LedgerLine::productId).toList())
                .stream()
                        .filter(product -> network.findProduct(product).isPresent())
                        .map(product -> CompanyExposure.of(ledger, product, network, supplier, basis))
                        .toList();
    }

    /// GeoPolRisk of an importer from imported trade, one answer a customs code, by code.
    ///
    /// @param code six digits; empty for every code that the atlas knows a product behind
    /// @throws Problem if no import has such trade, or no product stands behind the code
    public List<TradeRisk> tradeRisks(Importer importer, int year, String code) throws IOException {
        return new TradeRisks(workbench, importer, year).of(code);
    }

    /// The private ledgers of the workspace, as exposure counts purchases.
    ///
    /// @param ledgerId one ledger; empty for all
    /// @throws Problem if there is none, or none of that name
    public CompanyLedger ledger(String ledgerId) throws IOException {
        return CompanyLedger.of(workbench.atlas().imported(), ledgerId);
    }

    /// Magnets inside imported goods, by imported trade and by the uses of the magnet chain.
    ///
    /// @param year year of the trade; empty for the newest that an import holds
    public EmbodiedAnswer embodied(Importer importer, String supplier, OptionalInt year) throws IOException {
        return new EmbodiedGoods(workbench, importer, supplier).answer(year);
    }

    /// The share of a place in an importer's imports, by all that can be counted.
    public List<ShareAnswer> shares(String chain, Importer importer, String supplier) throws IOException {
        return new ShareAnswers(workbench, chain, importer, supplier).all();
    }

    /// Measures over the years: shares of a place in world production and concentration, its printed net
    /// import reliance, and published shares.
    public List<Trend> history(String place) throws IOException {
        Histories histories = new Histories(workbench);
        List<Trend> trends = new ArrayList<>(histories.production(place));
        trends.addAll(histories.reliance(place));
        if (place.equals("CHN")) {
            trends.addAll(histories.published());
        }
        return trends;
    }
}
