package org.monazite.app.cli.atlas;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.text.Texts;
import org.monazite.atlas.chain.SdReason;
import org.monazite.brief.Numbers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Why a figure has its standard deviation, in words.
final class SdWords {

    private final Texts texts;
    private final Numbers numbers;

    SdWords(Texts texts, Numbers numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    /// All steps in one cell.
    String of(List<SdReason> reasons) {
        return reasons.stream().map(this::of).collect(Collectors.joining(texts.get("sd.join")));
    }

    private String of(SdReason reason) {
        String key = "sd." + reason.kind().name().toLowerCase(Locale.ROOT).replace('_', '.');
        String amount = switch (reason.kind()) {
            case RANGE, REVISIONS, PUBLISHER_ESTIMATE, DEFAULT, RULE, SUM, SHARE, CONTENT, RECONCILED ->
                numbers.share(reason.amount());
            case GRADE, BIRGE, GROUP -> "%.2f".formatted(reason.amount());
            case MIRROR, FLOOR, LARGER, YIELDS -> numbers.tonnes(reason.amount());
        };
        return texts.get(key, amount);
    }

    /// Adds the standard deviation of a figure and its reasons.
    static void json(ObjectNode node, double sd, List<SdReason> reasons) {
        node.set("figure_sd_t", Json.number(sd));
        ArrayNode why = node.putArray("why");
        reasons.forEach(reason -> {
            ObjectNode each = why.addObject();
            each.put("kind", reason.kind().name().toLowerCase(Locale.ROOT));
            each.set("amount", Json.number(reason.amount()));
        });
    }
}
