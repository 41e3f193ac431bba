package org.monazite.atlas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.monazite.atlas.chain.ImportReport;
import tools.jackson.databind.json.JsonMapper;

/// What became of imported figures, as a file of a version. Versions without imports have none.
final class ImportTable {

    private ImportTable() {}

    static String json(ImportReport report) {
        return JsonMapper.builder().build().writeValueAsString(report) + "\n";
    }

    static ImportReport read(Path file) throws IOException {
        return Files.isRegularFile(file)
                ? JsonMapper.builder().build().readValue(Files.readAllBytes(file), ImportReport.class)
                : ImportReport.NONE;
    }
}
