package org.monazite.plan.world;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.monazite.plan.PlanInput;
import org.monazite.plan.PlanSpec;
import org.monazite.supply.Nearest;
import org.monazite.supply.NodeKind;
import org.monazite.supply.PlanOption;

/// Checks the names in a question; a message names the nearest that is there.
public final class Names {

    private final PlanInput input;
    private final PlanSpec spec;

    Names(PlanInput input, PlanSpec spec) {
        this.input = input;
        this.spec = spec;
    }

    void check() {
        List<String> places =
                input.network().places().stream().map(place -> place.code()).toList();
        spec.partners().forEach(partner -> require("plan.partners", "place", partner, places));
        require("plan.against", "place", spec.against(), places);
        if (spec.partners().contains(spec.against())) {
            throw new IllegalArgumentException("""
                    plan.against is '%s', who is a partner too.
                    Maybe leave it out of plan.partners.""".formatted(spec.against()));
        }
        for (String partner : spec.partners()) {
            if (!uses(partner)) {
                throw new IllegalArgumentException("""
                        plan.partners names '%s', which uses nothing at the end of this chain.
                        Maybe name a place that does: %s.""".formatted(partner, users()));
            }
        }
        List<String> ids = ids();
        spec.include().stream()
                .filter(id -> !isContract(id))
                .forEach(id -> require("plan.include", "project or option", id, ids));
        spec.exclude().stream()
                .filter(id -> !isContract(id))
                .forEach(id -> require("plan.exclude", "project or option", id, ids));
    }

    /// Checks the names of contracts.
    void checkContracts(List<Offtake> offtakes) {
        List<String> ids = offtakes.stream().map(Offtake::id).toList();
        spec.include().stream().filter(Names::isContract).forEach(id -> require("plan.include", "contract", id, ids));
        spec.exclude().stream().filter(Names::isContract).forEach(id -> require("plan.exclude", "contract", id, ids));
    }

    /// Contracts are known once the world is built.
    private static boolean isContract(String id) {
        return id.startsWith("offtake.");
    }

    private boolean uses(String place) {
        return users().contains(place);
    }

    private TreeSet<String> users() {
        TreeSet<String> users = new TreeSet<>();
        for (int node = 0; node < input.network().nodes().size(); node++) {
            if (input.network().nodes().kind(node) == NodeKind.USE) {
                users.add(input.network().placeOf(node));
            }
        }
        return users;
    }

    /// Ids of all projects, of all options, and of all options in places.
    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        input.projects().forEach(project -> ids.add(project.id()));
        for (PlanOption option : input.options()) {
            ids.add(option.id());
            option.places().forEach(place -> ids.add(option.id() + "@" + place));
        }
        return ids;
    }

    private static void require(String key, String what, String name, List<String> known) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException("""
                    %s names '%s': there is no such %s.
                    Maybe %s.""".formatted(key, name, what, Nearest.hint(name, known)));
        }
    }
}
