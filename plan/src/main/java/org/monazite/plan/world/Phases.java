package org.monazite.plan.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.monazite.plan.PlanSpec;
import org.monazite.supply.Project;

/// Second phases and the works that they enlarge: a second phase needs its first, and comes a year after it at
/// the earliest. The sources say so in words, no column holds it, so it stands here.
final class Phases {

    private static final Map<String, String> FIRST = Map.ofEntries(
            Map.entry("efr.2", "efr.1"),
            Map.entry("kanga2", "kanga"),
            Map.entry("kmp2", "kmp"),
            Map.entry("longonjo2", "longonjo"),
            Map.entry("lyn.hre2", "lyn.hre"),
            Map.entry("narva2", "narva"),
            Map.entry("noveon2", "noveon"),
            Map.entry("solvay2", "solvay"),
            Map.entry("usar.mag2", "usar.mag"),
            Map.entry("w.sangdong2", "w.sangdong"));

    private final List<Project> projects;
    private final PlanSpec spec;

    Phases(List<Project> projects, PlanSpec spec) {
        this.projects = projects;
        this.spec = spec;
    }

    /// True if a project enlarges works that do not come: they are not among the projects, or nobody has decided
    /// on them.
    boolean lacksFirst(Project project) {
        String first = FIRST.get(project.id());
        return first != null && first(project).filter(this::comes).isEmpty();
    }

    private boolean comes(Project project) {
        return project.status().isDecided() && !spec.exclude().contains(project.id());
    }

    /// Id of the works that a project enlarges.
    Optional<String> firstOf(Project project) {
        return Optional.ofNullable(FIRST.get(project.id()));
    }

    /// First year of output on which a plan counts.
    int start(Project project) {
        int own = Schedule.start(project, spec.asOfYear());
        return first(project)
                .map(first -> Math.max(own, Schedule.start(first, spec.asOfYear()) + 1))
                .orElse(own);
    }

    private Optional<Project> first(Project project) {
        return projects.stream()
                .filter(each -> each.id().equals(FIRST.get(project.id())))
                .findFirst();
    }
}
