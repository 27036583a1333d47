package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.wiring.embedded.FreePort;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service where Kafka, PostgreSQL, ICAT, IDS and ActiveMQ speak TLS only, with certificates of the facility's own
 * authority. Whoever shows a certificate of somebody else, or of another host, or none, is told nothing and the service says why;
 * what was to be done is done once the right one is shown.
 */
final class TlsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String QUEUE_PASSWORD = "activemq-9dA4";
    private static final String UNTRUSTED = "signed by nobody whom this service trusts: imgcif.trusted-certificates";
    private static final String OTHER_HOST = "its certificate is that of another host";

    /** What an HTTP server takes for the beginning of a request it does not answer. */
    private static final String NO_TLS = "cannot be reached";

    @TempDir
    private static Path folder;

    private static Certificates facilitys;
    private static Certificates strangers;
    private static Certificates.Shown right;
    private static Certificates.Shown ofStranger;
    private static Certificates.Shown ofOtherHost;
    private static GuardedServers servers;

    @BeforeAll
    static void theServersShowCertificatesOfTheFacility() throws Exception {
        facilitys = Certificates.in(folder, "facility");
        strangers = Certificates.in(folder, "stranger");
        right = facilitys.of("dns:localhost");
        ofOtherHost = facilitys.of("dns:other.example.org");
        ofStranger = strangers.of("dns:localhost");
        servers = GuardedServers.in(folder, new GuardedServers.Passwords("database-5cD1", "kafka-2bE7"), right);
    }

    @AfterAll
    static void theyStop() {
        servers.close();
    }

    @Test
    void whatIsAnnouncedIsRegisteredOverTlsAloneAndIcatAndActiveMqAreRefusedWhileTheyShowSomethingElse()
            throws Exception {
        int stompPort = FreePort.any();
        int amqpPort = FreePort.any();
        try (PlayedFacility facility = PlayedFacility.registering(
                        Files.createDirectories(folder.resolve("all")), "both")
                .on(configuration(facilitys))) {
            facility.icat().shows(Optional.of(right.context()));
            Map<String, String> settings = new HashMap<>(Map.of(
                    "imgcif.trusted-certificates",
                    facilitys.authority().toString(),
                    "imgcif.icat.url",
                    facility.icat().baseUri().toString(),
                    "imgcif.ids.url",
                    facility.icat().idsUri().toString(),
                    "imgcif.activemq.brokers",
                    "localhost:" + amqpPort,
                    "imgcif.activemq.tls",
                    "true",
                    "imgcif.activemq.username",
                    "ingest",
                    "imgcif.activemq.password",
                    QUEUE_PASSWORD,
                    "imgcif.ingest.url",
                    "stomp+ssl://localhost:" + stompPort,
                    "imgcif.ingest.username",
                    "ingest",
                    "imgcif.ingest.password",
                    QUEUE_PASSWORD));
            settings.put("imgcif.outbox.longest-delay", "2s");
            try (ServiceProcess service = facility.start("service", settings)) {
                try (ActiveMq queues = activeMq(right, stompPort, amqpPort)) {
                    service.awaitReady();
                    throughEverything(service, facility, queues);
                    onTape(service, facility);
                    icatShowsSomethingElse(service, facility);
                }
                activeMqShowsSomethingElse(service, facility, stompPort, amqpPort);
            }
        }
    }

    private static ActiveMq activeMq(Certificates.Shown shown, int stompPort, int amqpPort) {
        return ActiveMq.secured("ingest", QUEUE_PASSWORD, shown, stompPort, amqpPort);
    }

    private static void throughEverything(ServiceProcess service, PlayedFacility facility, ActiveMq queues)
            throws Exception {
        PlayedDataset byTopic = facility.stored("run_topic");
        servers.kafka().send(facility.topic(), byTopic.key(), byTopic.event());
        PlayedDataset byQueue = facility.stored("run_queue");
        Socket socket = facilitys.trusting().getSocketFactory().createSocket("localhost", queues.stompPort());
        try (StompSocket stomp = StompSocket.connect(socket, "ingest", QUEUE_PASSWORD)) {
            stomp.sendText(ActiveMq.COPY, byQueue.event().getBytes(StandardCharsets.UTF_8));
        }

        for (PlayedDataset raw : new PlayedDataset[] {byTopic, byQueue}) {
            service.awaitState(raw.key(), "REGISTERED");
            RegisteredOnce.assertRegisteredOnce(facility, raw);
            await().atMost(PATIENCE)
                    .until(() -> queues.texts(ActiveMq.INGEST).stream().anyMatch(text -> text.contains(raw.name())));
        }
    }

    private static void onTape(ServiceProcess service, PlayedFacility facility) throws IOException {
        PlayedDataset raw = facility.storedOnly("run_tape");
        facility.icat().storedAs(facility.addToIcat(raw), "ARCHIVED");
        for (String file : new String[] {"sample_1_data_000001.h5", "sample_1_master.h5", "metadata.json"}) {
            Files.delete(raw.location().resolve(file));
        }
        servers.kafka().send(facility.topic(), raw.key(), raw.event());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                JsonPath.from(service.report(raw.key()).body()).getMap(""))
                        .containsEntry("waitsFor", "TAPE"));
    }

    private static void icatShowsSomethingElse(ServiceProcess service, PlayedFacility facility) throws Exception {
        Map<Optional<Certificates.Shown>, String> wrong = new LinkedHashMap<>();
        wrong.put(Optional.of(ofStranger), UNTRUSTED);
        wrong.put(Optional.of(ofOtherHost), OTHER_HOST);
        wrong.put(Optional.empty(), NO_TLS);
        for (Map.Entry<Optional<Certificates.Shown>, String> one : wrong.entrySet()) {
            facility.icat().shows(one.getKey().map(Certificates.Shown::context));
            int before = facility.icat().requests().size();
            PlayedDataset raw = facility.stored("run_icat_" + before);
            servers.kafka().send(facility.topic(), raw.key(), raw.event());

            awaitTrouble(service, one.getValue());
            JsonPath report = service.awaitState(raw.key(), "POSTPONED");
            assertThat(report.getString("explanation")).contains(one.getValue());
            assertThat(facility.icat().requests())
                    .as("what was told to a stranger")
                    .hasSize(before);

            facility.icat().shows(Optional.of(right.context()));
            service.awaitState(raw.key(), "REGISTERED");
        }
    }

    private static void activeMqShowsSomethingElse(
            ServiceProcess service, PlayedFacility facility, int stompPort, int amqpPort) throws Exception {
        Map<Certificates.Shown, String> wrong = new LinkedHashMap<>();
        wrong.put(ofStranger, UNTRUSTED);
        wrong.put(ofOtherHost, OTHER_HOST);
        PlayedDataset raw = facility.stored("run_activemq");
        servers.kafka().send(facility.topic(), raw.key(), raw.event());
        for (Map.Entry<Certificates.Shown, String> one : wrong.entrySet()) {
            try (ActiveMq queues = activeMq(one.getKey(), stompPort, amqpPort)) {
                awaitTrouble(service, one.getValue());
                service.awaitState(raw.key(), "REGISTERED");
                await().atMost(PATIENCE).until(() -> lastError(raw).contains(one.getValue()));
                assertThat(queues.dispatched(ActiveMq.COPY)).isZero();
            }
        }
        try (ActiveMq open = ActiveMq.open(stompPort, amqpPort)) {
            await().atMost(PATIENCE).until(() -> lastError(raw).contains("TLS at this port"));
            awaitTrouble(service, "TLS at this port");
            assertThat(open.waiting(ActiveMq.INGEST)).isZero();
        }
        try (ActiveMq queues = activeMq(right, stompPort, amqpPort)) {
            await().atMost(PATIENCE)
                    .until(() ->
                            queues.texts(ActiveMq.INGEST).stream().anyMatch(text -> text.contains("run_activemq")));
            service.awaitReady();
        }
    }

    private static void awaitTrouble(ServiceProcess service, String words) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IllegalStateException.class) // as long as it starts
                .untilAsserted(
                        () -> assertThat(service.get("/q/health/ready").body()).contains(words));
    }

    private static String lastError(PlayedDataset raw) throws SQLException {
        try (var connection = servers.connection();
                var statement = connection.prepareStatement(
                        "select last_error from outbox_message where sent is null and last_error <> '' and key = ?")) {
            statement.setString(1, raw.key());
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    @Test
    void aDatabaseThatShowsSomethingElseIsRefusedAndTheStartWithTheRightOneGoesOn() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(Files.createDirectories(folder.resolve("database")))
                .on(configuration(facilitys))) {
            Map<String, String> own = Map.of("mp.messaging.incoming.stored-datasets.topic", "of.database");
            PlayedDataset raw = facility.stored("run_database");
            servers.kafka().send("of.database", raw.key(), raw.event());
            Map<String, Optional<Certificates.Shown>> wrong = new LinkedHashMap<>();
            wrong.put("unable to find valid certification path", Optional.of(ofStranger));
            wrong.put("hostname localhost could not be verified", Optional.of(ofOtherHost));
            wrong.put("server does not support SSL", Optional.empty());
            for (Map.Entry<String, Optional<Certificates.Shown>> one : wrong.entrySet()) {
                servers.shows(one.getValue());
                String name = "refusing-" + one.getKey().substring(0, 6).strip();
                try (ServiceProcess service = facility.start(name, own)) {
                    assertThat(service.awaitEnd()).as(one.getKey()).isEqualTo(1);
                }
                assertThat(Files.readString(facility.home().resolve(name + "/service.log")))
                        .containsPattern("icat-imgcif cannot start: .*" + one.getKey());
            }
            servers.shows(Optional.of(right));
            try (ServiceProcess service = facility.start("service", own).awaitReady()) {
                service.awaitState(raw.key(), "REGISTERED");
            }
        }
    }

    @Test
    void aBrokerThatShowsSomethingElseIsRefusedAndTheStartWithTheRightOneGoesOn() throws Exception {
        try (PlayedFacility facility = PlayedFacility.in(Files.createDirectories(folder.resolve("broker")))
                .on(configuration(facilitys))) {
            Map<String, String> own = Map.of(
                    "mp.messaging.incoming.stored-datasets.topic", "of.broker",
                    "mp.messaging.incoming.stored-datasets.group.id", "of-broker");
            PlayedDataset raw = facility.stored("run_broker");
            servers.kafka().send("of.broker", raw.key(), raw.event());
            String port = servers.broker().address().replaceAll(".*:", "");
            Map<String, Map<String, String>> wrong = new LinkedHashMap<>();
            wrong.put(
                    "unable to find valid certification path",
                    Map.of(
                            "kafka.ssl.truststore.location",
                            strangers.authority().toString()));
            wrong.put("No subject alternative names", Map.of("kafka.bootstrap.servers", "127.0.0.1:" + port));
            for (Map.Entry<String, Map<String, String>> one : wrong.entrySet()) {
                Map<String, String> settings = new HashMap<>(own);
                settings.putAll(one.getValue());
                String name = "refusing-" + one.getKey().substring(0, 6).strip();
                try (ServiceProcess service = facility.start(name, settings)) {
                    service.awaitSaid(one.getKey());
                }
            }
            Map<String, String> open = new HashMap<>(own);
            open.put("kafka.bootstrap.servers", servers.broker().openAddress());
            try (ServiceProcess service = facility.start("refusing-open", open)) {
                // Kafka says no more of it than of a broker that is away.
                awaitTrouble(service, "\"stored-datasets\": \"[KO]");
            }
            try (ServiceProcess service = facility.start("service", own).awaitReady()) {
                service.awaitState(raw.key(), "REGISTERED");
            }
        }
    }

    /** As OPERATING tells it. */
    private static Map<String, String> configuration(Certificates trusted) {
        Map<String, String> configuration = new HashMap<>(servers.configuration());
        String authority = trusted.authority().toString();
        configuration.put(
                "quarkus.datasource.jdbc.url", servers.databaseUrl() + "?sslmode=verify-full&sslrootcert=" + authority);
        configuration.put("kafka.ssl.truststore.type", "PEM");
        configuration.put("kafka.ssl.truststore.location", authority);
        return configuration;
    }
}
