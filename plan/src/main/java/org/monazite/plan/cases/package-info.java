/// Reference cases of the planner's solvers: published stochastic programs in SMPS form, facility
/// location, and a plan small enough to enumerate. Everything here takes texts and values, no files.
@NullMarked
package org.monazite.plan.cases;

import org.jspecify.annotations.NullMarked;
