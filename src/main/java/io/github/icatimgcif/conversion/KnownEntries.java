package io.github.icatimgcif.conversion;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Entries of the journal, by location and by id in the catalogue.
 *
 * @param <E> as whoever looks sees an entry
 */
public final class KnownEntries<E> {

    private final Map<String, E> byLocation = new HashMap<>();
    private final Map<Long, E> byId = new HashMap<>();

    /**
     * These entries.
     *
     * @param location    of an entry
     * @param catalogueId of an entry, where it is known
     * @param waits       whether something is still to be done for an entry
     */
    public KnownEntries(
            Collection<E> entries,
            Function<E, String> location,
            Function<E, Optional<Long>> catalogueId,
            Predicate<E> waits) {
        for (E entry : entries) {
            byLocation.put(location.apply(entry), entry);
            // Of several that claim an id, one that waits: it will say more.
            catalogueId
                    .apply(entry)
                    .ifPresent(id -> byId.merge(id, entry, (one, other) -> waits.test(one) ? one : other));
        }
    }

    /** The entry of a location, or else of an id. */
    public Optional<E> of(Optional<String> location, Optional<Long> catalogueId) {
        return location.map(byLocation::get).or(() -> catalogueId.map(byId::get));
    }
}
