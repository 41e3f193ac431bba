/// Linear and mixed-integer programs and who solves them. No word of the domain occurs here.
///
/// A [Model] is built row by row, its columns and rows named by records of the caller; a [Solver]
/// minimises it. Every solver of this package gives the same answer to the same model on the same
/// platform, whatever else runs: one thread per solve, a fixed seed, and clocks that end a run but
/// decide nothing.
@NullMarked
package org.monazite.plan.lp;

import org.jspecify.annotations.NullMarked;
