package org.monazite.pledges;

import java.time.LocalDate;
import java.util.List;
import org.monazite.supply.Explained;

/// How a pledge stands on a date, and why.
///
/// @param pledge the promise
/// @param asOf the date
/// @param state how it stands
/// @param rule number of the rule that decided, 1 to 8; docs/methods.md#pledges
/// @param lateDays how late it was met; 0 if in time, not met or without date
/// @param drift which way the measure moves
/// @param reasonEn why, in one sentence, in English
/// @param reasonJa the same in Japanese
/// @param measured the measure by every registered definition
public record Assessment(
        Pledge pledge,
        LocalDate asOf,
        State state,
        int rule,
        int lateDays,
        Drift drift,
        String reasonEn,
        String reasonJa,
        List<Measured> measured) {

    /// Copies the list.
    public Assessment {
        measured = List.copyOf(measured);
    }

    /// How a promise stands. Silence never becomes `missed`.
    public enum State {
        /// Done.
        MET("met", "達成"),
        /// Not due, and begun.
        ON_TRACK("on track", "進行中"),
        /// Past its date, and no evidence that it was done.
        OVERDUE_NOT_EVIDENCED("overdue - not evidenced", "期限超過・証拠なし"),
        /// Shown not to have been done.
        MISSED("missed", "未達"),
        /// Evidence or definitions contradict each other.
        DISPUTED("disputed", "争いあり"),
        /// In force, nothing known against it.
        STANDING("standing", "有効"),
        /// Nothing public decides it.
        CANNOT_TELL("cannot tell", "判断不能");

        private final String nameEn;
        private final String nameJa;

        State(String nameEn, String nameJa) {
            this.nameEn = nameEn;
            this.nameJa = nameJa;
        }

        /// The name a reader sees, in English; also in files and JSON.
        public String nameEn() {
            return nameEn;
        }

        /// The name a reader sees, in Japanese.
        public String nameJa() {
            return nameJa;
        }
    }

    /// Which way a measure moves against its target.
    public enum Drift {
        /// Better than a straight line to the target.
        AHEAD,
        /// On it.
        ON_LINE,
        /// Worse, or moving away.
        BEHIND,
        /// Too few values to say.
        UNKNOWN;

        /// The name used in files and JSON.
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    /// A measure by one definition.
    ///
    /// @param definitionEn what is counted, in English
    /// @param definitionJa the same in Japanese
    /// @param decides whether the text of the promise fixes this definition
    /// @param value the number with its range, terms and sources; not defined where a figure is missing
    /// @param period what period it is about
    /// @param target the number promised; NaN where none
    /// @param verdict whether the whole range fulfils it, fails it, or neither
    public record Measured(
            String definitionEn,
            String definitionJa,
            boolean decides,
            Explained value,
            String period,
            double target,
            Verdict verdict) {}

    /// Whether a range fulfils a target.
    public enum Verdict {
        /// The whole range does.
        FULFILS,
        /// None of it does.
        FAILS,
        /// Part of it, or there is no number or no target.
        OPEN;

        /// The name used in files and JSON.
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
