package org.monazite.atlas;

import java.util.List;

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
public record Manifest(
        String version,
        String parent,
        String contentDigest,
        String software,
        int figures,
        int unverified,
        int sources,
        List<String> networks,
        List<FileEntry> files) {

    /// Copies the lists.
    public Manifest {
        networks = List.copyOf(networks);
        files = List.copyOf(files);
    }

    /// One file of a version.
    ///
    /// @param path relative to the folder of the version
    /// @param bytes its size
    /// @param sha256 its hash, in hex
    public record FileEntry(String path, long bytes, String sha256) {}
}
