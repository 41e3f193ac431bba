/// Decomposition: decisions in a master, what happens in each episode in a model of its own, cuts between
/// them.
///
/// Knows no word of minerals. Answers do not depend on the number of threads.
@org.jspecify.annotations.NullMarked
package org.monazite.plan.lshaped;
