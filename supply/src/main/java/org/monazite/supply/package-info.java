/// The words of the domain: what is mined, made and shipped, by whom, in what unit, and who says so.
///
/// Everything here is an immutable value. Nothing here reads a file, opens a database or knows a screen.
/// Masses are metric tonnes on a stated basis, annual flows t/yr; shares run from 0 to 1; money is constant
/// US dollars; durations are days. A number that is not known is NaN only where a method says so.
@NullMarked
package org.monazite.supply;

import org.jspecify.annotations.NullMarked;
