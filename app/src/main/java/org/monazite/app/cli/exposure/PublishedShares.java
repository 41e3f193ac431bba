package org.monazite.app.cli.exposure;

import java.io.IOException;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.text.Texts;
import org.monazite.brief.Numbers;
import org.monazite.exposure.PublishedShare;
import org.monazite.supply.Citation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What others have published on the share of China in Japan's imports, each by its own counting.
public final class PublishedShares {

    private final Session session;
    private final Texts texts;
    private final Numbers numbers;

    /// @throws IOException if the texts of the session cannot be read
    public PublishedShares(Session session) throws IOException {
        this.session = session;
        this.texts = session.texts();
        this.numbers = session.numbers();
    }

    /// Adds the table and its JSON; nothing for another supplier, since nothing is published on it.
    public void show(Report report, String supplier) throws IOException {
        if (!supplier.equals("CHN")) {
            return;
        }
        Table table = new Table()
                .text("counting", texts.get("column.counting"))
                .text("period", texts.get("column.period"))
                .number("share", texts.get("column.share"))
                .text("source", texts.get("column.source"));
        ArrayNode array = report.json().putArray("published");
        for (PublishedShare each :
                PublishedShare.latestChinaOfJapan(session.workbench().atlas().series())) {
            table.row(
                    new Table.Cell(
                            texts.pick(each.counting().nameEn(), each.counting().nameJa()),
                            each.counting().id()),
                    new Table.Cell(numbers.period(each.period()), each.period()),
                    Table.Cell.of(
                            each.share().flag().mark()
                                    + numbers.share(each.share().value()),
                            each.share().value()),
                    Table.Cell.of(sources(each)));
            ObjectNode node = array.addObject();
            node.put("counting", each.counting().id());
            node.put("period", each.period());
            node.put("definition", each.definition());
            node.put("note", each.note());
            node.set("share", Json.explained(each.share()));
        }
        report.line(texts.get("exposure.published")).table(table);
    }

    private static String sources(PublishedShare share) {
        return String.join(
                ",",
                share.share().terms().stream()
                        .flatMap(term -> term.citations().stream())
                        .map(Citation::sourceId)
                        .distinct()
                        .toList());
    }
}
