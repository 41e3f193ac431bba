package org.monazite.atlas.chain;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
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
/// @param imports what became of imported figures; empty where the version holds no imports
public record BalancedChain(
        SupplyNetwork network,
        BalanceProblem problem,
        BalanceResult result,
        Map<String, List<Citation>> citations,
        Map<String, List<SdReason>> reasons,
        Optional<ImportReport> imports) {

    /// Copies the maps.
    public BalancedChain {
        citations = Map.copyOf(citations);
        reasons = Map.copyOf(reasons);
    }

    /// The magnet chain of the pack.
    ///
    /// @param atlas name of the atlas version that the network is made for
    public static BalancedChain magnets(Pack pack, String atlas) {
        Facts facts = new Facts(pack, ImportedFacts.NONE);
        return of(MagnetChain.ID, () -> MagnetChain.draft(facts), facts, atlas);
    }

    /// All chains of the pack, the magnets first, the others by name.
    ///
    /// @param atlas name of the atlas version that the networks are made for
    public static List<BalancedChain> all(Pack pack, String atlas) {
        return all(pack, ImportedFacts.NONE, atlas);
    }

    /// All chains of the pack and of what was imported.
    ///
    /// @param imported what the imports of the version say; [ImportedFacts#NONE] gives the chains of the pack
    /// @param atlas name of the atlas version that the networks are made for
    public static List<BalancedChain> all(Pack pack, ImportedFacts imported, String atlas) {
        Facts facts = new Facts(pack, imported);
        List<BalancedChain> chains = new ArrayList<>();
        drafts(facts).forEach((id, draft) -> chains.add(of(id, draft, facts, atlas)));
        return chains;
    }

    /// One chain of the pack and of what was imported.
    ///
    /// @throws IllegalStateException if the chain does not balance
    public static BalancedChain one(String id, Pack pack, ImportedFacts imported, String atlas) {
        Facts facts = new Facts(pack, imported);
        return of(id, requireNonNull(drafts(facts).get(id), id), facts, atlas);
    }

    private static Map<String, Supplier<ChainDraft>> drafts(Facts facts) {
        Map<String, Supplier<ChainDraft>> drafts = new LinkedHashMap<>();
        drafts.put(MagnetChain.ID, () -> MagnetChain.draft(facts));
        MineralChain.ALL.forEach(spec -> drafts.put(spec.id(), () -> MineralChain.draft(facts, spec)));
        return drafts;
    }

    /// The step from a draft to its network.
    interface Balancing {
        /// @throws IllegalStateException if the chain does not balance
        BalancedChain of(ChainDraft draft, Optional<ImportLog> log);
    }

    private static BalancedChain of(String id, Supplier<ChainDraft> draft, Facts facts, String atlas) {
        return of(draft, facts, (one, log) -> of(id, one, facts, atlas, log));
    }

    /// With imported trade; where the chain does not balance with it, without, and the report says so.
    static BalancedChain of(Supplier<ChainDraft> draft, Facts facts, Balancing balancing) {
        if (facts.imported().isEmpty()) {
            return balancing.of(draft.get(), Optional.empty());
        }
        ImportLog log = new ImportLog();
        try {
            ChainDraft with = draft.get();
            TradeEvidence.addTo(with, facts, facts.members("EU27"), log);
            return balancing.of(with, Optional.of(log));
        } catch (IllegalStateException unbalanced) {
            return balancing.of(draft.get(), Optional.of(log.withoutTrade()));
        }
    }

    /// One draft as it is.
    static BalancedChain of(String id, ChainDraft draft, Facts facts, String atlas, Optional<ImportLog> log) {
        ChainBalance balance = ChainBalance.of(draft);
        NetworkId.Draft network =
                new NetworkId.Draft(atlas, id, MagnetChain.YEAR, NetworkId.Grain.COUNTRY_STAGE, Unit.TONNES_PER_YEAR);
        ChainAssembly assembly = new ChainAssembly(draft, balance, facts, Words.of(facts.pack()), network);
        SupplyNetwork built = assembly.withCovariance(assembly.assemble().build());
        log.ifPresent(each -> facts.importedMakers().report(draft, labels(balance.citations()), each));
        return new BalancedChain(
                built,
                balance.problem(),
                balance.result(),
                balance.citations(),
                balance.reasons(),
                log.map(each -> new ImportReport(each.uses(), each.unused())));
    }

    /// How the observation of each figure is named.
    private static Map<String, String> labels(Map<String, List<Citation>> citations) {
        Map<String, String> labels = new TreeMap<>();
        citations.forEach((label, of) -> of.forEach(citation -> labels.put(citation.figureId(), label)));
        return labels;
    }

    /// The name of the chain.
    public String id() {
        return network.id().chain();
    }
}
