package org.monazite.shock;

import java.util.List;
import java.util.Optional;

/// How sure an ensemble is, and what its losses depend on.
///
/// @param weeklyMembers members whose weekly series were kept, the first ones: bands by week rest on
/// them, totals on
/// all
/// @param headlines one for each place that has value at risk
/// @param industries value at risk of each using industry at each place, where there is any
/// @param convergence the doublings of the number of members; empty if the number was given
public record Evidence(int weeklyMembers, List<Headline> headlines, List<Industry> industries, List<Step> convergence) {

    /// Nothing is known.
    public static final Evidence NONE = new Evidence(0, List.of(), List.of(), List.of());

    /// Copies the lists.
    public Evidence {
        headlines = List.copyOf(headlines);
        industries = List.copyOf(industries);
        convergence = List.copyOf(convergence);
    }

    /// The loss of a place.
    ///
    /// @param place place code
    /// @param lossUsd value at risk over the run
    /// @param effects rank correlation of each drawn number with the loss, strongest first
    /// @param rulesShare part of the variance of the loss that lies between the six pairs of rules; the
    /// rest lies
    /// between numbers. NaN if the loss does not vary
    /// @param samples ten members, nearest to the quantiles 5, 15, ... 95 % of the loss
    public record Headline(
            String place, Spread lossUsd, List<Effect> effects, double rulesShare, List<Sample> samples) {

        /// Copies the lists.
        public Headline {
            effects = List.copyOf(effects);
            samples = List.copyOf(samples);
        }
    }

    /// What one drawn number does to the loss.
    ///
    /// @param key of the [Parameter] or [ActionNumber], or `stated_stocks` and `stated_values`: where in their
    /// ranges the stocks and values of the network lie
    /// @param rankCorrelation of Spearman, -1..1; NaN if one of the two does not vary
    public record Effect(String key, double rankCorrelation) {}

    /// One member as an example.
    ///
    /// @param quantile that it stands for
    /// @param member its number: it can be played and explained alone
    /// @param lostUsd per week
    public record Sample(double quantile, int member, List<Double> lostUsd) {

        /// Copies the list.
        public Sample {
            lostUsd = List.copyOf(lostUsd);
        }
    }

    /// A using industry at a place.
    ///
    /// @param node its key in the network, such as `JPN/ndfeb.use/ev`
    /// @param place place code
    /// @param yearUsd value at risk if it stands still for a year: low, stated, high
    /// @param centralUsd loss of the run with the default assumptions: at the low, the stated, the high
    /// value
    /// @param lossUsd loss over all members, whose values are drawn from low to high
    public record Industry(String node, String place, List<Double> yearUsd, List<Double> centralUsd, Spread lossUsd) {

        /// Copies the lists.
        public Industry {
            yearUsd = List.copyOf(yearUsd);
            centralUsd = List.copyOf(centralUsd);
        }
    }

    /// A number of members, and how wide the intervals were.
    ///
    /// @param members how many
    /// @param place whose loss
    /// @param medianWidth width of the 90 % interval of the median over its value; NaN if it is open or
    /// the value 0
    /// @param p90Width likewise of P90
    /// @param met true if both were narrow enough
    public record Step(int members, String place, double medianWidth, double p90Width, boolean met) {}

    /// The headline of a place.
    public Optional<Headline> find(String place) {
        return headlines.stream().filter(each -> each.place().equals(place)).findFirst();
    }
}
