package org.monazite.brief;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.monazite.brief.internal.Block;
import org.monazite.brief.internal.Block.Column;
import org.monazite.brief.internal.Block.Row;
import org.monazite.brief.internal.Cell;
import org.monazite.brief.internal.Section;
import org.monazite.exposure.PublishedShare;
import org.monazite.exposure.StageExposure;
import org.monazite.supply.Citation;

/// What others have published on the share of China in the imports of Japan, each by its own definition, beside the
/// share of each product in the network.
final class PublishedPart {

    private static final String SUPPLIER = "CHN";
    private static final String IMPORTER = "JPN";

    private final Desk desk;
    private final List<PublishedShare> published;
    private final Subjects subjects;

    PublishedPart(Desk desk) {
        this.desk = desk;
        this.published = desk.findings().published();
        this.subjects = new Subjects(desk.findings());
    }

    /// The published shares in one line with their sources; empty without any.
    Optional<Cell> line() {
        if (published.isEmpty()) {
            return Optional.empty();
        }
        List<Citation> citations = published.stream()
                .flatMap(each -> Desk.citations(each.share()).stream())
                .toList();
        return Optional.of(Cell.of(desk.text(
                        "front.published",
                        desk.names().placeIn(SUPPLIER),
                        desk.names().placeIn(IMPORTER),
                        Desk.tie(String.join(desk.texts().get("headline.targets.comma"), parts()))))
                .with(desk.refs(citations)));
    }

    /// The shares of one counting and period stand together.
    private List<String> parts() {
        Map<String, List<String>> shares = new LinkedHashMap<>();
        Map<String, PublishedShare> firsts = new LinkedHashMap<>();
        for (PublishedShare each : published) {
            String key = each.counting().id() + " " + each.period();
            firsts.putIfAbsent(key, each);
            shares.computeIfAbsent(key, _ -> new ArrayList<>())
                    .add(desk.numbers().share(each.share().value()));
        }
        return firsts.entrySet().stream()
                .map(entry -> desk.texts()
                        .get(
                                "front.published.part",
                                desk.text("counting."
                                        + entry.getValue().counting().id()),
                                desk.numbers().list(shares.getOrDefault(entry.getKey(), List.of())),
                                desk.numbers().period(entry.getValue().period())))
                .toList();
    }

    private String counting(PublishedShare share) {
        return desk.texts().pick(share.counting().nameEn(), share.counting().nameJa());
    }

    Section section(String takeaway) {
        return new Section(
                "published",
                "1.3",
                desk.text("published.heading", desk.names().placeIn(IMPORTER)),
                takeaway,
                List.of(new Block.Paragraph(desk.text("published.words"), "note"), table(), network()));
    }

    private Block.Table table() {
        List<Row> rows = published.stream()
                .map(each -> {
                    Cell definition =
                            desk.words(desk.names().known("definition", each.definition(), each.definition()));
                    Cell remark = desk.words(desk.names().known("remark", each.note(), each.note()));
                    return new Row(
                            List.of(
                                    Cell.of(counting(each)),
                                    definition,
                                    Cell.of(desk.numbers().period(each.period())),
                                    desk.number(
                                            desk.numbers().share(each.share().value()),
                                            each.share().flag()),
                                    remark.with(desk.refs(Desk.citations(each.share())))),
                            "");
                })
                .toList();
        return new Block.Table(
                desk.text(
                        "published.table",
                        desk.names().place(SUPPLIER),
                        desk.names().place(IMPORTER)),
                List.of(),
                List.of(),
                List.of(
                        new Column(desk.text("column.counting"), false),
                        new Column(desk.text("column.definition"), false),
                        new Column(desk.text("column.period"), false),
                        new Column(desk.text("column.share"), true),
                        new Column(desk.text("column.remark"), false)),
                rows,
                "published");
    }

    private Block.Table network() {
        List<Row> rows = new ArrayList<>();
        for (String product : subjects.products()) {
            Optional<StageExposure> row = subjects.exposure(IMPORTER, product)
                    .filter(each ->
                            each.directShare().isDefined() || each.tracedShare().isDefined());
            row.ifPresent(each -> rows.add(new Row(
                    List.of(
                            Cell.of(desk.names().product(product))
                                    .below(desk.names().stage(each.stage())),
                            desk.explained(each.directShare()),
                            desk.explained(each.tracedShare())),
                    "")));
        }
        return new Block.Table(
                desk.text(
                        "published.network",
                        desk.names().place(SUPPLIER),
                        desk.names().place(IMPORTER)),
                desk.run(),
                List.of(),
                List.of(
                        new Column(desk.text("column.product"), false),
                        new Column(desk.text("stages.direct"), true),
                        new Column(desk.text("stages.traced"), true)),
                rows,
                "");
    }

    /// Between which shares the published ones and those of the network lie.
    String takeaway() {
        double least = published.stream()
                .mapToDouble(each -> each.share().value())
                .min()
                .orElse(Double.NaN);
        double most = published.stream()
                .mapToDouble(each -> each.share().value())
                .max()
                .orElse(Double.NaN);
        String range = desk.numbers().shareRange(least, most);
        String product = subjects.mainProduct().orElse("");
        return subjects.exposure(IMPORTER, product)
                .filter(row ->
                        row.directShare().isDefined() && row.tracedShare().isDefined())
                .map(row -> desk.text(
                        "take.published",
                        desk.names().placeIn(SUPPLIER),
                        range,
                        desk.names().productIn(product),
                        desk.numbers().roundShare(row.directShare().value()),
                        desk.numbers().roundShare(row.tracedShare().value())))
                .orElseGet(() -> desk.text("take.published.plain", desk.names().placeIn(SUPPLIER), range));
    }
}
