package io.github.icatimgcif.service;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Leads the service inside the JVM of the tests to the shared broker and database. */
public final class RealServers implements QuarkusTestResourceLifecycleManager {

    // Not in a file: an application.properties of the tests would hide that of the service.
    private static final Map<String, String> IMPATIENT = new HashMap<>(Map.of(
            "quarkus.http.test-port", "0",
            "imgcif.jobs.polling", "100ms",
            "imgcif.jobs.first-delay", "100ms",
            "imgcif.jobs.longest-delay", "500ms",
            "imgcif.jobs.deadline", "1500ms",
            "imgcif.jobs.error-retries", "2",
            "imgcif.jobs.sweep", "1s",
            "imgcif.jobs.heartbeat", "1s"));

    static {
        IMPATIENT.put("imgcif.jobs.quiet-time", "0s");
        for (String what : new String[] {"end-of-writing", "completeness", "tape", "permission"}) {
            IMPATIENT.put("imgcif.jobs.waits." + what + ".first", "100ms");
            IMPATIENT.put("imgcif.jobs.waits." + what + ".deadline", "1500ms");
        }
        IMPATIENT.put("imgcif.jobs.waits.tape.longest", "500ms");
        IMPATIENT.put("imgcif.jobs.waits.permission.longest", "500ms");
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>(SharedServers.configuration());
        configuration.putAll(IMPATIENT);
        int amqpPort = SharedActiveMq.broker().amqpPort();
        configuration.put("imgcif.activemq.brokers", "localhost:" + amqpPort);
        // Classes of the service have a loader of their own, in which the shared broker would be another one.
        configuration.put(
                "test.stomp.port", Integer.toString(SharedActiveMq.broker().stompPort()));
        return configuration;
    }

    @Override
    public void stop() {
        // Several test profiles share the servers: see SharedServers.
    }
}
