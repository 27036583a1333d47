package io.github.icatimgcif.entrypoint.message;

import io.github.icatimgcif.conversion.Versions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** What travels beside a dead letter on a bus, whichever it is. */
public final class DeadLetterHeaders {

    private final Versions versions;
    private final Clock clock;

    /** Headers of letters that these versions could not read. */
    public DeadLetterHeaders(Versions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * The headers of a letter that was tried for the first time, by name. What is tried again is counted where it is tried, at the
     * dead letters of the service.
     *
     * @param reason what is wrong with it and what would be right
     */
    public Map<String, String> of(String reason) {
        String now = clock.instant().toString();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("dead-letter-reason", reason);
        headers.put("dead-letter-attempts", "1");
        headers.put("dead-letter-first-attempt", now);
        headers.put("dead-letter-last-attempt", now);
        headers.put("dead-letter-service-version", versions.service());
        headers.put("dead-letter-mapping-version", versions.mapping());
        return headers;
    }
}
