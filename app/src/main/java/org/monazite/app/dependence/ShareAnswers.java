package org.monazite.app.dependence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.app.Workbench;
import org.monazite.atlas.Comparables;
import org.monazite.exposure.BasketShare;
import org.monazite.exposure.Importer;
import org.monazite.exposure.PublishedShare;
import org.monazite.exposure.StageExposure;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.Price;
import org.monazite.supply.Product;
import org.monazite.supply.Range;
import org.monazite.supply.Recipe;
import org.monazite.supply.Stage;
import org.monazite.supply.SupplyNetwork;

/// The share of one place in the imports of another, as many true answers as there are ways to count:
/// published series, single elements, single stages direct and traced, and baskets of a chain by weight,
/// value and element.
final class ShareAnswers {

    private static final List<String> RARE_EARTHS = List.of(
            "dy.oxide",
            "tb.oxide",
            "y.oxide",
            "ce.oxide",
            "la.oxide",
            "nd.oxide",
            "ndpr.oxide",
            "ndpr.metal",
            "ree.oxide",
            "ree.all",
            "ndfeb.magnet");

    private final Workbench workbench;
    private final String chain;
    private final Importer importer;
    private final String supplier;
    private final List<ShareAnswer> answers = new ArrayList<>();

    ShareAnswers(Workbench workbench, String chain, Importer importer, String supplier) {
        this.workbench = workbench;
        this.chain = chain;
        this.importer = importer;
        this.supplier = supplier;
    }

    List<ShareAnswer> all() throws IOException {
        if (importer.name().equals("JPN") && supplier.equals("CHN")) {
            for (PublishedShare each :
                    PublishedShare.chinaOfJapan(workbench.atlas().series())) {
                ShareAnswer.Basis basis = switch (each.counting()) {
                    case WEIGHT -> ShareAnswer.Basis.PUBLISHED_WEIGHT;
                    case VALUE_RAW -> ShareAnswer.Basis.PUBLISHED_VALUE_RAW;
                    case VALUE_WITH_MAGNETS -> ShareAnswer.Basis.PUBLISHED_VALUE_MAGNETS;
                    case VALUE_METALS -> ShareAnswer.Basis.PUBLISHED_VALUE_METALS;
                };
                answers.add(new ShareAnswer(basis, "", each.period(), each.share(), counted(each)));
            }
        }
        printed();
        stages();
        baskets();
        answers.sort(Comparator.comparing(ShareAnswer::basis)
                .thenComparing(ShareAnswer::productId)
                .thenComparing(ShareAnswer::period, Comparator.reverseOrder()));
        return answers;
    }

    private static String counted(PublishedShare share) {
        return share.note().isEmpty() ? share.definition() : share.definition() + "; " + share.note();
    }

    /// What sources print on single elements and products.
    private void printed() throws IOException {
        for (Comparables.ImportShare row : workbench.atlas().comparables().importShares()) {
            boolean asked = importer.name().equals(row.place())
                    && supplier.equals(row.partner())
                    && RARE_EARTHS.contains(row.product())
                    && !(row.product().equals("ree.all") && importer.name().equals("JPN")); // among the series
            boolean metals =
                    row.product().equals("ndpr.metal") && importer.name().equals("JPN");
            if (asked && !metals) {
                Explained share = new Explained(
                        "share of imports as published",
                        row.percent().value() / 100,
                        row.percent().low() / 100,
                        Math.min(1, row.percent().high() / 100),
                        "share",
                        "as published: " + row.detail(),
                        row.flag(),
                        row.flag() == Flag.UNVERIFIED ? 1 : 0,
                        List.of(new Explained.Term(
                                row.product() + " " + row.period(),
                                row.percent().value(),
                                "%",
                                row.flag(),
                                List.of(row.citation()))));
                answers.add(new ShareAnswer(
                        row.basis().equals("value")
                                ? ShareAnswer.Basis.PUBLISHED_PRODUCT_VALUE
                                : ShareAnswer.Basis.PUBLISHED_PRODUCT_WEIGHT,
                        row.product(),
                        row.period(),
                        share,
                        row.detail()));
            }
        }
    }

    private void stages() throws IOException {
        String year = String.valueOf(workbench.network(chain).id().year());
        for (StageExposure row : workbench.exposure(chain).by(List.of(importer), supplier)) {
            add(ShareAnswer.Basis.DIRECT, row.productId(), year, row.directShare());
            add(ShareAnswer.Basis.TRACED, row.productId(), year, row.tracedShare());
        }
    }

    private void add(ShareAnswer.Basis basis, String product, String year, Explained share) {
        if (share.isDefined()) {
            answers.add(new ShareAnswer(basis, product, year, share, share.formula()));
        }
    }

    /// The raw materials of the chain in one basket, and the same with its components.
    private void baskets() throws IOException {
        SupplyNetwork network = workbench.network(chain);
        String year = String.valueOf(network.id().year());
        List<String> raw = new ArrayList<>();
        List<String> withComponents = new ArrayList<>();
        for (Product product : network.products()) {
            if (product instanceof Product.Mineral mineral) {
                boolean isRaw = mineral.stage() == Stage.REFINED || mineral.stage() == Stage.METAL;
                if (isRaw) {
                    raw.add(product.id());
                }
                if (isRaw || mineral.stage() == Stage.COMPONENT) {
                    withComponents.add(product.id());
                }
            }
        }
        Map<String, BasketShare.Factor> prices = prices(year);
        Map<String, BasketShare.Factor> content = content(network);
        for (List<String> basket : List.of(raw, withComponents)) {
            String name = String.join(" + ", basket);
            for (BasketShare.Counting counting : BasketShare.Counting.values()) {
                BasketShare share = BasketShare.of(
                        network,
                        importer,
                        supplier,
                        basket,
                        counting,
                        counting == BasketShare.Counting.VALUE ? prices : content);
                if (share.share().isDefined()) {
                    String left = share.withoutFactor().isEmpty() ? "" : "; not counted: " + share.withoutFactor();
                    ShareAnswer.Basis basis = switch (counting) {
                        case WEIGHT -> ShareAnswer.Basis.BASKET_WEIGHT;
                        case VALUE -> ShareAnswer.Basis.BASKET_VALUE;
                        case ELEMENT -> ShareAnswer.Basis.BASKET_ELEMENT;
                    };
                    answers.add(new ShareAnswer(basis, "", year, share.share(), name + left));
                }
            }
        }
    }

    /// The span of the quotes of the year that no policy sets; their middle is the price.
    private Map<String, BasketShare.Factor> prices(String year) throws IOException {
        Map<String, double[]> spans = new TreeMap<>();
        Map<String, Flag> flags = new TreeMap<>();
        for (Price price : workbench.atlas().prices()) {
            if (price.period().startsWith(year) && !price.policy()) {
                double[] span =
                        spans.computeIfAbsent(price.productId(), _ -> new double[] {Double.POSITIVE_INFINITY, 0, 0, 0});
                span[0] = Math.min(span[0], price.usdPerTonne());
                span[1] = Math.max(span[1], price.usdPerTonne());
                span[2] += price.usdPerTonne();
                span[3]++;
                flags.merge(price.productId(), price.flag(), Flag::and);
            }
        }
        Map<String, BasketShare.Factor> factors = new TreeMap<>();
        spans.forEach((product, span) -> factors.put(
                product,
                new BasketShare.Factor(
                        new Range(Math.clamp(span[2] / span[3], span[0], span[1]), span[0], span[1]),
                        flags.getOrDefault(product, Flag.DERIVED))));
        return factors;
    }

    /// Tonnes of the element in a tonne: of an oxide by its formula, of a metal all, of an alloy or component
    /// what its recipe puts in.
    private Map<String, BasketShare.Factor> content(SupplyNetwork network) throws IOException {
        Map<String, Double> oxides = workbench.atlas().comparables().elementPerCompound();
        Map<String, BasketShare.Factor> factors = new TreeMap<>();
        for (Product product : network.products()) {
            if (product instanceof Product.Mineral mineral) {
                Double oxide = oxides.get(mineral.material().id());
                if (mineral.stage() == Stage.METAL) {
                    factors.put(product.id(), BasketShare.Factor.ONE);
                } else if (mineral.stage() == Stage.REFINED
                        && oxide != null
                        && product.id().endsWith("oxide")) {
                    factors.put(product.id(), new BasketShare.Factor(Range.exactly(oxide), Flag.DERIVED));
                }
            }
        }
        for (Recipe recipe : workbench.atlas().recipes()) {
            if (recipe.outputProduct().equals("ndfeb.alloy")
                    && recipe.inputProduct().equals("ndpr.metal")) {
                factors.put("ndfeb.magnet", new BasketShare.Factor(recipe.inputPerOutput(), recipe.flag()));
            }
        }
        return factors;
    }
}
