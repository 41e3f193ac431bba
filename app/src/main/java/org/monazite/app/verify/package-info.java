/// Reference cases: published and recorded results, recomputed and compared.
@NullMarked
package org.monazite.app.verify;

import org.jspecify.annotations.NullMarked;
