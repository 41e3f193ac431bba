package org.monazite.atlas;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.monazite.atlas.chain.BalancedChain;
import org.monazite.atlas.chain.ImportedFacts;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Row;
import org.monazite.supply.Flag;
import org.monazite.supply.Product;
import org.monazite.supply.SupplyNetwork;

/// A chain as it would be if one figure of the pack were another number. Nothing is kept; imports count as in the
/// version
/// in force.
public final class WhatIf {

    /// Tables with a range that the network of a chain is made from.
    private static final List<String> TABLES = List.of("baseline_stage", "baseline_links", "demand", "stocks");

    private static final MathContext DIGITS = new MathContext(12);

    private final String chain;
    private final Pack pack;
    private final ImportedFacts imported;
    private final Set<String> products = new TreeSet<>();

    WhatIf(String chain, SupplyNetwork network, Pack pack, ImportedFacts imported) {
        this.chain = chain;
        this.pack = pack;
        this.imported = imported;
        for (Product product : network.products()) {
            products.add(product.id());
        }
    }

    /// Figures of the chain's products that no document stands behind and that have a range, in the order of the pack.
    public List<FigureRecord> unverified() {
        return pack.figures().stream()
                .filter(figure -> figure.flag() == Flag.UNVERIFIED && figure.high() > figure.low())
                .filter(figure -> TABLES.contains(table(figure)))
                .filter(figure -> products.contains(row(figure).text("product_id")))
                .toList();
    }

    /// The network if a figure were another number.
    ///
    /// @param figure of the pack
    /// @throws IllegalStateException if the chain does not balance with it
    public SupplyNetwork network(FigureRecord figure, double value) {
        String column = figure.locator().split(":", 3)[2];
        String text = new BigDecimal(value).round(DIGITS).toPlainString();
        Pack other = pack.with(row(figure), Map.of(column, text));
        return BalancedChain.one(chain, other, imported, "").network();
    }

    private Row row(FigureRecord figure) {
        long line = Long.parseLong(figure.locator().split(":", 3)[1]);
        return pack.row(table(figure), line).orElseThrow();
    }

    private static String table(FigureRecord figure) {
        return figure.locator().replaceFirst("\\.csv:.*", "");
    }
}
