package io.github.icatimgcif.conversion.trail;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name under which an announcement is followed, from its sender to the event that tells of its imgCIF.
 *
 * @param text 1 to 128 letters, digits and characters that do no harm in a log, a header or a page; the first a letter or a digit
 */
public record CorrelationId(String text) {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@+=~-]{0,127}");

    /** @throws IllegalArgumentException if the text could do harm */
    public CorrelationId {
        if (!SAFE.matcher(text).matches()) {
            throw new IllegalArgumentException("no correlation id: 1 to 128 of A-Z a-z 0-9 . _ : / @ + = ~ - are one");
        }
    }

    /** One that somebody sent; empty if it could do harm, for then it is no reason to refuse what it came with. */
    public static Optional<CorrelationId> sent(String text) {
        return SAFE.matcher(text).matches() ? Optional.of(new CorrelationId(text)) : Optional.empty();
    }

    /** A new one, which nothing else has. */
    public static CorrelationId made() {
        return new CorrelationId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
