/// The roof: wires atlas and engines into use cases ([Workbench]). The only module with a main, files, a clock and an
/// environment.
@NullMarked
package org.monazite.app;

import org.jspecify.annotations.NullMarked;
