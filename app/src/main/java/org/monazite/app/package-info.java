/// The command line and the use cases behind it: wiring only.
@NullMarked
package org.monazite.app;

import org.jspecify.annotations.NullMarked;
