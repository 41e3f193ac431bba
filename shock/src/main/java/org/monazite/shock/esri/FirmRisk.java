package org.monazite.shock.esri;

/// What one scenario costs, and how far the calculation went.
///
/// @param esri part of all sales that is lost, 0 to 1
/// @param sweeps updates of all firms until the stop
/// @param lastChange largest change of any firm in the last of them
/// @param stoppingError estimate of what further sweeps would still change in the worst firm: last change
///     times
///     `ratio / (1 - ratio)`, ratio of the last two changes; infinite if they do not shrink
public record FirmRisk(double esri, int sweeps, double lastChange, double stoppingError) {}
