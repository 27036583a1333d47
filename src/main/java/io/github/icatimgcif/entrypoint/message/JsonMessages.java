package io.github.icatimgcif.entrypoint.message;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses messages that are JSON, strictly. */
final class JsonMessages {

    // An announcement has three levels, an envelope one more.
    private static final int DEEPEST = 16;

    /** Digits before or behind the point beyond which no quantity lies; a number itself may have so many digits. */
    private static final int LARGEST_EXPONENT = 1000;

    private final ObjectMapper json;

    JsonMessages() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                // Which of two values was meant cannot be known.
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        this.json = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                // Numbers keep the digits they were recorded with.
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    /** The object that a message is. */
    JsonNode parsed(String text) {
        try {
            JsonNode message = json.readTree(text);
            if (message == null || message.isMissingNode()) {
                throw new NotAnnouncement("the message is empty");
            }
            if (!message.isObject()) {
                throw new NotAnnouncement("the message is JSON but no object");
            }
            checkNumbers(message);
            return message;
        } catch (JacksonException e) {
            throw new NotAnnouncement("the message is no JSON: " + firstLine(e.getOriginalMessage()));
        } catch (ArithmeticException | NumberFormatException e) {
            // An exponent beyond those of a BigDecimal is no fault of the syntax, and the library lets it through.
            throw new NotAnnouncement("the message has a number that no quantity has: " + firstLine(e.getMessage()));
        }
    }

    /** Which exponents a BigDecimal takes depends on the version of Java; written out, the larger ones would fill the memory. */
    private static void checkNumbers(JsonNode node) {
        if (node.isBigDecimal() && Math.abs((long) node.decimalValue().scale()) > LARGEST_EXPONENT) {
            throw new NotAnnouncement(
                    "the message has a number that no quantity has: its exponent is beyond " + LARGEST_EXPONENT);
        }
        node.forEach(JsonMessages::checkNumbers);
    }

    private static String firstLine(@Nullable String text) {
        return Optional.ofNullable(text)
                .flatMap(known -> known.lines().findFirst())
                .orElse("unknown fault");
    }
}
