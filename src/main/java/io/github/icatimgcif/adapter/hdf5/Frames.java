package io.github.icatimgcif.adapter.hdf5;

import io.github.icatimgcif.experiment.FrameLocation;
import java.nio.file.Path;
import java.util.Optional;

/** The frames of one data set by their number. */
interface Frames {

    /** Where the frame with the 0-based number {@code index} lies; empty if there is no such frame. */
    Optional<FrameLocation> at(int index);

    /** How many there are; empty if nobody knows, as the file is not there. */
    Optional<Integer> count();

    /**
     * The frames of a data set that holds them itself.
     *
     * @param file  its file
     * @param path  its path in there
     * @param count how many there are; empty if the file is not there, then there may be any number
     */
    record Own(Path file, String path, Optional<Integer> count) implements Frames {

        @Override
        public Optional<FrameLocation> at(int index) {
            return count.isPresent() && index >= count.get()
                    ? Optional.empty()
                    : Optional.of(new FrameLocation(file, FrameLocation.Format.HDF5, Optional.of(path), index));
        }
    }

    /** No frames at all. */
    record None() implements Frames {

        @Override
        public Optional<FrameLocation> at(int index) {
            return Optional.empty();
        }

        @Override
        public Optional<Integer> count() {
            return Optional.of(0);
        }
    }
}
