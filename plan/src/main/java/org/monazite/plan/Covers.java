package org.monazite.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Cell;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Effect;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.Node;
import org.monazite.plan.world.Store;
import org.monazite.plan.world.World;
import org.monazite.supply.NodeKind;
import org.monazite.supply.StockFact;

/// Days of use that stocks cover, in the target year.
final class Covers {

    private static final double LEAST = 1e-6;
    private static final double DAYS = 365;

    private final World world;
    private final Flows calm;

    /// @param calm a year without a ban with the plan
    Covers(World world, Flows calm) {
        this.world = world;
        this.calm = calm;
    }

    /// How a stock is filled, held and released; empty for what is none.
    ///
    /// @param fill tonnes bought, by calendar year
    Optional<Holding> holding(Candidate candidate, double modules, SortedMap<Integer, Double> fill) {
        StockRules rules = world.spec().rules().stocks();
        double held = 0;
        double taken = 0;
        for (Effect effect : candidate.effects()) {
            if (effect instanceof Effect.Stores(int at, double kt)) {
                held += kt * modules;
                taken = taken(world.stores().get(at));
            }
        }
        double tonnes = held * World.TONNES;
        return held <= 0
                ? Optional.empty()
                : Optional.of(new Holding(
                        fill,
                        taken > 0 ? held / taken * DAYS : Double.NaN,
                        candidate.yearly() * modules * World.USD,
                        rules.release() * tonnes,
                        rules.triggers()));
    }

    /// One line per stock that a plan fills.
    ///
    /// @param facts published figures on stocks
    List<Stockpiles.Cover> of(Choice choice, List<StockFact> facts) {
        List<Stockpiles.Cover> covers = new ArrayList<>();
        for (int c = 0; c < world.candidates().size(); c++) {
            Candidate candidate = world.candidates().get(c);
            for (Effect effect : candidate.effects()) {
                if (effect instanceof Effect.Stores(int at, double kt) && choice.modules()[c] > LEAST) {
                    Store store = world.stores().get(at);
                    covers.add(new Stockpiles.Cover(
                            candidate.id(),
                            store.place(),
                            store.product(),
                            kt * choice.modules()[c] * World.TONNES,
                            own(store) * World.TONNES,
                            taken(store) * World.TONNES,
                            goals(store, facts)));
                }
            }
        }
        return covers;
    }

    /// What works and users of the place take in in the target year, kt/yr.
    private double taken(Store store) {
        double kt = 0;
        for (int cell : cells(store)) {
            Cell each = world.chain().cells().get(cell);
            kt += each.perUnit() * calm.made()[each.node()];
        }
        return kt;
    }

    /// What they hold themselves, kt.
    private double own(Store store) {
        double kt = 0;
        for (int cell : cells(store)) {
            kt += world.chain().cells().get(cell).stock().getFirst();
        }
        return kt;
    }

    private List<Integer> cells(Store store) {
        List<Integer> cells = new ArrayList<>();
        for (int cell = 0; cell < world.chain().cells().size(); cell++) {
            Cell each = world.chain().cells().get(cell);
            Node node = world.chain().nodes().get(each.node());
            boolean here = node.kind() != NodeKind.POOL
                    && node.place().equals(store.place())
                    && each.product().equals(store.product());
            if (here) {
                cells.add(cell);
            }
        }
        return cells;
    }

    /// Goals in days that cover the product or many, those of the place first.
    private static List<Stockpiles.Goal> goals(Store store, List<StockFact> facts) {
        return facts.stream()
                .filter(fact -> fact.kind().equals("policy target")
                        && fact.unit().startsWith("days")
                        && (fact.productId().isEmpty() || fact.productId().equals(store.product())))
                .sorted(Comparator.comparing((StockFact fact) -> !fact.place().equals(store.place()))
                        .thenComparing(fact -> fact.value().value())
                        .thenComparing(StockFact::holder))
                .map(fact -> new Stockpiles.Goal(
                        fact.holder(),
                        fact.place(),
                        fact.scope(),
                        fact.value(),
                        fact.year(),
                        fact.flag(),
                        fact.citation()))
                .toList();
    }
}
