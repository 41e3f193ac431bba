package org.monazite.plan;

import java.util.List;

/// The rows of the plan's model in which the output of some works or users stands, in words, with numbers
/// and with
/// the solution put in. Goods are in kilotonnes over the whole episode, money in million US dollars a year.
///
/// @param year the assessed year
/// @param nodes keys of the nodes, such as `JPN/ndfeb.magnet`
/// @param rows in the order of the model
/// @param proof who has checked the plan
public record Equation(int year, List<String> nodes, List<Line> rows, Proof proof) {

    /// Copies the lists.
    public Equation {
        nodes = List.copyOf(nodes);
        rows = List.copyOf(rows);
    }

    /// One row.
    ///
    /// @param node key of the node
    /// @param number of the equation in the methods
    /// @param family name of the row
    /// @param english what it says
    /// @param japanese the same in Japanese
    /// @param banId the ban; empty for a year without one
    /// @param text names and numbers
    /// @param solved the same with the solution put in
    /// @param dualUsd what a tonne more on its side changes, US dollars a year; 0 if the row does not bind
    public record Line(
            String node,
            String number,
            String family,
            String english,
            String japanese,
            String banId,
            String text,
            String solved,
            double dualUsd) {}
}
