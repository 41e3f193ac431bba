package org.monazite.app.workspace;

import java.util.ArrayList;
import java.util.List;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.plan.cases.Pocket;

/// Reads a pocket plan from YAML. Every number is needed: a missing price is no price of zero.
public final class PocketFile {

    private static final double MOST = 1e12;
    private static final double ONE = 1 + 1e-6;

    private final YamlMap file;

    private PocketFile(YamlMap file) {
        this.file = file;
    }

    /// Reads a pocket plan.
    ///
    /// @param label how messages call the file
    /// @throws Problem with file, line and column
    public static Pocket read(String label, String text) {
        YamlMap file = YamlMap.parse(label, text);
        file.only(List.of("name", "note", "quarters", "demand", "suppliers", "projects", "stock", "episodes", "ask"));
        try {
            return new PocketFile(file).pocket();
        } catch (IllegalArgumentException e) {
            Problem problem = Problem.of(ExitCode.INPUT, "problem.yaml.value", file.where(), Problem.phrase(lines(e)));
            problem.initCause(e);
            throw problem;
        }
    }

    private static String lines(IllegalArgumentException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    }

    private Pocket pocket() {
        int quarters = file.whole("quarters", 0);
        if (quarters < 1 || quarters > 400) {
            throw file.wrong("quarters", "problem.yaml.range", "quarters", file.text("quarters"), "1", "400");
        }
        YamlMap demand = file.map("demand");
        demand.only(List.of("place", "t_per_yr", "unmet_value_kusd_per_t"));
        List<Pocket.Supplier> suppliers = suppliers();
        return new Pocket(
                quarters,
                amount(demand, "t_per_yr"),
                amount(demand, "unmet_value_kusd_per_t"),
                suppliers,
                projects(),
                stock(),
                episodes(suppliers, quarters),
                ask());
    }

    private List<Pocket.Supplier> suppliers() {
        List<Pocket.Supplier> suppliers = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (YamlMap each : file.maps("suppliers")) {
            each.only(List.of("id", "t_per_yr", "price_kusd_per_t"));
            suppliers.add(
                    new Pocket.Supplier(once(each, seen), amount(each, "t_per_yr"), amount(each, "price_kusd_per_t")));
        }
        return suppliers;
    }

    private List<Pocket.Project> projects() {
        List<Pocket.Project> projects = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (YamlMap each : file.maps("projects")) {
            each.only(List.of("id", "t_per_yr", "fixed_kusd_per_yr", "opex_kusd_per_t"));
            projects.add(new Pocket.Project(
                    once(each, seen),
                    amount(each, "t_per_yr"),
                    amount(each, "fixed_kusd_per_yr"),
                    amount(each, "opex_kusd_per_t")));
        }
        return projects;
    }

    /// No key at all means that nothing can be stored.
    private Pocket.Stock stock() {
        if (!file.has("stock")) {
            return new Pocket.Stock(0, 0, 0, 0);
        }
        YamlMap stock = file.map("stock");
        stock.only(List.of("max_t", "price_kusd_per_t", "holding_kusd_per_t_yr", "release_t_per_quarter"));
        return new Pocket.Stock(
                amount(stock, "max_t"),
                amount(stock, "price_kusd_per_t"),
                amount(stock, "holding_kusd_per_t_yr"),
                amount(stock, "release_t_per_quarter"));
    }

    private List<Pocket.Episode> episodes(List<Pocket.Supplier> suppliers, int quarters) {
        List<Pocket.Episode> episodes = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        List<String> known = suppliers.stream().map(Pocket.Supplier::id).toList();
        double sum = 0;
        if (file.maps("episodes").isEmpty()) {
            throw file.has("episodes")
                    ? file.wrong("episodes", "problem.yaml.none", "episodes")
                    : Problem.of(ExitCode.INPUT, "problem.yaml.missing", file.where(), "episodes");
        }
        for (YamlMap each : file.maps("episodes")) {
            each.only(List.of("id", "probability", "banned", "ban_quarters"));
            double probability = number(each, "probability", 1);
            sum += probability;
            if (sum > ONE) {
                throw each.wrong("probability", "problem.pocket.chances", plain(sum));
            }
            String banned =
                    each.findText("banned").filter(word -> !word.equals("null")).orElse("");
            if (!banned.isEmpty() && !known.contains(banned)) {
                throw Problem.unknown(ExitCode.INPUT, "kind.supplier", banned, each.where("banned"), known);
            }
            List<Integer> banQuarters = quarters(each, quarters);
            if (banned.isEmpty() != banQuarters.isEmpty()) {
                throw each.wrong(banned.isEmpty() ? "ban_quarters" : "banned", "problem.pocket.ban", each.text("id"));
            }
            episodes.add(new Pocket.Episode(once(each, seen), probability, banned, banQuarters));
        }
        if (sum < 2 - ONE) {
            throw file.maps("episodes").getLast().wrong("probability", "problem.pocket.rest", plain(sum));
        }
        return episodes;
    }

    private static String plain(double sum) {
        return String.valueOf(Math.rint(sum * 1e9) / 1e9);
    }

    private static List<Integer> quarters(YamlMap episode, int quarters) {
        List<Integer> all = new ArrayList<>();
        for (YamlMap.Word word : episode.words("ban_quarters")) {
            if (!word.text().matches("[0-9]{1,3}")
                    || Integer.parseInt(word.text()) < 1
                    || Integer.parseInt(word.text()) > quarters) {
                throw Problem.of(
                        ExitCode.INPUT, "problem.yaml.range", word.where(), "ban_quarters", word.text(), 1, quarters);
            }
            all.add(Integer.parseInt(word.text()));
        }
        return all;
    }

    private Pocket.Ask ask() {
        if (!file.has("ask")) {
            return new Pocket.Ask(List.of(), List.of(), List.of());
        }
        YamlMap ask = file.map("ask");
        ask.only(List.of("worst_ban_unmet_limits_t", "budgets_kusd", "stock_worth"));
        List<String> known =
                file.maps("projects").stream().map(each -> each.text("id")).toList();
        List<Pocket.WorthOf> worth = new ArrayList<>();
        for (YamlMap each : ask.maps("stock_worth")) {
            each.only(List.of("projects", "at_t"));
            for (YamlMap.Word word : each.words("projects")) {
                if (!known.contains(word.text())) {
                    throw Problem.unknown(ExitCode.INPUT, "kind.project", word.text(), word.where(), known);
                }
            }
            worth.add(new Pocket.WorthOf(
                    each.words("projects").stream().map(YamlMap.Word::text).toList(), amount(each, "at_t")));
        }
        return new Pocket.Ask(amounts(ask, "worst_ban_unmet_limits_t"), amounts(ask, "budgets_kusd"), worth);
    }

    private static List<Double> amounts(YamlMap map, String key) {
        List<Double> all = new ArrayList<>();
        for (YamlMap.Word word : map.words(key)) {
            double value = YamlMap.parsed(word.text());
            if (Double.isNaN(value)) {
                throw Problem.of(ExitCode.INPUT, "problem.yaml.number", word.where(), key, word.text());
            }
            if (!(value >= 0 && value <= MOST)) {
                throw Problem.of(ExitCode.INPUT, "problem.yaml.range", word.where(), key, word.text(), 0, "1e12");
            }
            all.add(value);
        }
        return all;
    }

    private static double amount(YamlMap map, String key) {
        return number(map, key, MOST);
    }

    private static double number(YamlMap map, String key, double most) {
        double value = map.number(key);
        if (!(value >= 0 && value <= most)) {
            throw map.wrong(key, "problem.yaml.range", key, map.text(key), 0, most == MOST ? "1e12" : most);
        }
        return value;
    }

    private static String once(YamlMap map, List<String> seen) {
        String id = map.text("id");
        if (id.isBlank()) {
            throw map.wrong("id", "problem.yaml.word");
        }
        if (seen.contains(id)) {
            throw map.wrong("id", "problem.yaml.same", id);
        }
        seen.add(id);
        return id;
    }
}
