package io.github.icatimgcif.adapter.icat;

import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.register.CatalogueNames;
import io.github.icatimgcif.conversion.register.CatalogueNames.Fact;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The ids of what a registration refers to, since ICAT takes references by id only: looked up by name at the first use, kept
 * for some minutes, or until {@link #forget}: a catalogue that was loaded anew may have other things under the same ids. Safe for
 * threads.
 */
final class IcatNames {

    /** Five small questions. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final IcatNameLookup lookup;
    private final CatalogueNames names;
    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private Optional<Known> kept = Optional.empty();
    private Instant keptSince = Instant.EPOCH;

    /**
     * Ids by what they stand for.
     *
     * @param processedType dataset type
     * @param format        datafile format
     * @param application   application with version
     * @param parameters    types of the facts that this facility writes
     */
    record Known(long processedType, long format, long application, Map<Fact, IcatParameterType> parameters) {
        Known {
            Map<Fact, IcatParameterType> copy = new EnumMap<>(Fact.class);
            copy.putAll(parameters);
            parameters = Collections.unmodifiableMap(copy);
        }
    }

    IcatNames(IcatEntities entities, CatalogueNames names, Clock clock) {
        this.lookup = new IcatNameLookup(entities, names);
        this.names = names;
        this.clock = clock;
    }

    /** The names as configured. */
    CatalogueNames configured() {
        return names;
    }

    /**
     * All ids.
     *
     * @throws Unavailable if ICAT does not answer or does not have one of the names: somebody has to put that right, and the
     *                     dataset can wait
     */
    Known known() {
        lock.lock();
        try {
            Instant now = clock.instant();
            // One in the future says that the clock was set back.
            boolean isFresh = !keptSince.isAfter(now) && keptSince.plus(KEPT).isAfter(now);
            if (kept.isEmpty() || !isFresh) {
                kept = Optional.of(lookedUp());
                keptSince = now;
            }
            return kept.get();
        } finally {
            lock.unlock();
        }
    }

    /** Makes the next use look everything up again. */
    void forget() {
        lock.lock();
        try {
            kept = Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** What is missing or wrong, by name, each with what would be right; looks again each time. */
    List<String> problems() {
        IcatNameLookup.Found found = lookup.look();
        return found.problems();
    }

    private Known lookedUp() {
        IcatNameLookup.Found found = lookup.look();
        return found.known()
                .orElseThrow(() -> new Unavailable(
                        WaitsFor.CATALOGUE,
                        "ICAT is not prepared for registrations: " + String.join("; ", found.problems())));
    }
}
