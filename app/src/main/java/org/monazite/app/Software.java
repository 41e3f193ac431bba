package org.monazite.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// What the program is called and which version it is.
public final class Software {

    private static final String VERSION = read();

    private Software() {}

    /// The version, such as `0.1.0`.
    public static String version() {
        return VERSION;
    }

    private static String read() {
        Properties properties = new Properties();
        try (InputStream in = Software.class.getResourceAsStream("software.properties")) {
            if (in == null) {
                throw new IllegalStateException("The program was built without its version.");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the version of the program", e);
        }
        return properties.getProperty("version");
    }
}
