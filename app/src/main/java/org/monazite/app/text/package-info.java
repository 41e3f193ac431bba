/// What people read: texts in English and Japanese, problems with their remedies, exit codes.
@NullMarked
package org.monazite.app.text;

import org.jspecify.annotations.NullMarked;
