/// Rules, sentences, measures and reading of files; may change any day.
@NullMarked
package org.monazite.pledges.internal;

import org.jspecify.annotations.NullMarked;
