package org.monazite.app;

import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.workspace.MemberBlocks;
import org.monazite.app.workspace.ScenarioFile;
import org.monazite.app.workspace.Vocabulary;
import org.monazite.app.workspace.Workspace;
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
import org.monazite.supply.RunCard;
import org.monazite.supply.SupplyNetwork;

/// Scenarios on one chain: read, played once and many times, explained, compared.
public final class Plays {

    private final Workspace workspace;
    private final SupplyNetwork network;
    private final Progress progress;

    Plays(Workspace workspace, SupplyNetwork network, Progress progress) {
        this.workspace = workspace;
        this.network = network;
        this.progress = progress;
    }

    /// A scenario by name in the workspace, or by path.
    public Scenario scenario(String nameOrPath) throws IOException {
        return ScenarioFile.read(
                workspace.read(Workspace.Shelf.SCENARIOS, nameOrPath), Vocabulary.of(network), network);
    }

    /// Plays a scenario many times.
    public Ensemble play(Scenario scenario, EnsembleSettings settings) {
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
        return runner.run(network, scenario);
    }

    /// Plays a scenario many times, taking up the blocks of members that an earlier run left; they are
    /// taken away once the answer is there.
    ///
    /// @param converge places whose losses must be known well; empty for as many members as the settings
    /// say
    public Ensemble play(Scenario scenario, EnsembleSettings settings, MemberBlocks blocks, Set<String> converge)
            throws IOException {
        progress.step("progress.ensemble", scenario.name());
        int most = converge.isEmpty() ? settings.members() : 10_000;
        EnsembleRunner runner = new EnsembleRunner(settings, done -> progress.count(done, most), blocks);
        Ensemble ensemble = converge.isEmpty()
                ? runner.run(network, scenario)
                : runner.runUntilConverged(network, scenario, converge);
        progress.count(most, most);
        blocks.clear();
        return ensemble;
    }

    /// Where the members of a run are kept while it is played. The run is known by its network, scenario,
    /// length and seed, by the software, and by what the run with the default assumptions says: an engine
    /// that computes otherwise does not take up old members.
    ///
    /// @param actions the actions of the scenario as text, in order
    /// @param broken told the name of each block that cannot be used
    public MemberBlocks blocks(
            Scenario scenario, EnsembleSettings settings, List<String> actions, Consumer<String> broken) {
        RunCard card = card(scenario, settings);
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
        identity.append('\n').append(Simulation.of(network).run(scenario, settings.weeks()));
        return new MemberBlocks(workspace.folder().resolve("runs"), identity.toString(), broken);
    }

    /// The card of a played scenario.
    public RunCard card(Scenario scenario, EnsembleSettings settings) {
        return RunCards.of(network, scenario, settings, new TreeMap<>());
    }

    /// What importers lose if one place, supplier, maker or lane after the other is gone for some days.
    ///
    /// @param importers places whose loss counts
    /// @param product whose missing weeks are counted
    public Sweep sweep(
            Set<String> importers, Set<Removal.Kind> kinds, EnsembleSettings settings, int days, String product) {
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
    public Why why(Scenario scenario, Set<String> places, String product, EnsembleSettings settings, int member) {
        try {
            return new WhyRunner(settings.weeks(), settings.seed(), member).run(network, scenario, places, product);
        } catch (NoSuchElementException e) {
            Problem problem = Problem.of(ExitCode.NOT_FOUND, "problem.nouse", String.join(", ", places), product);
            problem.initCause(e);
            throw problem;
        }
    }

    /// What one scenario costs some places more than another.
    public Comparison compare(Scenario first, Scenario second, EnsembleSettings settings, Set<String> places) {
        progress.step("progress.compare", first.name(), second.name());
        CompareRunner runner = new CompareRunner(settings, done -> progress.count(done, settings.members()));
        return runner.run(network, first, second, places);
    }

    /// The card of a sweep.
    public RunCard sweepCard(EnsembleSettings settings, int days) {
        TreeMap<String, String> more = new TreeMap<>();
        more.put("sweep.days", Integer.toString(days));
        return RunCards.of(network, Scenarios.nothing(), settings, more);
    }
}
