/// An input-output table, day by day, as ARIO plays it (Hallegatte 2008, 2013; BoARIO 0.6.3): one stock
/// for each input
/// sector, orders spread over regions, overtime. Tables are money per year, what is played is money per
/// day.
///
/// Read first: [MrioTable], [ArioRules], [ArioEvent], [Ario].
@NullMarked
package org.monazite.shock.ario;

import org.jspecify.annotations.NullMarked;
