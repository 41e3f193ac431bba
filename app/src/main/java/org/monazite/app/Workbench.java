package org.monazite.app;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.workspace.AtlasShelf;
import org.monazite.app.workspace.ImportDesk;
import org.monazite.app.workspace.MemberBlocks;
import org.monazite.app.workspace.PlanFile;
import org.monazite.app.workspace.ScenarioFile;
import org.monazite.app.workspace.Vocabulary;
import org.monazite.app.workspace.Workspace;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.WhatIf;
import org.monazite.atlas.pack.FigureRecord;
import org.monazite.exposure.Contributions;
import org.monazite.exposure.Exposure;
import org.monazite.exposure.Importer;
import org.monazite.exposure.Rerouting;
import org.monazite.exposure.StageExposure;
import org.monazite.exposure.WeakLink;
import org.monazite.plan.PlanInput;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Planner;
import org.monazite.pledges.Assessment;
import org.monazite.pledges.Register;
import org.monazite.shock.Assumptions;
import org.monazite.shock.CompareRunner;
import org.monazite.shock.Comparison;
import org.monazite.shock.Ensemble;
import org.monazite.shock.EnsembleRunner;
import org.monazite.shock.EnsembleSettings;
import org.monazite.shock.Reach;
import org.monazite.shock.Removal;
import org.monazite.shock.Removals;
import org.monazite.shock.Scenario;
import org.monazite.shock.Simulation;
import org.monazite.shock.Sweep;
import org.monazite.shock.SweepRunner;
import org.monazite.shock.Why;
import org.monazite.shock.WhyRunner;
import org.monazite.supply.Coalition;
import org.monazite.supply.Place;
import org.monazite.supply.RunCard;
import org.monazite.supply.SupplyNetwork;

/// The use cases. Everything a person or a program asks of Monazite is a method here; the doors translate.
public final class Workbench {

    private final Workspace workspace;
    private final AtlasShelf shelf;
    private final Optional<String> version;
    private final Progress progress;
    private @Nullable Atlas atlas;
    private final Map<String, SupplyNetwork> networks = new HashMap<>();

    /// A workbench on a workspace, which is made if it is not there. The atlas is opened when it is first
    /// needed.
    ///
    /// @param version of the atlas; empty for the one of this program
    public Workbench(Workspace workspace, Optional<String> version, Progress progress) throws IOException {
        this.workspace = workspace.create();
        this.version = version;
        this.progress = progress;
        this.shelf =
                new AtlasShelf(workspace.atlas(), Software.version(), step -> progress.step("progress.atlas." + step));
    }

    /// The folder people work in.
    public Workspace workspace() {
        return workspace;
    }

    /// The versions of the atlas.
    public AtlasShelf atlases() {
        return shelf;
    }

    /// Takes files of users into new versions of the atlas.
    public ImportDesk imports() {
        return new ImportDesk(workspace.atlas(), shelf);
    }

    /// The atlas; built from the pack of this program if it is not there.
    ///
    /// @throws Problem if it cannot be used
    public Atlas atlas() throws IOException {
        if (atlas == null) {
            atlas = shelf.open(version);
        }
        return atlas;
    }

    /// The date of the figures.
    public LocalDate asOf() throws IOException {
        return LocalDate.parse(atlas().version().substring(0, 10));
    }

    /// The network of a chain.
    ///
    /// @throws Problem if there is no such chain
    public SupplyNetwork network(String chain) throws IOException {
        SupplyNetwork known = networks.get(chain);
        if (known != null) {
            return known;
        }
        if (!atlas().chains().contains(chain)) {
            throw Problem.unknown(ExitCode.NOT_FOUND, "kind.chain", chain, "", atlas().chains());
        }
        SupplyNetwork network = atlas().network(chain);
        networks.put(chain, network);
        return network;
    }

    /// The words that can be said about a chain.
    public Vocabulary words(String chain) throws IOException {
        return Vocabulary.of(network(chain));
    }

    /// Who a word means: a place, or a coalition as one importer; of a coalition, the members the network
    /// has.
    ///
    /// @param where the option, for messages
    public Importer importer(String chain, String word, String where) throws IOException {
        Vocabulary words = words(chain);
        Optional<String> place = words.findPlace(word);
        if (place.isPresent()) {
            return Importer.place(place.get());
        }
        for (Coalition coalition : atlas().coalitions()) {
            List<String> members = coalition.members().stream()
                    .filter(member -> words.findPlace(member).isPresent())
                    .toList();
            if (coalition.id().equalsIgnoreCase(word) && !members.isEmpty()) {
                return Importer.coalition(coalition.id(), members);
            }
        }
        return Importer.place(words.place(word, ExitCode.NOT_FOUND, where));
    }

    /// How importers depend on a supplier, by product in the order of the chain.
    public List<StageExposure> exposure(String chain, List<Importer> importers, String supplier) throws IOException {
        Exposure exposure = Exposure.of(network(chain));
        List<StageExposure> rows = new ArrayList<>();
        importers.forEach(importer -> rows.addAll(exposure.by(importer, supplier)));
        return rows;
    }

    /// Which unverified figures of a chain its headline numbers hang on.
    ///
    /// @param partners whose shares and losses count
    /// @param supplier on whom they depend, and who stops
    public Influences influences(String chain, List<String> partners, String supplier) throws IOException {
        WhatIf whatIf = atlas().whatIf(chain);
        List<FigureRecord> figures = whatIf.unverified();
        progress.step("progress.influence", figures.size());
        return Influences.of(network(chain), whatIf, figures, partners, supplier, progress);
    }

    /// Suppliers of single products by what an importer loses without them, worst first.
    public List<WeakLink> weakestLinks(String chain, Importer importer) throws IOException {
        return Exposure.of(network(chain)).weakestLinks(importer);
    }

    /// What an importer loses without a place, at once and after everything that can be re-routed is.
    public Rerouting without(String chain, Importer importer, String place, String productId) throws IOException {
        return Rerouting.without(network(chain), importer, place, productId, Rerouting.Stretch.DEFAULT);
    }

    /// A place or coalition of the atlas, in a chain or not.
    ///
    /// @param where the option, for messages
    public Importer anyImporter(String word, String where) throws IOException {
        for (Coalition coalition : atlas().coalitions()) {
            if (coalition.id().equalsIgnoreCase(word)) {
                return Importer.coalition(coalition.id(), coalition.members());
            }
        }
        for (Place place : atlas().places().values()) {
            boolean meant = place.code().equalsIgnoreCase(word)
                    || place.nameEn().equalsIgnoreCase(word)
                    || place.nameJa().equals(word);
            if (meant) {
                return Importer.place(place.code());
            }
        }
        TreeSet<String> known = new TreeSet<>(atlas().places().keySet());
        atlas().coalitions().forEach(coalition -> known.add(coalition.id()));
        throw Problem.unknown(ExitCode.NOT_FOUND, "kind.place", word, where, known);
    }

    /// Who inside a coalition bears its exposure to a supplier, by product in the order of the chain.
    public List<Contributions> contributions(String chain, Importer coalition, String supplier) throws IOException {
        SupplyNetwork network = network(chain);
        return network.products().stream()
                .map(product -> Contributions.of(network, coalition, supplier, product.id()))
                .filter(parts -> parts.members().stream().anyMatch(member -> member.fromSupplierTonnes() > 0))
                .toList();
    }

    /// A scenario by name in the workspace, or by path.
    public Scenario scenario(String chain, String nameOrPath) throws IOException {
        return ScenarioFile.read(workspace.read(Workspace.Shelf.SCENARIOS, nameOrPath), words(chain), network(chain));
    }

    /// Plays a scenario many times.
    public Ensemble play(String chain, Scenario scenario, EnsembleSettings settings) throws IOException {
        for (int i = 0; i < scenario.actions().size(); i++) {
            int first = Reach.firstDay(scenario.actions().get(i));
            if (first >= 7 * settings.weeks()) {
                throw Problem.of(
                        ExitCode.INPUT,
                        "problem.horizon",
                        i + 1,
                        scenario.name(),
                        first,
                        7 * settings.weeks() - 1,
                        first / 7 + 1);
            }
        }
        progress.step("progress.ensemble", scenario.name());
        EnsembleRunner runner = new EnsembleRunner(settings, done -> progress.count(done, settings.members()));
        return runner.run(network(chain), scenario);
    }

    /// Plays a scenario many times, taking up the blocks of members that an earlier run left; they are
    /// taken away once
    /// the answer is there.
    ///
    /// @param converge places whose losses must be known well; empty for as many members as the settings
    /// say
    public Ensemble play(
            String chain, Scenario scenario, EnsembleSettings settings, MemberBlocks blocks, Set<String> converge)
            throws IOException {
        progress.step("progress.ensemble", scenario.name());
        int most = converge.isEmpty() ? settings.members() : 10_000;
        EnsembleRunner runner = new EnsembleRunner(settings, done -> progress.count(done, most), blocks);
        Ensemble ensemble = converge.isEmpty()
                ? runner.run(network(chain), scenario)
                : runner.runUntilConverged(network(chain), scenario, converge);
        progress.count(most, most);
        blocks.clear();
        return ensemble;
    }

    /// Where the members of a run are kept while it is played. The run is known by its network, scenario,
    /// length and
    /// seed, by the software, and by what the run with the default assumptions says: an engine that
    /// computes otherwise
    /// does not take up old members.
    ///
    /// @param actions the actions of the scenario as text, in order
    /// @param broken told the name of each block that cannot be used
    public MemberBlocks blocks(
            String chain, Scenario scenario, EnsembleSettings settings, List<String> actions, Consumer<String> broken)
            throws IOException {
        RunCard card = card(chain, scenario, settings);
        StringBuilder identity = new StringBuilder();
        identity.append(String.join("\n", card.atlas(), card.network(), card.software(), Long.toString(card.seed())));
        card.settings().forEach((key, value) -> {
            if (!key.equals("ensemble.members")) {
                identity.append('\n').append(key).append('=').append(value);
            }
        });
        new TreeMap<>(scenario.assumptions().guarantees())
                .forEach((useClass, share) ->
                        identity.append('\n').append(useClass).append('=').append(share));
        actions.forEach(action -> identity.append('\n').append(action));
        identity.append('\n').append(Simulation.of(network(chain)).run(scenario, settings.weeks()));
        return new MemberBlocks(workspace.folder().resolve("runs"), identity.toString(), broken);
    }

    /// The card of a played scenario.
    public RunCard card(String chain, Scenario scenario, EnsembleSettings settings) throws IOException {
        return RunCards.of(network(chain), scenario, settings, new TreeMap<>());
    }

    /// The card of a result without draws.
    public RunCard card(String chain) throws IOException {
        return RunCards.of(network(chain));
    }

    /// What importers lose if one place, supplier, maker or lane after the other is gone for some days.
    ///
    /// @param importers places whose loss counts
    /// @param product whose missing weeks are counted
    public Sweep sweep(
            String chain,
            Set<String> importers,
            Set<Removal.Kind> kinds,
            EnsembleSettings settings,
            int days,
            String product)
            throws IOException {
        SupplyNetwork network = network(chain);
        Removals removals = Removals.of(network, importers, kinds);
        int runs = removals.played().size() * settings.members();
        progress.step("progress.sweep", removals.played().size(), settings.members());
        SweepRunner runner = new SweepRunner(settings, days, importers, product, done -> progress.count(done, runs));
        return runner.run(network, Scenarios.nothing(), removals);
    }

    /// Why one run of a scenario costs some places what it costs.
    ///
    /// @param product the product that is missing; empty for value at risk
    /// @param settings weeks and seed
    /// @param member of the ensemble; -1 for the run with the default assumptions
    /// @throws Problem if nobody there uses the product
    public Why why(
            String chain, Scenario scenario, Set<String> places, String product, EnsembleSettings settings, int member)
            throws IOException {
        try {
            return new WhyRunner(settings.weeks(), settings.seed(), member)
                    .run(network(chain), scenario, places, product);
        } catch (NoSuchElementException e) {
            Problem problem = Problem.of(ExitCode.NOT_FOUND, "problem.nouse", String.join(", ", places), product);
            problem.initCause(e);
            throw problem;
        }
    }

    /// What one scenario costs some places more than another.
    public Comparison compare(
            String chain, Scenario first, Scenario second, EnsembleSettings settings, Set<String> places)
            throws IOException {
        progress.step("progress.compare", first.name(), second.name());
        CompareRunner runner = new CompareRunner(settings, done -> progress.count(done, settings.members()));
        return runner.run(network(chain), first, second, places);
    }

    /// The card of a sweep.
    public RunCard sweepCard(String chain, EnsembleSettings settings, int days) throws IOException {
        TreeMap<String, String> more = new TreeMap<>();
        more.put("sweep.days", Integer.toString(days));
        return RunCards.of(network(chain), Scenarios.nothing(), settings, more);
    }

    /// A planner for a chain.
    ///
    /// @param threads results do not depend on it
    public Planner planner(String chain, int threads) throws IOException {
        PlanInput input = new PlanInput(
                network(chain),
                atlas().projects(),
                atlas().planOptions(),
                atlas().prices(),
                atlas().recipes(),
                atlas().stocks(),
                atlas().exportControls(),
                atlas().substitutionShares(),
                Assumptions.MINERALS,
                atlas().routes(),
                atlas().publishedNeeds(),
                Map.of());
        return Planner.of(input, threads, step -> progress.step("progress.plan", step));
    }

    /// The question of a plan, by name in the workspace or by path.
    public PlanSpec planSpec(String chain, String nameOrPath) throws IOException {
        Workspace.Document document = workspace.read(Workspace.Shelf.PLANS, nameOrPath);
        return PlanFile.read(document, words(chain), SecureRequest.DEFAULT_BUDGET_USD, planIds());
    }

    /// Where a question of a plan says a value, as `file:line:column`.
    public Optional<String> findInPlan(String nameOrPath, String key, String value) throws IOException {
        return PlanFile.find(workspace.read(Workspace.Shelf.PLANS, nameOrPath), key, value);
    }

    /// What a plan can name: projects, generic options, and options in one place.
    public List<String> planIds() throws IOException {
        List<String> known = new ArrayList<>();
        atlas().projects().forEach(project -> known.add(project.id()));
        atlas().planOptions().forEach(option -> {
            known.add(option.id());
            option.places().forEach(place -> known.add(option.id() + "@" + place));
        });
        return known;
    }

    /// All promises of the workspace.
    ///
    /// @throws Problem if a file is no pledge
    public Register register() throws IOException {
        return new Promises(workspace).register();
    }

    /// How every promise stands on a date.
    public List<Assessment> pledges(String chain, LocalDate date) throws IOException {
        return register().assess(Promises.facts(network(chain), atlas()), date);
    }

    /// What differs between two versions of the atlas, and what that does to dependence and promises.
    ///
    /// @param before older version: its name, or a part that no other has
    /// @param after newer version
    public VersionDiff diff(String before, String after) throws IOException {
        Workbench one = new Workbench(workspace, Optional.of(before), progress);
        Workbench two = new Workbench(workspace, Optional.of(after), progress);
        return VersionDiff.of(one, two, two.asOf());
    }

    /// The main job, from dependence to brief.
    public Secured secure(SecureRequest request) throws IOException {
        return new SecureJob(this, request, progress).run();
    }
}
