package org.monazite.plan.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.monazite.plan.PlanInput;
import org.monazite.plan.PlanSpec;
import org.monazite.supply.Project;
import org.monazite.supply.Stage;

/// Numbers what candidates add: nodes, feeds, savings, stores.
final class Links {

    private final PlanInput input;
    private final PlanSpec spec;
    private final Parts parts;
    private final List<Integer> years;
    private final List<Draft.Entry> entries;
    private final Map<String, Integer> nodeByKey = new TreeMap<>();
    private final List<String> feedKeys;
    private final List<Saving> savings = new ArrayList<>();
    private final List<Store> stores = new ArrayList<>();

    Links(PlanInput input, PlanSpec spec, Parts parts, Draft draft, Chain chain, List<Integer> years) {
        this.input = input;
        this.spec = spec;
        this.parts = parts;
        this.years = years;
        this.entries = draft.entries();
        for (int node = 0; node < chain.nodes().size(); node++) {
            nodeByKey.put(chain.nodes().get(node).key(), node);
        }
        TreeSet<String> feeds = new TreeSet<>();
        TreeSet<String> saved = new TreeSet<>();
        TreeSet<String> stored = new TreeSet<>();
        for (Draft.Entry entry : entries) {
            for (Draft.Adds adds : entry.adds()) {
                switch (adds.kind()) {
                    case DRAWS -> feeds.add(feedOf(adds) + "|" + adds.product());
                    case SAVES -> saved.add(adds.key() + "|" + adds.product());
                    case STORES -> stored.add(adds.key() + "|" + adds.product());
                    case CAPACITY, HOLDS -> {}
                }
            }
        }
        partlyOwn()
                .forEach(project -> parts.sells(project, false)
                        .keySet()
                        .forEach(product ->
                                feeds.add(FeedLinks.ofWorks(project.id()).orElseThrow() + "|" + product)));
        this.feedKeys = List.copyOf(feeds);
        saved.forEach(key -> savings.add(new Saving(key.split("\\|")[0], key.split("\\|")[1], Guess.SAVED_MOST)));
        stored.forEach(key -> stores.add(new Store(key.split("\\|")[0], key.split("\\|")[1])));
    }

    private static String feedOf(Draft.Adds adds) {
        return adds.key().substring(0, adds.key().indexOf('|'));
    }

    private static String siteOf(Draft.Adds adds) {
        return adds.key().substring(adds.key().indexOf('|') + 1);
    }

    private List<Project> partlyOwn() {
        return input.projects().stream()
                .filter(project -> FeedLinks.hasOwnPart(project.id())
                        && project.status().isDecided()
                        && parts.inChain(project)
                        && !spec.exclude().contains(project.id()))
                .toList();
    }

    List<Saving> savings() {
        return savings;
    }

    List<Store> stores() {
        return stores;
    }

    List<Candidate> candidates() {
        return entries.stream()
                .map(entry -> entry.candidate().with(effects(entry)))
                .toList();
    }

    private List<Effect> effects(Draft.Entry entry) {
        List<Effect> effects = new ArrayList<>();
        for (Draft.Adds adds : entry.adds()) {
            double kt = adds.tonnes() / World.TONNES;
            switch (adds.kind()) {
                case CAPACITY -> effects.add(new Effect.Capacity(nodeAt(adds.key()), kt));
                case HOLDS -> {
                    int feed = feedKeys.indexOf(adds.key() + "|" + adds.product());
                    if (feed >= 0) {
                        effects.add(new Effect.Holds(feed, kt));
                    }
                }
                case DRAWS -> {}
                case SAVES ->
                    effects.add(new Effect.Saves(
                            savings.indexOf(new Saving(adds.key(), adds.product(), Guess.SAVED_MOST)), kt));
                case STORES ->
                    effects.add(new Effect.Stores(stores.indexOf(new Store(adds.key(), adds.product())), kt));
            }
        }
        return effects;
    }

    private int nodeAt(String key) {
        Integer node = nodeByKey.get(key);
        if (node == null) {
            throw new IllegalStateException("The chain has no works '" + key + "'.");
        }
        return node;
    }

    /// Feeds with the works that draw on them and what decided mines bring.
    List<Feed> feeds() {
        List<Feed> feeds = new ArrayList<>();
        for (String key : feedKeys) {
            String id = key.substring(0, key.indexOf('|'));
            String product = key.substring(key.indexOf('|') + 1);
            List<Feed.Draw> draws = new ArrayList<>();
            for (int c = 0; c < entries.size(); c++) {
                for (Draft.Adds adds : entries.get(c).adds()) {
                    boolean here = adds.kind() == Draft.Kind.DRAWS
                            && feedOf(adds).equals(id)
                            && adds.product().equals(product);
                    if (here) {
                        Candidate candidate = entries.get(c).candidate();
                        draws.add(new Feed.Draw(
                                c,
                                nodeAt(siteOf(adds)),
                                adds.tonnes() / World.TONNES,
                                years.stream().map(candidate::part).toList()));
                    }
                }
            }
            draws.addAll(decidedDraws(id, product));
            feeds.add(new Feed(id, product, decidedSupply(id, product), draws));
        }
        return feeds;
    }

    private List<Feed.Draw> decidedDraws(String feed, String product) {
        List<Feed.Draw> draws = new ArrayList<>();
        for (Project project : partlyOwn()) {
            double beyond = parts.sells(project, false).getOrDefault(product, 0.0)
                    - parts.sells(project, true).getOrDefault(product, 0.0);
            if (FeedLinks.ofWorks(project.id()).orElse("").equals(feed) && beyond > 0) {
                String key = new Parts.Site(project.place(), product, Node.Group.DECIDED).key();
                draws.add(new Feed.Draw(-1, nodeAt(key), beyond / World.TONNES, parts.ramp(project)));
            }
        }
        return draws;
    }

    private List<Double> decidedSupply(String feed, String product) {
        double[] sum = new double[years.size()];
        for (Project project : input.projects()) {
            boolean mine = project.stage() == Stage.MINE || project.stage() == Stage.MIXED;
            if (mine
                    && project.status().isDecided()
                    && parts.inChain(project)
                    && !spec.exclude().contains(project.id())
                    && FeedLinks.part(project.id(), feed) > 0) {
                List<Double> ramp = parts.ramp(project);
                double part = FeedLinks.part(project.id(), feed);
                for (int t = 0; t < sum.length; t++) {
                    sum[t] += parts.holds(project).getOrDefault(product, 0.0) * part * ramp.get(t) / World.TONNES;
                }
            }
        }
        return java.util.Arrays.stream(sum).boxed().toList();
    }
}
