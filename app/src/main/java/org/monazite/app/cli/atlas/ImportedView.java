package org.monazite.app.cli.atlas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.monazite.app.cli.paper.ClosedFigures;
import org.monazite.app.cli.paper.Json;
import org.monazite.app.cli.paper.Report;
import org.monazite.app.cli.paper.Session;
import org.monazite.app.cli.paper.Table;
import org.monazite.app.cli.paper.Words;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.ImportEffect;
import org.monazite.atlas.ImportPreview;
import org.monazite.atlas.Provenance;
import org.monazite.atlas.chain.Baskets;
import org.monazite.atlas.chain.ImportReport;
import org.monazite.atlas.chain.ImportUnused;
import org.monazite.atlas.chain.ImportUse;
import org.monazite.atlas.imports.CodeCount;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.brief.Numbers;
import org.monazite.supply.Range;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What imported figures do to the balances of the chains, in words.
public final class ImportedView {

    /// Gross errors that are named; JSON has all.
    private static final int NAMED = 10;

    private final Session session;
    private final Atlas atlas;
    private final Words words;
    private final Numbers numbers;

    /// @throws IOException if the names of the atlas cannot be read
    public ImportedView(Session session, Atlas atlas) throws IOException {
        this.session = session;
        this.atlas = atlas;
        this.words = new Words(session);
        this.numbers = session.numbers();
    }

    private String text(String key, Object... values) {
        return session.texts().get(key, values);
    }

    private String why(ImportUnused.Why why) {
        return text("why." + why.name().toLowerCase(Locale.ROOT));
    }

    /// After an import, or before one: what enters the balances, what does not and why, and which codes to be careful
    /// with.
    void effect(Report report, ImportManifest manifest, ImportPreview preview) throws IOException {
        warnings(report, preview);
        ImportEffect effect = preview.effect();
        ObjectNode node = report.json().putObject("balances");
        node.put("entering", effect.entering());
        node.set("chains", Json.strings(effect.chains()));
        node.put("leftOut", effect.leftOut());
        ObjectNode reasons = node.putObject("reasons");
        effect.left().forEach((why, count) -> reasons.put(why.name().toLowerCase(Locale.ROOT), count));
        ArrayNode suspects = node.putArray("suspects");
        effect.suspects().forEach(use -> suspects.add(json(use)));
        if (effect.entering() == 0 && effect.leftOut() == 0) {
            report.line(text("imported.silent"));
            return;
        }
        report.line(
                effect.entering() == 0
                        ? text("imported.nochain", numbers.count(effect.leftOut()))
                        : text(
                                effect.leftOut() == 0 ? "imported.all" : "imported.chains",
                                numbers.count(effect.entering()),
                                effect.chains().size(),
                                String.join(", ", effect.chains()),
                                numbers.count(effect.leftOut())));
        if (!effect.suspects().isEmpty()) {
            report.line(text("imported.reason", text("why.suspect"), numbers.count(effect.suspectFigures())));
            named(report, effect.suspects());
        }
        effect.left().forEach((why, count) -> report.line(text("imported.reason", why(why), numbers.count(count))));
        wrongUnit(report, manifest.file(), effect, preview);
    }

    private void named(Report report, List<ImportUse> suspects) throws IOException {
        for (ImportUse use : suspects.subList(0, Math.min(NAMED, suspects.size()))) {
            report.line("  "
                    + text(
                            "imported.named",
                            words.spelled(use.label()),
                            numbers.tonnes(use.tonnes()),
                            numbers.tonnes(use.chainTonnes()),
                            "%.1f".formatted(use.z())));
        }
    }

    /// Where most of what can be compared is off by the same large factor, the file may be in another unit.
    private void wrongUnit(Report report, String file, ImportEffect effect, ImportPreview preview) {
        List<Double> ratios = new ArrayList<>();
        for (ImportUse use : effect.suspects()) {
            ratios.add(use.tonnes() / use.chainTonnes());
        }
        int compared = ratios.size();
        for (ImportReport of : preview.reports().values()) {
            compared += (int) of.uses().stream()
                    .filter(use -> !use.suspect() && !Double.isNaN(use.chainTonnes()))
                    .filter(use -> use.parts().stream().anyMatch(part -> isOf(part, effect)))
                    .count();
        }
        if (ratios.size() > 2 && 2 * ratios.size() > compared) {
            double middle = ratios.stream().sorted().toList().get(ratios.size() / 2);
            report.line(text("imported.factor", file, factor(rounded(middle)), ratios.size(), compared));
        }
    }

    private static boolean isOf(ImportUse.Part part, ImportEffect effect) {
        return effect.suspects().stream()
                .flatMap(use -> use.parts().stream())
                .anyMatch(other -> other.importId().equals(part.importId()));
    }

    /// A power of ten, where it is one to the nearest.
    private static double rounded(double ratio) {
        return StrictMath.pow(10, StrictMath.rint(StrictMath.log10(ratio)));
    }

    /// Codes in an import that hold more than one would think.
    private void warnings(Report report, ImportPreview preview) {
        Map<String, Long> counts = new TreeMap<>();
        for (CodeCount count : preview.baskets()) {
            Baskets.warning(count.scheme(), count.code(), count.year())
                    .ifPresent(code -> counts.merge(code, count.flows(), Long::sum));
        }
        counts.forEach(
                (code, count) -> report.line(text("basket.count", numbers.count(count), text("basket." + code))));
        report.json().set("baskets", Json.strings(counts.keySet()));
    }

    /// The warning of a code, if it has one.
    void warning(Report report, String scheme, String code, int year) {
        Baskets.warning(scheme, code, year).ifPresent(key -> report.line(text("basket." + key)));
    }

    /// What a balance rests on of what was imported, what it does not rest on and why.
    void balance(Report report, String chain) throws IOException {
        ImportReport imports = atlas.importReport(chain);
        ObjectNode node = report.json().putObject("imported");
        ArrayNode uses = node.putArray("uses");
        imports.uses().forEach(use -> uses.add(json(use)));
        ArrayNode unused = node.putArray("unused");
        imports.unused().forEach(each -> unused.add(json(each)));
        node.set(
                "mayNotBePassedOn",
                Json.strings(atlas.closedImports(chain).stream()
                        .map(ImportManifest::id)
                        .toList()));
        if (atlas.imported().list().isEmpty()) {
            return;
        }
        if (imports.uses().isEmpty()) {
            report.line(text("imported.none"));
        } else {
            report.line(text("imported.title")).table(uses(imports.uses()));
        }
        if (!imports.unused().isEmpty()) {
            report.line(text("imported.left")).table(unused(imports.unused()));
        }
        baskets(imports).forEach(report::line);
        ClosedFigures.say(session, report, chain);
    }

    /// Says on which imports a chain rests, and how many of their figures; JSON has their names.
    public void rests(Report report, String chain) throws IOException {
        Map<String, Set<String>> figures = new TreeMap<>();
        for (ImportUse use : atlas.importReport(chain).uses()) {
            for (ImportUse.Part part : use.suspect() ? List.<ImportUse.Part>of() : use.parts()) {
                figures.computeIfAbsent(part.importId(), _ -> new LinkedHashSet<>())
                        .addAll(part.figures());
            }
        }
        if (!figures.isEmpty()) {
            ObjectNode node = report.json().putObject("imports");
            figures.forEach((id, of) -> node.put(id, of.size()));
        }
        for (ImportManifest each : atlas.imported().list()) {
            Set<String> of = figures.getOrDefault(each.id(), Set.of());
            if (!of.isEmpty()) {
                report.line(text(
                        "imported.rests",
                        chain,
                        numbers.count(of.size()),
                        session.texts().said(each.importFormat().title()),
                        each.file()));
            }
        }
    }

    private List<String> baskets(ImportReport imports) {
        Set<String> keys = new LinkedHashSet<>();
        for (ImportUse use : imports.uses()) {
            use.parts()
                    .forEach(part ->
                            Baskets.warning(part.scheme(), part.code(), 2024).ifPresent(keys::add));
        }
        for (ImportUnused each : imports.unused()) {
            if (each.why() == ImportUnused.Why.ARTEFACT
                    || each.why() == ImportUnused.Why.PART
                    || each.why() == ImportUnused.Why.TOO_WIDE) {
                Baskets.warning(each.scheme(), each.code(), 2024).ifPresent(keys::add);
            }
        }
        return keys.stream().sorted().map(key -> text("basket." + key)).toList();
    }

    private Table uses(List<ImportUse> uses) throws IOException {
        Table table = new Table()
                .text("quantity", text("column.about"))
                .text("code_share", text("column.code.share"))
                .number("imported_t", text("column.imported"))
                .number("t", text("column.product.t"))
                .number("sd_t", text("column.sd"))
                .number("chain_t", text("column.before"))
                .number("z", text("column.z"))
                .text("state", text("column.state"))
                .text("figures", text("column.figure.ids"));
        for (ImportUse use : uses) {
            double imported = 0;
            for (ImportUse.Part part : use.parts()) {
                imported += part.tonnes();
            }
            table.row(
                    new Table.Cell(words.spelled(use.label()), use.label()),
                    Table.Cell.of(use.parts().stream().map(this::part).collect(Collectors.joining("; "))),
                    Table.Cell.of(numbers.tonnes(imported), imported),
                    Table.Cell.of(numbers.tonnes(use.tonnes()), use.tonnes()),
                    Table.Cell.of(numbers.tonnes(use.sd()), use.sd()),
                    Double.isNaN(use.chainTonnes())
                            ? new Table.Cell(numbers.notAvailable(), "")
                            : Table.Cell.of(numbers.tonnes(use.chainTonnes()), use.chainTonnes()),
                    Table.Cell.of("%.1f".formatted(use.z()), use.z()),
                    new Table.Cell(
                            text(use.suspect() ? "imported.suspect" : "imported.used"),
                            use.suspect() ? "suspect" : "used"),
                    new Table.Cell(few(use.figures()), String.join(" ", use.figures())));
        }
        return table;
    }

    /// One figure by name, many by number: a flow of the rest of the world may have hundreds.
    String few(List<String> figures) {
        return figures.size() <= 3
                ? String.join(" ", figures)
                : text("imported.figures", numbers.count(figures.size()));
    }

    private String part(ImportUse.Part part) {
        if (part.code().isEmpty()) {
            return part.factor() == 1 ? "" : "x " + factor(part.factor());
        }
        Range share = part.share();
        return "%s %s x %s (%s) x %s"
                .formatted(
                        part.scheme(),
                        part.code(),
                        numbers.share(share.value()),
                        numbers.shareRange(share.low(), share.high()),
                        factor(part.factor()));
    }

    private static String factor(double factor) {
        return factor == Math.rint(factor) ? "%.0f".formatted(factor) : Double.toString(factor);
    }

    private Table unused(List<ImportUnused> unused) throws IOException {
        Table table = new Table()
                .text("reason", text("column.reason"))
                .text("product", text("column.product"))
                .text("code", text("column.hs"))
                .text("import", text("column.import"))
                .number("count", text("column.count"))
                .number("imported_t", text("column.imported"));
        for (ImportUnused each : unused) {
            table.row(
                    new Table.Cell(why(each.why()), each.why().name().toLowerCase(Locale.ROOT)),
                    new Table.Cell(words.product(each.product()), each.product()),
                    Table.Cell.of((each.scheme() + " " + each.code()).strip()),
                    Table.Cell.of(each.importId()),
                    Table.Cell.of(numbers.count(each.count()), each.count()),
                    each.tonnes() > 0
                            ? Table.Cell.of(numbers.tonnes(each.tonnes()), each.tonnes())
                            : Table.Cell.of(""));
        }
        return table;
    }

    /// What the chains make of one figure.
    void figure(Report report, Provenance provenance) throws IOException {
        Map<String, String> cells = provenance.row();
        if (cells.containsKey("code") && cells.containsKey("scheme")) {
            warning(
                    report,
                    cells.getOrDefault("scheme", ""),
                    cells.getOrDefault("code", ""),
                    Integer.parseInt(cells.getOrDefault("year", "0")));
        }
        ArrayNode array = report.json().putArray("imports");
        if (provenance.imports().isEmpty()) {
            return;
        }
        Table table = new Table()
                .text("chain", text("column.chain"))
                .text("quantity", text("column.about"))
                .text("code_share", text("column.code.share"))
                .text("state", text("column.state"));
        for (Provenance.Imported each : provenance.imports()) {
            if (each.use().isPresent()) {
                ImportUse use = each.use().get();
                String tonnes = numbers.tonnes(use.tonnes());
                table.row(
                        Table.Cell.of(each.chain()),
                        new Table.Cell(words.spelled(use.label()), use.label()),
                        Table.Cell.of(use.parts().stream().map(this::part).collect(Collectors.joining("; "))),
                        Table.Cell.of(
                                use.suspect()
                                        ? text("imported.notenters", text("why.suspect"))
                                        : text("imported.enters", tonnes, numbers.tonnes(use.sd()))));
                array.add(json(use).put("chain", each.chain()));
            }
            if (each.unused().isPresent()) {
                ImportUnused unused = each.unused().get();
                table.row(
                        Table.Cell.of(each.chain()),
                        new Table.Cell(words.product(unused.product()), unused.product()),
                        Table.Cell.of((unused.scheme() + " " + unused.code()).strip()),
                        Table.Cell.of(text("imported.notenters", why(unused.why()))));
                array.add(json(unused).put("chain", each.chain()));
            }
        }
        report.line(text("imported.section")).table(table);
    }

    private static ObjectNode json(ImportUse use) {
        ObjectNode node = Json.object();
        node.put("observation", use.label());
        node.set("t", Json.number(use.tonnes()));
        node.set("sd_t", Json.number(use.sd()));
        node.set("chain_t", Json.number(use.chainTonnes()));
        node.set("z", Json.number(use.z()));
        node.put("suspect", use.suspect());
        ArrayNode parts = node.putArray("parts");
        for (ImportUse.Part part : use.parts()) {
            ObjectNode each = parts.addObject();
            each.put("import", part.importId());
            each.put("scheme", part.scheme());
            each.put("code", part.code());
            each.set("imported_t", Json.number(part.tonnes()));
            each.set("share", Json.number(part.share().value()));
            each.set("share_low", Json.number(part.share().low()));
            each.set("share_high", Json.number(part.share().high()));
            each.set("factor", Json.number(part.factor()));
            each.set("figures", Json.strings(part.figures()));
        }
        return node;
    }

    private static ObjectNode json(ImportUnused unused) {
        ObjectNode node = Json.object();
        node.put("reason", unused.why().name().toLowerCase(Locale.ROOT));
        node.put("product", unused.product());
        node.put("import", unused.importId());
        node.put("scheme", unused.scheme());
        node.put("code", unused.code());
        node.put("count", unused.count());
        node.set("imported_t", Json.number(unused.tonnes()));
        return node;
    }
}
