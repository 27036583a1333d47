package io.github.icatimgcif.adapter.files.tiff;

import io.github.icatimgcif.adapter.files.FileContent;
import io.github.icatimgcif.adapter.files.Head;
import java.util.Arrays;

/** The bytes of a TIFF file, whose directories may lie anywhere in it, mostly before or behind all pixels. */
@FunctionalInterface
public interface TiffBytes {

    /**
     * At most {@code length} bytes from {@code position} on; fewer if the file ends before.
     *
     * @param position 0 or more
     * @throws TiffUnreadable if they lie where nothing is read
     */
    byte[] read(long position, int length);

    /** All bytes of a plain file. */
    static TiffBytes of(FileContent content) {
        return content::read;
    }

    /**
     * The bytes that a head has.
     *
     * @param asked how many were asked for; a head with fewer is the whole file
     */
    static TiffBytes of(Head head, int asked) {
        byte[] bytes = new byte[head.length()];
        head.bytes().get(bytes);
        return (position, length) -> {
            if (position + length > bytes.length && bytes.length >= asked) {
                throw TiffUnreadable.beyond(position, bytes.length);
            }
            int from = (int) Math.min(position, bytes.length);
            return Arrays.copyOfRange(bytes, from, (int) Math.min(position + length, bytes.length));
        };
    }
}
