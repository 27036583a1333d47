package io.github.icatimgcif.adapter.icat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * ICAT understood a request and said no; repeating it unchanged would not help, except for {@link Code#SESSION} after a new
 * login and for {@link Code#OBJECT_ALREADY_EXISTS}, which also stands for a deadlock in its database.
 */
final class IcatRefusal extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** ICAT's own codes, and one for what its web container refuses before ICAT sees it. */
    enum Code {
        SESSION,
        INSUFFICIENT_PRIVILEGES,
        NO_SUCH_OBJECT_FOUND,
        OBJECT_ALREADY_EXISTS,
        VALIDATION,
        BAD_PARAMETER,
        NOT_IMPLEMENTED,
        INTERNAL,
        TOO_LONG
    }

    /** An INTERNAL error with one of these is our own wrong request; any other one is trouble of the server. */
    private static final List<String> OUR_FAULT = List.of(
            "Stateless SessionBean method returned without completing transaction",
            "JsonParsingException",
            "NotSupportedException",
            "NotAllowedException",
            "ConversionException");

    private static final Pattern SESSION_ID =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");
    private static final int LONGEST_QUOTE = 300;

    private final Code code;
    private final String reason;

    IcatRefusal(IcatCall call, Code code, String reason) {
        super("ICAT refused " + call.title() + ": " + code + ": " + reason);
        this.code = code;
        this.reason = reason;
    }

    Code code() {
        return code;
    }

    /** What ICAT said, without session ids. */
    String reason() {
        return reason;
    }

    /** What an answer that is no success means: this exception, or {@link Unavailable}. The JSON code goes before the status. */
    static RuntimeException of(IcatCall call, IcatAnswer answer) {
        return answer.json()
                .filter(json -> json.path("code").isTextual())
                .map(json -> coded(call, answer.status(), json))
                .orElseGet(() -> uncoded(call, answer.status()));
    }

    private static RuntimeException coded(IcatCall call, int status, JsonNode json) {
        String message = json.path("message").asText("");
        Optional<Code> code = known(json.path("code").asText());
        if (code.isEmpty()) {
            return new Unavailable(
                    WaitsFor.CATALOGUE,
                    "ICAT answered " + call.title() + " with status " + status + ": " + quoted(message));
        }
        if (code.get() == Code.INTERNAL && OUR_FAULT.stream().noneMatch(message::contains)) {
            return new Unavailable(WaitsFor.CATALOGUE, "ICAT is in trouble (" + call.title() + "): " + quoted(message));
        }
        return new IcatRefusal(call, code.get(), quoted(message));
    }

    private static RuntimeException uncoded(IcatCall call, int status) {
        if (status == 400 || status == 413 || status == 414 || status == 431) {
            return new IcatRefusal(
                    call, Code.TOO_LONG, "the web server answered " + status + " and nothing else; it takes less");
        }
        // While it is being deployed, every address of ICAT answers 404 with a page: that is not "not found".
        return new Unavailable(
                WaitsFor.CATALOGUE,
                "ICAT is not there (" + call.title() + " answered with status " + status
                        + " and not in ICAT's way); it is starting, or the address is not that of its REST interface");
    }

    private static Optional<Code> known(String word) {
        for (Code code : Code.values()) {
            if (code.name().equals(word)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    private static String quoted(String message) {
        String cleaned = SESSION_ID
                .matcher(message)
                .replaceAll("...")
                .replaceAll("\\s+", " ")
                .strip();
        return cleaned.length() <= LONGEST_QUOTE ? cleaned : cleaned.substring(0, LONGEST_QUOTE) + "...";
    }
}
