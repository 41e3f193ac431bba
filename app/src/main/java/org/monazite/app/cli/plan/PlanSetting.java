package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.Texts;
import org.monazite.brief.Numbers;
import org.monazite.plan.Decision;
import org.monazite.plan.Frontier;
import org.monazite.plan.PlanResult;
import org.monazite.plan.Setting;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a plan is to be read against: need and capacity by stage, whose goods contracts bring, why the knee of a
/// frontier is where it is.
final class PlanSetting {

    private static final double WORTH_A_WORD = 0.01;
    private static final double NOTHING = 0.0005; // what is printed as 0 %

    private final Texts texts;
    private final Numbers numbers;
    private final Words words;
    private final DecisionNames names;

    PlanSetting(Texts texts, Numbers numbers, Words words, DecisionNames names) {
        this.texts = texts;
        this.numbers = numbers;
        this.words = words;
        this.names = names;
    }

    /// Who needs and who can make how much in the target year.
    void stages(Report report, PlanResult plan) throws IOException {
        if (plan.setting().stages().isEmpty()) {
            return;
        }
        String against = words.place(plan.spec().against());
        Table table = new Table()
                .text("product", texts.get("column.product"))
                .number("partners_need", texts.get("column.partners.need"))
                .number("partners_make", texts.get("column.partners.make"))
                .number("outside_make", texts.get("column.outside.make", against))
                .number("backed", texts.get("column.backed"));
        for (Setting.Stage stage : plan.setting().stages()) {
            table.row(
                    new Table.Cell(words.product(stage.productId()), stage.productId()),
                    tonnes(stage.partnersNeed()),
                    tonnes(stage.partnersMake()),
                    tonnes(stage.outsideMake()),
                    tonnes(stage.backed()));
        }
        report.line(texts.get("plan.stages", plan.spec().targetYear(), against)).table(table);
        if (plan.spec().targets().worstBan() < 1) {
            tightest(plan.setting(), plan.spec().targetYear(), against).forEach(report::line);
        }
    }

    private Table.Cell tonnes(double tonnes) {
        return Table.Cell.of(PlanWords.estimate(numbers.tonnes(tonnes)), tonnes);
    }

    /// The stage at which most of what is made outside is needed, and the next.
    private List<String> tightest(Setting setting, int year, String against) throws IOException {
        List<Setting.Stage> stages = setting.tightest();
        if (stages.isEmpty()) {
            return List.of();
        }
        Setting.Stage first = stages.getFirst();
        String next = stages.size() > 1
                ? texts.get(
                        "plan.tightest.next",
                        words.product(stages.get(1).productId()),
                        PlanWords.estimate(numbers.roundShare(stages.get(1).tightness())))
                : "";
        if (Double.isInfinite(first.tightness())) {
            return List.of(texts.get("plan.tightest.nobody", words.product(first.productId()), year, against));
        }
        List<String> lines = new ArrayList<>();
        lines.add(texts.get(
                "plan.tightest",
                words.product(first.productId()),
                year,
                PlanWords.estimate(numbers.roundShare(first.tightness())),
                against,
                next));
        if (setting.overtime() > 1) {
            lines.add(texts.get(
                    "plan.overtime",
                    PlanWords.estimate(numbers.roundShare(setting.overtime())),
                    words.product(first.productId()),
                    PlanWords.estimate(numbers.roundShare(first.tightness() / setting.overtime()))));
        }
        return lines;
    }

    /// That generic modules are no projects, and which announced works would make the same.
    void generic(Report report, PlanResult plan) throws IOException {
        Set<String> products = new TreeSet<>();
        for (Decision each : plan.decisions()) {
            if (each.generic() && each.kind() == Decision.Kind.MODULE) {
                products.add(each.productId());
            }
        }
        List<String> parts = new ArrayList<>();
        for (Setting.Stage stage : plan.setting().stages()) {
            if (products.contains(stage.productId())) {
                parts.add(texts.get(
                        "plan.generic.stage",
                        words.product(stage.productId()),
                        stage.announced().isEmpty()
                                ? texts.get("plan.generic.none")
                                : String.join(texts.pick(", ", "、"), stage.announced())));
            }
        }
        if (!parts.isEmpty()) {
            report.line(texts.get("plan.generic", String.join(texts.pick("; ", "、"), parts)));
        }
    }

    /// Contracts on goods that the feared supplier handled at some stage.
    void origins(Report report, PlanResult plan) throws IOException {
        List<String> parts = new ArrayList<>();
        for (Setting.Origin each : plan.setting().origins()) {
            if (each.today() >= WORTH_A_WORD || each.inPlan() >= WORTH_A_WORD) {
                parts.add(texts.get(
                        each.today() >= 0 ? "plan.origin" : "plan.origin.new",
                        each.decisionId(),
                        PlanWords.estimate(numbers.share(each.today())),
                        PlanWords.estimate(numbers.share(Math.max(0, each.inPlan()))),
                        plan.spec().targetYear()));
            }
        }
        if (!parts.isEmpty()) {
            report.line(texts.get(
                    "plan.origins", words.place(plan.spec().against()), String.join(texts.pick("; ", "、"), parts)));
        }
    }

    /// What happens if partners need as much as is published.
    void needs(Report report, PlanResult plan) throws IOException {
        Setting.Needs needs = plan.setting().needs();
        if (needs.lines().isEmpty()) {
            return;
        }
        List<String> parts = new ArrayList<>();
        for (Setting.Published each : needs.lines()) {
            parts.add(texts.get(
                    "plan.need",
                    words.place(each.partner()),
                    words.product(each.productId()),
                    Words.marked(each.flag(), numbers.tonnes(each.tonnes().value())),
                    numbers.tonnes(each.tonnes().low()),
                    numbers.tonnes(each.tonnes().high()),
                    each.year(),
                    each.citation().sourceId(),
                    PlanWords.estimate(numbers.tonnes(each.countedTonnes()))));
        }
        report.line(texts.get(
                "plan.needs",
                String.join(texts.pick("; ", "、"), parts),
                PlanWords.estimate(worst(needs.before())),
                PlanWords.estimate(worst(needs.withPlan()))));
    }

    private String worst(PlanResult.Loss loss) throws IOException {
        String share = numbers.share(loss.worstUnmet());
        return loss.worstUnmet() >= NOTHING
                ? texts.get("plan.worst.of", share, words.place(loss.worstPartner()))
                : share;
    }

    /// Why the knee is where it is: the tightest stage, what the plan there backs, what lies beyond.
    void knee(Report report, Frontier frontier, int year, String against) throws IOException {
        if (!frontier.tracedWithout().isEmpty()) {
            List<String> without = new ArrayList<>();
            for (var each : frontier.tracedWithout().entrySet()) {
                without.add(words.place(each.getKey()) + " " + PlanWords.estimate(numbers.share(each.getValue())));
            }
            report.line(texts.get(
                    "frontier.traced", words.place(against), year, String.join(texts.pick(", ", "、"), without)));
        }
        tightest(frontier.setting(), year, words.place(against)).forEach(report::line);
        Frontier.Point knee = frontier.points().get(frontier.knee());
        if (!knee.decisions().isEmpty()) {
            report.line(texts.get("frontier.knee.backs", names.all(knee.decisions())));
        }
    }

    static void json(ObjectNode node, Setting setting) {
        ArrayNode stages = node.putArray("stages");
        for (Setting.Stage each : setting.stages()) {
            ObjectNode row = stages.addObject();
            row.put("product", each.productId());
            row.set("partnersNeedTonnes", Json.number(each.partnersNeed()));
            row.set("partnersMakeTonnes", Json.number(each.partnersMake()));
            row.set("outsideMakeTonnes", Json.number(each.outsideMake()));
            row.set("backedTonnes", Json.number(each.backed()));
            row.set("announcedWorks", Json.strings(each.announced()));
        }
        node.set("overtimeInBan", Json.number(setting.overtime()));
        ArrayNode today = node.putArray("sharesToday");
        for (Setting.Share each : setting.today()) {
            ObjectNode row = today.addObject();
            row.put("partner", each.partner());
            row.put("product", each.productId());
            row.set("directOfSupply", Json.number(each.direct()));
            row.set("traced", Json.number(each.traced()));
        }
        ArrayNode published = node.putArray("publishedNeeds");
        for (Setting.Published each : setting.needs().lines()) {
            ObjectNode row = published.addObject();
            row.put("partner", each.partner());
            row.put("product", each.productId());
            row.put("year", each.year());
            row.set("tonnes", Json.number(each.tonnes().value()));
            row.set("low", Json.number(each.tonnes().low()));
            row.set("high", Json.number(each.tonnes().high()));
            row.set("countedTonnes", Json.number(each.countedTonnes()));
            row.put("flag", Json.flag(each.flag()));
            row.set("figures", Json.strings(Json.figureIds(List.of(each.citation()))));
        }
        if (!setting.needs().lines().isEmpty()) {
            node.set(
                    "withPublishedNeedsWithoutPlan",
                    PlansJson.json(setting.needs().before()));
            node.set(
                    "withPublishedNeedsWithPlan", PlansJson.json(setting.needs().withPlan()));
        }
        ArrayNode origins = node.putArray("contractOrigins");
        for (Setting.Origin each : setting.origins()) {
            ObjectNode row = origins.addObject();
            row.put("id", each.decisionId());
            row.set("tracedToday", Json.number(each.today()));
            row.set("tracedInPlan", Json.number(each.inPlan()));
        }
    }
}
