package org.monazite.atlas.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.atlas.pack.Pack;
import org.monazite.atlas.pack.Row;
import org.monazite.supply.Nearest;

/// Names of places and products as sources write them. A name that may mean two things is never guessed.
public final class Lexicon {

    /// Numeric codes of the United Nations where BACI and Comtrade use another, and the other way round.
    private static final Map<Integer, String> NUMERIC =
            Map.of(840, "USA", 250, "FRA", 356, "IND", 578, "NOR", 756, "CHE", 158, "TWN");

    private static final Set<String> ISO = Set.copyOf(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3));

    /// Places with codes that are none of ISO 3166, and of the past, as sources of governance and mining write them.
    private static final Set<String> OUTSIDE = Set.of(
            "kosovo",
            "xkx",
            "ksv",
            "ant",
            "netherlands antilles",
            "netherlands antilles (former)",
            "jersey",
            "jersey, channel islands",
            "guernsey",
            "isle of man",
            "french guiana",
            "guadeloupe");

    private final Map<String, Set<String>> places = new TreeMap<>();
    private final Map<Integer, String> numeric = new TreeMap<>(NUMERIC);
    private final Map<String, String> twoLetters = new TreeMap<>();
    private final Map<String, Map<String, String>> customs = new TreeMap<>();
    private final Map<String, Set<String>> products = new TreeMap<>();
    private final Map<String, String> basis = new TreeMap<>();
    private final Set<String> codes = new TreeSet<>();

    private Lexicon() {}

    /// The names of a pack and the alias table.
    public static Lexicon of(Pack pack) {
        Lexicon lexicon = new Lexicon();
        lexicon.place("EU27", "EU27");
        for (Row row : pack.table("countries")) {
            String code = row.text("iso3");
            boolean synthetic = row.text("iso2").isEmpty();
            if (row.text("name_ja").isEmpty() || synthetic && !code.equals("ROW") && !code.equals("WLD")) {
                lexicon.numeric(row.text("baci_code"), code); // places of the past and leftovers of BACI
                continue;
            }
            lexicon.place(code, code);
            lexicon.twoLetters.put(row.text("iso2"), code);
            lexicon.place(row.text("name_en"), code);
            lexicon.place(row.text("name_ja"), code);
            lexicon.numeric(row.text("baci_code"), code);
        }
        for (Row row : pack.table("customs_places")) {
            lexicon.customs
                    .computeIfAbsent(row.text("list"), _ -> new TreeMap<>())
                    .put(row.text("code"), row.text("iso3"));
        }
        for (Row row : pack.table("products")) {
            String id = row.text("product_id");
            lexicon.basis.put(id, row.text("unit_basis"));
            for (String name : new String[] {id, row.text("name_en"), row.text("name_ja")}) {
                lexicon.products
                        .computeIfAbsent(key(name), _ -> new TreeSet<>())
                        .add(id);
            }
        }
        lexicon.aliases();
        return lexicon;
    }

    private void place(String name, String code) {
        codes.add(code);
        places.computeIfAbsent(placeKey(name), _ -> new TreeSet<>()).add(code);
    }

    /// Names of places are also compared without difference between `&` and `and`.
    private static String placeKey(String name) {
        return key(name.replace("&", " and "));
    }

    private void numeric(String number, String code) {
        if (!number.isEmpty() && !(number.equals("490") && !code.equals("TWN"))) {
            numeric.put(Integer.parseInt(number), code);
        }
    }

    private void aliases() {
        try (InputStream in = Lexicon.class.getResourceAsStream("place_aliases.csv")) {
            if (in == null) {
                throw new IllegalStateException("The program was built without the names of places.");
            }
            // Names that the alias table lists are settled by it alone: "Congo" has two candidates there.
            Map<String, Set<String>> listed = new TreeMap<>();
            for (NamedCsvRecord row :
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                listed.computeIfAbsent(placeKey(row.getField("name")), _ -> new TreeSet<>())
                        .add(row.getField("code"));
            }
            places.putAll(listed);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the names of places", e);
        }
    }

    /// Names are compared without case, accents, full stops and repeated blanks.
    static String key(String name) {
        String flat = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{Mn}", "");
        return flat.replace('’', '\'')
                .replace(".", "")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /// The codes a name may mean; none when it is unknown, several when it is ambiguous.
    Set<String> places(String name) {
        return places.getOrDefault(placeKey(name), Set.of());
    }

    /// Whether a name that no list holds shares a word of four letters or more with the names of a place.
    boolean mayBe(String name, String place) {
        Set<String> words = words(name);
        for (Map.Entry<String, Set<String>> each : places.entrySet()) {
            if (each.getValue().contains(place) && !java.util.Collections.disjoint(words(each.getKey()), words)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> words(String name) {
        Set<String> words = new TreeSet<>();
        for (String word :
                key(name.length() > 200 ? name.substring(0, 200) : name).split("[^\\p{L}]+")) {
            if (word.length() > 3 || word.codePoints().anyMatch(c -> c > 0x2e80)) {
                words.add(word);
            }
        }
        return words;
    }

    /// Whether a code or name is that of a place on earth that the atlas does not hold: its lines are passed over.
    boolean isOutside(String name) {
        return places(name).isEmpty() && (ISO.contains(name) || OUTSIDE.contains(key(name)));
    }

    /// The place of a numeric code of BACI or of the United Nations, also of places of the past.
    Optional<String> place(int number) {
        return Optional.ofNullable(numeric.get(number));
    }

    /// The place of a code of ISO 3166 with two letters; `NA` is Namibia.
    Optional<String> twoLetters(String code) {
        return code.isEmpty() ? Optional.empty() : Optional.ofNullable(twoLetters.get(code));
    }

    /// What a code of a customs office means: a place, empty where it is none that the atlas holds.
    ///
    /// @param list whose code it is, such as `JPN`
    /// @return nothing where the list has no such code
    Optional<String> customsPlace(String list, String code) {
        return Optional.ofNullable(customs.getOrDefault(list, Map.of()).get(code));
    }

    /// All numeric codes with their places.
    Map<Integer, String> numericPlaces() {
        return numeric;
    }

    /// Whether a code names a place of the atlas, synthetic ones included.
    boolean isPlace(String code) {
        return codes.contains(code);
    }

    /// The ids a name of a product may mean.
    Set<String> products(String name) {
        return products.getOrDefault(key(name), Set.of());
    }

    /// What the tonnes of a product are tonnes of.
    String basis(String product) {
        return basis.getOrDefault(product, "");
    }

    /// The known place name that is nearest, with its code.
    String nearestPlace(String name) {
        return Nearest.of(key(name), places.keySet())
                .map(each -> each + " = " + String.join(", ", places.getOrDefault(each, Set.of())))
                .orElse("");
    }

    /// The known product that is nearest.
    String nearestProduct(String name) {
        return Nearest.of(key(name), products.keySet())
                .map(each -> String.join(", ", products.getOrDefault(each, Set.of())))
                .orElse("");
    }
}
