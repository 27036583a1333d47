package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.icatimgcif.deployment.Compose;
import io.github.icatimgcif.deployment.Dockerfile;
import io.github.icatimgcif.deployment.Kustomize;
import io.github.icatimgcif.deployment.Yaml;
import io.github.icatimgcif.icatstub.IcatStub;
import io.github.icatimgcif.shared.Tool;
import io.github.icatimgcif.wiring.embedded.FreePort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Dockerfile and the file for Docker Compose, carried out without an engine. */
final class ContainerIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int USER = 10001;

    @TempDir
    private Path folder;

    @Test
    void anInstanceOfComposeConvertsADatasetAsAUserWithoutRightsOnARootThatCannotBeWritten() throws Exception {
        Container container = Container.in(Files.createDirectory(folder.resolve("root")));
        try (PlayedFacility facility = PlayedFacility.in(folder).onSharedServers()) {
            PlayedDataset dataset = ownedByTheUser(facility.stored("run_0001"));
            int port = FreePort.any();
            instance(container, facility, port);
            Path log = folder.resolve("container.log");
            Process process = container.start(log);
            try {
                // The password stands in the file of secrets alone; with a wrong one ICAT, and so the service, is not
                // ready.
                await().atMost(PATIENCE)
                        .until(() -> !process.isAlive()
                                || answers(container, "/q/health/ready").exit() == 0);
                assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
                assertThat(answers(container, "/q/health/live").exit()).isZero();
                assertThat(answers(container, "/q/health/nothing").exit()).isNotZero();

                // zstd is native code, which is unpacked and loaded when the first such message comes.
                facility.kafka()
                        .sendCompressed(
                                facility.topic(),
                                dataset.key(),
                                dataset.event().getBytes(StandardCharsets.UTF_8),
                                "zstd");
                await().atMost(PATIENCE)
                        .until(() ->
                                facility.count("select count(*) from journal_dataset where state = 'REGISTERED'") == 1);
                RegisteredOnce.assertRegisteredOnce(facility, dataset);
                assertThat(Files.getAttribute(dataset.imgCif(), "unix:uid")).isEqualTo(USER);
            } finally {
                process.destroy(); // SIGTERM, the STOPSIGNAL
            }
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(log)).contains("stopped in");
            assertThat(answers(container, "/q/health/live").exit()).isNotZero();
        }
    }

    @Test
    void aPodReadsRawDataThatItCannotWriteToAndWritesElsewhere() throws Exception {
        Kustomize made = Kustomize.build("k8s/overlays/example");
        var pod = made.deployment().getSpec().getTemplate().getSpec();
        Container container = Container.in(Files.createDirectory(folder.resolve("root")));
        Path target = Files.createDirectory(folder.resolve("target"));
        Files.setAttribute(target, "unix:uid", USER);
        try (PlayedFacility facility =
                PlayedFacility.in(folder, "/imgcif{location}/{name}.cif").onSharedServers()) {
            PlayedDataset dataset = facility.stored("run_0001");
            String raw = facility.home().resolve("data").toString();
            container.with(made.configMap("icat-imgcif-settings")).with(addresses(facility, FreePort.any()));
            pod.getContainers()
                    .get(0)
                    .getEnv()
                    .forEach(variable -> container.with(Map.of(variable.getName(), variable.getValue())));
            container.with(Map.of("IMGCIF_DATA_ROOTS", raw + ",/imgcif"));
            assertThat(made.configMap("imgcif-facilities").get("example.yaml")).contains("  - /data\n  - /imgcif\n");
            container
                    .inMemory("/tmp:exec,mode=1777,size=2g") // an emptyDir may execute
                    .reading(facility.home().resolve("data"), raw)
                    .mounting(target, "/imgcif")
                    .reading(facility.home().resolve("config"), "/opt/icat-imgcif/config")
                    .reading(secrets(), "/run/secrets/icat-imgcif/application.properties");
            Process process = container.start(folder.resolve("container.log"));
            try {
                await().atMost(PATIENCE)
                        .until(() -> !process.isAlive()
                                || answers(container, "/q/health/ready").exit() == 0);
                facility.announce(dataset);
                await().atMost(PATIENCE)
                        .until(() ->
                                facility.count("select count(*) from journal_dataset where state = 'REGISTERED'") == 1);
            } finally {
                process.destroy();
            }
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(target.resolve(dataset.location().toString().substring(1))
                            .resolve("run_0001.cif"))
                    .isNotEmptyFile();
            assertThat(dataset.otherFiles()).isEmpty();
        }
    }

    @Test
    void withAnArgumentItIsTheCommandLine() throws Exception {
        Container container = Container.in(Files.createDirectory(folder.resolve("root")))
                .inMemory("/tmp:exec,mode=1777,size=64m")
                .reading(Path.of("src/main/resources/sample").toAbsolutePath(), "/data");

        Tool.Ended converted = container.run("convert", "/data", "-o", "/tmp/sample.cif");
        Tool.Ended written = container.run("convert", "/data", "-o", "/opt/icat-imgcif/sample.cif");

        assertThat(converted.exit()).as(converted.output()).isZero();
        assertThat(converted.output()).contains("/tmp/sample.cif: 10 frames");
        assertThat(written.exit()).as(written.output()).isEqualTo(2);
    }

    /** As Compose starts it; other addresses, as nothing here has the names of its network. */
    private void instance(Container container, PlayedFacility facility, int port) throws IOException {
        Map<String, Object> service = Yaml.map(Compose.services(), "imgcif-1");
        Map<String, String> environment = new HashMap<>();
        Yaml.map(service, "environment").forEach((name, value) -> environment.put(name, String.valueOf(value)));
        container.with(environment).with(addresses(facility, port));
        for (String wish : Yaml.texts(service, "tmpfs")) {
            container.inMemory(wish);
        }
        List<String> volumes = Yaml.texts(service, "volumes");
        assertThat(volumes).containsExactly("data:/data", "./config:/opt/icat-imgcif/config:ro");
        container.reading(facility.home().resolve("config"), "/opt/icat-imgcif/config");
        // Under its own name, by which the played ICAT knows it.
        container.mounting(
                facility.home().resolve("data"), facility.home().resolve("data").toString());
        assertThat(Yaml.texts(service, "secrets")).containsExactly("icat-imgcif.properties");
        container.reading(secrets(), "/run/secrets/icat-imgcif.properties");
    }

    /** Where everything is that this machine plays. */
    private static Map<String, String> addresses(PlayedFacility facility, int port) {
        Map<String, String> addresses = new HashMap<>(facility.environment(
                "KAFKA_BOOTSTRAP_SERVERS",
                "QUARKUS_DATASOURCE_JDBC_URL",
                "QUARKUS_DATASOURCE_USERNAME",
                "IMGCIF_ICAT_URL",
                "MP_MESSAGING_INCOMING_STORED_DATASETS_TOPIC",
                "MP_MESSAGING_INCOMING_STORED_DATASETS_GROUP_ID",
                "MP_MESSAGING_OUTGOING_DEAD_LETTERS_TOPIC",
                "MP_MESSAGING_OUTGOING_REGISTERED_IMGCIFS_TOPIC"));
        assertThat(addresses).hasSize(8);
        addresses.putAll(Map.of(
                "IMGCIF_FACILITY", "played",
                "IMGCIF_DATA_ROOTS", facility.home().resolve("data").toString(),
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "IMGCIF_SWEEP_EVERY", "0", // only what is announced
                "JDK_JAVA_OPTIONS", "-Xmx512m -XX:TieredStopAtLevel=1"));
        return addresses;
    }

    private Path secrets() throws IOException {
        Path secrets = Files.createTempFile(folder, "secrets", ".properties");
        Files.write(
                secrets,
                List.of(
                        "# of the database: nobody asks for it here",
                        "imgcif.icat.credentials.username=" + IcatStub.USER,
                        "imgcif.icat.credentials.password=" + IcatStub.PASSWORD));
        Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rw-r--r--"));
        return secrets;
    }

    /** The health check of the Dockerfile, with another path. */
    private static Tool.Ended answers(Container container, String path) throws IOException, InterruptedException {
        List<String> check = Dockerfile.read().healthCheck();
        assertThat(check).hasSize(2).endsWith("/q/health/live");
        return container.execute(List.of(check.get(0), path));
    }

    private static PlayedDataset ownedByTheUser(PlayedDataset dataset) throws IOException {
        Files.setAttribute(dataset.location(), "unix:uid", USER);
        return dataset;
    }
}
