/// Cited figures in, one balanced supply network out: reads sources, keeps every figure with its citation, reconciles
/// them and publishes immutable versions.
@NullMarked
package org.monazite.atlas;

import org.jspecify.annotations.NullMarked;
