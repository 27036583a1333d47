package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.jobs.Jobs;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What happens when the service has started and before it ends. */
@Singleton
public final class ServiceLife {

    private final Jobs jobs;
    private final MeterRegistry meters;
    private final StartBanner banner;
    private final OutboxLife outbox;

    ServiceLife(Jobs jobs, MeterRegistry meters, StartBanner banner, OutboxLife outbox) {
        this.jobs = jobs;
        this.meters = meters;
        this.banner = banner;
        this.outbox = outbox;
    }

    void started(@Observes StartupEvent event) {
        Gauge.builder("imgcif.jobs.waiting", jobs, waiting -> (double) waiting.waiting())
                .description("Datasets that wait or are being converted")
                .register(meters);
        jobs.start();
        outbox.start();
        banner.print();
    }

    void ends(@Observes ShutdownEvent event) {
        jobs.stop();
        outbox.stop();
    }
}
