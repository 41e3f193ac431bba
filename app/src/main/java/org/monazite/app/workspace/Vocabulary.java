package org.monazite.app.workspace;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Place;
import org.monazite.supply.Product;
import org.monazite.supply.SupplyNetwork;

/// The words a user may say about a network: places by code or name, products by id or as `material.stage`, lanes.
public final class Vocabulary {

    private final Map<String, String> places = new TreeMap<>();
    private final Map<String, List<String>> products = new TreeMap<>();
    private final TreeSet<String> codes = new TreeSet<>();
    private final TreeSet<String> ids = new TreeSet<>();
    private final TreeSet<String> lanes = new TreeSet<>();
    private final Map<String, String> makers = new TreeMap<>();

    private Vocabulary() {}

    /// The words of a network.
    public static Vocabulary of(SupplyNetwork network) {
        Vocabulary words = new Vocabulary();
        for (Place place : network.places()) {
            words.codes.add(place.code());
            words.places.put(key(place.code()), place.code());
            words.places.putIfAbsent(key(place.nameEn()), place.code());
            words.places.putIfAbsent(key(place.nameJa()), place.code());
        }
        for (Product product : network.products()) {
            words.ids.add(product.id());
            words.products.put(product.id(), List.of(product.id()));
        }
        for (Product product : network.products()) {
            if (product instanceof Product.Mineral mineral) {
                words.products.computeIfAbsent(
                        mineral.material().id() + "." + mineral.stage().id(), _ -> List.of(product.id()));
            }
        }
        for (int node = 0; node < network.nodes().size(); node++) {
            if (network.nodes().kind(node) != NodeKind.POOL) {
                words.makers.put(key(network.nodes().key(node)), network.nodes().key(node));
            }
        }
        network.routes().forEach(route -> words.lanes.addAll(route.lanes()));
        return words;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /// The code of a place.
    public Optional<String> findPlace(String word) {
        return Optional.ofNullable(places.get(key(word)));
    }

    /// The codes of the places that an option names, each once, in their order.
    ///
    /// @param where the option, such as `--for`
    /// @throws Problem if one is not known
    public List<String> places(List<String> said, String where) {
        return said.stream()
                .map(word -> place(word.strip(), ExitCode.NOT_FOUND, where))
                .distinct()
                .toList();
    }

    /// The code of a place.
    ///
    /// @param code how the command ends if there is none
    /// @param where where the word stands
    public String place(String word, ExitCode code, String where) {
        return findPlace(word).orElseThrow(() -> Problem.unknown(code, "kind.place", word, where, placeWords(word)));
    }

    /// Codes are what a short word in capitals was meant to be, names what a long one was.
    private Collection<String> placeWords(String word) {
        return word.length() <= 4 ? codes : new TreeSet<>(places.keySet());
    }

    /// The id of a product.
    public String product(String word, ExitCode code, String where) {
        List<String> found = products.get(word.strip().toLowerCase(Locale.ROOT));
        if (found == null) {
            throw Problem.unknown(code, "kind.product", word, where, ids);
        }
        return found.getFirst();
    }

    /// A product, or the key of a node that makes something, such as `JPN/ndpr.oxide/recycled`.
    public String maker(String word, ExitCode code, String where) {
        String node = makers.get(key(word));
        if (node != null) {
            return node;
        }
        if (word.contains("/")) {
            throw Problem.unknown(code, "kind.maker", word, where, makers.values());
        }
        return product(word, code, where);
    }

    /// The id of a lane.
    public String lane(String word, ExitCode code, String where) {
        String lane = word.strip().toUpperCase(Locale.ROOT);
        if (!lanes.contains(lane)) {
            throw Problem.unknown(code, "kind.lane", word, where, lanes);
        }
        return lane;
    }
}
