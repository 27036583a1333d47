package io.github.icatimgcif.adapter.jobs;

import io.github.icatimgcif.conversion.CircuitBreaker;
import io.github.icatimgcif.conversion.Ending;
import io.github.icatimgcif.conversion.Milestone;
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

    /** The answer to a conversion that asks to begin. */
    sealed interface Admission {}

    /**
     * A conversion cannot begin.
     *
     * @param what  what does not answer
     * @param after when to ask again
     * @param cause why, for a person
     */
    record Blocked(WaitsFor what, Duration after, String cause) implements Admission {}

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

    /** Asks for all that the conversion of a dataset needs. */
    Admission enter(String location) {
        CircuitBreaker.Admission first = catalogue.enter();
        if (!(first instanceof CircuitBreaker.Ticket ticket)) {
            return blocked(WaitsFor.CATALOGUE, "the catalogue", catalogue, (CircuitBreaker.SentAway) first);
        }
        Pass pass = new Pass(catalogue, ticket);
        Optional<CircuitBreaker> breaker = storage(location);
        if (breaker.isEmpty()) {
            return new Admitted(location, pass, Optional.empty());
        }
        CircuitBreaker.Admission second = breaker.get().enter();
        if (second instanceof CircuitBreaker.Ticket stored) {
            return new Admitted(location, pass, Optional.of(new Pass(breaker.get(), stored)));
        }
        pass.left();
        return blocked(WaitsFor.STORAGE, "the storage", breaker.get(), (CircuitBreaker.SentAway) second);
    }

    private static Blocked blocked(
            WaitsFor what, String name, CircuitBreaker breaker, CircuitBreaker.SentAway sentAway) {
        return new Blocked(
                what, sentAway.after(), name + " does not answer, and is asked now and then: " + breaker.reason());
    }

    /** A conversion that was let in, which says what it met and closes this when it is over, however. */
    static final class Admitted implements Admission, AutoCloseable {

        private final String location;
        private final Pass catalogue;
        private final Optional<Pass> storage;

        private Admitted(String location, Pass catalogue, Optional<Pass> storage) {
            this.location = location;
            this.catalogue = catalogue;
            this.storage = storage;
        }

        /** The conversion reached a step; what it has shown to answer keeps nobody waiting until it ends. */
        void reached(Milestone milestone) {
            if (milestone == Milestone.FOUND) {
                catalogue.answers();
            }
        }

        /** Something did not answer during the conversion. */
        void unavailable(WaitsFor what, String why) {
            switch (what) {
                case CATALOGUE -> catalogue.failed(location, why);
                case STORAGE -> {
                    catalogue.answered();
                    storage.ifPresent(pass -> pass.failed(location, why));
                }
                default -> {
                    // Nothing that has a breaker.
                }
            }
        }

        /** The conversion came to an end; what it shows to have answered, has. */
        void ended(Ending ending) {
            Outcome outcome = ending.conversion().outcome();
            boolean isDone = outcome.inCatalogue().isPresent();
            boolean isRead = outcome instanceof Outcome.Refused
                    || ending.waitsFor()
                            .filter(what -> what == WaitsFor.DATA || what == WaitsFor.END_OF_WRITING)
                            .isPresent();
            boolean isAsked = ending.waitsFor().filter(WaitsFor::isOfDataset).isPresent();
            if (isDone || isAsked || ending.conversion().catalogueId().isPresent()) {
                catalogue.answered();
            }
            if (isDone || isRead) {
                storage.ifPresent(Pass::answered);
            }
        }

        @Override
        public void close() {
            catalogue.left();
            storage.ifPresent(Pass::left);
        }
    }

    /** A breaker, and the ticket with which a conversion was let in. */
    private record Pass(CircuitBreaker breaker, CircuitBreaker.Ticket ticket) {

        void answers() {
            breaker.answers(ticket);
        }

        void answered() {
            breaker.answered(ticket);
        }

        void failed(String location, String why) {
            breaker.failed(ticket, location, why);
        }

        void left() {
            breaker.left(ticket);
        }
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
