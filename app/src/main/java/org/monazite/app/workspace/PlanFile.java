package org.monazite.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
            "time_limit_seconds",
            "traced",
            "adversary",
            "episodes",
            "chance",
            "worse_off");

    private static final Pattern KEY = Pattern.compile("^(plan\\.|targets\\.|plan )([a-z_]+)");
    private static final double MOST_USD = 1e13;
    private static final List<String> OTHER_MONEY = List.of("budget", "budget_eur", "budget_jpy", "budget_yen");

    private final YamlMap file;
    private final Vocabulary words;
    private final List<String> known;

    private PlanFile(YamlMap file, Vocabulary words, List<String> known) {
        this.file = file;
        this.words = words;
        this.known = known;
        for (String key : file.keys()) {
            if (OTHER_MONEY.contains(key)) {
                throw file.wrong(key, "problem.plan.currency", key);
            }
        }
        file.only(KEYS);
    }

    /// Reads a plan's question.
    ///
    /// @param defaultBudgetUsd what the partners may spend together where the file does not say
    /// @param known ids of projects and options that it may include and exclude; contracts, `offtake.`, besides
    /// @throws Problem with file, line and column
    public static PlanSpec read(
            Workspace.Document document, Vocabulary words, double defaultBudgetUsd, List<String> known) {
        YamlMap file = YamlMap.parse(document.label(), document.text());
        try {
            return new PlanFile(file, words, known).spec(document.name(), defaultBudgetUsd);
        } catch (IllegalArgumentException e) {
            throw refused(file, e);
        }
    }

    /// A message with a remedy of its own keeps that one.
    private static Problem refused(YamlMap file, IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        String[] lines = message.split("\\n", 2);
        boolean helps = lines.length > 1 && lines[1].startsWith("Maybe ");
        Problem problem = helps
                ? Problem.of(
                        ExitCode.INPUT,
                        "problem.yaml.network",
                        where(file, message),
                        lines[0],
                        lines[1].substring("Maybe ".length()))
                : Problem.of(ExitCode.INPUT, "problem.yaml.value", where(file, message), message);
        problem.initCause(e);
        return problem;
    }

    /// Where the value stands that a message is about: messages begin with the name of their key.
    private static String where(YamlMap file, String message) {
        Matcher key = KEY.matcher(message);
        if (!key.find()) {
            return file.where();
        }
        String name = key.group(2);
        if (key.group(1).equals("targets.")
                && file.has("targets")
                && file.map("targets").has(name)) {
            return file.map("targets").where(name);
        }
        String first = message.startsWith("plan years") ? "target_year" : name;
        return file.has(first) ? file.where(first) : file.where();
    }

    private PlanSpec spec(String name, double defaultBudgetUsd) {
        List<String> partners = new ArrayList<>();
        for (YamlMap.Word word : file.filled("partners")) {
            String place = words.place(word.text(), ExitCode.INPUT, word.where());
            if (partners.contains(place)) {
                throw Problem.of(ExitCode.INPUT, "problem.plan.partner", word.where(), place);
            }
            partners.add(place);
        }
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
                projects("include"),
                projects("exclude"),
                file.number("time_limit_seconds", base.timeLimitSeconds()),
                rules());
    }

    private PlanSpec.Rules rules() {
        boolean declared = oneOf("traced", List.of("steered", "declared")).equals("declared");
        boolean pairs = oneOf("adversary", List.of("single", "pairs")).equals("pairs");
        List<String> kinds = List.of("licence", "outage", "lane");
        List<String> episodes = ids("episodes");
        for (String word : episodes) {
            if (!kinds.contains(word)) {
                throw file.wrong("episodes", "problem.plan.choice", word, String.join(", ", kinds));
            }
        }
        PlanSpec.Rules rules = PlanSpec.Rules.DEFAULT
                .withMore(pairs, episodes.contains("licence"), episodes.contains("outage"))
                .withLanes(episodes.contains("lane"))
                .withChance(file.number("chance", Double.NaN))
                .withNoWorse(oneOf("worse_off", List.of("never", "allowed")).equals("never"));
        return declared ? rules.with(PlanSpec.Traced.DECLARED) : rules;
    }

    /// One of some words, the first if the file does not say.
    private String oneOf(String key, List<String> known) {
        String word = file.findText(key).orElse(known.getFirst());
        if (!known.contains(word)) {
            throw file.wrong(key, "problem.plan.choice", word, String.join(", ", known));
        }
        return word;
    }

    private SortedMap<String, Double> budgets(PlanSpec base) {
        if (!file.has("budget_usd")) {
            return base.budgetUsd();
        }
        if (!file.isMap("budget_usd")) {
            return base.withBudget(checked(file, "budget_usd")).budgetUsd();
        }
        YamlMap money = file.map("budget_usd");
        SortedMap<String, Double> budgets = new TreeMap<>();
        for (String key : money.keys()) {
            String place = words.place(key, ExitCode.INPUT, money.where(key));
            if (!base.partners().contains(place)) {
                throw money.wrong(key, "problem.plan.payer", place, String.join(", ", base.partners()));
            }
            budgets.put(place, checked(money, key));
        }
        for (String partner : base.partners()) {
            if (!budgets.containsKey(partner)) {
                throw file.wrong("budget_usd", "problem.plan.nobudget", partner);
            }
        }
        return budgets;
    }

    private static double checked(YamlMap map, String key) {
        double usd = map.number(key);
        if (usd < 0) {
            throw map.wrong(key, "problem.plan.negative", map.text(key));
        }
        if (usd > MOST_USD) {
            throw map.wrong(key, "problem.plan.toomuch", map.text(key));
        }
        return usd;
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

    private List<String> projects(String key) {
        for (YamlMap.Word word : file.words(key)) {
            if (!known.contains(word.text()) && !word.text().startsWith("offtake.")) {
                throw Problem.unknown(ExitCode.INPUT, "kind.project", word.text(), word.where(), known);
            }
        }
        return ids(key);
    }

    private List<String> ids(String key) {
        return file.words(key).stream().map(YamlMap.Word::text).toList();
    }
}
