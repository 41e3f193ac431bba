package org.monazite.app.text;

/// How a command ended, for scripts. Ctrl-C ends with 130 and TERM with 143: those two come from the machine.
public enum ExitCode {
    /// Done.
    DONE(0),
    /// A fault of Monazite; the message has a trace id.
    FAULT(1),
    /// The command line is wrong.
    USAGE(2),
    /// A file is wrong; the message has file, line and column.
    INPUT(3),
    /// There is no such place, product, scenario, figure ...
    NOT_FOUND(4),
    /// A check failed: a reference case, a pledge, an altered atlas.
    CHECK_FAILED(5),
    /// Stopped at a limit of time; a plan that is shown is usable and has its bound and gap.
    LIMIT(6),
    /// The machine does not allow it: permissions, a read-only or full disk.
    REFUSED(7),
    /// No plan reaches every target; the nearest one is shown.
    INFEASIBLE(8),
    /// Somebody else is publishing right now.
    BUSY(9),
    /// Ctrl-C.
    INTERRUPTED(130),
    /// TERM.
    TERMINATED(143);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /// The number a shell sees.
    public int code() {
        return code;
    }
}
