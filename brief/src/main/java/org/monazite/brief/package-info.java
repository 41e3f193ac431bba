/// Results to pages, charts and briefs, in English and Japanese.
@NullMarked
package org.monazite.brief;

import org.jspecify.annotations.NullMarked;
