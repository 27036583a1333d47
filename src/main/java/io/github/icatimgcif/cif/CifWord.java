package io.github.icatimgcif.cif;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one word or text while it is read; it grows up to a limit. */
final class CifWord {

    private final int longest;
    private byte[] bytes = new byte[256];
    private int length;

    CifWord(int longest) {
        this.longest = longest;
    }

    void clear() {
        length = 0;
    }

    /** Appends a byte. */
    void add(int next, int line) {
        if (length == longest) {
            throw new CifUnreadable(
                    line, "a value is longer than the " + longest + " bytes that are read; is a quote or a ; missing?");
        }
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(longest, 2L * length));
        }
        bytes[length++] = (byte) next;
    }

    int length() {
        return length;
    }

    byte at(int index) {
        return bytes[index];
    }

    /** Without its last bytes. */
    void shorten(int newLength) {
        length = newLength;
    }

    /** Whether it is this lower case ASCII word, in upper or lower case. */
    boolean is(String word) {
        return length == word.length() && startsWith(word);
    }

    /** Whether it begins with this lower case ASCII word, in upper or lower case. */
    boolean startsWith(String word) {
        if (length < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            int c = bytes[i];
            int lower = c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
            if (lower != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The text from a place on: UTF-8, or Latin-1 where it is not that. */
    String text(int from) {
        for (int i = from; i < length; i++) {
            if (bytes[i] < 0) {
                return beyondAscii(from);
            }
        }
        return new String(bytes, from, length - from, StandardCharsets.ISO_8859_1);
    }

    // Old files of laboratories have their accents in Latin-1; a text that is valid UTF-8 by chance is next to
    // impossible.
    private String beyondAscii(int from) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, from, length - from, StandardCharsets.ISO_8859_1);
        }
    }
}
