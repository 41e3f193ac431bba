package org.monazite.shock.backtest;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// When the lowest month (of a price: the highest) came, and when the series was back at nine tenths of its baseline.
///
/// @param extreme month of the extreme as observed
/// @param extremeForecast the same in the forecast, among the months observed
/// @param back first observed month after the extreme at 0.9 of the baseline or more; empty if none, or for a price
/// @param backForecast the same in the forecast
public record Timing(
        YearMonth extreme, YearMonth extremeForecast, Optional<YearMonth> back, Optional<YearMonth> backForecast) {

    private static final double BACK = 0.9;

    /// Months by which the forecast extreme is late; negative if it is early.
    public int extremeError() {
        return months(extreme, extremeForecast);
    }

    /// Months by which the forecast return is late; empty if one of the two never comes.
    public OptionalInt backError() {
        return back.isPresent() && backForecast.isPresent()
                ? OptionalInt.of(months(back.get(), backForecast.get()))
                : OptionalInt.empty();
    }

    private static int months(YearMonth from, YearMonth to) {
        return Math.toIntExact(ChronoUnit.MONTHS.between(from, to));
    }

    /// Reads observed and forecast values of the same months.
    static Timing of(List<YearMonth> months, double[] observed, double[] forecast, boolean price) {
        int seen = extreme(observed, price);
        int told = extreme(forecast, price);
        return new Timing(
                months.get(seen),
                months.get(told),
                price ? Optional.empty() : back(months, observed, seen),
                price ? Optional.empty() : back(months, forecast, told));
    }

    private static int extreme(double[] values, boolean highest) {
        int at = 0;
        for (int i = 1; i < values.length; i++) {
            if (highest ? values[i] > values[at] : values[i] < values[at]) {
                at = i;
            }
        }
        return at;
    }

    private static Optional<YearMonth> back(List<YearMonth> months, double[] values, int from) {
        for (int i = from + 1; i < values.length; i++) {
            if (values[i] >= BACK) {
                return Optional.of(months.get(i));
            }
        }
        return Optional.empty();
    }
}
