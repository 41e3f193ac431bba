package org.monazite.pledges;

import java.util.List;
import org.monazite.supply.ExportControl;
import org.monazite.supply.Project;
import org.monazite.supply.Series;
import org.monazite.supply.StockFact;
import org.monazite.supply.SupplyNetwork;

/// What measures are computed from.
///
/// @param network the balanced network, for shares by element and stage
/// @param series published time series
/// @param controls dated export controls
/// @param projects plants and mines
/// @param stocks stocks and stock targets
public record PledgeFacts(
        SupplyNetwork network,
        List<Series> series,
        List<ExportControl> controls,
        List<Project> projects,
        List<StockFact> stocks) {

    /// Copies the lists.
    public PledgeFacts {
        series = List.copyOf(series);
        controls = List.copyOf(controls);
        projects = List.copyOf(projects);
        stocks = List.copyOf(stocks);
    }
}
