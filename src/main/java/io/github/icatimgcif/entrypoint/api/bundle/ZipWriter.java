package io.github.icatimgcif.entrypoint.api.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * ZIP. Checksums stand behind the files, so that none is read twice; for that their method is always that of deflate, of level 0 where
 * nothing is to be gained.
 */
final class ZipWriter implements ArchiveWriter {

    /** Level 0 adds five bytes to each block: files that are nearly of 4 GiB are written as larger ones. */
    private static final long LARGE = 0xFFFF_FFFFL - (64L << 20);

    private final ZipArchiveOutputStream zip;

    ZipWriter(OutputStream out) {
        this.zip = new ZipArchiveOutputStream(out);
    }

    @Override
    public void begin(BundleEntry entry) throws IOException {
        ZipArchiveEntry its = new ZipArchiveEntry(entry.name());
        its.setMethod(ZipEntry.DEFLATED);
        its.setSize(entry.size());
        its.setTime(entry.modified().toEpochMilli());
        zip.setLevel(
                entry.packing() == BundleEntry.Packing.COMPRESSED
                        ? Deflater.DEFAULT_COMPRESSION
                        : Deflater.NO_COMPRESSION);
        zip.setUseZip64(entry.size() > LARGE ? Zip64Mode.Always : Zip64Mode.AsNeeded);
        zip.putArchiveEntry(its);
    }

    @Override
    public void write(byte[] bytes, int length) throws IOException {
        zip.write(bytes, 0, length);
    }

    @Override
    public void end() throws IOException {
        zip.closeArchiveEntry();
    }

    @Override
    public void finish() throws IOException {
        zip.setUseZip64(Zip64Mode.AsNeeded);
        zip.finish();
        zip.flush();
    }
}
