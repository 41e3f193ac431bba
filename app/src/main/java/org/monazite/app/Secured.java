package org.monazite.app;

import java.nio.file.Path;
import org.monazite.brief.Findings;

/// What the main job found.
///
/// @param findings everything the brief is written from
/// @param briefId name of the brief, from its content
/// @param html the brief
/// @param briefPath where it was written
public record Secured(Findings findings, String briefId, String html, Path briefPath) {}
