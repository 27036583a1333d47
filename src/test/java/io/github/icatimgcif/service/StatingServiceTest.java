package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.adapter.journal.DatabaseStating;
import io.github.icatimgcif.conversion.Conversion;
import io.github.icatimgcif.conversion.DatasetState;
import io.github.icatimgcif.conversion.Intake;
import io.github.icatimgcif.conversion.Journal;
import io.github.icatimgcif.conversion.JournalEntry;
import io.github.icatimgcif.conversion.Outcome;
import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.WaitsFor;
import io.github.icatimgcif.conversion.register.Registration;
import io.github.icatimgcif.conversion.statement.StatedFact;
import io.github.icatimgcif.conversion.statement.Statement;
import io.github.icatimgcif.conversion.statement.Statements;
import io.github.icatimgcif.conversion.statement.Stating;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.dataset.StoredDataset;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.provenance.SourceTerm;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
final class StatingServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant MODIFIED = Instant.parse("2026-03-01T10:05:00Z");
    private static final String DOOR = "console";
    private static final SourceTerm DISTANCE = SourceTerm.parameter("MX_detectorDistance");
    private static final Finding NO_DISTANCE = Finding.error("MX_detectorDistance", "nothing says how far it was");

    @Inject
    Stating stating;

    @Inject
    Statements statements;

    @Inject
    Intake intake;

    @Inject
    Journal journal;

    @Inject
    ScriptedConverter converter;

    @Inject
    DataSource database;

    @Test
    void whatIsStatedIsKeptWithItsUnitAndTheDatasetIsConvertedWithIt() {
        StoredDataset dataset = dataset("stated");

        stating.state(dataset, List.of(distance("215.5")), "simple/oscar", Optional.of("log book 7"), DOOR);

        Statement kept = only(dataset);
        assertThat(kept.fact()).isEqualTo(new StatedFact(DISTANCE, "215.5", Optional.of("millimetre")));
        assertThat(kept.by()).isEqualTo("simple/oscar");
        assertThat(kept.remark()).contains("log book 7");
        assertThat(awaitState(dataset, DatasetState.REGISTERED).door()).isEqualTo(DOOR);
    }

    @Test
    void nothingIsStatedWhereTheDatasetCannotBeHandedIn() {
        StoredDataset dataset = dataset("not-handed-in");
        Stating without = new DatabaseStating(
                database,
                (any, door) -> {
                    throw new Unavailable(WaitsFor.SURROUNDINGS, "no job can be stored");
                },
                Clock.systemUTC());

        assertThatThrownBy(
                        () -> without.state(dataset, List.of(distance("90")), "simple/oscar", Optional.empty(), DOOR))
                .hasMessageContaining("no job can be stored");

        assertThat(statements.of(dataset)).isEmpty();
    }

    @Test
    void anImgCifThatHeldByAWithdrawnFactIsGivenOutNoLonger() {
        StoredDataset dataset = dataset("withdrawn");
        converter.script(
                dataset.location(), (any, call) -> statements.of(dataset).isEmpty() ? refused() : made(dataset));
        stating.state(dataset, List.of(distance("215.5")), "simple/oscar", Optional.empty(), DOOR);
        assertThat(awaitState(dataset, DatasetState.REGISTERED).imgCif()).isPresent();

        stating.withdraw(dataset, only(dataset).id(), "simple/ada", DOOR);

        JournalEntry entry = awaitState(dataset, DatasetState.REFUSED);
        assertThat(entry.imgCif()).isEmpty();
        assertThat(entry.registration()).contains(new JournalEntry.RecordedRegistration(4711, "imgcif-4711"));
    }

    @Test
    void neitherIsOneThatWasBeingMadeWhenTheFactWasWithdrawn() throws InterruptedException {
        StoredDataset dataset = dataset("withdrawn-meanwhile");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        converter.script(dataset.location(), (any, call) -> {
            boolean isStated = !statements.of(dataset).isEmpty();
            begun.countDown();
            await().atMost(PATIENCE).until(() -> goOn.getCount() == 0);
            return isStated ? made(dataset) : refused();
        });
        stating.state(dataset, List.of(distance("215.5")), "simple/oscar", Optional.empty(), DOOR);
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        stating.withdraw(dataset, only(dataset).id(), "simple/oscar", DOOR);
        goOn.countDown();

        assertThat(awaitState(dataset, DatasetState.REFUSED).imgCif()).isEmpty();
        assertThat(converter.calls(dataset.location())).isEqualTo(2);
    }

    @Test
    void anImgCifIsGivenOutAgainOnceItIsFoundToStayAsItIs() {
        StoredDataset dataset = dataset("stays");
        converter.script(dataset.location(), (any, call) -> made(dataset));
        intake.accept(dataset, "api");
        awaitState(dataset, DatasetState.REGISTERED);

        stating.state(dataset, List.of(distance("215.5")), "simple/oscar", Optional.empty(), DOOR);

        await().atMost(PATIENCE).until(() -> converter.calls(dataset.location()) == 2);
        assertThat(awaitState(dataset, DatasetState.REGISTERED).imgCif())
                .contains(new WrittenImgCif(
                        Path.of(dataset.location(), "run_01.cif"), 1234, "ab".repeat(32), MODIFIED, false));
    }

    @Test
    void whatIsMadeAnewIsGivenOutThoughMoreWasAnnouncedMeanwhileAndTheNextFails() throws InterruptedException {
        StoredDataset dataset = dataset("made-anew");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        converter.script(dataset.location(), (any, call) -> {
            if (call == 2) {
                begun.countDown();
                await().atMost(PATIENCE).until(() -> goOn.getCount() == 0);
            }
            return call == 3
                    ? ScriptedConverter.ending(new Outcome.Failed("the folder may not be written to"))
                    : made(dataset, 1233 + call);
        });
        intake.accept(dataset, "api");
        awaitState(dataset, DatasetState.REGISTERED);
        intake.accept(dataset, "api");
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        intake.accept(dataset, "api");
        goOn.countDown();

        assertThat(awaitState(dataset, DatasetState.FAILED).imgCif().map(WrittenImgCif::size))
                .contains(1235L);
    }

    @Test
    void whatNobodyStatedCannotBeWithdrawnAndChangesNothing() {
        StoredDataset dataset = dataset("never-stated");
        intake.accept(dataset, "api");
        awaitState(dataset, DatasetState.REGISTERED);

        stating.withdraw(dataset, 4_000_000_000L, "simple/oscar", DOOR);

        assertThat(journal.find(dataset.identity()).orElseThrow().generation()).isEqualTo(1);
    }

    @Test
    void ofManyStatementsOfTheSameMomentOneHolds() throws Exception {
        StoredDataset dataset = dataset("same-moment");
        int persons = 6;
        CyclicBarrier together = new CyclicBarrier(persons);
        ExecutorService threads = Executors.newFixedThreadPool(persons);
        try {
            List<Future<?>> said = IntStream.range(0, persons)
                    .<Future<?>>mapToObj(person -> threads.submit(() -> {
                        together.await();
                        stating.state(
                                dataset,
                                List.of(distance("21" + person)),
                                "simple/person" + person,
                                Optional.empty(),
                                DOOR);
                        return person;
                    }))
                    .toList();
            for (Future<?> one : said) {
                one.get(30, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }

        Statement held = only(dataset);
        assertThat(held.by()).isEqualTo("simple/person" + held.fact().text().substring(2));
        awaitState(dataset, DatasetState.REGISTERED);
    }

    private static Conversion made(StoredDataset dataset) {
        return made(dataset, 1234);
    }

    private static Conversion made(StoredDataset dataset, long size) {
        return new Conversion(
                new Outcome.Registered(new Registration(4711, "imgcif-4711", false)),
                List.of(),
                List.of(),
                Optional.of(new WrittenImgCif(
                        Path.of(dataset.location(), "run_01.cif"), size, "ab".repeat(32), MODIFIED, true)));
    }

    private static Conversion refused() {
        return ScriptedConverter.ending(new Outcome.Refused(List.of(NO_DISTANCE)));
    }

    private static StatedFact distance(String millimetres) {
        return new StatedFact(DISTANCE, millimetres, Optional.of("millimetre"));
    }

    private Statement only(StoredDataset dataset) {
        List<Statement> all = statements.of(dataset);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private JournalEntry awaitState(StoredDataset dataset, DatasetState state) {
        return await().atMost(PATIENCE)
                .until(
                        () -> journal.find(dataset.identity()).orElseThrow(),
                        entry -> entry.state() == state && !entry.isWaiting());
    }

    private static StoredDataset dataset(String name) {
        return StoredDataset.raw("run_01", "mx-2463", "Therm-6", "/data/stating/" + name, Optional.empty());
    }
}
