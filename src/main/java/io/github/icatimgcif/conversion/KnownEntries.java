package io.github.icatimgcif.conversion;

import io.github.icatimgcif.dataset.Locations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Entries of the journal, by location and by id in the catalogue.
 *
 * @param <E> as whoever looks sees an entry
 */
public final class KnownEntries<E> {

    private final Map<String, E> byLocation = new HashMap<>();
    private final Map<Long, List<E>> byId = new HashMap<>();
    private final Function<E, String> location;
    private final Predicate<E> waits;

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
        this.waits = waits;
        for (E entry : entries) {
            byLocation.put(location.apply(entry), entry);
            catalogueId
                    .apply(entry)
                    .ifPresent(id ->
                            byId.computeIfAbsent(id, its -> new ArrayList<>()).add(entry));
        }
    }

    /**
     * The entry of a location, or else of an id: that of an id only if its location may be the same under another mount point. One
     * that the catalogue has elsewhere by now was moved, and is found where it is.
     */
    public Optional<E> of(Optional<String> place, Optional<Long> catalogueId) {
        return place.map(byLocation::get)
                .or(() -> catalogueId
                        .map(id -> byId.getOrDefault(id, List.of()).stream())
                        .orElse(Stream.empty())
                        .filter(entry -> mayLieAt(entry, place))
                        // Of several that claim an id, one that waits: it will say more.
                        .max(Comparator.comparing(waits::test)));
    }

    private boolean mayLieAt(E entry, Optional<String> place) {
        return place.map(one -> Locations.mayBeOne(one, location.apply(entry))).orElse(true);
    }
}
