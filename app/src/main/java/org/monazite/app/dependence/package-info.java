/// On whom somebody depends, by all that the atlas, imports and ledgers hold: comparisons of materials,
/// shares counted in several ways, imported trade, goods with magnets inside, purchases, years.
@NullMarked
package org.monazite.app.dependence;

import org.jspecify.annotations.NullMarked;
