package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.Texts;
import org.monazite.brief.Numbers;
import org.monazite.plan.BudgetLine;
import org.monazite.plan.Decision;
import org.monazite.plan.Instrument;
import org.monazite.plan.Money;
import org.monazite.plan.Payment;
import org.monazite.plan.PlanResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// When and how a plan is paid, as a treasury reads it: by year, partner and instrument; what makes works wait; which
/// lines of the budgets are used up; what comes back.
final class PlanMoney {

    private static final double MILLION = 1e6;
    private static final double SHOWN = 1e3; // US dollars a year that a million more would save

    private final Texts texts;
    private final Numbers numbers;
    private final Words words;

    PlanMoney(Texts texts, Numbers numbers, Words words) {
        this.texts = texts;
        this.numbers = numbers;
        this.words = words;
    }

    void show(Report report, PlanResult plan) throws IOException {
        if (!plan.money().isDetailed()) {
            return;
        }
        report.line(texts.get("plan.money.title")).table(timeline(plan));
        for (Money.Start start : plan.money().starts()) {
            if (start.isLate()) {
                report.line(waits(plan, start));
            }
        }
        long untouched =
                plan.money().lines().stream().filter(each -> !isTouched(each)).count();
        if (untouched < plan.money().lines().size()) {
            report.line(texts.get("plan.money.lines")).table(lines(plan.money()));
        }
        if (untouched > 0) {
            report.line(texts.get("plan.money.untouched", untouched));
        }
        for (var entry : plan.money().back().entrySet()) {
            report.line(back(entry.getKey(), entry.getValue()));
        }
        report.line(texts.get("plan.money.resources"));
    }

    /// Lines that the plan takes from, or that hold it back.
    private static boolean isTouched(Money.Used used) {
        return used.usedUsd() >= 1 || used.worth() * MILLION >= SHOWN;
    }

    /// Payments by partner and instrument, then year.
    private static Map<String, TreeMap<Integer, Double>> byYear(PlanResult plan) {
        Map<String, TreeMap<Integer, Double>> sums = new TreeMap<>();
        for (Decision decision : plan.decisions()) {
            for (Payment payment : decision.payments()) {
                String key = payment.partner() + " " + payment.instrument().ordinal();
                sums.computeIfAbsent(key, _ -> new TreeMap<>()).merge(payment.year(), payment.usd(), Double::sum);
            }
        }
        return sums;
    }

    private Table timeline(PlanResult plan) throws IOException {
        Map<String, TreeMap<Integer, Double>> sums = byYear(plan);
        TreeSet<Integer> years = new TreeSet<>();
        sums.values().forEach(byYear -> years.addAll(byYear.keySet()));
        Table table = new Table()
                .text("partner", texts.get("column.place"))
                .text("instrument", texts.get("column.instrument"));
        years.forEach(year -> table.number("usd_" + year, Integer.toString(year)));
        table.number("usd", texts.get("column.spent"));
        for (var entry : sums.entrySet()) {
            String[] key = entry.getKey().split(" ");
            Instrument instrument = Instrument.values()[Integer.parseInt(key[1])];
            List<Table.Cell> cells = new ArrayList<>();
            cells.add(new Table.Cell(words.place(key[0]), key[0]));
            cells.add(new Table.Cell(name(instrument), instrument.id()));
            double all = 0;
            for (int year : years) {
                double usd = entry.getValue().getOrDefault(year, 0.0);
                cells.add(Table.Cell.of(usd > 0 ? PlanWords.estimate(numbers.usd(usd)) : "", usd));
                all += usd;
            }
            cells.add(Table.Cell.of(PlanWords.estimate(numbers.usd(all)), all));
            table.row(cells.toArray(Table.Cell[]::new));
        }
        return table;
    }

    private String waits(PlanResult plan, Money.Start start) throws IOException {
        Decision decision = plan.decisions().stream()
                .filter(each -> each.id().equals(start.id()))
                .findFirst()
                .orElseThrow();
        String name = texts.pick(decision.nameEn(), decision.nameJa());
        if (start.waitsFor().isEmpty()) {
            return texts.get("plan.money.later", start.id(), name, years(start), start.earliest());
        }
        List<String> lines = new ArrayList<>();
        for (BudgetLine line : start.waitsFor()) {
            lines.add(line(line));
        }
        return texts.get(
                "plan.money.waits",
                start.id(),
                name,
                years(start),
                start.earliest(),
                String.join(texts.pick("; ", "、"), lines));
    }

    private String years(Money.Start start) {
        int last = start.modules().lastKey();
        return start.year() == last ? Integer.toString(last) : start.year() + texts.pick(" to ", "～") + last;
    }

    /// A line by its words, such as `Japan, grants, 2028`.
    private String line(BudgetLine line) throws IOException {
        List<String> parts = new ArrayList<>(List.of(words.place(line.partner())));
        line.instrument().ifPresent(instrument -> parts.add(name(instrument)));
        if (line.year().isPresent()) {
            parts.add(Integer.toString(line.year().getAsInt()));
        }
        return String.join(texts.pick(", ", "・"), parts);
    }

    private Table lines(Money money) throws IOException {
        Table table = new Table()
                .text("partner", texts.get("column.place"))
                .text("instrument", texts.get("column.instrument"))
                .text("year", texts.get("column.year"))
                .number("line_usd", texts.get("column.budgetline"))
                .number("used_usd", texts.get("column.used"))
                .text("full", texts.get("column.full"))
                .number("saves_usd", texts.get("column.onemoremillion"));
        for (Money.Used used : money.lines()) {
            if (!isTouched(used)) {
                continue;
            }
            BudgetLine line = used.line();
            double saves = used.worth() * MILLION;
            table.row(
                    new Table.Cell(words.place(line.partner()), line.partner()),
                    new Table.Cell(
                            line.instrument().map(this::name).orElse(texts.get("word.any")),
                            line.instrument().map(Instrument::id).orElse("")),
                    Table.Cell.of(
                            line.year().isPresent()
                                    ? Integer.toString(line.year().getAsInt())
                                    : texts.get("word.any")),
                    Table.Cell.of(numbers.usd(line.usd()), line.usd()),
                    Table.Cell.of(PlanWords.estimate(numbers.usd(used.usedUsd())), used.usedUsd()),
                    new Table.Cell(texts.get(used.isFull() ? "word.yes" : "word.no"), Boolean.toString(used.isFull())),
                    Table.Cell.of(saves >= SHOWN ? PlanWords.estimate(numbers.usd(saves)) : "", saves));
        }
        return table;
    }

    private String back(String partner, Map<Instrument, Double> sums) throws IOException {
        double lent = sums.getOrDefault(Instrument.LOAN, 0.0);
        double owned = sums.getOrDefault(Instrument.EQUITY, 0.0);
        double stocks = sums.getOrDefault(Instrument.PURCHASE, 0.0);
        double gone = sums.getOrDefault(Instrument.GRANT, 0.0) + sums.getOrDefault(Instrument.FLOOR, 0.0);
        return texts.get(
                "plan.money.back", words.place(partner), money(lent), money(owned), money(stocks), money(gone));
    }

    private String money(double usd) {
        return usd > 0 ? PlanWords.estimate(numbers.usd(usd)) : numbers.usd(0);
    }

    private String name(Instrument instrument) {
        return texts.get("instrument." + instrument.id());
    }

    /// The same for programs; nothing where the question leaves open when and how money is spent.
    static void json(ObjectNode plan, PlanResult result) {
        Money money = result.money();
        if (!money.isDetailed()) {
            return;
        }
        ObjectNode node = plan.putObject("money");
        node.put("unit", "US dollars; budgets count cash, the plan's cost counts resources");
        ArrayNode lines = node.putArray("lines");
        for (Money.Used used : money.lines()) {
            ObjectNode each = lines.addObject();
            json(each, used.line());
            each.set("usedUsd", Json.number(used.usedUsd()));
            each.put("full", used.isFull());
            each.set("savesPerYearPerUsd", Json.number(used.worth()));
        }
        ArrayNode timeline = node.putArray("timeline");
        byYear(result)
                .forEach((key, byYear) -> byYear.forEach((year, usd) -> {
                    String[] parts = key.split(" ");
                    ObjectNode each = timeline.addObject();
                    each.put("partner", parts[0]);
                    each.put("instrument", Instrument.values()[Integer.parseInt(parts[1])].id());
                    each.put("year", year);
                    each.set("usd", Json.number(usd));
                }));
        ArrayNode starts = node.putArray("starts");
        for (Money.Start start : money.starts()) {
            ObjectNode each = starts.addObject();
            each.put("id", start.id());
            each.put("earliestYear", start.earliest());
            ObjectNode byYear = each.putObject("startedByYear");
            start.modules().forEach((year, modules) -> byYear.set(Integer.toString(year), Json.number(modules)));
            ArrayNode waits = each.putArray("waitsFor");
            start.waitsFor().forEach(line -> json(waits.addObject(), line));
        }
        ArrayNode back = node.putArray("byInstrument");
        money.back()
                .forEach((partner, sums) -> sums.forEach((instrument, usd) -> {
                    ObjectNode each = back.addObject();
                    each.put("partner", partner);
                    each.put("instrument", instrument.id());
                    each.put("comesBack", instrument.comesBack());
                    each.set("usd", Json.number(usd));
                }));
    }

    private static void json(ObjectNode node, BudgetLine line) {
        Optional<Instrument> instrument = line.instrument();
        OptionalInt year = line.year();
        node.put("partner", line.partner());
        instrument.ifPresent(each -> node.put("instrument", each.id()));
        year.ifPresent(each -> node.put("year", each));
        node.set("usd", Json.number(line.usd()));
    }

    /// Payments of one decision; nothing where when and how money is spent is open.
    static void json(ObjectNode node, Decision decision) {
        if (decision.payments().isEmpty()) {
            return;
        }
        ArrayNode payments = node.putArray("payments");
        for (Payment payment : decision.payments()) {
            ObjectNode each = payments.addObject();
            each.put("partner", payment.partner());
            each.put("instrument", payment.instrument().id());
            each.put("year", payment.year());
            each.set("usd", Json.number(payment.usd()));
        }
    }
}
