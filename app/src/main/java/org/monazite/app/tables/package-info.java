/// Readers of tables and networks that users bring: input-output tables, lists of firms. Nothing is
/// skipped in silence:
/// what cannot be used is refused with file, line, column, value and what may help.
@NullMarked
package org.monazite.app.tables;

import org.jspecify.annotations.NullMarked;
