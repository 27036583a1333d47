package io.github.icatimgcif.wiring;

import io.github.icatimgcif.adapter.jobs.Breakers;
import io.github.icatimgcif.adapter.jobs.Jobs;
import io.github.icatimgcif.conversion.deadletter.DeadLetterFilter;
import io.github.icatimgcif.conversion.deadletter.DeadLetters;
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
    private final Breakers breakers;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;
    private final StartBanner banner;
    private final OutboxLife outbox;
    private final BacklogLife backlogs;

    ServiceLife(
            Jobs jobs,
            Breakers breakers,
            DeadLetters deadLetters,
            MeterRegistry meters,
            StartBanner banner,
            OutboxLife outbox,
            BacklogLife backlogs) {
        this.jobs = jobs;
        this.breakers = breakers;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.banner = banner;
        this.outbox = outbox;
        this.backlogs = backlogs;
    }

    void started(@Observes StartupEvent event) {
        WaitingGauges.register(jobs, breakers, meters);
        Gauge.builder("imgcif.dead.letters", deadLetters, letters -> (double) letters.count(DeadLetterFilter.ALL))
                .description("Messages that announce no dataset and wait for somebody to look at them")
                .register(meters);
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
