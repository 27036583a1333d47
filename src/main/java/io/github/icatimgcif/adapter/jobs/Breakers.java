package io.github.icatimgcif.adapter.jobs;

import io.github.icatimgcif.conversion.CircuitBreaker;
import io.github.icatimgcif.conversion.Ending;
import io.github.icatimgcif.conversion.Outcome;
import io.github.icatimgcif.conversion.WaitsFor;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The circuit breakers of what every conversion needs: the catalogue, and the storage its data lie on. A conversion that would
 * only wait for a time-out is put back before it takes a worker.
 */
public final class Breakers {

    private final CircuitBreaker catalogue;
    private final Map<Path, CircuitBreaker> storages = new TreeMap<>();

    /**
     * One breaker for the catalogue and one for each storage.
     *
     * @param roots folders below which data lie, one storage each
     * @param make  makes a breaker for something that is waited for
     */
    public Breakers(List<Path> roots, Function<WaitsFor, CircuitBreaker> make) {
        this.catalogue = make.apply(WaitsFor.CATALOGUE);
        roots.forEach(root -> storages.put(root, make.apply(WaitsFor.STORAGE)));
    }

    /**
     * A conversion cannot begin.
     *
     * @param what  what does not answer
     * @param after when to ask again
     * @param cause why, for a person
     */
    record Blocked(WaitsFor what, Duration after, String cause) {}

    /**
     * One part that all datasets need.
     *
     * @param name    {@code catalogue}, or the folder of a storage
     * @param breaker its breaker
     */
    public record Part(String name, CircuitBreaker breaker) {}

    /** All parts, the catalogue first. */
    public List<Part> parts() {
        return Stream.concat(
                        Stream.of(new Part("catalogue", catalogue)),
                        storages.entrySet().stream()
                                .map(storage -> new Part(storage.getKey().toString(), storage.getValue())))
                .toList();
    }

    /** Asks for all that the conversion of a dataset needs; after it, if it may begin, {@link #leave} is called. */
    Optional<Blocked> enter(String location) {
        Optional<Blocked> blocked = enter(WaitsFor.CATALOGUE, "the catalogue", catalogue);
        if (blocked.isPresent()) {
            return blocked;
        }
        Optional<Blocked> storage =
                storage(location).flatMap(breaker -> enter(WaitsFor.STORAGE, "the storage", breaker));
        storage.ifPresent(any -> catalogue.left());
        return storage;
    }

    private static Optional<Blocked> enter(WaitsFor what, String name, CircuitBreaker breaker) {
        return breaker.enter()
                .map(after -> new Blocked(
                        what, after, name + " does not answer, and is asked now and then: " + breaker.reason()));
    }

    /** Something did not answer during the conversion of a dataset. */
    void unavailable(String location, WaitsFor what, String why) {
        switch (what) {
            case CATALOGUE -> catalogue.failed(location, why);
            case STORAGE -> {
                catalogue.answered();
                storage(location).ifPresent(breaker -> breaker.failed(location, why));
            }
            default -> {
                // Nothing that has a breaker.
            }
        }
    }

    /** A conversion came to an end; what it shows to have answered, has. */
    void ended(String location, Ending ending) {
        Outcome outcome = ending.conversion().outcome();
        boolean isDone = outcome instanceof Outcome.Registered || outcome instanceof Outcome.Unchanged;
        boolean isRead = outcome instanceof Outcome.Refused
                || ending.waitsFor()
                        .filter(what -> what == WaitsFor.DATA || what == WaitsFor.END_OF_WRITING)
                        .isPresent();
        boolean isAsked = ending.waitsFor().filter(WaitsFor::isOfDataset).isPresent();
        if (isDone || isAsked || ending.conversion().catalogueId().isPresent()) {
            catalogue.answered();
        }
        if (isDone || isRead) {
            storage(location).ifPresent(CircuitBreaker::answered);
        }
    }

    /** A conversion that was let in is over, however. */
    void leave(String location) {
        catalogue.left();
        storage(location).ifPresent(CircuitBreaker::left);
    }

    private Optional<CircuitBreaker> storage(String location) {
        try {
            Path path = Path.of(location);
            return storages.entrySet().stream()
                    .filter(storage -> path.startsWith(storage.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
