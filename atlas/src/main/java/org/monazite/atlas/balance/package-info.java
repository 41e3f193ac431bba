/// Reconciliation: bounded weighted least squares under mass balance, and the test that names suspect figures.
@NullMarked
package org.monazite.atlas.balance;

import org.jspecify.annotations.NullMarked;
