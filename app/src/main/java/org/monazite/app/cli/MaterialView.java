package org.monazite.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.brief.Numbers;
import org.monazite.exposure.Concentration;
import org.monazite.supply.Flag;
import org.monazite.supply.Material;
import org.monazite.supply.Product;
import org.monazite.supply.SupplyNetwork;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A material: who makes it at each stage, by the balanced chain where it is in one, and as published.
final class MaterialView {

    private static final String PRODUCTION = "production";

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
        report.line(session.texts()
                .get("material.title", session.texts().pick(material.nameEn(), material.nameJa()), material.symbol()));
        List<Flag> flags = new ArrayList<>();
        ArrayNode balanced = report.json().putArray("balanced");
        for (String chain : atlas.chains()) {
            SupplyNetwork network = session.workbench().network(chain);
            Table table = chains.makers(network, products, balanced, flags);
            if (!table.isEmpty()) {
                report.line(session.texts()
                        .get("material.balanced", chain, network.id().year()));
                report.table(table);
            }
        }
        published(report, atlas, products, flags);
        words.legend(flags).forEach(report::line);
        return report;
    }

    private void published(Report report, Atlas atlas, List<Product> products, List<Flag> flags) throws IOException {
        Table table = new Table()
                .text("product", session.texts().get("column.product"))
                .text("period", session.texts().get("column.period"))
                .number("sum_t", session.texts().get("column.sum"))
                .text("makers", session.texts().get("column.makers"))
                .number("hhi", session.texts().get("column.hhi"));
        ArrayNode array = report.json().putArray("published");
        for (Product product : products) {
            String period = latest(atlas, product.id());
            Map<String, FigureRecord> figures = published(atlas, product.id(), period);
            Map<String, Double> byPlace = new TreeMap<>();
            figures.forEach((place, figure) -> byPlace.put(place, figure.value()));
            double total = 0;
            Flag flag = Flag.NONE;
            for (FigureRecord figure : figures.values()) {
                total += figure.value();
                flag = flag.and(figure.flag());
            }
            if (total > 0) {
                flags.add(flag);
                double hhi = Concentration.hhi(byPlace.values());
                table.row(
                        new Table.Cell(words.product(product.id()), product.id()),
                        Table.Cell.of(period),
                        Table.Cell.of(flag.mark() + numbers.tonnes(total), total),
                        chains.top(byPlace, total),
                        Table.Cell.of(numbers.hhi(hhi), hhi));
                ObjectNode node = array.addObject();
                node.put("product", product.id());
                node.put("period", period);
                node.put("flag", Json.flag(flag));
                node.set("hhi", Json.number(hhi));
                ArrayNode makers = node.putArray("makers");
                figures.forEach((place, figure) -> {
                    ObjectNode maker = makers.addObject();
                    maker.put("place", place);
                    maker.put("tonnes", figure.value());
                    maker.put("figure", figure.id());
                });
            }
        }
        if (table.isEmpty()) {
            report.line(session.texts().get("material.nothing"));
        } else {
            report.line(session.texts().get("material.published")).table(table);
        }
    }

    private static boolean isProduction(FigureRecord figure, String product) {
        return figure.subject().equals(product)
                && figure.measure().equals(PRODUCTION)
                && figure.locator().startsWith("production.csv")
                && !Double.isNaN(figure.value())
                && !figure.place().equals("WLD");
    }

    private static String latest(Atlas atlas, String product) {
        return atlas.figures().values().stream()
                .filter(figure -> isProduction(figure, product))
                .map(FigureRecord::period)
                .max(String::compareTo)
                .orElse("");
    }

    /// The first figure of each place for a period, in the order of the pack.
    private static Map<String, FigureRecord> published(Atlas atlas, String product, String period) {
        Map<String, FigureRecord> figures = new TreeMap<>();
        atlas.figures().values().stream()
                .filter(figure ->
                        isProduction(figure, product) && figure.period().equals(period))
                .forEach(figure -> figures.putIfAbsent(figure.place(), figure));
        return figures;
    }
}
