package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.Texts;
import org.monazite.brief.Numbers;
import org.monazite.plan.Decision;
import org.monazite.plan.Holding;
import org.monazite.plan.PlanResult;
import org.monazite.plan.StockRules;
import org.monazite.plan.Stockpiles;
import org.monazite.supply.Flag;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The stocks of a plan: days they cover beside published goals, by what rule they are released, what they cost to
/// hold, and what a ban takes by its length.
final class PlanStocks {

    private static final double EMPTY = 1e-3; // part of a stock
    private static final double KEPT = 1e-4; // a hundredth of a percent of demand

    private final Texts texts;
    private final Numbers numbers;
    private final Words words;

    PlanStocks(Texts texts, Numbers numbers, Words words) {
        this.texts = texts;
        this.numbers = numbers;
        this.words = words;
    }

    void show(Report report, PlanResult plan, PlanWords planWords) throws IOException {
        StockRules rules = plan.spec().rules().stocks();
        if (plan.bans().stream().noneMatch(ban -> opens(rules, ban.supplier()))) {
            report.line(texts.get("plan.stocks.never", places(new ArrayList<>(rules.triggers()))));
        }
        if (plan.stocks().covers().isEmpty()) {
            return;
        }
        report.line(texts.get("plan.stocks", plan.spec().targetYear())).table(covers(plan));
        goals(report, plan);
        if (!plan.stocks().lengths().isEmpty()) {
            report.line(texts.get("plan.stocks.lengths", numbers.share(rules.release())))
                    .table(lengths(plan, planWords));
            cost(report, plan, planWords);
            empty(report, plan, planWords);
        }
    }

    private static boolean opens(StockRules rules, String supplier) {
        return rules.triggers().isEmpty()
                || List.of(supplier.split("\\+")).stream().anyMatch(rules.triggers()::contains);
    }

    private Table covers(PlanResult plan) throws IOException {
        Table table = new Table()
                .text("stock", texts.get("column.stock"))
                .text("place", texts.get("column.place"))
                .number("tonnes", texts.get("column.stock.tonnes"))
                .text("bought", texts.get("column.stock.bought"))
                .number("days", texts.get("column.stock.days"))
                .number("total_days", texts.get("column.stock.own"))
                .number("per_quarter_tonnes", texts.get("column.stock.quarter"))
                .number("lasts_quarters", texts.get("column.stock.lasts"))
                .text("opens", texts.get("column.stock.opens"))
                .number("yearly_usd", texts.get("column.stock.yearly"));
        double lasts = plan.spec().rules().stocks().lasts();
        for (Stockpiles.Cover cover : plan.stocks().covers()) {
            Optional<Holding> holding = holding(plan, cover);
            if (holding.isPresent()) {
                Holding held = holding.get();
                table.row(
                        new Table.Cell(words.product(cover.productId()), cover.decisionId()),
                        new Table.Cell(words.place(cover.place()), cover.place()),
                        cell(numbers.tonnes(cover.tonnes()), cover.tonnes()),
                        Table.Cell.of(bought(held)),
                        cell(numbers.count(Math.round(cover.days())), cover.days()),
                        cell(numbers.count(Math.round(cover.days() + cover.ownDays())), cover.days() + cover.ownDays()),
                        cell(numbers.tonnes(held.releaseTonnes()), held.releaseTonnes()),
                        Table.Cell.of(quarters(lasts), lasts),
                        Table.Cell.of(opens(held)),
                        cell(numbers.usd(held.yearlyUsd()), held.yearlyUsd()));
            }
        }
        return table;
    }

    /// The years in which it is bought.
    private String bought(Holding held) {
        if (held.fill().isEmpty()) {
            return numbers.notAvailable();
        }
        String first = Integer.toString(held.fill().firstKey());
        String last = Integer.toString(held.fill().lastKey());
        return first.equals(last) ? first : first + texts.pick("–", "〜") + last;
    }

    private static Table.Cell cell(String text, double value) {
        return Table.Cell.of(PlanWords.estimate(text), value);
    }

    private String quarters(double quarters) {
        return quarters == Math.rint(quarters)
                ? numbers.count((long) quarters)
                : texts.get("plan.stocks.about", numbers.count((long) Math.ceil(quarters)));
    }

    private String opens(Holding held) throws IOException {
        return held.triggers().isEmpty()
                ? texts.get("plan.stocks.every")
                : texts.get("plan.stocks.by", places(new ArrayList<>(held.triggers())));
    }

    private String places(List<String> codes) throws IOException {
        List<String> names = new ArrayList<>();
        for (String code : codes) {
            names.add(words.place(code));
        }
        return String.join(texts.pick(", ", "、"), names);
    }

    private static Optional<Holding> holding(PlanResult plan, Stockpiles.Cover cover) {
        return plan.find(cover.decisionId()).flatMap(Decision::holding);
    }

    /// Published goals, each once, with the days of the stocks that they are for.
    private void goals(Report report, PlanResult plan) throws IOException {
        TreeSet<String> lines = new TreeSet<>();
        for (Stockpiles.Cover cover : plan.stocks().covers()) {
            for (Stockpiles.Goal goal : cover.goals()) {
                lines.add(texts.get(
                        "plan.stocks.goal",
                        words.place(goal.place()),
                        Words.marked(
                                goal.flag(),
                                numbers.count(Math.round(goal.days().value()))),
                        goal.holder(),
                        goal.scope(),
                        goal.citation().sourceId()));
            }
        }
        if (!lines.isEmpty()) {
            report.line(texts.get("plan.stocks.goals", String.join(texts.pick("; ", "、"), lines)));
        }
    }

    private Table lengths(PlanResult plan, PlanWords planWords) throws IOException {
        Table table = new Table()
                .text("ban", texts.get("column.ban"))
                .text("partner", texts.get("column.place"))
                .number("quarters", texts.get("column.quarters"))
                .number("without", texts.get("column.without"))
                .number("rule", texts.get("column.byrule"))
                .number("as_needed", texts.get("column.asneeded"))
                .number("foresight", texts.get("column.foresight"));
        for (Stockpiles.Length line : plan.stocks().lengths()) {
            table.row(
                    new Table.Cell(planWords.ban(line.banId()), line.banId()),
                    new Table.Cell(
                            line.isTogether() ? texts.get("plan.stocks.together") : words.place(line.partner()),
                            line.partner()),
                    Table.Cell.of(Integer.toString(line.quarters()), line.quarters()),
                    cell(numbers.share(line.without()), line.without()),
                    cell(numbers.share(line.rule()), line.rule()),
                    cell(numbers.share(line.asNeeded()), line.asNeeded()),
                    cell(numbers.share(line.foresight()), line.foresight()));
        }
        return table;
    }

    /// What it costs at the asked length that nobody knows it, and that no more may leave a stock in a quarter.
    private void cost(Report report, PlanResult plan, PlanWords planWords) throws IOException {
        for (Stockpiles.Length line : plan.stocks().lengths()) {
            if (line.quarters() != plan.spec().banQuarters()) {
                continue;
            }
            if (line.isTogether()) {
                report.line(texts.get(
                        "plan.stocks.cost",
                        planWords.ban(line.banId()),
                        line.quarters(),
                        PlanWords.estimate(numbers.share(line.rule())),
                        PlanWords.estimate(numbers.share(line.foresight())),
                        PlanWords.estimate(numbers.points(line.asNeeded() - line.foresight())),
                        PlanWords.estimate(numbers.points(line.rule() - line.asNeeded()))));
            } else if (line.rule() > plan.spec().banLimit(line.partner()) + KEPT && kept(plan, line.partner())) {
                report.line(texts.get(
                        "plan.stocks.paper",
                        words.place(line.partner()),
                        numbers.share(plan.spec().banLimit(line.partner())),
                        PlanWords.estimate(numbers.share(line.rule()))));
            }
        }
    }

    private static boolean kept(PlanResult plan, String partner) {
        return plan.targets().stream()
                .filter(target ->
                        target.name().equals("worst_ban") && target.subject().equals(partner))
                .anyMatch(PlanResult.TargetState::kept);
    }

    /// By which length each stock is empty under the rule.
    private void empty(Report report, PlanResult plan, PlanWords planWords) throws IOException {
        Map<String, Map<String, Integer>> emptied = new TreeMap<>();
        for (Stockpiles.Length line : plan.stocks().lengths()) {
            line.left().forEach((id, left) -> {
                if (left < EMPTY) {
                    emptied.computeIfAbsent(line.banId(), _ -> new TreeMap<>()).merge(id, line.quarters(), Math::min);
                }
            });
        }
        int longest = plan.stocks().lengths().stream()
                .mapToInt(Stockpiles.Length::quarters)
                .max()
                .orElseThrow();
        TreeSet<String> bans = new TreeSet<>();
        plan.stocks().lengths().forEach(line -> bans.add(line.banId()));
        for (String ban : bans) {
            List<String> parts = new ArrayList<>();
            for (Stockpiles.Cover cover : plan.stocks().covers()) {
                Integer after = emptied.getOrDefault(ban, Map.of()).get(cover.decisionId());
                String stock =
                        texts.get("plan.stocks.of", words.product(cover.productId()), words.place(cover.place()));
                parts.add(
                        after == null
                                ? texts.get("plan.stocks.left", stock, left(plan, ban, cover, longest), longest)
                                : texts.get("plan.stocks.empty", stock, after));
            }
            report.line(
                    texts.get("plan.stocks.lasting", planWords.ban(ban), String.join(texts.pick("; ", "、"), parts)));
        }
    }

    private String left(PlanResult plan, String ban, Stockpiles.Cover cover, int quarters) {
        return plan.stocks().lengths().stream()
                .filter(line -> line.banId().equals(ban) && line.quarters() == quarters)
                .map(line -> numbers.share(line.left().getOrDefault(cover.decisionId(), 0.0)))
                .findFirst()
                .orElseThrow();
    }

    /// Tonnes, days, US dollars a year; shares from 0 to 1.
    static void json(ObjectNode node, PlanResult plan) {
        StockRules rules = plan.spec().rules().stocks();
        ObjectNode rule = node.putObject("rule");
        rule.set("releasePerQuarter", Json.number(rules.release()));
        rule.set("lastsQuarters", Json.number(rules.lasts()));
        rule.set("opensInBansBy", Json.strings(List.copyOf(rules.triggers())));
        ArrayNode covers = node.putArray("stocks");
        for (Stockpiles.Cover cover : plan.stocks().covers()) {
            ObjectNode row = covers.addObject();
            row.put("decision", cover.decisionId());
            row.put("place", cover.place());
            row.put("product", cover.productId());
            row.set("tonnes", Json.number(cover.tonnes()));
            row.set("usersTonnes", Json.number(cover.ownTonnes()));
            row.set("takenTonnesPerYear", Json.number(cover.takenTonnes()));
            row.set("coverDays", Json.number(cover.days()));
            row.set("usersCoverDays", Json.number(cover.ownDays()));
            holding(plan, cover).ifPresent(held -> {
                row.set("releaseTonnesPerQuarter", Json.number(held.releaseTonnes()));
                row.set("yearlyUsd", Json.number(held.yearlyUsd()));
            });
            ArrayNode goals = row.putArray("goals");
            for (Stockpiles.Goal goal : cover.goals()) {
                ObjectNode each = goals.addObject();
                each.put("holder", goal.holder());
                each.put("place", goal.place());
                each.put("scope", goal.scope());
                each.set("days", Json.number(goal.days().value()));
                each.put("year", goal.year());
                each.put("flag", Json.flag(goal.flag()));
                each.set("figures", Json.strings(Json.figureIds(List.of(goal.citation()))));
            }
            row.put("flag", Json.flag(Flag.UNVERIFIED));
        }
        ArrayNode lengths = node.putArray("unmetByLength");
        for (Stockpiles.Length line : plan.stocks().lengths()) {
            ObjectNode row = lengths.addObject();
            row.put("ban", line.banId());
            row.put("partner", line.isTogether() ? "all" : line.partner());
            row.put("quarters", line.quarters());
            row.set("withoutPlan", Json.number(line.without()));
            row.set("byRule", Json.number(line.rule()));
            row.set("asNeeded", Json.number(line.asNeeded()));
            row.set("foresight", Json.number(line.foresight()));
            ObjectNode left = row.putObject("leftByRule");
            line.left().forEach((id, part) -> left.set(id, Json.number(part)));
        }
    }
}
