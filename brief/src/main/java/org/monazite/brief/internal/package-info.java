/// What a page is made of, all words ready: the templates only lay it out. Public because templates are compiled into
/// a package of their own; nobody else uses it.
@NullMarked
package org.monazite.brief.internal;

import org.jspecify.annotations.NullMarked;
