package io.github.icatimgcif.service;

import static io.github.icatimgcif.service.RegisteredOnce.assertRegisteredOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.icatimgcif.icatstub.Fault;
import io.github.icatimgcif.icatstub.StubDataset;
import io.github.icatimgcif.icatstub.StubRequest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From the announcement on Kafka to the imgCIF beside the data and its place in ICAT: two packaged services work together. */
final class EndToEndIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String OVERLAPS = """
            select count(*) from journal_conversion a join journal_conversion b
            on a.dataset_id = b.dataset_id and a.id < b.id and b.started < coalesce(a.finished, 'infinity')
            """;

    @TempDir
    private static Path folder;

    private static PlayedFacility facility;
    private static ServiceProcess one;
    private static ServiceProcess other;

    @BeforeAll
    static void twoServicesRun() throws Exception {
        facility = PlayedFacility.asRecorded(folder).onSharedServers();
        one = facility.start("one", Map.of()).awaitReady();
        other = facility.start("other", Map.of()).awaitReady();
    }

    @AfterAll
    static void theyStop() {
        one.close();
        other.close();
        facility.close();
    }

    @Test
    void anAnnouncedDatasetGetsItsImgCifAndItsPlaceInIcat() throws Exception {
        PlayedDataset raw = facility.stored("run_01");
        long id = RegisteredOnce.idInIcat(facility, raw);
        int before = facility.icat().requests().size();

        facility.announce(raw);

        JsonPath report = one.awaitState(raw.key(), "REGISTERED");
        StubDataset registered = assertRegisteredOnce(facility, raw);
        assertThat(registered.parameters())
                .containsEntry("imgCIF_numberOfImages", "10.0")
                .containsEntry("Sample_name", PlayedDataset.SAMPLE);
        assertThat(report.getLong("registration.datasetId")).isEqualTo(registered.id());
        List<JsonNode> writes = new ArrayList<>();
        List<StubRequest> requests = facility.icat().requests();
        for (StubRequest request : requests.subList(before, requests.size())) {
            if (request.isWrite()) {
                writes.add(JSON.readTree(request.entities()));
            }
        }
        assertThat(writes)
                .extracting(EndToEndIT::shape)
                .containsExactly(shape(JSON.readTree("""
                        [{"Dataset": {"name": "t", "investigation": {"id": 1}, "sample": {"id": 1}, "type": {"id": 1},
                          "complete": false, "startDate": "t", "endDate": "t", "location": "t", "description": "t",
                          "parameters": [
                            {"type": {"id": 1}, "stringValue": "t"}, {"type": {"id": 1}, "stringValue": "t"},
                            {"type": {"id": 1}, "stringValue": "t"}, {"type": {"id": 1}, "numericValue": 1},
                            {"type": {"id": 1}, "stringValue": "t"}],
                          "datafiles": [{"name": "t", "location": "t", "fileSize": 1, "checksum": "t",
                            "datafileFormat": {"id": 1}, "datafileModTime": "t"}]}},
                         {"DataCollection": {"dataCollectionDatasets": [{"dataset": {"id": 1}}]}}]""")), shape(JSON.readTree("""
                        [{"DataCollection": {"dataCollectionDatasets": [{"dataset": {"id": 1}}],
                          "jobsAsOutput": [{"application": {"id": 1}, "arguments": "t",
                            "inputDataCollection": {"id": 1}}]}},
                         {"Dataset": {"id": 1, "complete": true}}]""")));
        assertThat(writes.get(0).at("/0/Dataset/datafiles/0/fileSize").longValue())
                .isEqualTo(raw.imgCifSize());
        assertThat(one.get("/api/datasets/" + id).body()).contains("\"location\":\"" + raw.key() + "\"");
        assertThat(other.get("/api/datasets/" + id + "/imgcif").headers().firstValue("ETag"))
                .contains("\"" + raw.imgCifSha256() + "\"");
        assertThat(other.get("/datasets/" + id).body()).contains("REGISTERED");
    }

    @Test
    void theSameAnnouncementTenTimesToTwoServicesMakesOneRegistrationAndOneFile() throws Exception {
        PlayedDataset raw = facility.stored("run_02");
        long takenByOne = one.takenFromTopic();
        long takenByOther = other.takenFromTopic();

        atOnce(10, number -> () -> {
            // Different keys, so that the partitions of both services get some.
            facility.send("key-" + number, raw.event());
            return number;
        });

        await().atMost(PATIENCE)
                .until(() -> facility.count("select count(*) from journal_dataset where location = '" + raw.key()
                                + "' and generation_received = 10 and generation_done = 10")
                        == 1);
        assertRegisteredOnce(facility, raw);
        assertThat(one.takenFromTopic() - takenByOne).as("taken by the one").isPositive();
        assertThat(other.takenFromTopic() - takenByOther)
                .as("taken by the other")
                .isPositive();
        assertThat(facility.count(OVERLAPS)).as("conversions at once").isZero();
    }

    @Test
    void aDatasetThatIcatDoesNotHaveYetIsRegisteredWhenItDoes() throws Exception {
        PlayedDataset raw = facility.storedOnly("run_03");
        facility.announce(raw);
        JsonPath waiting = one.awaitState(raw.key(), "WAITING");

        long id = facility.addToIcat(raw);

        JsonPath report = one.awaitState(raw.key(), "REGISTERED");
        assertThat(waiting.getString("explanation")).contains("the catalogue does not have the dataset");
        assertThat(report.getLong("icatDatasetId")).isEqualTo(id);
        assertRegisteredOnce(facility, raw);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "processed | {} | [\"/data/visitor/mx2463/RAW_DATA/run_09\"] | processed dataset: made from",
                "own | {\"Process_program\": \"icat-imgcif\"} | [] | own output: made by icat-imgcif",
                "fluorescence | {\"scanType\": \"xrf\"} | [] | no diffraction: its scan type is xrf",
                "edge | {\"scanType\": \"energy_scan\"} | [] | no diffraction: its scan type is energy_scan"
            })
    void whatIsNoRawDiffractionIsSkippedWithTheReason(String name, String parameters, String input, String reason)
            throws Exception {
        PlayedDataset raw = facility.stored(name);

        facility.send(raw.key(), raw.event(parameters, input));

        JsonPath report = one.awaitState(raw.key(), "SKIPPED");
        assertThat(report.getString("explanation")).startsWith(reason);
        assertThat(raw.otherFiles()).isEmpty();
    }

    @Test
    void ownOutputThatIcatAnnouncesIsSkipped() throws Exception {
        PlayedDataset raw = facility.stored("run_04");
        facility.announce(raw);
        one.awaitState(raw.key(), "REGISTERED");
        StubDataset derived = assertRegisteredOnce(facility, raw);

        facility.send(derived.location(), """
                {"datasetName": "%s", "proposalName": "mx2463", "path": "%s", "icatDatasetId": %d}
                """.formatted(derived.name(), derived.location(), derived.id()));

        assertThat(one.awaitState(derived.location(), "SKIPPED").getString("explanation"))
                .contains("processed dataset");
        assertRegisteredOnce(facility, raw);
    }

    @Test
    void whileIcatRefusesConnectionsADatasetIsPostponedAndThenRegistered() throws Exception {
        PlayedDataset raw = facility.stored("run_05");
        facility.icat().pause();
        try {
            facility.announce(raw);
            one.awaitState(raw.key(), "POSTPONED");
        } finally {
            facility.icat().resume();
        }

        one.awaitState(raw.key(), "REGISTERED");
        assertRegisteredOnce(facility, raw);
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTING", "DATABASE_AWAY", "CUT", "LOST_ANSWER"})
    void anAnswerOfIcatThatIsNoneIsATroubleThatPasses(Fault fault) throws Exception {
        PlayedDataset raw = facility.stored("answer_" + fault);
        facility.icat()
                .failNext(request -> request.isWrite() && request.entities().contains(raw.key()), fault);

        facility.announce(raw);

        JsonPath report = one.awaitState(raw.key(), "REGISTERED", "UNCHANGED");
        assertThat(report.<String>getList("history.outcome")).contains("POSTPONED");
        assertRegisteredOnce(facility, raw);
    }

    @Test
    void cloudEventsOfBothModesAreAnnouncements() throws Exception {
        PlayedDataset structured = facility.stored("structured");
        PlayedDataset binary = facility.stored("binary");

        facility.send(structured.key(), """
                {"specversion": "1.0", "type": "icat.dataset.stored", "source": "/id30b", "id": "77", "data": %s}
                """.formatted(structured.event()));
        facility.kafka()
                .send(
                        facility.topic(),
                        binary.key(),
                        binary.event().getBytes(StandardCharsets.UTF_8),
                        Map.of("ce_specversion", "1.0", "ce_type", "icat.dataset.stored", "ce_id", "78"));

        one.awaitState(structured.key(), "REGISTERED");
        one.awaitState(binary.key(), "REGISTERED");
        assertRegisteredOnce(facility, structured);
        assertRegisteredOnce(facility, binary);
    }

    @Test
    void garbageIsADeadLetterAndTheNextAnnouncementIsRead() throws Exception {
        PlayedDataset raw = facility.stored("run_06");
        facility.send(raw.key(), "{\"path\": \"run_06\"");

        facility.announce(raw);

        one.awaitState(raw.key(), "REGISTERED");
        var letter = facility.kafka()
                .find(
                        facility.deadLetters(),
                        message -> raw.key().equals(new String(message.key(), StandardCharsets.UTF_8)))
                .orElseThrow();
        assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo("{\"path\": \"run_06\"");
        assertThat(new String(letter.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8))
                .contains("JSON");
        assertThat(new String(letter.headers().lastHeader("dead-letter-topic").value(), StandardCharsets.UTF_8))
                .isEqualTo(facility.topic());
    }

    private static void atOnce(int count, IntFunction<Callable<Integer>> work) throws Exception {
        ExecutorService producers = Executors.newFixedThreadPool(count);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                all.add(work.apply(number));
            }
            for (Future<Integer> done : producers.invokeAll(all)) {
                done.get();
            }
        } finally {
            producers.shutdownNow();
        }
    }

    /** Names and kinds of values, without the values. */
    private static String shape(JsonNode node) {
        StringBuilder shape = new StringBuilder();
        if (node.isObject()) {
            TreeMap<String, String> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), shape(field.getValue())));
            shape.append(fields);
        } else if (node.isArray()) {
            node.forEach(element -> shape.append('[').append(shape(element)).append(']'));
        } else {
            shape.append(node.getNodeType());
        }
        return shape.toString();
    }
}
