package io.github.icatimgcif.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.icatimgcif.shared.Tool;
import io.github.icatimgcif.wiring.embedded.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL of the machine's own packages, which have the programs for backups that the embedded one has not. A test that asks
 * for it is skipped where there is none.
 */
final class InstalledPostgres implements AutoCloseable {

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path data;
    private final int port = FreePort.any();

    private InstalledPostgres(Path data) {
        this.programs = programs();
        this.data = data;
    }

    /** Starts a server whose data are in a folder that is not there yet. */
    static InstalledPostgres in(Path data, String... settings) throws IOException, InterruptedException {
        InstalledPostgres server = new InstalledPostgres(data);
        server.done("initdb", "-D", data.toString(), "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C");
        return server.started(settings);
    }

    /** Starts a server on data that are there, as those of a base backup. */
    static InstalledPostgres on(Path data, String... settings) throws IOException, InterruptedException {
        return new InstalledPostgres(data).started(settings);
    }

    /** What leads a service to one of its databases. */
    Map<String, String> configuration(String database) {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://localhost:" + port + "/" + database,
                "quarkus.datasource.username",
                "postgres");
    }

    /** Runs a client of it to its end, which has to be a good one; returns what it printed. */
    String client(String program, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-h", "localhost", "-p", Integer.toString(port), "-U", "postgres"));
        all.addAll(List.of(arguments));
        return done(program, all.toArray(String[]::new));
    }

    /** As kill -9 does, all of its processes. */
    void kill() throws IOException {
        String processId = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(processId)).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.add(postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
        Files.delete(data.resolve("postmaster.pid"));
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            try {
                done("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "stop");
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while a PostgreSQL was stopped", e);
            }
        }
    }

    private InstalledPostgres started(String... settings) throws IOException, InterruptedException {
        StringBuilder options = new StringBuilder("-p " + port
                + " -c listen_addresses=localhost -c unix_socket_directories='' -c timezone=UTC -c max_connections=60");
        for (String setting : settings) {
            options.append(" -c ").append(setting);
        }
        Path log = data.resolveSibling(data.getFileName() + ".log");
        Tool.Ended ended = run(
                "pg_ctl",
                "-D",
                data.toString(),
                "-l",
                log.toString(),
                "-o",
                options.toString(),
                "-t",
                "120",
                "-w",
                "start");
        assertThat(ended.exit())
                .as("%s; its log: %s", ended.output(), Files.exists(log) ? Files.readString(log) : "none")
                .isZero();
        return this;
    }

    private String done(String program, String... arguments) throws IOException, InterruptedException {
        Tool.Ended ended = run(program, arguments);
        assertThat(ended.exit())
                .as("%s %s: %s", program, List.of(arguments), ended.output())
                .isZero();
        return ended.output();
    }

    private Tool.Ended run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to be run by root; in a namespace of its own nobody is.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return Tool.run(Path.of("."), command);
    }

    private static Path programs() {
        Optional<Path> found = Optional.empty();
        if (Files.isDirectory(VERSIONS)) {
            try (Stream<Path> versions = Files.list(VERSIONS)) {
                found = versions.map(version -> version.resolve("bin"))
                        .filter(bin ->
                                Files.isExecutable(bin.resolve("pg_ctl")) && Files.isExecutable(bin.resolve("pg_dump")))
                        .max(Path::compareTo);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException("cannot look for an installed PostgreSQL", e);
            }
        }
        Assumptions.assumeTrue(
                found.isPresent(), "SKIPPED: there is no PostgreSQL with pg_ctl and pg_dump below " + VERSIONS);
        return found.orElseThrow();
    }
}
