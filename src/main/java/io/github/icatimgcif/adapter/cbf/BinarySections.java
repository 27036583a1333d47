package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.judge.image.ImageUnreadable;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The binary sections of a CBF, one after the other, each passed over by the size that its header says. */
final class BinarySections {

    /** More than the longest header of a full CBF; a file of text that has no section is given up then. */
    private static final long MOST_TEXT = 256L * 1024 * 1024;

    private static final int LONGEST_LINE = 64 * 1024;
    private static final int MOST_HEADER = 64 * 1024;

    /** Ends the text: a form feed, control-Z, control-D and a byte that is no ASCII. */
    private static final byte[] END_OF_HEADER = {0x0c, 0x1a, 0x04, (byte) 0xd5};

    private final InputStream in;
    private int passed;

    /** The sections of a file; {@code in} must be buffered. */
    BinarySections(InputStream in) {
        this.in = in;
    }

    /**
     * The header of a section; afterwards the input stands at its first byte.
     *
     * @param number 1-based number of the section in the file
     * @throws ImageUnreadable if there are fewer sections, or one is damaged
     */
    BinaryHeader header(int number) throws IOException {
        for (; ; ) {
            if (!findsSection()) {
                throw new ImageUnreadable(
                        passed == 0
                                ? "it has no binary section with pixels"
                                : "image " + number + " is wanted and it has " + passed);
            }
            BinaryHeader header = header();
            passed++;
            if (passed == number) {
                return header;
            }
            try {
                in.skipNBytes(header.size()
                        .orElseThrow(() -> new ImageUnreadable(
                                "its section " + passed + " has no X-Binary-Size, so that the next cannot be found")));
            } catch (EOFException e) {
                throw new ImageUnreadable("it ends within its section " + passed + ": copy it anew", e);
            }
        }
    }

    /** Reads up to behind the line that opens a section. */
    private boolean findsSection() throws IOException {
        byte[] wanted = CbfHead.SECTION.getBytes(StandardCharsets.ISO_8859_1);
        byte[] line = new byte[LONGEST_LINE];
        int length = 0;
        for (long text = 0; text < MOST_TEXT; text++) {
            int next = in.read();
            if (next == '\n' || next == '\r' || next < 0) {
                if (length == wanted.length && Arrays.equals(line, 0, length, wanted, 0, length)) {
                    return true;
                }
                if (next < 0) {
                    return false;
                }
                length = 0;
            } else if (length < LONGEST_LINE) {
                line[length++] = (byte) next;
            }
        }
        throw new ImageUnreadable("it has no binary section within " + MOST_TEXT + " bytes of text");
    }

    private BinaryHeader header() throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < END_OF_HEADER.length) {
            int next = in.read();
            if (next < 0 || header.size() > MOST_HEADER) {
                throw new ImageUnreadable(
                        "the header of its section " + (passed + 1) + " is not ended by the bytes 0C 1A 04 D5");
            }
            header.write(next);
            byte got = (byte) next;
            matched = got == END_OF_HEADER[matched] ? matched + 1 : got == END_OF_HEADER[0] ? 1 : 0;
        }
        return BinaryHeader.parse(header.toString(StandardCharsets.ISO_8859_1));
    }
}
