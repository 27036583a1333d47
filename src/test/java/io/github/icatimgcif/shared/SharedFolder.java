package io.github.icatimgcif.shared;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder beside the project with recorded data and generators: -Dshared.folder, else {@code ../shared}. */
public final class SharedFolder {

    private SharedFolder() {}

    /** A file or folder in it; the test that asks is skipped where it is absent. */
    public static Path at(String path) {
        Path found = Path.of(System.getProperty("shared.folder", "../shared"), path)
                .toAbsolutePath()
                .normalize();
        Assumptions.assumeTrue(Files.exists(found), "SKIPPED: " + found + " is absent, set -Dshared.folder");
        return found;
    }
}
