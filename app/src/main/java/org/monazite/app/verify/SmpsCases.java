package org.monazite.app.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.monazite.plan.cases.CaseFormatException;
import org.monazite.plan.cases.Smps;
import org.monazite.plan.cases.TwoStage;
import org.monazite.plan.cases.TwoStageSolver;
import org.monazite.plan.cases.TwoStageSolver.Method;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.SolverException;
import org.monazite.plan.lp.Status;

/// Two-stage programs in SMPS form, every `.sto` of a folder: by the extensive form and by the L-shaped method.
/// Deviations are relative to the larger of 1 and the known optimum. Where none is known the methods are compared
/// with each other, and a method that stands alone with its own bound.
final class SmpsCases {

    private static final double USUAL = 1e-6;
    private static final double GAP = 1e-7;
    private static final long MOST_NONZEROS = 1_000_000; // of an extensive form that is built unasked

    private SmpsCases() {}

    /// How to solve.
    ///
    /// @param method AUTO for both where both can be had
    /// @param until when to stop
    /// @param threads of the L-shaped method
    record How(Method method, Until until, int threads) {

        static How both() {
            return new How(Method.AUTO, Until.never(), 1);
        }
    }

    /// Every program of a folder.
    static List<Outcome> check(CaseFolder folder, How how) {
        SmpsFiles all = SmpsFiles.of(folder);
        List<String> files = all.stochs();
        if (files.isEmpty()) {
            throw new CaseException(folder.where(""), "it holds no file that ends with .sto");
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int each = 0; each < files.size(); each++) {
            String file = files.get(each);
            try {
                outcomes.addAll(each(folder, all.program(file), files.size() - each, how));
            } catch (CaseException e) {
                if (files.size() == 1) {
                    throw e;
                }
                outcomes.add(Outcome.refused(file, e));
            }
        }
        if (folder.has("measures.csv")) {
            outcomes.addAll(PlanCases.measures(folder, read(folder, all.program(files.getFirst())), how.until));
        }
        return outcomes;
    }

    /// One program of a folder.
    static List<Outcome> check(CaseFolder folder, String stoch, How how) {
        return each(folder, SmpsFiles.of(folder).program(stoch), 1, how);
    }

    private static TwoStage read(CaseFolder folder, SmpsFiles.Program files) {
        try {
            return Smps.read(folder.latin(files.core()), folder.latin(files.time()), folder.latin(files.stoch()));
        } catch (CaseFormatException e) {
            String file = switch (e.part()) {
                case ".cor" -> files.core();
                case ".tim" -> files.time();
                default -> files.stoch();
            };
            String line = e.line() > 0 ? ":" + e.line() + ":" + e.column() : "";
            throw refused(folder.where(file) + line, e.problem(), e);
        }
    }

    private static CaseException refused(String where, String why, RuntimeException cause) {
        CaseException refused = new CaseException(where, why);
        refused.initCause(cause);
        return refused;
    }

    /// @param programs how many are still to be solved, with this one
    private static List<Outcome> each(CaseFolder folder, SmpsFiles.Program files, int programs, How how) {
        String file = files.stoch();
        TwoStage program = read(folder, files);
        PlanCases.Known known = PlanCases.known(folder, "sto", file);
        List<Outcome> outcomes = new ArrayList<>();
        double other = Double.NaN;
        List<Method> methods = methods(program, how.method);
        for (int solve = 0; solve < methods.size(); solve++) {
            Run run;
            try {
                run = run(program, methods.get(solve), how, programs * methods.size() - solve);
            } catch (SolverException e) {
                throw refused(folder.where(file), String.valueOf(e.getMessage()), e);
            } catch (CaseFormatException e) {
                throw refused(folder.where(file), e.problem(), e);
            }
            outcomes.add(outcome(folder.name() + "/" + file, program, run, known, other));
            other = run.found.status() == Status.OPTIMAL ? program.goal().sign() * run.found.objective() : other;
        }
        return outcomes;
    }

    private static List<Method> methods(TwoStage program, Method asked) {
        return switch (asked) {
            case EXTENSIVE, LSHAPED -> List.of(asked);
            case AUTO -> {
                if (program.hasLaterIntegers()) {
                    yield List.of(TwoStageSolver.isManySmall(program) ? Method.LSHAPED : Method.EXTENSIVE);
                }
                yield TwoStageSolver.nonzeros(program) > MOST_NONZEROS
                        ? List.of(Method.LSHAPED)
                        : List.of(Method.EXTENSIVE, Method.LSHAPED);
            }
        };
    }

    private record Run(TwoStageSolver.Outcome found, double seconds) {}

    private static Run run(TwoStage program, Method method, How how, int solves) {
        long begun = System.nanoTime();
        double gap = method == Method.EXTENSIVE ? 0 : GAP;
        TwoStageSolver.Outcome found =
                TwoStageSolver.solve(program, method, Highs.load(), how.threads, how.until.next(solves, gap));
        return new Run(found, (System.nanoTime() - begun) / 1e9);
    }

    private static Outcome outcome(String name, TwoStage program, Run run, PlanCases.Known known, double other) {
        TwoStageSolver.Outcome found = run.found;
        int sign = program.goal().sign();
        double objective = sign * found.objective();
        double bound = sign * found.bound();
        boolean isKnown = !Double.isNaN(known.value());
        double to = isKnown ? known.value() : Double.isNaN(other) ? bound : other;
        double deviation = Math.abs(objective - to) / Math.max(1, Math.abs(to));
        boolean answered = found.status() == Status.INFEASIBLE || found.status() == Status.UNBOUNDED;
        String against = isKnown ? "known" : Double.isNaN(other) ? "bound" : "extensive";
        String line = String.format(
                Locale.ROOT,
                "%s  2  %d  %s  %d  %d  %d  %s  %s  %.12g  %.12g  %d  %.3f",
                name,
                program.scenarios().size(),
                number(program.probabilities()),
                found.rows(),
                found.columns(),
                found.nonzeros(),
                found.method().name().toLowerCase(Locale.ROOT),
                found.status(),
                objective,
                bound,
                found.iterations(),
                run.seconds);
        String gap = String.format(Locale.ROOT, "gap %.1e  cuts %d  against %s", found.gap(), found.cuts(), against);
        Outcome.Solved solved = new Outcome.Solved(
                line,
                gap,
                to,
                found.method().name().toLowerCase(Locale.ROOT),
                String.valueOf(found.status()),
                objective,
                bound,
                found.gap(),
                found.iterations(),
                found.cuts(),
                run.seconds,
                program.scenarios().size(),
                found.nonzeros());
        double tolerance = isKnown ? known.allowed() : USUAL;
        return new Outcome(
                "smps", name, answered && !isKnown ? 0 : deviation, tolerance, "", Outcome.Table.NONE, solved);
    }

    private static String number(double value) {
        double rounded = Math.rint(value * 1e9) / 1e9; // sums of printed probabilities
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }
}
