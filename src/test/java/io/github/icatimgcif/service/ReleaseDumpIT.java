package io.github.icatimgcif.service;

import static io.github.icatimgcif.service.ReleasedDatasets.CONVERTING;
import static io.github.icatimgcif.service.ReleasedDatasets.FAILED;
import static io.github.icatimgcif.service.ReleasedDatasets.HANDED_OVER;
import static io.github.icatimgcif.service.ReleasedDatasets.IN_LABORATORY;
import static io.github.icatimgcif.service.ReleasedDatasets.POSTPONED;
import static io.github.icatimgcif.service.ReleasedDatasets.RECEIVED;
import static io.github.icatimgcif.service.ReleasedDatasets.REFINED;
import static io.github.icatimgcif.service.ReleasedDatasets.REFUSED;
import static io.github.icatimgcif.service.ReleasedDatasets.REGISTERED;
import static io.github.icatimgcif.service.ReleasedDatasets.REGISTERING;
import static io.github.icatimgcif.service.ReleasedDatasets.SKIPPED;
import static io.github.icatimgcif.service.ReleasedDatasets.STATED;
import static io.github.icatimgcif.service.ReleasedDatasets.UNCHANGED;
import static io.github.icatimgcif.service.ReleasedDatasets.UNTOLD;
import static io.github.icatimgcif.service.ReleasedDatasets.WAITING;
import static io.github.icatimgcif.service.ReleasedDatasets.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.icatstub.Fault;
import io.github.icatimgcif.icatstub.StubCopy;
import io.github.icatimgcif.icatstub.StubRequest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The recipe of the dumps that {@link UpgradeIT} begins from: the service of this tree makes rows of every table and datasets in
 * every state, and is killed. Once for each release, from the tree of that release:
 *
 * <pre>
 *   mvn verify -Dtest=QuantityTest -Dit.test=ReleaseDumpIT -Ddrill.release-dump=src/test/resources/releases/14
 * </pre>
 *
 * <p>Paths in it begin with {@code /facility}. It wants a PostgreSQL of the machine, for pg_dump.
 */
@EnabledIfSystemProperty(named = "drill.release-dump", matches = ".+", disabledReason = "a recipe, on demand")
final class ReleaseDumpIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String ANYWHERE = "/facility";

    /** What was handed over is not looked after by services that come later. */
    private static final Map<String, String> LONG_WAIT =
            Map.of("imgcif.jobs.waits.confirmation.first", "12h", "imgcif.jobs.waits.confirmation.longest", "12h");

    private final CountDownLatch made = new CountDownLatch(1);

    @TempDir
    private Path folder;

    @Test
    void theDumpOfThisReleaseIsMade() throws Exception {
        Path target = Path.of(System.getProperty("drill.release-dump"));
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers();
                InstalledPostgres postgres = InstalledPostgres.in(folder.resolve("postgres"))) {
            postgres.client("createdb", "journal");
            facility.on(postgres.configuration("journal"));
            inLaboratory(facility);
            ended(facility);
            swept(facility);
            handedOver(facility);
            killedAtWork(facility);

            assertThat(facility.count("select count(distinct state) from journal_dataset"))
                    .isEqualTo(10);
            assertThat(facility.count("select count(*) from journal_dataset where waits_for = 'CONFIRMATION'"))
                    .isEqualTo(1);
            String home = facility.home().toString();
            String dump = postgres.client("pg_dump", "--no-owner", "--no-privileges", "--inserts", "journal")
                    .lines()
                    // Words for psql, and remarks.
                    .filter(line -> !line.startsWith("\\") && !line.startsWith("--") && !line.isBlank())
                    .collect(Collectors.joining("\n", "", "\n"));
            Files.createDirectories(target.resolve("imgcif"));
            // The message to an ingester says on which machine it was made.
            String nowhere = dump.replaceAll("(machine</tns:name><tns:value>)[^<]*", "$1localhost");
            Files.writeString(target.resolve("journal.sql"), MovedDump.moved(nowhere, home, ANYWHERE));
            Files.writeString(
                    target.resolve("catalogue.json"),
                    MovedDump.moved(StubCopy.of(facility.icat()), home, ANYWHERE) + "\n");
            for (String name : ReleasedDatasets.made()) {
                Path imgCif = ReleasedDatasets.at(facility.home(), name).imgCif();
                assertThat(Files.readString(imgCif)).doesNotContain(home);
                Files.write(target.resolve("imgcif").resolve(imgCif.getFileName()), Files.readAllBytes(imgCif));
            }
        } finally {
            made.countDown();
        }
    }

    private static void inLaboratory(PlayedFacility facility) throws IOException {
        try (ServiceProcess service = facility.start("laboratory", Map.of("imgcif.catalogue", "embedded"))
                .awaitReady()) {
            announced(facility, service, IN_LABORATORY, "REGISTERED");
        }
    }

    /** Datasets that came to an end, statements, results, a dead letter, backlogs that were looked at and done. */
    private static void ended(PlayedFacility facility) throws Exception {
        try (ServiceProcess service = facility.start("one", Map.of("imgcif.processing.announce-every", "1s"))
                .awaitReady()) {
            announced(facility, service, REGISTERED, "REGISTERED");
            announced(facility, service, REFINED, "REGISTERED");
            announced(facility, service, UNCHANGED, "REGISTERED");
            PlayedDataset skipped = ReleasedDatasets.stored(facility.home(), SKIPPED);
            facility.addToIcatBare(skipped);
            facility.send(skipped.key(), skipped.event("{\"scanType\": \"xrf\"}", "[]"));
            service.awaitState(skipped.key(), "SKIPPED");
            for (String lacking : new String[] {REFUSED, STATED, WITHDRAWN}) {
                PlayedDataset dataset = ReleasedDatasets.stored(facility.home(), lacking);
                facility.addToIcatBare(dataset);
                facility.announce(dataset);
                service.awaitState(dataset.key(), "REFUSED");
            }
            stated(facility, service);
            announced(facility, service, FAILED, "FAILED");
            PlayedDataset refined = ReleasedDatasets.at(facility.home(), REFINED);
            facility.send(refined.key() + "/xia2", """
                    {"datasetName": "xia2", "proposalName": "mx2463", "path": "%s/xia2", "input": ["%s"], "parameters": {
                      "Process_program": "xia2",
                      "MXAutoprocIntegration_cell_a": "78.84", "MXAutoprocIntegration_cell_b": "78.92",
                      "MXAutoprocIntegration_cell_c": "36.97", "MXAutoprocIntegration_cell_alpha": "90.0",
                      "MXAutoprocIntegration_cell_beta": "90.0", "MXAutoprocIntegration_cell_gamma": "90.0",
                      "MXAutoprocIntegration_space_group": "P 43 21 2",
                      "MXAutoprocIntegrationScaling_overall_resolution_limit_high": "1.48"}}
                    """.formatted(refined.key(), refined.key()));
            await().atMost(PATIENCE)
                    .until(() -> Files.readString(refined.imgCif()).contains("78.84"));
            facility.send("broken", "{\"path\": ");
            await().atMost(PATIENCE).until(() -> facility.count("select count(*) from dead_letter") == 1);
            String done = ordered(service, UNCHANGED, "check", false);
            awaitState(service, done, "done");
            service.awaitState(ReleasedDatasets.at(facility.home(), UNCHANGED).key(), "UNCHANGED");
            awaitState(service, ordered(service, REGISTERED, "check", true), "planned");
            await().atMost(PATIENCE)
                    .until(() -> facility.count("select count(*) from outbox_message where sent is null") == 0);
            PlayedDataset waiting = ReleasedDatasets.at(facility.home(), WAITING);
            facility.addToIcat(waiting);
            facility.announce(waiting);
            service.awaitState(waiting.key(), "WAITING");
        }
    }

    /** All are known, so that the sweep leaves no more than its marks. */
    private static void swept(PlayedFacility facility) throws IOException {
        try (ServiceProcess service = facility.start("sweeping", Map.of("imgcif.sweep.every", "700ms"))
                .awaitReady()) {
            await().atMost(PATIENCE).until(() -> facility.count("select count(*) from mark") > 2);
            assertThat(service.isAlive()).isTrue();
        }
    }

    private static void stated(PlayedFacility facility, ServiceProcess service) throws Exception {
        for (String name : new String[] {STATED, WITHDRAWN}) {
            PlayedDataset dataset = ReleasedDatasets.at(facility.home(), name);
            StatementForm form = new StatementForm(service, dataset);
            form.stateDistance("215.5");
            service.awaitState(dataset.key(), "REGISTERED");
            if (name.equals(WITHDRAWN)) {
                form.withdraw();
                service.awaitState(dataset.key(), "REFUSED");
            }
        }
    }

    private static void handedOver(PlayedFacility facility) throws IOException {
        Path file = facility.home().resolve("config/facilities/played.yaml");
        String before = Files.readString(file);
        facility.saying("registration: storeDataset\n");
        // Nobody listens there.
        Map<String, String> unheard = new HashMap<>(LONG_WAIT);
        unheard.put("imgcif.ingest.url", "stomp://127.0.0.1:9");
        try (ServiceProcess service = facility.start("handing", unheard).awaitReady()) {
            announced(facility, service, HANDED_OVER, "REGISTERING");
            await().atMost(PATIENCE)
                    .until(() -> facility.count("select count(*) from journal_dataset where waits_for = 'CONFIRMATION'")
                            == 1);
        }
        Files.writeString(file, before);
    }

    /** All four threads are held by a catalogue that does not answer; a fifth dataset has not begun. */
    private void killedAtWork(PlayedFacility facility) throws Exception {
        facility.icat().beginOutage(request -> request.query().contains("postponed_"), Fault.DATABASE_AWAY);
        Map<String, String> settings = new HashMap<>(LONG_WAIT);
        // What is stored while it runs does not leave.
        settings.put("imgcif.outbox.polling", "1h");
        try (ServiceProcess service = facility.start("two", settings).awaitReady()) {
            announced(facility, service, UNTOLD, "REGISTERED");
            announced(facility, service, POSTPONED, "POSTPONED");
            for (String name : ReleasedDatasets.ofBacklog()) {
                facility.addToIcat(ReleasedDatasets.stored(facility.home(), name));
            }
            String backlog = ordered(service, "back_*", "skip", true);
            awaitState(service, backlog, "planned");
            facility.icat().onRequest(request -> {
                if (holds(request)) {
                    held();
                }
            });
            post(service, backlog + "/resume", "");
            await().atMost(PATIENCE)
                    .until(() -> facility.count("select count(*) from journal_dataset where name like 'back_%'"
                                    + " and state = 'CONVERTING'")
                            == 1);
            announced(facility, service, REGISTERING, "REGISTERING");
            announced(facility, service, CONVERTING, "CONVERTING");
            announced(facility, service, "converting_02", "CONVERTING");
            announced(facility, service, RECEIVED, "RECEIVED");
            service.kill();
        }
    }

    private static boolean holds(StubRequest request) {
        boolean isAsked = request.isSearch() && request.query().matches("(?s).*(converting|back)_0[0-9].*");
        return isAsked || (request.isWrite() && request.entities().contains("registering_0"));
    }

    private void held() {
        try {
            made.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void announced(PlayedFacility facility, ServiceProcess service, String name, String state)
            throws IOException {
        PlayedDataset dataset = ReleasedDatasets.stored(facility.home(), name);
        facility.addToIcat(dataset);
        facility.announce(dataset);
        service.awaitState(dataset.key(), state);
    }

    private static String ordered(ServiceProcess service, String names, String duplicate, boolean isDryRun) {
        String answer = post(service, "/api/backlogs", """
                {"proposal": "mx2463", "path": "/**/%s", "duplicate": "%s", "concurrency": 1, "startedBy": "oscar",
                 "dryRun": %s}
                """.formatted(names, duplicate, isDryRun));
        return "/api/backlogs/" + JsonPath.from(answer).getLong("id");
    }

    private static void awaitState(ServiceProcess service, String backlog, String state) {
        await().atMost(PATIENCE)
                .until(() ->
                        state.equals(JsonPath.from(service.get(backlog).body()).getString("state")));
    }

    private static String post(ServiceProcess service, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the service does not answer " + request.uri(), e);
        }
    }
}
