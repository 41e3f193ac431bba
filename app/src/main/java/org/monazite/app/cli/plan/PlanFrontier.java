package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import org.monazite.app.SecureRequest;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.trail.TrailKeys;
import org.monazite.plan.Frontier;
import org.monazite.plan.PlanAndFrontier;
import org.monazite.plan.PlanResult;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Planner;
import org.monazite.supply.Flag;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.node.ObjectNode;

/// What more money buys, alone or beside a plan.
public final class PlanFrontier {

    private static final int MOST = 100;

    private final Session session;
    private final TrailKeys keys;

    PlanFrontier(Session session, TrailKeys keys) {
        this.session = session;
        this.keys = keys;
    }

    /// A plan, with a frontier where one was asked for.
    record Answer(PlanResult plan, Optional<Frontier> frontier) {}

    /// @param points of the frontier; 0 for none
    static Answer answer(Planner planner, PlanSpec spec, boolean calibrate, int points) {
        if (points == 0) {
            return new Answer(calibrate ? planner.calibrated(spec) : planner.solve(spec), Optional.empty());
        }
        if (calibrate) {
            return new Answer(planner.calibrated(spec), Optional.of(planner.frontier(spec, points)));
        }
        PlanAndFrontier both = planner.solveWithFrontier(spec, points);
        return new Answer(both.plan(), Optional.of(both.frontier()));
    }

    /// The number of budgets, which must be from 2 to 100.
    ///
    /// @throws Problem if it is not
    static int checked(String option, int points) {
        if (points < 2 || points > MOST) {
            throw Problem.of(ExitCode.USAGE, "problem.option.range", option, points, "2", Integer.toString(MOST));
        }
        return points;
    }

    /// Whether every plan is verified and none is disputed by a second solver.
    public static boolean verified(Frontier frontier) {
        return frontier.points().stream()
                .allMatch(point -> point.verified() && !point.second().disputes());
    }

    /// @param flag how careful a reader must be with what the plans leave unmet
    void show(Report report, PlanSpec spec, Frontier frontier, Flag flag) throws IOException {
        ObjectNode json = new PlanTrailJson(keys).frontier(PlansJson.json(frontier, spec.targetYear()), spec.against());
        report.json().set("frontier", json.put("flag", Json.flag(flag)));
        Plans plans = new Plans(session);
        report.line(session.texts().get("frontier.title", spec.name())).table(plans.table(frontier, flag));
        report.line(new PlanChecks(session.texts())
                .plans(frontier.points().stream().map(Frontier.Point::second).toList()));
        plans.knee(report, frontier, spec, flag);
    }

    /// The number of budgets is left out where the next word is none: `--frontier default`.
    static final class NumberOrNot implements IParameterPreprocessor {

        @Override
        public boolean preprocess(Stack<String> words, CommandSpec command, ArgSpec option, Map<String, Object> info) {
            boolean attached = "=".equals(info.get("separator")); // then the word is meant for this option
            boolean number = attached || (!words.isEmpty() && words.peek().matches("[+-]?[0-9]+"));
            if (!number) {
                option.setValue(SecureRequest.DEFAULT_POINTS);
            }
            return !number;
        }
    }
}
