package io.github.icatimgcif.adapter.jobs;

import io.github.icatimgcif.conversion.CircuitBreaker;
import io.github.icatimgcif.conversion.Ending;
import io.github.icatimgcif.conversion.Milestone;
import io.github.icatimgcif.conversion.Outcome;
import io.github.icatimgcif.conversion.WaitsFor;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The circuit breakers of what every conversion needs: the catalogue, and the storage its data lie on. A conversion that would
 * only wait for a time-out is put back before it takes a worker. A storage has two, as one that is full can be read: what was read
 * there says nothing of what can be written. Where the imgCIF will lie is not known before the conversion, so that what cannot be
 * written counts for the storage of the data.
 */
public final class Breakers {

    private final CircuitBreaker catalogue;
    private final Map<Path, Storage> storages = new TreeMap<>();

    /**
     * One breaker for the catalogue and two for each storage.
     *
     * @param roots folders below which data lie, one storage each
     * @param make  makes a breaker for something that is waited for
     */
    public Breakers(List<Path> roots, Function<WaitsFor, CircuitBreaker> make) {
        this.catalogue = make.apply(WaitsFor.CATALOGUE);
        roots.forEach(
                root -> storages.put(root, new Storage(make.apply(WaitsFor.STORAGE), make.apply(WaitsFor.STORAGE))));
    }

    private record Storage(CircuitBreaker reading, CircuitBreaker writing) {}

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
     * @param name    {@code catalogue}, or the folder of a storage, and whether it is of writing there
     * @param breaker its breaker
     */
    public record Part(String name, CircuitBreaker breaker) {}

    /** All parts, the catalogue first. */
    public List<Part> parts() {
        return Stream.concat(
                        Stream.of(new Part("catalogue", catalogue)),
                        storages.entrySet().stream()
                                .flatMap(storage -> Stream.of(
                                        new Part(
                                                storage.getKey().toString(),
                                                storage.getValue().reading()),
                                        new Part(
                                                storage.getKey() + " (writing)",
                                                storage.getValue().writing()))))
                .toList();
    }

    /** Asks for all that the conversion of a dataset needs. */
    Admission enter(String location) {
        List<Pass> passes = new ArrayList<>();
        for (Gate gate : gates(location)) {
            CircuitBreaker.Admission answer = gate.breaker().enter();
            if (answer instanceof CircuitBreaker.SentAway sentAway) {
                passes.forEach(Pass::left);
                return new Blocked(
                        gate.what(),
                        sentAway.after(),
                        gate.trouble() + ", and is asked now and then: "
                                + gate.breaker().reason());
            }
            passes.add(new Pass(gate.breaker(), (CircuitBreaker.Ticket) answer));
        }
        return new Admitted(location, passes);
    }

    /** What has to let a conversion in: the catalogue, then the storage of its data for reading, then for writing. */
    private List<Gate> gates(String location) {
        return Stream.concat(
                        Stream.of(new Gate(WaitsFor.CATALOGUE, "the catalogue does not answer", catalogue)),
                        storage(location).stream()
                                .flatMap(storage -> Stream.of(
                                        new Gate(WaitsFor.STORAGE, "the storage does not answer", storage.reading()),
                                        new Gate(WaitsFor.STORAGE, "the storage takes no file", storage.writing()))))
                .toList();
    }

    private record Gate(WaitsFor what, String trouble, CircuitBreaker breaker) {}

    /** A conversion that was let in, which says what it met and closes this when it is over, however. */
    static final class Admitted implements Admission, AutoCloseable {

        private final String location;
        private final Pass catalogue;
        private final Optional<Pass> reading;
        private final Optional<Pass> writing;
        private boolean isRead;

        private Admitted(String location, List<Pass> passes) {
            this.location = location;
            this.catalogue = passes.get(0);
            this.reading = passes.stream().skip(1).findFirst();
            this.writing = passes.stream().skip(2).findFirst();
        }

        /** The conversion reached a step; what it has shown to answer keeps nobody waiting until it ends. */
        void reached(Milestone milestone) {
            switch (milestone) {
                case FOUND -> catalogue.answers();
                case JUDGED -> {
                    isRead = true;
                    reading.ifPresent(Pass::answered);
                }
                case WRITTEN -> writing.ifPresent(Pass::answered);
                default -> {
                    // Nothing that only now answers.
                }
            }
        }

        /** Something did not answer during the conversion. */
        void unavailable(WaitsFor what, String why) {
            switch (what) {
                case CATALOGUE -> catalogue.failed(location, why);
                case STORAGE -> {
                    catalogue.answered();
                    (isRead ? writing : reading).ifPresent(pass -> pass.failed(location, why));
                }
                case PERMISSION -> {
                    catalogue.answered();
                    reading.ifPresent(Pass::answered); // who denies us one dataset is there for the others
                }
                default -> {
                    // Nothing that has a breaker.
                }
            }
        }

        /** The conversion came to an end; what it shows to have answered, has, and what took no file from it takes none. */
        void ended(Ending ending) {
            Outcome outcome = ending.conversion().outcome();
            boolean isDone = outcome.inCatalogue().isPresent();
            boolean wasRead = outcome instanceof Outcome.Refused
                    || ending.waitsFor()
                            .filter(what -> what == WaitsFor.DATA || what == WaitsFor.END_OF_WRITING)
                            .isPresent();
            boolean isAsked = ending.waitsFor().filter(WaitsFor::isOfDataset).isPresent();
            if (isDone || isAsked || ending.conversion().catalogueId().isPresent()) {
                catalogue.answered();
            }
            if (isDone || wasRead) {
                reading.ifPresent(Pass::answered);
            }
            if (isDone) {
                writing.ifPresent(Pass::answered);
            }
            if (outcome instanceof Outcome.Postponed postponed
                    && postponed.what() == WaitsFor.STORAGE
                    && postponed.meetsAll()) {
                writing.ifPresent(pass -> pass.failed(location, postponed.cause()));
            }
        }

        @Override
        public void close() {
            catalogue.left();
            reading.ifPresent(Pass::left);
            writing.ifPresent(Pass::left);
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

    private Optional<Storage> storage(String location) {
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
