package org.monazite.pledges;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;

/// A promise that can be checked.
///
/// @param id such as `USJP-05`
/// @param by place codes of who promised
/// @param byText who promised, in the words of the register
/// @param instrument the agreement, law or statement
/// @param binding `yes`, `no` or `unknown`
/// @param kind what sort of promise it is
/// @param textEn what was promised, in our words, in English
/// @param textJa the same in Japanese
/// @param signed when, as far as it is known: a day, a month `2024-05` or a year
/// @param due until when; empty where no date was set
/// @param dueRule how the due date follows, such as `signed + 180 days`; empty where no date was set
/// @param continuing whether it goes on after it was fulfilled once
/// @param doneWhen a sentence that a person can decide
/// @param measure what is measured, by its key; empty for none
/// @param target the number; empty where none was set
/// @param comparator `>=`, `<=`, `<`, `=` or `report`
/// @param unit of the target
/// @param parent id of the pledge it belongs to; empty for none
/// @param evidence what is known
/// @param note remark of the register
/// @param flag how careful a reader must be
/// @param citation who says that it was promised
/// @param details what a check needs beyond that: tolerance, definition of the measure, Japanese names
public record Pledge(
        String id,
        List<String> by,
        String byText,
        String instrument,
        String binding,
        Kind kind,
        String textEn,
        String textJa,
        String signed,
        Optional<LocalDate> due,
        String dueRule,
        boolean continuing,
        String doneWhen,
        String measure,
        OptionalDouble target,
        String comparator,
        String unit,
        String parent,
        List<Evidence> evidence,
        String note,
        Flag flag,
        Citation citation,
        Details details) {

    /// Copies the lists.
    public Pledge {
        by = List.copyOf(by);
        evidence = List.copyOf(evidence);
    }

    /// A pledge with the default tolerance and without a definition of its measure.
    public Pledge(
            String id,
            List<String> by,
            String byText,
            String instrument,
            String binding,
            Kind kind,
            String textEn,
            String textJa,
            String signed,
            Optional<LocalDate> due,
            String dueRule,
            boolean continuing,
            String doneWhen,
            String measure,
            OptionalDouble target,
            String comparator,
            String unit,
            String parent,
            List<Evidence> evidence,
            String note,
            Flag flag,
            Citation citation) {
        this(
                id,
                by,
                byText,
                instrument,
                binding,
                kind,
                textEn,
                textJa,
                signed,
                due,
                dueRule,
                continuing,
                doneWhen,
                measure,
                target,
                comparator,
                unit,
                parent,
                evidence,
                note,
                flag,
                citation,
                Details.of(instrument, doneWhen));
    }

    /// The same promise with other evidence.
    public Pledge with(List<Evidence> other) {
        return new Pledge(
                id,
                by,
                byText,
                instrument,
                binding,
                kind,
                textEn,
                textJa,
                signed,
                due,
                dueRule,
                continuing,
                doneWhen,
                measure,
                target,
                comparator,
                unit,
                parent,
                other,
                note,
                flag,
                citation,
                details);
    }

    /// What a check of a promise needs beyond its words.
    ///
    /// @param instrumentJa the agreement, law or statement in Japanese; English where there is none
    /// @param doneWhenJa when it is done, in Japanese; English where there is none
    /// @param toleranceDays days after the due date before it counts as past: a text may carry two dates, one for
    ///     each side of the date line
    /// @param terms what exactly is counted
    public record Details(String instrumentJa, String doneWhenJa, int toleranceDays, MeasureTerms terms) {

        /// One day of tolerance: the framework carries 27 October 2025 in Washington and 28 October in Tokyo.
        public static final int DEFAULT_TOLERANCE_DAYS = 1;

        /// Checks the range.
        public Details {
            if (toleranceDays < 0 || toleranceDays > 31) {
                throw new IllegalArgumentException("due.toleranceDays must be from 0 to 31, was " + toleranceDays);
            }
        }

        /// English words in both languages, one day of tolerance, nothing said about the measure.
        public static Details of(String instrument, String doneWhen) {
            return new Details(instrument, doneWhen, DEFAULT_TOLERANCE_DAYS, MeasureTerms.NONE);
        }
    }

    /// What sort of promise.
    public enum Kind {
        /// Something is to be done once, or begun.
        ACTION,
        /// A number is to be reached.
        QUANTITATIVE,
        /// Something is to be kept up or left undone.
        STANDING,
        /// An agreement that is in force or not.
        STATUS;

        /// The name used in files and JSON.
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Something known about a pledge.
    ///
    /// @param id such as `USJP-05/1`
    /// @param date when it happened or was said: a day, month or year; empty when unknown
    /// @param kind what it is
    /// @param direction which way it speaks
    /// @param grade of its source: A official, B agency or trade press, C reprint, D weak
    /// @param accepted whether a person accepted it; only then it moves a state
    /// @param fulfils whether it shows that the whole of the promise was done, not a first step
    /// @param textEn what happened, in English
    /// @param textJa the same in Japanese; the English words where there is no translation
    /// @param citation who says so
    /// @param covers the part of the promise it is about; empty for the whole
    /// @param commitment the money it is about, if any
    public record Evidence(
            String id,
            String date,
            EvidenceKind kind,
            Direction direction,
            String grade,
            boolean accepted,
            boolean fulfils,
            String textEn,
            String textJa,
            Citation citation,
            String covers,
            Optional<Commitment> commitment) {

        /// Evidence about the whole promise, without money.
        public Evidence(
                String id,
                String date,
                EvidenceKind kind,
                Direction direction,
                String grade,
                boolean accepted,
                boolean fulfils,
                String textEn,
                String textJa,
                Citation citation) {
            this(id, date, kind, direction, grade, accepted, fulfils, textEn, textJa, citation, "", Optional.empty());
        }

        /// Whether its source is an official, an agency or the trade press: only those make a promise missed or
        /// disputed.
        public boolean isStrong() {
            return grade.equals("A") || grade.equals("B");
        }
    }

    /// What a piece of evidence is.
    public enum EvidenceKind {
        /// Something was done.
        ACT,
        /// Somebody said so.
        STATEMENT,
        /// A figure.
        DATA,
        /// Nothing was found: context, never a proof that nothing was done.
        ABSENCE_OF_RECORD;

        /// The name used in files and JSON.
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// Which way evidence speaks.
    public enum Direction {
        /// It was done, or begun.
        FOR,
        /// It was not done, or was broken.
        AGAINST,
        /// Neither: a near miss, a plan, a silence.
        CONTEXT;

        /// The name used in files and JSON.
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
