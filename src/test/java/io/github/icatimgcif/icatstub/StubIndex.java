package io.github.icatimgcif.icatstub;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds entities by what they refer to, by their names and by their locations, as a database does with its keys: without it a
 * catalogue of some thousand datasets is slower than a real one.
 */
final class StubIndex {

    private static final List<String> TEXTS = List.of("name", "location");

    private record Key(String type, String field, Object value) {}

    private final Map<Key, TreeMap<Long, StubEntity>> entities = new HashMap<>();

    /** Whether entities of the type are found by that field. */
    boolean knows(StubSchema.Type type, String field) {
        return type.toOne().containsKey(field) || TEXTS.contains(field);
    }

    /** Those whose field leads to that entity or has that text, in the order of their ids. */
    Collection<StubEntity> having(StubSchema.Type type, String field, Object value) {
        TreeMap<Long, StubEntity> found = entities.get(key(type, field, value));
        return found == null ? List.of() : List.copyOf(found.values());
    }

    void add(StubEntity entity, String field, Object value) {
        if (knows(entity.type(), field)) {
            entities.computeIfAbsent(key(entity.type(), field, value), none -> new TreeMap<>())
                    .put(entity.id(), entity);
        }
    }

    void remove(StubEntity entity, String field, Object value) {
        Key key = key(entity.type(), field, value);
        entities.computeIfPresent(key, (same, found) -> {
            found.remove(entity.id());
            return found.isEmpty() ? null : found;
        });
    }

    private static Key key(StubSchema.Type type, String field, Object value) {
        return new Key(type.name(), field, value instanceof StubEntity ? value : StubStore.folded(value.toString()));
    }
}
