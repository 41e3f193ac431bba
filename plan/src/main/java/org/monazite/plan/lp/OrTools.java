package org.monazite.plan.lp;

import com.google.ortools.linearsolver.MPConstraintProto;
import com.google.ortools.linearsolver.MPModelProto;
import com.google.ortools.linearsolver.MPModelRequest;
import com.google.ortools.linearsolver.MPSolutionResponse;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariableProto;
import java.util.List;
import java.util.Optional;
import org.monazite.plan.internal.NativeOrTools;

/// A second opinion: GLOP for linear programs, SCIP for integers, both through OR-Tools. They share no
/// code with HiGHS, so that a plan both agree on does not rest on one program.
///
/// CP-SAT of the same library is never used: it takes models with continuous columns for infeasible.
public final class OrTools implements Solver {

    private OrTools() {}

    /// The library is loaded once, when somebody first asks for it.
    private static final class Loaded {

        private static final String FAILURE = load();

        private static String load() {
            try {
                NativeOrTools.load();
                return "";
            } catch (RuntimeException | UnsatisfiedLinkError e) {
                return """
                        OR-Tools does not load on '%s', '%s': %s
                        Maybe this system lacks glibc or the program was built on another platform: HiGHS or the pure \
                        Java solver may do without a second opinion.""".formatted(System.getProperty("os.name"), System.getProperty("os.arch"), e.getMessage());
            }
        }
    }

    /// OR-Tools, if its library loads on this platform.
    public static Optional<OrTools> find() {
        return Loaded.FAILURE.isEmpty() ? Optional.of(new OrTools()) : Optional.empty();
    }

    /// OR-Tools.
    ///
    /// @throws SolverException if its library does not load on this platform; the message says why
    public static OrTools load() {
        return find().orElseThrow(() -> new SolverException(Loaded.FAILURE));
    }

    @Override
    public String name() {
        return "OR-Tools 9.15, GLOP and SCIP";
    }

    @Override
    public Solution solve(Model model, Limits limits) {
        model.needClosed();
        if (limits.seconds() == 0) { // OR-Tools takes 0 for no limit
            return Solution.nothing(Status.TIME_LIMIT, Double.NEGATIVE_INFINITY, 0);
        }
        if (model.integers() > 0) {
            String exact = "limits/gap = %s%nnumerics/feastol = 1e-9".formatted(limits.gap());
            return asked(model, limits, MPModelRequest.SolverType.SCIP_MIXED_INTEGER_PROGRAMMING, exact);
        }
        Solution found = linear(model, limits);
        return found.status() == Status.INFEASIBLE && hasCosts(model) ? infeasibleOrUnbounded(model, limits) : found;
    }

    /// GLOP; where its numbers go astray, GLOP on the rows as they stand; where they still do, SCIP, which knows no
    /// duals.
    private static Solution linear(Model model, Limits limits) {
        Solution found = asked(model, limits, MPModelRequest.SolverType.GLOP_LINEAR_PROGRAMMING, "");
        if (found.status() == Status.ERROR) {
            found = asked(model, limits, MPModelRequest.SolverType.GLOP_LINEAR_PROGRAMMING, "use_preprocessing: false");
        }
        return found.status() == Status.ERROR
                ? asked(model, limits, MPModelRequest.SolverType.SCIP_MIXED_INTEGER_PROGRAMMING, "")
                : found;
    }

    private static Solution asked(Model model, Limits limits, MPModelRequest.SolverType solver, String parameters) {
        MPModelRequest.Builder request = MPModelRequest.newBuilder()
                .setModel(proto(model))
                .setSolverType(solver)
                .setSolverSpecificParameters(parameters);
        if (limits.seconds() < Double.POSITIVE_INFINITY) {
            request.setSolverTimeLimitSeconds(limits.seconds());
        }
        return solution(model, MPSolver.solveWithProto(request.build()));
    }

    /// GLOP says "infeasible" of an unbounded model too; without costs only an infeasible one has no
    /// plan.
    private Solution infeasibleOrUnbounded(Model model, Limits limits) {
        Model free = model.copy();
        for (int column = 0; column < free.columns(); column++) {
            free.cost(column, 0);
        }
        Solution any = solve(free, limits);
        return any.hasPlan() ? Solution.nothing(Status.UNBOUNDED, Double.NEGATIVE_INFINITY, 0) : any;
    }

    private static boolean hasCosts(Model model) {
        for (int column = 0; column < model.columns(); column++) {
            if (model.cost(column) != 0) {
                return true;
            }
        }
        return false;
    }

    private static MPModelProto proto(Model model) {
        MPModelProto.Builder proto =
                MPModelProto.newBuilder().setMaximize(false).setObjectiveOffset(model.offset());
        for (int column = 0; column < model.columns(); column++) {
            proto.addVariable(MPVariableProto.newBuilder()
                    .setLowerBound(model.low(column))
                    .setUpperBound(model.high(column))
                    .setObjectiveCoefficient(model.cost(column))
                    .setIsInteger(model.isInteger(column)));
        }
        for (int row = 0; row < model.rows(); row++) {
            MPConstraintProto.Builder constraint = MPConstraintProto.newBuilder()
                    .setLowerBound(model.rowLow(row))
                    .setUpperBound(model.rowHigh(row));
            int terms = model.terms(row);
            for (int term = 0; term < terms; term++) {
                constraint.addVarIndex(model.column(row, term));
                constraint.addCoefficient(model.coefficient(row, term));
            }
            proto.addConstraint(constraint);
        }
        return proto.build();
    }

    private static Solution solution(Model model, MPSolutionResponse response) {
        boolean integers = model.integers() > 0;
        Status status = switch (response.getStatus()) {
            case MPSOLVER_OPTIMAL -> Status.OPTIMAL;
            case MPSOLVER_FEASIBLE, MPSOLVER_NOT_SOLVED -> Status.TIME_LIMIT;
            case MPSOLVER_INFEASIBLE -> Status.INFEASIBLE;
            case MPSOLVER_UNBOUNDED -> Status.UNBOUNDED;
            case MPSOLVER_CANCELLED_BY_USER -> Status.INTERRUPTED;
            case MPSOLVER_ABNORMAL,
                    MPSOLVER_MODEL_IS_VALID,
                    MPSOLVER_UNKNOWN_STATUS,
                    MPSOLVER_MODEL_INVALID,
                    MPSOLVER_MODEL_INVALID_SOLUTION_HINT,
                    MPSOLVER_MODEL_INVALID_SOLVER_PARAMETERS,
                    MPSOLVER_SOLVER_TYPE_UNAVAILABLE,
                    MPSOLVER_INCOMPATIBLE_OPTIONS -> Status.ERROR;
        };
        boolean optimal = status == Status.OPTIMAL;
        boolean plan = response.getVariableValueCount() == model.columns() && (optimal || status == Status.TIME_LIMIT);
        double bound = optimal && !integers
                ? response.getObjectiveValue()
                : integers && plan ? response.getBestObjectiveBound() : Double.NEGATIVE_INFINITY;
        if (!plan) {
            return Solution.nothing(status, status == Status.INFEASIBLE ? Double.POSITIVE_INFINITY : bound, 0);
        }
        boolean duals = optimal && !integers && response.getDualValueCount() == model.rows();
        return new Solution(
                status,
                response.getObjectiveValue(),
                bound,
                array(response.getVariableValueList()),
                duals ? array(response.getDualValueList()) : null,
                duals ? array(response.getReducedCostList()) : null,
                0);
    }

    private static double[] array(List<Double> list) {
        double[] array = new double[list.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = list.get(i);
        }
        return array;
    }
}
