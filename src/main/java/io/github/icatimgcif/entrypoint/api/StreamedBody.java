package io.github.icatimgcif.entrypoint.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * The body of an answer that is made while it is sent. One that cannot be made to its end is broken off: whoever asked sees that it is
 * not whole.
 *
 * @param content  what makes it, opened once and only where a body is sent
 * @param length   bytes, where they are known before
 * @param released done when nothing more is to be sent, however that came; more than once perhaps
 */
record StreamedBody(Content content, OptionalLong length, Runnable released) {

    /** What opens a content. */
    @FunctionalInterface
    interface Content {
        /** The content from its beginning. */
        InputStream open() throws IOException;
    }
}
