package io.github.icatimgcif.adapter.images;

import io.github.icatimgcif.adapter.files.FilesUnusable;
import io.github.icatimgcif.adapter.files.RawFiles;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.experiment.Packing.Compression;
import io.github.icatimgcif.judge.image.ImageUnreadable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A temporary copy of a file that is packed; removed when it is closed. */
final class UnpackedFile implements AutoCloseable {

    private static final int PIECE = 64 * 1024;

    private final Path path;
    private Optional<Compression> compression = Optional.empty();

    private UnpackedFile(Path path) {
        this.path = path;
    }

    /**
     * Unpacks a file.
     *
     * @param name    its name in the folder or its path in the archive
     * @param largest bytes that it may have
     * @throws ImageUnreadable if it is not there, or is larger
     */
    static UnpackedFile of(RawFiles files, String name, long largest) throws IOException {
        UnpackedFile unpacked = new UnpackedFile(Files.createTempFile("imgcif-image-", ".tmp"));
        try {
            boolean isThere = files.content(name, (compression, content) -> {
                unpacked.compression = compression;
                unpacked.copy(content, largest);
            });
            if (!isThere) {
                throw new ImageUnreadable("there is no file " + name + " in the archive");
            }
            return unpacked;
        } catch (UncheckedIOException e) {
            unpacked.close();
            throw new ImageUnreadable("cannot unpack it to " + unpacked.path + ": " + e.getCause(), e);
        } catch (RuntimeException e) {
            unpacked.close();
            throw e;
        }
    }

    private void copy(InputStream content, long largest) throws IOException {
        byte[] piece = new byte[PIECE];
        try (OutputStream out = created()) {
            long size = 0;
            for (int read = read(content, piece); read >= 0; read = read(content, piece)) {
                size += read;
                if (size > largest) {
                    throw new ImageUnreadable(
                            "it has more than " + largest + " bytes, unpacked: give it as a file that is not packed");
                }
                write(out, piece, read);
            }
        }
    }

    /** The wall towards the libraries that decompress: what damaged bytes make them throw is all the same. */
    private static int read(InputStream content, byte[] piece) throws IOException {
        try {
            return content.read(piece);
        } catch (FilesUnusable | Unavailable e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IOException("its bytes make no sense: " + e.getMessage(), e);
        }
    }

    /** Trouble with our own file must not be taken for damage of what is unpacked. */
    private OutputStream created() {
        try {
            return Files.newOutputStream(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream out, byte[] piece, int length) {
        try {
            out.write(piece, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it lies until it is closed. */
    Path path() {
        return path;
    }

    /** How the file was compressed as a whole; empty if it was not. */
    Optional<Compression> compression() {
        return compression;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }
}
