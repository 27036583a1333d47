package io.github.icatimgcif.adapter.database;

import java.nio.charset.StandardCharsets;

/** Text as PostgreSQL takes it, whatever somebody sent: without U+0000 and halves of surrogate pairs, and not endless. */
public final class StorableText {

    private static final int LONGEST = 8192;

    private StorableText() {}

    /** The text, as much of it as is kept. */
    public static String of(String text) {
        String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        // Half a pair becomes a question mark in these bytes.
        return new String(start.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\ufffd');
    }
}
