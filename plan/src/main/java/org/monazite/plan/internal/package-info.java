/// The door to native code: unpacks the HiGHS library and calls its C functions. It knows nothing of
/// models or plans, and nothing of the other packages of this module.
@NullMarked
package org.monazite.plan.internal;

import org.jspecify.annotations.NullMarked;
