package org.monazite.app.dependence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.monazite.app.Workbench;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.atlas.Comparables.CustomsCode;
import org.monazite.atlas.imports.GovernanceScore;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.atlas.imports.TradeFlow;
import org.monazite.exposure.GeoPolRisk;
import org.monazite.exposure.GeoPolRiskStudy;
import org.monazite.exposure.Importer;
import org.monazite.exposure.ProductionShares;
import org.monazite.supply.Citation;
import org.monazite.supply.Explained;
import org.monazite.supply.Figure;
import org.monazite.supply.Production;
import org.monazite.supply.Range;

/// GeoPolRisk from imported trade. One import is counted, never two: reconciled trade before what the importer reports,
/// the newest edition first. World production and political stability are of the year asked for or of the nearest that
/// a source has, the earlier of two.
final class TradeRisks {

    /// Score x price of copper in the reference set, thousand USD per tonne.
    private static final double COPPER = 0.409412948;

    private static final String TAIWAN = "TWN";
    private static final int REACH = 5; // years

    private final Workbench workbench;
    private final Importer importer;
    private final int year;
    private final Map<String, Range> risk = new TreeMap<>();
    private UnratedRisk unratedRisk = new UnratedRisk(Map.of(), Map.of());
    private int governanceYear;

    TradeRisks(Workbench workbench, Importer importer, int year) throws IOException {
        this.workbench = workbench;
        this.importer = importer;
        this.year = year;
        readStability();
    }

    private void readStability() throws IOException {
        for (int at : nearest()) {
            for (GovernanceScore score : workbench.atlas().governance("PV", at)) {
                if (!Double.isNaN(score.estimate())) {
                    double g = Math.clamp(GeoPolRisk.risk(score.estimate()), 0, 1);
                    risk.putIfAbsent(score.place(), Range.exactly(g));
                }
            }
            if (!risk.isEmpty()) {
                governanceYear = at;
                unratedRisk =
                        new UnratedRisk(risk, workbench.atlas().comparables().regions());
                return;
            }
        }
    }

    /// The year itself, then the nearest ones, the earlier first.
    private List<Integer> nearest() {
        List<Integer> years = new ArrayList<>(List.of(year));
        for (int off = 1; off <= REACH; off++) {
            years.add(year - off);
            years.add(year + off);
        }
        return years;
    }

    List<TradeRisk> of(String code) throws IOException {
        Map<String, CustomsCode> byCode = new LinkedHashMap<>();
        for (CustomsCode each : workbench.atlas().comparables().codes()) {
            byCode.putIfAbsent(each.code(), each); // the product that is the largest part of it
        }
        if (!code.isEmpty()) {
            CustomsCode asked = byCode.get(code);
            if (asked == null) {
                throw Problem.of(ExitCode.NOT_FOUND, "problem.trade.code", code, String.join(", ", byCode.keySet()));
            }
            List<TradeFlow> flows = ImportedTrade.of(workbench.atlas(), code, year);
            if (flows.isEmpty()) {
                throw noTrade(code);
            }
            return List.of(risk(asked, flows)
                    .orElseThrow(() -> Problem.of(
                            ExitCode.NOT_FOUND,
                            "problem.trade.made",
                            asked.productId(),
                            String.valueOf(year - REACH),
                            String.valueOf(year + REACH))));
        }
        List<TradeRisk> all = new ArrayList<>();
        boolean any = false;
        for (CustomsCode each : byCode.values()) {
            List<TradeFlow> flows = ImportedTrade.of(workbench.atlas(), each.code(), year);
            any |= !flows.isEmpty();
            if (flows.stream().anyMatch(this::isImport)) {
                risk(each, flows).ifPresent(all::add);
            }
        }
        if (!any) {
            throw noTrade("HS");
        }
        return all;
    }

    private Problem noTrade(String code) throws IOException {
        String there = workbench.atlas().imported().list().stream()
                .filter(each -> each.flows() > 0)
                .map(ImportManifest::file)
                .collect(Collectors.joining(", "));
        return there.isEmpty()
                ? Problem.of(ExitCode.NOT_FOUND, "problem.trade.nothing", code, year)
                : Problem.of(ExitCode.NOT_FOUND, "problem.trade.none", code, year, there);
    }

    private boolean isImport(TradeFlow flow) {
        return importer.members().contains(flow.importer())
                && !importer.members().contains(flow.exporter());
    }

    private Optional<TradeRisk> risk(CustomsCode code, List<TradeFlow> flows) throws IOException {
        Optional<Production> made = production(code.productId());
        if (made.isEmpty()) {
            return Optional.empty();
        }
        Explained hhi = ProductionShares.of(made.get()).hhi();
        TradeRisk.Own own = own(made.get(), code.contentFactor());
        List<GeoPolRiskStudy.Partner> partners =
                flows.stream().filter(this::isImport).map(this::partner).toList();
        double tonnes = 0;
        double taiwan = 0;
        for (GeoPolRiskStudy.Partner each : partners) {
            double stated = Double.isNaN(each.tonnes()) ? 0 : each.tonnes();
            tonnes += stated;
            taiwan += each.place().equals(TAIWAN) ? stated : 0;
        }
        return Optional.of(new TradeRisk(
                code,
                flows.getFirst().scheme(),
                flows.getFirst().importId(),
                GeoPolRiskStudy.of(hhi, own.traded(), own.tonnes(), COPPER, partners),
                (int) partners.stream()
                        .map(GeoPolRiskStudy.Partner::place)
                        .distinct()
                        .count(),
                tonnes,
                tonnes > 0 ? taiwan / tonnes : 0,
                Integer.parseInt(made.get().period()),
                made.get().sourceId(),
                governanceYear,
                own));
    }

    private GeoPolRiskStudy.Partner partner(TradeFlow flow) {
        Range own = risk.get(flow.exporter());
        boolean rated = own != null;
        return new GeoPolRiskStudy.Partner(
                flow.exporter(),
                flow.weightTonnes(),
                flow.valueUsd() / 1000,
                own == null ? unratedRisk.of(flow.exporter()) : own,
                rated,
                rated && !flow.exporter().equals(TAIWAN),
                flow.flag(),
                List.of(new Citation(flow.weightFigure(), flow.importId(), "line " + flow.line(), "")));
    }

    /// Who makes the product by the newest source of the nearest year that names more than one place.
    private Optional<Production> production(String product) throws IOException {
        for (int at : nearest()) {
            for (Production each : workbench.atlas().production(product, at)) {
                boolean whole = each.places().size() > 1 && each.world().isPresent();
                if (whole && ProductionShares.of(each).hhi().isDefined()) {
                    return Optional.of(each);
                }
            }
        }
        return Optional.empty();
    }

    /// Own production; where the source names the place and has no number, none is published.
    private TradeRisk.Own own(Production made, double contentFactor) {
        double tonnes = 0;
        boolean published = true;
        for (Production.At at : made.places()) {
            if (importer.members().contains(at.place())) {
                switch (at.figure()) {
                    case Figure.Known known -> tonnes += known.value();
                    case Figure.Withheld _, Figure.NotAvailable _ -> published = false;
                }
            }
        }
        return new TradeRisk.Own(tonnes, tonnes / contentFactor, published);
    }
}
