/// Where the numbers of results come from: keys that name what is computed, and what each rests on, down to raw cells,
/// declared assumptions and settings of the question.
@NullMarked
package org.monazite.app.trail;

import org.jspecify.annotations.NullMarked;
