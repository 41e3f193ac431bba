package org.monazite.pledges;

import java.util.List;
import org.monazite.supply.ExportControl;
import org.monazite.supply.Price;
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
/// @param prices published prices and price floors
public record PledgeFacts(
        SupplyNetwork network,
        List<Series> series,
        List<ExportControl> controls,
        List<Project> projects,
        List<StockFact> stocks,
        List<Price> prices) {

    /// Copies the lists.
    public PledgeFacts {
        series = List.copyOf(series);
        controls = List.copyOf(controls);
        projects = List.copyOf(projects);
        stocks = List.copyOf(stocks);
        prices = List.copyOf(prices);
    }

    /// Facts without prices: measures of price floors are not defined then.
    public PledgeFacts(
            SupplyNetwork network,
            List<Series> series,
            List<ExportControl> controls,
            List<Project> projects,
            List<StockFact> stocks) {
        this(network, series, controls, projects, stocks, List.of());
    }
}
