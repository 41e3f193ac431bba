package org.monazite.pledges;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A date that comes near.
///
/// @param assessment the promise and how it stands
/// @param due its date
/// @param daysLeft days from the date asked about to the due date, 0 on the day itself
/// @param window the narrowest of 90, 30 and 7 days that holds it
/// @param what whether something is to be done by then or stops being valid
public record Alert(Assessment assessment, LocalDate due, int daysLeft, int window, What what) {

    private static final List<Integer> WINDOWS = List.of(7, 30, 90);

    /// What happens on the date.
    public enum What {
        /// It is to be done by then.
        DUE("due", "期限"),
        /// It is valid until then.
        END_OF_VALIDITY("end of validity", "有効期間の終了");

        private final String nameEn;
        private final String nameJa;

        What(String nameEn, String nameJa) {
            this.nameEn = nameEn;
            this.nameJa = nameJa;
        }

        /// The name a reader sees, in English.
        public String nameEn() {
            return nameEn;
        }

        /// The name a reader sees, in Japanese.
        public String nameJa() {
            return nameJa;
        }
    }

    /// Dates within 90 days of the date of the assessments, the nearest first. What is done raises no alert.
    public static List<Alert> of(List<Assessment> assessments) {
        return assessments.stream()
                .filter(each -> each.state() != Assessment.State.MET)
                .flatMap(each -> of(each).stream())
                .sorted(Comparator.comparing(Alert::due)
                        .thenComparing(alert -> alert.assessment().pledge().id()))
                .toList();
    }

    private static Optional<Alert> of(Assessment assessment) {
        LocalDate due = assessment.pledge().due().orElse(LocalDate.MIN);
        long left = ChronoUnit.DAYS.between(assessment.asOf(), due);
        return WINDOWS.stream()
                .filter(window -> left >= 0 && left <= window)
                .findFirst()
                .map(window -> new Alert(assessment, due, (int) left, window, what(assessment.pledge())));
    }

    private static What what(Pledge pledge) {
        return switch (pledge.kind()) {
            case STANDING, STATUS -> What.END_OF_VALIDITY;
            case ACTION, QUANTITATIVE -> What.DUE;
        };
    }

    /// In words, in English.
    public String textEn() {
        return "%s: %s on %s, %s"
                .formatted(
                        assessment.pledge().id(),
                        what.nameEn(),
                        due,
                        daysLeft == 0 ? "today" : daysLeft == 1 ? "in 1 day" : "in " + daysLeft + " days");
    }

    /// In words, in Japanese.
    public String textJa() {
        return "%s：%s %d年%d月%d日（%s）"
                .formatted(
                        assessment.pledge().id(),
                        what.nameJa(),
                        due.getYear(),
                        due.getMonthValue(),
                        due.getDayOfMonth(),
                        daysLeft == 0 ? "本日" : "あと" + daysLeft + "日");
    }
}
