package org.monazite.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.app.workspace.Workspace;
import org.monazite.atlas.Atlas;
import org.monazite.pledges.EmbeddedRegister;
import org.monazite.pledges.PledgeFacts;
import org.monazite.pledges.Register;
import org.monazite.pledges.RegisterException;
import org.monazite.supply.SupplyNetwork;

/// The promises of a workspace, read from its files, and what they are judged by.
final class Promises {

    private final Workspace workspace;

    Promises(Workspace workspace) {
        this.workspace = workspace;
    }

    /// All promises, those of the framework first.
    ///
    /// @throws Problem if a file is no pledge
    Register register() throws IOException {
        List<String> names = new ArrayList<>(workspace.names(Workspace.Shelf.PLEDGES));
        List<String> order = EmbeddedRegister.names(); // the framework first; files of the user come last
        names.sort(Comparator.comparingInt((String name) -> {
                    int at = order.indexOf(name + ".yaml");
                    return at < 0 ? order.size() : at;
                })
                .thenComparing(Comparator.naturalOrder()));
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : names) {
            Workspace.Document document = workspace.read(Workspace.Shelf.PLEDGES, name);
            texts.put(document.label(), document.text());
        }
        try {
            return Register.of(texts);
        } catch (RegisterException e) {
            Problem problem = Problem.of(ExitCode.INPUT, "problem.pledge", Problem.phrase(e.getMessage()));
            problem.initCause(e);
            throw problem;
        }
    }

    /// What the atlas and a network say about promises.
    static PledgeFacts facts(SupplyNetwork network, Atlas atlas) {
        return new PledgeFacts(
                network, atlas.series(), atlas.exportControls(), atlas.projects(), atlas.stocks(), atlas.prices());
    }
}
