/// Who depends on whom, at every stage, directly and traced through third countries. Shares run from 0 to 1.
@NullMarked
package org.monazite.exposure;

import org.jspecify.annotations.NullMarked;
