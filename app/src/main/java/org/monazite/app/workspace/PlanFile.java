package org.monazite.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.plan.PlanRules;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Risk;
import org.monazite.plan.StockRules;

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
            "risk_weight",
            "generic_part",
            "include",
            "exclude",
            "time_limit_seconds",
            "traced",
            "adversary",
            "episodes",
            "chance",
            "worse_off",
            "budget_lines",
            "most_of_project",
            "stocks");

    private static final String CVAR = "cvar_usd";
    private static final double MOST_USD = 1e13;
    private static final int MOST_YEARS = 30;
    private static final double BELOW_ONE = 0.999;
    private static final double MOST_SECONDS = 1e9;
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
        return new PlanFile(file, words, known).spec(document.name(), defaultBudgetUsd);
    }

    /// Where a question says a value, as `file:line:column`.
    ///
    /// @param key of the question
    /// @param value a word of the key's list, or the key's one word; empty for all of it
    public static Optional<String> find(Workspace.Document document, String key, String value) {
        YamlMap file = YamlMap.parse(document.label(), document.text());
        if (!file.has(key)) {
            return Optional.empty();
        }
        return value.isEmpty()
                ? Optional.of(file.where(key))
                : file.words(key).stream()
                        .filter(word -> word.text().equals(value))
                        .map(YamlMap.Word::where)
                        .findFirst();
    }

    private PlanSpec spec(String name, double defaultBudgetUsd) {
        List<String> partners = partners();
        String against =
                file.has("against") ? words.place(file.text("against"), ExitCode.INPUT, file.where("against")) : "CHN";
        if (partners.contains(against)) {
            String at = file.has("against") ? file.where("against") : wordOf("partners", against);
            throw Problem.of(ExitCode.INPUT, "refusal.partner.feared", at + ": ", against);
        }
        PlanSpec base = PlanSpec.of(partners, against, defaultBudgetUsd);
        List<String> include = projects("include");
        for (YamlMap.Word word : file.words("exclude")) {
            if (include.contains(word.text())) {
                throw Problem.of(ExitCode.INPUT, "problem.plan.inandout", word.where(), word.text());
            }
        }
        int asOf = file.whole("as_of_year", base.asOfYear());
        int target = file.whole("target_year", base.targetYear());
        int last = file.whole("last_year", base.lastYear());
        years(asOf, target, last);
        return new PlanSpec(
                file.findText("name").orElse(name),
                partners,
                against,
                budgets(base),
                asOf,
                target,
                last,
                whole("ban_quarters", base.banQuarters(), 1, 12),
                targets(base.targets()),
                within(file, "discount_rate", base.discountRate(), 0, 0.5),
                within(file, "tail", base.tail(), 0, BELOW_ONE),
                within(file, "generic_part", base.genericPart(), 0, 1),
                include,
                projects("exclude"),
                seconds(base.timeLimitSeconds()),
                rules().with(risk()).with(BudgetLines.read(file, words, partners, asOf, target, last)));
    }

    private Risk risk() {
        return new Risk(
                within(file, "risk_weight", 0, 0, 1),
                file.has("targets") ? cvar(file.map("targets")) : Double.POSITIVE_INFINITY);
    }

    private static double cvar(YamlMap targets) {
        if (!targets.has(CVAR)) {
            return Double.POSITIVE_INFINITY;
        }
        double usd = targets.number(CVAR);
        if (!(usd >= 0 && usd <= MOST_USD)) {
            throw targets.wrong(CVAR, "problem.plan.cvar", targets.text(CVAR));
        }
        return usd;
    }

    private List<String> partners() {
        List<String> partners = new ArrayList<>();
        List<YamlMap.Word> named = file.filled("partners");
        if (file.has("partners") && named.isEmpty()) { // the word `all`
            throw file.wrong("partners", "problem.plan.everybody", "all");
        }
        for (YamlMap.Word word : named) {
            String place = words.place(word.text(), ExitCode.INPUT, word.where());
            if (partners.contains(place)) {
                throw Problem.of(ExitCode.INPUT, "problem.plan.partner", word.where(), place);
            }
            partners.add(place);
        }
        return partners.isEmpty() ? List.of("JPN", "USA") : partners;
    }

    /// Where a list says a place, whatever name it has there.
    private String wordOf(String key, String place) {
        return file.words(key).stream()
                .filter(word -> words.findPlace(word.text()).orElse("").equals(place))
                .map(YamlMap.Word::where)
                .findFirst()
                .orElseGet(file::where);
    }

    /// Decided, then asked of, then ended, in this order; the last of them that the file says is the odd one.
    private void years(int asOf, int target, int last) {
        if (target > asOf && last >= target && last <= asOf + MOST_YEARS) {
            return;
        }
        List<String> keys = target <= asOf
                ? List.of("target_year", "as_of_year", "last_year")
                : List.of("last_year", "target_year", "as_of_year");
        String odd = keys.stream().filter(file::has).findFirst().orElseThrow();
        throw file.wrong(odd, "problem.plan.years", odd, file.text(odd), asOf, target, last, MOST_YEARS);
    }

    private double seconds(double usual) {
        double seconds = file.number("time_limit_seconds", usual);
        if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
            throw file.wrong("time_limit_seconds", "problem.plan.seconds", file.text("time_limit_seconds"));
        }
        return seconds;
    }

    private int whole(String key, int usual, int low, int high) {
        int value = file.whole(key, usual);
        if (value < low || value > high) {
            throw file.wrong(key, "problem.plan.whole", key, file.text(key), low, high);
        }
        return value;
    }

    private static double within(YamlMap map, String key, double usual, double low, double high) {
        double value = map.number(key, usual);
        if (!(value >= low && value <= high)) {
            throw map.wrong(key, "problem.plan.range", key, map.text(key), plain(low), plain(high));
        }
        return value;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private PlanRules rules() {
        boolean declared = oneOf("traced", List.of("steered", "declared")).equals("declared");
        boolean pairs = oneOf("adversary", List.of("single", "pairs")).equals("pairs");
        List<String> kinds = List.of("licence", "outage", "lane");
        List<String> episodes = ids("episodes");
        for (YamlMap.Word word : file.words("episodes")) {
            if (!kinds.contains(word.text())) {
                throw Problem.of(
                        ExitCode.INPUT, "problem.plan.choice", word.where(), word.text(), String.join(", ", kinds));
            }
        }
        PlanRules rules = PlanRules.DEFAULT
                .with(stocks())
                .withMore(pairs, episodes.contains("licence"), episodes.contains("outage"))
                .withLanes(episodes.contains("lane"))
                .withChance(file.has("chance") ? within(file, "chance", 0, 0, 1) : Double.NaN)
                .withNoWorse(oneOf("worse_off", List.of("never", "allowed")).equals("never"));
        return declared ? rules.with(PlanSpec.Traced.DECLARED) : rules;
    }

    /// How stocks are filled and released.
    private StockRules stocks() {
        StockRules usual = StockRules.DEFAULT;
        if (!file.has("stocks")) {
            return usual;
        }
        YamlMap map = file.map("stocks");
        map.only(List.of("release", "triggers", "fill"));
        double release = map.number("release", usual.release());
        if (!(release > 0 && release <= 1)) {
            throw map.wrong("release", "problem.plan.release", map.text("release"));
        }
        TreeSet<String> triggers = new TreeSet<>();
        for (YamlMap.Word word : map.words("triggers")) {
            String place = words.place(word.text(), ExitCode.INPUT, word.where());
            if (!triggers.add(place)) {
                throw Problem.of(ExitCode.INPUT, "problem.plan.trigger", word.where(), place);
            }
        }
        return new StockRules(release, within(map, "fill", usual.fill(), 0, 1), triggers);
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
            String place = words.place(key, ExitCode.INPUT, money.whereKey(key));
            if (!base.partners().contains(place)) {
                throw money.wrong(key, "problem.plan.payer", place, String.join(", ", base.partners()));
            }
            if (budgets.containsKey(place)) {
                throw Problem.of(ExitCode.INPUT, "problem.plan.payertwice", money.whereKey(key), place);
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
        map.only(List.of("direct_share", "traced_share", "worst_ban", CVAR));
        return new PlanSpec.Targets(
                within(map, "direct_share", base.directShare(), 0, 1),
                within(map, "traced_share", base.tracedShare(), 0, 1),
                within(map, "worst_ban", base.worstBan(), 0, 1));
    }

    private List<String> projects(String key) {
        List<String> seen = new ArrayList<>();
        for (YamlMap.Word word : file.words(key)) {
            if (seen.contains(word.text())) {
                throw Problem.of(ExitCode.INPUT, "problem.plan.same", word.where(), word.text());
            }
            seen.add(word.text());
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
