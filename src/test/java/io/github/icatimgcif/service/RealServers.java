package io.github.icatimgcif.service;

import io.github.icatimgcif.wiring.embedded.EmbeddedServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The broker and the database that the service starts for itself, started once for all tests of the running service. */
public final class RealServers implements QuarkusTestResourceLifecycleManager {

    // Not in a file: an application.properties of the tests would hide that of the service.
    private static final Map<String, String> IMPATIENT = Map.of(
            "quarkus.http.test-port", "0",
            "imgcif.jobs.polling", "100ms",
            "imgcif.jobs.first-delay", "100ms",
            "imgcif.jobs.longest-delay", "500ms",
            "imgcif.jobs.deadline", "1500ms",
            "imgcif.jobs.error-retries", "2",
            "imgcif.jobs.sweep", "1s",
            "imgcif.jobs.heartbeat", "1s");

    private static EmbeddedServers running;

    @Override
    public Map<String, String> start() {
        synchronized (RealServers.class) {
            if (running == null) {
                Path home = Path.of(
                        "target", "test-servers-" + ProcessHandle.current().pid());
                running = EmbeddedServers.start(home, true, 0, true);
                // Several test profiles share the servers: they end with the JVM of the tests.
                Runtime.getRuntime().addShutdownHook(new Thread(running::close, "test-servers-end"));
            }
            Map<String, String> configuration = new HashMap<>(running.configuration());
            configuration.putAll(IMPATIENT);
            return configuration;
        }
    }

    @Override
    public void stop() {
        // See start.
    }
}
