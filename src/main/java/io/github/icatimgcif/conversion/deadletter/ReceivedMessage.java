package io.github.icatimgcif.conversion.deadletter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A message as a door received it. */
public final class ReceivedMessage {

    private final String door;
    private final String origin;
    private final Optional<String> key;
    private final Map<String, String> headers;
    private final byte[] content;

    /**
     * A message.
     *
     * @param door    the door it came through: {@code kafka}, {@code activemq}
     * @param origin  where it stood, so that the same message is the same when it comes again:
     *     {@code icat.dataset.stored/0/4711}, {@code icatIngest.imgcif/ID:...}
     * @param key     its key, where the bus has keys
     * @param headers what travelled beside it, by name
     * @param content its bytes
     */
    public ReceivedMessage(
            String door, String origin, Optional<String> key, Map<String, String> headers, byte[] content) {
        this.door = door;
        this.origin = origin;
        this.key = key;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.content = content.clone();
    }

    /** The door it came through. */
    public String door() {
        return door;
    }

    /** Where it stood on the bus. */
    public String origin() {
        return origin;
    }

    /** Its key. */
    public Optional<String> key() {
        return key;
    }

    /** What travelled beside it, by name. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Its bytes, a copy. */
    public byte[] content() {
        return content.clone();
    }
}
