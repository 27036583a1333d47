package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.conversion.Unavailable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Size and type of the first image of a TIFF file.
 *
 * @param width  pixels in a row
 * @param height rows
 * @param bits   of a pixel, negative if it has a sign; 0 if it is no whole number
 * @see <a href="https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf">TIFF 6.0</a>
 */
record TiffHead(int width, int height, int bits) {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int SAMPLE_FORMAT = 339;
    private static final int SIGNED = 2;
    private static final int FLOAT = 3;
    private static final int ENTRY = 12;
    private static final int SHORT = 3;
    private static final int LARGEST = 1_000_000;

    /**
     * Reads the head of a file.
     *
     * @throws NotUsable   if it is no TIFF file
     * @throws Unavailable if the storage does not answer
     */
    static TiffHead of(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            Map<Integer, Long> tags = tags(channel).orElseThrow(() -> notTiff(file));
            long width = tags.getOrDefault(WIDTH, 0L);
            long height = tags.getOrDefault(HEIGHT, 0L);
            if (width < 1 || height < 1 || width > LARGEST || height > LARGEST) {
                throw notTiff(file);
            }
            long format = tags.getOrDefault(SAMPLE_FORMAT, 1L);
            int bits = tags.getOrDefault(BITS, 1L).intValue();
            return new TiffHead((int) width, (int) height, format == SIGNED ? -bits : format == FLOAT ? 0 : bits);
        } catch (EOFException e) {
            throw notTiff(file);
        } catch (IOException e) {
            throw new Unavailable("cannot read the head of " + file, e);
        }
    }

    private static NotUsable notTiff(Path file) {
        return new NotUsable(file.toString(), "is no TIFF file with an image");
    }

    private static Optional<Map<Integer, Long>> tags(FileChannel channel) throws IOException {
        ByteBuffer head = bytes(channel, 0, 8);
        short order = head.getShort(0);
        if (order != 0x4949 && order != 0x4d4d) {
            return Optional.empty();
        }
        ByteOrder endian = order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        if (head.order(endian).getShort(2) != 42) {
            return Optional.empty();
        }
        long directory = Integer.toUnsignedLong(head.getInt(4));
        int count =
                Short.toUnsignedInt(bytes(channel, directory, 2).order(endian).getShort(0));
        ByteBuffer entries = bytes(channel, directory + 2, count * ENTRY).order(endian);
        Map<Integer, Long> tags = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int at = i * ENTRY;
            boolean isShort = entries.getShort(at + 2) == SHORT;
            long value = isShort
                    ? Short.toUnsignedInt(entries.getShort(at + 8))
                    : Integer.toUnsignedLong(entries.getInt(at + 8));
            tags.put(Short.toUnsignedInt(entries.getShort(at)), value);
        }
        return Optional.of(tags);
    }

    private static ByteBuffer bytes(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("ends within its head");
            }
        }
        return buffer.flip();
    }
}
