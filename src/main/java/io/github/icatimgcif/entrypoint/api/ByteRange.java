package io.github.icatimgcif.entrypoint.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * The part of a file that is asked for, RFC 9110 section 14. Several parts at once are not given: the whole is, as one may.
 *
 * @param first first byte, from 0
 * @param last  last byte, not beyond the end
 */
record ByteRange(long first, long last) {

    private static final Pattern ONE =
            Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})", Pattern.CASE_INSENSITIVE);

    /** What a header asks for of a file of that size. */
    sealed interface Wish {
        /** All of it. */
        record Whole() implements Wish {}

        /** A part. */
        record Part(ByteRange range) implements Wish {}

        /** Nothing that the file has. */
        record Unsatisfiable() implements Wish {}
    }

    long length() {
        return last - first + 1;
    }

    /**
     * This part of a content.
     *
     * @param content from its beginning; closed with what is returned, or with the failure
     */
    InputStream of(InputStream content) throws IOException {
        try {
            content.skipNBytes(first);
            return BoundedInputStream.builder()
                    .setInputStream(content)
                    .setMaxCount(length())
                    .get();
        } catch (IOException | RuntimeException e) {
            content.close();
            throw e;
        }
    }

    /** The header of the answer. */
    String contentRange(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }

    /** Reads a header; what cannot be read is as if it were not there. */
    static Wish of(Optional<String> header, long size) {
        Optional<Matcher> one = header.map(text -> ONE.matcher(text.strip())).filter(Matcher::matches);
        if (one.isEmpty() || one.get().group(1).isEmpty() && one.get().group(2).isEmpty()) {
            return new Wish.Whole();
        }
        String from = one.get().group(1);
        String to = one.get().group(2);
        if (from.isEmpty()) {
            long count = Math.min(Long.parseLong(to), size);
            return count == 0 ? new Wish.Unsatisfiable() : new Wish.Part(new ByteRange(size - count, size - 1));
        }
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? size - 1 : Long.parseLong(to);
        if (!to.isEmpty() && last < first) {
            return new Wish.Whole();
        }
        return first >= size ? new Wish.Unsatisfiable() : new Wish.Part(new ByteRange(first, Math.min(last, size - 1)));
    }
}
