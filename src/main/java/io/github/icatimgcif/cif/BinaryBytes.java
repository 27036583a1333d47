package io.github.icatimgcif.cif;

import java.io.IOException;
import java.util.Locale;

/**
 * A binary section while it is passed over: header, an empty line, four bytes that stop a listing, as many bytes as the header
 * says, padding, and the line that closes it.
 */
final class BinaryBytes {

    private static final String OPENS = "--CIF-BINARY-FORMAT-SECTION--";
    private static final String CLOSES = OPENS + "--";
    private static final int[] START = {0x0C, 0x1A, 0x04, 0xD5};

    private final CifBytes bytes;
    private final int line;

    /** A section in a value that begins on a line. */
    BinaryBytes(CifBytes bytes, int line) {
        this.bytes = bytes;
        this.line = line;
    }

    /** Whether the last line of a text field opens a binary section: the first thing in the field, at the start of a line. */
    static boolean opensSection(CifWord field, int lineFrom) {
        for (int i = 0; i < lineFrom; i++) {
            if (field.at(i) != ' ' && field.at(i) != '\t' && field.at(i) != '\n') {
                return false;
            }
        }
        return field.length() - lineFrom >= OPENS.length() && opens(field.text(lineFrom));
    }

    /** Whether a text, written as it is, would be taken for a binary section. */
    static boolean looksLikeSection(String text) {
        return opens(text.stripLeading().lines().findFirst().orElse(""));
    }

    private static boolean opens(String lastLine) {
        return lastLine.stripTrailing().equals(OPENS);
    }

    /** Reads the lines up to the empty one. */
    void readHeader(CifWord header) throws IOException {
        int lineFrom = 0;
        while (true) {
            int next = bytes.read();
            if (next == CifBytes.END) {
                throw refused("ends within its header; an empty line ends the header");
            }
            if (next == '\n' && header.length() == lineFrom) {
                return;
            }
            header.add(next, line);
            if (next == '\n') {
                lineFrom = header.length();
            }
        }
    }

    /** Goes to what follows the section and the text field that it stands in. */
    void skip(BinarySection section) throws IOException {
        String encoding = section.field("Content-Transfer-Encoding").orElse("7BIT");
        if (encoding.toUpperCase(Locale.ROOT).equals("BINARY")) {
            for (int expected : START) {
                if (bytes.peek() != expected) {
                    throw refused("must begin with the bytes 0C 1A 04 D5 after the empty line");
                }
                bytes.read();
            }
            long size = size(section);
            if (!bytes.skip(size)) {
                throw refused("says X-Binary-Size " + size + ", but the file ends before that; is it complete?");
            }
            skipPadding(size);
        }
        if (!bytes.skipPast(CLOSES)) {
            throw refused("is not closed by a line " + CLOSES);
        }
        while (isBlank(bytes.peek())) {
            bytes.read();
        }
        if (bytes.peek() != ';' || !bytes.atLineStart()) {
            throw refused("must be followed by a line with ;");
        }
        bytes.read();
    }

    /** Zeros up to the line that closes the section: anything else says that the size is wrong, and where it ends unknown. */
    private void skipPadding(long size) throws IOException {
        while (bytes.peek() == 0 || isBlank(bytes.peek())) {
            bytes.read();
        }
        if (bytes.peek() != '-' && bytes.peek() != CifBytes.END) {
            throw refused(
                    "says X-Binary-Size " + size + ", but goes on after that; it must be the number of all its bytes");
        }
    }

    private long size(BinarySection section) {
        String size = section.field("X-Binary-Size")
                .orElseThrow(() -> refused("has no X-Binary-Size, which says where it ends"));
        if (size.matches("[0-9]{1,18}")) {
            return Long.parseLong(size);
        }
        throw refused(
                "has an X-Binary-Size that is no number of bytes: " + size.substring(0, Math.min(40, size.length())));
    }

    private static boolean isBlank(int next) {
        return next == ' ' || next == '\n' || next == '\t';
    }

    private CifUnreadable refused(String why) {
        return new CifUnreadable(line, "the binary section " + why);
    }
}
