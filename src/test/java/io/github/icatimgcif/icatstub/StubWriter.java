package io.github.icatimgcif.icatstub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Carries out POST /entityManager as ICAT does: children first, references by id only, rights looked at after the insert. */
final class StubWriter {

    private static final String BROKEN_TRANSACTION =
            "class jakarta.ejb.EJBException Stateless SessionBean method returned without completing transaction";

    private final StubStore store;
    private final String user;
    private final BiPredicate<String, String> allowed;

    /**
     * Writes as a user.
     *
     * @param allowed takes CREATE or UPDATE and a type
     */
    StubWriter(StubStore store, String user, BiPredicate<String, String> allowed) {
        this.store = store;
        this.user = user;
        this.allowed = allowed;
    }

    List<Long> write(JsonNode array) {
        return store.transaction(() -> {
            List<Long> made = new ArrayList<>();
            for (JsonNode wrapped : array) {
                Map.Entry<String, JsonNode> one =
                        wrapped.properties().iterator().next();
                StubSchema.Type type = StubSchema.type(one.getKey())
                        .orElseThrow(() -> StubRefusal.bad(one.getKey() + " is not an ICAT entity"));
                if (one.getValue().has("id")) {
                    update(type, one.getValue());
                } else {
                    made.add(create(type, one.getValue(), Optional.empty()).id());
                }
            }
            return made;
        });
    }

    private StubEntity create(StubSchema.Type type, JsonNode json, Optional<Parent> parent) {
        StubEntity made = store.make(type, user);
        parent.ifPresent(up -> made.set(up.field(), up.entity()));
        fill(made, json);
        valid(made);
        if (type.fields().containsKey("complete") && made.value("complete").isEmpty()) {
            made.set("complete", false);
        }
        unique(made, parent.isPresent());
        StubParameterRules.check(store, made);
        permitted("CREATE", type);
        return made;
    }

    private record Parent(String field, StubEntity entity) {}

    private void update(StubSchema.Type type, JsonNode json) {
        long id = json.path("id").asLong();
        StubEntity entity = store.byId(type.name(), id).orElseThrow(() -> StubRefusal.missing(type.name(), id));
        permitted("UPDATE", type);
        store.remember(entity);
        entity.touch(user, store.now());
        fill(entity, json);
        valid(entity);
        unique(entity, false);
        StubParameterRules.check(store, entity);
    }

    private void permitted(String action, StubSchema.Type type) {
        if (!allowed.test(action, type.name())) {
            throw new StubRefusal(
                    403, "INSUFFICIENT_PRIVILEGES", action + " access to this " + type.name() + " is not allowed.");
        }
    }

    private void unique(StubEntity entity, boolean nested) {
        Optional<StubEntity> other = store.duplicate(entity);
        if (other.isEmpty()) {
            return;
        }
        // Of a child that came twice with its parent, ICAT names an innocent entity.
        StubEntity named = nested && entity.type().name().equals("DatasetParameter")
                ? entity.reference("type").orElse(entity)
                : entity;
        throw StubRefusal.exists(existence(named));
    }

    /** The sentence with which ICAT says that an entity exists. */
    static String existence(StubEntity entity) {
        List<String> key = new ArrayList<>();
        entity.type().key().forEach(field -> key.add(field + " = '" + entity.text(field) + "'"));
        return entity.type().name() + " exists with " + String.join(", ", key);
    }

    private void fill(StubEntity entity, JsonNode json) {
        StubSchema.Type type = entity.type();
        json.properties().forEach(field -> {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (name.equals("id")) {
                return;
            }
            if (name.startsWith("create") || name.startsWith("mod")) {
                throw StubRefusal.internal(BROKEN_TRANSACTION);
            }
            if (type.fields().containsKey(name)) {
                scalar(entity, name, value);
            } else if (type.toOne().containsKey(name)) {
                reference(entity, name, value);
            } else if (type.toMany().containsKey(name)) {
                children(entity, name, value);
            } else {
                throw StubRefusal.bad("Field " + name + " not found in " + type.name());
            }
        });
    }

    private void scalar(StubEntity entity, String name, JsonNode value) {
        String kind = String.valueOf(entity.type().fields().get(name));
        if (value.isNull()) {
            entity.clear(name);
            return;
        }
        boolean fits =
                switch (kind) {
                    case "boolean" -> value.isBoolean();
                    case "long", "double" -> value.isNumber();
                    default -> value.isTextual();
                };
        if (!fits) {
            throw StubRefusal.internal(BROKEN_TRANSACTION);
        }
        switch (kind) {
            case "boolean" -> entity.set(name, value.booleanValue());
            case "long" -> entity.set(name, value.longValue());
            case "double" -> entity.set(name, value.doubleValue());
            case "date" -> entity.set(name, StubDates.read(value.textValue()));
            default -> entity.set(name, value.textValue());
        }
    }

    /** Done after the children, whose faults ICAT finds first. */
    private void valid(StubEntity entity) {
        StubSchema.Type type = entity.type();
        for (String field : type.mandatory()) {
            if (entity.value(field).isEmpty()) {
                throw StubRefusal.invalid(type.name() + ": " + field + " cannot be null.");
            }
        }
        type.fields().forEach((field, kind) -> {
            String text = entity.text(field);
            if (Character.isDigit(kind.charAt(0)) && text.length() > Integer.parseInt(kind)) {
                throw StubRefusal.invalid(type.name() + ": " + field + " cannot have length > " + kind);
            }
            if (text.codePoints().anyMatch(Character::isSupplementaryCodePoint)) {
                // utf8mb3 cannot hold it, and ICAT blames somebody else.
                throw StubRefusal.exists(store.all("DatasetType").stream()
                        .findFirst()
                        .map(StubWriter::existence)
                        .orElse("DatasetType exists with"));
            }
        });
    }

    private void reference(StubEntity entity, String name, JsonNode value) {
        if (!value.path("id").isNumber()) {
            throw StubRefusal.bad("One to many related objects should not have the id value set: " + value);
        }
        String type = String.valueOf(entity.type().toOne().get(name));
        long id = value.path("id").asLong();
        StubEntity target = store.byId(type, id).orElseThrow(() -> StubRefusal.missing(type, id));
        // A reference "updates" what it refers to.
        store.remember(target);
        target.touch(user, store.now());
        entity.set(name, target);
    }

    private void children(StubEntity entity, String name, JsonNode value) {
        StubSchema.Children children =
                Optional.ofNullable(entity.type().toMany().get(name)).orElseThrow();
        StubSchema.Type type = StubSchema.type(children.type()).orElseThrow();
        for (JsonNode child : value) {
            if (child.has("id")) {
                throw StubRefusal.bad("Many to one related objects should have the id value set: " + child);
            }
            create(type, child, Optional.of(new Parent(children.back(), entity)));
        }
    }
}
