/// Promises with a measure, controls with a date, and the state each of them is in.
@NullMarked
package org.monazite.pledges;

import org.jspecify.annotations.NullMarked;
