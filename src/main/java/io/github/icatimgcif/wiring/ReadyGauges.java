package io.github.icatimgcif.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * What {@code /q/health/ready} says of each part, as numbers. The parts are asked now and then and not at each scrape, which a part
 * that does not answer would hold up.
 */
final class ReadyGauges {

    private static final Logger LOG = Logger.getLogger(ReadyGauges.class);

    private static final int EVERY_SECONDS = 15;

    private final SmallRyeHealthReporter health;
    private final MeterRegistry meters;
    private final Map<String, Boolean> ready = new ConcurrentHashMap<>();
    private final ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "ready-gauges");
        thread.setDaemon(true);
        return thread;
    });

    ReadyGauges(SmallRyeHealthReporter health, MeterRegistry meters) {
        this.health = health;
        this.meters = meters;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the executor
    void start() {
        asking.scheduleWithFixedDelay(this::ask, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void stop() {
        asking.shutdownNow();
    }

    private void ask() {
        try {
            health.getReadiness().getPayload().getJsonArray("checks").stream()
                    .map(check -> check.asJsonObject())
                    .forEach(this::note);
        } catch (RuntimeException e) { // a door: the next question must be asked all the same
            LOG.warnf("cannot ask whether the service is ready; cause=%s", e.toString());
        }
    }

    private void note(JsonObject check) {
        String name = label(check.getString("name"));
        if (ready.put(name, "UP".equals(check.getString("status"))) == null) {
            Gauge.builder("imgcif.ready", ready, known -> Boolean.TRUE.equals(known.get(name)) ? 1 : 0)
                    .description("1 while a part of readiness is up, as of the last quarter of a minute")
                    .tag("check", name)
                    .register(meters);
        }
    }

    /** {@code Database connections health check} as {@code database-connections}. */
    private static String label(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("-(health|readiness)?-?check$", "");
    }
}
