package org.monazite.shock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.shock.internal.Draws;
import org.monazite.shock.internal.Paths;
import org.monazite.shock.internal.Wiring;
import org.monazite.supply.NodeKind;
import org.monazite.supply.Nodes;

/// From the records of all members to what their losses depend on, in member order.
final class EvidenceMaker {

    private static final int SAMPLES = 10;

    private final Wiring wiring;
    private final Scenario scenario;
    private final Members members;
    private final List<Paths> records;

    EvidenceMaker(Wiring wiring, Scenario scenario, Members members, List<Paths> records) {
        this.wiring = wiring;
        this.scenario = scenario;
        this.members = members;
        this.records = records;
    }

    Evidence of(Paths central, List<Evidence.Step> convergence) {
        Map<String, double[]> drawn = drawn();
        List<Evidence.Headline> headlines = new ArrayList<>();
        for (int place = 0; place < central.places(); place++) {
            if (central.hasValue(place)) {
                headlines.add(headline(place, drawn));
            }
        }
        int weekly = (int) records.stream().filter(Paths::hasWeeks).count();
        return new Evidence(weekly, headlines, industries(central), convergence);
    }

    /// Where each number lies in its range, per member. Ranks need no more.
    private Map<String, double[]> drawn() {
        Draws draws = new Draws(members.seed());
        Map<String, double[]> drawn = new TreeMap<>();
        for (Parameter parameter : Parameter.values()) {
            drawn.put(parameter.key(), uniforms(draws, parameter.ordinal()));
        }
        for (Scenario.Guess guess : scenario.guesses()) {
            int draw = Scenario.GUESS_DRAW + guess.number().ordinal();
            drawn.computeIfAbsent(guess.number().key(), _ -> uniforms(draws, draw));
        }
        drawn.put("stated_stocks", uniforms(draws, Members.STOCK_DRAW));
        drawn.put("stated_values", uniforms(draws, Members.VALUE_DRAW));
        return drawn;
    }

    private double[] uniforms(Draws draws, int parameter) {
        double[] values = new double[records.size()];
        for (int m = 0; m < values.length; m++) {
            values[m] = draws.uniform(m, parameter, 0);
        }
        return values;
    }

    private Evidence.Headline headline(int place, Map<String, double[]> drawn) {
        double[] losses =
                records.stream().mapToDouble(record -> record.lostUsd(place)).toArray();
        List<Evidence.Effect> effects = new ArrayList<>();
        drawn.forEach(
                (key, values) -> effects.add(new Evidence.Effect(key, Statistics.rankCorrelation(values, losses))));
        effects.sort(Comparator.comparingDouble((Evidence.Effect effect) ->
                        Double.isNaN(effect.rankCorrelation()) ? 0 : -Math.abs(effect.rankCorrelation()))
                .thenComparing(Evidence.Effect::key));
        return new Evidence.Headline(
                records.getFirst().placeCode(place),
                Spread.of(losses),
                effects,
                Statistics.between(losses, EnsembleRunner.COMBINATIONS),
                samples(losses, place));
    }

    private List<Evidence.Sample> samples(double[] losses, int place) {
        double[] sorted = losses.clone();
        java.util.Arrays.sort(sorted);
        List<Evidence.Sample> samples = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            double quantile = (i + 0.5) / SAMPLES;
            int member = nearest(losses, sorted[(int) (quantile * sorted.length)]);
            Paths kept = records.get(member);
            Paths paths = kept.hasWeeks() ? kept : members.play(wiring, scenario, member);
            List<Double> weekly = new ArrayList<>();
            for (int week = 0; week < members.weeks(); week++) {
                weekly.add(paths.lostUsd(week, place));
            }
            samples.add(new Evidence.Sample(quantile, member, weekly));
        }
        return samples;
    }

    private static int nearest(double[] values, double target) {
        int best = 0;
        for (int m = 1; m < values.length; m++) {
            if (Math.abs(values[m] - target) < Math.abs(values[best] - target)) {
                best = m;
            }
        }
        return best;
    }

    private List<Evidence.Industry> industries(Paths central) {
        List<Evidence.Industry> industries = new ArrayList<>();
        Nodes nodes = wiring.network().nodes();
        for (int node = 0; node < nodes.size(); node++) {
            if (nodes.kind(node) == NodeKind.USE && nodes.valueAddedUsd(node) > 0) {
                industries.add(industry(node, central));
            }
        }
        industries.sort(Comparator.comparing(Evidence.Industry::node));
        return industries;
    }

    private Evidence.Industry industry(int node, Paths central) {
        Nodes nodes = wiring.network().nodes();
        double output = nodes.output(node);
        List<Double> year = List.of(
                output * nodes.valueAddedLow(node),
                output * nodes.valueAddedUsd(node),
                output * nodes.valueAddedHigh(node));
        double[] losses = new double[records.size()];
        for (int m = 0; m < losses.length; m++) {
            losses[m] = records.get(m).idleYears(node)
                    * Draws.triangular(members.values(m), year.get(0), year.get(1), year.get(2));
        }
        double idle = central.idleYears(node);
        return new Evidence.Industry(
                nodes.key(node),
                wiring.network().placeOf(node),
                year,
                year.stream().map(value -> idle * value).toList(),
                Spread.of(losses));
    }
}
