package io.github.icatimgcif.icatstub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Answers as ICAT writes them: absent fields left out, collections that were not included as empty ones. */
final class StubJson {

    static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StubJson() {}

    static ArrayNode rows(StubStore store, List<List<Object>> rows, List<String> included) {
        ArrayNode answer = NODES.arrayNode();
        for (List<Object> row : rows) {
            if (row.size() == 1) {
                answer.add(value(store, row.get(0), Set.copyOf(included)));
            } else {
                ArrayNode line = answer.addArray();
                row.forEach(value -> line.add(value(store, value, Set.of())));
            }
        }
        return answer;
    }

    private static JsonNode value(StubStore store, Object value, Set<String> included) {
        if (value instanceof StubEntity entity) {
            ObjectNode wrapped = NODES.objectNode();
            wrapped.set(entity.type().name(), entity(store, entity, "", included));
            return wrapped;
        }
        return scalar(value);
    }

    private static JsonNode scalar(Object value) {
        if (value == StubQuery.NULL) {
            return NODES.nullNode();
        } else if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        } else if (value instanceof Long number) {
            return NODES.numberNode(number);
        } else if (value instanceof Double number) {
            return NODES.numberNode(number);
        } else if (value instanceof Instant instant) {
            return NODES.textNode(StubDates.write(instant));
        }
        return NODES.textNode(value.toString());
    }

    private static ObjectNode entity(StubStore store, StubEntity entity, String prefix, Set<String> included) {
        ObjectNode json = NODES.objectNode();
        json.put("id", entity.id());
        entity.copy().forEach((field, value) -> {
            if (!(value instanceof StubEntity)) {
                json.set(field, scalar(value));
            } else if (included.contains(prefix + field)) {
                json.set(field, entity(store, (StubEntity) value, prefix + field + ".", included));
            }
        });
        entity.type().toMany().forEach((field, children) -> {
            ArrayNode array = json.putArray(field);
            if (included.contains(prefix + field)) {
                store.children(entity, children)
                        .forEach(child -> array.add(entity(store, child, prefix + field + ".", included)));
            }
        });
        return json;
    }
}
