package io.github.icatimgcif.judge.export;

import io.github.icatimgcif.judge.image.Image;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * The binary section of one image. It is compressed twice, once for its size and sum, which stand before it, and once to be
 * written: so that it need not be held beside its values.
 */
final class CompressedImage {

    /** As CBFlib has it: readers may fetch whole blocks beyond the last value. */
    private static final int PADDING = 4095;

    private static final byte[] START = {0x0c, 0x1a, 0x04, (byte) 0xd5};

    private static final String BOUNDARY = "--CIF-BINARY-FORMAT-SECTION--";

    private static final List<String> DIMENSIONS = List.of("Fastest", "Second", "Third");

    private final Image image;
    private final List<Integer> dimensions;
    private final int binary;
    private final Quoting quoting;

    /**
     * How the word for the compression is spelled; both mean the same. dxtbx reads a file that has it in quotes as one of a single
     * element on a goniometer ({@code FormatCBFFullByteOffset}), whatever else it says.
     */
    enum Quoting {
        QUOTED("\"x-CBF_BYTE_OFFSET\""),
        BARE("x-CBF_BYTE_OFFSET");

        private final String word;

        Quoting(String word) {
            this.word = word;
        }
    }

    /**
     * A section.
     *
     * @param dimensions number of values along each dimension, the fastest first; two or three
     * @param binary     its number in the file
     */
    CompressedImage(Image image, List<Integer> dimensions, int binary, Quoting quoting) {
        this.quoting = quoting;
        this.image = image;
        this.dimensions = List.copyOf(dimensions);
        this.binary = binary;
    }

    /** Writes it as a text field of CIF, from the semicolon to the semicolon. */
    void write(OutputStream out) throws IOException {
        Measure measure = new Measure();
        ByteOffsetCompression.write(image, measure);
        out.write(header(measure).getBytes(StandardCharsets.US_ASCII));
        out.write(START);
        ByteOffsetCompression.write(image, out);
        out.write(new byte[PADDING]);
        out.write(("\r\n" + BOUNDARY + "--\r\n;\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private String header(Measure measure) {
        StringBuilder header = new StringBuilder("\r\n;\r\n")
                .append(BOUNDARY)
                .append("\r\nContent-Type: application/octet-stream;\r\n     conversions=")
                .append(quoting.word)
                .append("\r\n")
                .append("Content-Transfer-Encoding: BINARY\r\n");
        field(header, "X-Binary-Size", String.valueOf(measure.size));
        field(header, "X-Binary-ID", String.valueOf(binary));
        field(header, "X-Binary-Element-Type", "\"signed 32-bit integer\"");
        field(header, "X-Binary-Element-Byte-Order", "LITTLE_ENDIAN");
        field(header, "Content-MD5", Base64.getEncoder().encodeToString(measure.digest.digest()));
        field(header, "X-Binary-Number-of-Elements", String.valueOf(image.count()));
        for (int i = 0; i < DIMENSIONS.size(); i++) {
            int size = i < dimensions.size() ? dimensions.get(i) : 1; // dxtbx asks for all three of several elements
            field(header, "X-Binary-Size-" + DIMENSIONS.get(i) + "-Dimension", String.valueOf(size));
        }
        field(header, "X-Binary-Size-Padding", String.valueOf(PADDING));
        return header.append("\r\n").toString();
    }

    private static void field(StringBuilder header, String name, String value) {
        header.append(name).append(": ").append(value).append("\r\n");
    }

    /** Size and sum of what is written to it. */
    private static final class Measure extends OutputStream {

        private final MessageDigest digest;
        private long size;

        Measure() {
            try {
                this.digest = MessageDigest.getInstance("MD5");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has MD5", e);
            }
        }

        @Override
        public void write(int one) {
            digest.update((byte) one);
            size++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            digest.update(bytes, offset, length);
            size += length;
        }
    }
}
