/// The command line: translates words into use cases of the workbench and results into text, JSON and CSV. Holds no
/// rules of its own.
@NullMarked
package org.monazite.app.cli;

import org.jspecify.annotations.NullMarked;
