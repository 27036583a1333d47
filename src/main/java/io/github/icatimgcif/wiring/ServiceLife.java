package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.figures.DatabaseFigures;
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
    private final DatabaseFigures figures;
    private final MeterRegistry meters;
    private final StartBanner banner;
    private final OutboxLife outbox;
    private final BacklogLife backlogs;

    ServiceLife(
            Jobs jobs,
            Breakers breakers,
            DatabaseFigures figures,
            MeterRegistry meters,
            StartBanner banner,
            OutboxLife outbox,
            BacklogLife backlogs) {
        this.jobs = jobs;
        this.breakers = breakers;
        this.figures = figures;
        this.meters = meters;
        this.banner = banner;
        this.outbox = outbox;
        this.backlogs = backlogs;
    }

    void started(@Observes StartupEvent event) {
        WaitingGauges.register(figures, breakers, outbox.channels(), meters);
        jobs.start();
        outbox.start();
        backlogs.start();
        banner.print();
    }

    void ends(@Observes ShutdownEvent event) {
        backlogs.stop();
        jobs.stop();
        outbox.stop();
    }
}
