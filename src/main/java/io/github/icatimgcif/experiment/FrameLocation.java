package io.github.icatimgcif.experiment;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the pixels of one frame lie.
 *
 * @param file    absolute path of the file that holds them (of the archive, if they lie in one): the data file itself and not a
 *                master that links to it
 * @param format  format of the image file
 * @param path    the data set inside the image file ({@code /entry/data/data}); empty where a file is no container
 * @param index   0-based index of the frame along the slowest dimension of that data set, or among the images of the file; 0
 *                where a file is one image
 * @param packing what is wrapped around the image file
 */
public record FrameLocation(Path file, Format format, Optional<String> path, int index, Packing packing) {

    /** File formats as the dictionary names them. */
    public enum Format {
        HDF5,
        CBF,
        SMV,
        TIFF
    }

    /** A frame of a plain file. */
    public FrameLocation(Path file, Format format, Optional<String> path, int index) {
        this(file, format, path, index, Packing.NONE);
    }

    /** Where the array with the 0-based number {@code number} among those of this frame lies. */
    public FrameLocation array(int number) {
        return number == 0 ? this : new FrameLocation(file, format, path, index + number, packing);
    }
}
