package org.monazite.app.cli.plan;

import org.monazite.app.cli.paper.Session;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.plan.PlanSpec;

/// What a command line may ask of a plan: how much money, how long to search.
public final class PlanLimits {

    private PlanLimits() {}

    /// A budget as it is, in US dollars, from 0 to 1e13.
    ///
    /// @throws Problem if it is out of range or not a number
    public static double checked(double budgetUsd) {
        if (!(budgetUsd >= 0 && budgetUsd <= 1e13)) {
            throw Problem.of(ExitCode.USAGE, "problem.option.range", "--budget", budgetUsd, "0", "1e13");
        }
        return budgetUsd;
    }

    /// The question with the limit of time of the command line, if there is one.
    public static PlanSpec limited(PlanSpec spec, Session session) {
        return spec.within(session.timeout().orElse(spec.timeLimitSeconds()));
    }
}
