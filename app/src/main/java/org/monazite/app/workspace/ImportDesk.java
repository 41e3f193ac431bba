package org.monazite.app.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.monazite.app.text.ExitCode;
import org.monazite.app.text.Problem;
import org.monazite.atlas.Atlas;
import org.monazite.atlas.ImportPreview;
import org.monazite.atlas.imports.ImportCounts;
import org.monazite.atlas.imports.ImportException;
import org.monazite.atlas.imports.ImportManifest;
import org.monazite.atlas.imports.ImportRequest;
import org.monazite.atlas.imports.ImportResult;
import org.monazite.atlas.imports.ImportStore;
import org.monazite.atlas.imports.Importer;
import org.monazite.atlas.imports.Lexicon;
import org.monazite.atlas.imports.Reject;
import org.monazite.atlas.pack.Pack;

/// Where users hand in files: read, counted, and published as a new version of the atlas, or not at all.
public final class ImportDesk {

    private final Path folder;
    private final AtlasShelf shelf;

    /// A desk for the atlas in a folder.
    public ImportDesk(Path folder, AtlasShelf shelf) {
        this.folder = folder;
        this.shelf = shelf;
    }

    /// What became of a file.
    ///
    /// @param manifest what was read
    /// @param counts lines by what became of them
    /// @param rejects refused lines
    /// @param state what was done with the rest
    /// @param version the version in force afterwards
    /// @param parent the version in force before
    /// @param preview what it would do to the balances, of a file that was read on trial; else none
    public record Outcome(
            ImportManifest manifest,
            ImportCounts counts,
            List<Reject> rejects,
            State state,
            String version,
            String parent,
            @Nullable ImportPreview preview) {}

    /// What was done with what was read.
    public enum State {
        /// A new version of the atlas holds it.
        PUBLISHED,
        /// The version in force holds the same file already.
        THERE,
        /// It is in the private overlay.
        PRIVATE,
        /// Nothing was kept, as asked for.
        DRY_RUN,
        /// Nothing was kept, since lines were refused.
        REFUSED
    }

    /// Reads a file and takes it over.
    ///
    /// @throws Problem if the file is refused as a whole
    public Outcome take(ImportRequest request, boolean dryRun) throws IOException {
        Atlas before = shelf.open(Optional.empty());
        ImportStore store = new ImportStore(folder);
        try (ImportResult result = new Importer(store, Lexicon.of(Pack.embedded())).read(request)) {
            String id = result.manifest().id();
            boolean isPrivate = request.format().isPrivate();
            boolean there = isPrivate
                    ? store.has(id, true)
                    : before.imported().list().stream()
                            .anyMatch(each -> each.id().equals(id));
            State state = !result.isAcceptable()
                    ? State.REFUSED
                    : dryRun ? State.DRY_RUN : there ? State.THERE : isPrivate ? State.PRIVATE : State.PUBLISHED;
            String version = before.version();
            if (state == State.PRIVATE || state == State.PUBLISHED) {
                store.keep(result);
            }
            if (state == State.PUBLISHED) {
                version = shelf.buildWith(id);
            }
            ImportPreview preview = state == State.DRY_RUN && !isPrivate
                    ? ImportPreview.of(
                            Pack.embedded(), folder, before.imported().list(), result)
                    : null;
            return new Outcome(
                    result.manifest(), result.counts(), result.rejects(), state, version, before.version(), preview);
        } catch (ImportException e) {
            throw problem(e);
        }
    }

    private static Problem problem(ImportException e) {
        ExitCode code = e.fault() == ImportException.Fault.NO_FILE ? ExitCode.NOT_FOUND : ExitCode.INPUT;
        boolean none = e.fault() == ImportException.Fault.HEADER && e.detail().equals("-");
        String fault = none ? "no_header" : e.fault().name().toLowerCase(Locale.ROOT);
        boolean words = e.fault() == ImportException.Fault.NOTHING; // names the tables of the format
        Problem problem =
                Problem.of(code, "import.fault." + fault, e.where(), words ? Problem.phrase(e.detail()) : e.detail());
        problem.initCause(e);
        return problem;
    }
}
