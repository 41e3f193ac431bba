package org.monazite.atlas.imports;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.monazite.supply.Source;

/// What a kept import consists of: where it came from, what was taken, and its files.
///
/// @param id its name: format and twelve hex digits over file, importer and vintage; also the id of its source
/// @param format name of the format
/// @param file name of the file that was imported, without its folder
/// @param sha256 hash of that file
/// @param bytes its size
/// @param importer version of the importer
/// @param vintage edition of the source
/// @param rows lines read
/// @param accepted lines taken
/// @param rejected lines refused; more than zero only for an import that was accepted in part
/// @param ignored lines that hold nothing to take
/// @param figures figures taken
/// @param flows trade flows taken
/// @param purchases purchases taken
/// @param notes rules applied, with counts
/// @param files every file of the import
public record ImportManifest(
        String id,
        String format,
        String file,
        String sha256,
        long bytes,
        int importer,
        String vintage,
        long rows,
        long accepted,
        long rejected,
        long ignored,
        long figures,
        long flows,
        long purchases,
        Map<String, Long> notes,
        List<FileEntry> files) {

    /// Copies the collections.
    public ImportManifest {
        notes = Collections.unmodifiableMap(new TreeMap<>(notes));
        files = List.copyOf(files);
    }

    /// One file of an import.
    ///
    /// @param path relative to the folder of the import
    /// @param bytes its size
    /// @param sha256 its hash, in hex
    public record FileEntry(String path, long bytes, String sha256) {}

    /// The format, with its publisher and licence.
    public ImportFormat importFormat() {
        return ImportFormat.find(format)
                .orElseThrow(() -> new IllegalArgumentException("There is no format '" + format + "'."));
    }

    /// What may be done with its figures: as its format says, unless the file itself grants less. An edition of the
    /// IEA's
    /// explorer without the open licence on its sheet `Notice` stays in the workspace.
    public String redistribution() {
        ImportFormat kind = importFormat();
        boolean closed = kind == ImportFormat.IEA_CMDE && !notes.containsKey(IeaExplorer.OPEN_LICENCE);
        return closed ? "import-only" : kind.redistribution();
    }

    /// The licence in words.
    public String licence() {
        return redistribution().equals(importFormat().redistribution())
                ? importFormat().licence()
                : "terms of the publisher, not open";
    }

    /// The import as a source of its figures.
    public Source source() {
        ImportFormat kind = importFormat();
        return new Source(
                id,
                kind.title() + " (" + file + ", sha256 " + sha256.substring(0, 12) + ")",
                kind.publisher(),
                vintage,
                licence(),
                redistribution(),
                kind.isPrivate() ? "" : "A",
                "");
    }
}
