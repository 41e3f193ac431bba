package org.monazite.plan.world;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.monazite.plan.Decision;
import org.monazite.plan.PlanInput;
import org.monazite.plan.PlanSpec;
import org.monazite.supply.Flag;
import org.monazite.supply.PlanOption;
import org.monazite.supply.Range;

/// Generic options in the partners' own places as candidates.
final class OptionCandidates {

    private static final double LATE_PART = 0.2; // the 80 % point of the lead, as for projects

    private final PlanInput input;
    private final PlanSpec spec;
    private final Parts parts;
    private final Costs costs;
    private final Draft draft;

    OptionCandidates(PlanInput input, PlanSpec spec, Parts parts, Costs costs, Draft draft) {
        this.input = input;
        this.spec = spec;
        this.parts = parts;
        this.costs = costs;
        this.draft = draft;
    }

    void add() {
        for (PlanOption option : input.options()) {
            for (String place : new TreeSet<>(option.places())) {
                if (spec.partners().contains(place) && concernsChain(option)) {
                    add(option, place);
                }
            }
        }
    }

    private boolean concernsChain(PlanOption option) {
        return parts.isMade(option.outputProduct()) || option.kind().equals("mine");
    }

    private void add(PlanOption option, String place) {
        String id = option.id() + "@" + place;
        boolean whole = isPlant(option);
        double modules = spec.genericPart() * option.maxTonnesPerYear() / option.moduleTonnesPerYear();
        double most = whole ? Math.floor(modules + 1e-9) : modules;
        int start = start(option);
        if (most <= 0) {
            draft.leaveOut(
                    id,
                    option.nameEn(),
                    option.nameJa(),
                    "the part of it that the plan may count on is less than one module",
                    "計画が当てにできる量が1モジュールに満たない");
            return;
        }
        if (start > spec.lastYear()) {
            draft.leaveOut(
                    id,
                    option.nameEn(),
                    option.nameJa(),
                    "it starts after the last year of the plan (%d)".formatted(start),
                    "計画最終年より後に稼働する見込み（%d年）".formatted(start));
            return;
        }
        List<Draft.Adds> adds = adds(option, place);
        if (!adds.isEmpty()) {
            draft.add(candidate(option, place, id, most, whole, start), adds);
        }
    }

    private static boolean isPlant(PlanOption option) {
        return switch (option.kind()) {
            case "magnet", "metal", "alloy", "separation", "mine" -> true;
            default -> false;
        };
    }

    private int start(PlanOption option) {
        Range lead = option.leadYears();
        double eighty = lead.high() - Math.sqrt(LATE_PART * (lead.high() - lead.low()) * (lead.high() - lead.value()));
        int years = (int) Math.round(Math.max(lead.value(), eighty));
        return spec.asOfYear() + Math.max(1, years);
    }

    private Candidate candidate(PlanOption option, String place, String id, double most, boolean whole, int start) {
        Range capital = Costs.capital(option);
        boolean stock = option.kind().equals("stockpile");
        List<Double> ramp = new ArrayList<>(stock ? List.of() : option.ramp());
        ramp.add(1.0);
        return new Candidate(
                id,
                kind(option),
                option.nameEn(),
                option.nameJa(),
                place,
                option.outputProduct(),
                option.moduleTonnesPerYear(),
                most,
                whole,
                stock ? place : "",
                capital,
                capital.value(),
                stock ? costs.holding(capital.value()) : costs.yearly(capital.value()),
                start,
                build(option),
                ramp,
                List.of(),
                true,
                "",
                option.flag().and(Flag.ESTIMATE), // its capital is announced capital times a ratio
                option.unverifiedFields(),
                List.of(option.citation()));
    }

    private static int build(PlanOption option) {
        return switch (option.kind()) {
            case "mine", "separation" -> Schedule.SLOW;
            case "thrifting", "substitution" -> Schedule.PROGRAMME;
            case "stockpile" -> 0;
            default -> Schedule.QUICK;
        };
    }

    private static Decision.Kind kind(PlanOption option) {
        return switch (option.kind()) {
            case "recycling" -> Decision.Kind.RECYCLING;
            case "thrifting", "substitution" -> Decision.Kind.SUBSTITUTION;
            case "stockpile" -> Decision.Kind.STOCKPILE;
            default -> Decision.Kind.MODULE;
        };
    }

    private List<Draft.Adds> adds(PlanOption option, String place) {
        double tonnes = option.moduleTonnesPerYear();
        String product = option.outputProduct();
        return switch (option.kind()) {
            case "magnet" -> plant(place, product, tonnes);
            case "metal", "alloy" ->
                List.of(new Draft.Adds(
                        Draft.Kind.CAPACITY, draft.site(place, product, Node.Group.BACKED), product, tonnes));
            case "separation" -> separation(option, place);
            case "mine" -> mine(option);
            case "recycling" ->
                List.of(new Draft.Adds(
                        Draft.Kind.CAPACITY, draft.site(place, product, recycler(option)), product, tonnes));
            case "thrifting", "substitution" -> List.of(new Draft.Adds(Draft.Kind.SAVES, place, product, tonnes));
            case "stockpile" -> List.of(new Draft.Adds(Draft.Kind.STORES, place, product, tonnes));
            default -> throw new IllegalArgumentException("""
                    The option '%s' is of kind '%s', which a plan does not know.
                    Maybe it should be magnet, metal, alloy, separation, mine, recycling, thrifting, substitution or \
                    stockpile.""".formatted(option.id(), option.kind()));
        };
    }

    private List<Draft.Adds> plant(String place, String product, double tonnes) {
        List<Draft.Adds> adds = new ArrayList<>();
        parts.withAlloy(java.util.Map.of(product, tonnes))
                .forEach((made, t) -> adds.add(
                        new Draft.Adds(Draft.Kind.CAPACITY, draft.site(place, made, Node.Group.BACKED), made, t)));
        return adds;
    }

    /// Separation of bought concentrate: no more than what mines without a fixed customer hold.
    private List<Draft.Adds> separation(PlanOption option, String place) {
        List<Draft.Adds> adds = new ArrayList<>();
        draws(adds, place, option.outputProduct(), option.moduleTonnesPerYear());
        String beside = "tb.oxide";
        if (option.effectUnit().contains(beside) && parts.isMade(beside)) {
            draws(adds, place, beside, option.moduleTonnesPerYear() * option.effect());
        }
        return adds;
    }

    private void draws(List<Draft.Adds> adds, String place, String product, double tonnes) {
        String site = draft.site(place, product, Node.Group.BACKED);
        adds.add(new Draft.Adds(Draft.Kind.DRAWS, FeedLinks.OPEN + "|" + site, product, tonnes));
    }

    /// A mine holds of a product what the usual separation needs of its ore for it.
    private List<Draft.Adds> mine(PlanOption option) {
        return input.recipes().stream()
                .filter(recipe ->
                        recipe.inputProduct().equals(option.outputProduct()) && parts.isMade(recipe.outputProduct()))
                .limit(1)
                .map(recipe -> new Draft.Adds(
                        Draft.Kind.HOLDS,
                        FeedLinks.OPEN,
                        recipe.outputProduct(),
                        option.moduleTonnesPerYear() / recipe.inputPerOutput().value()))
                .toList();
    }

    private static Node.Group recycler(PlanOption option) {
        if (option.id().startsWith("rec.eol")) {
            return Node.Group.OLD_MAGNETS;
        }
        return option.outputProduct().endsWith(".magnet") ? Node.Group.LOOP : Node.Group.SWARF;
    }
}
