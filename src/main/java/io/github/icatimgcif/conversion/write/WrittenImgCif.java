package io.github.icatimgcif.conversion.write;

import java.nio.file.Path;
import java.time.Instant;

/**
 * An imgCIF on disk.
 *
 * @param path     absolute path
 * @param size     bytes, exactly
 * @param sha256   SHA-256 of the content, 64 lower-case hexadecimal digits
 * @param modified when the file was last written
 * @param isNew    whether this conversion wrote it; false if it was there with this very content
 */
public record WrittenImgCif(Path path, long size, String sha256, Instant modified, boolean isNew) {}
