package org.monazite.app.cli;

/// A command that keeps the limit of time by itself and ends with the best it has.
interface KeepsTime {}
