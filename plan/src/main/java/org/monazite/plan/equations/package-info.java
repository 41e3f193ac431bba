/// The rows of a plan's model, one small class per family of equations. Units as in `plan.world`.
@NullMarked
package org.monazite.plan.equations;

import org.jspecify.annotations.NullMarked;
