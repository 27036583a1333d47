package io.github.icatimgcif.adapter.files;

import io.github.icatimgcif.experiment.Packing.Archive;
import io.github.icatimgcif.experiment.Packing.Compression;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** One pass over a compressed tar archive, watched: what expands without end is refused while it does. */
final class TarStream {

    private static final int BUFFER = 64 * 1024;

    /** Bytes of long names and extended headers before a member; more is an attempt to fill the memory. */
    private static final long MOST_HEADER = 1024 * 1024;

    private final String archive;
    private final Limits limits;
    private final StoredStream stored;
    private final Watched watched;
    private final TarArchiveInputStream tar;
    private String member = "its beginning";
    private int members;

    TarStream(FileContent content, String archive, Archive kind, Limits limits) {
        this.archive = archive;
        this.limits = limits;
        this.stored = content.stream(BUFFER);
        try {
            this.watched = new Watched(Compressed.open(stored, kind == Archive.TGZ ? Compression.GZ : Compression.BZ2));
        } catch (IOException e) {
            throw broken(e);
        }
        this.tar = new TarArchiveInputStream(watched, StandardCharsets.UTF_8.name());
    }

    /** The next member of any type; empty at the end. */
    Optional<TarArchiveEntry> next() {
        byte[] discarded = new byte[BUFFER];
        try {
            while (members > 0 && tar.read(discarded) > 0) {
                // to the end of the member before, so that what follows is header only
            }
            watched.beginHeader();
            TarArchiveEntry entry = tar.getNextEntry();
            watched.beginMember();
            if (entry == null) {
                return Optional.empty();
            }
            member = entry.getName();
            members++;
            return Optional.of(entry);
        } catch (IOException | IllegalArgumentException e) {
            // The library answers some headers that cannot be with an IllegalArgumentException.
            throw broken(e);
        }
    }

    /** The bytes of the present member. */
    InputStream member() {
        return tar;
    }

    FilesUnusable broken(Exception cause) {
        boolean ends = cause instanceof EOFException
                || String.valueOf(cause.getMessage()).matches("(?i).*(truncated|unexpected end|end of).*");
        return new FilesUnusable(
                archive,
                (ends ? "ends too early" : "is damaged") + " at " + member + ", after " + Math.max(0, members - 1)
                        + " whole members (" + cause.getMessage() + "): copy or pack it anew",
                cause);
    }

    /** What comes out of the decompression, counted. */
    private final class Watched extends InputStream {

        private final InputStream content;
        private long total;
        private long begin;
        private long storedAtBegin;
        private boolean inHeader = true;

        Watched(InputStream content) {
            this.content = content;
        }

        void beginHeader() {
            begin(true);
        }

        void beginMember() {
            begin(false);
        }

        private void begin(boolean header) {
            inHeader = header;
            begin = total;
            storedAtBegin = stored.taken();
        }

        @Override
        public int read() throws IOException {
            int value = content.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = content.read(into, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            total += read;
            long piece = total - begin;
            if (inHeader && piece > MOST_HEADER) {
                throw new FilesUnusable(
                        archive,
                        "has more than " + MOST_HEADER + " bytes of header after " + member + ": it is damaged");
            }
            if (total > limits.mostBytes()) {
                throw new FilesUnusable(
                        archive,
                        "holds more than " + limits.mostBytes() + " bytes, decompressed: unpack it, or pack the dataset"
                                + " as a ZIP archive, which can be read in part");
            }
            // The buffer may hold all that a small member was made of.
            long from = Math.max(stored.taken() - storedAtBegin, BUFFER);
            if (piece > limits.ratioFrom() && piece / limits.largestRatio() > from) {
                throw new FilesUnusable(
                        archive,
                        "expands more than " + limits.largestRatio() + " times at " + member
                                + ", as no image does: it is not read further");
            }
        }
    }
}
