package org.monazite.atlas.chain;

import java.util.ArrayList;
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
/// @param citations sources of the figures, by their labels in the problem
/// @param reasons why each figure has its standard deviation, by its label in the problem
public record BalancedChain(
        SupplyNetwork network,
        BalanceProblem problem,
        BalanceResult result,
        Map<String, List<Citation>> citations,
        Map<String, List<SdReason>> reasons) {

    /// Copies the maps.
    public BalancedChain {
        citations = Map.copyOf(citations);
        reasons = Map.copyOf(reasons);
    }

    /// The magnet chain of the pack.
    ///
    /// @param atlas name of the atlas version that the network is made for
    public static BalancedChain magnets(Pack pack, String atlas) {
        Facts facts = new Facts(pack);
        return of(MagnetChain.ID, MagnetChain.draft(facts), facts, atlas);
    }

    /// All chains of the pack, the magnets first, the others by name.
    ///
    /// @param atlas name of the atlas version that the networks are made for
    public static List<BalancedChain> all(Pack pack, String atlas) {
        Facts facts = new Facts(pack);
        List<BalancedChain> chains = new ArrayList<>();
        chains.add(magnets(pack, atlas));
        for (MineralChain.Spec spec : MineralChain.ALL) {
            chains.add(of(spec.id(), MineralChain.draft(facts, spec), facts, atlas));
        }
        return chains;
    }

    private static BalancedChain of(String id, ChainDraft draft, Facts facts, String atlas) {
        ChainBalance balance = ChainBalance.of(draft);
        NetworkId.Draft network =
                new NetworkId.Draft(atlas, id, MagnetChain.YEAR, NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR);
        ChainAssembly assembly = new ChainAssembly(draft, balance, facts, Words.of(facts.pack()), network);
        return new BalancedChain(
                assembly.withCovariance(assembly.assemble().build()),
                balance.problem(),
                balance.result(),
                balance.citations(),
                balance.reasons());
    }

    /// The name of the chain.
    public String id() {
        return network.id().chain();
    }
}
