package io.github.icatimgcif.wiring.embedded;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** The servers that run inside this service because nobody configured others, all their data under one folder. */
public final class EmbeddedServers implements AutoCloseable {

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Map<String, String> configuration = new LinkedHashMap<>();

    /**
     * Starts what is wanted, or nothing.
     *
     * @param home      folder of the data; taken only if a server is wanted
     * @param kafka     whether a broker is wanted
     * @param kafkaPort its port; 0 for any free one
     * @param postgres  whether a database is wanted
     * @throws CannotStart if one does not start; the others are stopped again
     */
    public static EmbeddedServers start(Path home, boolean kafka, int kafkaPort, boolean postgres) {
        EmbeddedServers servers = new EmbeddedServers();
        try {
            if (kafka || postgres) {
                Path folder = servers.keep(HomeFolder.take(home)).path();
                if (postgres) {
                    servers.startPostgres(folder);
                }
                if (kafka) {
                    servers.startKafka(folder, kafkaPort);
                }
            }
            return servers;
        } catch (RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    /** Configuration keys and values that lead the service to its embedded servers. */
    public Map<String, String> configuration() {
        return Collections.unmodifiableMap(configuration);
    }

    /** Stops them, the last started first. May be called again. */
    @Override
    public synchronized void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) { // the next server has to be stopped all the same
                System.getLogger(EmbeddedServers.class.getName())
                        .log(System.Logger.Level.WARNING, "an embedded server did not stop cleanly", e);
            }
        }
    }

    private void startPostgres(Path folder) {
        EmbeddedPostgres postgres = keep(EmbeddedPostgres.start(
                folder.resolve("postgres"), folder.resolve("postgres-binaries"), FreePort.any()));
        configuration.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl());
        configuration.put("quarkus.datasource.username", postgres.user());
    }

    private void startKafka(Path folder, int kafkaPort) {
        int port = kafkaPort == 0 ? FreePort.any() : kafkaPort;
        FreePort.require(InetAddress.getLoopbackAddress(), port, "imgcif.embedded.kafka-port");
        EmbeddedKafka kafka = keep(EmbeddedKafka.start(folder.resolve("kafka"), port));
        configuration.put("kafka.bootstrap.servers", kafka.address());
    }

    private <T extends AutoCloseable> T keep(T server) {
        running.push(server);
        return server;
    }
}
