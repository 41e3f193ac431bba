/// Checks a plan again from its data, decisions and flows alone: shares no code with the model and no
/// solver.
@NullMarked
package org.monazite.plan.check;

import org.jspecify.annotations.NullMarked;
