/// The command `plan`: which works and stocks free a place, for how much. Also what other commands say of a plan.
@NullMarked
package org.monazite.app.cli.plan;

import org.jspecify.annotations.NullMarked;
