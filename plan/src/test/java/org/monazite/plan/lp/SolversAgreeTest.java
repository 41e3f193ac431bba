package org.monazite.plan.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SolversAgreeTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void three_solvers_find_the_same_optimum(long seed) {
        Model model = Models.random(seed, seed % 2 == 0);

        Solution highs = Highs.load().solve(model, Limits.EXACT);
        Solution orTools = OrTools.load().solve(model, Limits.EXACT);
        Solution pureJava = new PureJava().solve(model, Limits.EXACT);

        assertThat(highs.status()).isEqualTo(Status.OPTIMAL);
        assertThat(orTools.status()).isEqualTo(Status.OPTIMAL);
        assertThat(pureJava.status()).isEqualTo(Status.OPTIMAL);
        double tolerance = 1e-6 * Math.max(1, Math.abs(highs.objective()));
        assertThat(orTools.objective()).isEqualTo(highs.objective(), within(tolerance));
        assertThat(pureJava.objective()).isEqualTo(highs.objective(), within(tolerance));
    }

    /// Strong duality: the objective is the offset plus every dual times the side that binds plus every
    /// reduced cost times the bound that binds, whichever of several duals a solver gives.
    @ParameterizedTest
    @MethodSource("seeds")
    void duals_account_for_the_whole_objective(long seed) {
        Model model = Models.random(seed, false);

        for (Solver solver : new Solver[] {Highs.load(), OrTools.load()}) {
            Solution plan = solver.solve(model, Limits.EXACT);
            double worth = model.offset();
            for (int row = 0; row < model.rows(); row++) {
                double dual = plan.dual(row);
                worth += dual == 0 ? 0 : dual * (dual > 0 ? model.rowLow(row) : model.rowHigh(row));
            }
            for (int column = 0; column < model.columns(); column++) {
                double reduced = plan.reducedCost(column);
                worth += reduced == 0 ? 0 : reduced * (reduced > 0 ? model.low(column) : model.high(column));
            }
            assertThat(worth).as(solver.name()).isEqualTo(plan.objective(), within(1e-6));
        }
    }
}
