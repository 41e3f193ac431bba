package org.monazite.app.cli.paper;

/// A command that keeps the limit of time by itself and ends with the best it has.
public interface KeepsTime {}
