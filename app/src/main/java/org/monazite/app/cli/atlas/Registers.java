package org.monazite.app.cli.atlas;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Session;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;
import tools.jackson.databind.node.ObjectNode;

/// What the registers that travel beside the network have in common: works, stocks, export controls.
final class Registers {

    private Registers() {}

    /// True if a row about a place is asked for.
    ///
    /// @param word a place or coalition; null if all are
    /// @param option that said it, for messages
    static boolean at(Session session, @Nullable String word, String option, String code) throws IOException {
        return word == null
                || session.workbench().anyImporter(word, option).members().contains(code);
    }

    /// Adds how careful a reader must be, and who says so.
    static void cite(ObjectNode node, Flag flag, Citation citation) {
        node.put("flag", Json.flag(flag));
        node.put("source", citation.sourceId());
        node.put("figure", citation.figureId());
    }
}
