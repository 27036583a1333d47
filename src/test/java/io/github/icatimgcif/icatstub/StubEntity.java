package io.github.icatimgcif.icatstub;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One entity in the stub's memory. References are kept as the entity they lead to. */
final class StubEntity {

    private final StubSchema.Type type;
    private final long id;
    private final Map<String, Object> values = new LinkedHashMap<>();

    StubEntity(StubSchema.Type type, long id, String user, Instant now) {
        this.type = type;
        this.id = id;
        values.put("createId", user);
        values.put("createTime", now);
        touch(user, now);
    }

    StubSchema.Type type() {
        return type;
    }

    long id() {
        return id;
    }

    Optional<Object> value(String field) {
        return field.equals("id") ? Optional.of(id) : Optional.ofNullable(values.get(field));
    }

    String text(String field) {
        return value(field).map(Object::toString).orElse("");
    }

    Optional<StubEntity> reference(String field) {
        return value(field).map(StubEntity.class::cast);
    }

    void set(String field, Object value) {
        values.put(field, value);
    }

    void clear(String field) {
        values.remove(field);
    }

    void touch(String user, Instant now) {
        values.put("modId", user);
        values.put("modTime", now);
    }

    Map<String, Object> copy() {
        return new LinkedHashMap<>(values);
    }

    void restore(Map<String, Object> copy) {
        values.clear();
        values.putAll(copy);
    }

    /** As ICAT names it in messages: {@code Dataset:7}. */
    @Override
    public String toString() {
        return type.name() + ":" + id;
    }
}
