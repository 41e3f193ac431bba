/// The command `shock`: what is played week by week, on a chain of the atlas or on tables of a user. Also what other
/// commands say of what was played.
@NullMarked
package org.monazite.app.cli.shock;

import org.jspecify.annotations.NullMarked;
