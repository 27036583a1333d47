package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.jobs.Breakers;
import io.github.icatimgcif.adapter.jobs.Waits;
import io.github.icatimgcif.conversion.CircuitBreaker;
import io.github.icatimgcif.conversion.Facility;
import io.github.icatimgcif.conversion.WaitsFor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Makes the circuit breakers, of how long is waited for what. */
@Singleton
public final class BreakerHouse {

    // What is asked only now and then is asked more often than a single dataset comes back, as it tries for all.
    private static final int TRIES_IN_LONGEST_WAIT = 10;

    private final ServiceConfig.JobsConfig config;

    BreakerHouse(ServiceConfig config) {
        this.config = config.jobs();
    }

    @Produces
    @Singleton
    Breakers breakers(Facility facility) {
        return new Breakers(facility.dataRoots(), this::of);
    }

    /** Says what is asked only now and then; the service is ready all the same, for it takes in what comes. */
    @Produces
    @Singleton
    @Readiness
    HealthCheck readiness(Breakers breakers) {
        return () -> {
            HealthCheckResponseBuilder response =
                    HealthCheckResponse.named("breakers").up();
            breakers.parts().forEach(part -> {
                String reason = part.breaker().reason();
                response.withData(
                        part.name(),
                        part.breaker().state().name().toLowerCase(Locale.ROOT)
                                + (reason.isEmpty() ? "" : ": " + reason));
            });
            return response.build();
        };
    }

    /** A breaker for something that is waited for. */
    CircuitBreaker of(WaitsFor what) {
        Waits.Wait wait = waits(config).forWhat(what);
        Duration longest = wait.longest().dividedBy(TRIES_IN_LONGEST_WAIT);
        return new CircuitBreaker(
                new CircuitBreaker.Settings(
                        config.breakerFailures(),
                        wait.first(),
                        longest.compareTo(wait.first()) < 0 ? wait.first() : longest,
                        wait.longest(),
                        config.returnRate()),
                System::nanoTime);
    }

    /** What is configured for each thing, or else for all. */
    static Waits waits(ServiceConfig.JobsConfig config) {
        return Waits.of(what -> {
            Optional<ServiceConfig.WaitConfig> own =
                    Optional.ofNullable(config.waits().get(what));
            return new Waits.Wait(
                    own.flatMap(ServiceConfig.WaitConfig::first).orElse(config.firstDelay()),
                    own.flatMap(ServiceConfig.WaitConfig::longest).orElse(config.longestDelay()),
                    own.flatMap(ServiceConfig.WaitConfig::deadline).orElse(config.deadline()));
        });
    }
}
