package org.monazite.app.trail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.monazite.app.Workbench;
import org.monazite.app.workspace.Workspace;
import org.monazite.shock.ActionNumber;
import org.monazite.shock.Assumptions;
import org.monazite.shock.Parameter;
import org.monazite.supply.Flag;
import org.monazite.supply.NodeKind;
import org.monazite.supply.SupplyNetwork;

/// What is played: scenarios, what they do to places, the assumptions of the daily engine.
final class RunTrails {

    /// What the main job plays beside the files of the workspace, without the name of the supplier.
    private static final List<String> PRESETS = List.of("magnet-chain", "dy-tb", "bilateral", "licence");

    private final Workbench workbench;
    private final SupplyNetwork network;
    private final String chain;
    private final TrailKeys keys;
    private final Names names;

    RunTrails(Workbench workbench, String chain, Names names) throws IOException {
        this.workbench = workbench;
        this.network = workbench.network(chain);
        this.chain = chain;
        this.keys = TrailKeys.of(chain);
        this.names = names;
    }

    /// What a scenario does to a place: `shock/SCENARIO/PLACE`, or to a product there: `shock/SCENARIO/PLACE/PRODUCT`.
    Optional<Trail> played(String name) {
        String[] parts = name.split("/", -1);
        boolean known = parts.length >= 3
                && parts.length <= 4
                && scenarios().contains(parts[1])
                && network.findPlace(parts[2]).isPresent();
        if (!known) {
            return Optional.empty();
        }
        String product = parts.length == 4 ? parts[3] : "";
        if (!product.isEmpty() && network.findProduct(product).isEmpty()) {
            return Optional.empty();
        }
        List<String> inputs = new ArrayList<>();
        inputs.add("scenario/" + parts[1]);
        inputs.addAll(there(parts[2], product));
        inputs.add(keys.network());
        for (Parameter parameter : Parameter.values()) {
            inputs.add("assumptions." + parameter.key());
        }
        String key = product.isEmpty() ? keys.played(parts[1], parts[2]) : keys.played(parts[1], parts[2], product);
        Said what = product.isEmpty()
                ? Said.of("trail.played.value", parts[1], names.place(parts[2]))
                : Said.of("trail.played", parts[1], names.place(parts[2]), names.product(product));
        return Optional.of(Trail.of(key, Trail.Kind.PLAYED, what, Flag.UNVERIFIED, List.of(), inputs));
    }

    /// Nodes at a place: those that make or take in a product; end use where none is named.
    private List<String> there(String place, String product) {
        List<String> found = new ArrayList<>();
        for (int node = 0; node < network.nodes().size(); node++) {
            boolean counts = network.placeOf(node).equals(place)
                    && (product.isEmpty()
                            ? network.nodes().kind(node) == NodeKind.USE
                            : network.productOf(node).id().equals(product) || takes(node, product));
            if (counts) {
                found.add(keys.node(network, node));
            }
        }
        return found;
    }

    private boolean takes(int node, String product) {
        for (int cell = network.cells().first(node); cell < network.cells().first(node + 1); cell++) {
            if (network.products().get(network.cells().product(cell)).id().equals(product)) {
                return true;
            }
        }
        return false;
    }

    /// A scenario: what is played is chosen by who asks.
    Optional<Trail> scenario(String name) {
        if (!scenarios().contains(name)) {
            return Optional.empty();
        }
        return Optional.of(Trail.of(
                "scenario/" + name,
                Trail.Kind.SCENARIO,
                Said.of("trail.scenario", name),
                Flag.NONE,
                List.of(),
                TrailKeys.list("scenario.start", "ensemble.weeks", "ensemble.members", "seed")));
    }

    /// The scenarios that a result may speak of: files of the workspace, and what the main job plays against any place.
    Collection<String> scenarios() {
        TreeSet<String> all = new TreeSet<>();
        try {
            all.addAll(workbench.workspace().names(Workspace.Shelf.SCENARIOS));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        all.add("licence-april-2025");
        List<String> suppliers = new ArrayList<>(List.of("china"));
        network.places().forEach(place -> suppliers.add(place.code().toLowerCase(Locale.ROOT)));
        List<String> whats = new ArrayList<>(PRESETS);
        whats.add(chain);
        for (String supplier : suppliers) {
            whats.forEach(what -> all.add(supplier + "-" + what));
        }
        return all;
    }

    /// An assumption of the daily engine, or a number of an action that no source gives.
    static Optional<Trail> assumption(String key) {
        for (Parameter parameter : Parameter.values()) {
            if (key.equals("assumptions." + parameter.key())) {
                Said unit = Said.of("parameter." + parameter.key() + ".unit");
                Trail.Amount amount = new Trail.Amount(
                        Said.of("trail.default"),
                        Assumptions.MINERALS.get(parameter),
                        parameter.low(),
                        parameter.high(),
                        unit.english());
                Said what = Said.of("trail.assumption", Said.of("parameter." + parameter.key()));
                Flag flag = parameter.guess() ? Flag.UNVERIFIED : Flag.ESTIMATE;
                return Optional.of(
                        new Trail(key, Trail.Kind.ASSUMPTION, what, List.of(amount), flag, List.of(), List.of()));
            }
        }
        for (ActionNumber number : ActionNumber.values()) {
            if (key.equals("actions." + number.key())) {
                Said what = Said.of("trail.action", Said.of("parameter." + number.key()));
                return Optional.of(Trail.of(key, Trail.Kind.ASSUMPTION, what, Flag.UNVERIFIED, List.of(), List.of()));
            }
        }
        return Optional.empty();
    }

    /// The keys of all assumptions of the daily engine.
    static List<String> assumptions() {
        List<String> all = new ArrayList<>();
        for (Parameter parameter : Parameter.values()) {
            all.add("assumptions." + parameter.key());
        }
        for (ActionNumber number : ActionNumber.values()) {
            all.add("actions." + number.key());
        }
        return all;
    }
}
