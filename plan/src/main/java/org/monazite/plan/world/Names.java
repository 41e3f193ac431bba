package org.monazite.plan.world;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.monazite.plan.PlanInput;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Refusal;
import org.monazite.supply.NodeKind;
import org.monazite.supply.PlanOption;

/// Checks the names in a question; a message names the nearest that is there.
public final class Names {

    private static final int LATEST = 20; // years after that of the chain; demand grown for longer says nothing

    private final PlanInput input;
    private final PlanSpec spec;

    Names(PlanInput input, PlanSpec spec) {
        this.input = input;
        this.spec = spec;
    }

    void check() {
        List<String> places =
                input.network().places().stream().map(place -> place.code()).toList();
        spec.partners().forEach(partner -> require("partners", "place", partner, places));
        require("against", "place", spec.against(), places);
        if (spec.partners().contains(spec.against())) {
            throw Refusal.of("partner.feared", "against", """
                    plan.against is '%s', who is a partner too.
                    Maybe leave it out of plan.partners.""".formatted(spec.against()), spec.against());
        }
        for (String partner : spec.partners()) {
            if (!uses(partner)) {
                TreeSet<String> others = users();
                others.remove(spec.against());
                throw Refusal.of("partner.idle", "partners", """
                        plan.partners names '%s', which uses nothing at the end of this chain.
                        Maybe name a place that does: %s.""".formatted(partner, others), partner, others);
            }
        }
        int base = input.network().id().year();
        if (spec.asOfYear() < base || spec.asOfYear() > base + LATEST) {
            throw Refusal.of(
                    "year.far",
                    "as_of_year",
                    """
                    plan.as_of_year is '%d', and the chain is that of %d.
                    Maybe a year from %d to %d.""".formatted(spec.asOfYear(), base, base, base + LATEST),
                    spec.asOfYear(),
                    base,
                    base + LATEST);
        }
        List<String> ids = ids();
        spec.include().stream().filter(id -> !isContract(id)).forEach(id -> require("include", "project", id, ids));
        spec.exclude().stream().filter(id -> !isContract(id)).forEach(id -> require("exclude", "project", id, ids));
    }

    /// Checks the names of contracts.
    void checkContracts(List<Offtake> offtakes) {
        List<String> ids = offtakes.stream().map(Offtake::id).toList();
        spec.include().stream().filter(Names::isContract).forEach(id -> require("include", "contract", id, ids));
        spec.exclude().stream().filter(Names::isContract).forEach(id -> require("exclude", "contract", id, ids));
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
            String kind = what.equals("project") ? "project or option" : what;
            throw Refusal.unknown(
                    "unknown." + what, key, "plan." + key + " names '%s': there is no such " + kind + ".", name, known);
        }
    }
}
