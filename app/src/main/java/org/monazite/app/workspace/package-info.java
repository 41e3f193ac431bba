/// The folder a user works in: scenarios, plans and pledges as YAML, briefs, the atlas. Everything in it can be read,
/// edited and kept under version control.
@NullMarked
package org.monazite.app.workspace;

import org.jspecify.annotations.NullMarked;
