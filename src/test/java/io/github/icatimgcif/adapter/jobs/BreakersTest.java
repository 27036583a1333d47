package io.github.icatimgcif.adapter.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.conversion.CircuitBreaker;
import io.github.icatimgcif.conversion.Conversion;
import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Ending;
import io.github.icatimgcif.conversion.Milestone;
import io.github.icatimgcif.conversion.Outcome;
import io.github.icatimgcif.conversion.Publication;
import io.github.icatimgcif.conversion.WaitsFor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class BreakersTest {

    private static final Duration PAUSE = Duration.ofSeconds(4);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicLong nanoseconds = new AtomicLong(77);
    private final Breakers breakers = new Breakers(
            List.of(Path.of("/data")),
            what -> new CircuitBreaker(
                    new CircuitBreaker.Settings(1, PAUSE, Duration.ofSeconds(10), LONG, 20), nanoseconds::get));
    private final CircuitBreaker catalogue = breakers.parts().get(0).breaker();
    private final CircuitBreaker storage = breakers.parts().get(1).breaker();
    private final CircuitBreaker writing = breakers.parts().get(2).breaker();

    @Test
    void aConversionThatBeganBeforeTheOutageLetsNobodyInBesideTheOneThatTries() {
        Breakers.Admitted early = admitted("/data/early");
        fail(WaitsFor.CATALOGUE);
        nanoseconds.addAndGet(PAUSE.toNanos());
        Breakers.Admitted trial = admitted("/data/trial");

        early.close();

        assertThat(breakers.enter("/data/next")).isInstanceOf(Breakers.Blocked.class);
        trial.close();
    }

    @Test
    void theOneThatTriesLetsAllInWhenTheCatalogueHasFoundItThoughItsRawDataHang() {
        fail(WaitsFor.CATALOGUE);
        nanoseconds.addAndGet(PAUSE.toNanos());
        Breakers.Admitted hanging = admitted("/data/on-tape");
        hanging.reached(Milestone.TAKEN);
        assertThat(breakers.enter("/data/next")).isInstanceOf(Breakers.Blocked.class);

        hanging.reached(Milestone.FOUND);

        assertThat(breakers.enter("/data/next")).isInstanceOf(Breakers.Admitted.class);
        hanging.close();
    }

    @Test
    void aCatalogueThatFindsAndDoesNotRegisterIsAskedNowAndThenAgain() {
        fail(WaitsFor.CATALOGUE);
        nanoseconds.addAndGet(PAUSE.toNanos());

        try (Breakers.Admitted trial = admitted("/data/trial")) {
            trial.reached(Milestone.FOUND);
            trial.unavailable(WaitsFor.CATALOGUE, "no answer to the registration within 30 s");
        }

        assertThat(catalogue.state()).isEqualTo(CircuitBreaker.State.OPEN);
    }

    @Test
    void aDatasetThatIsSkippedAfterTheCatalogueAnsweredLetsAllIn() {
        fail(WaitsFor.CATALOGUE);
        nanoseconds.addAndGet(PAUSE.toNanos());
        var skipped = new Conversion(new Outcome.Skipped("no diffraction"), List.of(), List.of(), Optional.empty())
                .foundAs(4711, new Publication(Optional.empty(), Optional.empty()));

        try (Breakers.Admitted trial = admitted("/data/trial")) {
            trial.ended(new Ending(skipped, DatasetState.SKIPPED, "no diffraction", Optional.empty(), false));
        }

        assertThat(catalogue.state()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void whoIsSentAwayFromTheStorageLeavesTheCatalogueToTheNext() {
        fail(WaitsFor.CATALOGUE);
        nanoseconds.addAndGet(PAUSE.toNanos());
        try (Breakers.Admitted trial = admitted("/data/trial")) {
            trial.unavailable(WaitsFor.STORAGE, "Stale file handle");
        }
        assertThat(catalogue.state()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(storage.state()).isEqualTo(CircuitBreaker.State.OPEN);

        assertThat(breakers.enter("/data/next")).isInstanceOfSatisfying(Breakers.Blocked.class, blocked -> {
            assertThat(blocked.what()).isEqualTo(WaitsFor.STORAGE);
            assertThat(blocked.cause()).contains("Stale file handle");
        });
        assertThat(breakers.enter("/elsewhere/next")).isInstanceOf(Breakers.Admitted.class);
    }

    @Test
    void aStorageThatIsFullIsWrittenToNowAndThen() {
        try (Breakers.Admitted full = admitted("/data/fails")) {
            full.ended(postponed(new Outcome.Postponed(WaitsFor.STORAGE, "No space left on device", true)));
        }

        assertThat(breakers.enter("/data/next")).isInstanceOfSatisfying(Breakers.Blocked.class, blocked -> {
            assertThat(blocked.what()).isEqualTo(WaitsFor.STORAGE);
            assertThat(blocked.cause())
                    .isEqualTo("the storage takes no file, and is asked now and then: No space left on device");
        });
        assertThat(storage.state()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(catalogue.state()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void aQuotaThatIsUsedUpKeepsNobodyElseFromWriting() {
        try (Breakers.Admitted over = admitted("/data/fails")) {
            over.ended(postponed(new Outcome.Postponed(WaitsFor.STORAGE, "Disk quota exceeded")));
        }

        assertThat(writing.state()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void aDatasetThatIsRefusedDoesNotShowThatTheStorageTakesFilesAgain() {
        cannotWrite();
        nanoseconds.addAndGet(PAUSE.toNanos());
        var refused = new Conversion(new Outcome.Refused(List.of()), List.of(), List.of(), Optional.empty());
        try (Breakers.Admitted trial = admitted("/data/refused")) {
            trial.ended(new Ending(refused, DatasetState.REFUSED, "no wavelength", Optional.empty(), false));
        }
        assertThat(writing.state()).isEqualTo(CircuitBreaker.State.OPEN);

        try (Breakers.Admitted trial = admitted("/data/trial")) {
            trial.reached(Milestone.JUDGED);
            trial.reached(Milestone.WRITTEN);
            assertThat(writing.state()).isEqualTo(CircuitBreaker.State.CLOSED);
        }
    }

    @Test
    void aStorageThatIsAwayWhenTheImgCifIsWrittenIsOneThatTakesNoFile() {
        try (Breakers.Admitted away = admitted("/data/fails")) {
            away.reached(Milestone.JUDGED);
            away.unavailable(WaitsFor.STORAGE, "Stale file handle");
        }

        assertThat(storage.state()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(writing.state()).isEqualTo(CircuitBreaker.State.OPEN);
    }

    @Test
    void rawDataThatMayNotBeReadAreAnAnswerOfTheirStorage() {
        fail(WaitsFor.PERMISSION);
        assertThat(storage.state()).isEqualTo(CircuitBreaker.State.CLOSED);

        fail(WaitsFor.STORAGE);
        assertThat(storage.state()).isEqualTo(CircuitBreaker.State.OPEN);
        nanoseconds.addAndGet(PAUSE.toNanos());
        fail(WaitsFor.PERMISSION);
        assertThat(storage.state()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(catalogue.state()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    private void cannotWrite() {
        try (Breakers.Admitted full = admitted("/data/fails")) {
            full.ended(postponed(new Outcome.Postponed(WaitsFor.STORAGE, "Read-only file system", true)));
        }
    }

    private static Ending postponed(Outcome.Postponed outcome) {
        return new Ending(
                new Conversion(outcome, List.of(), List.of(), Optional.empty()),
                DatasetState.POSTPONED,
                outcome.cause(),
                Optional.of(outcome.what()),
                false);
    }

    private void fail(WaitsFor what) {
        try (Breakers.Admitted admitted = admitted("/data/fails")) {
            admitted.unavailable(what, "no answer within 30 s");
        }
    }

    private Breakers.Admitted admitted(String location) {
        return (Breakers.Admitted) breakers.enter(location);
    }
}
