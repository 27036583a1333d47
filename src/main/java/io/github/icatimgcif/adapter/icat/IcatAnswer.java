package io.github.icatimgcif.adapter.icat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import java.util.Optional;

/**
 * What ICAT answered.
 *
 * @param status HTTP status
 * @param text   the body, UTF-8
 */
record IcatAnswer(int status, String text) {

    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /**
     * The body as JSON; empty if it is something else (an HTML page of the container, a proxy's text). The content type is not
     * asked: errors of PUT and DELETE are JSON that calls itself text/plain.
     */
    Optional<JsonNode> json() {
        String trimmed = text.strip();
        if (!trimmed.startsWith("{") && !trimmed.startsWith("[")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(trimmed));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /**
     * The JSON of a success.
     *
     * @throws Unavailable if a success is no JSON: then something else than ICAT answered
     */
    JsonNode content(IcatCall call) {
        return json().orElseThrow(() -> new Unavailable(
                WaitsFor.CATALOGUE,
                "ICAT answered " + call.title() + " with status " + status
                        + " and something that is no JSON; is the address that of ICAT's REST interface?"));
    }

    /** The status alone: the text may hold a session id. */
    @Override
    public String toString() {
        return "IcatAnswer[" + status + "]";
    }
}
