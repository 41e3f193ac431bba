package org.monazite.plan.world;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.monazite.plan.Chance;
import org.monazite.plan.PlanInput;
import org.monazite.plan.PlanSpec;
import org.monazite.supply.ExportControl;
import org.monazite.supply.Product;

/// How likely a supplier stops shipments, or puts them under licence, in a year: `(n + 0.5) / (years + 1)`,
/// at most 0.5, with `n` the dated controls of that kind in the record that name a material of the chain and
/// took effect. A ban, an embargo that nobody announced and an order to a state trader stop shipments;
/// licences, quotas and delays slow them; export taxes, rules of production, and bans or licences on
/// technology, which is no shipment, do neither.
public final class Chances {

    private static final Set<String> STOPS = Set.of("ban", "unannounced_embargo", "instruction_to_SOE");
    private static final Set<String> SLOWS = Set.of("licence", "enhanced_licence", "quota", "de_facto_delay");
    private static final Set<String> RARE_EARTHS =
            Set.of("La", "Ce", "Pr", "Nd", "Sm", "Eu", "Gd", "Tb", "Dy", "Ho", "Er", "Tm", "Yb", "Lu", "Y", "Sc");
    private static final Set<String> BASKETS = Set.of("ree", "lree", "hree", "magree");

    private final PlanInput input;
    private final PlanSpec spec;
    private final Set<String> words = new TreeSet<>();

    /// Chances under a question.
    public Chances(PlanInput input, PlanSpec spec) {
        this.input = input;
        this.spec = spec;
        for (Product product : input.network().products()) {
            if (product instanceof Product.Mineral mineral) {
                words.add(mineral.material().id());
                words.add(mineral.material().symbol());
            }
        }
        words.remove("");
        if (words.stream().anyMatch(word -> RARE_EARTHS.contains(word) || BASKETS.contains(word))) {
            words.add("REE");
        }
    }

    /// That it stops shipments.
    public Chance stop(String supplier) {
        boolean given =
                supplier.equals(spec.against()) && !Double.isNaN(spec.rules().chance());
        Chance record = of(supplier, "stop", STOPS);
        return given
                ? new Chance(supplier, "stop", spec.rules().chance(), record.years(), record.controls(), true)
                : record;
    }

    /// That it puts them under licence.
    public Chance licence(String supplier) {
        return of(supplier, "licence", SLOWS);
    }

    /// Those of the feared supplier that the question looks at.
    public List<Chance> feared() {
        Chance stop = stop(spec.against());
        return spec.rules().licences() ? List.of(stop, licence(spec.against())) : List.of(stop);
    }

    private Chance of(String supplier, String kind, Set<String> types) {
        List<String> controls = input.controls().stream()
                .filter(control -> control.imposer().equals(supplier)
                        && types.contains(control.type())
                        && tookEffect(control)
                        && concerns(control)
                        && isOfGoods(control))
                .map(ExportControl::id)
                .sorted()
                .toList();
        int years = spec.asOfYear() - Guess.RECORD_START;
        double perYear = Math.min(Guess.PROBABILITY_MOST, (controls.size() + 0.5) / (years + 1));
        return new Chance(supplier, kind, perYear, years, controls, false);
    }

    /// A control that was suspended before its day did not take effect.
    private boolean tookEffect(ExportControl control) {
        return control.effective()
                .filter(day -> day.getYear() >= Guess.RECORD_START && day.getYear() <= spec.asOfYear())
                .filter(day -> control.end().map(end -> !end.isBefore(day)).orElse(true))
                .isPresent();
    }

    /// A control whose products begin with technology is one of knowledge: no shipment waits for it.
    private static boolean isOfGoods(ExportControl control) {
        return !control.products().strip().toLowerCase(Locale.ROOT).startsWith("technology");
    }

    private boolean concerns(ExportControl control) {
        return Arrays.stream(control.minerals().split("[^A-Za-z]+"))
                .anyMatch(word -> words.contains(word) || BASKETS.contains(word) && words.contains("REE"));
    }
}
