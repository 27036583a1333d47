package io.github.icatimgcif.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The two services of a soak, by their names; either may be started anew, and whoever asks gets the one that runs now. */
final class SoakServices implements AutoCloseable {

    /** The one that dies again and again. */
    static final String ONE = "one";

    /** The one that grows old. */
    static final String TWO = "two";

    /** Beside a service that works off what has piled up, and in a machine that has other things to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Map<String, String> CONFIGURATION = Map.of(
            "imgcif.icat.read-timeout", "5s",
            "imgcif.jobs.longest-delay", "5s",
            "imgcif.jobs.heartbeat", "2s");

    private final PlayedFacility facility;
    private final Map<String, ServiceProcess> running = new ConcurrentHashMap<>();

    SoakServices(PlayedFacility facility) {
        this.facility = facility;
    }

    /** Starts one and returns when it is ready. */
    void start(String name) {
        Map<String, String> more = new HashMap<>(CONFIGURATION);
        // By it the database tells whose a connection is.
        more.put("quarkus.datasource.jdbc.additional-jdbc-properties.ApplicationName", name);
        try {
            running.put(name, facility.start(name, more));
            running.get(name).awaitReady(PATIENCE);
        } catch (IOException e) {
            throw new UncheckedIOException("the service " + name + " does not start", e);
        }
    }

    ServiceProcess get(String name) {
        return running.get(name);
    }

    /** Tells one to end, as by SIGTERM, and returns when it has. */
    void end(String name) {
        running.get(name).stop(PATIENCE);
    }

    /** As kill -9 does. */
    void kill(String name) {
        running.get(name).kill();
    }

    @Override
    public void close() {
        running.values().forEach(ServiceProcess::kill);
    }
}
