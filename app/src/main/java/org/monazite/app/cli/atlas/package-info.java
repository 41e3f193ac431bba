/// The commands `show` and `data`: what the atlas says, where it has it from, how it was balanced, and its versions and
/// imports.
@NullMarked
package org.monazite.app.cli.atlas;

import org.jspecify.annotations.NullMarked;
