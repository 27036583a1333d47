package io.github.icatimgcif.adapter.hdf5;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts as facilities write them: zero-ended, padded with zeros or blanks, UTF-8 or else Latin-1. */
final class Texts {

    private Texts() {}

    /** The text in front of the first zero, without blanks around it. */
    static String decoded(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        ByteBuffer used = ByteBuffer.wrap(bytes, 0, end);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(used).toString().strip();
        } catch (CharacterCodingException notUtf8) {
            // The micro sign of old control systems is the single byte B5.
            return new String(bytes, 0, end, StandardCharsets.ISO_8859_1).strip();
        }
    }
}
