package io.github.icatimgcif.entrypoint.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.icatimgcif.entrypoint.message.MessageReading.PassedOver;
import io.github.icatimgcif.entrypoint.message.MessageReading.Readable;
import io.github.icatimgcif.entrypoint.message.MessageReading.Unreadable;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads announcements: JSON or the XML of ICAT's ingesters, which are told apart by their first character, plain or in an envelope
 * of CloudEvents 1.0 (structured or binary mode). Whatever the bytes are, there is an answer and no exception.
 */
public final class MessageReader {

    // Kafka, AMQP, AMQP where colons are not wanted, HTTP.
    private static final String[] ATTRIBUTE_PREFIXES = {"ce_", "cloudEvents:", "cloudEvents_", "ce-"};

    /** Events about imgCIFs, which a service of this kind sends itself. */
    private static final String OWN_EVENTS = "icat.imgcif.";

    private final int largest;
    private final JsonMessages json = new JsonMessages();
    private final XmlMessages xml = new XmlMessages();

    /**
     * A reader.
     *
     * @param largest number of bytes above which a message is not even looked at
     */
    public MessageReader(int largest) {
        this.largest = largest;
    }

    /**
     * Reads a message.
     *
     * @param content the message
     * @param headers what travelled beside it by name, in any of the spellings that CloudEvents has for its attributes
     */
    public MessageReading read(byte[] content, Map<String, String> headers) {
        try {
            if (content.length > largest) {
                throw new NotAnnouncement(
                        "the message has " + content.length + " bytes: at most " + largest + " are read");
            }
            Optional<String> version = attribute(headers, "specversion");
            if (version.isEmpty()) {
                return MessageContent.isXml(content) ? data(content) : plainOrStructured(content);
            }
            requireVersion(version.get());
            Optional<MessageReading> passed =
                    ownEvent(attribute(headers, "type").orElse(""));
            return passed.isPresent() ? passed.get() : inEvent(data(content), attribute(headers, "id"));
        } catch (NotAnnouncement e) {
            return new Unreadable(e.reason());
        }
    }

    private MessageReading plainOrStructured(byte[] content) {
        JsonNode message = json.parsed(MessageContent.text(content));
        JsonNode version = message.path("specversion");
        if (version.isMissingNode()) {
            return announced(message);
        }
        requireVersion(version.asText());
        Optional<MessageReading> passed = ownEvent(message.path("type").asText());
        return passed.isPresent()
                ? passed.get()
                : inEvent(
                        structured(message),
                        Optional.ofNullable(message.path("id").textValue()));
    }

    private static MessageReading inEvent(MessageReading reading, Optional<String> id) {
        return reading instanceof Readable readable ? readable.inEvent(id) : reading;
    }

    private MessageReading structured(JsonNode envelope) {
        JsonNode data = envelope.path("data");
        if (data.isObject()) {
            return announced(data);
        }
        if (data.isTextual()) {
            return data(MessageContent.bytes(data.textValue()));
        }
        if (envelope.path("data_base64").isTextual()) {
            try {
                return data(
                        Base64.getDecoder().decode(envelope.path("data_base64").textValue()));
            } catch (IllegalArgumentException e) {
                throw new NotAnnouncement("\"data_base64\" of the CloudEvent is no base64");
            }
        }
        throw new NotAnnouncement("the CloudEvent has no \"data\" that is an object, or XML as text");
    }

    /** What an envelope holds. */
    private MessageReading data(byte[] content) {
        String text = MessageContent.text(content);
        return MessageContent.isXml(content) ? xml.read(text) : announced(json.parsed(text));
    }

    private static MessageReading announced(JsonNode data) {
        return new Readable(new JsonAnnouncement(data).dataset());
    }

    private static Optional<MessageReading> ownEvent(String type) {
        return type.startsWith(OWN_EVENTS)
                ? Optional.of(new PassedOver("an event about an imgCIF: " + ShortText.of(type)))
                : Optional.empty();
    }

    private static void requireVersion(String specVersion) {
        if (!specVersion.equals("1.0")) {
            throw new NotAnnouncement("a CloudEvent of another version than 1.0");
        }
    }

    private static Optional<String> attribute(Map<String, String> headers, String name) {
        return Stream.of(ATTRIBUTE_PREFIXES)
                .map(prefix -> headers.get(prefix + name))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
