/// How a version lies on disk: hashes, atomic moves, the query database.
@NullMarked
package org.monazite.atlas.internal;

import org.jspecify.annotations.NullMarked;
