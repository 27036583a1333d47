package io.github.icatimgcif.icatstub;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The entities, with transactions: one at a time, undone whole when one is refused. */
final class StubStore {

    private final Map<String, TreeMap<Long, StubEntity>> entities = new HashMap<>();
    private final StubIndex index = new StubIndex();
    private final Map<String, Long> lastIds = new HashMap<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;

    StubStore(Clock clock) {
        this.clock = clock;
    }

    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    <T> T transaction(Supplier<T> work) {
        return locked(() -> {
            undo.clear();
            boolean done = false;
            try {
                T result = work.get();
                done = true;
                return result;
            } finally {
                while (!done && !undo.isEmpty()) {
                    undo.pop().run();
                }
                undo.clear();
            }
        });
    }

    /** DATETIME columns hold whole seconds. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    StubEntity make(StubSchema.Type type, String user) {
        return make(type, user, lastIds.getOrDefault(type.name(), 0L) + 1);
    }

    StubEntity make(StubSchema.Type type, String user, long id) {
        lastIds.merge(type.name(), id, Math::max);
        StubEntity made = new StubEntity(type, id, index, user, now());
        table(type.name()).put(id, made);
        undo.push(() -> forget(made));
        return made;
    }

    /** Takes an entity out, with all that belongs to it. */
    void remove(StubEntity entity) {
        entity.type()
                .toMany()
                .values()
                .forEach(children -> children(entity, children).forEach(this::remove));
        forget(entity);
    }

    private void forget(StubEntity entity) {
        table(entity.type().name()).remove(entity.id());
        entity.clear();
    }

    /** To be called before an entity is changed. */
    void remember(StubEntity entity) {
        Map<String, Object> before = entity.copy();
        undo.push(() -> entity.restore(before));
    }

    Collection<StubEntity> all(String type) {
        return table(type).values();
    }

    Optional<StubEntity> byId(String type, long id) {
        return Optional.ofNullable(table(type).get(id));
    }

    List<StubEntity> children(StubEntity parent, StubSchema.Children children) {
        StubSchema.Type type = StubSchema.type(children.type()).orElseThrow();
        return List.copyOf(index.having(type, children.back(), parent));
    }

    /** Those whose field leads to that entity or has that text; empty if the field is none to find anything by. */
    Optional<Collection<StubEntity>> having(StubSchema.Type type, String field, Object value) {
        return index.knows(type, field) ? Optional.of(index.having(type, field, value)) : Optional.empty();
    }

    /** Another entity with the same key, compared as MariaDB does it. */
    Optional<StubEntity> duplicate(StubEntity entity) {
        List<String> key = entity.type().key();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        return candidates(entity, key).stream()
                .filter(other -> other != entity
                        && key.stream()
                                .allMatch(field -> folded(other.text(field)).equals(folded(entity.text(field)))))
                .findFirst();
    }

    /** All that may have the same key: the fewest that share one field of it. */
    private Collection<StubEntity> candidates(StubEntity entity, List<String> key) {
        return key.stream()
                .flatMap(field ->
                        entity.value(field).stream().flatMap(value -> having(entity.type(), field, value).stream()))
                .min(Comparator.comparingInt(Collection::size))
                .orElseGet(() -> all(entity.type().name()));
    }

    private TreeMap<Long, StubEntity> table(String type) {
        return entities.computeIfAbsent(type, key -> new TreeMap<>());
    }

    /** Text as a case-insensitive, space-padding collation sees it. */
    static String folded(String text) {
        return text.stripTrailing().toLowerCase(Locale.ROOT);
    }
}
