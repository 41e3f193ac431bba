/// From figures to a chain: which quantities there are, how they balance, and the network they make.
@NullMarked
package org.monazite.atlas.chain;

import org.jspecify.annotations.NullMarked;
