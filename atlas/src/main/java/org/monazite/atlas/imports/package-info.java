/// What users bring: files as the public sources publish them, and a company's own ledger, read into cited figures.
///
/// Every format is one small class. A file is copied first, then read within limits; a line that breaks a rule is a
/// [Reject] with place, text, reason and suggestion; a file that cannot be read at all is an [ImportException].
@NullMarked
package org.monazite.atlas.imports;

import org.jspecify.annotations.NullMarked;
