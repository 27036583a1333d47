package io.github.icatimgcif.entrypoint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of one of the small NXmx datasets of {@code src/test/resources/nxmx}. */
final class FixtureDataset {

    private FixtureDataset() {}

    /**
     * Copies a dataset into a folder.
     *
     * @param name its folder in {@code nxmx}
     * @return the master file
     */
    static Path in(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/nxmx", name))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return folder.resolve("x_master.h5");
    }
}
