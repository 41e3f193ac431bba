/// What a cut in supply does, day by day and week by week. Annual flows are divided by 365, steps are days.
@NullMarked
package org.monazite.shock;

import org.jspecify.annotations.NullMarked;
