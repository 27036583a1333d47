package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.wiring.embedded.FreePort;
import io.restassured.path.json.JsonPath;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer sees: the packaged service, started in an empty folder with nothing configured but free ports. */
final class DemonstrationIT {

    private static final String TOPIC = "icat.dataset.stored";

    @TempDir
    private Path folder;

    @Test
    void theSampleIsConvertedAtTheFirstStartAndNothingIsForgottenOrDoneTwiceAfterKill9() throws Exception {
        Path home = folder.toRealPath();
        String location = home.resolve("var/demonstration/mx0001/20240611/RAW_DATA/crystal/run_01_datacollection") + "";
        int kafkaPort = FreePort.any();
        var ports = Map.of("imgcif.embedded.kafka-port", Integer.toString(kafkaPort));
        JsonPath first;
        try (ServiceProcess service =
                ServiceProcess.start(home, FreePort.any(), ports).awaitReady()) {
            first = service.awaitState(location, "REGISTERED");
            PlayedDataset sample = new PlayedDataset("run_01_datacollection", Path.of(location));
            RegisteredOnce.assertOneWholeFile(sample);
            assertThat(first.getString("imgCif.sha256")).isEqualTo(sample.imgCifSha256());
            HttpResponse<String> page = page(service, location);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("REGISTERED").contains("run_01_datacollection.cif");
            long id = first.getLong("icatDatasetId");
            assertThat(service.get("/api/datasets/" + id + "/imgcif").body())
                    .isEqualTo(Files.readString(sample.imgCif()));
            service.awaitSaid("its page");
            service.kill();
        }

        try (ServiceProcess again =
                ServiceProcess.start(home, FreePort.any(), ports).awaitReady()) {
            // What is announced now comes after whatever the demonstration would have announced at this start.
            String later = Path.of(location).resolveSibling("later").toString();
            var kafka = new KafkaClients("localhost:" + kafkaPort);
            kafka.send(TOPIC, location, "{\"path\": \"" + later + "\"}");
            again.awaitState(later, "WAITING");
            // The broker may deliver the one announcement once more, if it was killed before it noted that it had.
            JsonPath second = again.awaitState(location, "REGISTERED", "UNCHANGED");
            assertThat(second.<Object>get("imgCif")).isEqualTo(first.<Object>get("imgCif"));
            assertThat(second.<Object>get("registration")).isEqualTo(first.<Object>get("registration"));
            assertThat(second.getString("firstReceived")).isEqualTo(first.getString("firstReceived"));
            assertThat(page(again, location).statusCode()).isEqualTo(200);
            assertThat(announcedUntil(kafka, later)).containsExactly(location, later);
        }
    }

    private static List<String> announcedUntil(KafkaClients kafka, String last) {
        List<String> paths = new ArrayList<>();
        var found = kafka.find(TOPIC, message -> {
            String path = JsonPath.from(new String(message.value(), StandardCharsets.UTF_8))
                    .getString("path");
            paths.add(path);
            return path.equals(last);
        });
        assertThat(found).isPresent();
        return paths;
    }

    private static HttpResponse<String> page(ServiceProcess service, String location) {
        return service.get("/datasets/by-location?location=" + URLEncoder.encode(location, StandardCharsets.UTF_8));
    }
}
