package org.monazite.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.plan.PlanSpec;

/// Reads the question of a plan from YAML; every key has a default.
public final class PlanFile {

    private static final List<String> KEYS = List.of(
            "name",
            "partners",
            "against",
            "budget_usd",
            "as_of_year",
            "target_year",
            "last_year",
            "ban_quarters",
            "targets",
            "discount_rate",
            "tail",
            "generic_part",
            "include",
            "exclude",
            "time_limit_seconds");

    private final YamlMap file;
    private final Vocabulary words;

    private PlanFile(YamlMap file, Vocabulary words) {
        this.file = file;
        this.words = words;
        file.only(KEYS);
    }

    /// Reads a plan's question.
    ///
    /// @param defaultBudgetUsd what the partners may spend together where the file does not say
    /// @throws Problem with file, line and column
    public static PlanSpec read(Workspace.Document document, Vocabulary words, double defaultBudgetUsd) {
        YamlMap file = YamlMap.parse(document.label(), document.text());
        try {
            return new PlanFile(file, words).spec(document.name(), defaultBudgetUsd);
        } catch (IllegalArgumentException e) {
            Problem problem =
                    Problem.of(ExitCode.INPUT, "problem.yaml.value", file.where(), String.valueOf(e.getMessage()));
            problem.initCause(e);
            throw problem;
        }
    }

    private PlanSpec spec(String name, double defaultBudgetUsd) {
        List<String> partners = new ArrayList<>();
        file.words("partners").forEach(word -> partners.add(words.place(word.text(), ExitCode.INPUT, word.where())));
        if (partners.isEmpty()) {
            partners.addAll(List.of("JPN", "USA"));
        }
        String against =
                file.has("against") ? words.place(file.text("against"), ExitCode.INPUT, file.where("against")) : "CHN";
        PlanSpec base = PlanSpec.of(partners, against, defaultBudgetUsd);
        return new PlanSpec(
                file.findText("name").orElse(name),
                partners,
                against,
                budgets(base),
                file.whole("as_of_year", base.asOfYear()),
                file.whole("target_year", base.targetYear()),
                file.whole("last_year", base.lastYear()),
                file.whole("ban_quarters", base.banQuarters()),
                targets(base.targets()),
                file.number("discount_rate", base.discountRate()),
                file.number("tail", base.tail()),
                file.number("generic_part", base.genericPart()),
                ids("include"),
                ids("exclude"),
                file.number("time_limit_seconds", base.timeLimitSeconds()));
    }

    private SortedMap<String, Double> budgets(PlanSpec base) {
        if (!file.has("budget_usd")) {
            return base.budgetUsd();
        }
        if (!file.isMap("budget_usd")) {
            return base.withBudget(file.number("budget_usd")).budgetUsd();
        }
        YamlMap money = file.map("budget_usd");
        SortedMap<String, Double> budgets = new TreeMap<>();
        for (String key : money.keys()) {
            budgets.put(words.place(key, ExitCode.INPUT, money.where(key)), money.number(key));
        }
        return budgets;
    }

    private PlanSpec.Targets targets(PlanSpec.Targets base) {
        if (!file.has("targets")) {
            return base;
        }
        YamlMap map = file.map("targets");
        map.only(List.of("direct_share", "traced_share", "worst_ban"));
        return new PlanSpec.Targets(
                map.number("direct_share", base.directShare()),
                map.number("traced_share", base.tracedShare()),
                map.number("worst_ban", base.worstBan()));
    }

    private List<String> ids(String key) {
        return file.words(key).stream().map(YamlMap.Word::text).toList();
    }
}
