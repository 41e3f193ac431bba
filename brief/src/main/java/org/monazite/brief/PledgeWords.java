package org.monazite.brief;

import org.monazite.brief.internal.Mark;
import org.monazite.pledges.Assessment.State;

/// The sign and word of a pledge's state.
final class PledgeWords {

    private PledgeWords() {}

    static Mark mark(State state, Desk desk) {
        String word = desk.texts().pick(state.nameEn(), state.nameJa());
        return switch (state) {
            case MET -> new Mark("✓", word, "state-ok");
            case ON_TRACK -> new Mark("→", word, "state-ok");
            case OVERDUE_NOT_EVIDENCED -> new Mark("!", word, "state-warn");
            case MISSED -> new Mark("×", word, "state-bad");
            case DISPUTED -> new Mark("≠", word, "state-warn");
            case STANDING -> new Mark("=", word, "state-ok");
            case CANNOT_TELL -> new Mark("?", word, "state-none");
        };
    }
}
