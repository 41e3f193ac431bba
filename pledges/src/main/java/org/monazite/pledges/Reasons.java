package org.monazite.pledges;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.monazite.pledges.Decision.Why;
import org.monazite.pledges.Pledge.Direction;
import org.monazite.pledges.Pledge.Evidence;
import org.monazite.pledges.internal.Span;
import org.monazite.supply.Explained;

/// One sentence on why, in English and in Japanese: the rule, the deciding fact with its date, and the evidence it
/// rests on, or that there is none.
final class Reasons {

    private final Pledge pledge;
    private final LocalDate asOf;
    private final Decision decision;

    Reasons(Pledge pledge, LocalDate asOf, Decision decision) {
        this.pledge = pledge;
        this.asOf = asOf;
        this.decision = decision;
    }

    String en() {
        String fact = switch (decision.why()) {
            case Why.Contradiction(List<Evidence> done, List<Evidence> against) ->
                "%s speaks for it, %s against it".formatted(citedEn(done), citedEn(against));
            case Why.FiguresAgainstEvidence(Reading fulfils, Evidence against) ->
                "the figures fulfil it (%s), but %s speaks against it"
                        .formatted(numberEn(fulfils), citedEn(List.of(against)));
            case Why.OppositeDefinitions(Reading fulfils, Reading fails) ->
                "the text fixes no definition and the registered ones disagree: %s fulfils it, %s fails it"
                        .formatted(numberEn(fulfils), numberEn(fails));
            case Why.InForce() -> inForceEn();
            case Why.Done(Evidence evidence) -> doneEn(evidence);
            case Why.FiguresFulfil(Reading reading) ->
                "the final figures fulfil it over their whole range: " + numberEn(reading);
            case Why.NotDone(Evidence evidence) ->
                "%s shows that it was %s".formatted(citedEn(List.of(evidence)), isKeptUp() ? "broken" : "not done");
            case Why.FiguresFail(Reading reading) ->
                "the final figures fail it by every registered definition, such as " + numberEn(reading);
            case Why.Overdue() -> "%s has passed and nothing accepted shows that it was done".formatted(dueEn());
            case Why.Begun(Evidence evidence) ->
                "before %s a first step is shown by %s and nothing accepted speaks against it"
                        .formatted(dueEn(), citedEn(List.of(evidence)));
            case Why.Projected(var range) ->
                "its own series, continued to %s, reaches the target over its 50 %% interval (%s to %s)"
                        .formatted(dueEn(), shown(range.low()), shown(range.high()));
            case Why.NotYetMade() -> "it was promised later, on " + pledge.signed();
            case Why.ValidityOver() ->
                pledge.due()
                        .map(end -> "it was valid until " + end + " and what came after is not recorded")
                        .orElse("it is not known whether it is in force");
            case Why.Doubt(Evidence evidence) ->
                "%s speaks against it, which does not decide it%s"
                        .formatted(
                                citedEn(List.of(evidence)),
                                pledge.due().map(due -> " before " + due).orElse(""));
            case Why.FigureMissing(Reading reading) ->
                "%s has passed, but the figure of that period is not there (%s)"
                        .formatted(dueEn(), reading.measured().definitionEn());
            case Why.NoDate() -> "no date was set and nothing accepted shows the whole of it";
            case Why.NotDueYet() -> "%s has not come and nothing accepted shows a first step".formatted(dueEn());
        };
        return "Rule %d: %s; %s.".formatted(decision.rule(), fact, onFileEn());
    }

    String ja() {
        String fact = switch (decision.why()) {
            case Why.Contradiction(List<Evidence> done, List<Evidence> against) ->
                "%sは履行を示すが、%sはこれに反する".formatted(citedJa(done), citedJa(against));
            case Why.FiguresAgainstEvidence(Reading fulfils, Evidence against) ->
                "数値は目標を満たす（%s）が、%sはこれに反する".formatted(numberJa(fulfils), citedJa(List.of(against)));
            case Why.OppositeDefinitions(Reading fulfils, Reading fails) ->
                "文言は定義を定めておらず、登録された定義の結論が分かれる（満たす：%s、満たさない：%s）".formatted(numberJa(fulfils), numberJa(fails));
            case Why.InForce() -> inForceJa();
            case Why.Done(Evidence evidence) -> doneJa(evidence);
            case Why.FiguresFulfil(Reading reading) -> "確定値が範囲全体で目標を満たす（%s）".formatted(numberJa(reading));
            case Why.NotDone(Evidence evidence) ->
                "%sが%sを示す".formatted(citedJa(List.of(evidence)), isKeptUp() ? "違反" : "不履行");
            case Why.FiguresFail(Reading reading) -> "確定値が登録されたすべての定義で目標を満たさない（例：%s）".formatted(numberJa(reading));
            case Why.Overdue() -> "%sを過ぎたが、履行を示す承認済みの証拠がない".formatted(dueJa());
            case Why.Begun(Evidence evidence) ->
                "%sの前であり、%sが着手を示し、これに反する承認済みの証拠はない".formatted(dueJa(), citedJa(List.of(evidence)));
            case Why.Projected(var range) ->
                "系列を%sまで延長すると、50%%区間（%s～%s）の全体で目標に達する".formatted(dueJa(), shown(range.low()), shown(range.high()));
            case Why.NotYetMade() -> "約束は%sであり、基準日より後である".formatted(periodJa(pledge.signed()));
            case Why.ValidityOver() ->
                pledge.due()
                        .map(end -> "有効期間は" + dayJa(end) + "までで、その後の取扱いは記録されていない")
                        .orElse("有効かどうか分からない");
            case Why.Doubt(Evidence evidence) ->
                "%sはこれに反するが、%s結論は出せない"
                        .formatted(
                                citedJa(List.of(evidence)),
                                pledge.due().map(due -> dayJa(due) + "の期限前であり").orElse(""));
            case Why.FigureMissing(Reading reading) ->
                "%sを過ぎたが、当該期間の数値がない（%s）".formatted(dueJa(), reading.measured().definitionJa());
            case Why.NoDate() -> "期限の定めがなく、全体の履行を示す承認済みの証拠がない";
            case Why.NotDueYet() -> "%sの前であり、着手を示す承認済みの証拠がない".formatted(dueJa());
        };
        return "規則%d：%s。%s。".formatted(decision.rule(), fact, onFileJa());
    }

    private boolean isKeptUp() {
        return pledge.kind() == Pledge.Kind.STANDING || pledge.kind() == Pledge.Kind.STATUS;
    }

    private String inForceEn() {
        return "in force since %s%s and no accepted evidence of a breach up to %s"
                .formatted(
                        signedEn(),
                        pledge.due().map(end -> ", valid until " + end).orElse(""),
                        asOf);
    }

    private String inForceJa() {
        return "%sから有効%s。%sまでに違反を示す承認済みの証拠はない"
                .formatted(
                        periodJa(pledge.signed()),
                        pledge.due().map(end -> "（" + dayJa(end) + "まで）").orElse(""),
                        dayJa(asOf));
    }

    private String doneEn(Evidence evidence) {
        String late = decision.lateDays() > 0
                ? ", %d days after %s".formatted(decision.lateDays(), dueEn())
                : pledge.due().map(_ -> ", in time for " + dueEn()).orElse("");
        return citedEn(List.of(evidence))
                + " shows that it was done"
                + late
                + (pledge.continuing() ? "; it goes on, so it is called on track" : "");
    }

    private String doneJa(Evidence evidence) {
        String what = decision.lateDays() > 0
                ? "%sから%d日遅れの履行を示す".formatted(dueJa(), decision.lateDays())
                : pledge.due().map(_ -> dueJa() + "までの履行を示す").orElse("履行を示す");
        String cited = citedJa(List.of(evidence)) + "が" + what;
        return pledge.continuing() ? cited + "。継続する約束のため「進行中」とする" : cited;
    }

    private String dueEn() {
        int tolerance = pledge.details().toleranceDays();
        String rule = pledge.dueRule().matches("\\d.*") ? "" : pledge.dueRule() + ", ";
        return pledge.due()
                .map(due -> "the due date %s (%s%d %s of tolerance)"
                        .formatted(due, rule, tolerance, tolerance == 1 ? "day" : "days"))
                .orElse("its date");
    }

    private String dueJa() {
        return pledge.due()
                .map(due -> "期限%s（%s、許容%d日）"
                        .formatted(
                                dayJa(due),
                                DueRule.find(pledge.dueRule())
                                        .map(DueRule::textJa)
                                        .orElse(pledge.dueRule()),
                                pledge.details().toleranceDays()))
                .orElse("期限");
    }

    private static String citedEn(List<Evidence> evidence) {
        return evidence.stream()
                .map(each -> "%s (%s, %s, grade %s)"
                        .formatted(each.id(), each.date(), each.kind().id(), each.grade()))
                .collect(Collectors.joining(" and "));
    }

    private static String citedJa(List<Evidence> evidence) {
        return evidence.stream()
                .map(each -> "%s（%s、%s、等級%s）".formatted(each.id(), periodJa(each.date()), kindJa(each), each.grade()))
                .collect(Collectors.joining("と"));
    }

    private static String kindJa(Evidence evidence) {
        return switch (evidence.kind()) {
            case ACT -> "行為";
            case STATEMENT -> "発言・発表";
            case DATA -> "数値";
            case ABSENCE_OF_RECORD -> "記録なし";
        };
    }

    private String onFileEn() {
        if (pledge.evidence().isEmpty()) {
            return "no evidence is on file";
        }
        String parts = counted(Direction.FOR, " for, ")
                + counted(Direction.AGAINST, " against, ")
                + counted(Direction.CONTEXT, " of context, ");
        return parts.isEmpty() ? "no accepted evidence is known up to " + asOf : "on file: " + parts + ids(", ");
    }

    private String onFileJa() {
        if (pledge.evidence().isEmpty()) {
            return "証拠の登録はない";
        }
        String parts = counted(Direction.FOR, "件（履行）、")
                + counted(Direction.AGAINST, "件（反証）、")
                + counted(Direction.CONTEXT, "件（参考）、");
        return parts.isEmpty() ? dayJa(asOf) + "までに承認済みの証拠はない" : "登録証拠：" + parts + ids("、");
    }

    private String counted(Direction direction, String words) {
        long count = pledge.evidence().stream()
                .filter(each -> isKnown(each) && each.direction() == direction)
                .count();
        return count == 0 ? "" : count + words;
    }

    private String ids(String between) {
        return pledge.evidence().stream()
                .filter(this::isKnown)
                .map(Evidence::id)
                .collect(Collectors.joining(between));
    }

    /// Undated context is shown as well: it moves nothing.
    private boolean isKnown(Evidence evidence) {
        return evidence.accepted()
                && (evidence.date().isEmpty()
                        || Span.of(evidence.date())
                                .map(span -> !span.last().isAfter(asOf))
                                .orElse(false));
    }

    private String numberEn(Reading reading) {
        return reading.measured().definitionEn() + " " + number(reading) + " in "
                + reading.measured().period();
    }

    private String numberJa(Reading reading) {
        return reading.measured().definitionJa() + " " + number(reading) + "、"
                + reading.measured().period();
    }

    private String number(Reading reading) {
        Explained value = reading.measured().value();
        return shown(value.value()) + (value.unit().equals("share") ? "" : " " + value.unit());
    }

    /// Shares are printed as percent: that is how a promise is worded.
    private String shown(double value) {
        return pledge.unit().equals("%")
                ? String.format(Locale.ROOT, "%.2f %%", 100 * value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    private String signedEn() {
        return pledge.signed().isEmpty() ? "a day that is not known" : pledge.signed();
    }

    /// A day, month or year of the register; other periods as they are written.
    private static String periodJa(String period) {
        if (period.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return dayJa(LocalDate.parse(period));
        }
        if (period.matches("\\d{4}-\\d{2}")) {
            return "%s年%d月".formatted(period.substring(0, 4), Integer.parseInt(period.substring(5)));
        }
        return period.matches("\\d{4}") ? period + "年" : period.isEmpty() ? "日付不明" : period;
    }

    private static String dayJa(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
