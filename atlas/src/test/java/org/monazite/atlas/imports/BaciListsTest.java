package org.monazite.atlas.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists of codes of an older edition of BACI beside the year.
class BaciListsTest {

    private static final String YEAR = """
            t,i,j,k,v,q
            2021,156,392,280530,18250.113,    1012.400
            2021,156,842,850511,7250.4,     640.100
            2021,276,251,10121,7250.4,     NA
            """;

    private static final String PLACES = """
            country_code,country_name_abbreviation,country_name_full,iso_2digit_alpha,iso_3digit_alpha
            156,China,China,CN,CHN
            251,France,"France, Monaco",FR,FRA
            276,Germany,Germany,DE,DEU
            392,Japan,Japan,JP,JPN
            842,USA,"USA, Puerto Rico and US Virgin Islands",US,USA
            """;

    private static final String PRODUCTS = """
            code,description
            10121,"Horses: live, pure-bred breeding animals"
            280530,"Earth-metals, rare"
            850511,"Magnets: permanent, of metal"
            9999AA,Commodities not specified according to kind
            """;

    @TempDir
    Path folder;

    private ImportResult read(String places) throws IOException {
        Map<String, String> parts = new TreeMap<>(Map.of(
                "BACI_HS17_Y2021_V202301.csv", YEAR,
                "country_codes_V202301.csv", places,
                "product_codes_HS17_V202301.csv", PRODUCTS));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return new Fixture("BACI_HS17_V202301.zip", ImportFormat.BACI, "").read(folder, bytes.toByteArray(), false);
    }

    @Test
    void the_list_of_places_up_to_2023_has_other_names_and_codes_of_products_lack_their_zero() throws IOException {
        try (ImportResult result = read(PLACES)) {
            assertThat(result.rejects()).isEmpty();
            assertThat(result.counts().flows()).isEqualTo(3);
            assertThat(Fixture.flows(result, "010121", 2021).getFirst().importer())
                    .isEqualTo("FRA");
        }
    }

    @Test
    void a_list_of_places_with_still_other_names_is_refused() {
        assertThatThrownBy(
                        () -> read(PLACES.replace("iso_3digit_alpha", "iso3")).close())
                .isInstanceOfSatisfying(
                        ImportException.class, e -> assertThat(e.fault()).isEqualTo(ImportException.Fault.HEADER));
    }
}
