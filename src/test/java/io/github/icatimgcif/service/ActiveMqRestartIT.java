package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.wiring.embedded.FreePort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service at a queue of ActiveMQ, killed while it takes messages. */
final class ActiveMqRestartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int MESSAGES = 300;

    @TempDir
    Path folder;

    @Test
    void whatTheQueueHadWhenTheServiceWasKilledIsInTheJournalAfterTheNextStart() throws IOException {
        try (ActiveMq broker = ActiveMq.start()) {
            var configuration = Map.of(
                    "imgcif.embedded.kafka-port", "0", "imgcif.activemq.brokers", "localhost:" + broker.amqpPort());
            sendAll(broker);
            assertThat(broker.waiting(ActiveMq.COPY)).isEqualTo(MESSAGES + 1);
            try (var service = ServiceProcess.start(folder, FreePort.any(), configuration)) {
                await().pollInterval(Duration.ofMillis(5))
                        .atMost(PATIENCE)
                        .until(() -> broker.waiting(ActiveMq.COPY) < MESSAGES - 20);
                service.kill();
            }
            assertThat(broker.waiting(ActiveMq.COPY)).isPositive();

            try (var again = ServiceProcess.start(folder, FreePort.any(), configuration)) {
                again.awaitReady();
                await().atMost(PATIENCE).until(() -> broker.waiting(ActiveMq.COPY) == 0);
                for (int number = 0; number < MESSAGES; number++) {
                    var report = again.report(location(number));
                    assertThat(report.statusCode()).isEqualTo(200);
                    assertThat(report.body()).contains("\"sampleIdentifier\":\"Lyso-" + number + "\"");
                }
                assertThat(again.get("/api/dead-letters").body())
                        .contains("\"count\":1,")
                        .contains("'poison'");
                assertThat(again.get("/q/health/ready").body()).contains("activemq");
            }
        }
    }

    private static void sendAll(ActiveMq broker) throws IOException {
        try (StompSocket stomp = StompSocket.connect(broker.stompPort())) {
            stomp.sendText(ActiveMq.INGEST, "<poison/>".getBytes(StandardCharsets.UTF_8));
            for (int number = 0; number < MESSAGES; number++) {
                stomp.sendText(
                        ActiveMq.INGEST,
                        ("<t:dataset xmlns:t=\"http://www.esrf.fr/icat\" complete=\"true\"><t:location>"
                                        + location(number)
                                        + "</t:location><t:sample><t:name>Lyso-" + number
                                        + "</t:name></t:sample></t:dataset>")
                                .getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String location(int number) {
        return "/data/restart/activemq/run_" + number;
    }
}
