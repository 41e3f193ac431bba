/// Kernels of the simulation: plain loops over arrays, one day at a time.
@NullMarked
package org.monazite.shock.internal;

import org.jspecify.annotations.NullMarked;
