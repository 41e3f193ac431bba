package org.monazite.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.monazite.atlas.Atlas;
import org.monazite.brief.Numbers;
import org.monazite.exposure.ProductionShares;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.Material;
import org.monazite.supply.Product;
import org.monazite.supply.Production;
import org.monazite.supply.SupplyNetwork;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A material: who makes it at each stage, by the balanced chain where it is in one, and as published.
final class MaterialView {

    /// Years in which a source may say who makes a product, the newest first.
    private static final int NEWEST = 2026;

    private static final int OLDEST = 2000;
    private static final int TOP = 3;

    private final Session session;
    private final Words words;
    private final Numbers numbers;
    private final ChainView chains;

    MaterialView(Session session) throws IOException {
        this.session = session;
        this.words = new Words(session);
        this.numbers = session.numbers();
        this.chains = new ChainView(session);
    }

    Report of(Material material) throws IOException {
        Atlas atlas = session.workbench().atlas();
        List<Product> products = atlas.products().values().stream()
                .filter(product -> product instanceof Product.Mineral mineral
                        && mineral.material().id().equals(material.id()))
                .toList();
        Report report = new Report(Json.object());
        report.json().put("atlas", atlas.version());
        report.json().put("material", material.id());
        report.json().put("nameEn", material.nameEn());
        report.json().put("nameJa", material.nameJa());
        String name = session.texts().pick(material.nameEn(), material.nameJa());
        report.line(
                material.symbol().isEmpty() ? name : session.texts().get("material.title", name, material.symbol()));
        List<Flag> flags = new ArrayList<>();
        ArrayNode balanced = report.json().putArray("balanced");
        List<String> shown = new ArrayList<>();
        for (String chain : atlas.chains()) {
            SupplyNetwork network = session.workbench().network(chain);
            Table table = chains.makers(network, products, balanced, flags);
            if (!table.isEmpty()) {
                shown.add(chain);
                report.line(session.texts()
                        .get("material.balanced", chain, network.id().year()));
                report.table(table);
            }
        }
        published(report, atlas, products, flags);
        words.legend(flags).forEach(report::line);
        new ImportedView(session, atlas).closed(report, shown.toArray(String[]::new));
        return report;
    }

    private void published(Report report, Atlas atlas, List<Product> products, List<Flag> flags) throws IOException {
        Table table = new Table()
                .text("product", session.texts().get("column.product"))
                .text("period", session.texts().get("column.period"))
                .text("makers", session.texts().get("column.makers"))
                .number("hhi", session.texts().get("column.hhi"))
                .number("coverage", session.texts().get("column.coverage"))
                .text("withheld", session.texts().get("column.withheld"))
                .text("source", session.texts().get("column.source"));
        ArrayNode array = report.json().putArray("published");
        for (Product product : products) {
            for (Production production : latest(atlas, product.id())) {
                ProductionShares shares = ProductionShares.of(production);
                if (!shares.shares().isEmpty()) {
                    Explained hhi = shares.hhi();
                    flags.add(hhi.flag());
                    table.row(
                            new Table.Cell(words.product(product.id()), product.id()),
                            Table.Cell.of(shares.period()),
                            makers(shares),
                            Table.Cell.of(
                                    Words.mark(hhi.flag(), hhi.isDefined()) + numbers.hhi(hhi.value()), hhi.value()),
                            Table.Cell.of(numbers.share(shares.coverage()), shares.coverage()),
                            Table.Cell.of(String.join(",", shares.withheld())),
                            Table.Cell.of(shares.sourceId()));
                    array.add(json(shares));
                }
            }
        }
        if (table.isEmpty()) {
            report.line(session.texts().get("material.nothing"));
        } else {
            report.line(session.texts().get("material.published")).table(table);
        }
    }

    /// What the sources say of the newest year that any of them knows.
    private static List<Production> latest(Atlas atlas, String product) {
        for (int year = NEWEST; year >= OLDEST; year--) {
            List<Production> found = atlas.production(product, year);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private Table.Cell makers(ProductionShares shares) throws IOException {
        List<String> parts = new ArrayList<>();
        List<String> exact = new ArrayList<>();
        for (ProductionShares.Share each :
                shares.shares().subList(0, Math.min(TOP, shares.shares().size()))) {
            parts.add(words.place(each.place()) + " " + words.share(each.share()));
            exact.add(each.place() + " " + each.share().value());
        }
        return new Table.Cell(String.join(session.texts().isJapanese() ? "、" : ", ", parts), String.join("; ", exact));
    }

    private static ObjectNode json(ProductionShares shares) {
        ObjectNode node = Json.object();
        node.put("product", shares.productId());
        node.put("period", shares.period());
        node.put("source", shares.sourceId());
        node.set("coverage", Json.number(shares.coverage()));
        node.set("withheld", Json.strings(shares.withheld()));
        node.set("notAvailable", Json.strings(shares.notAvailable()));
        node.set("hhi", Json.explained(shares.hhi()));
        node.set("largestThree", Json.explained(shares.largestThree()));
        ArrayNode makers = node.putArray("makers");
        shares.shares().forEach(each -> {
            ObjectNode maker = makers.addObject();
            maker.put("place", each.place());
            maker.set("share", Json.explained(each.share()));
        });
        return node;
    }
}
