package org.monazite.shock.scale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Adds up what a batch does, tile by tile in their order, whoever played them.
final class Ledger {

    private final Layout layout;
    private final List<FirmScenario> lanes;
    private final double[] normalOfTile;
    private final double normal;
    private final double finals;
    private final double[][] output; // per lane and day
    private final double[][] unmet;
    private final double[][] lostBySector;
    private final double[][] unmetBySector;

    Ledger(Layout layout, List<FirmScenario> lanes, int days) {
        this.layout = layout;
        this.lanes = lanes;
        this.normalOfTile = new double[layout.tiles];
        double all = 0;
        double allFinals = 0;
        for (int tile = 0; tile < layout.tiles; tile++) {
            for (int firm = layout.tileFirst[tile]; firm < layout.tileFirst[tile + 1]; firm++) {
                normalOfTile[tile] += layout.output[firm];
                allFinals += layout.output[firm] * layout.finalShare[firm];
            }
            all += normalOfTile[tile];
        }
        this.normal = all;
        this.finals = allFinals;
        this.output = new double[lanes.size()][days];
        this.unmet = new double[lanes.size()][days];
        this.lostBySector = new double[lanes.size()][layout.sectors];
        this.unmetBySector = new double[lanes.size()][layout.sectors];
    }

    void day(int day, Batch batch) {
        for (int lane = 0; lane < lanes.size(); lane++) {
            double made = 0;
            double missing = 0;
            for (int tile = 0; tile < layout.tiles; tile++) {
                int sector = layout.tileSector[tile];
                made += batch.output(tile, lane);
                missing += batch.unmet(tile, lane);
                lostBySector[lane][sector] += normalOfTile[tile] - batch.output(tile, lane);
                unmetBySector[lane][sector] += batch.unmet(tile, lane);
            }
            output[lane][day] = normal > 0 ? made / normal : 1;
            unmet[lane][day] = finals > 0 ? missing / finals : 0;
        }
    }

    List<FirmRun> runs() {
        List<FirmRun> runs = new ArrayList<>();
        for (int lane = 0; lane < lanes.size(); lane++) {
            runs.add(new FirmRun(
                    lanes.get(lane).name(),
                    normal,
                    finals,
                    list(output[lane]),
                    list(unmet[lane]),
                    list(lostBySector[lane]),
                    list(unmetBySector[lane])));
        }
        return runs;
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
