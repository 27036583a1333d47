package io.github.icatimgcif.service;

import io.github.icatimgcif.wiring.embedded.EmbeddedKafka;
import io.github.icatimgcif.wiring.embedded.EmbeddedPostgres;
import io.github.icatimgcif.wiring.embedded.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A broker and a database of one test, each a process that can be killed and started again with what it had stored. */
final class MortalServers implements AutoCloseable {

    private final Path folder;
    private final int databasePort = FreePort.any();
    private final int brokerPort = FreePort.any();
    private EmbeddedPostgres database;
    private Process broker;

    private MortalServers(Path folder) throws IOException {
        this.folder = folder;
        this.database = database();
        this.broker = broker();
    }

    static MortalServers in(Path folder) throws IOException {
        return new MortalServers(Files.createDirectories(folder.resolve("servers")));
    }

    /** What leads a service to them. */
    Map<String, String> configuration() {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                database.jdbcUrl(),
                "quarkus.datasource.username",
                database.user(),
                "kafka.bootstrap.servers",
                "localhost:" + brokerPort);
    }

    /** As kill -9 does: PostgreSQL has to recover at the next start. */
    void killDatabase() throws IOException {
        String processId =
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0);
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(processId)).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.add(postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
        database.close(); // lets go of the folder, which the library holds for this process
    }

    void startDatabase() {
        database = database();
    }

    /** As kill -9 does. */
    void killBroker() {
        broker.destroyForcibly().onExit().join();
    }

    void startBroker() throws IOException {
        broker = broker();
    }

    @Override
    public void close() {
        killBroker();
        database.close(); // does nothing where it is closed already
    }

    private EmbeddedPostgres database() {
        return EmbeddedPostgres.start(folder.resolve("postgres"), folder.resolve("postgres-binaries"), databasePort);
    }

    private Process broker() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Broker.class.getName(),
                        folder.resolve("kafka").toString(),
                        Integer.toString(brokerPort))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("broker.log").toFile()))
                .start();
    }

    /** The broker's process. */
    static final class Broker {

        private Broker() {}

        /** Runs until it is killed. */
        public static void main(String... arguments) throws InterruptedException {
            try (EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
                Thread.currentThread().join();
            }
        }
    }
}
