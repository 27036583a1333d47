package io.github.icatimgcif.service;

import io.github.icatimgcif.wiring.embedded.EmbeddedServers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A real broker and a real database, those the service starts for itself, started once for all tests of this JVM. */
final class SharedServers {

    private static Optional<EmbeddedServers> running = Optional.empty();

    private SharedServers() {}

    /** What leads a service to them. */
    static synchronized Map<String, String> configuration() {
        if (running.isEmpty()) {
            Path home =
                    Path.of("target", "test-servers-" + ProcessHandle.current().pid());
            EmbeddedServers started = EmbeddedServers.start(home, true, 0, true);
            // Nobody knows which test is the last one: they end with the JVM of the tests.
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "test-servers-end"));
            running = Optional.of(started);
        }
        return running.get().configuration();
    }
}
