package org.monazite.atlas.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.monazite.atlas.internal.Disk;

/// A file that was read. Nothing is kept until [ImportStore#keep] is asked to; closing forgets it.
public final class ImportResult implements AutoCloseable {

    private final ImportManifest manifest;
    private final ImportCounts counts;
    private final List<Reject> rejects;
    private final boolean acceptPartial;
    private final Path staging;

    ImportResult(
            ImportManifest manifest, ImportCounts counts, List<Reject> rejects, boolean acceptPartial, Path staging) {
        this.manifest = manifest;
        this.counts = counts;
        this.rejects = List.copyOf(rejects);
        this.acceptPartial = acceptPartial;
        this.staging = staging;
    }

    /// What would be kept.
    public ImportManifest manifest() {
        return manifest;
    }

    /// What became of the lines.
    public ImportCounts counts() {
        return counts;
    }

    /// Refused lines, the first 10,000.
    public List<Reject> rejects() {
        return rejects;
    }

    /// Whether the import may be kept: all lines kept the rules, or the rest was asked for.
    public boolean isAcceptable() {
        return counts.accepted() > 0 && (counts.rejected() == 0 || acceptPartial);
    }

    Path staging() {
        return staging;
    }

    /// Deletes what was staged.
    @Override
    public void close() throws IOException {
        Disk.delete(staging);
    }
}
