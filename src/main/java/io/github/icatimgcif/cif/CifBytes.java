package io.github.icatimgcif.cif;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of a file with its lines counted: CR, LF and CRLF all arrive as one line feed, a byte order mark not at all. */
final class CifBytes {

    static final int END = -1;

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_MARK = 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long before;
    private int line = 1;
    private int column = 1;
    private boolean lineStart = true;

    CifBytes(InputStream in) throws IOException {
        this.in = in;
        while (end < LONGEST_MARK) {
            int more = in.read(buffer, end, BUFFER - end);
            if (more <= 0) {
                break;
            }
            end += more;
        }
        if (startsWith(new byte[] {(byte) 0xFF, (byte) 0xFE}) || startsWith(new byte[] {(byte) 0xFE, (byte) 0xFF})) {
            throw new CifUnreadable(1, "the file is UTF-16; CIF is ASCII or UTF-8");
        }
        if (startsWith(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
            at = 3;
        }
    }

    /** Whether the bytes not yet read begin so; only at the start of the file. */
    boolean startsWith(byte[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (at + i >= end || buffer[at + i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** The next byte, 0 to 255, without taking it; {@link #END} if there is none. */
    int peek() throws IOException {
        if (at == end && !fill()) {
            return END;
        }
        int next = buffer[at] & 0xFF;
        return next == '\r' ? '\n' : next;
    }

    /** Takes the next byte; {@link #END} if there is none. */
    int read() throws IOException {
        if (at == end && !fill()) {
            return END;
        }
        int next = buffer[at++] & 0xFF;
        if (next == '\r') {
            if (peek() == '\n' && buffer[at] == '\n') {
                at++;
            }
            next = '\n';
        }
        lineStart = next == '\n';
        if (lineStart) {
            line++;
            column = 1;
        } else if ((next & 0xC0) != 0x80) { // the further bytes of a character of UTF-8 are none of their own
            column++;
        }
        return next;
    }

    /** How many bytes of the file stand before the next one, a byte order mark and both of CRLF counted. */
    long position() {
        return before + at;
    }

    /** 1-based number of the line of the next byte. */
    int line() {
        return line;
    }

    /** 1-based number of the next byte's character in its line; after a binary section it counts from there. */
    int column() {
        return column;
    }

    /** Whether the next byte is the first one of its line. */
    boolean atLineStart() {
        return lineStart;
    }

    /** Passes over bytes as they are; false if the file ends before that. */
    boolean skip(long count) throws IOException {
        long left = count;
        while (left > 0) {
            if (at == end && !fill()) {
                return false;
            }
            int now = (int) Math.min(left, end - at);
            for (int i = at; i < at + now; i++) {
                if (buffer[i] == '\n') {
                    line++;
                }
            }
            at += now;
            left -= now;
        }
        lineStart = false;
        column = 1;
        return true;
    }

    /** Passes over bytes until after these ones; false if the file ends before that. */
    boolean skipPast(String mark) throws IOException {
        byte[] wanted = mark.getBytes(StandardCharsets.US_ASCII);
        int[] fallback = new int[wanted.length];
        for (int i = 1, k = 0; i < wanted.length; i++) {
            while (k > 0 && wanted[i] != wanted[k]) {
                k = fallback[k - 1];
            }
            k = wanted[i] == wanted[k] ? k + 1 : k;
            fallback[i] = k;
        }
        int matched = 0;
        while (matched < wanted.length) {
            int next = read();
            if (next == END) {
                return false;
            }
            while (matched > 0 && next != wanted[matched]) {
                matched = fallback[matched - 1];
            }
            matched = next == wanted[matched] ? matched + 1 : matched;
        }
        return true;
    }

    private boolean fill() throws IOException {
        int more = in.read(buffer);
        before += end;
        at = 0;
        end = Math.max(more, 0);
        return more > 0;
    }
}
