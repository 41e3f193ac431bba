package org.monazite.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.monazite.app.text.Texts;
import org.monazite.brief.Numbers;

/// Words that several answers around a plan share.
final class PlanWords {

    private final Texts texts;
    private final Numbers numbers;
    private final Words words;

    PlanWords(Session session) throws IOException {
        this.texts = session.texts();
        this.numbers = session.numbers();
        this.words = new Words(session);
    }

    /// Targets by their names, such as `demand unmet in a ban (USA)`.
    String targets(List<String> missed) throws IOException {
        List<String> names = new ArrayList<>();
        for (String each : missed) {
            String[] parts = each.split(" ", 3);
            String product = parts.length > 2 ? " " + words.product(parts[2]) : "";
            names.add(texts.pick("%s (%s%s)", "%s（%s%s）")
                    .formatted(texts.get("target." + parts[0]), words.place(parts[1]), product));
        }
        return String.join(texts.pick("; ", "、"), names);
    }

    /// A change of money with its sign.
    String change(double usd) {
        return (usd > 0 ? "+" : "") + numbers.usd(usd);
    }
}
