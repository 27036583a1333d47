package io.github.icatimgcif.entrypoint.api.bundle;

import io.github.icatimgcif.dataset.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * An archive that is made as it is read: of its files none is held, and each is opened when its turn comes. A file that has not the
 * size that was said ends the reading by an error.
 */
public final class ArchiveStream extends InputStream {

    private static final int PIECE = 1 << 17;

    private final Pieces ready = new Pieces();
    private final Iterator<BundleEntry> entries;
    private final ArchiveWriter writer;
    private final byte[] piece = new byte[PIECE];
    private Optional<Open> current = Optional.empty();
    private boolean isOver;

    /** A file that is being read. */
    private static final class Open {
        private final BundleEntry entry;
        private final InputStream content;
        private final MessageDigest digest = Sha256.digest();
        private final CRC32 crc32 = new CRC32();
        private long count;

        Open(BundleEntry entry) throws IOException {
            this.entry = entry;
            this.content = entry.content().open();
        }
    }

    /**
     * An archive.
     *
     * @param entries its files; each is asked for when all before it have been sent
     */
    public ArchiveStream(ArchiveForm form, Iterator<BundleEntry> entries) {
        this.entries = entries;
        this.writer = form.writer(ready);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (ready.size() == 0) {
            if (isOver) {
                return -1;
            }
            goOn();
        }
        return ready.read(target, offset, length);
    }

    @Override
    public void close() throws IOException {
        if (current.isPresent()) {
            current.get().content.close();
        }
    }

    private void goOn() throws IOException {
        if (current.isPresent()) {
            goOnWith(current.get());
        } else if (entries.hasNext()) {
            BundleEntry entry = entries.next();
            current = Optional.of(new Open(entry)); // before its header is written: it may be gone
            writer.begin(entry);
        } else {
            writer.finish();
            isOver = true;
        }
    }

    private void goOnWith(Open file) throws IOException {
        int now = file.content.read(piece, 0, PIECE);
        if (now >= 0) {
            file.count += now;
            requireSize(file, file.count <= file.entry.size());
            file.digest.update(piece, 0, now);
            file.crc32.update(piece, 0, now);
            writer.write(piece, now);
            return;
        }
        requireSize(file, file.count == file.entry.size());
        file.content.close();
        writer.end();
        current = Optional.empty();
        file.entry.sent().sent(HexFormat.of().formatHex(file.digest.digest()), file.crc32.getValue());
    }

    private static void requireSize(Open file, boolean holds) throws IOException {
        if (!holds) {
            throw new IOException(file.entry.name() + " was to have " + file.entry.size() + " bytes and has "
                    + (file.count < file.entry.size() ? file.count : "more") + ": it changed meanwhile");
        }
    }
}
