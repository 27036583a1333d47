package io.github.icatimgcif.conversion;

import io.github.icatimgcif.dataset.Locations;
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
    private final Function<E, String> location;

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
        this.location = location;
        for (E entry : entries) {
            byLocation.put(location.apply(entry), entry);
            // Of several that claim an id, one that waits: it will say more.
            catalogueId
                    .apply(entry)
                    .ifPresent(id -> byId.merge(id, entry, (one, other) -> waits.test(one) ? one : other));
        }
    }

    /**
     * The entry of a location, or else of an id: that of an id only if its location may be the same under another mount point. One
     * that the catalogue has elsewhere by now was moved, and is found where it is.
     */
    public Optional<E> of(Optional<String> place, Optional<Long> catalogueId) {
        return place.map(byLocation::get).or(() -> catalogueId.map(byId::get).filter(entry -> mayLieAt(entry, place)));
    }

    private boolean mayLieAt(E entry, Optional<String> place) {
        return place.map(one -> Locations.mayBeOne(one, location.apply(entry))).orElse(true);
    }
}
