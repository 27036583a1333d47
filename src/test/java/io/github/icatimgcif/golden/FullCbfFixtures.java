package io.github.icatimgcif.golden;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** The data sets of {@code fullcbf/make_fixtures.py}. */
final class FullCbfFixtures {

    private FullCbfFixtures() {}

    static Path folder(String name) {
        try {
            return Path.of(Objects.requireNonNull(FullCbfFixtures.class.getResource("/fullcbf"))
                            .toURI())
                    .resolve(name);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
