package org.monazite.atlas.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.atlas.imports.TradeFlow;
import org.monazite.supply.Citation;
import org.monazite.supply.Flag;

/// Imported lines between two nodes, of one product and as one side counts them, added up.
///
/// `tonnes = sum over codes of weight x share x factor`. The shares, and factors that are no formula of chemistry, are
/// those of the code: four fifths of the variance of what they may be off by are common to all flows under it. The
/// weights may be off on their own; lines of one flow are taken to be off together.
final class TradeTally {

    private final List<Line> lines = new ArrayList<>();

    /// One line with what its code says of the product.
    record Line(TradeFlow flow, CustomsCodes.Share share, boolean whole) {

        double tonnes() {
            return flow.weightTonnes() * share.share().value() * share.factor();
        }
    }

    void add(Line line) {
        lines.add(line);
    }

    List<Line> lines() {
        return lines;
    }

    double tonnes() {
        double sum = 0;
        for (Line line : lines) {
            sum += line.tonnes();
        }
        return sum;
    }

    /// True if the codes hold all of the product.
    boolean isWhole() {
        return lines.stream().allMatch(Line::whole);
    }

    /// The least part of any of the codes that is the product.
    double leastShare() {
        return lines.stream()
                .mapToDouble(line -> line.share().share().low())
                .min()
                .orElse(0);
    }

    Flag flag() {
        Flag flag = Flag.NONE;
        for (Line line : lines) {
            flag = flag.and(line.flow().flag()).and(line.share().flag());
        }
        return flag;
    }

    /// Relative standard deviation of the shares, all codes off together.
    double shareSd() {
        double sum = 0;
        for (Line line : lines) {
            double width = line.share().share().high() - line.share().share().low();
            sum += line.flow().weightTonnes() * line.share().factor() * width / Grounded.WIDTH_90;
        }
        return sum / tonnes();
    }

    /// Relative standard deviation of the factors.
    double contentSd() {
        double sum = 0;
        for (Line line : lines) {
            sum += line.tonnes() * line.share().contentSd();
        }
        return sum / tonnes();
    }

    /// Relative standard deviation of the weights.
    double weightSd() {
        double sum = 0;
        for (Line line : lines) {
            sum += line.tonnes() * Deviations.ofWeight(line.flow());
        }
        return sum / tonnes();
    }

    boolean isReconciled() {
        return lines.getFirst().flow().reportedBy().equals("both");
    }

    /// What the tally is called beside others on the same quantity: the imports, and the side that counts.
    String name() {
        String imports = lines.stream()
                .map(line -> line.flow().importId())
                .distinct()
                .sorted()
                .collect(Collectors.joining("+"));
        return isReconciled()
                ? imports
                : imports + " " + lines.getFirst().flow().reportedBy();
    }

    /// What all flows under the same codes share.
    String group() {
        return lines.getFirst().share().product()
                + " in "
                + lines.stream()
                        .map(line -> line.share().code())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("+"));
    }

    List<Citation> citations(Map<String, ImportManifest> imports) {
        List<Citation> citations = new ArrayList<>();
        for (Line line : lines) {
            TradeFlow flow = line.flow();
            ImportManifest from = imports.get(flow.importId());
            citations.add(new Citation(
                    flow.weightFigure(),
                    flow.importId(),
                    (from == null ? flow.importId() : from.file()) + ":" + flow.line(),
                    "%s %s, %s t gross x %s x %s"
                            .formatted(
                                    flow.scheme(),
                                    flow.code(),
                                    flow.weightTonnes(),
                                    line.share().share().value(),
                                    line.share().factor())));
        }
        return citations.stream().sorted().toList();
    }

    List<ImportUse.Part> parts() {
        Map<List<String>, List<Line>> byCode = new TreeMap<>(Comparator.comparing(key -> String.join(" ", key)));
        for (Line line : lines) {
            byCode.computeIfAbsent(
                            List.of(
                                    line.flow().importId(),
                                    line.flow().scheme(),
                                    line.flow().code()),
                            _ -> new ArrayList<>())
                    .add(line);
        }
        List<ImportUse.Part> parts = new ArrayList<>();
        byCode.forEach((key, under) -> {
            double tonnes = 0;
            for (Line line : under) {
                tonnes += line.flow().weightTonnes();
            }
            CustomsCodes.Share share = under.getFirst().share();
            parts.add(new ImportUse.Part(
                    key.get(0),
                    key.get(1),
                    key.get(2),
                    under.stream().map(line -> line.flow().weightFigure()).toList(),
                    tonnes,
                    share.share(),
                    share.factor()));
        });
        return parts;
    }
}
