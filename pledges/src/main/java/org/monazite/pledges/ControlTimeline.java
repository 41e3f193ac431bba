package org.monazite.pledges;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.monazite.supply.ExportControl;

/// An export control over time. Ends that are scheduled and whose outcome no source records are branches, not
/// guesses: without a branch the state after such an end is "outcome not recorded".
public final class ControlTimeline {

    private static final Pattern SUSPENDED = Pattern.compile("suspended until (\\d{4}-\\d{2}-\\d{2})");

    private final ExportControl control;
    private final Optional<LocalDate> suspendedUntil;
    private final boolean scheduledEnd;

    private ControlTimeline(ExportControl control) {
        this.control = control;
        Matcher matcher = SUSPENDED.matcher(control.statusSeen());
        this.suspendedUntil = matcher.find() ? Optional.of(LocalDate.parse(matcher.group(1))) : Optional.empty();
        this.scheduledEnd = control.end().isPresent()
                && suspendedUntil.isEmpty()
                && !control.statusSeen().startsWith("ended");
    }

    /// The timeline of a control.
    public static ControlTimeline of(ExportControl control) {
        return new ControlTimeline(control);
    }

    /// The control.
    public ExportControl control() {
        return control;
    }

    /// Where a control stands.
    public enum Phase {
        /// Nobody has heard of it.
        NOT_YET_ANNOUNCED("not yet announced", "未公表"),
        /// Known, but without effect yet.
        ANNOUNCED("announced", "公表済み・未実施"),
        /// Has effect.
        IN_FORCE("in force", "実施中"),
        /// Set aside until a day.
        SUSPENDED("suspended", "停止中"),
        /// Over: lapsed, repealed, relaxed.
        ENDED("ended", "終了"),
        /// Its scheduled end has passed and no source says what came after.
        OUTCOME_NOT_RECORDED("outcome not recorded", "期日後の取扱いは記録なし");

        private final String nameEn;
        private final String nameJa;

        Phase(String nameEn, String nameJa) {
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

    /// What may follow a scheduled end.
    public enum Branch {
        /// A suspended control has effect again.
        RESUMES("resumes", "再開"),
        /// The suspension, or the control itself, goes on for a year.
        EXTENDED_ONE_YEAR("extended by one year", "1年延長"),
        /// A suspended control is taken back.
        REPEALED("repealed", "廃止"),
        /// A control ends as scheduled.
        LAPSES("lapses", "失効"),
        /// Something stricter takes its place at once.
        TIGHTENED("tightened", "強化");

        private final String nameEn;
        private final String nameJa;

        Branch(String nameEn, String nameJa) {
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

    /// A branch and how much it counts.
    ///
    /// @param branch what follows
    /// @param weight 0..1; the weights of a control's branches add to 1
    /// @param assumed whether nobody set it: equal weights are an assumption and are called so
    public record Weighted(Branch branch, double weight, boolean assumed) {}

    /// How a control stands on a date.
    ///
    /// @param phase where it stands
    /// @param until last day of this phase, where a date is known
    /// @param confirmed whether a source has looked at it; if not, the phase follows from the dates alone
    public record State(Phase phase, Optional<LocalDate> until, boolean confirmed) {

        /// In words, in English.
        public String textEn() {
            return phase.nameEn()
                    + until.map(day -> " until " + day).orElse("")
                    + (confirmed ? "" : " by its dates, not confirmed");
        }

        /// In words, in Japanese.
        public String textJa() {
            return phase.nameJa()
                    + until.map(day ->
                                    "（%d年%d月%d日まで）".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()))
                            .orElse("")
                    + (confirmed ? "" : "（日付による推定、未確認）");
        }
    }

    private State state(Phase phase, Optional<LocalDate> until) {
        boolean unconfirmed = phase == Phase.IN_FORCE && control.statusSeen().startsWith("unknown");
        return new State(phase, until, !unconfirmed);
    }

    /// The scheduled end whose outcome is not recorded; its day is the last of the phase before. Empty where there is
    /// none.
    public Optional<LocalDate> openEnd() {
        return suspendedUntil.or(() -> scheduledEnd ? control.end() : Optional.empty());
    }

    /// What may follow the open end; none where there is no open end.
    public List<Branch> branches() {
        if (suspendedUntil.isPresent()) {
            return List.of(Branch.RESUMES, Branch.EXTENDED_ONE_YEAR, Branch.REPEALED);
        }
        return scheduledEnd ? List.of(Branch.LAPSES, Branch.EXTENDED_ONE_YEAR, Branch.TIGHTENED) : List.of();
    }

    /// All branches with equal weight, as an assumption.
    public List<Weighted> weights() {
        return branches().stream()
                .map(branch -> new Weighted(branch, 1.0 / branches().size(), true))
                .toList();
    }

    /// The branches with weights that somebody set, scaled to add to 1; a branch left out counts nothing.
    ///
    /// @throws IllegalArgumentException if a branch is not one of this control, a weight is negative or all are 0
    public List<Weighted> weights(Map<Branch, Double> set) {
        Map<Branch, Double> known = new EnumMap<>(Branch.class);
        double sum = 0;
        for (Branch branch : branches()) {
            double weight = set.getOrDefault(branch, 0.0);
            if (!(weight >= 0) || !Double.isFinite(weight)) {
                throw new IllegalArgumentException("%s: the weight of '%s' must be zero or more, was %s."
                        .formatted(control.id(), branch.nameEn(), weight));
            }
            known.put(branch, weight);
            sum += weight;
        }
        set.keySet().forEach(this::require);
        if (sum == 0) {
            throw new IllegalArgumentException(
                    control.id() + ": the weights are all zero.\nMaybe leave them out: then all count the same.");
        }
        List<Weighted> weighted = new ArrayList<>();
        for (Branch branch : branches()) {
            weighted.add(new Weighted(branch, known.getOrDefault(branch, 0.0) / sum, false));
        }
        return weighted;
    }

    private void require(Branch branch) {
        if (!branches().contains(branch)) {
            throw new IllegalArgumentException("%s cannot be '%s' after its scheduled end.\nMaybe one of %s."
                    .formatted(
                            control.id(),
                            branch.nameEn(),
                            branches().stream().map(Branch::nameEn).toList()));
        }
    }

    /// How it stands on a date by what is recorded.
    public State at(LocalDate date) {
        Optional<LocalDate> open = openEnd();
        if (open.isPresent() && date.isAfter(open.get())) {
            return state(Phase.OUTCOME_NOT_RECORDED, Optional.empty());
        }
        return recorded(date);
    }

    /// How it stands on a date if its open end turns out as the branch says.
    ///
    /// @throws IllegalArgumentException if the branch is none of this control
    public State at(LocalDate date, Branch branch) {
        require(branch);
        LocalDate open = openEnd().orElseThrow();
        if (!date.isAfter(open)) {
            return recorded(date);
        }
        return switch (branch) {
            case RESUMES, TIGHTENED -> state(Phase.IN_FORCE, Optional.empty());
            case REPEALED, LAPSES -> state(Phase.ENDED, Optional.empty());
            case EXTENDED_ONE_YEAR -> extended(date, open.plusYears(1));
        };
    }

    private State extended(LocalDate date, LocalDate end) {
        if (date.isAfter(end)) {
            return state(Phase.OUTCOME_NOT_RECORDED, Optional.empty());
        }
        return state(suspendedUntil.isPresent() ? Phase.SUSPENDED : before(), Optional.of(end));
    }

    /// An import measure under negotiation is announced, not in force.
    private Phase before() {
        return control.type().equals("import_measure_pending") ? Phase.ANNOUNCED : Phase.IN_FORCE;
    }

    private State recorded(LocalDate date) {
        LocalDate end = control.end().orElse(LocalDate.MAX);
        if (suspendedUntil.isPresent() && !date.isBefore(end)) {
            return state(Phase.SUSPENDED, suspendedUntil);
        }
        if (suspendedUntil.isEmpty() && date.isAfter(end)) {
            return state(Phase.ENDED, Optional.empty());
        }
        if (control.effective().isPresent()
                && !date.isBefore(control.effective().get())) {
            Optional<LocalDate> until =
                    suspendedUntil.isPresent() ? control.end().map(day -> day.minusDays(1)) : control.end();
            return state(before(), until);
        }
        boolean known = control.announced().isPresent()
                && !date.isBefore(control.announced().get());
        return state(
                known ? Phase.ANNOUNCED : Phase.NOT_YET_ANNOUNCED,
                control.effective().map(day -> day.minusDays(1)));
    }

    /// Whether it is aimed at a place. A control with named targets hits nobody else, one for all destinations hits
    /// everybody but its own country, and one aimed at the EU hits its members.
    public boolean hits(String place) {
        boolean named =
                control.targets().contains(place) || (control.targets().contains("EU27") && EuMembers.holds(place));
        return switch (control.scope()) {
            case "all" -> !place.equals(control.imposer());
            default -> named; // named targets, and rulings about somebody
        };
    }
}
