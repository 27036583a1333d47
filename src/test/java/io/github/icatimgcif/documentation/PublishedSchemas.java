package io.github.icatimgcif.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The schemas in {@code src/docs/events}, by which others write and read messages. */
public final class PublishedSchemas {

    /** Where they lie. */
    static final Path FOLDER = Path.of("src/docs/events");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private PublishedSchemas() {}

    /** What is wrong with an announcement that is a JSON object. */
    public static List<String> faultsOfAnnouncement(JsonNode message) {
        return faults("announcement.schema.json", message);
    }

    /** What is wrong with an announcement in an envelope. */
    public static List<String> faultsOfEnvelope(JsonNode message) {
        return faults("announcement-cloudevent.schema.json", message);
    }

    /** What is wrong with the headers of a dead letter. */
    public static List<String> faultsOfDeadLetter(Map<String, String> headers) {
        return faults("dead-letter-headers.schema.json", JSON.valueToTree(headers));
    }

    /** What is wrong with the event of an imgCIF that was registered, or is in it and not in its schema. */
    public static List<String> faultsOfRegistered(JsonNode event) {
        List<String> faults = new ArrayList<>(faults("registered.schema.json", event));
        undescribed(event, read("registered.schema.json"), "", faults);
        return faults;
    }

    static JsonNode read(String file) {
        try {
            return JSON.readTree(FOLDER.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> faults(String schema, JsonNode message) {
        return FACTORY
                .getSchema(SchemaLocation.of(FOLDER.resolve(schema).toUri().toString()))
                .validate(message)
                .stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    private static void undescribed(JsonNode message, JsonNode schema, String path, List<String> faults) {
        if (message.isArray()) {
            message.forEach(item -> undescribed(item, schema.path("items"), path + "[]", faults));
        }
        message.properties().forEach(field -> {
            JsonNode described = schema.path("properties").path(field.getKey());
            String inner = path + "/" + field.getKey();
            if (described.isMissingNode()) {
                faults.add(inner + " is not in the schema");
            } else {
                undescribed(field.getValue(), described, inner, faults);
            }
        });
    }
}
