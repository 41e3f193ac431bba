package org.monazite.app.cli.plan;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.monazite.app.Workbench;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.plan.Decision;
import org.monazite.plan.PlanResult;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Planner;
import org.monazite.plan.Proof;
import org.monazite.pledges.Assessment;
import org.monazite.pledges.PromisedMoney;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Tonnes and money that a plan needs against those promised.
@Command(name = "gap")
public final class PledgeGap extends PlanCommand.OfPlan {

    @Option(names = "--as-of", paramLabel = "DATE", descriptionKey = "opt.asof")
    private @Nullable String asOf;

    @Override
    protected Report report() throws IOException {
        Workbench workbench = session().workbench();
        LocalDate date = date(workbench);
        PlanSpec spec = spec(workbench);
        Planner planner = planner(workbench, spec);
        PlanResult plan = refused(() -> planner.solve(spec));
        List<Assessment> promises = workbench.pledges(chain(), date);
        Set<String> partners = new TreeSet<>(spec.partners());
        Pledged gap = Pledged.of(plan, workbench.atlas().projects(), PromisedMoney.of(promises, partners));
        Words words = new Words(session());
        Report report = begin(workbench);
        report.json().set("gap", json(plan, gap, date));
        report.line(new PledgeWords(texts(), numbers(), words).headline(plan, gap))
                .line(text("gap.tonnes", spec.targetYear(), words.place(spec.against())))
                .table(goods(gap, words))
                .line(text("gap.tonnes.read"))
                .line(text("gap.money", numbers().date(date)))
                .table(money(gap, words));
        promises(report, gap, promises);
        if (!plan.decisions().isEmpty()) {
            report.line(text("gap.asked")).table(asked(plan));
        }
        report.line(new PlanChecks(texts()).all(List.of(new Proof(plan.check().verified(), plan.second()))));
        words.legend(List.of(plan.flag())).forEach(report::line);
        return within(report.line(text("gap.next", spec.name())), Plans.code(plan));
    }

    private LocalDate date(Workbench workbench) throws IOException {
        if (asOf == null) {
            return workbench.asOf();
        }
        try {
            return LocalDate.parse(asOf);
        } catch (DateTimeException e) {
            Problem problem = Problem.of(ExitCode.USAGE, "problem.option.date", "--as-of", asOf);
            problem.initCause(e);
            throw problem;
        }
    }

    private Table goods(Pledged gap, Words words) throws IOException {
        Table table = new Table()
                .text("product", text("column.product"))
                .number("need", text("column.partners.need"))
                .number("standing", text("column.gap.standing"))
                .number("promised", text("column.gap.promised"))
                .number("counted", text("column.gap.counted"))
                .number("planned", text("column.gap.planned"))
                .number("announced", text("column.gap.announced"))
                .number("missing", text("column.gap.missing"))
                .number("beside", text("column.gap.beside"));
        for (Pledged.Goods each : gap.goods()) {
            String from = each.besideFrom().isPresent()
                    ? text("gap.from", tonnes(each.beside()), each.besideFrom().getAsInt())
                    : tonnes(each.beside());
            table.row(
                    new Table.Cell(words.product(each.productId()), each.productId()),
                    cell(each.need()),
                    cell(each.standing()),
                    new Table.Cell(
                            each.promised().high() > 0
                                    ? estimate(numbers()
                                            .tonnesRange(
                                                    each.promised().low(),
                                                    each.promised().high()))
                                    : tonnes(0),
                            Double.toString(each.promised().value())),
                    cell(each.counted()),
                    cell(each.planned()),
                    cell(each.announced()),
                    cell(each.missing()),
                    Table.Cell.of(from, each.beside()));
        }
        return table;
    }

    private Table.Cell cell(double tonnes) {
        return Table.Cell.of(tonnes(tonnes), tonnes);
    }

    private String tonnes(double tonnes) {
        return tonnes == 0 ? numbers().tonnes(0) : estimate(numbers().tonnes(tonnes));
    }

    private String usd(double dollars) {
        return dollars == 0 ? numbers().usd(0) : estimate(numbers().usd(dollars));
    }

    private static String estimate(String text) {
        return PlanWords.estimate(text);
    }

    private Table money(Pledged gap, Words words) throws IOException {
        Table table = new Table()
                .text("partner", text("column.place"))
                .number("need_usd", text("column.gap.need"))
                .text("committed", text("column.gap.committed"))
                .text("drawn", text("column.gap.drawn"))
                .text("offered", text("column.gap.offered"))
                .text("missing_usd", text("column.gap.missing.money"));
        for (Pledged.Money each : gap.money()) {
            List<String> committed = new ArrayList<>();
            List<String> drawn = new ArrayList<>();
            List<String> offered = new ArrayList<>();
            for (PromisedMoney line : each.onFile()) {
                add(committed, line.committed(), line.unit());
                add(drawn, line.drawn(), line.unit());
                add(offered, line.offered(), line.unit());
            }
            table.row(
                    new Table.Cell(words.place(each.partner()), each.partner()),
                    Table.Cell.of(usd(each.need()), each.need()),
                    Table.Cell.of(joined(committed)),
                    Table.Cell.of(joined(drawn)),
                    Table.Cell.of(joined(offered)),
                    new Table.Cell(missing(each), Double.toString(each.need())));
        }
        return table;
    }

    private void add(List<String> parts, double amount, String unit) {
        if (amount > 0) {
            parts.add(numbers().money(amount, unit));
        }
    }

    private String joined(List<String> parts) {
        return parts.isEmpty() ? text("gap.nofile") : String.join(texts().pick(", ", "、"), parts);
    }

    /// All of the need, as nothing on file names works of the plan; less where signed dollars could pay for it.
    private String missing(Pledged.Money each) {
        double least = each.leastMissing();
        boolean onFile = each.onFile().stream().anyMatch(line -> line.committed() > 0);
        if (!onFile || each.need() == 0) {
            return usd(each.need());
        }
        return Double.isNaN(least)
                ? text("gap.upto", estimate(numbers().usd(each.need())))
                : estimate(numbers().usdRange(least, each.need()));
    }

    /// Promises of money and how they stand.
    private void promises(Report report, Pledged gap, List<Assessment> promises) {
        Set<String> ids = new TreeSet<>();
        gap.money().forEach(each -> each.onFile().forEach(line -> ids.addAll(line.pledgeIds())));
        List<String> parts = new ArrayList<>();
        for (Assessment each : promises) {
            if (ids.contains(each.pledge().id())) {
                parts.add(text(
                        "gap.promise",
                        each.pledge().id(),
                        texts().pick(each.state().nameEn(), each.state().nameJa())));
            }
        }
        report.line(
                parts.isEmpty()
                        ? text("gap.nopromise")
                        : text("gap.promises", String.join(texts().pick(", ", "、"), parts)));
    }

    private Table asked(PlanResult plan) throws IOException {
        DecisionNames names = new DecisionNames(session());
        Table table = new Table()
                .text("id", text("column.decision"))
                .number("paid_usd", text("column.gap.pays"))
                .number("start_year", text("column.start"))
                .text("behind", text("column.gap.behind"));
        for (Decision each : Pledged.asked(plan)) {
            table.row(
                    new Table.Cell(names.of(each.id()), each.id()),
                    Table.Cell.of(estimate(numbers().usd(Pledged.paid(each))), Pledged.paid(each)),
                    Table.Cell.of(Integer.toString(each.startYear()), each.startYear()),
                    Table.Cell.of(behind(each)));
        }
        return table;
    }

    /// Who stands behind a decision so far.
    private String behind(Decision each) {
        return switch (each.kind()) {
            case PROJECT -> text("gap.behind.project", text("works.status." + each.statusId()));
            case MODULE, RECYCLING -> text("gap.behind.nobody");
            case SUBSTITUTION -> text("gap.behind.programme");
            case STOCKPILE -> text("gap.behind.stock");
            case OFFTAKE -> text("gap.behind.contract");
        };
    }

    private static ObjectNode json(PlanResult plan, Pledged gap, LocalDate date) {
        ObjectNode node = Json.object();
        node.put("plan", plan.spec().name());
        node.put("targetYear", plan.spec().targetYear());
        node.put("asOf", date.toString());
        node.put("unit", "tonnes a year; US dollars");
        ArrayNode goods = node.putArray("tonnes");
        for (Pledged.Goods each : gap.goods()) {
            ObjectNode line = goods.addObject();
            line.put("product", each.productId());
            line.set("partnersNeed", Json.number(each.need()));
            line.set("standing", Json.number(each.standing()));
            ObjectNode promised = line.putObject("promised");
            promised.set("value", Json.number(each.promised().value()));
            promised.set("low", Json.number(each.promised().low()));
            promised.set("high", Json.number(each.promised().high()));
            line.set("counted", Json.number(each.counted()));
            line.set("planned", Json.number(each.planned()));
            line.set("announced", Json.number(each.announced()));
            line.set("missing", Json.number(each.missing()));
            line.set("announcedBeside", Json.number(each.beside()));
            each.besideFrom().ifPresent(year -> line.put("announcedBesideFrom", year));
        }
        ArrayNode money = node.putArray("money");
        for (Pledged.Money each : gap.money()) {
            ObjectNode line = money.addObject();
            line.put("partner", each.partner());
            line.set("need", Json.number(each.need()));
            line.set("leastMissing", Json.number(each.leastMissing()));
            ArrayNode onFile = line.putArray("onFile");
            for (PromisedMoney promised : each.onFile()) {
                ObjectNode one = onFile.addObject();
                one.put("currency", promised.unit());
                one.set("committed", Json.number(promised.committed()));
                one.set("drawn", Json.number(promised.drawn()));
                one.set("offered", Json.number(promised.offered()));
                one.set("pledges", Json.strings(promised.pledgeIds()));
            }
        }
        ArrayNode asked = node.putArray("decisions");
        for (Decision each : Pledged.asked(plan)) {
            ObjectNode line = asked.addObject();
            line.put("id", each.id());
            line.put("kind", each.kind().id());
            line.put("status", each.statusId());
            line.put("startYear", each.startYear());
            line.set("paid", Json.number(Pledged.paid(each)));
        }
        return node;
    }
}
