package org.monazite.app.verify;

/// The largest deviation seen, and where. A deviation that is not a number is the worst of all and stays.
final class Worst {

    private double deviation;
    private String where = "";

    void see(double each, String at) {
        if (!Double.isNaN(deviation) && !(each <= deviation)) {
            deviation = each;
            where = at;
        }
    }

    double deviation() {
        return deviation;
    }

    String where() {
        return where;
    }
}
