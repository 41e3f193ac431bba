package org.monazite.app.tables;

/// What a second row for the same pair of firms means.
public enum Repeats {
    /// Another delivery: the amounts are added.
    ADD,
    /// Nothing, as in the published program: the first row counts.
    FIRST
}
