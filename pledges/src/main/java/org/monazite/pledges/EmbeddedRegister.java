package org.monazite.pledges;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The register that comes with the program: class-path resources, one YAML file per pledge. A workspace starts with
/// a copy of them.
public final class EmbeddedRegister {

    private static final String INDEX = "register/INDEX";

    private EmbeddedRegister() {}

    /// Names of the files, in the order of the register.
    public static List<String> names() {
        return text(INDEX).lines().toList();
    }

    /// Text of each file, by name, in the order of the register.
    public static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        names().forEach(name -> texts.put(name, text("register/" + name)));
        return texts;
    }

    private static String text(String resource) {
        try (InputStream in = EmbeddedRegister.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file " + resource + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The program cannot read its file " + resource + ".", e);
        }
    }
}
