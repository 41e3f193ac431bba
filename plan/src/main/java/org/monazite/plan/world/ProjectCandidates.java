package org.monazite.plan.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.monazite.plan.Decision;
import org.monazite.plan.PlanInput;
import org.monazite.plan.PlanSpec;
import org.monazite.supply.Flag;
import org.monazite.supply.Project;
import org.monazite.supply.Stage;

/// Undecided projects of the chain as candidates; those that cannot be chosen are left out with the reason.
final class ProjectCandidates {

    private final PlanInput input;
    private final PlanSpec spec;
    private final Parts parts;
    private final Costs costs;
    private final Draft draft;
    private final Phases phases;

    ProjectCandidates(PlanInput input, PlanSpec spec, Parts parts, Costs costs, Draft draft) {
        this.input = input;
        this.spec = spec;
        this.parts = parts;
        this.costs = costs;
        this.draft = draft;
        this.phases = new Phases(input.projects(), spec);
    }

    void add() {
        for (Project project : input.projects()) {
            if (!project.status().isDecided() && parts.inChain(project)) {
                add(project);
            }
        }
    }

    private void add(Project project) {
        boolean isMine = project.stage() == Stage.MINE || project.stage() == Stage.MIXED;
        Map<String, Double> sells = parts.sells(project, false);
        Map<String, Double> holds = isMine ? parts.holds(project) : Map.of();
        int start = phases.start(project);
        if (project.place().equals(spec.against())) {
            leaveOut(project, "it stands in the feared supplier", "警戒対象の供給国に立地する");
        } else if (project.capacity().orElse(0) <= 0 && sells.isEmpty()) {
            leaveOut(project, "its capacity is not published", "能力が公表されていない");
        } else if (phases.lacksFirst(project)) {
            String first = phases.firstOf(project).orElseThrow();
            leaveOut(
                    project,
                    "it enlarges works that do not come (%s)".formatted(first),
                    "前段階の設備（%s）が実現しないため増設できない".formatted(first));
        } else if (start > spec.lastYear()) {
            leaveOut(
                    project,
                    "it starts after the last year of the plan (%d)".formatted(start),
                    "計画最終年より後に稼働する見込み（%d年）".formatted(start));
        } else if (isMine && holds.isEmpty()) {
            leaveOut(project, "how much of the magnet elements it holds is not published", "含有する磁石用元素の量が公表されていない");
        } else {
            add(project, isMine ? holdsOf(project, holds) : sellsOf(project, sells), sells, start);
        }
    }

    private void leaveOut(Project project, String english, String japanese) {
        draft.leaveOut(project.id(), project.name(), project.name(), english, japanese);
    }

    private List<Draft.Adds> holdsOf(Project project, Map<String, Double> holds) {
        List<Draft.Adds> adds = new ArrayList<>();
        FeedLinks.ofMine(project.id())
                .forEach(share -> holds.forEach((product, tonnes) ->
                        adds.add(new Draft.Adds(Draft.Kind.HOLDS, share.feed(), product, tonnes * share.part()))));
        return adds;
    }

    private List<Draft.Adds> sellsOf(Project project, Map<String, Double> sells) {
        List<Draft.Adds> adds = new ArrayList<>();
        boolean loop = FeedLinks.isLoop(project.id());
        Optional<String> feed = FeedLinks.ofWorks(project.id());
        Map<String, Double> all = loop ? sells : parts.withAlloy(sells);
        all.forEach((product, tonnes) -> {
            String site = draft.site(project.place(), product, Parts.group(project, Node.Group.BACKED));
            boolean shared = feed.isPresent() && parts.stage(product) == Stage.REFINED;
            if (shared) {
                adds.add(new Draft.Adds(Draft.Kind.DRAWS, feed.get() + "|" + site, product, tonnes));
            } else {
                adds.add(new Draft.Adds(Draft.Kind.CAPACITY, site, product, tonnes));
            }
        });
        return adds;
    }

    private void add(Project project, List<Draft.Adds> adds, Map<String, Double> sells, int start) {
        OptionalDouble capital = costs.capital(project, sells);
        if (capital.isEmpty()) {
            leaveOut(project, "what it costs is not known", "費用が不明");
            return;
        }
        double value = capital.getAsDouble();
        draft.add(
                new Candidate(
                        project.id(),
                        Decision.Kind.PROJECT,
                        project.name(),
                        project.name(),
                        project.place(),
                        project.productId(),
                        sells.getOrDefault(
                                project.productId(), project.capacity().orElse(0)),
                        1,
                        true,
                        "",
                        Costs.range(value),
                        Costs.cash(project, value),
                        costs.yearly(value),
                        start,
                        Schedule.build(project.stage()),
                        Schedule.counted(project.stage()),
                        List.of(),
                        false,
                        project.status().id(),
                        project.flag().and(Flag.ESTIMATE), // its capital is announced capital times a ratio
                        project.unverifiedFields(),
                        project.citations()),
                adds);
    }
}
