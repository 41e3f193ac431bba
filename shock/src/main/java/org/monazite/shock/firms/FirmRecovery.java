package org.monazite.shock.firms;

/// How damaged capacity comes back, a step at a time, with `days` from the rules and `first` the damage
/// at the start.
public enum FirmRecovery {
    /// It does not.
    NONE,
    /// Less by `first / days` each day.
    LINEAR,
    /// Less by `1 / days` each day, whatever it was.
    UNIFORM,
    /// Gone after one day.
    AT_ONCE,
    /// Times `1 - days / first`: below zero for any usual number of days, so it heals at once, as in the
    /// published program.
    RENEWAL,
    /// `first * exp(-day / days)`, the day counted from the start of the run, not of the damage.
    EXPONENTIAL,
    /// Times `1 - h / days`, h one minus the mean damage of suppliers and clients.
    DAMPED
}
