package io.github.icatimgcif.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReadyGaugesTest {

    private static final JsonObject READY = Json.createObjectBuilder()
            .add(
                    "checks",
                    Json.createArrayBuilder()
                            .add(check("Database connections health check", "UP"))
                            .add(check("catalogue", "DOWN")))
            .build();

    private final AtomicLong nanoseconds = new AtomicLong(77);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private Supplier<JsonObject> health = () -> READY;
    private final ReadyGauges gauges = new ReadyGauges(() -> health.get(), meters, nanoseconds::get);

    @Test
    void whatIsUpIsOne() {
        gauges.ask();

        assertThat(ready("database-connections")).isEqualTo(1);
        assertThat(ready("catalogue")).isZero();
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class})
    void whenAskingFailsNothingIsKnownToBeUp(Class<? extends Throwable> failure) {
        gauges.ask();
        health = () -> {
            throw thrown(failure);
        };

        gauges.ask();

        assertThat(ready("database-connections")).isZero();
        health = () -> READY;
        gauges.ask();
        assertThat(ready("database-connections")).isEqualTo(1);
    }

    @Test
    void whileAPartDoesNotAnswerNothingIsKnownToBeUp() {
        gauges.ask();
        nanoseconds.addAndGet(Duration.ofSeconds(119).toNanos());
        assertThat(ready("database-connections")).isEqualTo(1);

        nanoseconds.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(ready("database-connections")).isZero();
    }

    private double ready(String check) {
        return meters.get("imgcif.ready").tag("check", check).gauge().value();
    }

    private static RuntimeException thrown(Class<? extends Throwable> failure) {
        if (failure == StackOverflowError.class) {
            throw new StackOverflowError();
        }
        return new IllegalStateException("no check can be made");
    }

    private static JsonObject check(String name, String status) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("status", status)
                .build();
    }
}
