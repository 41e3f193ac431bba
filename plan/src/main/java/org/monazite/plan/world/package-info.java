/// What a plan decides about: the supply chain of the assessed years, what may be built, bought or held,
/// and the bans it must stand. Amounts are kilotonnes (per year for flows), money is million US dollars,
/// shares run from 0 to 1.
@NullMarked
package org.monazite.plan.world;

import org.jspecify.annotations.NullMarked;
