package io.github.icatimgcif.wiring.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A PostgreSQL server of this machine's user, reachable on the loopback address only, whose data are kept. */
public final class EmbeddedPostgres implements AutoCloseable {

    // A logger nobody holds is collected and forgets its level.
    private static final Logger QUIET = Logger.getLogger("io.zonky.test.db.postgres.embedded");

    private static final Duration STOPPING = Duration.ofSeconds(20);

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts the server; when this returns it answers.
     *
     * @param data     where its data are kept; made if it is not there. Must be no child of {@code binaries}, where the
     *                 library removes what it takes for left over.
     * @param binaries where the server's own programs are unpacked, once
     * @param port     where clients reach it
     * @throws CannotStart if it does not start
     */
    public static EmbeddedPostgres start(Path data, Path binaries, int port) {
        QUIET.setLevel(Level.WARNING);
        try {
            stopLeftOver(data);
            Path unpacked = onlyOurs(binaries).resolve("unpacked");
            System.setProperty("ot.epg.working-dir", unpacked.toString());
            return new EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                    .setDataDirectory(initialised(data))
                    .setOverrideWorkingDirectory(unpacked.toFile())
                    .setCleanDataDirectory(false)
                    // The order of stopping is ours: first the service, then its database.
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    // The library's defaults are made for tests and lose data.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .start());
        } catch (IOException | IllegalStateException e) {
            throw new CannotStart(
                    "the embedded PostgreSQL did not start in " + data + " (" + e.getMessage() + "): set"
                            + " quarkus.datasource.jdbc.url to the address of a PostgreSQL, or read the server's own"
                            + " words with quarkus.log.category.\"io.zonky\".level=INFO",
                    e);
        }
    }

    /** Where clients reach it. */
    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    /** The user that owns everything; needs no password from this machine. */
    public String user() {
        return "postgres";
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("cannot stop the embedded PostgreSQL", e);
        }
    }

    /** The library lets everybody write where it unpacks; who can replace the server's programs acts in our name. */
    private static Path onlyOurs(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    /** A folder whose making was cut short holds nothing yet, but initdb would refuse it: it is put aside. */
    private static Path initialised(Path data) throws IOException {
        boolean isMade =
                Files.exists(data.resolve("postgresql.conf")) && Files.exists(data.resolve("global/pg_control"));
        String[] content = data.toFile().list();
        if (!isMade && content != null && content.length > 0) {
            Files.move(data, data.resolveSibling(data.getFileName() + ".unfinished-" + System.currentTimeMillis()));
        }
        return data;
    }

    /** After kill -9 of the service its PostgreSQL lives on and would refuse the next start. The caller holds the folder. */
    private static void stopLeftOver(Path data) throws IOException {
        Optional<ProcessHandle> leftOver = postmaster(data.resolve("postmaster.pid"));
        if (leftOver.isEmpty()) {
            return;
        }
        ProcessHandle server = leftOver.get();
        server.destroy();
        try {
            server.onExit().orTimeout(STOPPING.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new CannotStart(
                    "a PostgreSQL left over by an earlier run (process " + server.pid() + ") does not stop: end it", e);
        }
    }

    private static Optional<ProcessHandle> postmaster(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        String firstLine =
                Files.readString(pidFile).lines().findFirst().orElse("").strip();
        return firstLine.matches("[0-9]{1,9}")
                ? ProcessHandle.of(Long.parseLong(firstLine)).filter(EmbeddedPostgres::isPostgres)
                : Optional.empty();
    }

    /** The number may belong to another program by now, after a restart of the machine. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("/postgres"))
                .orElse(false);
    }
}
