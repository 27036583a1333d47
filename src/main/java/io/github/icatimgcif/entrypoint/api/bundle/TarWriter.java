package io.github.icatimgcif.entrypoint.api.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** POSIX tar: sizes above 8 GiB, long names and names beyond ASCII by extended headers. */
final class TarWriter implements ArchiveWriter {

    private static final int BLOCK = 10_240;

    private final TarArchiveOutputStream tar;

    TarWriter(OutputStream out) {
        this.tar = new TarArchiveOutputStream(out, BLOCK, StandardCharsets.UTF_8.name());
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    @Override
    public void begin(BundleEntry entry) throws IOException {
        TarArchiveEntry its = new TarArchiveEntry(entry.name());
        its.setSize(entry.size());
        its.setModTime(entry.modified().toEpochMilli());
        tar.putArchiveEntry(its);
    }

    @Override
    public void write(byte[] bytes, int length) throws IOException {
        tar.write(bytes, 0, length);
    }

    @Override
    public void end() throws IOException {
        tar.closeArchiveEntry();
    }

    @Override
    public void finish() throws IOException {
        tar.finish();
        tar.flush();
    }
}
