package org.monazite.atlas;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.monazite.atlas.chain.ImportReport;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.atlas.imports.Imported;
import org.monazite.supply.NetworkCodec;
import org.monazite.supply.SupplyNetwork;

/// What a version holds of each chain: the network, and what the balance did to the figures.
final class ChainFiles {

    private final VersionFolder version;

    ChainFiles(VersionFolder version) {
        this.version = version;
    }

    /// The network of a chain, such as `magnets`.
    ///
    /// @throws IllegalArgumentException if the atlas has no such chain
    SupplyNetwork network(String chain) throws IOException {
        String file = networkFile(chain);
        return NetworkCodec.decode(
                ByteBuffer.wrap(Files.readAllBytes(version.path().resolve(file))));
    }

    /// The chains that have a network.
    List<String> names() {
        return version.manifest().networks().stream()
                .map(path -> path.substring("networks/".length(), path.indexOf('-')))
                .toList();
    }

    /// What the balance did to the figures of a chain, most suspect first.
    List<BalanceLine> balance(String chain) throws IOException {
        List<BalanceLine> lines =
                new ArrayList<>(BalanceTable.read(version.path().resolve(stem(chain) + "-balance.csv")));
        lines.sort(Comparator.comparingDouble(BalanceLine::z).reversed());
        return lines;
    }

    /// How well each balance of a chain closes, by stage and place: the widest gap of the figures first.
    List<ResidualLine> residuals(String chain) throws IOException {
        return ResidualTable.read(version.path().resolve(stem(chain) + "-residuals.csv"));
    }

    /// What the tests say about the figures of a chain.
    BalanceTests balanceTests(String chain) throws IOException {
        return BalanceTests.read(version.path().resolve(stem(chain) + "-tests.json"));
    }

    /// What became of imported figures in the balance of a chain.
    ImportReport importReport(String chain) throws IOException {
        return ImportTable.read(version.path().resolve(stem(chain) + "-imports.json"));
    }

    /// The imports that a chain rests on and that may not be passed on.
    List<ImportManifest> closedImports(String chain, Imported imported) throws IOException {
        Set<String> used = new TreeSet<>();
        importReport(chain).uses().stream()
                .filter(use -> !use.suspect())
                .forEach(use -> use.parts().forEach(part -> used.add(part.importId())));
        return imported.list().stream()
                .filter(each ->
                        used.contains(each.id()) && each.redistribution().equals("import-only"))
                .toList();
    }

    /// The files of a chain without their endings.
    private String stem(String chain) {
        String network = networkFile(chain);
        return network.substring(0, network.lastIndexOf('-'));
    }

    private String networkFile(String chain) {
        return version.manifest().networks().stream()
                .filter(path -> path.startsWith("networks/" + chain + "-"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The atlas has no chain '%s'; it has %s.".formatted(chain, names())));
    }
}
