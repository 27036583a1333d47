package io.github.icatimgcif.adapter.icat;

import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.register.CatalogueNames;
import io.github.icatimgcif.conversion.register.CatalogueNames.Fact;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The ids of what a registration refers to, since ICAT takes references by id only: looked up by name at the first use, kept
 * until {@link #forget}. Safe for threads.
 */
final class IcatNames {

    private final IcatNameLookup lookup;
    private final CatalogueNames names;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Known> kept = Optional.empty();

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

    IcatNames(IcatEntities entities, CatalogueNames names) {
        this.lookup = new IcatNameLookup(entities, names);
        this.names = names;
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
            if (kept.isEmpty()) {
                kept = Optional.of(lookedUp());
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
