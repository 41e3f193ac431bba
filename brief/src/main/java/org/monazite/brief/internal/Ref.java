package org.monazite.brief.internal;

/// A number in brackets that leads to a source, a working or the run card.
///
/// @param label such as `3`, `5–7`, `w12` or `R`
/// @param target id on the page
public record Ref(String label, String target) {}
