package org.monazite.brief.internal;

/// The sign beside a number that says how careful a reader must be, or the sign of a state.
///
/// @param glyph one character, told apart by shape
/// @param word what it means
/// @param css class of its colour
public record Mark(String glyph, String word, String css) {}
