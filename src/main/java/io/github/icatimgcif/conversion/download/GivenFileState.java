package io.github.icatimgcif.conversion.download;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;

/**
 * What a file was when it was looked at.
 *
 * @param size     bytes
 * @param modified when it was last written
 * @param identity tells it from another file of the same name, where the storage does
 */
public record GivenFileState(long size, Instant modified, Optional<String> identity) {

    static GivenFileState of(BasicFileAttributes its) {
        return new GivenFileState(
                its.size(),
                its.lastModifiedTime().toInstant(),
                Optional.ofNullable(its.fileKey()).map(Object::toString));
    }

    /**
     * It is still the same.
     *
     * @throws IOException if it is not, saying what has changed
     */
    void require(BasicFileAttributes now, Path file) throws IOException {
        GivenFileState state = of(now);
        if (!now.isRegularFile() || !equals(state)) {
            throw new IOException(file + " changed while it was given away: it had " + size + " bytes of " + modified
                    + " and has " + state.size() + " of " + state.modified());
        }
    }
}
