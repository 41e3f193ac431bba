package org.monazite.plan.world;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.monazite.plan.Instrument;
import org.monazite.plan.PlanResult;
import org.monazite.plan.PlanSpec;
import org.monazite.supply.Assumed;

/// All that a plan is made from, in the model's units: kilotonnes and million US dollars.
///
/// @param spec the question
/// @param years assessed years, the target year first
/// @param growth demand over that of the base year, by assessed year
/// @param chain who makes, trades and uses what
/// @param byProducts what falls off
/// @param oldMagnets what recyclers share
/// @param savings what can be done without
/// @param stores stocks that may be filled
/// @param offtakes contracts that may be closed
/// @param feeds concentrates that separation works share
/// @param candidates what may be backed
/// @param bans what the plan must stand, worst first by size of the supplier
/// @param relationMost most that a shortage raises an old relation to, times its base
/// @param stretch output of works in a ban over their capacity, as they run overtime
/// @param budget what each partner may spend, M USD
/// @param counted works that are decided without the plan
/// @param leftOut projects and options that cannot be chosen, with the reason
/// @param assumptions what had to be assumed
public record World(
        PlanSpec spec,
        List<Integer> years,
        List<Double> growth,
        Chain chain,
        List<ByProduct> byProducts,
        List<OldMagnets> oldMagnets,
        List<Saving> savings,
        List<Store> stores,
        List<Offtake> offtakes,
        List<Feed> feeds,
        List<Candidate> candidates,
        List<Ban> bans,
        double relationMost,
        double stretch,
        SortedMap<String, Double> budget,
        List<PlanResult.Counted> counted,
        List<PlanResult.LeftOut> leftOut,
        List<Assumed> assumptions) {

    /// Tonnes in a kilotonne.
    public static final double TONNES = 1000;
    /// US dollars in a million.
    public static final double USD = 1e6;

    /// Copies the collections.
    public World {
        years = List.copyOf(years);
        growth = List.copyOf(growth);
        byProducts = List.copyOf(byProducts);
        oldMagnets = List.copyOf(oldMagnets);
        savings = List.copyOf(savings);
        stores = List.copyOf(stores);
        offtakes = List.copyOf(offtakes);
        feeds = List.copyOf(feeds);
        candidates = List.copyOf(candidates);
        bans = List.copyOf(bans);
        budget = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(budget));
        counted = List.copyOf(counted);
        leftOut = List.copyOf(leftOut);
        assumptions = List.copyOf(assumptions);
    }

    /// The same world with other bans to stand.
    public World withBans(List<Ban> others) {
        return with(chain, stores, candidates, others);
    }

    /// The same world with other stocks in the target year.
    ///
    /// @param own what works and users hold, kt, by cell
    /// @param factors size of each strategic stock over what it is
    public World holding(double[] own, double[] factors) {
        List<Cell> cells = new java.util.ArrayList<>();
        for (int cell = 0; cell < own.length; cell++) {
            List<Double> stock =
                    new java.util.ArrayList<>(chain.cells().get(cell).stock());
            stock.set(0, own[cell]);
            cells.add(chain.cells().get(cell).with(stock));
        }
        List<Candidate> others = candidates.stream()
                .map(candidate -> candidate.with(candidate.effects().stream()
                        .map(effect -> effect instanceof Effect.Stores(int at, double kt)
                                ? new Effect.Stores(at, kt * factors[at])
                                : effect)
                        .toList()))
                .toList();
        Chain held = new Chain(chain.nodes(), cells, chain.relations(), chain.arcs(), chain.sales());
        return with(held, stores, others, bans);
    }

    /// The same world with more that may be chosen: the candidates there are come first, in their order.
    public World withMore(List<Store> allStores, List<Candidate> more) {
        List<Candidate> all = new java.util.ArrayList<>(candidates);
        all.addAll(more);
        return with(chain, allStores, all, bans);
    }

    private World with(Chain other, List<Store> allStores, List<Candidate> allCandidates, List<Ban> others) {
        return new World(
                spec,
                years,
                growth,
                other,
                byProducts,
                oldMagnets,
                savings,
                allStores,
                offtakes,
                feeds,
                allCandidates,
                others,
                relationMost,
                stretch,
                budget,
                counted,
                leftOut,
                assumptions);
    }

    /// The same world under a question that differs in its budgets or in what must be in or out.
    public World with(PlanSpec other) {
        TreeMap<String, Double> money = new TreeMap<>();
        other.budgetUsd().forEach((partner, usd) -> money.put(partner, usd / USD));
        return new World(
                other,
                years,
                growth,
                chain,
                byProducts,
                oldMagnets,
                savings,
                stores,
                offtakes,
                feeds,
                candidates,
                bans,
                relationMost,
                stretch,
                money,
                counted,
                leftOut,
                assumptions);
    }

    /// Decisions that back nothing.
    public Choice nothing() {
        double[][][] separated = new double[feeds.size()][][];
        for (int f = 0; f < separated.length; f++) {
            separated[f] = new double[feeds.get(f).draws().size()][years.size()];
        }
        return new Choice(
                new double[candidates.size()],
                new double[offtakes.size()],
                separated,
                new double[partners().size()][candidates.size()],
                noStarts(),
                noMoney());
    }

    /// Nothing started, by candidate and year.
    public double[][] noStarts() {
        double[][] started = new double[candidates.size()][];
        for (int c = 0; c < started.length; c++) {
            started[c] = new double[Starts.years(this, c)];
        }
        return started;
    }

    /// Nothing spent, by partner, instrument, candidate and year.
    public double[][][][] noMoney() {
        if (!spec.rules().funding().isDetailed()) {
            return new double[0][][][];
        }
        int years = spec.lastYear() - spec.asOfYear();
        return new double[partners().size()][Instrument.values().length][candidates.size()][years];
    }

    /// Who pays and is protected.
    public List<String> partners() {
        return spec.partners();
    }

    /// Index of a candidate; -1 for none.
    public int indexOf(String id) {
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /// A partner's demand for the last product in an assessed year, kt/yr.
    public double demand(String partner, int year) {
        double sum = 0;
        for (Sale sale : chain.sales()) {
            if (sale.isProtected() && sale.place().equals(partner)) {
                sum += sale.base();
            }
        }
        return sum * growth.get(year);
    }

    /// Years over which the premium of a contract is paid.
    public int contractYears() {
        return spec.lastYear() - spec.targetYear() + 1;
    }
}
