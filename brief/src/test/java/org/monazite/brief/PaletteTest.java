package org.monazite.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Recomputes the contrast of every colour from the style sheet of the page itself (WCAG 2.2, relative luminance).
class PaletteTest {

    private static final List<String> MARKS =
            List.of("self", "dominant", "allies", "stock", "recycling", "loss", "other", "border");
    private static final List<String> TEXTS = List.of("ink", "muted", "link", "ok", "warn", "bad");

    private static final String CSS = Briefs.html(new World().findings(), Locale.ENGLISH);
    private static final Map<String, String> LIGHT = colours(CSS.substring(CSS.indexOf(":root{")));
    private static final Map<String, String> DARK =
            colours(CSS.substring(CSS.indexOf("@media screen and (prefers-color-scheme:dark){:root{")));

    private static Map<String, String> colours(String css) {
        Map<String, String> colours = new LinkedHashMap<>();
        Matcher matcher = Pattern.compile("--([a-z0-9]+):(#[0-9a-f]{6})").matcher(css.substring(0, css.indexOf('}')));
        while (matcher.find()) {
            colours.put(matcher.group(1), matcher.group(2));
        }
        return colours;
    }

    private static double contrast(String a, String b) {
        double one = luminance(a);
        double two = luminance(b);
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weight = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weight[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static List<String> below(Map<String, String> colours, List<String> names, double least) {
        List<String> weak = new ArrayList<>();
        for (String name : names) {
            double contrast = contrast(colours.get(name), colours.get("page"));
            if (contrast < least) {
                weak.add("%s %.2f".formatted(name, contrast));
            }
        }
        return weak;
    }

    @Test
    void texts_have_a_contrast_of_four_and_a_half_in_light_and_dark() {
        assertThat(below(LIGHT, TEXTS, 4.5)).isEmpty();
        assertThat(below(DARK, TEXTS, 4.5)).isEmpty();
    }

    @Test
    void marks_have_a_contrast_of_three_in_light_and_dark() {
        assertThat(below(LIGHT, MARKS, 3)).isEmpty();
        assertThat(below(DARK, MARKS, 3)).isEmpty();
    }

    @Test
    void the_contrast_of_roles_is_the_one_of_the_design() {
        assertThat(contrast(LIGHT.get("self"), LIGHT.get("page"))).isBetween(4.00, 4.02);
        assertThat(contrast(LIGHT.get("dominant"), LIGHT.get("page"))).isBetween(6.81, 6.83);
        assertThat(contrast(DARK.get("allies"), DARK.get("page"))).isBetween(13.13, 13.15);
        assertThat(contrast(DARK.get("loss"), DARK.get("page"))).isBetween(4.07, 4.09);
    }

    @Test
    void dark_redefines_every_colour_of_light() {
        assertThat(DARK.keySet()).isEqualTo(LIGHT.keySet());
    }
}
