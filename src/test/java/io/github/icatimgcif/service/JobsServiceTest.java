package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.adapter.jobs.Breakers;
import io.github.icatimgcif.adapter.journal.DatabaseTapeQueue;
import io.github.icatimgcif.conversion.Attempt;
import io.github.icatimgcif.conversion.CircuitBreaker;
import io.github.icatimgcif.conversion.Conversion;
import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.KnownDataset;
import io.github.icatimgcif.conversion.KnownDatasets;
import io.github.icatimgcif.conversion.Outcome;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.register.Registration;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.finding.Finding;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.AccessDeniedException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
final class JobsServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Intake intake;

    @Inject
    Journal journal;

    @Inject
    KnownDatasets known;

    @Inject
    ScriptedConverter converter;

    @Inject
    DataSource database;

    @Inject
    Breakers breakers;

    @Test
    void anAnnouncedDatasetIsConvertedAndItsRegistrationRecorded() {
        var dataset = dataset("/data/jobs/registered");

        intake.accept(dataset, "api");

        JournalEntry entry = awaitState(dataset, DatasetState.REGISTERED);
        assertThat(entry.registration()).contains(new JournalEntry.RecordedRegistration(4711, "imgcif-4711"));
        assertThat(entry.dataset()).isEqualTo(dataset);
        assertThat(entry.isWaiting()).isFalse();
    }

    @Test
    void whatIsAnnouncedDuringTheConversionIsConvertedOnceMoreAndNeverTwiceAtOnce() throws InterruptedException {
        var dataset = dataset("/data/jobs/announced-again");
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        converter.script(dataset.location(), (any, call) -> {
            begun.countDown();
            awaitLatch(goOn);
            return ScriptedConverter.registered(call);
        });
        intake.accept(dataset, "api");
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        for (int time = 0; time < 5; time++) {
            intake.accept(with(dataset, "MX_transmission", "10" + time), "kafka");
        }
        goOn.countDown();

        await().atMost(PATIENCE).until(() -> entry(dataset).done() == 6);
        assertThat(converter.calls(dataset.location())).isEqualTo(2);
        assertThat(converter.atOnce(dataset.location())).isEqualTo(1);
        assertThat(entry(dataset).dataset().parameters())
                .isEqualTo(Map.of("MX_flux", "3.2e11", "MX_transmission", "104"));
    }

    @Test
    void whatDoesNotAnswerIsTriedAgainUntilItDoes() {
        var dataset = dataset("/data/jobs/unavailable");
        converter.script(dataset.location(), (any, call) -> {
            if (call < 3) {
                throw new Unavailable(WaitsFor.CATALOGUE, "the catalogue at https://icat.example does not answer");
            }
            return ScriptedConverter.registered(12);
        });

        intake.accept(dataset, "api");

        awaitState(dataset, DatasetState.REGISTERED);
        assertThat(journal.history(dataset.identity()))
                .extracting(Attempt::outcome)
                .containsExactly("REGISTERED", "POSTPONED", "POSTPONED");
    }

    @Test
    void whatMayNotBeReadIsTriedAgainUntilItMay() {
        var dataset = dataset("/data/jobs/forbidden");
        converter.script(dataset.location(), (any, call) -> {
            if (call < 3) {
                throw Unavailable.ofStorage("cannot open /data/jobs/forbidden/a.h5", denied());
            }
            return ScriptedConverter.registered(15);
        });

        intake.accept(dataset, "api");

        awaitState(dataset, DatasetState.REGISTERED);
        assertThat(journal.history(dataset.identity()))
                .extracting(Attempt::outcome)
                .containsExactly("REGISTERED", "WAITING", "WAITING");
    }

    @Test
    void whatMayNeverBeReadIsFailedAfterTheDeadlineAndHoldsNobodyElseUp() {
        List<StoredDataset> forbidden = IntStream.range(0, 12)
                .mapToObj(number -> dataset("/data/jobs/denied-" + number))
                .toList();
        forbidden.forEach(dataset -> converter.script(dataset.location(), (any, call) -> {
            throw Unavailable.ofStorage("cannot open " + dataset.location() + "/a.h5", denied());
        }));
        forbidden.forEach(dataset -> intake.accept(dataset, "api"));

        for (StoredDataset dataset : forbidden) {
            JournalEntry entry = awaitState(dataset, DatasetState.FAILED);
            assertThat(entry.explanation())
                    .startsWith(
                            "cannot open " + dataset.location() + "/a.h5: permission denied; the user of this service")
                    .contains("given up after");
            assertThat(journal.history(dataset.identity()))
                    .as("never sent away from a storage that answers")
                    .extracting(Attempt::outcome)
                    .containsOnly("FAILED", "WAITING");
        }
    }

    private static AccessDeniedException denied() {
        return new AccessDeniedException("/data/jobs");
    }

    @Test
    void anErrorOfOursIsTriedAgainABoundedNumberOfTimesAndThenFailed() {
        var dataset = dataset("/data/jobs/broken");
        converter.script(dataset.location(), (any, call) -> {
            throw new IllegalStateException("axis 'omega' depends on itself");
        });

        intake.accept(dataset, "api");

        JournalEntry entry = awaitState(dataset, DatasetState.FAILED);
        assertThat(entry.explanation()).contains("axis 'omega' depends on itself");
        assertThat(entry.attempts()).isEqualTo(3);
    }

    @Test
    void aRefusedDatasetIsNotTriedAgainAndSaysWhy() {
        var dataset = dataset("/data/jobs/refused");
        var finding = Finding.error("_diffrn_radiation_wavelength.value", "no wavelength above zero");
        assertThat(refused(dataset, finding).explanation())
                .isEqualTo("_diffrn_radiation_wavelength.value: no wavelength above zero");
        assertThat(journal.history(dataset.identity()).get(0).findings()).containsExactly(finding);
    }

    @Test
    void whatIsMissingIsWaitedForUntilTheDeadlineAndThenFailed() {
        var dataset = dataset("/data/jobs/missing");
        converter.script(
                dataset.location(),
                (any, call) -> ScriptedConverter.ending(
                        new Outcome.Postponed(WaitsFor.CATALOGUE_ENTRY, "the dataset is not in the catalogue yet")));

        intake.accept(dataset, "api");

        assertThat(awaitState(dataset, DatasetState.FAILED).explanation())
                .startsWith("the dataset is not in the catalogue yet (given up after");
        assertThat(converter.calls(dataset.location())).isGreaterThan(1);
        assertThat(lookAgainAfter(dataset))
                .as("an hour at least, however short the patience is")
                .contains(Duration.ofHours(1));
        gaveUpAfterADay(dataset);
        assertThat(lookAgainAfter(dataset)).contains(Duration.ofDays(1));
        intake.accept(dataset, "sweep");
        awaitState(dataset, DatasetState.FAILED);
        gaveUpAfterADay(dataset);
        assertThat(lookAgainAfter(dataset))
                .as("the second time in succession, years after the first announcement")
                .contains(Duration.ofDays(2));
        converter.script(
                dataset.location(), (any, call) -> ScriptedConverter.ending(new Outcome.Failed("a loop of axes")));
        intake.accept(dataset, "api");
        await().atMost(PATIENCE).until(() -> entry(dataset).explanation().equals("a loop of axes"));
        assertThat(lookAgainAfter(dataset)).as("nobody waited").isEmpty();
    }

    @Test
    void aRegistrationStandsThoughTheRawDataAreGoneWhenItsDatasetIsLookedAtOnceMore() {
        var dataset = dataset("/data/jobs/gone");
        converter.script(
                dataset.location(),
                (any, call) -> call == 1
                        ? ScriptedConverter.registered(4713)
                        : ScriptedConverter.ending(new Outcome.Postponed(WaitsFor.DATA, "there is nothing at /data")));
        intake.accept(dataset, "api");
        awaitState(dataset, DatasetState.REGISTERED);

        intake.accept(dataset, "versions");

        JournalEntry entry = awaitState(dataset, DatasetState.UNCHANGED);
        assertThat(entry.explanation())
                .isEqualTo("its registration stays as it was: there is nothing at /data (given up after PT1.5S)");
        assertThat(entry.registration()).contains(new JournalEntry.RecordedRegistration(4713, "imgcif-4713"));
    }

    /** Retention took the raw files and left the folder. */
    @ParameterizedTest
    @CsvSource({"true, UNCHANGED", "false, REFUSED"})
    void aRefusalForLackOfRawFilesLeavesARegistrationAsItWas(boolean isRegistered, DatasetState expected) {
        var dataset = dataset("/data/jobs/emptied-" + isRegistered);
        var nothing = Finding.error("raw data", "no raw data of a known format at " + dataset.location());
        converter.script(
                dataset.location(),
                (any, call) -> call == 1 && isRegistered
                        ? ScriptedConverter.registered(4715)
                        : ScriptedConverter.ending(new Outcome.Refused(List.of(nothing), true)));
        intake.accept(dataset, "api");
        if (isRegistered) {
            awaitState(dataset, DatasetState.REGISTERED);
            intake.accept(dataset, "versions");
        }

        assertThat(awaitState(dataset, expected).explanation())
                .isEqualTo(
                        (isRegistered ? "its registration stays as it was: " : "") + "raw data: " + nothing.message());
    }

    @Test
    void whatRawFilesSayIsRecordedThoughADatabaseDoesNotTakeAllOfIt() {
        var dataset = dataset("/data/jobs/unstorable");
        var finding = Finding.error("metadata:Sample_name\0", "the name 'Therm\0-6' ends in the middle");
        assertThat(refused(dataset, finding).explanation())
                .isEqualTo("metadata:Sample_name\ufffd: the name 'Therm\ufffd-6' ends in the middle");
    }

    @Test
    void anEndThatCannotBeRecordedIsFailedAfterAFewTriesAndNotRepeatedForEver() {
        var dataset = dataset("/data/jobs/unrecordable");
        converter.script(
                dataset.location(),
                (any, call) ->
                        ScriptedConverter.ending(new Outcome.Registered(new Registration(4714, "imgcif-\0", false))));

        intake.accept(dataset, "api");

        JournalEntry entry = awaitState(dataset, DatasetState.FAILED);
        assertThat(entry.explanation()).contains("the database does not take the value");
        assertThat(entry.failures()).isEqualTo(3);
    }

    @Test
    void betweenFileAndCatalogueTheJournalSaysSo() {
        var dataset = dataset("/data/jobs/registering");
        var seen = new AtomicReference<>(DatasetState.RECEIVED);
        converter.afterWriting(dataset.location(), () -> seen.set(entry(dataset).state()));

        intake.accept(dataset, "api");

        awaitState(dataset, DatasetState.REGISTERED);
        assertThat(seen).hasValue(DatasetState.REGISTERING);
    }

    @Test
    void rawDataThatHangKeepNobodyFromACatalogueThatAnswersAgain() {
        var away = new AtomicBoolean(true);
        var hangs = new AtomicBoolean();
        var goOn = new CountDownLatch(1);
        List<StoredDataset> datasets = IntStream.range(0, 12)
                .mapToObj(i -> dataset("/data/hanging/run_" + i))
                .toList();
        datasets.forEach(dataset -> {
            converter.script(dataset.location(), (any, call) -> {
                if (away.get()) {
                    throw new Unavailable(WaitsFor.CATALOGUE, "no answer within 30 s");
                }
                return ScriptedConverter.registered(call);
            });
            intake.accept(dataset, "kafka");
        });
        await().atMost(PATIENCE).until(() -> breakers.parts().get(0).breaker().state() != CircuitBreaker.State.CLOSED);
        datasets.forEach(dataset -> converter.afterFinding(dataset.location(), () -> {
            if (!away.get() && hangs.compareAndSet(false, true)) {
                awaitLatch(goOn);
            }
        }));

        away.set(false);

        await().atMost(PATIENCE)
                .until(() -> datasets.stream()
                                .filter(dataset -> entry(dataset).state() == DatasetState.REGISTERED)
                                .count()
                        == datasets.size() - 1);
        goOn.countDown();
        datasets.forEach(dataset -> awaitState(dataset, DatasetState.REGISTERED));
    }

    @Test
    void aCatalogueThatDoesNotAnswerIsAskedNowAndThenAndAllComeBackWithoutAnybody() {
        var away = new AtomicBoolean(true);
        List<StoredDataset> datasets = IntStream.range(0, 40)
                .mapToObj(i -> dataset("/data/outage/run_" + i))
                .toList();
        datasets.forEach(dataset -> converter.script(dataset.location(), (any, call) -> {
            if (away.get()) {
                throw new Unavailable(WaitsFor.CATALOGUE, "no answer within 30 s");
            }
            return ScriptedConverter.registered(call);
        }));
        datasets.forEach(dataset -> intake.accept(dataset, "kafka"));

        datasets.forEach(dataset -> awaitState(dataset, DatasetState.POSTPONED));
        // Begun were those before it was noticed, and one at a time that tries for all; the others were sent away.
        assertThat(datasets)
                .map(this::entry)
                .filteredOn(entry -> entry.attempts() == 0)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.explanation()).contains("is asked now and then"));
        assertThat(breakers.parts().get(0).breaker().state()).isNotEqualTo(CircuitBreaker.State.CLOSED);

        away.set(false);

        datasets.forEach(dataset -> awaitState(dataset, DatasetState.REGISTERED));
        assertThat(breakers.parts().get(0).breaker().state()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(datasets)
                .allSatisfy(dataset ->
                        assertThat(converter.atOnce(dataset.location())).isEqualTo(1));
    }

    @Test
    void triesForWhatAllNeedAreKeptApartFromThoseForTheDatasetItself() {
        var dataset = dataset("/data/jobs/apart");
        converter.script(dataset.location(), (any, call) -> switch (call) {
            case 1, 2 -> ScriptedConverter.ending(new Outcome.Postponed(WaitsFor.DATA, "no file yet"));
            case 3, 4, 5 -> throw new Unavailable(WaitsFor.STORAGE, "Stale file handle");
            default -> ScriptedConverter.ending(new Outcome.Postponed(WaitsFor.TAPE, "the data are on tape"));
        });

        intake.accept(dataset, "api");

        JournalEntry waiting = await().atMost(PATIENCE)
                .until(() -> entry(dataset), entry -> entry.waited().triesFor(WaitsFor.TAPE) > 0);
        assertThat(waiting.waited().triesFor(WaitsFor.DATA)).isEqualTo(2);
        assertThat(waiting.waited().triesFor(WaitsFor.STORAGE)).isZero();
        assertThat(waiting.waited().outages()).isPositive();
        assertThat(awaitState(dataset, DatasetState.FAILED).explanation())
                .isEqualTo("the data are on tape (given up after PT1.5S)");
    }

    @Test
    void dataThatAreAskedForWhileTheirDatasetIsLookedAtCountAsAskedFor() throws Exception {
        var dataset = dataset("/data/jobs/on-tape");
        var begun = List.of(new CountDownLatch(1), new CountDownLatch(2));
        var goOn = List.of(new CountDownLatch(1), new CountDownLatch(2));
        converter.script(dataset.location(), (any, call) -> {
            if (call == 2 || call == 3) {
                begun.forEach(CountDownLatch::countDown);
                awaitLatch(goOn.get(call - 2));
            }
            return call > 3
                    ? ScriptedConverter.registered(call)
                    : ScriptedConverter.ending(new Outcome.Postponed(WaitsFor.TAPE, "the data are on tape"));
        });
        intake.accept(dataset, "api");
        awaitLatch(begun.get(0));

        new DatabaseTapeQueue(database, Clock.systemUTC()).askedFor(List.of(987_654L));
        goOn.forEach(CountDownLatch::countDown);
        awaitLatch(begun.get(1));

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet asked = statement.executeQuery("select restore_asked is not null from journal_dataset"
                        + " where location = '" + dataset.location() + "'")) {
            assertThat(asked.next()).isTrue();
            assertThat(asked.getBoolean(1)).isTrue();
        } finally {
            goOn.forEach(CountDownLatch::countDown);
        }
        awaitState(dataset, DatasetState.REGISTERED);
    }

    @Test
    void aJobThatAWrongClockPutDaysAheadIsBroughtBack() throws Exception {
        var dataset = dataset("/data/jobs/days-ahead");
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('" + dataset.location() + "', 20260711))");
            intake.accept(dataset, "api");
            await().atMost(PATIENCE)
                    .until(() -> statement.executeUpdate("update scheduled_tasks t set execution_time = now() +"
                                    + " interval '3 days', version = t.version + 1 from journal_dataset d where"
                                    + " d.identity_hash = t.task_instance and not t.picked and d.location = '"
                                    + dataset.location() + "' and t.execution_time > now()")
                            == 1);
            statement.execute("select pg_advisory_unlock(hashtextextended('" + dataset.location() + "', 20260711))");
        }

        awaitState(dataset, DatasetState.REGISTERED);
    }

    @Test
    void whatIsAnnouncedGoesBeforeThoseThatWait() throws Exception {
        var begun = new CountDownLatch(4);
        var goOn = new CountDownLatch(1);
        for (int i = 0; i < 4; i++) {
            var busy = dataset("/data/fair/busy_" + i);
            converter.script(busy.location(), (any, call) -> {
                begun.countDown();
                awaitLatch(goOn);
                return ScriptedConverter.registered(call);
            });
            intake.accept(busy, "api");
        }
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        var late = dataset("/data/fair/new");
        intake.accept(late, "api");

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet job = statement.executeQuery("select extract(epoch from d.last_received - t.execution_time)"
                        + " from scheduled_tasks t join journal_dataset d on d.identity_hash = t.task_instance"
                        + " where d.location = '" + late.location() + "'")) {
            assertThat(job.next()).isTrue();
            assertThat(job.getDouble(1)).isBetween(595.0, 605.0);
        } finally {
            goOn.countDown();
        }
        awaitState(late, DatasetState.REGISTERED);
    }

    @Test
    void aDatasetThatLostItsJobIsFoundAgain() throws Exception {
        var dataset = dataset("/data/jobs/forgotten");
        intake.accept(dataset, "api");
        awaitState(dataset, DatasetState.REGISTERED);

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update journal_dataset set generation_received = generation_received + 1"
                    + " where location = '" + dataset.location() + "'");
        }

        await().atMost(PATIENCE).until(() -> converter.calls(dataset.location()) == 2);
    }

    @Test
    void aDatasetDuringWhoseConversionTheServiceEndsAgainAndAgainIsLeftAloneUntilItIsAnnouncedAnew() throws Exception {
        var dataset = dataset("/data/jobs/deadly");
        // What a service leaves that ends here.
        announcedWhileAnotherHasIt(
                dataset, () -> IntStream.range(0, 10).forEach(end -> journal.begin(dataset.identity())));

        JournalEntry entry = awaitState(dataset, DatasetState.FAILED);
        assertThat(entry.explanation()).startsWith("this service ended 10 times in a row while it converted");
        assertThat(converter.calls(dataset.location())).isZero();

        intake.accept(dataset, "api");

        awaitState(dataset, DatasetState.REGISTERED);
        assertThat(entry(dataset).interruptions()).isZero();
    }

    @Test
    void aDatasetThatAnotherServiceConvertsIsLeftToIt() throws Exception {
        var dataset = dataset("/data/jobs/elsewhere");
        announcedWhileAnotherHasIt(
                dataset, () -> assertThat(converter.calls(dataset.location())).isZero());

        awaitState(dataset, DatasetState.REGISTERED);
    }

    /** Does something while another service has the lock of an announced dataset. */
    private void announcedWhileAnotherHasIt(StoredDataset dataset, Runnable meanwhile) throws SQLException {
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('" + dataset.location() + "', 20260711))");
            intake.accept(dataset, "api");
            // The job was taken and put back for later: its time is in the future again.
            await().atMost(PATIENCE).until(() -> putBack(statement, dataset.location()));
            meanwhile.run();
            statement.execute("select pg_advisory_unlock(hashtextextended('" + dataset.location() + "', 20260711))");
        }
    }

    private static boolean putBack(Statement statement, String location) throws SQLException {
        try (ResultSet job = statement.executeQuery("select execution_time > d.last_received + interval '3 seconds'"
                + " from scheduled_tasks t join journal_dataset d on d.identity_hash = t.task_instance"
                + " where d.location = '" + location + "'")) {
            return job.next() && job.getBoolean(1);
        }
    }

    private JournalEntry refused(StoredDataset dataset, Finding finding) {
        converter.script(
                dataset.location(),
                (any, call) -> new Conversion(
                        new Outcome.Refused(List.of(finding)), List.of(finding), List.of(), Optional.empty()));
        intake.accept(dataset, "api");
        return awaitState(dataset, DatasetState.REFUSED);
    }

    private JournalEntry awaitState(StoredDataset dataset, DatasetState state) {
        return await().atMost(PATIENCE).until(() -> entry(dataset), entry -> entry.state() == state);
    }

    /** As if the dataset were an old one that was announced anew a day before it was given up. */
    private void gaveUpAfterADay(StoredDataset dataset) {
        try (Connection session = database.getConnection();
                PreparedStatement statement = session.prepareStatement("update journal_dataset"
                        + " set first_received = looked_at - interval '2 years', last_received = looked_at - interval '1 day'"
                        + " where location = ?")) {
            statement.setString(1, dataset.location());
            assertThat(statement.executeUpdate()).isOne();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Duration> lookAgainAfter(StoredDataset dataset) {
        return known.named(List.of(dataset.identity()), List.of()).stream()
                .findFirst()
                .flatMap(KnownDataset::lookAgainAfter);
    }

    private JournalEntry entry(StoredDataset dataset) {
        return journal.find(dataset.identity()).orElseThrow();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the test waited", e);
        }
    }

    private static StoredDataset with(StoredDataset dataset, String parameter, String value) {
        return new StoredDataset(
                dataset.name(),
                dataset.proposal(),
                dataset.sample(),
                dataset.location(),
                Map.of(parameter, value),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static StoredDataset dataset(String location) {
        return new StoredDataset(
                "run_01",
                "mx-2463",
                "Therm-6",
                location,
                Map.of("MX_flux", "3.2e11"),
                List.of(),
                Optional.of(987_654L),
                Optional.of("id30b"),
                Optional.of("2026-03-01T10:00:00+01:00"),
                Optional.of("2026-03-01T10:03:00+01:00"));
    }
}
