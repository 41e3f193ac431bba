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
