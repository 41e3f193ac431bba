package org.monazite.exposure;

import java.util.List;
import java.util.Map;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;

/// Supply risk and economic importance of the European Union's lists of critical raw materials, 2017 and
/// later.
///
///     SR = max over stages of [ HHI_WGI,GS x IR/2 + HHI_WGI,EU x (1 - IR/2) ] x (1 - EoL_RIR) x SI_SR
///     HHI_WGI = sum s_c^2 x WGI_c x t_c        EI = sum (A_s x Q_s) x SI_EI
///
/// The structure is that of the guidelines of 2017. `WGI_c = 2 (2.5 - mean)` with the mean of the six governance
/// indicators over the five years assessed: with it the printed risk of the study of 2023 follows for eight heavy rare
/// earths that China alone refines and for niobium, and lies in the interval that published shares leave for magnesium
/// (`EuStudy2023Test`, `verify exposure`). Trade parameters and indices of substitution are taken as the study prints
/// them; their own derivation is not computed here.
///
/// @see <a href="https://data.europa.eu/doi/10.2873/769526">Methodology for establishing the EU list of
/// critical raw materials, 2017</a>
public final class EuSupplyRisk {

    /// Critical from this supply risk on, if the economic importance is reached as well.
    public static final double SUPPLY_RISK_THRESHOLD = 1.0;

    /// Critical from this economic importance on.
    public static final double IMPORTANCE_THRESHOLD = 2.8;

    private EuSupplyRisk() {}

    /// One supplier at one stage.
    ///
    /// @param tonnes what it makes or ships
    /// @param governance 0 (best) to 10 (worst), as a range where the place has no indicator of its own
    /// @param trade parameter of the trade with it: below 1 for members and free-trade partners, above 1 for
    /// export taxes and quotas; 1 where nothing is known
    public record Supplier(double tonnes, Range governance, double trade) {

        /// Checks the ranges.
        public Supplier {
            if (!(tonnes >= 0) || !(governance.low() >= 0 && governance.high() <= 10) || !(trade > 0)) {
                throw new IllegalArgumentException(
                        "A supplier needs tonnes >= 0, governance in 0..10 and a trade parameter above 0, was %s, %s, %s."
                                .formatted(tonnes, governance, trade));
            }
        }
    }

    /// One stage.
    ///
    /// @param name its name
    /// @param global suppliers of the world
    /// @param sourcing suppliers of the importer, own production included; empty when not known: the
    /// world's mix counts
    /// @param importReliance 0..1
    public record StageRisk(
            String name, Map<String, Supplier> global, Map<String, Supplier> sourcing, double importReliance) {

        /// Checks the reliance.
        public StageRisk {
            if (!(importReliance >= 0 && importReliance <= 1)) {
                throw new IllegalArgumentException(
                        "Import reliance must lie in 0..1 at %s, was %s.".formatted(name, importReliance));
            }
        }

        private double risk(End end) {
            double world = concentration(global, end);
            double own = sourcing.isEmpty() ? world : concentration(sourcing, end);
            return world * importReliance / 2 + own * (1 - importReliance / 2);
        }
    }

    private enum End {
        LOW,
        VALUE,
        HIGH
    }

    /// `WGI` of the method, 0 (best) to 10: `2 (2.5 - mean)`.
    ///
    /// @param estimates estimates of the World Bank, -2.5 to 2.5: of six indicators, over the years assessed
    public static double governance(List<Double> estimates) {
        double sum = 0;
        for (double estimate : estimates) {
            if (!(estimate >= -5 && estimate <= 5)) {
                throw new IllegalArgumentException("An estimate of governance lies around 0, was " + estimate + ".");
            }
            sum += estimate;
        }
        return Math.clamp(2 * (2.5 - sum / estimates.size()), 0, 10);
    }

    /// `IR = (M - X) / (P + M - X)`, held in 0..1; NaN where nothing is used.
    public static double importReliance(double production, double imports, double exports) {
        double used = production + imports - exports;
        return used > 0 ? Math.clamp((imports - exports) / used, 0, 1) : Double.NaN;
    }

    /// Concentration weighted by governance and trade, 0..10 with all trade parameters 1; NaN if nobody
    /// ships.
    public static double concentration(Map<String, Supplier> suppliers) {
        return concentration(suppliers, End.VALUE);
    }

    private static double concentration(Map<String, Supplier> suppliers, End end) {
        double total = 0;
        for (Supplier each : suppliers.values()) {
            total += each.tonnes();
        }
        double sum = 0;
        for (Supplier each : suppliers.values()) {
            double share = each.tonnes() / total;
            double governance = switch (end) {
                case LOW -> each.governance().low();
                case VALUE -> each.governance().value();
                case HIGH -> each.governance().high();
            };
            sum += share * share * governance * each.trade();
        }
        return sum;
    }

    /// The supply risk: the worst stage, less what is recycled, times how hard it is to substitute.
    ///
    /// @param recycling end-of-life recycling input rate, 0..1
    /// @param substitution substitution index, 0 (easily replaced) to 1 (not at all)
    /// @param flag the weakest flag of the inputs
    public static Explained supplyRisk(List<StageRisk> stages, double recycling, double substitution, Flag flag) {
        if (!(recycling >= 0 && recycling <= 1) || !(substitution >= 0 && substitution <= 1)) {
            throw new IllegalArgumentException(
                    "Recycling and substitution lie in 0..1, were %s and %s.".formatted(recycling, substitution));
        }
        double factor = (1 - recycling) * substitution;
        Working working = new Working();
        StringBuilder defaults = new StringBuilder();
        double value = Double.NEGATIVE_INFINITY;
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (StageRisk stage : stages) {
            double risk = factor * stage.risk(End.VALUE);
            working.add("risk at stage " + stage.name(), risk, "index", flag, List.of());
            value = Math.max(value, risk);
            low = Math.max(low, factor * stage.risk(End.LOW));
            high = Math.max(high, factor * stage.risk(End.HIGH));
            if (stage.sourcing().isEmpty()) {
                defaults.append("; sourcing at ").append(stage.name()).append(" taken as the world's");
            }
        }
        String formula =
                "max over stages of [HHI_WGI,GS x IR/2 + HHI_WGI,EU x (1 - IR/2)] x (1 - EoL_RIR) x SI_SR" + defaults;
        return stages.isEmpty() || Double.isNaN(value)
                ? working.missing("EU supply risk", "index", "no stage with a supplier")
                : working.result("EU supply risk", value, low, high, "index", formula);
    }

    /// Economic importance, `EI = sum (A_s x Q_s) x SI_EI`.
    ///
    /// @param useShares `A_s`, part of the end use in each sector
    /// @param sectorValues `Q_s`, value added of each sector on the scale of the method
    /// @param substitution substitution index, 0..1
    public static double importance(List<Double> useShares, List<Double> sectorValues, double substitution) {
        if (useShares.size() != sectorValues.size()) {
            throw new IllegalArgumentException(
                    "%d shares of use and %d sectors do not fit.".formatted(useShares.size(), sectorValues.size()));
        }
        double sum = 0;
        for (int i = 0; i < useShares.size(); i++) {
            sum += useShares.get(i) * sectorValues.get(i);
        }
        return sum * substitution;
    }

    /// Whether a material counts as critical; both numbers rounded to one digit first, as the lists print
    /// them.
    public static boolean isCritical(double supplyRisk, double importance) {
        return Math.rint(supplyRisk * 10) / 10 >= SUPPLY_RISK_THRESHOLD
                && Math.rint(importance * 10) / 10 >= IMPORTANCE_THRESHOLD;
    }
}
