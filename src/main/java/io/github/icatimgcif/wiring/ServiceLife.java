package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.jobs.Breakers;
import io.github.icatimgcif.adapter.jobs.Jobs;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What happens when the service has started and before it ends. */
@Singleton
public final class ServiceLife {

    private final Jobs jobs;
    private final Breakers breakers;
    private final MeterRegistry meters;
    private final StartBanner banner;

    ServiceLife(Jobs jobs, Breakers breakers, MeterRegistry meters, StartBanner banner) {
        this.jobs = jobs;
        this.breakers = breakers;
        this.meters = meters;
        this.banner = banner;
    }

    void started(@Observes StartupEvent event) {
        WaitingGauges.register(jobs, breakers, meters);
        jobs.start();
        banner.print();
    }

    void ends(@Observes ShutdownEvent event) {
        jobs.stop();
    }
}
