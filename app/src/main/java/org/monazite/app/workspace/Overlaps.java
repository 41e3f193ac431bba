package org.monazite.app.workspace;

import java.util.List;
import java.util.Optional;
import org.monazite.shock.Action;
import org.monazite.shock.Targets;

/// Which actions of a file meet each other.
final class Overlaps {

    private Overlaps() {}

    /// A control and its window.
    private record Control(String kind, Object what, int start, int end) {

        boolean meets(int otherStart, int otherEnd) {
            return start < otherEnd && otherStart < end;
        }
    }

    /// True if two actions do the same to the same flows, works or lane, and part of their time.
    static boolean areSame(Action one, Action other) {
        Optional<Control> a = control(one);
        Optional<Control> b = control(other);
        return a.isPresent()
                && b.isPresent()
                && a.get().kind.equals(b.get().kind)
                && a.get().what.equals(b.get().what)
                && a.get().meets(b.get().start, b.get().end);
    }

    private static Optional<Control> control(Action action) {
        return switch (action) {
            case Action.ExportBan ban -> Optional.of(new Control("ban", ban.targets(), ban.start(), ban.end()));
            case Action.LicenceRegime licence ->
                Optional.of(new Control("licence", licence.targets(), licence.start(), licence.end()));
            case Action.Quota quota -> Optional.of(new Control("quota", quota.targets(), quota.start(), quota.end()));
            case Action.Leakage leakage ->
                Optional.of(new Control(
                        "leakage", List.of(leakage.targets(), leakage.via()), leakage.start(), leakage.end()));
            case Action.LaneClosure lane -> Optional.of(new Control("lane", lane.lane(), lane.start(), lane.end()));
            case Action.Branching(var branches) -> control(branches.getFirst().getFirst());
            case Action.Outage _, Action.DemandSurge _, Action.StockRelease _, Action.Rush _, Action.Hoarding _ ->
                Optional.empty(); // these add up
            case Action.NewSupplier _, Action.Substitution _, Action.Recycling _, Action.Restart _ -> Optional.empty();
        };
    }

    /// True if anything that a leak could go around is in force while it could.
    static boolean isControlled(Action.Leakage leakage, List<Action> all) {
        return all.stream().anyMatch(action -> switch (action) {
            case Action.ExportBan ban -> meets(leakage, ban.targets(), ban.start(), ban.end());
            case Action.LicenceRegime licence -> meets(leakage, licence.targets(), licence.start(), licence.end());
            case Action.Quota quota -> meets(leakage, quota.targets(), quota.start(), quota.end());
            case Action.Branching(var branches) -> branches.stream().anyMatch(branch -> isControlled(leakage, branch));
            case Action.Outage _, Action.DemandSurge _, Action.StockRelease _, Action.Rush _, Action.Hoarding _ ->
                false;
            case Action.LaneClosure _,
                    Action.Leakage _,
                    Action.NewSupplier _,
                    Action.Substitution _,
                    Action.Recycling _,
                    Action.Restart _ -> false;
        });
    }

    private static boolean meets(Action.Leakage leakage, Targets control, int start, int end) {
        Targets leak = leakage.targets();
        return start < leakage.end()
                && leakage.start() < end
                && control.from().stream().anyMatch(leak.from()::contains)
                && meet(control.to(), leak.to())
                && meet(control.products(), leak.products());
    }

    private static boolean meet(java.util.Set<String> one, java.util.Set<String> other) {
        return one.isEmpty() || other.isEmpty() || one.stream().anyMatch(other::contains);
    }
}
