package io.github.icatimgcif.conversion.collect;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of a dataset's raw files.
 *
 * @param path absolute, as the dataset was announced
 * @param real the same with all links followed; the same path where it is not there
 */
public record RawFolder(Path path, Path real) {

    /**
     * The path of a file from the folder: {@code scan_1/x_000001.h5}; empty if it lies elsewhere.
     *
     * @param file absolute and without dots
     */
    public Optional<Path> below(Path file) {
        for (Path folder : new Path[] {path, real}) {
            if (file.startsWith(folder) && !file.equals(folder)) {
                return Optional.of(folder.relativize(file));
            }
        }
        return Optional.empty();
    }
}
