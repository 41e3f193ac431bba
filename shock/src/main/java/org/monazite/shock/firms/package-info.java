/// A network of firms, day by day, as Inoue and Todo play it: one stock for each supplier, suppliers of
/// one sector can
/// replace each other, orders follow yesterday's output. Amounts are money per day; steps are days.
///
/// Read first: [FirmNetwork], [FirmRules], [InoueTodo].
@NullMarked
package org.monazite.shock.firms;

import org.jspecify.annotations.NullMarked;
