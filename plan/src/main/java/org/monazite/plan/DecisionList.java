package org.monazite.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.monazite.plan.world.Candidate;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Fills;
import org.monazite.plan.world.Flows;
import org.monazite.plan.world.Node;
import org.monazite.plan.world.Offtake;
import org.monazite.plan.world.Starts;
import org.monazite.plan.world.World;
import org.monazite.supply.Flag;
import org.monazite.supply.Place;
import org.monazite.supply.Product;
import org.monazite.supply.Range;
import org.monazite.supply.SupplyNetwork;

/// From numbers to decisions a reader can follow.
final class DecisionList {

    private static final double LEAST = 1e-6;
    private static final double LEAST_CONTRACT = 1e-6; // kt/yr: a kilogramme

    private final World world;
    private final Choice choice;
    private final SupplyNetwork base;
    private final Optional<Covers> covers;

    /// Decisions without a word on how stocks are held.
    DecisionList(World world, Choice choice, SupplyNetwork base) {
        this(world, choice, base, Optional.empty());
    }

    /// @param calm a year without a ban with the plan; what a stock covers is measured by it
    DecisionList(World world, Choice choice, SupplyNetwork base, Optional<Flows> calm) {
        this.world = world;
        this.choice = choice;
        this.base = base;
        this.covers = calm.map(flows -> new Covers(world, flows));
    }

    /// Decisions by start year, then id.
    List<Decision> list() {
        List<Decision> all = new ArrayList<>();
        for (int c = 0; c < world.candidates().size(); c++) {
            if (choice.modules()[c] > LEAST) {
                all.add(backed(c));
            }
        }
        for (int o = 0; o < world.offtakes().size(); o++) {
            if (choice.contracts()[o] > LEAST_CONTRACT) {
                all.add(contract(o));
            }
        }
        all.sort(Comparator.comparingInt(Decision::startYear).thenComparing(Decision::id));
        return all;
    }

    private Decision backed(int c) {
        Candidate candidate = world.candidates().get(c);
        double modules = choice.modules()[c];
        int start = candidate.start();
        int full = candidate.fullYear();
        if (Starts.isTimed(world, c)) {
            start = edge(c, true);
            full = edge(c, false) + candidate.ramp().size() - 1;
        }
        TreeMap<Integer, Double> output = new TreeMap<>();
        for (int year = start; year <= world.spec().lastYear(); year++) {
            output.put(
                    year,
                    Starts.isTimed(world, c)
                            ? candidate.tonnes() * Starts.atWork(world, choice, c, year)
                            : candidate.tonnes() * modules * candidate.part(year));
        }
        TreeMap<String, Double> paid = new TreeMap<>();
        for (int i = 0; i < world.partners().size(); i++) {
            if (choice.paid()[i][c] > LEAST) {
                paid.put(world.partners().get(i), choice.paid()[i][c] * World.USD);
            }
        }
        return new Decision(
                candidate.id(),
                candidate.kind(),
                candidate.nameEn(),
                candidate.nameJa(),
                candidate.place(),
                candidate.product(),
                candidate.tonnes() * modules,
                start,
                full,
                output,
                candidate.capital().times(modules * World.USD),
                paid,
                payments(c),
                covers.flatMap(each -> each.holding(candidate, modules, new Fills(world, choice).of(c))),
                candidate.generic(),
                candidate.statusId(),
                candidate.flag(),
                candidate.unverifiedFields(),
                candidate.citations());
    }

    /// The first or last year in which modules of a candidate start.
    private int edge(int c, boolean first) {
        double[] started = choice.started()[c];
        int edge = -1;
        for (int k = 0; k < started.length; k++) {
            edge = started[k] > LEAST && (edge < 0 || !first) ? k : edge;
        }
        return Starts.first(world, c) + Math.max(0, edge);
    }

    /// What partners put up for a candidate, by partner, year and instrument.
    private List<Payment> payments(int c) {
        List<Payment> all = new ArrayList<>();
        for (int i = 0; i < choice.spent().length; i++) {
            for (int t = 0; t < world.spec().lastYear() - world.spec().asOfYear(); t++) {
                for (Instrument instrument : Instrument.values()) {
                    double paid = choice.spent()[i][instrument.ordinal()][c][t];
                    if (paid > LEAST) {
                        int year = Starts.firstYear(world.spec()) + t;
                        all.add(new Payment(world.partners().get(i), instrument, year, paid * World.USD));
                    }
                }
            }
        }
        return all;
    }

    /// The premium of a contract, a floor under its price, by year; none where when money is spent is open.
    private List<Payment> premiums(int o) {
        List<Payment> all = new ArrayList<>();
        Offtake offtake = world.offtakes().get(o);
        double usd = choice.contracts()[o] * offtake.premium() * World.USD;
        for (int year = world.spec().targetYear();
                year <= world.spec().lastYear()
                        && world.spec().rules().funding().isDetailed();
                year++) {
            all.add(new Payment(offtake.partner(), Instrument.FLOOR, year, usd));
        }
        return all;
    }

    Decision contract(int o) {
        Offtake offtake = world.offtakes().get(o);
        Node supplier = world.chain().nodes().get(offtake.supplier());
        double tonnes = choice.contracts()[o] * World.TONNES;
        TreeMap<Integer, Double> output = new TreeMap<>();
        for (int year = world.spec().targetYear(); year <= world.spec().lastYear(); year++) {
            output.put(year, tonnes);
        }
        double premium = choice.contracts()[o] * offtake.premium() * world.contractYears() * World.USD;
        String product = supplier.product();
        return new Decision(
                offtake.id(),
                Decision.Kind.OFFTAKE,
                "Contract of %s on %s from %s%s"
                        .formatted(
                                placeName(offtake.partner(), false),
                                productName(product, false),
                                placeName(supplier.place(), false),
                                works(supplier, ": %s", ", ")),
                "%sによる%s産%sの長期契約%s"
                        .formatted(
                                placeName(offtake.partner(), true),
                                placeName(supplier.place(), true),
                                productName(product, true),
                                works(supplier, "（%s）", "、")),
                supplier.place(),
                product,
                tonnes,
                world.spec().targetYear(),
                world.spec().targetYear(),
                output,
                Range.exactly(premium),
                new TreeMap<>(java.util.Map.of(offtake.partner(), premium)),
                premiums(o),
                Optional.empty(),
                true,
                "",
                Flag.UNVERIFIED,
                List.of("premium"),
                List.of());
    }

    /// The named works behind a supplier that is being built; nothing for one of the base year.
    private String works(Node supplier, String frame, String separator) {
        List<String> names = world.counted().stream()
                .filter(each -> supplier.group() == Node.Group.DECIDED
                        && each.place().equals(supplier.place())
                        && each.productId().equals(supplier.product())
                        && each.countedTonnes() > 0)
                .map(PlanResult.Counted::name)
                .distinct()
                .toList();
        return names.isEmpty() ? "" : frame.formatted(String.join(separator, names));
    }

    private String placeName(String code, boolean japanese) {
        Place place = base.places().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseGet(() -> org.monazite.plan.replay.CalmNetwork.placeOf(code));
        return japanese ? place.nameJa() : place.nameEn();
    }

    private String productName(String id, boolean japanese) {
        Product product = base.products().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        String full = japanese ? product.nameJa() : product.nameEn();
        return full.replaceAll(" *[(（].*", ""); // without what it includes: the name of a contract is long enough
    }

    /// What each partner spends, US dollars.
    SortedMap<String, Double> spent() {
        TreeMap<String, Double> spent = new TreeMap<>();
        for (int i = 0; i < world.partners().size(); i++) {
            double sum = 0;
            for (double share : choice.paid()[i]) {
                sum += share;
            }
            for (int o = 0; o < world.offtakes().size(); o++) {
                Offtake offtake = world.offtakes().get(o);
                if (offtake.partner().equals(world.partners().get(i))) {
                    sum += choice.contracts()[o] * offtake.premium() * world.contractYears();
                }
            }
            spent.put(world.partners().get(i), sum * World.USD);
        }
        return spent;
    }

    /// Cost to society a year, US dollars.
    double cost() {
        double sum = 0;
        for (int c = 0; c < world.candidates().size(); c++) {
            sum += choice.modules()[c] * world.candidates().get(c).yearly();
        }
        for (int o = 0; o < world.offtakes().size(); o++) {
            sum += choice.contracts()[o] * world.offtakes().get(o).premium();
        }
        return sum * World.USD;
    }

    /// The same by partner, as each pays for decisions, US dollars.
    double[] yearlyByPartner() {
        double[] sum = new double[world.partners().size()];
        for (int i = 0; i < sum.length; i++) {
            for (int c = 0; c < world.candidates().size(); c++) {
                Candidate candidate = world.candidates().get(c);
                sum[i] += candidate.cash() > 0 ? choice.paid()[i][c] / candidate.cash() * candidate.yearly() : 0;
            }
            for (int o = 0; o < world.offtakes().size(); o++) {
                boolean own = world.offtakes()
                        .get(o)
                        .partner()
                        .equals(world.partners().get(i));
                sum[i] += own ? choice.contracts()[o] * world.offtakes().get(o).premium() : 0;
            }
            sum[i] *= World.USD;
        }
        return sum;
    }

    /// Ids of all that is in.
    List<String> ids() {
        return list().stream().map(Decision::id).sorted().toList();
    }
}
