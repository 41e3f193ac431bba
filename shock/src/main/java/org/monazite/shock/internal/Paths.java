package org.monazite.shock.internal;

/// What one member of an ensemble leaves behind: its totals, and its weekly series unless they were
/// dropped. Layout:
/// week x line of the report, week x place.
public final class Paths {

    private final Layout layout;
    final double[] unmet; // empty once dropped
    final double[] lostUsd; // likewise
    final double[] worst; // per line
    final double[] lostWeeks; // per line
    final double[] totalUsd; // per place
    final double[] idleYears; // per node: output lost over a year's output; sectors with value alone
    final int[] firstEmpty; // per line
    final double massError;

    Paths(Layout layout, double[] unmet, double[] lostUsd, double[] idleYears, int[] firstEmpty, double massError) {
        this.layout = layout;
        this.unmet = unmet;
        this.lostUsd = lostUsd;
        this.idleYears = idleYears;
        this.firstEmpty = firstEmpty;
        this.massError = massError;
        this.worst = new double[layout.lines];
        this.lostWeeks = new double[layout.lines];
        this.totalUsd = new double[layout.places];
        for (int at = 0; at < unmet.length; at++) {
            int line = at % layout.lines;
            worst[line] = Math.max(worst[line], unmet[at]);
            lostWeeks[line] += unmet[at];
        }
        for (int at = 0; at < lostUsd.length; at++) {
            totalUsd[at % layout.places] += lostUsd[at];
        }
    }

    /// Totals alone.
    Paths(
            Layout layout,
            double[] worst,
            double[] lostWeeks,
            double[] totalUsd,
            double[] idleYears,
            int[] firstEmpty,
            double massError) {
        this.layout = layout;
        this.unmet = new double[0];
        this.lostUsd = new double[0];
        this.worst = worst;
        this.lostWeeks = lostWeeks;
        this.totalUsd = totalUsd;
        this.idleYears = idleYears;
        this.firstEmpty = firstEmpty;
        this.massError = massError;
    }

    /// The same without its weekly series.
    public Paths totals() {
        return new Paths(layout, worst, lostWeeks, totalUsd, idleYears, firstEmpty, massError);
    }

    /// True if it has its weekly series.
    public boolean hasWeeks() {
        return unmet.length > 0;
    }

    /// Part missing in the member's own worst week, 0..1.
    public double worst(int line) {
        return worst[line];
    }

    /// Output that a sector with value lost over the run, in years of normal output; 0 for all other nodes.
    public double idleYears(int node) {
        return idleYears[node];
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
        return totalUsd[place];
    }

    /// Weeks of normal use that are missing over the run.
    public double lostWeeks(int line) {
        return lostWeeks[line];
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

    /// Weeks of the series; 0 without one.
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
