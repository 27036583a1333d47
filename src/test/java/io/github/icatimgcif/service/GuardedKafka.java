package io.github.icatimgcif.service;

import io.github.icatimgcif.wiring.embedded.FreePort;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real broker that asks for a password (SASL), over TLS where it has a certificate; beside it a listener for the tests alone. */
final class GuardedKafka implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;
    private final int openPort;

    private GuardedKafka(KafkaRaftServer server, int port, int openPort) {
        this.server = server;
        this.port = port;
        this.openPort = openPort;
    }

    static GuardedKafka start(Path folder, String password, Optional<Certificates.Shown> shown) throws Exception {
        Files.createDirectories(folder);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(folder.toString())
                .addDirectory(folder.toString())
                .run();
        int port = FreePort.any();
        int openPort = FreePort.any();
        Properties properties = properties(folder, port, openPort, FreePort.any());
        properties.put(
                "listener.security.protocol.map",
                "CONTROLLER:PLAINTEXT,OPEN:PLAINTEXT,GUARDED:" + (shown.isPresent() ? "SASL_SSL" : "SASL_PLAINTEXT"));
        properties.put("listener.name.guarded.sasl.enabled.mechanisms", "PLAIN");
        properties.put(
                "listener.name.guarded.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required user_" + GuardedServers.USER + "=\""
                        + password + "\";");
        shown.ifPresent(certificate -> {
            properties.put("listener.name.guarded.ssl.keystore.type", "PKCS12");
            properties.put(
                    "listener.name.guarded.ssl.keystore.location",
                    certificate.store().toString());
            properties.put("listener.name.guarded.ssl.keystore.password", certificate.password());
            properties.put("listener.name.guarded.ssl.key.password", certificate.password());
        });
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        server.startup();
        return new GuardedKafka(server, port, openPort);
    }

    /** For the service. */
    String address() {
        return "localhost:" + port;
    }

    /** For the tests. */
    String openAddress() {
        return "localhost:" + openPort;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static Properties properties(Path folder, int port, int openPort, int controllerPort) {
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@localhost:" + controllerPort);
        properties.put(
                "listeners",
                "GUARDED://localhost:" + port + ",OPEN://localhost:" + openPort + ",CONTROLLER://localhost:"
                        + controllerPort);
        properties.put("advertised.listeners", "GUARDED://localhost:" + port + ",OPEN://localhost:" + openPort);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("inter.broker.listener.name", "OPEN");
        properties.put("log.dir", folder.toString());
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        return properties;
    }
}
