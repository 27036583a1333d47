package io.github.icatimgcif.adapter.images;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

/** Makes the bytes of small image files of 7 x 5 pixels, none of whose values is there twice. */
final class WrittenImages {

    static final int FAST = 7;
    static final int SLOW = 5;

    private WrittenImages() {}

    /** The values of the image with that number. */
    static int[] values(int number) {
        int[] values = new int[FAST * SLOW];
        for (int i = 0; i < values.length; i++) {
            values[i] = 40 * (number - 1) + i + 2;
        }
        return values;
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Each value in so many bytes. */
    static byte[] plain(int size, ByteOrder order, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * size).order(order);
        for (int value : values) {
            switch (size) {
                case 1 -> bytes.put((byte) value);
                case 2 -> bytes.putShort((short) value);
                default -> bytes.putInt(value);
            }
        }
        return bytes.array();
    }

    /** The compression of CBF by byte offsets. */
    static byte[] byteOffsets(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 15).order(ByteOrder.LITTLE_ENDIAN);
        long before = 0;
        for (long value : values) {
            long difference = value - before;
            before = value;
            if (Math.abs(difference) <= 127) {
                bytes.put((byte) difference);
            } else if (Math.abs(difference) <= 32767) {
                bytes.put((byte) 0x80).putShort((short) difference);
            } else if (Math.abs(difference) <= Integer.MAX_VALUE) {
                bytes.put((byte) 0x80).putShort((short) 0x8000).putInt((int) difference);
            } else {
                bytes.put((byte) 0x80)
                        .putShort((short) 0x8000)
                        .putInt(0x80000000)
                        .putLong(difference);
            }
        }
        byte[] used = new byte[bytes.position()];
        bytes.rewind().get(used);
        return used;
    }

    static byte[] byteOffsets(int... values) {
        long[] all = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            all[i] = values[i];
        }
        return byteOffsets(all);
    }

    static String md5(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A CBF with these sections. */
    static byte[] cbf(byte[]... sections) {
        return joined(
                ascii("###CBF: VERSION 1.5\r\n\r\ndata_image\r\n\r\nloop_\r\n_array_data.data\r\n"), joined(sections));
    }

    /** A binary section of 7 x 5 pixels. */
    static byte[] section(String compression, String type, String more, byte... bytes) {
        return section(FAST, SLOW, compression, type, more, bytes);
    }

    static byte[] section(int fast, int slow, String compression, String type, String more, byte... bytes) {
        String header = ";\r\n--CIF-BINARY-FORMAT-SECTION--\r\n"
                + "Content-Type: application/octet-stream"
                + (compression.isEmpty() ? "" : ";\r\n     conversions=\"" + compression + "\"")
                + "\r\nContent-Transfer-Encoding: BINARY\r\nX-Binary-Size: " + bytes.length
                + "\r\nX-Binary-ID: 1\r\nX-Binary-Element-Type: \"" + type + "\"\r\n"
                + more
                + "X-Binary-Size-Fastest-Dimension: " + fast + "\r\nX-Binary-Size-Second-Dimension: " + slow
                + "\r\n\r\n";
        return joined(
                ascii(header),
                new byte[] {0x0c, 0x1a, 0x04, (byte) 0xd5},
                bytes,
                ascii("\r\n--CIF-BINARY-FORMAT-SECTION----\r\n;\r\n"));
    }

    /** An SMV file with a header of 512 bytes. */
    static byte[] smv(String keys, byte... pixels) {
        String header = "{\nHEADER_BYTES=512;\nDIM=2;\n" + keys + "}\n";
        return joined(ascii(header + "\f".repeat(512 - header.length())), pixels);
    }

    /** One image of a TIFF. */
    record Picture(int bits, int format, int compression, int predictor, int tile, List<byte[]> pieces) {

        Picture {
            pieces = List.copyOf(pieces);
        }

        /** In strips of two rows. */
        static Picture strips(int bits, int format, byte[]... pieces) {
            return new Picture(bits, format, 1, 1, 0, List.of(pieces));
        }
    }

    /** A TIFF with these images. */
    static byte[] tiff(ByteOrder order, Picture... pictures) {
        ByteBuffer bytes = ByteBuffer.allocate(100_000).order(order);
        bytes.put(ascii(order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM")).putShort((short) 42);
        int link = bytes.position();
        bytes.putInt(0);
        for (Picture picture : pictures) {
            int[] offsets = new int[picture.pieces().size()];
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = bytes.position();
                bytes.put(picture.pieces().get(i));
            }
            int offsetsAt = bytes.position();
            for (int offset : offsets) {
                bytes.putInt(offset);
            }
            int sizesAt = bytes.position();
            picture.pieces().forEach(piece -> bytes.putInt(piece.length));
            bytes.putInt(link, bytes.position());
            int[][] tags = tags(picture, offsets.length, offsetsAt, sizesAt, offsets);
            bytes.putShort((short) tags.length);
            for (int[] tag : tags) {
                bytes.putShort((short) tag[0])
                        .putShort((short) 4)
                        .putInt(tag[1])
                        .putInt(tag[2]);
            }
            link = bytes.position();
            bytes.putInt(0);
        }
        byte[] used = new byte[bytes.position()];
        bytes.rewind().get(used);
        return used;
    }

    private static int[][] tags(Picture picture, int pieces, int offsetsAt, int sizesAt, int... offsets) {
        boolean areTiles = picture.tile() > 0;
        int first = pieces == 1 ? offsets[0] : offsetsAt;
        int size = pieces == 1 ? picture.pieces().get(0).length : sizesAt;
        return new int[][] {
            {256, 1, FAST},
            {257, 1, SLOW},
            {258, 1, picture.bits()},
            {259, 1, picture.compression()},
            {areTiles ? 324 : 273, pieces, first},
            {areTiles ? 322 : 278, 1, areTiles ? picture.tile() : 2},
            {areTiles ? 325 : 279, pieces, size},
            {areTiles ? 323 : 65000, 1, picture.tile()},
            {317, 1, picture.predictor()},
            {339, 1, picture.format()}
        };
    }

    static byte[] deflated(byte... bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
