package org.monazite.atlas.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.monazite.supply.ArcRow;
import org.monazite.supply.CellRow;
import org.monazite.supply.Citation;
import org.monazite.supply.Criticality;
import org.monazite.supply.DemandRow;
import org.monazite.supply.Flag;
import org.monazite.supply.NetworkBuilder;
import org.monazite.supply.NetworkId;
import org.monazite.supply.NodeKind;
import org.monazite.supply.NodeRow;
import org.monazite.supply.Range;
import org.monazite.supply.StockRow;
import org.monazite.supply.SupplyNetwork;
import org.monazite.supply.UseClass;

/// From balanced quantities to a network: makers, pools where a place mixes what it has, and sectors that use.
///
/// A pool node stands where one place has several sources and several takers of a product; otherwise the maker
/// itself, or the taker's own input, is where flows meet.
final class ChainAssembly {

    private static final double DAYS_PER_YEAR = 365;

    /// Published working stocks of magnet users are those of car makers, or of a place as a whole.
    private static final Set<String> STOCKED_SECTORS = Set.of("ev", "auto", "all");

    private final Facts facts;
    private final ChainDraft draft;
    private final ChainBalance balance;
    private final Words words;
    private final Routes routes;
    private final NetworkBuilder builder;
    private final Shares shares = new Shares();
    private final Map<ChainDraft.Pool, Meeting> meetings = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    /// What a pool is fed by and what it feeds.
    private record Meeting(
            ChainDraft.Pool pool,
            List<ChainDraft.Maker> makers,
            List<ChainDraft.Flow> inflows,
            double unknown,
            List<ChainDraft.Intake> intakes,
            List<ChainDraft.Flow> outflows,
            List<ChainDraft.Use> uses,
            double otherUse) {

        int sources() {
            return makers.size() + inflows.size() + (unknown > 0 ? 1 : 0);
        }

        int takers() {
            int sectors = uses.stream()
                    .mapToInt(use -> Math.max(1, use.sectors().size()))
                    .sum();
            return intakes.size() + outflows.size() + sectors + (otherUse > 0 ? 1 : 0);
        }

        boolean onlyMaker() {
            return makers.size() == 1 && sources() == 1;
        }

        boolean feedsOneInput() {
            return intakes.size() == 1 && takers() == 1;
        }

        boolean isPool() {
            return sources() > 0 && takers() > 0 && !onlyMaker() && !feedsOneInput();
        }

        String key() {
            return pool.place() + "/" + pool.product() + "/pool";
        }
    }

    ChainAssembly(ChainDraft draft, ChainBalance balance, Facts facts, Words words, NetworkId.Draft id) {
        this.facts = facts;
        this.draft = draft;
        this.balance = balance;
        this.words = words;
        this.routes = new Routes(facts.pack(), facts.members("EU27"));
        this.builder = SupplyNetwork.builder(id);
    }

    /// Builds the network; quantities that the balance set to nothing are left out.
    NetworkBuilder assemble() {
        for (ChainDraft.Pool pool : draft.pools()) {
            meetings.put(pool, meeting(pool));
        }
        draft.makers().stream().filter(maker -> balance.of(maker) > 0).forEach(this::addMaker);
        for (ChainDraft.Pool pool : draft.pools()) {
            Meeting meeting = at(pool);
            if (meeting.isPool()) {
                addPool(meeting);
            }
        }
        for (ChainDraft.Pool pool : draft.pools()) {
            addUses(at(pool));
        }
        for (ChainDraft.Pool pool : draft.pools()) {
            feed(at(pool));
        }
        return builder;
    }

    /// How the rows of the network that was built from this vary together.
    SupplyNetwork withCovariance(SupplyNetwork network) {
        return network.with(shares.covariance(network, balance.factor()));
    }

    private Meeting at(ChainDraft.Pool pool) {
        Meeting meeting = meetings.get(pool);
        if (meeting == null) {
            throw new IllegalStateException("No pool " + pool);
        }
        return meeting;
    }

    private Meeting meeting(ChainDraft.Pool pool) {
        return new Meeting(
                pool,
                draft.makersAt(pool.place(), pool.product()).stream()
                        .filter(maker -> balance.of(maker) > 0)
                        .toList(),
                draft.flows().stream()
                        .filter(f -> f.entersPool(pool) && balance.of(f) > 0)
                        .toList(),
                balance.unknown(pool),
                draft.intakes().stream()
                        .filter(i -> i.product().equals(pool.product())
                                && draft.placeOf(i.maker()).equals(pool.place())
                                && balance.of(i) > 0)
                        .toList(),
                draft.flows().stream()
                        .filter(f -> f.leavesPool(pool) && balance.of(f) > 0)
                        .toList(),
                draft.uses().stream()
                        .filter(u -> u.product().equals(pool.product())
                                && u.place().equals(pool.place())
                                && balance.of(u) > 0)
                        .toList(),
                balance.otherUse(pool));
    }

    private void place(String code) {
        if (known.add(code)) {
            builder.place(words.place(code));
        }
    }

    private void product(String id) {
        if (known.add(id)) {
            builder.product(words.product(id));
        }
    }

    private void addMaker(ChainDraft.Maker maker) {
        place(maker.place());
        product(maker.product());
        Flag flag = maker.figure().map(Grounded::flag).orElse(Flag.DERIVED);
        double published = maker.figure().map(Grounded::value).orElse(Double.NaN);
        builder.node(NodeRow.of(NodeKind.MAKER, maker.key(), maker.place(), maker.product(), balance.range(maker))
                .atSite(maker.site())
                .citing(
                        balance.flag(flag, b -> b.of(maker), published),
                        maker.figure().map(Grounded::citations).orElse(List.of())));
        shares.add(Shares.node(maker.key()), balance.quantity(maker), 1);
        for (ChainDraft.Intake intake : draft.intakes()) {
            if (intake.maker().equals(maker.key()) && balance.of(intake) > 0) {
                addCell(maker, intake);
            }
        }
    }

    private void addCell(ChainDraft.Maker maker, ChainDraft.Intake intake) {
        product(intake.product());
        Meeting meeting = at(new ChainDraft.Pool(maker.place(), intake.product()));
        double perUnit = balance.of(intake) / balance.of(maker);
        boolean direct = meeting.feedsOneInput() && !meeting.isPool();
        double unknown = direct ? meeting.unknown() : 0;
        if (direct) {
            unknown(Shares.unknown(maker.key(), intake.product()), meeting);
        }
        builder.cell(new CellRow(
                maker.key(),
                intake.product(),
                new Range(
                        perUnit,
                        Math.min(perUnit, intake.perUnit().low()),
                        Math.max(perUnit, intake.perUnit().high())),
                unknown,
                intake.criticality(),
                balance.flag(intake.flag(), b -> perUnit, intake.perUnit().value()),
                intake.citations()));
        stock(maker.key(), maker.place(), intake.product(), balance.of(intake));
    }

    private void unknown(List<String> row, Meeting meeting) {
        balance.unknownQuantity(meeting.pool()).ifPresent(quantity -> shares.add(row, quantity, 1));
    }

    private void stock(String node, String place, String product, double perYear) {
        facts.workingStock(place, product).ifPresent(row -> {
            Range days = row.range("value", "low", "high");
            builder.stock(StockRow.working(
                    node, product, days.times(perYear / DAYS_PER_YEAR), row.flag(), List.of(row.citation("value"))));
        });
    }

    private void addPool(Meeting meeting) {
        ChainDraft.Pool pool = meeting.pool();
        place(pool.place());
        product(pool.product());
        double total = meeting.unknown();
        Flag flag = Flag.DERIVED;
        List<Citation> citations = new ArrayList<>();
        List<String> row = Shares.node(meeting.key());
        unknown(row, meeting);
        unknown(Shares.unknown(meeting.key(), pool.product()), meeting);
        for (ChainDraft.Maker maker : meeting.makers()) {
            total += balance.of(maker);
            shares.add(row, balance.quantity(maker), 1);
            flag = flag.and(maker.figure().map(Grounded::flag).orElse(Flag.DERIVED));
            maker.figure().ifPresent(figure -> citations.addAll(figure.citations()));
        }
        for (ChainDraft.Flow flow : meeting.inflows()) {
            total += balance.of(flow);
            shares.add(row, balance.quantity(flow), 1);
            flag = flag.and(flow.figure().flag());
            citations.addAll(flow.figure().everyone());
        }
        builder.node(NodeRow.of(NodeKind.POOL, meeting.key(), pool.place(), pool.product(), Range.exactly(total))
                .citing(flag, citations.stream().distinct().sorted().toList()));
        builder.cell(new CellRow(
                meeting.key(),
                pool.product(),
                Range.exactly(1),
                meeting.unknown(),
                Criticality.ESSENTIAL,
                Flag.NONE,
                List.of()));
    }

    private void addUses(Meeting meeting) {
        for (ChainDraft.Use use : meeting.uses()) {
            if (use.sectors().isEmpty()) {
                shares.add(Shares.demand(hub(meeting)), balance.quantity(use), 1);
                demand(hub(meeting), use.place(), UseClass.INDUSTRY, balance.range(use), flagOf(use), citationsOf(use));
                continue;
            }
            String useProduct = ChainDrafts.useProduct(use.product());
            product(useProduct);
            for (ChainDraft.Sector sector : use.sectors()) {
                addSector(meeting, use, sector, useProduct);
            }
        }
        if (meeting.otherUse() > 0 && (meeting.isPool() || meeting.onlyMaker())) {
            balance.otherUseQuantity(meeting.pool())
                    .ifPresent(quantity -> shares.add(Shares.demand(hub(meeting)), quantity, 1));
            demand(
                    hub(meeting),
                    meeting.pool().place(),
                    UseClass.INDUSTRY,
                    Range.exactly(meeting.otherUse()),
                    Flag.ESTIMATE,
                    List.of());
        }
    }

    private void addSector(Meeting meeting, ChainDraft.Use use, ChainDraft.Sector sector, String useProduct) {
        String key = use.place() + "/" + useProduct + "/" + sector.key();
        Range tonnes = balance.range(use).times(sector.share());
        double value = sector.valueUsd().value() / tonnes.value();
        Flag flag = flagOf(use).and(sector.flag());
        List<Citation> citations = new ArrayList<>(citationsOf(use));
        citations.addAll(sector.citations());
        place(use.place());
        builder.node(NodeRow.of(NodeKind.USE, key, use.place(), useProduct, tonnes)
                .withValueAdded(sector.valueUsd().times(1 / tonnes.value()))
                .citing(flag, citations));
        builder.cell(CellRow.of(key, use.product(), 1).citing(Flag.NONE, List.of()));
        builder.demand(new DemandRow(key, use.place(), sector.useClass(), tonnes, value, flag, citations));
        if (STOCKED_SECTORS.contains(sector.key())) {
            stock(key, use.place(), use.product(), tonnes.value());
        }
        int quantity = balance.quantity(use);
        List.of(Shares.node(key), Shares.demand(key), Shares.arc(hub(meeting), key))
                .forEach(row -> shares.add(row, quantity, sector.share()));
        arcs(meeting, key, tonnes, flag, citations);
    }

    private static Flag flagOf(ChainDraft.Use use) {
        return use.figure().map(Grounded::flag).orElse(Flag.ESTIMATE);
    }

    private static List<Citation> citationsOf(ChainDraft.Use use) {
        return use.figure().map(Grounded::citations).orElse(List.of());
    }

    private void demand(String node, String place, UseClass useClass, Range tonnes, Flag flag, List<Citation> why) {
        builder.demand(new DemandRow(node, place, useClass, tonnes, 0, flag, why));
    }

    private void feed(Meeting meeting) {
        if (meeting.sources() == 0 || meeting.takers() == 0) {
            return;
        }
        if (meeting.isPool()) {
            for (ChainDraft.Maker maker : meeting.makers()) {
                shares.add(Shares.arc(maker.key(), meeting.key()), balance.quantity(maker), 1);
                builder.arc(ArcRow.of(maker.key(), meeting.key(), balance.range(maker))
                        .citing(
                                maker.figure().map(Grounded::flag).orElse(Flag.DERIVED),
                                maker.figure().map(Grounded::citations).orElse(List.of())));
            }
            meeting.inflows().forEach(flow -> ship(flow, meeting.key()));
        }
        for (ChainDraft.Intake intake : meeting.intakes()) {
            if (meeting.isPool() || meeting.onlyMaker()) {
                double tonnes = balance.of(intake);
                shares.add(Shares.arc(hub(meeting), intake.maker()), balance.quantity(intake), 1);
                builder.arc(ArcRow.of(hub(meeting), intake.maker(), Range.exactly(tonnes))
                        .citing(intake.flag().and(Flag.DERIVED), intake.citations()));
            } else {
                feedDirectly(meeting, intake);
            }
        }
        if (meeting.onlyMaker() && !meeting.isPool()) {
            meeting.inflows()
                    .forEach(flow -> ship(flow, meeting.makers().getFirst().key()));
        }
    }

    private void feedDirectly(Meeting meeting, ChainDraft.Intake intake) {
        for (ChainDraft.Maker maker : meeting.makers()) {
            shares.add(Shares.arc(maker.key(), intake.maker()), balance.quantity(maker), 1);
            builder.arc(ArcRow.of(maker.key(), intake.maker(), balance.range(maker))
                    .citing(
                            maker.figure().map(Grounded::flag).orElse(Flag.DERIVED),
                            maker.figure().map(Grounded::citations).orElse(List.of())));
        }
        meeting.inflows().forEach(flow -> ship(flow, intake.maker()));
    }

    /// A shipment between places, over its default route.
    private void ship(ChainDraft.Flow flow, String buyer) {
        Meeting origin = at(new ChainDraft.Pool(flow.from(), flow.product()));
        Flag flag = balance.flag(
                flow.figure().flag(), b -> b.of(flow), flow.figure().value());
        ArcRow arc = ArcRow.of(hub(origin), buyer, balance.range(flow))
                .citing(flag, flow.figure().everyone());
        shares.add(Shares.arc(hub(origin), buyer), balance.quantity(flow), 1);
        Routes.Leg leg = routes.between(flow.from(), flow.to());
        arc = arc.over(leg.route().map(builder::route).orElse(-1), leg.days());
        builder.arc(flow.controlled() ? arc.underControl() : arc);
    }

    private void arcs(Meeting meeting, String buyer, Range tonnes, Flag flag, List<Citation> citations) {
        builder.arc(ArcRow.of(hub(meeting), buyer, tonnes).citing(flag, citations));
    }

    /// The node from which a place serves others.
    private String hub(Meeting meeting) {
        if (meeting.isPool()) {
            return meeting.key();
        }
        if (meeting.onlyMaker()) {
            return meeting.makers().getFirst().key();
        }
        throw new IllegalStateException("%s serves others but has no pool: it has %d sources and %d takers."
                .formatted(meeting.pool(), meeting.sources(), meeting.takers()));
    }
}
