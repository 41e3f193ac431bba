package org.monazite.plan;

import java.util.List;

/// Who has checked a plan besides the solver that found it.
///
/// @param verified whether our own verifier agrees
/// @param second what another solver says
public record Proof(boolean verified, SecondSolver second) {

    /// Nothing is shown that needs a proof.
    public static final Proof NOT_NEEDED = new Proof(true, SecondSolver.none(SecondSolver.Asked.NO_PLAN));

    /// False if either of them found something wrong.
    public boolean holds() {
        return verified && !second.disputes();
    }

    /// Whether all of some plans hold.
    public static boolean hold(List<Proof> proofs) {
        return proofs.stream().allMatch(Proof::holds);
    }
}
