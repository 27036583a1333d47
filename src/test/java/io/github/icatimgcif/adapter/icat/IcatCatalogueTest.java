package io.github.icatimgcif.adapter.icat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.icatimgcif.conversion.Unavailable;
import io.github.icatimgcif.conversion.register.CatalogueNames;
import io.github.icatimgcif.conversion.register.Registration;
import io.github.icatimgcif.conversion.register.RegistrationRefused;
import io.github.icatimgcif.icatstub.Fault;
import io.github.icatimgcif.icatstub.StubDataset;
import io.github.icatimgcif.icatstub.StubJob;
import io.github.icatimgcif.icatstub.StubRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class IcatCatalogueTest {

    @Test
    void anImgCifIsRegisteredWithItsFileItsParametersAndItsJob() {
        try (Laboratory laboratory = new Laboratory()) {
            Registration registration = laboratory.client().catalogue().register(laboratory.request());

            StubDataset made =
                    laboratory.stub.content().dataset(Laboratory.NAME).orElseThrow();
            assertThat(registration).isEqualTo(new Registration(made.id(), Laboratory.NAME, false));
            assertThat(made.complete()).isTrue();
            assertThat(made.type()).isEqualTo("processed");
            assertThat(made.location()).isEqualTo(Laboratory.PROCESSED);
            assertThat(made.files())
                    .containsExactly(new StubDataset.File(
                            "run_06.cif", Laboratory.PROCESSED + "/run_06.cif", 41_234, "sha256:" + Laboratory.SHA));
            assertThat(made.parameters())
                    .containsEntry("input_datasets", Laboratory.RAW)
                    .containsEntry("input_datasetIds", Long.toString(laboratory.raw))
                    .containsEntry("imgCIF_sha256", Laboratory.SHA)
                    .containsEntry("imgCIF_numberOfImages", "720.0")
                    .containsEntry("Sample_name", "Ins-x0303")
                    .containsEntry("Process_program", "icat-imgcif")
                    .containsEntry("Process_version", "0.1.0");
            assertThat(laboratory.stub.jobs())
                    .containsExactly(new StubJob(1, "icat-imgcif 0.1.0", List.of(laboratory.raw), List.of(made.id())));
        }
    }

    @Test
    void whatTheJudgeSaysIsToldByTheNamesOfTheFacility() {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory
                    .client(Laboratory.names(Laboratory.judged(), false), Clock.systemUTC())
                    .catalogue()
                    .register(laboratory.request());

            assertThat(laboratory
                            .stub
                            .content()
                            .dataset(Laboratory.NAME)
                            .orElseThrow()
                            .parameters())
                    .containsEntry("imgCIF_verdict", "valid with warnings")
                    .containsEntry("imgCIF_warnings", "2.0")
                    .containsEntry(
                            "imgCIF_warningTexts",
                            "_diffrn_detector.make: no source says it | beamline: nothing is known of beamline 'ID99'")
                    .containsEntry("imgCIF_checkImgCIF", "FAIL")
                    .containsEntry("imgCIF_dictionaryVersion", "1.8.9");
        }
    }

    @Test
    void aDatasetFromBeforeTheNamesWereConfiguredLearnsTheVerdictOnce() {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory.client().catalogue().register(laboratory.request());
            var judging = laboratory
                    .client(Laboratory.names(Laboratory.judged(), false), Clock.systemUTC())
                    .catalogue();

            boolean first = judging.register(laboratory.request()).existed();
            boolean second = judging.register(laboratory.request()).existed();

            assertThat(List.of(first, second)).containsExactly(false, true);
        }
    }

    @Test
    void theRequestsHaveTheShapeThatARealServerTook() {
        try (Laboratory laboratory = new Laboratory()) {
            CatalogueNames names = Laboratory.names(Laboratory.unsealed(), false);

            laboratory.client(names, Clock.systemUTC()).catalogue().register(laboratory.request());

            assertThat(laboratory.stub.requests().stream()
                            .filter(StubRequest::isWrite)
                            .map(StubRequest::entities))
                    .containsExactly(
                            """
                            [{"Dataset":{"name":"Ins-x0303-run_06-imgCIF","investigation":{"id":1},"sample":{"id":1},\
                            "type":{"id":2},"complete":false,"startDate":"2024-06-11T08:11:12.345Z",\
                            "endDate":"2024-06-11T08:11:13.900Z","location":"%s",\
                            "description":"imgCIF of Ins-x0303-run_06","parameters":[\
                            {"type":{"id":1},"stringValue":"%s"},{"type":{"id":2},"stringValue":"1"},\
                            {"type":{"id":3},"stringValue":"%s"},{"type":{"id":11},"numericValue":720},\
                            {"type":{"id":8},"stringValue":"Ins-x0303"}],\
                            "datafiles":[{"name":"run_06.cif","location":"%s/run_06.cif","fileSize":41234,\
                            "checksum":"sha256:%s","datafileFormat":{"id":2},\
                            "datafileModTime":"2024-06-11T08:11:13.123Z"}]}},\
                            {"DataCollection":{"dataCollectionDatasets":[{"dataset":{"id":1}}]}}]""".formatted(
                                            Laboratory.PROCESSED,
                                            Laboratory.RAW,
                                            Laboratory.SHA,
                                            Laboratory.PROCESSED,
                                            Laboratory.SHA),
                            """
                            [{"DataCollection":{"dataCollectionDatasets":[{"dataset":{"id":2}}],"jobsAsOutput":[\
                            {"application":{"id":1},"arguments":"{\\"dataset\\": 1}",\
                            "inputDataCollection":{"id":1}}]}},{"Dataset":{"id":2,"complete":true}}]""");
        }
    }

    @Test
    void tenRepeatsMakeOneRegistration() {
        try (Laboratory laboratory = new Laboratory()) {
            List<Boolean> existed = new ArrayList<>();

            for (int i = 0; i < 10; i++) {
                existed.add(laboratory
                        .client()
                        .catalogue()
                        .register(laboratory.request())
                        .existed());
            }

            assertThat(existed).startsWith(false).containsOnlyOnce(false).hasSize(10);
            assertRegisteredOnce(laboratory);
            assertThat(laboratory.stub.requests().stream().filter(StubRequest::isWrite))
                    .hasSize(2);
        }
    }

    /** Its name is made of name and location of the raw dataset; the job tells that it is the same. */
    @Test
    void aRawDatasetThatWasRenamedOrMovedKeepsItsRegistration() {
        try (Laboratory laboratory = new Laboratory()) {
            Registration first = laboratory.client().catalogue().register(laboratory.request());

            Registration renamed = laboratory
                    .client()
                    .catalogue()
                    .register(laboratory.request("another name", Laboratory.SHA, 41_234));
            Registration changed = laboratory
                    .client()
                    .catalogue()
                    .register(laboratory.request("another name", "f".repeat(64), 41_235));

            assertThat(renamed).isEqualTo(new Registration(first.datasetId(), Laboratory.NAME, true));
            assertThat(changed).isEqualTo(new Registration(first.datasetId(), Laboratory.NAME, false));
            assertRegisteredOnce(laboratory);
            assertThat(laboratory
                            .stub
                            .content()
                            .dataset(Laboratory.NAME)
                            .orElseThrow()
                            .parameters())
                    .containsEntry("imgCIF_sha256", "f".repeat(64));
        }
    }

    @Test
    void theResultOfAnotherProgramIsNoRegistration() {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory.stub.content().add("Application", Map.of("facility", 1L, "name", "autoPROC", "version", "1"));
            laboratory
                    .client(Laboratory.namesOf("autoPROC"), Clock.systemUTC())
                    .catalogue()
                    .register(laboratory.request("autoPROC_1", Laboratory.SHA, 1));

            Registration registration = laboratory.client().catalogue().register(laboratory.request());

            assertThat(registration.name()).isEqualTo(Laboratory.NAME);
            assertThat(registration.existed()).isFalse();
        }
    }

    /** After a reload of a catalogue the old ids may be those of other things. */
    @Test
    void namesAreLookedUpAgainAfterSomeMinutes() {
        try (Laboratory laboratory = new Laboratory()) {
            TestClock clock = new TestClock();
            Icat icat = laboratory.client(Laboratory.names(Laboratory.facts(), false), clock);
            icat.catalogue().register(laboratory.request());
            long sha = laboratory.stub.content().id("ParameterType", "imgCIF_sha256");
            long input = laboratory.stub.content().id("ParameterType", "input_datasets");
            laboratory.stub.content().change("ParameterType", sha, Map.of("name", "for a moment"));
            laboratory.stub.content().change("ParameterType", input, Map.of("name", "imgCIF_sha256"));
            laboratory.stub.content().change("ParameterType", sha, Map.of("name", "input_datasets"));

            clock.advance(Duration.ofMinutes(10));
            long other = laboratory.stub.content().addDataset(laboratory.investigation, "other", "/data/other");
            String name = icat.catalogue()
                    .register(laboratory.requestFor(other, "other_imgCIF"))
                    .name();

            assertThat(laboratory.stub.content().dataset(name).orElseThrow().parameters())
                    .containsEntry("imgCIF_sha256", Laboratory.SHA);
        }
    }

    /** As an ingester does that corrects what it stored: the job of the removed one says of no raw dataset any more. */
    @Test
    void aRawDatasetThatWasStoredAnewIsLinkedOnce() {
        try (Laboratory laboratory = new Laboratory()) {
            long registered = laboratory
                    .client()
                    .catalogue()
                    .register(laboratory.request())
                    .datasetId();
            laboratory.stub.content().remove("Dataset", laboratory.raw);
            long anew =
                    laboratory.stub.content().addDataset(laboratory.investigation, "Ins-x0303-run_06", Laboratory.RAW);

            Registration first = laboratory.client().catalogue().register(laboratory.requestFor(anew, Laboratory.NAME));
            Registration second =
                    laboratory.client().catalogue().register(laboratory.requestFor(anew, Laboratory.NAME));

            assertThat(first).isEqualTo(new Registration(registered, Laboratory.NAME, false));
            assertThat(second).isEqualTo(new Registration(registered, Laboratory.NAME, true));
            assertThat(laboratory.stub.jobs())
                    .filteredOn(job -> job.inputs().contains(anew))
                    .singleElement()
                    .satisfies(job -> assertThat(job.outputs()).containsExactly(registered));
            assertThat(laboratory
                            .stub
                            .content()
                            .dataset(Laboratory.NAME)
                            .orElseThrow()
                            .parameters())
                    .containsEntry("input_datasetIds", Long.toString(anew));
            assertThat(laboratory.client().unconverted().between(0, 1000, 100)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_ANSWER", "CUT", "DATABASE_AWAY", "STARTING"})
    void aFirstStepThatBreaksOffIsMadeGoodByTheNextCall(Fault fault) {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory.stub.failNext(StubRequest::isWrite, fault);

            assertThatThrownBy(() -> laboratory.client().catalogue().register(laboratory.request()))
                    .isInstanceOf(Unavailable.class);
            laboratory.client().catalogue().register(laboratory.request());

            assertRegisteredOnce(laboratory);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_ANSWER", "CUT", "DATABASE_AWAY", "STARTING"})
    void aSecondStepThatBreaksOffIsMadeGoodByTheNextCall(Fault fault) {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory.stub.failNext(StubRequest::isCompletion, fault);

            assertThatThrownBy(() -> laboratory.client().catalogue().register(laboratory.request()))
                    .isInstanceOf(Unavailable.class);
            laboratory.client().catalogue().register(laboratory.request());

            assertRegisteredOnce(laboratory);
        }
    }

    @Test
    void withoutASealABrokenOffRegistrationIsFinishedOnce() {
        try (Laboratory laboratory = new Laboratory()) {
            CatalogueNames names = Laboratory.names(Laboratory.unsealed(), false);
            laboratory.stub.failNext(StubRequest::isCompletion, Fault.CUT);

            assertThatThrownBy(() -> laboratory
                            .client(names, Clock.systemUTC())
                            .catalogue()
                            .register(laboratory.request()))
                    .isInstanceOf(Unavailable.class);
            laboratory.client(names, Clock.systemUTC()).catalogue().register(laboratory.request());

            assertRegisteredOnce(laboratory);
            assertThat(laboratory.pauses).containsExactly(IcatCatalogue.WINDOW);
        }
    }

    @Test
    void twoServicesAtOnceMakeOneRegistration() throws Exception {
        try (Laboratory laboratory = new Laboratory()) {
            CyclicBarrier first = new CyclicBarrier(2);
            CyclicBarrier second = new CyclicBarrier(2);
            laboratory.stub.onRequest(request -> {
                if (request.isCompletion()) {
                    meet(second);
                } else if (request.isWrite()) {
                    meet(first);
                }
            });

            List<Registration> registrations = twice(laboratory);

            assertRegisteredOnce(laboratory);
            assertThat(registrations).extracting(Registration::existed).containsExactlyInAnyOrder(false, true);
            // Both did send both steps, so that the seal and not the timing kept the second job out.
            assertThat(laboratory.stub.requests().stream().filter(StubRequest::isCompletion))
                    .hasSize(2);
            assertThat(laboratory.stub.requests().stream().filter(StubRequest::isWrite))
                    .hasSize(4);
        }
    }

    @Test
    void twoServicesThatFindItHalfDoneFinishItOnce() throws Exception {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory.stub.failNext(StubRequest::isCompletion, Fault.CUT);
            assertThatThrownBy(() -> laboratory.client().catalogue().register(laboratory.request()))
                    .isInstanceOf(Unavailable.class);
            CyclicBarrier second = new CyclicBarrier(2);
            laboratory.stub.onRequest(request -> {
                if (request.isCompletion()) {
                    meet(second);
                }
            });

            twice(laboratory);

            assertRegisteredOnce(laboratory);
        }
    }

    @Test
    void aDeadlockOfTheDatabaseIsRepeatedWithGrowingWaits() {
        try (Laboratory laboratory = new Laboratory()) {
            for (int i = 0; i < 5; i++) {
                laboratory.stub.failNext(
                        request -> request.isWrite() && !request.isCompletion(), Fault.FALSE_DUPLICATE);
                laboratory.stub.failNext(StubRequest::isCompletion, Fault.FALSE_DUPLICATE);
            }

            laboratory.client().catalogue().register(laboratory.request());

            assertRegisteredOnce(laboratory);
            assertThat(laboratory.pauses).hasSize(10);
            for (int i = 0; i < 10; i++) {
                assertThat(laboratory.pauses.get(i))
                        .isBetween(Duration.ofMillis(5), Duration.ofMillis(Math.min(320, 5L << i)));
            }
        }
    }

    @Test
    void aFalseDuplicateThatDoesNotGoAwayIsRefusedAsHidden() {
        try (Laboratory laboratory = new Laboratory()) {
            for (int i = 0; i < 11; i++) {
                laboratory.stub.failNext(StubRequest::isWrite, Fault.FALSE_DUPLICATE);
            }

            assertThatThrownBy(() -> laboratory.client().catalogue().register(laboratory.request()))
                    .isInstanceOf(RegistrationRefused.ForAHiddenReason.class)
                    .hasMessageContaining("reason is hidden by ICAT");

            assertThat(laboratory.pauses).hasSize(10);
            assertThat(laboratory.stub.jobs()).isEmpty();
        }
    }

    @Test
    void aSessionThatEndsBetweenTheStepsIsBegunAnew() {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory.stub.failNext(StubRequest::isCompletion, Fault.SESSION_EXPIRED);

            laboratory.client().catalogue().register(laboratory.request());

            assertRegisteredOnce(laboratory);
        }
    }

    @Test
    void newContentIsPutInPlaceOfTheOld() {
        try (Laboratory laboratory = new Laboratory()) {
            Icat icat = laboratory.client();
            long id = icat.catalogue().register(laboratory.request()).datasetId();
            String newSha = "fedcba9876543210".repeat(4);

            Registration again = icat.catalogue().register(laboratory.request(Laboratory.NAME, newSha, 50_001));

            assertThat(again).isEqualTo(new Registration(id, Laboratory.NAME, false));
            assertRegisteredOnce(laboratory);
            StubDataset made =
                    laboratory.stub.content().dataset(Laboratory.NAME).orElseThrow();
            assertThat(made.files())
                    .containsExactly(new StubDataset.File(
                            "run_06.cif", Laboratory.PROCESSED + "/run_06.cif", 50_001, "sha256:" + newSha));
            assertThat(made.parameters()).containsEntry("imgCIF_sha256", newSha);
        }
    }

    @Test
    void newContentOfAHalfDoneRegistrationIsPutInPlaceAndFinished() {
        try (Laboratory laboratory = new Laboratory()) {
            laboratory.stub.failNext(StubRequest::isCompletion, Fault.CUT);
            assertThatThrownBy(() -> laboratory.client().catalogue().register(laboratory.request()))
                    .isInstanceOf(Unavailable.class);
            String newSha = "fedcba9876543210".repeat(4);

            laboratory.client().catalogue().register(laboratory.request(Laboratory.NAME, newSha, 50_001));

            assertRegisteredOnce(laboratory);
            StubDataset made =
                    laboratory.stub.content().dataset(Laboratory.NAME).orElseThrow();
            assertThat(made.files()).extracting(StubDataset.File::size).containsExactly(50_001L);
            assertThat(made.parameters()).containsEntry("imgCIF_sha256", newSha).containsKey("Process_version");
        }
    }

    private static void assertRegisteredOnce(Laboratory laboratory) {
        assertThat(laboratory.stub.datasets())
                .filteredOn(dataset -> dataset.name().equals(Laboratory.NAME))
                .singleElement()
                .satisfies(dataset -> {
                    assertThat(dataset.complete()).isTrue();
                    assertThat(laboratory.stub.jobs())
                            .containsExactly(new StubJob(
                                    laboratory.stub.jobs().get(0).id(),
                                    "icat-imgcif 0.1.0",
                                    List.of(laboratory.raw),
                                    List.of(dataset.id())));
                    assertThat(laboratory.stub.content().count("Datafile")).isEqualTo(1);
                    assertThat(laboratory.stub.content().count("DataCollection"))
                            .isEqualTo(2);
                });
    }

    private static List<Registration> twice(Laboratory laboratory) throws Exception {
        ExecutorService services = Executors.newFixedThreadPool(2);
        try {
            List<Future<Registration>> running = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Icat icat = laboratory.client();
                running.add(services.submit(() -> icat.catalogue().register(laboratory.request())));
            }
            List<Registration> registrations = new ArrayList<>();
            for (Future<Registration> one : running) {
                registrations.add(one.get(20, TimeUnit.SECONDS));
            }
            return registrations;
        } finally {
            services.shutdownNow();
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException("the other service did not come", alone);
        }
    }
}
