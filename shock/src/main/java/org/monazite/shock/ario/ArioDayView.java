package org.monazite.shock.ario;

/// A step of a run, as far as it has been played; industries, sectors and consumers by their numbers in
/// the table,
/// money per day. The view is good until the next step begins.
public interface ArioDayView {

    /// The step, from 0.
    int step();

    /// What an industry made.
    double made(int industry);

    /// What it could have made: normal output, less what is lost, times overtime.
    double capacity(int industry);

    /// Orders of other industries that it served in this step, as they were asked.
    double ordered(int industry);

    /// What final demand of a consumer did not get, from all industries.
    double unmet(int consumer);

    /// Stock of an input sector at an industry, before production.
    double stock(int sector, int industry);
}
