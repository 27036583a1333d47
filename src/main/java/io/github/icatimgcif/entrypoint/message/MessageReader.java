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
import io.github.icatimgcif.dataset.StoredDataset;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Reads announcements: plain JSON, or JSON in a CloudEvents 1.0 envelope (structured mode). Whatever the bytes are, there is an
 * answer and no exception.
 */
public final class MessageReader {

    // An announcement has three levels, an envelope one more.
    private static final int DEEPEST = 16;

    private final int largest;
    private final ObjectMapper json;

    /**
     * A reader.
     *
     * @param largest number of bytes above which a message is not even looked at
     */
    public MessageReader(int largest) {
        this.largest = largest;
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

    /** Reads a message whose envelope, if any, is in the content. */
    public MessageReading read(byte[] content) {
        try {
            return new MessageReading.Readable(dataset(data(parsed(content))));
        } catch (NotAnnouncement e) {
            return new MessageReading.Unreadable(e.reason());
        }
    }

    /**
     * Reads a message whose CloudEvents attributes travel beside the content (binary mode).
     *
     * @param specVersion the attribute {@code specversion}
     */
    public MessageReading readBinaryMode(byte[] content, String specVersion) {
        try {
            requireVersion(specVersion);
            return new MessageReading.Readable(dataset(parsed(content)));
        } catch (NotAnnouncement e) {
            return new MessageReading.Unreadable(e.reason());
        }
    }

    private JsonNode parsed(byte[] content) {
        if (content.length > largest) {
            throw new NotAnnouncement("the message has " + content.length + " bytes: at most " + largest + " are read");
        }
        try {
            // Strict: Jackson alone would guess UTF-16 and UTF-32.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            JsonNode message = json.readTree(text);
            if (message == null || message.isMissingNode()) {
                throw new NotAnnouncement("the message is empty");
            }
            if (!message.isObject()) {
                throw new NotAnnouncement("the message is JSON but no object");
            }
            return message;
        } catch (CharacterCodingException e) {
            throw new NotAnnouncement("the message is not encoded in UTF-8");
        } catch (JacksonException e) {
            throw new NotAnnouncement("the message is no JSON: " + firstLine(e.getOriginalMessage()));
        }
    }

    private JsonNode data(JsonNode message) {
        JsonNode version = message.path("specversion");
        if (version.isMissingNode()) {
            return message;
        }
        requireVersion(version.asText());
        if (message.path("data").isObject()) {
            return message.path("data");
        }
        if (message.path("data_base64").isTextual()) {
            try {
                return parsed(
                        Base64.getDecoder().decode(message.path("data_base64").textValue()));
            } catch (IllegalArgumentException e) {
                throw new NotAnnouncement("\"data_base64\" of the CloudEvent is no base64");
            }
        }
        throw new NotAnnouncement("the CloudEvent has no \"data\" that is an object");
    }

    private static void requireVersion(String specVersion) {
        if (!specVersion.equals("1.0")) {
            throw new NotAnnouncement("a CloudEvent of another version than 1.0");
        }
    }

    private static StoredDataset dataset(JsonNode data) {
        MessageFields fields = new MessageFields(data);
        String path = fields.path();
        return new StoredDataset(
                fields.text("datasetName").orElseGet(() -> lastPart(path)),
                fields.text("proposalName").orElse(""),
                fields.text("sampleIdentifier").orElse(""),
                path,
                fields.parameters(),
                fields.input(),
                fields.catalogueId(),
                fields.text("beamline"),
                fields.text("startDate"),
                fields.text("endDate"));
    }

    private static String lastPart(String path) {
        String[] parts = path.split("/");
        return parts.length == 0 ? "/" : parts[parts.length - 1];
    }

    private static String firstLine(String text) {
        return Optional.ofNullable(text)
                .flatMap(known -> known.lines().findFirst())
                .orElse("unknown fault");
    }
}
