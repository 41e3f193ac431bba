package org.monazite.app.cli.exposure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.Texts;
import org.monazite.brief.Numbers;
import org.monazite.supply.Citation;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;

/// A number in at most seven lines: result, formula, its three largest inputs with their sources, how much is
/// not verified, and what would change it. Equal inputs give equal text.
final class Explanations {

    private static final int INPUTS = 3;

    private final Texts texts;
    private final Numbers numbers;
    private final Words words;

    Explanations(Session session) throws IOException {
        this.texts = session.texts();
        this.words = new Words(session);
        this.numbers = session.numbers();
    }

    /// The lines; the first names measure, value and range.
    List<String> lines(Explained number) {
        List<String> lines = new ArrayList<>();
        String value = shown(number.value(), number.unit());
        String low = shown(number.low(), number.unit());
        String high = shown(number.high(), number.unit());
        boolean ranged = !Double.isNaN(number.low()) && number.high() > number.low() && !low.equals(high);
        lines.add(
                ranged
                        ? texts.get("explain.range", words.said(number.measure()), value, low, high)
                        : texts.get("explain.value", words.said(number.measure()), value));
        lines.add("  " + texts.get("explain.formula", words.said(number.formula())));
        List<Explained.Term> largest = number.terms().stream()
                .sorted(java.util.Comparator.<Explained.Term>comparingDouble(term -> -Math.abs(term.value()))
                        .thenComparing(Explained.Term::name))
                .filter(term -> !Double.isNaN(term.value()))
                .limit(INPUTS)
                .toList();
        largest.forEach(term -> lines.add("  " + input(term)));
        if (number.isDefined()) {
            lines.add("  "
                    + texts.get(
                            number.unverifiedShare() > 0 ? "explain.unverified" : "explain.verified",
                            numbers.roundShare(number.unverifiedShare()),
                            words.flag(number.flag())));
            largest.stream()
                    .filter(term -> term.flag() == Flag.ESTIMATE || term.flag() == Flag.UNVERIFIED)
                    .findFirst()
                    .or(() -> largest.stream().findFirst())
                    .ifPresent(term -> lines.add("  " + texts.get("explain.change", words.said(term.name()))));
        }
        return lines;
    }

    private String input(Explained.Term term) {
        String cited = String.join(
                ", ",
                term.citations().stream()
                        .map(Explanations::cited)
                        .distinct()
                        .limit(2)
                        .toList());
        return cited.isEmpty()
                ? texts.get("explain.input", words.said(term.name()), shown(term.value(), term.unit()))
                : texts.get("explain.input.cited", words.said(term.name()), shown(term.value(), term.unit()), cited);
    }

    private static String cited(Citation citation) {
        return citation.figureId().isEmpty() ? citation.sourceId() : citation.sourceId() + " " + citation.figureId();
    }

    private String shown(double value, String unit) {
        if (Double.isNaN(value)) {
            return numbers.notAvailable();
        }
        if (unit.equals("share") || unit.equals("%")) {
            return numbers.share(unit.equals("%") ? value / 100 : value);
        }
        if (unit.equals("USD")) {
            return numbers.usd(value);
        }
        boolean mass = unit.equals("t") || unit.startsWith("t ") || unit.startsWith("t/");
        return mass && (value == 0 || Math.abs(value) >= 1)
                ? numbers.tonnes(value)
                : "%.4g %s".formatted(value, texts.said(unit)).strip();
    }
}
