/// Which projects, contracts, stocks and recycling to back, when, for how much, and what the worst ban still costs.
@NullMarked
package org.monazite.plan;

import org.jspecify.annotations.NullMarked;
