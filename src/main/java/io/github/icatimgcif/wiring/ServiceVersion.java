package io.github.icatimgcif.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this service, as it was built. */
final class ServiceVersion {

    private static final String FILE = "/version.properties";

    private ServiceVersion() {}

    static String get() {
        Properties properties = new Properties();
        try (InputStream file = ServiceVersion.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the service was packed without " + FILE);
            }
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
        return properties.getProperty("version");
    }
}
