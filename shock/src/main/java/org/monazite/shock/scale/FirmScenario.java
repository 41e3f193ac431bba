package org.monazite.shock.scale;

import java.util.List;

/// Events that are played together.
///
/// @param name for messages
public record FirmScenario(String name, List<FirmEvent> events) {

    /// Copies the list.
    public FirmScenario {
        events = List.copyOf(events);
    }
}
