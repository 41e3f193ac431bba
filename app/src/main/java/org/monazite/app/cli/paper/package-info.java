/// What every command stands on and writes on: console, options, session, tables, JSON, and the names of things in the
/// language of the user. Knows no command.
@NullMarked
package org.monazite.app.cli.paper;

import org.jspecify.annotations.NullMarked;
