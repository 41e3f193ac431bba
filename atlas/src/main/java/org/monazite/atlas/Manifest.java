package org.monazite.atlas;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a published version consists of.
///
/// @param version its name: date of the data and the first twelve digits of the content digest
/// @param parent the version in force before, empty for the first
/// @param contentDigest SHA-256 of software, pack and networks, not of the database file
/// @param software version of the program that built it
/// @param figures number of figures
/// @param unverified number of figures flagged unverified
/// @param sources number of sources
/// @param networks files of the networks
/// @param files every file of the version
/// @param imports what users brought, by name and hash; their files lie beside the versions
public record Manifest(
        String version,
        String parent,
        String contentDigest,
        String software,
        int figures,
        int unverified,
        int sources,
        List<String> networks,
        List<FileEntry> files,
        List<ImportEntry> imports) {

    /// Copies the lists. Manifests of earlier versions have no imports.
    @SuppressWarnings("ConstantValue")
    public Manifest {
        networks = List.copyOf(networks);
        files = List.copyOf(files);
        imports = List.copyOf(orNone(imports));
    }

    private static List<ImportEntry> orNone(@Nullable List<ImportEntry> imports) {
        return imports == null ? List.of() : imports;
    }

    /// One import that a version holds.
    ///
    /// @param id its name
    /// @param sha256 hash of its manifest, which holds the hashes of its files
    public record ImportEntry(String id, String sha256) {}

    /// One file of a version.
    ///
    /// @param path relative to the folder of the version
    /// @param bytes its size
    /// @param sha256 its hash, in hex
    public record FileEntry(String path, long bytes, String sha256) {}
}
