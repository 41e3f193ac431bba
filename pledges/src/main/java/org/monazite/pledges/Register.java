package org.monazite.pledges;

import java.time.LocalDate;
import java.util.List;

/// All pledges that are watched.
public final class Register {

    private final List<Pledge> pledges;

    private Register(List<Pledge> pledges) {
        this.pledges = List.copyOf(pledges);
    }

    /// A register; ids must differ.
    public static Register of(List<Pledge> pledges) {
        return new Register(pledges);
    }

    /// The pledges, in the order given.
    public List<Pledge> pledges() {
        return pledges;
    }

    /// How every pledge stands on a date.
    public List<Assessment> assess(PledgeFacts facts, LocalDate asOf) {
        throw new IllegalStateException("contract " + facts + asOf);
    }
}
