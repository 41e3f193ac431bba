package org.monazite.atlas.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.monazite.supply.Citation;
import org.monazite.supply.Criticality;
import org.monazite.supply.Flag;
import org.monazite.supply.Range;
import org.monazite.supply.UseClass;

/// A chain as its sources tell it, before the balance: makers, flows, inputs and uses, each a quantity per year
/// with or without a figure.
final class ChainDraft {

    /// Who makes what.
    ///
    /// @param key key of the node
    /// @param figure published output; empty when only the balance says
    /// @param guess a first value, for starting points and soft rows
    /// @param site makers of one site share an outage; -1 for none
    record Maker(String key, String place, String product, Optional<Grounded> figure, double guess, int site) {}

    /// A shipment between places.
    record Flow(String from, String to, String product, Grounded figure, boolean controlled) {

        boolean entersPool(Pool pool) {
            return to.equals(pool.place()) && product.equals(pool.product());
        }

        boolean leavesPool(Pool pool) {
            return from.equals(pool.place()) && product.equals(pool.product());
        }
    }

    /// What a maker takes in; without a recipe the quantity is fixed by its other facts alone.
    record Intake(
            String maker,
            String product,
            Range perUnit,
            double sd,
            Criticality criticality,
            Flag flag,
            List<Citation> citations) {

        Intake {
            citations = List.copyOf(citations);
        }
    }

    /// Final use at a place: of the product as such, or by sectors of a use product.
    ///
    /// @param figure published total, if any
    /// @param sectors empty when the place uses the product as such
    record Use(String place, String product, Optional<Grounded> figure, List<Sector> sectors) {

        Use {
            sectors = List.copyOf(sectors);
        }
    }

    /// A part of a place's use.
    ///
    /// @param key last part of the node's key
    /// @param share part of the place's use, 0..1
    /// @param valueUsd value added per year that depends on the product, with its range; NaN values are not allowed
    record Sector(String key, double share, UseClass useClass, Range valueUsd, Flag flag, List<Citation> citations) {

        Sector {
            citations = List.copyOf(citations);
        }
    }

    private final Map<String, Maker> makers = new LinkedHashMap<>();
    private final Map<List<String>, Flow> flows = new LinkedHashMap<>();
    private final Map<List<String>, Intake> intakes = new LinkedHashMap<>();
    private final Map<List<String>, Use> uses = new LinkedHashMap<>();

    void maker(Maker maker) {
        makers.put(maker.key(), maker);
    }

    /// Adds a flow; a second one between the same places is added to the first.
    void flow(Flow flow) {
        flows.merge(
                List.of(flow.from(), flow.to(), flow.product()),
                flow,
                (a, b) -> new Flow(
                        a.from(), a.to(), a.product(), a.figure().plus(b.figure()), a.controlled() || b.controlled()));
    }

    /// Puts what more is known of a flow in place of what was known.
    void restate(Flow flow) {
        flows.put(List.of(flow.from(), flow.to(), flow.product()), flow);
    }

    Optional<Flow> findFlow(String from, String to, String product) {
        return Optional.ofNullable(flows.get(List.of(from, to, product)));
    }

    void intake(Intake intake) {
        intakes.put(List.of(intake.maker(), intake.product()), intake);
    }

    void use(Use use) {
        uses.put(List.of(use.place(), use.product()), use);
    }

    List<Maker> makers() {
        return makers.values().stream().sorted(Comparator.comparing(Maker::key)).toList();
    }

    List<Flow> flows() {
        return flows.values().stream()
                .sorted(Comparator.comparing(Flow::product)
                        .thenComparing(Flow::from)
                        .thenComparing(Flow::to))
                .toList();
    }

    List<Intake> intakes() {
        return intakes.values().stream()
                .sorted(Comparator.comparing(Intake::maker).thenComparing(Intake::product))
                .toList();
    }

    List<Use> uses() {
        return uses.values().stream()
                .sorted(Comparator.comparing(Use::product).thenComparing(Use::place))
                .toList();
    }

    Optional<Maker> findMaker(String key) {
        return Optional.ofNullable(makers.get(key));
    }

    List<Maker> makersAt(String place, String product) {
        return makers().stream()
                .filter(maker -> maker.place().equals(place) && maker.product().equals(product))
                .toList();
    }

    /// Places and products between which balances hold, in order.
    List<Pool> pools() {
        TreeSet<Pool> pools = new TreeSet<>(Comparator.comparing(Pool::product).thenComparing(Pool::place));
        makers.values().forEach(maker -> pools.add(new Pool(maker.place(), maker.product())));
        flows.values().forEach(flow -> {
            pools.add(new Pool(flow.from(), flow.product()));
            pools.add(new Pool(flow.to(), flow.product()));
        });
        intakes.values().forEach(intake -> pools.add(new Pool(placeOf(intake.maker()), intake.product())));
        uses.values().forEach(use -> pools.add(new Pool(use.place(), use.product())));
        return new ArrayList<>(pools);
    }

    String placeOf(String maker) {
        return Optional.ofNullable(makers.get(maker))
                .orElseThrow(() -> new IllegalArgumentException(
                        "An input names the maker '" + maker + "', which the chain does not have."))
                .place();
    }

    /// What comes into a pool and what its takers need, by the figures alone.
    double supply(Pool pool) {
        return sum(makersAt(pool.place(), pool.product()), Maker::guess)
                + sum(
                        flows().stream().filter(f -> f.entersPool(pool)).toList(),
                        f -> f.figure().value());
    }

    double need(Pool pool) {
        return sum(
                        intakes().stream()
                                .filter(i -> i.product().equals(pool.product())
                                        && placeOf(i.maker()).equals(pool.place()))
                                .toList(),
                        i -> i.perUnit().value()
                                * findMaker(i.maker()).orElseThrow().guess())
                + sum(
                        flows().stream().filter(f -> f.leavesPool(pool)).toList(),
                        f -> f.figure().value())
                + sum(
                        uses().stream()
                                .filter(u -> u.place().equals(pool.place())
                                        && u.product().equals(pool.product())
                                        && u.figure().isPresent())
                                .toList(),
                        u -> u.figure().orElseThrow().value());
    }

    private static <T> double sum(List<T> parts, ToDoubleFunction<T> value) {
        double sum = 0;
        for (T part : parts) {
            sum += value.applyAsDouble(part);
        }
        return sum;
    }

    /// One product at one place.
    record Pool(String place, String product) {}
}
