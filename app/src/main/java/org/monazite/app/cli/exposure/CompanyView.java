package org.monazite.app.cli.exposure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.dependence.CompanyLedger;
import org.monazite.exposure.CompanyExposure;
import org.monazite.exposure.LedgerLine;
import org.monazite.supply.Flag;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A company's exposure: one row a product, then the lines that drive it, then what was left out.
final class CompanyView {

    private static final int SHOWN = 10;

    private final Session session;
    private final String chain;
    private final String supplier;
    private final Words words;

    CompanyView(Session session, String chain, String supplier) throws IOException {
        this.session = session;
        this.chain = chain;
        this.supplier = supplier;
        this.words = new Words(session);
    }

    private String text(String key, Object... values) {
        return session.texts().get(key, values);
    }

    Report of(CompanyLedger ledger, List<CompanyExposure> answers, CompanyExposure.Basis basis) throws IOException {
        Report report = new Report(Json.object());
        String by = basis.name().toLowerCase(Locale.ROOT);
        report.json().set("runCard", Json.card(session.workbench().card(chain)));
        report.json().put("private", true);
        report.json().put("chain", chain);
        report.json().put("supplier", supplier);
        report.json().put("basis", by);
        report.json().set("ledgers", Json.strings(ledger.ledgers()));
        report.line(text(
                "company.title",
                session.numbers().count(ledger.lines().size()),
                words.place(supplier),
                chain,
                text("company.by." + by)));
        report.table(products(report, answers));
        List<Flag> flags = new ArrayList<>();
        answers.forEach(answer -> flags.add(answer.traced().flag()));
        words.legend(flags).forEach(report::line);
        drivers(report, answers);
        leftOut(report, answers);
        notes(report, ledger, answers);
        return report;
    }

    private Table products(Report report, List<CompanyExposure> answers) throws IOException {
        Table table = new Table()
                .text("product", text("column.product"))
                .number("direct_share", text("column.direct"))
                .number("traced_share", text("column.traced"))
                .text("traced_range", text("column.range"))
                .number("lines", text("column.lines"))
                .number("coverage", text("column.coverage"));
        ArrayNode array = report.json().putArray("products");
        for (CompanyExposure answer : answers) {
            int lines = answer.drivers().size();
            table.row(
                    new Table.Cell(words.product(answer.productId()), answer.productId()),
                    Table.Cell.of(words.share(answer.direct()), answer.direct().value()),
                    Table.Cell.of(words.share(answer.traced()), answer.traced().value()),
                    new Table.Cell(
                            words.range(answer.traced()),
                            answer.traced().isDefined()
                                    ? answer.traced().low() + ".."
                                            + answer.traced().high()
                                    : ""),
                    Table.Cell.of(session.numbers().count(lines), lines),
                    Table.Cell.of(session.numbers().share(answer.coverage()), answer.coverage()));
            ObjectNode node = array.addObject();
            node.put("product", answer.productId());
            node.set("direct", Json.explained(answer.direct()));
            node.set("traced", Json.explained(answer.traced()));
            node.set("coverage", Json.number(answer.coverage()));
            ArrayNode drivers = node.putArray("lines");
            answer.drivers().forEach(driver -> json(drivers.addObject(), driver));
            ArrayNode left = node.putArray("leftOut");
            answer.leftOut().forEach(each -> {
                ObjectNode one = left.addObject();
                line(one, each.line());
                one.put("why", each.why());
            });
        }
        return table;
    }

    private static void json(ObjectNode node, CompanyExposure.Driver driver) {
        line(node, driver.line());
        node.set("part", Json.number(driver.part()));
        node.set("touched", Json.number(driver.touched()));
    }

    private static void line(ObjectNode node, LedgerLine line) {
        node.put("figure", line.id());
        node.put("date", line.period());
        node.put("seller", line.supplier());
        node.put("sellerPlace", line.supplierPlace());
        node.put("origin", line.originPlace());
        node.set("tonnes", Json.number(line.tonnes()));
        node.set("usd", Json.number(line.usd()));
    }

    private void drivers(Report report, List<CompanyExposure> answers) throws IOException {
        Table table = new Table()
                .text("line", text("column.line"))
                .text("product", text("column.product"))
                .text("seller", text("column.seller"))
                .text("from", text("column.seller.place"))
                .text("origin", text("column.goods.origin"))
                .number("t", text("column.tonnes"))
                .number("part", text("column.part"))
                .number("touched", text("column.touched"))
                .number("adds", text("column.adds"));
        List<CompanyExposure.Driver> all = answers.stream()
                .flatMap(answer -> answer.drivers().stream())
                .filter(driver -> adds(driver) > 0)
                .sorted(Comparator.<CompanyExposure.Driver>comparingDouble(driver -> -adds(driver))
                        .thenComparing(driver -> driver.line().id()))
                .toList();
        for (CompanyExposure.Driver driver : all.subList(0, Math.min(SHOWN, all.size()))) {
            LedgerLine line = driver.line();
            table.row(
                    Table.Cell.of(line.id()),
                    new Table.Cell(words.product(line.productId()), line.productId()),
                    Table.Cell.of(line.supplier()),
                    place(line.supplierPlace()),
                    place(line.originPlace()),
                    Table.Cell.of(session.numbers().plain(line.tonnes()), line.tonnes()),
                    Table.Cell.of(session.numbers().share(driver.part()), driver.part()),
                    Table.Cell.of(session.numbers().share(driver.touched()), driver.touched()),
                    Table.Cell.of(session.numbers().points(adds(driver)), adds(driver)));
        }
        if (!table.isEmpty()) {
            report.line(text("company.drivers")).table(table);
        }
        if (all.size() > SHOWN) {
            report.line(text("company.more", all.size() - SHOWN));
        }
    }

    private Table.Cell place(String code) {
        return new Table.Cell(code.isEmpty() ? "" : words.place(code), code);
    }

    private static double adds(CompanyExposure.Driver driver) {
        return driver.part() * driver.touched();
    }

    private void leftOut(Report report, List<CompanyExposure> answers) throws IOException {
        Table table = new Table()
                .text("line", text("column.line"))
                .text("product", text("column.product"))
                .text("seller", text("column.seller"))
                .text("from", text("column.seller.place"))
                .text("origin", text("column.goods.origin"))
                .text("reason", text("column.reason"));
        for (CompanyExposure answer : answers) {
            for (CompanyExposure.LeftOut each : answer.leftOut()) {
                String reason = each.reason().name().toLowerCase(Locale.ROOT);
                table.row(
                        Table.Cell.of(each.line().id()),
                        new Table.Cell(words.product(answer.productId()), answer.productId()),
                        Table.Cell.of(each.line().supplier()),
                        place(each.line().supplierPlace()),
                        place(each.line().originPlace()),
                        new Table.Cell(text("company.why." + reason), reason));
            }
        }
        if (!table.isEmpty()) {
            report.line(text("company.leftout")).table(table);
        }
    }

    private void notes(Report report, CompanyLedger ledger, List<CompanyExposure> answers) {
        ObjectNode currencies = report.json().putObject("notValued");
        ledger.otherCurrencies().forEach((currency, count) -> {
            currencies.put(currency, count);
            report.line(text("company.currency", count, session.numbers().currency(currency)));
        });
        Set<String> here = answers.stream().map(CompanyExposure::productId).collect(Collectors.toUnmodifiableSet());
        List<LedgerLine> elsewhere = ledger.lines().stream()
                .filter(line -> !here.contains(line.productId()))
                .toList();
        report.json().set("otherProducts", Json.strings(CompanyCommand.products(elsewhere)));
        if (!elsewhere.isEmpty()) {
            report.line(text(
                    "company.elsewhere",
                    elsewhere.size(),
                    session.numbers()
                            .list(CompanyCommand.products(elsewhere).stream()
                                    .map(words::product)
                                    .toList())));
        }
        if (ledger.ledgers().size() > 1) {
            report.line(text("company.ledgers", String.join(", ", ledger.ledgers())));
        }
        report.line(text("company.note")).line(text("company.private"));
    }

    /// Both shares of every product in a few lines.
    void explain(Report report, List<CompanyExposure> answers) throws IOException {
        Explanations explanations = new Explanations(session);
        for (CompanyExposure answer : answers) {
            report.line("");
            report.line(words.product(answer.productId()));
            explanations.lines(answer.direct()).forEach(report::line);
            explanations.lines(answer.traced()).forEach(report::line);
        }
    }
}
