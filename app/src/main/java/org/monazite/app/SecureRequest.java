package org.monazite.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.monazite.plan.PlanSpec;

/// What the main job is asked.
///
/// @param chain the chain, such as `magnets`
/// @param plan who asks, against whom, with what money and targets
/// @param ensemble the draws of the main scenario
/// @param frontierPoints how many budgets the frontier has, 2 or more
/// @param asOf the date on which promises are judged
/// @param language of the brief
public record SecureRequest(
        String chain, PlanSpec plan, Draws ensemble, int frontierPoints, LocalDate asOf, Locale language) {

    /// The chain of the main job.
    public static final String MAGNETS = "magnets";

    /// Money for all partners together where nobody names a sum, US dollars.
    public static final double DEFAULT_BUDGET_USD =
            2e9; // a billion a partner, as the US-Australia framework pledges (USAU-01)

    /// How many plans the frontier shows where nobody says.
    public static final int DEFAULT_POINTS = 12;

    /// The draws of an ensemble.
    ///
    /// @param weeks length of each run
    /// @param members runs of the main scenario; the others get a fifth
    /// @param seed of all draws
    /// @param threads results do not depend on it
    public record Draws(int weeks, int members, long seed, int threads) {}

    /// Who asks.
    public List<String> partners() {
        return plan.partners();
    }

    /// Whom it is against.
    public String against() {
        return plan.against();
    }
}
