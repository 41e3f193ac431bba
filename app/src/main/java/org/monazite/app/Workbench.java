package org.monazite.app;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.workspace.AtlasShelf;
import org.monazite.app.workspace.ImportDesk;
import org.monazite.app.workspace.PlanFile;
import org.monazite.app.workspace.Vocabulary;
import org.monazite.app.workspace.Workspace;
import org.monazite.atlas.Atlas;
import org.monazite.exposure.Importer;
import org.monazite.plan.PlanInput;
import org.monazite.plan.PlanSpec;
import org.monazite.plan.Planner;
import org.monazite.pledges.Assessment;
import org.monazite.pledges.Register;
import org.monazite.shock.Assumptions;
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

    /// The card of a result without draws.
    public RunCard card(String chain) throws IOException {
        return RunCards.of(network(chain));
    }

    /// What dependence on a chain means.
    ///
    /// @throws Problem if there is no such chain
    public ChainExposure exposure(String chain) throws IOException {
        return new ChainExposure(chain, network(chain), atlas(), progress);
    }

    /// Scenarios on a chain.
    ///
    /// @throws Problem if there is no such chain
    public Plays plays(String chain) throws IOException {
        return new Plays(workspace, network(chain), progress);
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
