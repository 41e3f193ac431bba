package org.monazite.plan.cases;

import java.util.ArrayList;
import java.util.List;
import org.monazite.plan.cases.Pocket.Episode;
import org.monazite.plan.cases.Pocket.Project;
import org.monazite.plan.cases.Pocket.Supplier;
import org.monazite.plan.lp.Model;
import org.monazite.plan.lp.Row;
import org.monazite.plan.lp.Solution;

/// The model of a pocket plan: projects and stock first, then every quarter of every episode.
final class PocketModel {

    record Build(String project) {}

    record Bought() {}

    record Made(String project, String episode, int quarter) {}

    record Purchase(String supplier, String episode, int quarter) {}

    record Release(String episode, int quarter) {}

    record Unmet(String episode, int quarter) {}

    record Worst() {}

    record RowOf(String what, String of, String episode, int quarter) {}

    private static final double MORE = Double.POSITIVE_INFINITY;

    final Model model = new Model();
    private final Pocket pocket;
    private final List<Episode> episodes;
    private final int[] build;
    private final int bought;
    private final List<int[]> unmet = new ArrayList<>();

    /// @param episodes those of the pocket, or some of them with other probabilities
    PocketModel(Pocket pocket, List<Episode> episodes) {
        this.pocket = pocket;
        this.episodes = episodes;
        build = new int[pocket.projects().size()];
        for (int p = 0; p < build.length; p++) {
            Project project = pocket.projects().get(p);
            build[p] = model.integer(new Build(project.id()), 0, 1, project.fixedPerYear());
        }
        double paidBack = 0;
        for (Episode episode : episodes) {
            paidBack += episode.probability() * pocket.stock().price();
        }
        double cost = pocket.stock().price() + pocket.stock().holding() - paidBack;
        bought = model.column(new Bought(), 0, pocket.stock().most(), cost);
        for (Episode episode : episodes) {
            add(episode);
        }
    }

    private void add(Episode episode) {
        int[] releases = new int[pocket.quarters()];
        int[] shortfalls = new int[pocket.quarters()];
        for (int quarter = 1; quarter <= pocket.quarters(); quarter++) {
            boolean banned = episode.hasBan() && episode.banQuarters().contains(quarter);
            Row served = model.row(new RowOf("served", "", episode.id(), quarter));
            double most = banned ? pocket.stock().releasePerQuarter() : 0;
            double lost = episode.probability() * pocket.stock().price(); // what is released is not paid back
            int release = model.column(new Release(episode.id(), quarter), 0, most, lost);
            double value = episode.probability() * pocket.unmetValue();
            int shortfall = model.column(new Unmet(episode.id(), quarter), 0, MORE, value);
            served.plus(release).plus(shortfall);
            for (Supplier supplier : pocket.suppliers()) {
                boolean stopped = banned && supplier.id().equals(episode.banned());
                double capacity = stopped ? 0 : supplier.perYear() / pocket.quarters();
                double price = episode.probability() * supplier.price();
                served.plus(model.column(new Purchase(supplier.id(), episode.id(), quarter), 0, capacity, price));
            }
            List<Integer> made = new ArrayList<>();
            for (Project project : pocket.projects()) {
                double opex = episode.probability() * project.opex();
                made.add(model.column(new Made(project.id(), episode.id(), quarter), 0, MORE, opex));
                served.plus(made.getLast());
            }
            served.equalTo(pocket.demandPerYear() / pocket.quarters());
            for (int p = 0; p < build.length; p++) {
                Project project = pocket.projects().get(p);
                model.row(new RowOf("capacity", project.id(), episode.id(), quarter))
                        .plus(made.get(p))
                        .minus(build[p], project.perYear() / pocket.quarters())
                        .atMost(0);
            }
            releases[quarter - 1] = release;
            shortfalls[quarter - 1] = shortfall;
        }
        Row stock = model.row(new RowOf("stock", "", episode.id(), 0)).minus(bought);
        for (int release : releases) {
            stock.plus(release);
        }
        stock.atMost(0);
        unmet.add(shortfalls);
    }

    /// Builds exactly these projects.
    void projects(List<String> ids) {
        for (int p = 0; p < build.length; p++) {
            int built = ids.contains(pocket.projects().get(p).id()) ? 1 : 0;
            model.bounds(build[p], built, built);
        }
    }

    void forbid(String id) {
        model.bounds(model.findColumn(new Build(id)).orElseThrow(), 0, 0);
    }

    void stock(double tonnes) {
        model.bounds(bought, tonnes, tonnes);
    }

    /// No more than so many tonnes unmet in any episode with a ban.
    void limit(double tonnes) {
        for (int e = 0; e < episodes.size(); e++) {
            if (episodes.get(e).hasBan()) {
                shortfall(e, "limit").atMost(tonnes);
            }
        }
    }

    /// Forgets all costs and asks for the least that is unmet in the worst ban, for this much money.
    void leastWorst(double budget) {
        Row money = model.row(new RowOf("budget", "", "", 0));
        for (int p = 0; p < build.length; p++) {
            money.plus(build[p], pocket.projects().get(p).fixedPerYear());
        }
        money.plus(bought, pocket.stock().price()).atMost(budget);
        for (int column = 0; column < model.columns(); column++) {
            model.cost(column, 0);
        }
        int worst = model.column(new Worst(), 0, MORE, 1);
        for (int e = 0; e < episodes.size(); e++) {
            if (episodes.get(e).hasBan()) {
                shortfall(e, "worst").minus(worst).atMost(0);
            }
        }
    }

    private Row shortfall(int episode, String what) {
        Row row = model.row(new RowOf(what, "", episodes.get(episode).id(), 0));
        for (int column : unmet.get(episode)) {
            row.plus(column);
        }
        return row;
    }

    List<String> built(Solution plan) {
        List<String> ids = new ArrayList<>();
        for (int p = 0; p < build.length; p++) {
            if (plan.value(build[p]) > 0.5) {
                ids.add(pocket.projects().get(p).id());
            }
        }
        return ids;
    }

    double stock(Solution plan) {
        return plan.value(bought);
    }

    double unmet(Solution plan, int episode) {
        double sum = 0;
        for (int column : unmet.get(episode)) {
            sum += plan.value(column);
        }
        return sum;
    }

    double worstUnmet(Solution plan) {
        double worst = 0;
        for (int e = 0; e < episodes.size(); e++) {
            if (episodes.get(e).hasBan()) {
                worst = Math.max(worst, unmet(plan, e));
            }
        }
        return worst;
    }
}
