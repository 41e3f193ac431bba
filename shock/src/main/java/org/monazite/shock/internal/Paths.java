package org.monazite.shock.internal;

/// The weekly paths of one member of an ensemble. Layout: week x line of the report, week x place.
public final class Paths {

    private final Layout layout;
    private final double[] unmet;
    private final double[] lostUsd;
    private final int[] firstEmpty;
    private final double massError;

    Paths(Layout layout, double[] unmet, double[] lostUsd, int[] firstEmpty, double massError) {
        this.layout = layout;
        this.unmet = unmet;
        this.lostUsd = lostUsd;
        this.firstEmpty = firstEmpty;
        this.massError = massError;
    }

    /// Part of the baseline use that is missing, 0..1.
    public double unmet(int week, int line) {
        return unmet[week * layout.lines + line];
    }

    /// Value lost at a place, US dollars per week.
    public double lostUsd(int week, int place) {
        return lostUsd[week * layout.places + place];
    }

    /// Value lost at a place over the run, US dollars.
    public double lostUsd(int place) {
        double sum = 0;
        for (int week = 0; week < weeks(); week++) {
            sum += lostUsd(week, place);
        }
        return sum;
    }

    /// Weeks of normal use that are missing over the run.
    public double lostWeeks(int line) {
        double sum = 0;
        for (int week = 0; week < weeks(); week++) {
            sum += unmet(week, line);
        }
        return sum;
    }

    /// First week, from 1, in which more than a part of the use is missing; 0 for never.
    public int firstWeekAbove(int line, double part) {
        for (int week = 0; week < weeks(); week++) {
            if (unmet(week, line) > part) {
                return week + 1;
            }
        }
        return 0;
    }

    /// Length of the run.
    public int weeks() {
        return layout.lines == 0 ? 0 : unmet.length / layout.lines;
    }

    /// Normal use of a line, per day.
    public double use(int line) {
        return layout.baseUse[line] + layout.baseFinal[line];
    }

    /// True if the product of a line is scrap.
    public boolean isScrap(int line) {
        return layout.isScrap(line);
    }

    /// Index of the product of a line in the network: makers come before their customers.
    public int productIndex(int line) {
        return layout.productIndex(line);
    }

    /// First week, from 1, in which a user of a line ran dry; 0 for never.
    public int firstEmpty(int line) {
        return firstEmpty[line];
    }

    /// Largest relative error of the mass balance.
    public double massError() {
        return massError;
    }

    /// Lines of the report.
    public int lines() {
        return layout.lines;
    }

    /// Places of the network.
    public int places() {
        return layout.places;
    }

    /// True if somebody uses the product of a line at its place.
    public boolean isUsed(int line) {
        return layout.baseUse[line] + layout.baseFinal[line] > 0;
    }

    /// True if value hangs on products at a place.
    public boolean hasValue(int place) {
        return layout.hasValue[place];
    }

    /// Product of a line.
    public String product(int line) {
        return layout.product(line);
    }

    /// Place code of a line.
    public String place(int line) {
        return layout.place(line);
    }

    /// Code of a place.
    public String placeCode(int place) {
        return layout.placeCode(place);
    }
}
