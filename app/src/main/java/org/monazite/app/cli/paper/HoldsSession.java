package org.monazite.app.cli.paper;

/// The root of a command tree: the commands below it find their session here and need not know the tree.
public interface HoldsSession {

    /// The command being run.
    Session session();
}
