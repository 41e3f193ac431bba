/// The command line: translates words into use cases of the workbench and results into text, JSON and CSV. Holds no
/// rules of its own. Here is the root of the commands, how they are run and how they fail, and those that join the
/// rooms below: `plan` stands on `shock`, then `exposure`, `atlas` and `paper`; none knows a room above it.
@NullMarked
package org.monazite.app.cli;

import org.jspecify.annotations.NullMarked;
