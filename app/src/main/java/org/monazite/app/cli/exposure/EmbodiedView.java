package org.monazite.app.cli.exposure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.app.dependence.EmbodiedAnswer;
import org.monazite.app.dependence.EmbodiedAnswer.Counting;
import org.monazite.app.text.Texts;
import org.monazite.atlas.Goods;
import org.monazite.brief.Numbers;
import org.monazite.exposure.Embodied;
import org.monazite.exposure.GoodsAbroad;
import org.monazite.supply.Citation;
import org.monazite.supply.Explained;
import org.monazite.supply.Flag;

/// Embodied content for people: by origin, by good, the supplier's part in several countings, and what it rests on.
final class EmbodiedView {

    private final Session session;
    private final Texts texts;
    private final Numbers numbers;
    private final Words words;
    private final int top;
    private List<Counting> countings;
    private final List<Flag> flags = new ArrayList<>();

    EmbodiedView(Session session, List<Counting> countings, int top) throws IOException {
        this.session = session;
        this.texts = session.texts();
        this.numbers = session.numbers();
        this.words = new Words(session);
        this.countings = countings;
        this.top = top;
    }

    /// @param asked the year of the question
    void show(Report report, EmbodiedAnswer answer, OptionalInt asked) throws IOException {
        String who = words.importer(answer.importer());
        if (answer.traded().isPresent()) {
            EmbodiedAnswer.Traded traded = answer.traded().get();
            if (!traded.counted().keySet().containsAll(countings)) {
                countings = List.of(Counting.WEIGHT); // no price of magnets: a note says so
            }
            report.line(texts.get("embodied.title", who, String.valueOf(traded.year())));
            report.table(origins(traded));
            report.line(texts.get("embodied.goods"));
            report.table(goods(answer, traded));
            report.line(texts.get("embodied.shares", words.place(answer.supplier())));
            report.table(shares(answer, traded));
            notes(report, answer, traded);
        } else {
            report.line(texts.get(
                    asked.isPresent() ? "embodied.none.year" : "embodied.none",
                    who,
                    asked.isPresent() ? String.valueOf(asked.getAsInt()) : ""));
            report.table(abroad(answer));
            report.line(texts.get("embodied.abroad.note", who, words.place(answer.supplier())));
            report.line(texts.get("embodied.fetch"));
        }
        words.legend(flags).forEach(report::line);
    }

    private Table origins(EmbodiedAnswer.Traded traded) throws IOException {
        Table table = new Table()
                .text("origin", texts.get("column.embodied.origin"))
                .number("goods_usd", texts.get("column.embodied.goods"));
        columns(table, true);
        Map<String, Explained> first = imports(traded, countings.getFirst()).byOrigin();
        List<String> order = first.keySet().stream()
                .sorted(Comparator.comparingDouble((String place) -> -value(first, place))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (String place : order.subList(0, Math.min(top, order.size()))) {
            List<Table.Cell> cells = new ArrayList<>();
            cells.add(new Table.Cell(words.place(place), place));
            double usd = traded.goodsUsd().getOrDefault(place, 0.0);
            cells.add(Table.Cell.of(numbers.usd(usd), usd));
            for (Counting counting : countings) {
                Embodied.Imports imports = imports(traded, counting);
                Explained amount = imports.byOrigin().get(place);
                amounts(cells, counting, amount, imports.total());
            }
            table.row(cells.toArray(Table.Cell[]::new));
        }
        List<Table.Cell> all = new ArrayList<>();
        all.add(new Table.Cell(texts.get("embodied.all", String.valueOf(order.size())), "WLD"));
        double usd = 0;
        for (double each : traded.goodsUsd().values()) {
            usd += each;
        }
        all.add(Table.Cell.of(numbers.usd(usd), usd));
        for (Counting counting : countings) {
            Explained total = imports(traded, counting).total();
            amounts(all, counting, total, total);
        }
        return table.row(all.toArray(Table.Cell[]::new));
    }

    private static double value(Map<String, Explained> numbers, String key) {
        Explained number = numbers.get(key);
        return number == null ? 0 : number.value();
    }

    private void columns(Table table, boolean withShare) {
        for (Counting counting : countings) {
            String key = EmbodiedJson.word(counting);
            table.number(key, texts.get("column.embodied." + key)).text(key + "_range", texts.get("column.range"));
            if (withShare) {
                table.number(key + "_share", texts.get("column.share"));
            }
        }
    }

    /// @param amount none where this counting has nothing of it
    private void amounts(List<Table.Cell> cells, Counting counting, @Nullable Explained amount, Explained total) {
        if (amount == null) {
            cells.addAll(List.of(Table.Cell.of("-"), Table.Cell.of("-"), Table.Cell.of("-")));
            return;
        }
        flags.add(amount.flag());
        cells.add(Table.Cell.of(amount.flag().mark() + amount(counting, amount.value()), amount.value()));
        cells.add(new Table.Cell(span(counting, amount), amount.low() + ".." + amount.high()));
        double share = amount.value() / total.value();
        cells.add(Table.Cell.of(Words.marked(amount.flag(), numbers.share(share)), share));
    }

    private String amount(Counting counting, double value) {
        return counting == Counting.VALUE ? numbers.usd(value) : numbers.tonnes(value);
    }

    private String span(Counting counting, Explained amount) {
        if (!(amount.high() > amount.low())) {
            return "";
        }
        return counting == Counting.VALUE
                ? numbers.usdRange(amount.low(), amount.high())
                : numbers.tonnesRange(amount.low(), amount.high());
    }

    private static Embodied.Imports imports(EmbodiedAnswer.Traded traded, Counting counting) {
        Embodied.Imports imports = traded.counted().get(counting);
        if (imports == null) {
            throw new IllegalStateException("The answer has no counting " + counting);
        }
        return imports;
    }

    private Table goods(EmbodiedAnswer answer, EmbodiedAnswer.Traded traded) {
        Table table =
                new Table().text("good", texts.get("column.embodied.good")).text("code", texts.get("column.hs"));
        columns(table, true);
        table.text("source", texts.get("column.source"));
        Map<String, Explained> first = imports(traded, countings.getFirst()).byGood();
        first.keySet().stream()
                .sorted(Comparator.comparingDouble((String good) -> -value(first, good))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(id -> {
                    Goods.Good good = answer.goods().get(id);
                    List<Table.Cell> cells = new ArrayList<>();
                    cells.add(new Table.Cell(good == null ? id : texts.pick(good.nameEn(), good.nameJa()), id));
                    cells.add(Table.Cell.of(good == null ? "" : good.code()));
                    for (Counting counting : countings) {
                        Embodied.Imports imports = imports(traded, counting);
                        Explained amount = imports.byGood().get(id);
                        amounts(cells, counting, amount, imports.total());
                    }
                    cells.add(Table.Cell.of(sources(Objects.requireNonNull(first.get(id), id), traded)));
                    table.row(cells.toArray(Table.Cell[]::new));
                });
        return table;
    }

    /// Who says what the good holds; the trade itself is named below the tables.
    private static String sources(Explained number, EmbodiedAnswer.Traded traded) {
        return number.terms().stream()
                .flatMap(term -> term.citations().stream())
                .map(Citation::sourceId)
                .filter(source -> !traded.imports().contains(source))
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }

    /// The supplier's part, by every counting, beside direct imports.
    private Table shares(EmbodiedAnswer answer, EmbodiedAnswer.Traded traded) {
        Table table = new Table()
                .text("counting", texts.get("column.counting"))
                .number("share", texts.get("column.share"))
                .text("range", texts.get("column.range"));
        share(table, "embodied.share.direct", answer.direct());
        for (Map.Entry<Counting, Embodied.Imports> entry : traded.counted().entrySet()) {
            share(
                    table,
                    "embodied.share." + EmbodiedJson.word(entry.getKey()),
                    entry.getValue().share());
        }
        share(table, "embodied.share.touched", traded.touched());
        return table;
    }

    private void share(Table table, String key, Explained share) {
        flags.add(share.flag());
        table.row(
                new Table.Cell(texts.get(key), key.substring(key.lastIndexOf('.') + 1)),
                Table.Cell.of(words.share(share), share.value()),
                new Table.Cell(words.range(share), share.low() + ".." + share.high()));
    }

    private void notes(Report report, EmbodiedAnswer answer, EmbodiedAnswer.Traded traded) throws IOException {
        report.line(texts.get("embodied.note"));
        report.line(texts.get("embodied.rests", String.join(", ", traded.imports()), sourcesOf(traded)));
        if (!traded.counted().containsKey(Counting.VALUE)) {
            report.line(texts.get("embodied.noprice"));
        }
        if (!traded.withoutTrade().isEmpty()) {
            report.line(texts.get("embodied.without.trade", names(answer, traded.withoutTrade())));
        }
        if (traded.withoutWeight() > 0) {
            report.line(texts.get("embodied.without.weight", numbers.share(traded.withoutWeight())));
        }
        if (!traded.withoutUse().isEmpty()) {
            List<String> places = new ArrayList<>();
            for (String place : traded.withoutUse()) {
                places.add(words.place(place));
            }
            boolean many = places.size() > 6;
            String listed = numbers.list(many ? places.subList(0, 6) : places);
            report.line(
                    texts.get(many ? "embodied.without.use.more" : "embodied.without.use", listed, places.size() - 6));
        }
    }

    private String names(EmbodiedAnswer answer, List<String> goods) {
        return numbers.list(goods.stream()
                .map(id -> {
                    Goods.Good good = answer.goods().get(id);
                    return good == null ? id : texts.pick(good.nameEn(), good.nameJa());
                })
                .toList());
    }

    private String sourcesOf(EmbodiedAnswer.Traded traded) {
        TreeSet<String> sources = new TreeSet<>();
        imports(traded, Counting.WEIGHT).total().terms().stream()
                .flatMap(term -> term.citations().stream())
                .map(Citation::sourceId)
                .filter(source -> !traded.imports().contains(source))
                .forEach(sources::add);
        return String.join(", ", sources);
    }

    private Table abroad(EmbodiedAnswer answer) throws IOException {
        String supplier = words.place(answer.supplier());
        Table table = new Table()
                .text("use", texts.get("column.embodied.use"))
                .number("tonnes", texts.get("column.embodied.abroad"))
                .text("tonnes_range", texts.get("column.range"))
                .number("assembled", texts.get("column.embodied.assembled", supplier))
                .text("assembled_range", texts.get("column.range"))
                .number("touched", texts.get("column.embodied.touched", supplier))
                .text("touched_range", texts.get("column.range"));
        for (GoodsAbroad use : answer.abroad()) {
            flags.add(use.tonnes().flag());
            String key = "industry." + use.use();
            table.row(
                    new Table.Cell(texts.keys().contains(key) ? texts.get(key) : use.use(), use.use()),
                    Table.Cell.of(
                            use.tonnes().flag().mark()
                                    + numbers.tonnes(use.tonnes().value()),
                            use.tonnes().value()),
                    new Table.Cell(
                            span(Counting.WEIGHT, use.tonnes()),
                            use.tonnes().low() + ".." + use.tonnes().high()),
                    Table.Cell.of(words.share(use.assembled()), use.assembled().value()),
                    new Table.Cell(
                            words.range(use.assembled()),
                            use.assembled().low() + ".." + use.assembled().high()),
                    Table.Cell.of(words.share(use.touched()), use.touched().value()),
                    new Table.Cell(
                            words.range(use.touched()),
                            use.touched().low() + ".." + use.touched().high()));
        }
        return table;
    }

    void explain(Report report, EmbodiedAnswer answer) throws IOException {
        Explanations explanations = new Explanations(session);
        List<Explained> told = new ArrayList<>(List.of(answer.direct()));
        answer.traded().ifPresent(traded -> {
            traded.counted().values().forEach(imports -> {
                told.add(imports.total());
                told.add(imports.share());
            });
            told.add(traded.touched());
        });
        if (answer.traded().isEmpty()) {
            answer.abroad().forEach(use -> {
                told.add(use.tonnes());
                told.add(use.assembled());
                told.add(use.touched());
            });
        }
        for (Explained number : told) {
            report.line("");
            explanations.lines(number).forEach(report::line);
        }
    }
}
