package io.github.icatimgcif.conversion.collect;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The storage that raw data lie on, asked about files as such and not about what is in them. */
@FunctionalInterface
public interface StoredData {

    /**
     * Whether there is anything at a location. A network drive that remembers that there was nothing is asked anew.
     *
     * @throws io.github.icatimgcif.conversion.Unavailable if the storage does not answer
     */
    boolean isThere(Path location);

    /** The first of these files that was written to a moment ago, so that more may follow; empty if all have come to rest. */
    default Optional<Path> beingWritten(List<Path> files) {
        return Optional.empty();
    }

    /** A file at or in a location that was written to a moment ago; empty if all have come to rest. */
    default Optional<Path> beingWrittenAt(Path location) {
        return Optional.empty();
    }

    /** Whether a file or folder came to a location, or was written to there, within a time up to now. */
    default boolean hasChangedWithin(Path location, Duration time) {
        return false;
    }

    /** Names of folders in a location, hidden ones left out; of a location of very many entries those among the first. */
    default List<String> foldersIn(Path location) {
        return List.of();
    }
}
