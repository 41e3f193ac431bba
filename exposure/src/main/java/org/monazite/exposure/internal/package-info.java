/// Kernels of tracing and loss over the arrays of a network.
@NullMarked
package org.monazite.exposure.internal;

import org.jspecify.annotations.NullMarked;
