package org.monazite.atlas.chain;

import java.util.HashMap;
import java.util.Map;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Row;
import org.monazite.supply.Basis;
import org.monazite.supply.Material;
import org.monazite.supply.Place;
import org.monazite.supply.Product;
import org.monazite.supply.Stage;

/// Places, materials and products of the pack, by code.
public final class Words {

    private static final Map<String, Place> SYNTHETIC = Map.of(
            "EU27", new Place("EU27", "European Union", "欧州連合"),
            "ROW", new Place("ROW", "Rest of the world", "その他の国・地域"),
            "WLD", new Place("WLD", "World", "世界"));

    private final Map<String, Place> places = new HashMap<>(SYNTHETIC);
    private final Map<String, Material> materials = new HashMap<>();
    private final Map<String, Product> products = new HashMap<>();

    private Words() {}

    /// Reads the tables of countries, materials and products.
    public static Words of(Pack pack) {
        Words words = new Words();
        for (Row row : pack.table("countries")) {
            if (row.text("name_ja").isEmpty()) {
                continue; // places that exist no more, such as the Netherlands Antilles
            }
            Place place = new Place(row.text("iso3"), row.text("name_en"), row.text("name_ja"));
            words.places.put(place.code(), place);
        }
        for (Row row : pack.table("materials")) {
            Material material =
                    new Material(row.text("material_id"), row.text("symbol"), row.text("name_en"), row.text("name_ja"));
            words.materials.put(material.id(), material);
        }
        for (Row row : pack.table("products")) {
            words.products.put(
                    row.text("product_id"),
                    new Product.Mineral(
                            row.text("product_id"),
                            words.material(row.text("material_id")),
                            Stage.of(row.text("stage_id")),
                            new Basis(row.text("unit_basis")),
                            row.text("name_en"),
                            row.text("name_ja")));
        }
        return words;
    }

    /// The place of this code.
    ///
    /// @throws IllegalArgumentException if the pack has none
    public Place place(String code) {
        return known(places, code, "place");
    }

    /// The product of this id.
    ///
    /// @throws IllegalArgumentException if the pack has none
    public Product product(String id) {
        return known(products, id, "product");
    }

    /// All places by code.
    public Map<String, Place> places() {
        return Map.copyOf(places);
    }

    /// All products by id.
    public Map<String, Product> products() {
        return Map.copyOf(products);
    }

    /// All materials by id.
    public Map<String, Material> materials() {
        return Map.copyOf(materials);
    }

    private Material material(String id) {
        return known(materials, id, "material");
    }

    private static <T> T known(Map<String, T> map, String key, String kind) {
        T value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("The pack has no %s '%s'.".formatted(kind, key));
        }
        return value;
    }
}
