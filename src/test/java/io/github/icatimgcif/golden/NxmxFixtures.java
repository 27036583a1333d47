package io.github.icatimgcif.golden;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** The data sets of {@code nxmx/make_fixtures.py} and {@code nxmx/make_folders.py}. */
final class NxmxFixtures {

    private NxmxFixtures() {}

    static Path folder(String name) {
        try {
            return Path.of(Objects.requireNonNull(NxmxFixtures.class.getResource("/nxmx"))
                            .toURI())
                    .resolve(name);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
