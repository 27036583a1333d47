package io.github.icatimgcif.conversion.write;

import io.github.icatimgcif.dataset.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;

/**
 * An imgCIF on disk.
 *
 * @param path     absolute path
 * @param size     bytes, exactly
 * @param sha256   SHA-256 of the content, 64 lower-case hexadecimal digits
 * @param modified when the file was last written
 * @param isNew    whether this conversion wrote it; false if it was there with this very content
 */
public record WrittenImgCif(Path path, long size, String sha256, Instant modified, boolean isNew) {

    /**
     * The content from its beginning. The file is opened first and held against the checksum then, so that what is read is what was
     * written, wherever its path leads meanwhile.
     *
     * @throws NotAsWritten if another file, or none, lies in its place
     * @throws IOException  if it cannot be read
     */
    public InputStream open() throws IOException {
        requireFile();
        SeekableByteChannel opened =
                Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        try {
            if (opened.size() != size || !sha256.equals(sha256(opened))) {
                throw new NotAsWritten(path);
            }
            opened.position(0);
            return Channels.newInputStream(opened);
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /**
     * It is there and can be read.
     *
     * @throws NotAsWritten if another file, or none, lies in its place
     * @throws IOException  if it cannot be read
     */
    public void requireAsWritten() throws IOException {
        open().close();
    }

    /** Whether nothing at all lies in its place. */
    public boolean isGone() {
        return Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** A pipe or a device is never opened: that may wait for ever. */
    private void requireFile() throws IOException {
        if (isGone()
                || !Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .isRegularFile()) {
            throw new NotAsWritten(path);
        }
    }

    private static String sha256(SeekableByteChannel of) throws IOException {
        MessageDigest digest = Sha256.digest();
        // Closing the stream would close the file.
        Channels.newInputStream(of).transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return HexFormat.of().formatHex(digest.digest());
    }
}
