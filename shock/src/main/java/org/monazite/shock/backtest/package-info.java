/// Past events played by the engine and scored against what was observed: fitted on the first months, judged on the
/// months that followed.
@NullMarked
package org.monazite.shock.backtest;

import org.jspecify.annotations.NullMarked;
