package org.monazite.app.cli.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.text.Texts;
import org.monazite.brief.Numbers;
import org.monazite.plan.PlanResult;
import org.monazite.pledges.Assessment;
import org.monazite.pledges.PromisedMoney;

/// What a plan needs and nobody has promised, in one sentence.
public final class PledgeWords {

    private final Texts texts;
    private final Numbers numbers;
    private final Words words;

    PledgeWords(Texts texts, Numbers numbers, Words words) {
        this.texts = texts;
        this.numbers = numbers;
        this.words = words;
    }

    /// The sentence about a plan and the promises as they stand.
    ///
    /// @throws IOException if the atlas cannot be read
    public static String headline(Session session, PlanResult plan, List<Assessment> promises) throws IOException {
        List<PromisedMoney> money =
                PromisedMoney.of(promises, new TreeSet<>(plan.spec().partners()));
        Pledged gap = Pledged.of(plan, session.workbench().atlas().projects(), money);
        return new PledgeWords(session.texts(), session.numbers(), new Words(session)).headline(plan, gap);
    }

    String headline(PlanResult plan, Pledged gap) throws IOException {
        if (plan.decisions().isEmpty()) {
            return texts.get("gap.nothing");
        }
        double need = 0;
        for (Pledged.Money each : gap.money()) {
            need += each.need();
        }
        String money = PlanWords.estimate(numbers.usd(need));
        List<String> parts = new ArrayList<>();
        for (Pledged.Goods each : gap.goods()) {
            if (each.missing() > 0) {
                parts.add(texts.get(
                        "gap.part",
                        PlanWords.estimate(numbers.tonnes(each.missing())),
                        words.product(each.productId())));
            }
        }
        int year = plan.spec().targetYear();
        if (!parts.isEmpty()) {
            return texts.get("gap.headline", String.join(texts.pick(", ", "、"), parts), money, year);
        }
        boolean works = plan.decisions().stream().anyMatch(each -> Pledged.isWorks(each.kind()));
        return texts.get(works ? "gap.headline.announced" : "gap.headline.other", money, year);
    }
}
