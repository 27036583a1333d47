package io.github.icatimgcif.icatstub;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One entity in the stub's memory. References are kept as the entity they lead to. */
final class StubEntity {

    private final StubSchema.Type type;
    private final long id;
    private final StubIndex index;
    private final Map<String, Object> values = new LinkedHashMap<>();

    StubEntity(StubSchema.Type type, long id, StubIndex index, String user, Instant now) {
        this.type = type;
        this.id = id;
        this.index = index;
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
        clear(field);
        values.put(field, value);
        index.add(this, field, value);
    }

    void clear(String field) {
        Object before = values.remove(field);
        if (before != null) {
            index.remove(this, field, before);
        }
    }

    /** Takes all values away, and with them the ways to find it. */
    void clear() {
        List.copyOf(values.keySet()).forEach(this::clear);
    }

    void touch(String user, Instant now) {
        values.put("modId", user);
        values.put("modTime", now);
    }

    Map<String, Object> copy() {
        return new LinkedHashMap<>(values);
    }

    void restore(Map<String, Object> copy) {
        clear();
        copy.forEach(this::set);
    }

    /** As ICAT names it in messages: {@code Dataset:7}. */
    @Override
    public String toString() {
        return type.name() + ":" + id;
    }
}
