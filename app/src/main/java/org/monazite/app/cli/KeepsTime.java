package org.monazite.app.cli;

/// A command that keeps the limit of time by itself and ends with the best it has.
interface KeepsTime {

    /// Whether it does so with the arguments that it was given.
    default boolean keepsTime() {
        return true;
    }
}
