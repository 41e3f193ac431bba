package org.monazite.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.monazite.atlas.WhatIf;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.exposure.Exposure;
import org.monazite.exposure.Importer;
import org.monazite.exposure.StageExposure;
import org.monazite.shock.Run;
import org.monazite.shock.Simulation;
import org.monazite.supply.NodeKind;
import org.monazite.supply.SupplyNetwork;

/// What headline numbers hang on: each unverified figure of a chain is set to the low and to the high end of its range,
/// the
/// chain is balanced again, and shares and losses are counted anew. One figure at a time; what several of them do
/// together is not told.
///
/// @param headlines what is counted, with the number as it is
/// @param lines one figure each, the one that moves a headline most first; figures that move none are left out
/// @param tried how many figures were tried
/// @param failed those with which the chain does not balance at one of the ends
public record Influences(List<Headline> headlines, List<Line> lines, int tried, List<FigureRecord> failed) {

    private static final int WEEKS = 52;

    /// A change below a tenth of a point is none: the tables round to it.
    public static final double LEAST = 0.1;

    /// Copies the lists.
    public Influences {
        headlines = List.copyOf(headlines);
        lines = List.copyOf(lines);
        failed = List.copyOf(failed);
    }

    /// What a headline counts.
    public enum Kind {
        /// Share that the supplier has handled at any stage, 0 to 1.
        TRACED,
        /// End use that is missing in the worst week of a ban of a year, 0 to 1, with the default rules.
        UNMET,
        /// Value at risk in that year, USD, with the default rules.
        VALUE
    }

    /// One headline number.
    ///
    /// @param place whose number it is
    /// @param productId of a traced share; empty for the others
    /// @param value as it is; NaN where the place has none
    public record Headline(Kind kind, String place, String productId, double value) {

        /// How far another value lies from this one: points for shares, percent for dollars.
        public double distance(double other) {
            double apart = Math.abs(other - value) * 100;
            return kind == Kind.VALUE ? (value == 0 ? 0 : apart / value) : apart;
        }
    }

    /// What one figure does.
    ///
    /// @param low headlines at the low end of its range, in the order of the headlines
    /// @param high headlines at the high end
    /// @param most index of the headline that moves most
    /// @param points how far that one moves, in points or percent
    public record Line(FigureRecord figure, List<Double> low, List<Double> high, int most, double points) {

        /// Copies the lists.
        public Line {
            low = List.copyOf(low);
            high = List.copyOf(high);
        }
    }

    /// Tries figures of a chain.
    ///
    /// @param network of the chain as it is
    /// @param figures those to try
    static Influences of(
            SupplyNetwork network,
            WhatIf whatIf,
            List<FigureRecord> figures,
            List<String> partners,
            String supplier,
            Progress progress) {
        List<Headline> base = headlines(network, partners, supplier);
        List<Line> lines = new ArrayList<>();
        List<FigureRecord> failed = new ArrayList<>();
        int done = 0;
        for (FigureRecord figure : figures) {
            try {
                Line line = line(
                        figure,
                        base,
                        headlines(whatIf.network(figure, figure.low()), partners, supplier),
                        headlines(whatIf.network(figure, figure.high()), partners, supplier));
                if (line.points() >= LEAST) {
                    lines.add(line);
                }
            } catch (IllegalStateException unbalanced) {
                failed.add(figure);
            }
            progress.count(++done, figures.size());
        }
        lines.sort(Comparator.comparingDouble((Line line) -> -line.points())
                .thenComparing(line -> line.figure().id()));
        return new Influences(base, lines, figures.size(), failed);
    }

    private static Line line(FigureRecord figure, List<Headline> base, List<Headline> low, List<Headline> high) {
        List<Double> atLow = base.stream().map(each -> same(each, low)).toList();
        List<Double> atHigh = base.stream().map(each -> same(each, high)).toList();
        double[] moved = IntStream.range(0, base.size())
                .mapToDouble(i -> Math.max(moved(base.get(i), atLow.get(i)), moved(base.get(i), atHigh.get(i))))
                .toArray();
        int most = 0;
        for (int i = 1; i < moved.length; i++) {
            if (moved[i] > moved[most]) {
                most = i;
            }
        }
        return new Line(figure, atLow, atHigh, most, moved[most]);
    }

    /// The same headline of another network, which may have a product less; NaN then.
    private static double same(Headline headline, List<Headline> others) {
        return others.stream()
                .filter(other -> other.kind() == headline.kind()
                        && other.place().equals(headline.place())
                        && other.productId().equals(headline.productId()))
                .mapToDouble(Headline::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double moved(Headline headline, double other) {
        double distance = headline.distance(other);
        return Double.isNaN(distance) ? 0 : distance;
    }

    private static List<Headline> headlines(SupplyNetwork network, List<String> partners, String supplier) {
        Run run = Simulation.of(network)
                .run(new Scenarios(supplier, WEEKS).wholeChain(network.id().chain()), WEEKS);
        Exposure exposure = Exposure.of(network);
        String endUse = endUse(network);
        List<Headline> headlines = new ArrayList<>();
        for (String place : partners) {
            for (StageExposure stage : exposure.by(Importer.place(place), supplier)) {
                headlines.add(new Headline(
                        Kind.TRACED,
                        place,
                        stage.productId(),
                        stage.tracedShare().value()));
            }
            headlines.add(new Headline(
                    Kind.UNMET,
                    place,
                    "",
                    run.find(endUse, place).map(Run.Line::worstUnmet).orElse(Double.NaN)));
            headlines.add(new Headline(Kind.VALUE, place, "", lost(run, place)));
        }
        return headlines;
    }

    /// What the chain is for: the product of those who use it up.
    private static String endUse(SupplyNetwork network) {
        return IntStream.range(0, network.nodes().size())
                .filter(node -> network.nodes().kind(node) == NodeKind.USE)
                .mapToObj(node -> network.productOf(node).id())
                .findFirst()
                .orElse("");
    }

    private static double lost(Run run, String place) {
        return run.valueLost().stream()
                .filter(track -> track.key().equals(place))
                .mapToDouble(Run.Track::total)
                .sum();
    }
}
