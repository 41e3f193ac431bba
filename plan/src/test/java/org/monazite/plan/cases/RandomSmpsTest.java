package org.monazite.plan.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.monazite.plan.lp.Highs;
import org.monazite.plan.lp.Limits;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.OrTools;
import org.monazite.plan.lp.Solution;
import org.monazite.plan.lp.Status;
import org.monazite.plan.lshaped.LShaped;

/// Programs written out as SMPS, read again and solved both ways. The judge is a model that this test builds
/// from its own numbers, all scenarios in one, solved by another solver.
class RandomSmpsTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void both_ways_agree_with_another_solver(long seed) {
        Made made = new Made(seed);
        TwoStage program = Smps.read(made.core(), made.time(), made.stoch());

        Solution judge = OrTools.find().orElseThrow().solve(made.model(), Limits.EXACT);
        Solution whole = Highs.load().solve(ExtensiveForm.of(program), Limits.EXACT);
        LShaped.Result apart = org.monazite.plan.cases.LShaped.solve(
                program, Highs.load(), 2, new Limits(Double.POSITIVE_INFINITY, 1e-8));

        assertThat(whole.hasPlan()).as(made.stoch()).isEqualTo(judge.hasPlan());
        if (judge.hasPlan()) {
            double scale = 1e-6 * Math.max(1, Math.abs(judge.objective()));
            assertThat(whole.objective()).isEqualTo(judge.objective(), within(scale));
            assertThat(apart.status()).isEqualTo(Status.OPTIMAL);
            assertThat(apart.objective()).isEqualTo(judge.objective(), within(scale));
            assertThat(apart.bound()).isEqualTo(judge.objective(), within(scale));
        } else {
            assertThat(apart.status()).isEqualTo(Status.INFEASIBLE);
        }
    }

    @org.junit.jupiter.api.Test
    void some_programs_have_whole_columns_some_none_and_some_are_impossible() {
        List<Made> all = seeds().mapToObj(Made::new).toList();

        long impossible = all.stream()
                .filter(made -> !Highs.load().solve(made.model(), Limits.EXACT).hasPlan())
                .count();

        assertThat(all.stream().filter(made -> made.whole)).hasSizeBetween(5, 25);
        assertThat(impossible).isBetween(1L, 15L);
    }

    /// The numbers of a program. Two first-stage rows, three of the second; every kind of row, bound and range.
    private static final class Made {

        private final boolean whole;
        private final int form; // INDEP, BLOCKS, SCENARIOS
        private final double[] cost = new double[6]; // 3 of the first stage, 3 of the second
        private final double[] low = new double[6];
        private final double[] high = new double[6];
        private final double[][] rows = new double[5][6]; // 2 of the first stage, 3 of the second
        private final char[] sense = {'L', 'G', 'G', 'L', 'E'};
        private final double[] side = new double[5];
        private final double[] range = new double[5];
        private final List<double[]> drawn = new ArrayList<>(); // side 2, T 2/0, W 3/4, cost 5
        private final List<Double> probabilities = new ArrayList<>();

        Made(long seed) {
            Random random = new Random(seed);
            whole = seed % 3 == 0;
            form = (int) (seed % 4) % 3;
            for (int column = 0; column < 6; column++) {
                cost[column] = 1 + random.nextInt(20);
                low[column] = column == 4 ? -3 - random.nextInt(5) : 0;
                high[column] = column == 5 ? NONE : 6 + random.nextInt(10);
                for (int row = 0; row < 5; row++) {
                    boolean possible = row >= 2 || column < 3;
                    rows[row][column] = possible && random.nextInt(4) > 0 ? 1 + random.nextInt(4) : 0;
                }
            }
            rows[4][4] = -2; // the free row can always be balanced by column 5, as far as its sign allows
            rows[4][5] = 1;
            rows[3][4] = 1;
            rows[2][0] = 2;
            rows[2][5] = seed % 5 == 0 ? 0 : 1; // without it a demand may be out of reach
            side[0] = 25 + random.nextInt(20);
            side[1] = 1 + random.nextInt(4);
            side[2] = 5;
            side[3] = 60 + random.nextInt(40);
            side[4] = 2 + random.nextInt(6);
            range[1] = random.nextBoolean() ? 30 : 0;
            range[3] = random.nextBoolean() ? 200 : 0;
            range[4] = random.nextBoolean() ? -4 : 3;
            draw(random);
        }

        private void draw(Random random) {
            double[][] values = new double[4][2];
            for (int v = 0; v < 2; v++) {
                values[0][v] = 10 + random.nextInt(form == 1 ? 25 : 45);
                values[1][v] = 1 + random.nextInt(3);
                values[2][v] = 1 + random.nextInt(2);
                values[3][v] = 3 + random.nextInt(15);
            }
            if (form == 0) {
                for (int all = 0; all < 16; all++) {
                    double[] one = new double[4];
                    double probability = 1;
                    for (int e = 0; e < 4; e++) {
                        int pick = all >> (3 - e) & 1;
                        one[e] = values[e][pick];
                        probability *= pick == 0 ? 0.25 : 0.75;
                    }
                    drawn.add(one);
                    probabilities.add(probability);
                }
            } else {
                for (int s = 0; s < 4; s++) {
                    double[] one = new double[4];
                    for (int e = 0; e < 4; e++) {
                        one[e] = values[e][(s + e * s) % 2];
                    }
                    one[0] += s;
                    drawn.add(one);
                    probabilities.add(s == 3 ? 0.4 : 0.2);
                }
            }
        }

        String core() {
            StringBuilder text = new StringBuilder("NAME MADE\nROWS\n N COST\n");
            for (int row = 0; row < 5; row++) {
                text.append(" %c R%d\n".formatted(sense[row], row));
            }
            text.append("COLUMNS\n").append(whole ? " M1 'MARKER' 'INTORG'\n" : "");
            for (int column = 0; column < 6; column++) {
                text.append(whole && column == 2 ? " M2 'MARKER' 'INTEND'\n" : "");
                text.append(line(" C%d COST %s\n", column, cost[column]));
                for (int row = 0; row < 5; row++) {
                    if (rows[row][column] != 0) {
                        text.append(" C%d R%d %s\n".formatted(column, row, rows[row][column]));
                    }
                }
            }
            text.append("RHS\n");
            for (int row = 0; row < 5; row++) {
                text.append(line(" RHS R%d %s\n", row, side[row]));
            }
            text.append("RANGES\n");
            for (int row = 0; row < 5; row++) {
                text.append(range[row] != 0 ? line(" RNG R%d %s\n", row, range[row]) : "");
            }
            text.append("BOUNDS\n");
            for (int column = 0; column < 6; column++) {
                text.append(high[column] < NONE ? line(" UP BND C%d %s\n", column, high[column]) : "");
                text.append(low[column] != 0 ? line(" LO BND C%d %s\n", column, low[column]) : "");
            }
            return text.append("ENDATA\n").toString();
        }

        private static String line(String form, int index, double value) {
            return String.format(Locale.ROOT, form, index, value);
        }

        String time() {
            return "TIME MADE\nPERIODS LP\n C0 COST ONE\n C3 R2 TWO\nENDATA\n";
        }

        String stoch() {
            StringBuilder text = new StringBuilder("STOCH MADE\n");
            List<String> places = List.of("RHS R2", "C0 R2", "C4 R3", "C5 COST");
            if (form == 0) {
                text.append("INDEP DISCRETE\n");
                for (int e = 0; e < 4; e++) {
                    text.append(" %s %s TWO 0.25\n".formatted(places.get(e), drawn.get(0)[e]));
                    text.append(" %s %s TWO 0.75\n".formatted(places.get(e), drawn.get(15)[e]));
                }
            } else {
                text.append(form == 1 ? "BLOCKS DISCRETE\n" : "SCENARIOS DISCRETE\n");
                for (int s = 0; s < drawn.size(); s++) {
                    text.append(
                            form == 1
                                    ? " BL B TWO %s\n".formatted(probabilities.get(s))
                                    : " SC S%d 'ROOT' %s TWO\n".formatted(s, probabilities.get(s)));
                    for (int e = 0; e < 4; e++) {
                        text.append("  %s %s\n".formatted(places.get(e), drawn.get(s)[e]));
                    }
                }
            }
            return text.append("ENDATA\n").toString();
        }

        /// All scenarios in one model, straight from the numbers.
        Model model() {
            Model model = new Model();
            for (int column = 0; column < 3; column++) {
                if (whole && column < 2) {
                    model.integer("x" + column, low[column], high[column], cost[column]);
                } else {
                    model.column("x" + column, low[column], high[column], cost[column]);
                }
            }
            for (int row = 0; row < 2; row++) {
                add(model, row, side[row], rows[row], -1);
            }
            for (int s = 0; s < drawn.size(); s++) {
                double[] one = drawn.get(s);
                double[][] own = new double[5][];
                for (int row = 2; row < 5; row++) {
                    own[row] = rows[row].clone();
                }
                own[2][0] = one[1];
                own[3][4] = one[2];
                for (int column = 3; column < 6; column++) {
                    double price = column == 5 ? one[3] : cost[column];
                    model.column("y" + column + " " + s, low[column], high[column], probabilities.get(s) * price);
                }
                for (int row = 2; row < 5; row++) {
                    add(model, row, row == 2 ? one[0] : side[row], own[row], s);
                }
            }
            return model;
        }

        private void add(Model model, int row, double rhs, double[] terms, int scenario) {
            var open = model.row("r" + row + " " + scenario);
            for (int column = 0; column < 6; column++) {
                if (terms[column] != 0) {
                    int at = column < 3 ? column : 3 + 3 * scenario + column - 3;
                    open.plus(at, terms[column]);
                }
            }
            double width = range[row];
            switch (sense[row]) {
                case 'L' -> open.between(width == 0 ? -NONE : rhs - Math.abs(width), rhs);
                case 'G' -> open.between(rhs, width == 0 ? NONE : rhs + Math.abs(width));
                default -> open.between(width < 0 ? rhs + width : rhs, width < 0 ? rhs : rhs + width);
            }
        }
    }
}
