package org.monazite.shock.scale;

import java.util.List;
import org.monazite.shock.BrokenRunException;

/// Scenarios that are played side by side, one lane each.
final class Batch {

    private final Layout layout;
    private final List<FirmScenario> scenarios;
    private final FirmNetwork network;
    final State state;
    private final Selling selling;
    private final Buying buying;
    private final Touched touched;
    private final Crew crew;

    /// @param width lanes, at least as many as scenarios; the others idle
    Batch(FirmNetwork network, Layout layout, FirmRules rules, List<FirmScenario> scenarios, int width, Crew crew) {
        this.network = network;
        this.layout = layout;
        this.scenarios = scenarios;
        this.crew = crew;
        this.state = new State(layout, rules, width);
        this.touched = new Touched(layout, scenarios, width);
        this.selling = new Selling(state, rules, new Calendar(layout, scenarios), touched, scenarios.size());
        this.buying = new Buying(state, rules, touched, selling);
    }

    /// Plays a day.
    void day(int day) {
        touched.day(day);
        crew.play(layout.tiles, (tile, desk) -> selling.tile(tile, day, desk));
        check(day);
        crew.play(layout.tiles, buying::tile);
    }

    /// Output of a tile in a lane, per day.
    double output(int tile, int lane) {
        return selling.output[tile * state.width + lane];
    }

    /// Final demand that a tile did not serve in a lane, per day.
    double unmet(int tile, int lane) {
        return selling.unmet[tile * state.width + lane];
    }

    /// Stops when a number has left the world.
    private void check(int day) {
        for (int tile = 0; tile < layout.tiles; tile++) {
            for (int lane = 0; lane < scenarios.size(); lane++) {
                if (!Double.isFinite(output(tile, lane))) {
                    throw broken(tile, lane, day);
                }
            }
        }
    }

    private BrokenRunException broken(int tile, int lane, int day) {
        for (int firm = layout.tileFirst[tile]; firm < layout.tileFirst[tile + 1]; firm++) {
            float made = state.made[state.row(firm) + lane];
            if (!Float.isFinite(made)) {
                int original = layout.original[firm];
                String who = "output of firm %s (sector %s) in scenario '%s'"
                        .formatted(
                                network.name(original),
                                network.sectors().get(network.sectorOf(original)),
                                scenarios.get(lane).name());
                return new BrokenRunException(who, made, day);
            }
        }
        throw new IllegalStateException("Output of tile %d is not finite, but that of its firms is.".formatted(tile));
    }
}
