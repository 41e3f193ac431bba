package org.monazite.brief;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.monazite.brief.internal.Chapter;
import org.monazite.brief.internal.Front;
import org.monazite.brief.internal.Page;
import org.monazite.brief.internal.Section;

/// Writes briefs.
public final class Briefs {

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.monazite.brief.templates");

    private Briefs() {}

    /// One HTML file that stands alone: no script, no network, nothing to fetch. Page one has the answers, then comes
    /// a section for each question with chart, table and sources. The same findings give the same bytes.
    ///
    /// @param language English or Japanese
    /// @throws IllegalArgumentException if the language is another one
    public static String html(Findings findings, Locale language) {
        StringOutput output = new StringOutput();
        TEMPLATES.render("brief.jte", page(findings, language), output);
        return output.toString();
    }

    /// Page one is written first, so that its sources have the lowest numbers.
    private static Page page(Findings findings, Locale language) {
        Desk desk = new Desk(findings, language);
        Headline headline = Headline.of(findings, language);
        Takeaways take = new Takeaways(desk);
        Front front = new FrontPage(desk, headline).front();
        ShockPart shock = new ShockPart(desk);
        TimelinePart timeline = new TimelinePart(desk);
        ChangePart change = new ChangePart(desk);
        ChecksPart checks = new ChecksPart(desk);
        PledgesPart pledges = new PledgesPart(desk);
        GroundsPart grounds = new GroundsPart(desk);
        List<Chapter> chapters = List.of(
                new Chapter("1", desk.text("front.dependence"), dependence(desk, take)),
                new Chapter(
                        "2",
                        desk.text("front.ban"),
                        List.of(
                                shock.clock(take.clock()),
                                shock.value(take.value()),
                                new OthersPart(desk).section(take.others()))),
                new Chapter(
                        "3",
                        desk.text("front.plan"),
                        List.of(
                                timeline.timeline(take.timeline(), Desk.tie(headline.planCaveat())),
                                new CountedPart(desk).section(),
                                change.dependence(take.change()),
                                change.bans(take.bans()),
                                change.frontier(take.frontier()),
                                timeline.money(take.money()),
                                checks.targets(Desk.tie(headline.targets())),
                                checks.replay(take.replay()),
                                checks.leftOut(take.leftOut()))),
                new Chapter(
                        "4",
                        desk.text("front.pledges"),
                        List.of(pledges.board(Desk.tie(headline.pledges())), pledges.controls(take.controls()))),
                new Chapter(
                        "5",
                        desk.text("chapter.grounds"),
                        List.of(
                                grounds.suspects(take.suspects()),
                                grounds.assumptions(headline.assumptions(), Desk.tie(headline.assumed())),
                                grounds.card(),
                                grounds.sources())));
        return new Page(
                desk.texts().locale().getLanguage(),
                headline.title(),
                closed(desk),
                front,
                desk.text("contents"),
                chapters,
                desk.text("foot"));
    }

    private static String closed(Desk desk) {
        List<String> files = desk.findings().closed();
        return files.isEmpty() ? "" : desk.text("closed", String.join("; ", files));
    }

    private static List<Section> dependence(Desk desk, Takeaways take) {
        List<Section> sections = new ArrayList<>(
                List.of(new StagesPart(desk).section(take.stages()), new LinksPart(desk).section(take.links())));
        if (!desk.findings().published().isEmpty()) {
            PublishedPart published = new PublishedPart(desk);
            sections.add(published.section(published.takeaway()));
        }
        return sections;
    }
}
