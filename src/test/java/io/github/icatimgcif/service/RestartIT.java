package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.wiring.embedded.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service with its embedded servers, ended in every rude way. */
final class RestartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOPIC = "icat.dataset.stored";

    @TempDir
    Path folder;

    @Test
    void whatTheBrokerTookBeforeTheServiceWasKilledIsInTheJournalAfterTheNextStart() throws IOException {
        int kafkaPort = FreePort.any();
        var configuration = Map.of("imgcif.embedded.kafka-port", Integer.toString(kafkaPort));
        var clients = new KafkaClients("localhost:" + kafkaPort);
        try (var service = ServiceProcess.start(folder, FreePort.any(), configuration)) {
            service.awaitReady();
            for (int number = 0; number < 30; number++) {
                clients.send(TOPIC, location(number), "{\"path\": \"" + location(number) + "\"}");
            }
            service.kill();
        }

        try (var again = ServiceProcess.start(folder, FreePort.any(), configuration)) {
            again.awaitReady();
            for (int number = 0; number < 30; number++) {
                String location = location(number);
                await().atMost(PATIENCE).until(() -> again.report(location).statusCode() == 200);
            }
            assertThat(again.stop()).isEqualTo(143);
        }
        assertThat(folder.resolve("var/postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void aSecondServiceInTheSameFolderSaysInOneLineWhyItCannotStart() throws IOException {
        try (var first = ServiceProcess.start(folder, FreePort.any(), Map.of("imgcif.embedded.kafka-port", "0"))) {
            first.awaitReady();
            Path elsewhere = Files.createDirectory(folder.resolve("second"));
            var second = ServiceProcess.start(
                    elsewhere,
                    FreePort.any(),
                    Map.of(
                            "imgcif.embedded.kafka-port",
                            "0",
                            "imgcif.home",
                            folder.resolve("var").toString()));

            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(Files.readAllLines(elsewhere.resolve("service.log")))
                    .singleElement()
                    .asString()
                    .contains("is in use by another running service");
        }
    }

    private static String location(int number) {
        return "/data/restart/run_" + number;
    }
}
