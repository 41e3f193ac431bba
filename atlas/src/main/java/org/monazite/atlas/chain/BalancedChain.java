package org.monazite.atlas.chain;

import java.util.List;
import java.util.Map;
import org.monazite.atlas.balance.BalanceProblem;
import org.monazite.atlas.balance.BalanceResult;
import org.monazite.atlas.pack.Pack;
import org.monazite.supply.Citation;
import org.monazite.supply.NetworkId;
import org.monazite.supply.SupplyNetwork;
import org.monazite.supply.Unit;

/// A chain from its figures to its network, with the report of the balance.
///
/// @param network the balanced network
/// @param problem quantities, figures and balances
/// @param result balanced values and tests
/// @param citations sources of the figures, by name of the quantity
public record BalancedChain(
        SupplyNetwork network, BalanceProblem problem, BalanceResult result, Map<String, List<Citation>> citations) {

    /// Copies the map.
    public BalancedChain {
        citations = Map.copyOf(citations);
    }

    /// The magnet chain of the pack.
    ///
    /// @param atlas name of the atlas version that the network is made for
    public static BalancedChain magnets(Pack pack, String atlas) {
        Facts facts = new Facts(pack);
        ChainDraft draft = MagnetChain.draft(facts);
        ChainBalance balance = ChainBalance.of(draft);
        NetworkId.Draft id = new NetworkId.Draft(
                atlas, MagnetChain.ID, MagnetChain.YEAR, NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR);
        SupplyNetwork network = new ChainAssembly(draft, balance, facts, Words.of(pack), id)
                .assemble()
                .build();
        return new BalancedChain(network, balance.problem(), balance.result(), balance.citations());
    }
}
