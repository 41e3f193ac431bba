package org.monazite.app.trail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.monazite.app.SecureRequest;
import org.monazite.app.Workbench;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.plan.PlanSpec;
import org.monazite.supply.Assumed;
import org.monazite.supply.Citation;
import org.monazite.supply.ExportControl;
import org.monazite.supply.Flag;
import org.monazite.supply.PlanOption;
import org.monazite.supply.Price;
import org.monazite.supply.Project;

/// Numbers of plans, what plans may back or count on, what they assume, and export controls.
final class PlanTrails {

    private static final List<String> NUMBERS = List.of(
            "loss", "cost", "spent", "share", "replay", "late", "frontier", "works", "options", "prices", "chances");

    private static final String OFFTAKE = "offtake.";
    private static final String DECIDED = "/decided";

    private final Workbench workbench;
    private final Atlas atlas;
    private final TrailKeys keys;
    private final Names names;
    private final List<Assumed> assumed = new ArrayList<>(); // read when first needed

    PlanTrails(Workbench workbench, String chain, Names names) throws IOException {
        this.workbench = workbench;
        this.atlas = workbench.atlas();
        this.keys = TrailKeys.of(chain);
        this.names = names;
    }

    /// A number of plans, by its name after `plan/`.
    Optional<Trail> number(String name) throws IOException {
        if (!NUMBERS.contains(name)) {
            return Optional.empty();
        }
        List<Trail.Cell> cells = new ArrayList<>();
        if (name.equals("prices")) {
            for (Price price : atlas.prices()) {
                cells.add(new Trail.Cell(names.product(price.productId()), price.citation()));
            }
        }
        return Optional.of(Trail.of(
                keys.plan(name),
                Trail.Kind.PLAN,
                Said.of("trail.plan." + name),
                name.equals("prices") ? Flag.DERIVED : Flag.UNVERIFIED,
                cells,
                inputs(name)));
    }

    private List<String> inputs(String name) throws IOException {
        List<String> all = new ArrayList<>();
        switch (name) {
            case "loss" -> {
                all.addAll(plans("works", "options", "chances"));
                all.add(keys.network());
                all.addAll(TrailKeys.list("plan.target_year", "plan.ban_quarters", "plan.targets", "plan.budget_usd"));
                all.addAll(assumptionKeys());
            }
            case "cost" -> all.addAll(plans("loss", "spent", "prices"));
            case "spent" -> {
                all.addAll(plans("works", "options"));
                all.addAll(TrailKeys.list("plan.overrun", "plan.least_cash", "plan.premium", "plan.budget_usd"));
            }
            case "share" -> {
                all.addAll(plans("works", "options"));
                all.add(keys.network());
                all.add("plan.target_year");
            }
            case "replay" -> {
                all.addAll(plans("loss"));
                all.add(keys.network());
                all.addAll(RunTrails.assumptions());
            }
            case "late" -> {
                all.addAll(plans("loss", "cost"));
                all.add("plan.late_years");
            }
            case "frontier" -> {
                all.addAll(plans("loss", "cost"));
                all.addAll(TrailKeys.list("plan.budget_usd", "frontier.points"));
            }
            case "works" -> atlas.projects().forEach(project -> all.add(project.id()));
            case "options" -> atlas.planOptions().forEach(option -> all.add(option.id()));
            case "chances" -> atlas.exportControls().forEach(control -> all.add(control.id()));
            case "prices" -> {} // its cells say it all
            default -> throw new IllegalArgumentException("There is no number '" + name + "' of a plan.");
        }
        return all;
    }

    private List<String> plans(String... numbers) {
        List<String> all = new ArrayList<>();
        for (String number : numbers) {
            all.add(keys.plan(number));
        }
        return all;
    }

    private List<Assumed> assumed() throws IOException {
        if (!assumed.isEmpty()) {
            return assumed;
        }
        PlanSpec spec = PlanSpec.of(List.of("JPN", "USA"), "CHN", SecureRequest.DEFAULT_BUDGET_USD);
        PlanSpec wide = spec.with(spec.rules().withMore(true, true, true).withLanes(true));
        assumed.addAll(workbench.planner(SecureRequest.MAGNETS, 1).assumptions(wide));
        return assumed;
    }

    private List<String> assumptionKeys() throws IOException {
        return assumed().stream().map(Assumed::key).distinct().toList();
    }

    /// An assumption of all plans, such as `plan.delivery`, with its value in the default question.
    Optional<Trail> assumption(String key) throws IOException {
        if (!key.startsWith("plan.")) {
            return Optional.empty();
        }
        for (Assumed each : assumed()) {
            if (each.key().equals(key)) {
                boolean counted = key.startsWith("plan.chance_");
                Trail.Amount amount =
                        new Trail.Amount(Said.of("trail.default"), each.value(), Double.NaN, Double.NaN, each.unit());
                return Optional.of(new Trail(
                        key,
                        Trail.Kind.ASSUMPTION,
                        Said.of("trail.assumption", new Said(each.whyEn(), each.whyJa())),
                        List.of(amount),
                        each.flag(),
                        List.of(),
                        counted ? plans("chances") : List.of()));
            }
        }
        return Optional.empty();
    }

    /// A project, an option, an option in a place, or a contract on the output of works.
    Optional<Trail> works(String id) {
        if (id.startsWith(OFFTAKE)) {
            return contract(id);
        }
        String name = id.contains("@") ? id.substring(0, id.indexOf('@')) : id;
        for (Project project : atlas.projects()) {
            if (project.id().equals(name)) {
                Said what = Said.of(
                        "trail.project",
                        project.name(),
                        names.place(project.place()),
                        names.product(project.productId()));
                Set<Trail.Cell> cells = new LinkedHashSet<>();
                project.citations().forEach(each -> cells.addAll(row(each)));
                project.outputs().forEach(each -> cells.addAll(row(each.citation())));
                List<String> inputs = TrailKeys.list("plan.delivery", "plan.overrun", "plan.late_start");
                return Optional.of(Trail.of(id, Trail.Kind.WORKS, what, project.flag(), List.copyOf(cells), inputs));
            }
        }
        for (PlanOption option : atlas.planOptions()) {
            boolean there = !id.contains("@") || option.places().contains(id.substring(id.indexOf('@') + 1));
            if (option.id().equals(name) && there) {
                Said what = Said.of("trail.option", new Said(option.nameEn(), option.nameJa()));
                List<String> inputs = TrailKeys.list("plan.generic_part", "plan.overrun");
                return Optional.of(Trail.of(id, Trail.Kind.WORKS, what, option.flag(), row(option.citation()), inputs));
            }
        }
        return Optional.empty();
    }

    private Optional<Trail> contract(String id) {
        String[] parts = id.substring(OFFTAKE.length()).split("@", 2);
        if (parts.length < 2 || !atlas.places().containsKey(parts[1])) {
            return Optional.empty();
        }
        List<String> inputs = new ArrayList<>();
        boolean plant =
                atlas.projects().stream().anyMatch(project -> project.id().equals(parts[0]));
        if (!plant && !parts[0].contains("/")) {
            return Optional.empty();
        }
        if (parts[0].endsWith(DECIDED)) {
            inputs.addAll(decided(parts[0].substring(0, parts[0].length() - DECIDED.length())));
        } else {
            inputs.add(plant ? parts[0] : keys.named(parts[0]));
        }
        inputs.addAll(TrailKeys.list("plan.premium", "plan.contractable", keys.plan("prices")));
        Said what = Said.of("trail.contract", parts[0], names.place(parts[1]));
        return Optional.of(Trail.of(id, Trail.Kind.WORKS, what, Flag.UNVERIFIED, List.of(), inputs));
    }

    /// Works of a place that are decided and make a product: plans contract with them as one.
    private List<String> decided(String supplier) {
        String[] where = supplier.split("/", 2);
        return atlas.projects().stream()
                .filter(project -> project.status().isDecided()
                        && project.place().equals(where[0])
                        && (project.productId().equals(where[1])
                                || project.outputs().stream()
                                        .anyMatch(output -> output.productId().equals(where[1]))))
                .map(Project::id)
                .toList();
    }

    /// All figures of the row that a citation points into: a project rests on more than one of its cells.
    private List<Trail.Cell> row(Citation citation) {
        String locator = citation.locator();
        String row = locator.substring(0, locator.lastIndexOf(':') + 1);
        List<Trail.Cell> cells = new ArrayList<>();
        for (FigureRecord each : atlas.figures().values()) {
            if (!row.isEmpty() && each.locator().startsWith(row)) {
                Said column = new Said(
                        each.locator().substring(row.length()), each.locator().substring(row.length()));
                cells.add(new Trail.Cell(column, new Citation(each.id(), each.sourceId(), each.locator(), each.raw())));
            }
        }
        if (cells.isEmpty()) {
            cells.add(new Trail.Cell(Said.of("trail.about.row"), citation)); // a row of words
        }
        return cells;
    }

    /// An export control.
    Optional<Trail> control(String id) {
        for (ExportControl control : atlas.exportControls()) {
            if (control.id().equals(id)) {
                Said what = Said.of(
                        "trail.control",
                        names.place(control.imposer()),
                        control.legalRef().isBlank() ? control.type() : control.legalRef(),
                        control.effective().map(Object::toString).orElse("-"));
                List<Trail.Cell> cells = List.of(new Trail.Cell(Said.of("trail.about.row"), control.citation()));
                return Optional.of(Trail.of(id, Trail.Kind.CONTROL, what, control.flag(), cells, List.of()));
            }
        }
        return Optional.empty();
    }

    /// Everything here that has a name.
    Collection<String> names() throws IOException {
        Set<String> all = new TreeSet<>(workbench.planIds());
        NUMBERS.forEach(number -> all.add("plan/" + number));
        all.addAll(assumptionKeys());
        atlas.exportControls().forEach(control -> all.add(control.id()));
        return all;
    }
}
