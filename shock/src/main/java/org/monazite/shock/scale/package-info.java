/// Networks of firms, up to millions: the same days as the engine for mineral chains, with fewer
/// terms, in single precision, sixteen scenarios at a time. Which terms are left out:
/// docs/methods.md#a-million-firms.
///
/// Amounts are money (or tonnes) per year, one unit per network; inside, everything is a share of
/// normal times.
@NullMarked
package org.monazite.shock.scale;

import org.jspecify.annotations.NullMarked;
