package org.monazite.app.trail;

import java.io.IOException;
import java.util.Map;
import org.monazite.app.Workbench;
import org.monazite.supply.Place;
import org.monazite.supply.Product;

/// Names of places and products in both languages; the code of what has none.
final class Names {

    private final Map<String, Place> places;
    private final Map<String, Product> products;

    Names(Workbench workbench) throws IOException {
        this.places = workbench.atlas().places();
        this.products = workbench.atlas().products();
    }

    Said place(String code) {
        Place place = places.get(code);
        return place == null ? new Said(code, code) : new Said(place.nameEn(), place.nameJa());
    }

    Said product(String id) {
        Product product = products.get(id);
        return product == null ? new Said(id, id) : new Said(plain(product.nameEn()), plain(product.nameJa()));
    }

    private static String plain(String name) {
        return name.replaceAll(" *[((][^))]*[))]", "");
    }
}
