package io.github.icatimgcif.experiment;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the pixels of one frame lie.
 *
 * @param file   absolute path of the file that holds them, the data file itself and not a master that links to it
 * @param format format of that file
 * @param path   the data set inside the file ({@code /entry/data/data}); empty where a file is one image
 * @param index  0-based index of the frame along the slowest dimension of that data set; 0 where a file is one image
 */
public record FrameLocation(Path file, Format format, Optional<String> path, int index) {

    /** File formats as the dictionary names them. */
    public enum Format {
        HDF5,
        CBF,
        SMV,
        TIFF
    }
}
