/// A plan as a supply network of its target year, played in the daily engine.
@NullMarked
package org.monazite.plan.replay;

import org.jspecify.annotations.NullMarked;
