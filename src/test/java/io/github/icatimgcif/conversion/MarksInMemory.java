package io.github.icatimgcif.conversion;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Marks that last as long as a test. */
public final class MarksInMemory implements Marks {

    private final Map<String, String> marks = new HashMap<>();

    @Override
    public Optional<String> read(String name) {
        return Optional.ofNullable(marks.get(name));
    }

    @Override
    public void keep(String name, String value) {
        marks.put(name, value);
    }

    @Override
    public void forget(String beginning, Instant before) {
        throw new UnsupportedOperationException("nothing in memory is so old");
    }
}
