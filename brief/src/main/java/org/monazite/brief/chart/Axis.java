package org.monazite.brief.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/// A scale with its words.
///
/// @param least value at its start
/// @param most value at its end, more than `least`
/// @param ticks where lines are drawn
/// @param title what is measured and in what unit
/// @param words how a tick is written
public record Axis(double least, double most, List<Double> ticks, String title, DoubleFunction<String> words) {

    /// Checks the order.
    public Axis {
        if (!(least < most) || !Double.isFinite(most - least)) {
            throw new IllegalArgumentException("An axis runs from less to more, was %s to %s.".formatted(least, most));
        }
        ticks = List.copyOf(ticks);
    }

    /// An axis from 0 to the next round number above `most`, with about `count` ticks.
    public static Axis upTo(double most, int count, String title, DoubleFunction<String> words) {
        double top = most > 0 ? most : 1;
        double step = niceStep(top / count);
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i == 0 || ticks.getLast() < top * (1 - 1e-9); i++) {
            ticks.add(i * step);
        }
        return new Axis(0, ticks.getLast(), ticks, title, words);
    }

    /// Shares from nothing to all.
    public static Axis shares(String title, DoubleFunction<String> words) {
        return new Axis(0, 1, List.of(0.0, 0.25, 0.5, 0.75, 1.0), title, words);
    }

    private static double niceStep(double raw) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(raw)));
        double part = raw / power;
        double nice = part <= 1 ? 1 : part <= 2 ? 2 : part <= 2.5 ? 2.5 : part <= 5 ? 5 : 10;
        return nice * power;
    }

    /// What is written at a tick of an axis that runs across `length`: empty at ticks that would crowd their
    /// neighbours.
    String label(double tick, double length) {
        double widest = ticks.stream()
                .mapToDouble(each -> Lettering.width(words.apply(each), Canvas.SMALL))
                .max()
                .orElse(0);
        double gap = length / Math.max(1, ticks.size() - 1);
        int every = Math.max(1, (int) Math.ceil((widest + 6) / gap));
        return ticks.indexOf(tick) % every == 0 ? words.apply(tick) : "";
    }

    double at(double value, double start, double length) {
        return start + (Math.clamp(value, least, most) - least) / (most - least) * length;
    }
}
