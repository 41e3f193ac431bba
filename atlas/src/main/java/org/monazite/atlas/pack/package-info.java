/// The embedded reference pack: tables of cited facts, read strictly, every number with its way back to its row.
@NullMarked
package org.monazite.atlas.pack;

import org.jspecify.annotations.NullMarked;
