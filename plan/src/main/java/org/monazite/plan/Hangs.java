package org.monazite.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.plan.lp.Solver;
import org.monazite.plan.world.Cell;
import org.monazite.plan.world.Choice;
import org.monazite.plan.world.Node;
import org.monazite.plan.world.World;
import org.monazite.plan.world.WorldBuilder;
import org.monazite.supply.NodeKind;

/// The decided works on which most hangs, one at a time not coming: the N-1 criterion of gas supply
/// (Regulation (EU) 2017/1938, Annex II) applied to works. Looked at are the largest works of the partners'
/// places at the stage that is scarcest there: where capacity of the places covers the smallest part of what
/// their works and users need without which they make nothing; if that stage has fewer than three, at the
/// next one.
final class Hangs {

    private static final int WORKS = 3;

    private final PlanInput input;
    private final Solver solver;

    Hangs(PlanInput input, Solver solver) {
        this.input = input;
        this.solver = solver;
    }

    List<Hang> of(World world, Choice plan) {
        List<Hang> hangs = new ArrayList<>();
        Search search = new Search(solver, input.network(), Work.alone());
        for (PlanResult.Counted each : largest(world)) {
            if (!Deadline.of(solver).allows("hangs")) {
                break;
            }
            World without = WorldBuilder.build(input.without(List.of(each.id())), free(world.spec(), each.id()));
            Search.State before = search.before(without);
            PlanResult.Loss loss = Loss.all(without, before.bans());
            PlanResult.Loss with = new Carried(solver, search).loss(world, plan, without, before);
            hangs.add(new Hang(
                    each.id(),
                    each.name(),
                    each.place(),
                    each.productId(),
                    each.countedTonnes(),
                    loss.worstUnmet(),
                    loss.worstPartner(),
                    loss.worstBan(),
                    with.worstUnmet()));
        }
        return hangs;
    }

    /// The question without a word on works that do not come.
    private static PlanSpec free(PlanSpec spec, String id) {
        List<String> include =
                spec.include().stream().filter(each -> !each.equals(id)).toList();
        return spec.with(include, spec.exclude());
    }

    /// The works looked at, by stage, then size.
    private List<PlanResult.Counted> largest(World world) {
        Map<String, Double> cover = cover(world);
        Set<String> taken = new TreeSet<>();
        return world.counted().stream()
                .filter(each -> world.partners().contains(each.place())
                        && each.countedTonnes() > 0
                        && cover.containsKey(each.productId())
                        && comes(each.id()))
                .sorted(Comparator.comparingDouble(
                                (PlanResult.Counted each) -> cover.getOrDefault(each.productId(), 1.0))
                        .thenComparing(PlanResult.Counted::productId)
                        .thenComparing(Comparator.comparingDouble(PlanResult.Counted::countedTonnes)
                                .reversed())
                        .thenComparing(PlanResult.Counted::id))
                .filter(each -> taken.add(each.id()))
                .limit(WORKS)
                .toList();
    }

    private boolean comes(String id) {
        return input.projects().stream().anyMatch(project -> project.id().equals(id) && input.comes(project));
    }

    /// Capacity in the partners' places over what their works and users need, by product, in the target year.
    private static Map<String, Double> cover(World world) {
        Map<String, Double> made = new TreeMap<>();
        Map<String, Double> need = new TreeMap<>();
        for (Node node : world.chain().nodes()) {
            if (node.isMaker() && world.partners().contains(node.place())) {
                made.merge(node.product(), node.capacity().getFirst(), Double::sum);
            }
        }
        for (Cell cell : world.chain().cells()) {
            Node buyer = world.chain().nodes().get(cell.node());
            boolean counts = !cell.important() && buyer.kind() != NodeKind.POOL;
            if (counts && world.partners().contains(buyer.place())) {
                double wanted = buyer.kind() == NodeKind.USE
                        ? buyer.base() * world.growth().getFirst()
                        : buyer.capacity().getFirst();
                need.merge(cell.product(), cell.perUnit() * wanted, Double::sum);
            }
        }
        Map<String, Double> cover = new TreeMap<>();
        need.forEach((product, kt) -> {
            if (kt > 0 && Double.isFinite(kt)) {
                cover.put(product, made.getOrDefault(product, 0.0) / kt);
            }
        });
        return cover;
    }
}
