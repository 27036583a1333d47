package io.github.icatimgcif.wiring.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** One Kafka broker that is its own controller (KRaft), in this JVM, listening on the loopback address only. */
public final class EmbeddedKafka implements AutoCloseable {

    private static final int NODE = 1;

    // A logger nobody holds is collected and forgets its level.
    private static final List<Logger> QUIET = List.of(
            Logger.getLogger("kafka"), Logger.getLogger("org.apache.kafka"), Logger.getLogger("state.change.logger"));

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker; when this returns it takes part in the cluster of one and will answer soon.
     *
     * @param folder where its topics are kept; made and formatted if it is empty
     * @param port   where clients reach it
     * @throws CannotStart if the broker does not start
     */
    public static EmbeddedKafka start(Path folder, int port) {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        format(folder);
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(configuration(folder, port, FreePort.any())), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw new CannotStart(
                    "the embedded Kafka broker did not start in " + folder + " (" + e.getMessage() + "): set"
                            + " kafka.bootstrap.servers to the address of a broker, or see the log of category kafka",
                    e);
        }
        return new EmbeddedKafka(server, port);
    }

    /** Where clients reach it: {@code localhost:9092}. */
    public String address() {
        return "localhost:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder) {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(folder);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(folder.toString())
                    .addDirectory(folder.toString())
                    // A folder that was being formatted when the service was killed is formatted to the end.
                    .setIgnoreFormatted(true)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder of the embedded Kafka broker: " + folder, e);
        } catch (Exception e) { // Formatter.run says no more than "throws Exception"
            throw new CannotStart(
                    "cannot format " + folder + " for the embedded Kafka broker (" + e.getMessage() + ")", e);
        }
    }

    private static Properties configuration(Path folder, int port, int controllerPort) {
        Properties configuration = new Properties();
        configuration.put("process.roles", "broker,controller");
        configuration.put("node.id", Integer.toString(NODE));
        configuration.put("controller.quorum.voters", NODE + "@localhost:" + controllerPort);
        configuration.put("listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
        configuration.put("advertised.listeners", "PLAINTEXT://localhost:" + port);
        configuration.put("controller.listener.names", "CONTROLLER");
        configuration.put("inter.broker.listener.name", "PLAINTEXT");
        configuration.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
        configuration.put("log.dir", folder.toString());
        configuration.put("num.partitions", "4");
        configuration.put("auto.create.topics.enable", "true");
        configuration.put("offsets.topic.replication.factor", "1");
        configuration.put("offsets.topic.num.partitions", "1");
        configuration.put("transaction.state.log.replication.factor", "1");
        configuration.put("transaction.state.log.num.partitions", "1");
        configuration.put("transaction.state.log.min.isr", "1");
        configuration.put("share.coordinator.state.topic.replication.factor", "1");
        configuration.put("share.coordinator.state.topic.min.isr", "1");
        configuration.put("group.initial.rebalance.delay.ms", "0");
        // There is no second broker that could take an announcement over: what is acknowledged is on disk.
        configuration.put("log.flush.interval.messages", "1");
        // After kill -9 the broker waits until the session of its former self has ended: 13 s with the defaults.
        configuration.put("broker.session.timeout.ms", "3000");
        configuration.put("broker.heartbeat.interval.ms", "500");
        return configuration;
    }
}
