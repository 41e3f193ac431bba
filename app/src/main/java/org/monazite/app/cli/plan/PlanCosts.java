package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.Texts;
import org.monazite.brief.Numbers;
import org.monazite.plan.Decision;
import org.monazite.plan.PlanResult;
import org.monazite.plan.Setting;
import org.monazite.supply.PlanOption;

/// What stands behind the column of money: what a generic plant is taken to cost per tonne a year, what it is fed with,
/// and what the money of a stock or a contract is for.
final class PlanCosts {

    private final Texts texts;
    private final Numbers numbers;
    private final Words words;
    private final Map<String, PlanOption> options = new TreeMap<>();

    PlanCosts(Session session) throws IOException {
        this.texts = session.texts();
        this.numbers = session.numbers();
        this.words = new Words(session);
        session.workbench().atlas().planOptions().forEach(option -> options.put(option.id(), option));
    }

    void show(Report report, PlanResult plan) throws IOException {
        Map<String, Decision> plants = new LinkedHashMap<>(); // by option: what a tonne costs is the same in all places
        List<String> kinds = new ArrayList<>();
        for (Decision each : plan.decisions()) {
            if (each.isNamelessPlant()) {
                plants.putIfAbsent(option(each), each);
            }
            kinds.add(each.kind().id());
        }
        List<String> costs = new ArrayList<>();
        List<String> feeds = new ArrayList<>();
        for (Map.Entry<String, Decision> each : plants.entrySet()) {
            costs.add(cost(each.getValue()));
            feed(plan, each.getKey()).ifPresent(feeds::add);
        }
        if (!costs.isEmpty()) {
            report.line(texts.get("plan.costs", String.join(texts.pick("; ", "、"), costs)));
        }
        for (String feed : feeds.stream().distinct().toList()) {
            report.line(feed);
        }
        if (kinds.contains(Decision.Kind.STOCKPILE.id()) || kinds.contains(Decision.Kind.OFFTAKE.id())) {
            report.line(texts.get("plan.costs.paper", plan.spec().lastYear()));
        }
    }

    private static String option(Decision decision) {
        return decision.id().split("@", 2)[0];
    }

    private String cost(Decision decision) {
        return texts.get(
                "plan.costs.plant",
                texts.pick(decision.nameEn(), decision.nameJa()),
                PlanWords.estimate(numbers.usd(decision.capexUsd().value() / decision.tonnes())),
                numbers.usdRange(
                        decision.capexUsd().low() / decision.tonnes(),
                        decision.capexUsd().high() / decision.tonnes()));
    }

    /// What a plant takes in, and whether works outside the feared supplier make enough of it.
    private Optional<String> feed(PlanResult plan, String id) throws IOException {
        PlanOption option = options.get(id);
        if (option == null) {
            return Optional.empty();
        }
        String input = option.inputProduct();
        Optional<Setting.Stage> stage = plan.setting().stages().stream()
                .filter(each -> each.productId().equals(input))
                .findFirst();
        if (stage.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(texts.get(
                "plan.feed",
                words.product(input),
                PlanWords.estimate(numbers.tonnes(stage.get().outsideMake())),
                words.place(plan.spec().against()),
                PlanWords.estimate(numbers.tonnes(stage.get().partnersNeed())),
                plan.spec().targetYear()));
    }
}
