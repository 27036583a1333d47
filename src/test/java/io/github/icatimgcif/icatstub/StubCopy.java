package io.github.icatimgcif.icatstub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a stub has, as JSON that another one is filled with: each entity under its id, times of change left out. */
public final class StubCopy {

    /** Those that others lead to come first. */
    private static final List<String> TYPES = List.of(
            "Facility",
            "Instrument",
            "DatasetType",
            "DatafileFormat",
            "Application",
            "ParameterType",
            "Investigation",
            "Sample",
            "Dataset",
            "DatasetParameter",
            "Datafile",
            "DataCollection",
            "DataCollectionDataset",
            "Job");

    private static final List<String> OF_THE_STUB = List.of("createId", "createTime", "modId", "modTime");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private StubCopy() {}

    /** All that a stub has. */
    public static String of(IcatStub stub) throws JsonProcessingException {
        ArrayNode all = JSON.createArrayNode();
        StubStore store = stub.content().store();
        store.locked(() -> {
            TYPES.forEach(type -> store.all(type).forEach(entity -> all.add(copied(entity))));
            return all.size();
        });
        return JSON.writeValueAsString(all);
    }

    /** Fills a stub; what it has already under an id stays. */
    public static void into(IcatStub stub, String copy) throws JsonProcessingException {
        StubStore store = stub.content().store();
        for (JsonNode one : JSON.readTree(copy)) {
            String type = one.path("entity").asText();
            long id = one.path("id").asLong();
            if (store.locked(() -> store.byId(type, id)).isEmpty()) {
                Map<String, Object> fields = new HashMap<>();
                one.path("fields").properties().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
                stub.content().add(type, id, fields);
            }
        }
    }

    private static ObjectNode copied(StubEntity entity) {
        ObjectNode copy = JSON.createObjectNode();
        copy.put("entity", entity.type().name()).put("id", entity.id());
        ObjectNode fields = copy.putObject("fields");
        entity.copy().forEach((name, value) -> {
            if (!OF_THE_STUB.contains(name)) {
                put(fields, name, value);
            }
        });
        return copy;
    }

    private static void put(ObjectNode fields, String name, Object value) {
        if (value instanceof StubEntity other) {
            fields.put(name, other.id());
        } else if (value instanceof Instant time) {
            fields.putObject(name).put("time", time.toString());
        } else {
            fields.set(name, JSON.valueToTree(value));
        }
    }

    private static Object value(JsonNode value) {
        if (value.isObject()) {
            return Instant.parse(value.path("time").asText());
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isIntegralNumber()) {
            return value.longValue();
        }
        return value.isNumber() ? (Object) value.doubleValue() : value.asText();
    }
}
