package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Texts;
import org.monazite.brief.Numbers;
import org.monazite.plan.Decision;
import org.monazite.plan.Frontier;
import org.monazite.plan.PlanResult;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Proof;
import org.monazite.supply.Flag;

/// Plans and frontiers as text and JSON. Wall time is for people alone and never part of JSON.
public final class Plans {

    private static final int MOST_NAMED = 4;
    private static final double LEAST = 5e-4; // of demand: what is shown as nothing

    private final Texts texts;
    private final Numbers numbers;
    private final Words words;
    private final PlanWords planWords;
    private final DecisionNames names;
    private final PlanCosts costs;

    /// @throws IOException if the names of the atlas cannot be read
    public Plans(Session session) throws IOException {
        this.texts = session.texts();
        this.numbers = session.numbers();
        this.words = new Words(session);
        this.planWords = new PlanWords(session);
        this.names = new DecisionNames(session);
        this.costs = new PlanCosts(session);
    }

    /// How a command ends that asked for this plan.
    public static ExitCode code(PlanResult plan) {
        if (!holds(plan)) {
            return ExitCode.CHECK_FAILED;
        }
        return switch (plan.outcome()) {
            case OPTIMAL -> ExitCode.DONE;
            case BEST_KNOWN -> ExitCode.LIMIT;
            case NEAREST -> ExitCode.INFEASIBLE;
        };
    }

    /// False if our own verifier or a second solver finds something wrong with the plan or one that stands beside it.
    private static boolean holds(PlanResult plan) {
        return Proof.hold(List.of(
                new Proof(plan.check().verified(), plan.second()),
                plan.late().proof(),
                plan.announced().proof(),
                plan.lowValue().proof(),
                plan.fair().proof()));
    }

    /// The plan and its frontier as part of the main job.
    public void show(Report report, PlanResult plan, Frontier frontier) throws IOException {
        report.line("").line(texts.get("secure.plan"));
        show(report, plan);
        Frontier.Point knee = frontier.points().get(frontier.knee());
        report.line(texts.get(
                "plan.frontier",
                frontier.points().size(),
                numbers.usd(knee.budgetUsd()),
                Words.marked(plan.flag(), numbers.share(knee.worstUnmet()))));
    }

    /// The plan alone.
    void show(Report report, PlanResult plan) throws IOException {
        double spent = spent(plan);
        report.line(texts.get(
                "plan.title",
                plan.flag().mark() + numbers.usd(spent),
                numbers.usd(plan.spec().totalBudgetUsd()),
                plan.decisions().size(),
                plan.flag().mark() + worst(plan.lossBefore()),
                plan.flag().mark() + worst(plan.lossAfter())));
        if (nothingToDo(plan)) {
            report.line(texts.get("plan.nothing", plan.spec().targetYear()));
        }
        PlanLate lateness = new PlanLate(texts, numbers, words, names);
        lateness.headline(report, plan);
        report.line(texts.get(
                "plan.state",
                texts.get("plan.outcome." + plan.outcome().name().toLowerCase(java.util.Locale.ROOT)),
                numbers.share(plan.search().gap()),
                texts.get(plan.check().verified() ? "plan.verified" : "plan.notverified")));
        new PlanRisk(texts, numbers, planWords).show(report, plan);
        new PlanProofs(texts, numbers, words).checked(report, plan);
        report.line(texts.get("plan.when", plan.spec().targetYear(), plan.spec().banQuarters()));
        replay(report, plan);
        PlanProofs proofs = new PlanProofs(texts, numbers, words);
        proofs.shifts(report, plan, planWords);
        proofs.worse(report, plan, planWords);
        proofs.fair(report, plan);
        proofs.unknown(report, plan);
        if (!plan.decisions().isEmpty()) {
            report.table(decisions(plan.decisions()));
        }
        new PlanMoney(texts, numbers, words).show(report, plan);
        new PlanStocks(texts, numbers, words).show(report, plan, planWords);
        PlanSetting setting = new PlanSetting(texts, numbers, words, names);
        costs.show(report, plan);
        setting.generic(report, plan);
        new PlanAnnounced(texts, numbers, names).show(report, plan);
        setting.origins(report, plan);
        if (plan.late().isAsked()) {
            lateness.cases(report, plan);
            if (!plan.late().decisions().isEmpty()) {
                report.line(texts.get("plan.late.backs", plan.late().years()))
                        .table(decisions(plan.late().decisions()));
            }
        }
        proofs.shares(report, plan);
        for (PlanResult.TargetState target : plan.targets()) {
            if (!target.kept() || target.onPaper()) {
                report.line(texts.get(
                        target.onPaper() ? "plan.target.paper" : "plan.target.missed",
                        texts.get("target." + target.name()),
                        target.subject().isEmpty() ? texts.get("target.all") : subject(target.subject()),
                        PlanWords.amount(numbers, target, target.wanted()),
                        PlanWords.amount(numbers, target, target.reached()),
                        PlanWords.amount(numbers, target, target.before())));
            }
        }
        new PlanProofs(texts, numbers, words).show(report, plan);
        setting.stages(report, plan);
        if (!plan.counted().isEmpty()) {
            report.line(texts.get(
                    "plan.counted", works(plan), words.place(plan.spec().against())));
            report.table(counted(plan));
            if (plan.counted().stream().anyMatch(each -> each.productId().endsWith(".magnet"))) {
                report.line(texts.get("plan.metal"));
            }
        }
        new PlanProofs(texts, numbers, words).hangs(report, plan, planWords);
        setting.needs(report, plan);
        planWords.chances(plan.chances(), plan.spec().banQuarters()).forEach(report::line);
        proofs.breakEven(report, plan, planWords);
        proofs.lowValue(report, plan);
        words.legend(List.of(plan.flag())).forEach(report::line);
    }

    private static long works(PlanResult plan) {
        return plan.counted().stream().map(PlanResult.Counted::id).distinct().count();
    }

    /// What the plan counts on without backing it: one row for each product.
    private Table counted(PlanResult plan) throws IOException {
        Table table = new Table()
                .text("product", texts.get("column.product"))
                .number("works", texts.get("column.works"))
                .number("stated_tonnes", texts.get("column.stated"))
                .number(
                        "counted_tonnes",
                        texts.get("column.counted", plan.spec().targetYear()))
                .text("largest", texts.get("column.largest"));
        Map<String, List<PlanResult.Counted>> byProduct = new LinkedHashMap<>();
        plan.counted()
                .forEach(each -> byProduct
                        .computeIfAbsent(each.productId(), _ -> new ArrayList<>())
                        .add(each));
        for (Map.Entry<String, List<PlanResult.Counted>> entry : byProduct.entrySet()) {
            double stated = 0;
            double counted = 0;
            Flag flag = Flag.ESTIMATE; // what is counted on rests on a share of delivery
            for (PlanResult.Counted each : entry.getValue()) {
                stated += each.statedTonnes();
                counted += each.countedTonnes();
                flag = flag.and(each.flag());
            }
            table.row(
                    new Table.Cell(words.product(entry.getKey()), entry.getKey()),
                    Table.Cell.of(
                            Integer.toString(entry.getValue().size()),
                            entry.getValue().size()),
                    Table.Cell.of(flag.mark() + numbers.tonnes(stated), stated),
                    Table.Cell.of(flag.mark() + numbers.tonnes(counted), counted),
                    Table.Cell.of(String.join(
                            texts.pick("; ", "、"),
                            entry.getValue().stream()
                                    .limit(MOST_NAMED)
                                    .map(PlanResult.Counted::name)
                                    .toList())));
        }
        return table;
    }

    /// A partner, or partner and product, by their names.
    private String subject(String codes) throws IOException {
        String[] parts = codes.split(" ", 2);
        return parts.length == 1
                ? words.place(parts[0])
                : words.place(parts[0]) + texts.pick(", ", "・") + words.product(parts[1]);
    }

    /// No ban takes anything even without a plan, no target is missed, and nothing is backed.
    private static boolean nothingToDo(PlanResult plan) {
        return plan.decisions().isEmpty()
                && plan.outcome() == PlanResult.Outcome.OPTIMAL
                && plan.bans().stream()
                        .allMatch(ban -> ban.unmetBefore().values().stream().allMatch(unmet -> unmet < LEAST));
    }

    private String worst(PlanResult.Loss loss) throws IOException {
        String share = numbers.share(loss.worstUnmet());
        return loss.worstUnmet() > 0
                ? texts.get("plan.worst", share, words.place(loss.worstPartner()), planWords.ban(loss.worstBan()))
                : share;
    }

    /// What the daily engine makes of the plan: the worst of the bans it played, for each partner.
    private void replay(Report report, PlanResult plan) throws IOException {
        if (plan.replay().lines().isEmpty()) {
            return; // not played, for want of time
        }
        new PlanReplay(texts, numbers, words).show(report, plan);
        new PlanProofs(texts, numbers, words).gap(report, plan, planWords);
    }

    private Table decisions(List<Decision> decisions) throws IOException {
        Table table = new Table()
                .text("id", texts.get("column.decision"))
                .text("name", texts.get("column.name"))
                .text("place", texts.get("column.place"))
                .number("tonnes", texts.get("column.size"))
                .number("start_year", texts.get("column.start"))
                .number("capex_usd", texts.get("column.capex"))
                .text("paid", texts.get("column.paid"));
        for (Decision decision : decisions) {
            String mark = decision.flag().mark();
            table.row(
                    Table.Cell.of(decision.id()),
                    Table.Cell.of(texts.pick(decision.nameEn(), decision.nameJa())),
                    new Table.Cell(words.place(decision.place()), decision.place()),
                    Table.Cell.of(mark + numbers.tonnes(decision.tonnes()), decision.tonnes()),
                    Table.Cell.of(Integer.toString(decision.startYear()), decision.startYear()),
                    Table.Cell.of(
                            mark + numbers.usd(decision.capexUsd().value()),
                            decision.capexUsd().value()),
                    Table.Cell.of(paid(decision)));
        }
        return table;
    }

    /// Who pays; how much only where several do.
    private String paid(Decision decision) throws IOException {
        List<String> parts = new ArrayList<>();
        double all = decision.paidUsd().values().stream().reduce(0.0, Double::sum);
        for (var entry : decision.paidUsd().entrySet()) {
            double paid = entry.getValue();
            if (paid > 0) {
                String place = words.place(entry.getKey());
                parts.add(paid == all ? place : place + " " + decision.flag().mark() + numbers.usd(paid));
            }
        }
        return String.join(texts.pick(", ", "、"), parts);
    }

    /// One row for each budget.
    /// @param flag how careful a reader must be with what the plans leave unmet
    Table table(Frontier frontier, Flag flag) throws IOException {
        Table table = new Table()
                .number("budget_usd", texts.get("column.budget"))
                .number("spent_usd", texts.get("column.spent"))
                .number("worst_unmet", texts.get("column.worstban"))
                .number("worst_usd", texts.get("column.value"))
                .number("expected_usd", texts.get("column.expected"))
                .number("decisions", texts.get("column.decisions"));
        List<String> partners =
                List.copyOf(frontier.points().getFirst().traced().keySet());
        for (String partner : partners) {
            table.number("traced_" + partner, texts.get("column.traced.of", partner));
        }
        table.text("targets_missed", texts.get("column.kept.targets")).text("verified", texts.get("column.verified"));
        for (int i = 0; i < frontier.points().size(); i++) {
            Frontier.Point point = frontier.points().get(i);
            List<Table.Cell> cells = new ArrayList<>(List.of(
                    Table.Cell.of(numbers.usd(point.budgetUsd()), point.budgetUsd()),
                    Table.Cell.of(numbers.usd(point.spentUsd()), point.spentUsd()),
                    Table.Cell.of(Words.marked(flag, numbers.share(point.worstUnmet())), point.worstUnmet()),
                    loss(point, point.worstUsd(), flag),
                    loss(point, point.expectedUsd(), flag),
                    Table.Cell.of(
                            Integer.toString(point.decisions().size()),
                            point.decisions().size())));
            for (String partner : partners) {
                double traced = point.traced().getOrDefault(partner, Double.NaN);
                cells.add(Table.Cell.of(Words.marked(flag, numbers.share(traced)), traced));
            }
            cells.add(new Table.Cell(
                    point.missed().isEmpty()
                            ? texts.get("frontier.all")
                            : texts.get("frontier.missed", point.missed().size()),
                    String.join(";", point.missed())));
            cells.add(new Table.Cell(
                    texts.get(point.verified() ? "word.yes" : "word.no")
                            + (i == frontier.knee() ? "  " + texts.get("plan.knee") : ""),
                    Boolean.toString(point.verified())));
            table.row(cells.toArray(Table.Cell[]::new));
        }
        return table;
    }

    private Table.Cell loss(Frontier.Point point, double usd, Flag flag) {
        return point.isValued()
                ? Table.Cell.of(Words.marked(flag, numbers.usd(usd)), usd)
                : new Table.Cell(numbers.notAvailable(), "");
    }

    /// What makes the knee the knee, and from which budget on every target is kept.
    void knee(Report report, Frontier frontier, PlanSpec spec, Flag flag) throws IOException {
        List<Frontier.Point> points = frontier.points();
        Frontier.Point first = points.getFirst();
        Frontier.Point knee = points.get(frontier.knee());
        Frontier.Point last = points.getLast();
        if (first.isValued() && knee.spentUsd() > first.spentUsd() && frontier.knee() < points.size() - 1) {
            double before = (first.worstUsd() - knee.worstUsd()) / (knee.spentUsd() - first.spentUsd());
            double more = last.spentUsd() - knee.spentUsd();
            report.line(texts.get(
                    "frontier.knee",
                    numbers.usd(knee.budgetUsd()),
                    Words.marked(flag, numbers.usd(before)),
                    Words.marked(flag, numbers.usd(more > 0 ? (knee.worstUsd() - last.worstUsd()) / more : 0)),
                    Words.marked(flag, numbers.share(knee.worstUnmet()))));
        }
        new PlanSetting(texts, numbers, words, names).knee(report, frontier, spec.targetYear(), spec.against());
        new PlanSteps(texts, numbers, words, names).show(report, frontier, spec, flag);
        if (!knee.missed().isEmpty()) {
            report.line(texts.get("frontier.knee.missed", planWords.targets(knee.missed())));
        }
        report.line(points.stream()
                .filter(point -> point.missed().isEmpty())
                .findFirst()
                .map(point -> texts.get("frontier.kept", numbers.usd(point.budgetUsd())))
                .orElseGet(() -> texts.get("frontier.never")));
    }

    static double spent(PlanResult plan) {
        double sum = 0;
        for (double usd : plan.spentUsd().values()) {
            sum += usd;
        }
        return sum;
    }
}
