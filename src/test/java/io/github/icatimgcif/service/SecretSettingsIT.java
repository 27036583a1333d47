package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.icatstub.IcatStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service at servers that all ask for a password, and gets these passwords in each of the ways that OPERATING tells: a
 * dataset goes through all of the servers, so that each has to be right.
 */
final class SecretSettingsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String DATABASE = "quarkus.datasource.password";
    private static final String BROKER = "kafka.sasl.jaas.config";
    private static final String ICAT = "imgcif.icat.credentials.password";
    private static final String DOOR = "imgcif.activemq.password";
    private static final String INGESTER = "imgcif.ingest.password";
    private static final Set<String> ALL = Set.of(DATABASE, BROKER, ICAT, DOOR, INGESTER);

    @TempDir
    private static Path folder;

    private static GuardedServers servers;
    private static ActiveMq queues;
    private static PlayedFacility facility;
    private static Path secrets;

    @BeforeAll
    static void everybodyAsksForAPassword() throws Exception {
        servers = GuardedServers.in(folder, new GuardedServers.Passwords("of the database $x", "of-the-broker #y"));
        queues = ActiveMq.guarded("ingest", "of-the-queues 'z'");
        facility = PlayedFacility.registering(folder, "both").on(servers.configuration());
        facility.icat().admit(IcatStub.USER, "of ICAT & \"w\"");
        secrets = Files.createDirectories(folder.resolve("secrets"));
        // As an editor writes them, as "printf" does, and as Windows does.
        Files.writeString(secrets.resolve("database-password"), "of the database $x\n");
        Files.writeString(secrets.resolve("kafka-password"), "of-the-broker #y");
        Files.writeString(secrets.resolve("icat-password"), "of ICAT & \"w\"\r\n");
        Files.writeString(secrets.resolve("activemq-password"), "of-the-queues 'z'\n");
    }

    @AfterAll
    static void theyStop() {
        facility.close();
        queues.close();
        servers.close();
    }

    @Test
    void eachSecretMayStandInAFileThatHasNothingElse() throws Exception {
        Path home = Files.createDirectories(facility.home().resolve("by-file/config"));
        Files.writeString(home.resolve("application.properties"), """
                quarkus.datasource.password=${file::%1$s/database-password}
                kafka.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\
                    username="imgcif" password="${file::%1$s/kafka-password}";
                imgcif.icat.credentials.password=${file::%1$s/icat-password}
                imgcif.activemq.password=${file::%1$s/activemq-password}
                imgcif.ingest.password=${file::%1$s/activemq-password}
                """.formatted(secrets));

        try (ServiceProcess service = facility.startTelling("by-file", settings(), Map.of(), ALL)) {
            goesThrough(service, "run_file");
        }
    }

    @Test
    void eachSecretMayStandInTheEnvironmentItselfOrByTheNameOfItsFile() throws Exception {
        Map<String, String> environment = Map.of(
                "QUARKUS_DATASOURCE_PASSWORD",
                "${file::" + secrets.resolve("database-password") + "}",
                "KAFKA_SASL_JAAS_CONFIG",
                GuardedServers.jaas("of-the-broker #y"),
                "IMGCIF_ICAT_CREDENTIALS_PASSWORD",
                "of ICAT & \"w\"",
                "IMGCIF_ACTIVEMQ_PASSWORD",
                "of-the-queues 'z'",
                "IMGCIF_INGEST_PASSWORD",
                "${file::" + secrets.resolve("activemq-password") + "}");

        try (ServiceProcess service = facility.startTelling("by-environment", settings(), environment, ALL)) {
            goesThrough(service, "run_environment");
        }
    }

    @Test
    void eachSecretMayStandInThePropertiesAndAnExpressionNamesOneOfTheEnvironment() throws Exception {
        Path home = Files.createDirectories(facility.home().resolve("by-properties/config"));
        Files.writeString(home.resolve("application.properties"), """
                quarkus.datasource.password=${IMGCIF_DATABASE_PASSWORD}
                kafka.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\
                    username="imgcif" password="of-the-broker #y";
                imgcif.icat.credentials.password=of ICAT & "w"
                imgcif.activemq.password=of-the-queues 'z'
                imgcif.ingest.password=of-the-queues 'z'
                """);
        Map<String, String> environment =
                Map.of("IMGCIF_DATABASE_PASSWORD", "${file::" + secrets.resolve("database-password") + "}");

        try (ServiceProcess service = facility.startTelling("by-properties", settings(), environment, ALL)) {
            goesThrough(service, "run_properties");
        }
    }

    @Test
    void whereTheFileOfASecretIsNotThereTheServiceSaysSoAndDoesNotStart() throws Exception {
        Path absent = secrets.resolve("absent");
        for (String setting : ALL) {
            Map<String, String> settings = settings();
            settings.put(setting, "${file::" + absent + "}");

            try (ServiceProcess service = facility.start("absent-" + setting, settings)) {
                assertThat(service.awaitEnd()).as(setting).isEqualTo(1);
            }

            assertThat(Files.readString(facility.home().resolve("absent-" + setting + "/service.log")))
                    .as(setting)
                    .containsPattern(
                            "(?s)icat-imgcif cannot start: .*\\$\\{file::" + absent + "}: there is no such file");
        }
    }

    private static void goesThrough(ServiceProcess service, String name) throws IOException {
        service.awaitReady();
        PlayedDataset raw = facility.stored(name);
        servers.kafka().send(facility.topic(), raw.key(), raw.event());
        service.awaitState(raw.key(), "REGISTERED");
        await().atMost(PATIENCE)
                .until(() -> queues.texts(ActiveMq.INGEST).stream().anyMatch(text -> text.contains(name)));
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "imgcif.activemq.brokers",
                "localhost:" + queues.amqpPort(),
                "imgcif.activemq.username",
                "ingest",
                "imgcif.ingest.url",
                "stomp://localhost:" + queues.stompPort(),
                "imgcif.ingest.username",
                "ingest"));
        Set<String> told = new HashSet<>(ALL);
        told.removeAll(Set.of(DATABASE, BROKER));
        told.forEach(name -> settings.put(name, name.equals(ICAT) ? "of ICAT & \"w\"" : "of-the-queues 'z'"));
        return settings;
    }
}
