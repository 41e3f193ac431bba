/// Benchmarks of the engine for firms. In its package, because they time its parts.
@NullMarked
package org.monazite.shock.scale;

import org.jspecify.annotations.NullMarked;
