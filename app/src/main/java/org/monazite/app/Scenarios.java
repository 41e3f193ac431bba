package org.monazite.app;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.monazite.shock.Action;
import org.monazite.shock.Assumptions;
import org.monazite.shock.Scenario;
import org.monazite.shock.Targets;

/// What the main job plays against a supplier. For China the same as the files that every workspace
/// begins with.
final class Scenarios {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final Set<String> HEAVY = Set.of("dy.oxide", "tb.oxide");

    private final String supplier;
    private final int days;

    /// @param supplier place code of who stops
    /// @param weeks how long
    Scenarios(String supplier, int weeks) {
        this.supplier = supplier;
        this.days = 7 * weeks;
    }

    /// The world as it is: nobody does anything.
    static Scenario nothing() {
        return new Scenario("nothing", START, Assumptions.MINERALS, List.of());
    }

    /// Nothing of the chain leaves the supplier.
    Scenario wholeChain(String chain) {
        String name = chain.equals("magnets") ? "magnet-chain" : chain;
        return ban(name, START, Set.of(), Set.of());
    }

    /// No heavy rare earths leave the supplier.
    Scenario heavyRareEarths() {
        return ban("dy-tb", START, Set.of(), HEAVY);
    }

    /// Nothing of the chain leaves for some places; others are served.
    Scenario bilateral(List<String> partners) {
        return ban("bilateral", START, new LinkedHashSet<>(partners), Set.of());
    }

    /// Licences as from April 2025: 63 days to a decision, a quarter granted, six in ten after twelve
    /// weeks; half of
    /// the
    /// magnets need one, and half of the rest, under the same customs code, is held as well.
    Scenario licences() {
        List<Action.Approval> approval = List.of(new Action.Approval(0, 0.25), new Action.Approval(84, 0.6));
        Targets oxides = new Targets(Set.of(supplier), Set.of(), HEAVY);
        Targets magnets = new Targets(Set.of(supplier), Set.of(), Set.of("ndfeb.magnet"));
        double noCap = Double.POSITIVE_INFINITY;
        return new Scenario(
                supplier.equals("CHN") ? "licence-april-2025" : name("licence"),
                LocalDate.of(2025, 4, 4),
                Assumptions.MINERALS,
                List.of(
                        new Action.LicenceRegime(oxides, 0, days, 63, approval, 1, 0.5, 20, noCap),
                        new Action.LicenceRegime(magnets, 0, days, 63, approval, 0.5, 0.5, 20, noCap)));
    }

    /// A ban in weeks from 1 by the words of the command line.
    Scenario ban(String what, LocalDate start, Set<String> to, Set<String> products) {
        return new Scenario(
                name(what),
                start,
                Assumptions.MINERALS,
                List.of(new Action.ExportBan(new Targets(Set.of(supplier), to, products), 0, days, 0)));
    }

    private String name(String what) {
        return (supplier.equals("CHN") ? "china" : supplier.toLowerCase(Locale.ROOT)) + "-" + what;
    }
}
