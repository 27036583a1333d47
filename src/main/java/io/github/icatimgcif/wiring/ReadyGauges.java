package io.github.icatimgcif.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * What {@code /q/health/ready} says of each part, as numbers. The parts are asked now and then and not at each scrape, which a part
 * that does not answer would hold up. When asking fails, or does not end, nobody knows that a part is up: all are 0.
 */
final class ReadyGauges {

    private static final Logger LOG = Logger.getLogger(ReadyGauges.class);

    private static final int EVERY_SECONDS = 15;
    /** Parts that are slow to say that they are down, one after the other, take less. */
    private static final long LONGEST_NANOSECONDS = TimeUnit.MINUTES.toNanos(2);

    private final Supplier<JsonObject> health;
    private final MeterRegistry meters;
    private final LongSupplier nanoseconds;
    private final Map<String, Boolean> ready = new ConcurrentHashMap<>();
    private final ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "ready-gauges");
        thread.setDaemon(true);
        return thread;
    });

    private volatile long askedAt;

    /**
     * Gauges of what health says of readiness, by a time that never steps back, as {@link System#nanoTime}.
     *
     * @param health asks all parts, however long that takes
     */
    ReadyGauges(Supplier<JsonObject> health, MeterRegistry meters, LongSupplier nanoseconds) {
        this.health = health;
        this.meters = meters;
        this.nanoseconds = nanoseconds;
        this.askedAt = nanoseconds.getAsLong();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the executor
    void start() {
        asking.scheduleWithFixedDelay(this::ask, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void stop() {
        asking.shutdownNow();
    }

    /** Asks all parts once. */
    void ask() {
        try {
            health.get().getJsonArray("checks").stream()
                    .map(check -> check.asJsonObject())
                    .forEach(this::note);
        } catch (RuntimeException | Error e) { // a door: the next question must be asked all the same
            ready.replaceAll((check, isUp) -> false);
            LOG.warnf("cannot ask whether the service is ready; cause=%s", e.toString());
        }
        askedAt = nanoseconds.getAsLong();
    }

    private void note(JsonObject check) {
        String name = label(check.getString("name"));
        if (ready.put(name, "UP".equals(check.getString("status"))) == null) {
            Gauge.builder("imgcif.ready", this, gauges -> gauges.isReady(name) ? 1 : 0)
                    // A meter holds what it asks weakly.
                    .strongReference(true)
                    .description("1 while a part of readiness is up, as of the last quarter of a minute")
                    .tag("check", name)
                    .register(meters);
        }
    }

    private boolean isReady(String name) {
        return Boolean.TRUE.equals(ready.get(name)) && nanoseconds.getAsLong() - askedAt < LONGEST_NANOSECONDS;
    }

    /** {@code Database connections health check} as {@code database-connections}. */
    private static String label(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("-(health|readiness)?-?check$", "");
    }
}
