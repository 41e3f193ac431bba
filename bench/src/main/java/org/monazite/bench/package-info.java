/// Benchmarks of the engine for mineral chains.
@NullMarked
package org.monazite.bench;

import org.jspecify.annotations.NullMarked;
