package org.monazite.plan.lp;

/// A key of columns or rows that says to which family it belongs; keys that do not belong to the family of their
/// type.
public interface Named {

    /// The family, such as `capacity`.
    String kind();
}
