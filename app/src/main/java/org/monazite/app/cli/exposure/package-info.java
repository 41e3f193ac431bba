/// The command `exposure`: on whom a place depends, by every counting. Also what other commands say of dependence.
@NullMarked
package org.monazite.app.cli.exposure;

import org.jspecify.annotations.NullMarked;
