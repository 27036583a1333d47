package io.github.icatimgcif.conversion.trail;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in a distributed trace, as W3C Trace Context writes it in the header {@code traceparent}, version 00.
 *
 * @param text {@code 00-<32 hexadecimal digits of the trace>-<16 of the span>-<2 of flags>}
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">traceparent</a>
 */
public record TraceParent(String text) {

    private static final Pattern SHAPE = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** @throws IllegalArgumentException if the text is none */
    public TraceParent {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("no traceparent of W3C Trace Context, version 00");
        }
    }

    /** One that somebody sent; empty if it is none. */
    public static Optional<TraceParent> sent(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new TraceParent(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
