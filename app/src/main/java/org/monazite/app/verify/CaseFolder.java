package org.monazite.app.verify;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.monazite.app.tables.Input;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where the files of reference cases lie: a folder of the user, or inside the program.
public final class CaseFolder {

    private static final int MOST_BYTES = 64 << 20;

    private final @Nullable Path folder;
    private final String inside;

    private CaseFolder(@Nullable Path folder, String inside) {
        this.folder = folder;
        this.inside = inside;
    }

    /// A folder on disk.
    public static CaseFolder on(Path folder) {
        return new CaseFolder(folder, "");
    }

    /// A folder of the cases that travel with the program.
    public static CaseFolder inside(String path) {
        return new CaseFolder(null, "/cases/" + path);
    }

    /// A folder below or beside this one.
    public CaseFolder at(String path) {
        return folder == null
                ? new CaseFolder(
                        null,
                        Path.of(inside).resolve(path).normalize().toString().replace('\\', '/'))
                : new CaseFolder(folder.resolve(path).normalize(), "");
    }

    /// The last part of its name.
    public String name() {
        Path path = folder == null ? Path.of(inside) : folder;
        return String.valueOf(path.getFileName());
    }

    /// True if the folder has this file.
    public boolean has(String file) {
        return folder == null
                ? CaseFolder.class.getResource(inside + "/" + file) != null
                : Files.isRegularFile(folder.resolve(file));
    }

    /// Names of the files with an ending, sorted. Inside the program the cases list their files in `INDEX`.
    public List<String> files(String ending) {
        if (folder == null) {
            return text("INDEX")
                    .lines()
                    .filter(file -> file.endsWith(ending))
                    .sorted()
                    .toList();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CaseException(folder.toString(), "it cannot be listed");
        }
    }

    /// A JSON file.
    ///
    /// @throws CaseException if it cannot be read
    public JsonNode json(String file) {
        String text = text(file);
        if (text.isBlank()) {
            throw new CaseException(where(file), "it is empty");
        }
        try {
            return JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // other programs write NaN for "not defined"
                    .build()
                    .readTree(text);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String where = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
            throw new CaseException(where(file) + where, "it is not JSON: " + e.getOriginalMessage());
        }
    }

    /// A YAML file of texts, numbers, lists and mappings.
    ///
    /// @throws CaseException if it cannot be read
    public JsonNode yaml(String file) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(20);
        options.setMaxAliasesForCollections(10);
        try {
            Object tree = new Yaml(new SafeConstructor(options)).load(text(file));
            return JsonMapper.builder().build().valueToTree(tree);
        } catch (YAMLException e) {
            String at = "";
            String what = String.valueOf(e.getMessage());
            if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
                Mark mark = marked.getProblemMark();
                at = ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
                what = String.valueOf(marked.getProblem());
            }
            CaseException refused = new CaseException(where(file) + at, "it is not YAML: " + what);
            refused.initCause(e);
            throw refused;
        }
    }

    /// The rows of a CSV file with a header.
    public List<Map<String, String>> csv(String file) {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text(file))) {
            for (NamedCsvRecord row : reader) {
                rows.add(row.getFieldsAsMap());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + where(file), e);
        }
        return rows;
    }

    /// The text of a file of bytes that are letters of ISO 8859-1; unpacked if its name ends with `.gz`.
    ///
    /// @throws CaseException if it cannot be read or unpacked
    public String latin(String file) {
        return text(file, StandardCharsets.ISO_8859_1);
    }

    /// The text of a file.
    public String text(String file) {
        return text(file, StandardCharsets.UTF_8);
    }

    private String text(String file, Charset letters) {
        try (InputStream raw = open(file);
                InputStream in = file.toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new CaseException(where(file), "it is larger than %d bytes".formatted(MOST_BYTES));
            }
            return new String(bytes, letters);
        } catch (IOException e) {
            throw new CaseException(where(file), "it cannot be read");
        }
    }

    /// A file to be read row by row.
    ///
    /// @throws org.monazite.app.text.Problem if there is no such file in a folder of the user
    Input input(String file) {
        try {
            return folder == null ? Input.of(where(file), text(file)) : Input.of(folder.resolve(file));
        } catch (IOException e) {
            throw new CaseException(where(file), "it cannot be read");
        }
    }

    private InputStream open(String file) throws IOException {
        if (folder != null) {
            return Files.newInputStream(folder.resolve(file));
        }
        InputStream in = CaseFolder.class.getResourceAsStream(inside + "/" + file);
        if (in == null) {
            throw new CaseException(where(file), "the program was built without it");
        }
        return in;
    }

    /// How messages call a file of this folder.
    String where(String file) {
        return (folder == null ? inside : folder.toString()) + "/" + file;
    }
}
